//! The private clusters of a checkout: one for the demo, one for tests.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use signpost_cluster::{Cluster, ClusterError, Durability, Environment, check_directory};

use crate::checkout::root;
use crate::say;

/// The demo's cluster, made or started, in `.data`.
pub(crate) fn demo() -> Result<Cluster> {
    let directory = usable(root()?.join(".data"), "/var/lib/signpost-demo")?;
    start(&directory, Durability::Durable)
}

/// An empty throw-away cluster; the one of another run in this checkout while that is on.
pub(crate) fn throwaway() -> Result<Cluster> {
    let in_checkout = root()?.join("target/test-cluster");
    let directory = usable(in_checkout, "/var/lib/signpost-test")?;
    match Cluster::stop(&directory, &Environment::read()) {
        Err(ClusterError::InUse { .. }) => {}
        // Whatever the state of what an earlier run left there: it goes.
        _ => remove(&directory)?,
    }
    start(&directory, Durability::Throwaway)
}

fn start(directory: &Path, durability: Durability) -> Result<Cluster> {
    let cluster = Cluster::create_or_start(directory, &Environment::read(), durability)?;
    // From here on, Ctrl-C ends the programs that we run; then we leave the cluster ourselves.
    match ctrlc::set_handler(|| {}) {
        Ok(()) | Err(ctrlc::Error::MultipleHandlers) => Ok(cluster),
        Err(error) => Err(error).context("cannot listen to Ctrl-C"),
    }
}

/// The folder in the checkout, unless root's checkout is closed to the user that Postgres runs
/// as: then one elsewhere.
fn usable(in_checkout: PathBuf, elsewhere: &str) -> Result<PathBuf> {
    let existing = in_checkout.ancestors().find(|folder| folder.is_dir());
    match check_directory(existing.unwrap_or(&in_checkout)) {
        Ok(()) => Ok(in_checkout),
        Err(ClusterError::ClosedFolder { folder, user }) => {
            say::note(&format!(
                "PostgreSQL's user {user} cannot enter {}: the database goes to {elsewhere}.",
                folder.display()
            ));
            Ok(PathBuf::from(elsewhere))
        }
        Err(error) => Err(error.into()),
    }
}

fn remove(directory: &Path) -> Result<()> {
    match fs::remove_dir_all(directory) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot remove {}", directory.display()))
        }
        _ => Ok(()),
    }
}
