//! The demo: the programme of a real city, from one command.

use std::net::{SocketAddr, TcpListener};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow};
use signpost_cluster::Cluster;

use crate::checkout::{self, cargo, program, root};
use crate::{clusters, requirements, say};

/// Serves the demo until Ctrl-C.
pub(crate) fn run(listen: SocketAddr) -> Result<()> {
    check_address(listen)?;
    requirements::ensure(&requirements::DATABASE)?;
    say::step("Building");
    build(&[])?;
    let binaries = checkout::binaries()?;
    let cluster = fill(&binaries)?;

    say::step(&format!("The programme is on http://{listen} (Ctrl-C stops it)"));
    let mut server = server(&binaries, &cluster, listen)?;
    // This process becomes the server, which joins the cluster in its turn and stops it at the
    // end. What we hold is closed in that moment, not left: the cluster stays up.
    Err(anyhow!(server.exec()).context("cannot start signpost-server"))
}

/// Builds the server and the command line.
pub(crate) fn build(more: &[&str]) -> Result<()> {
    let mut build = cargo(&["build", "--package", "signpost-server"])?;
    build.args(["--package", "signpost-admin"]).args(more);
    checkout::run(&mut build)
}

/// The demo's cluster, with the demo in it.
pub(crate) fn fill(binaries: &Path) -> Result<Cluster> {
    say::step("Filling the database with the demo");
    let cluster = clusters::demo()?;
    import(binaries, &cluster, &root()?.join("demo/cupertino"))?;
    Ok(cluster)
}

/// The folder of the release build, and the demo's cluster with the demo in it.
pub(crate) fn released() -> Result<(PathBuf, Cluster)> {
    requirements::ensure(&requirements::DATABASE)?;
    say::step("Building");
    build(&["--release"])?;
    let binaries = checkout::binaries()?.with_file_name("release");
    let cluster = fill(&binaries)?;
    Ok((binaries, cluster))
}

/// Makes a cluster's database ready, and brings a dataset into it.
pub(crate) fn import(binaries: &Path, cluster: &Cluster, folder: &Path) -> Result<()> {
    let signpost = || with_data(&binaries.join("signpost"), cluster);
    checkout::run(signpost()?.args(["database", "init"]))?;
    let mut import = signpost()?;
    import.arg("import").arg(folder);
    checkout::run(import.args(["--actor", "demo", "--yes"]))
}

/// The server over the demo's cluster.
pub(crate) fn server(binaries: &Path, cluster: &Cluster, listen: SocketAddr) -> Result<Command> {
    let mut server = with_data(&binaries.join("signpost-server"), cluster)?;
    server.arg("--listen").arg(listen.to_string()).args(["--metrics-listen", "off"]);
    Ok(server)
}

/// A program over a cluster.
pub(crate) fn with_data(path: &Path, cluster: &Cluster) -> Result<Command> {
    let mut command = program(path)?;
    command.env("SIGNPOST_DATA_DIR", cluster.directory());
    Ok(command)
}

/// Makes sure, before anything is built, that nobody else listens there.
fn check_address(listen: SocketAddr) -> Result<()> {
    TcpListener::bind(listen)
        .map(drop)
        .with_context(|| format!("cannot listen on {listen}; name another place with --listen"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_in_use_is_named_with_the_way_out() {
        let taken = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = taken.local_addr().unwrap();
        let error = check_address(address).unwrap_err().to_string();
        assert!(error.contains(&address.to_string()), "{error}");
        assert!(error.contains("--listen"), "{error}");
    }
}
