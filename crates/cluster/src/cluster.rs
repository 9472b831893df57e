//! The public face: a process creates or attaches to a cluster, and leaves it.

use std::fs::File;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_encode};

use crate::layout::{Layout, Starting};
use crate::postmaster::{self, State};
use crate::{Binaries, ClusterError, Durability, Environment, creation};

/// The database that a new cluster has.
pub const DATABASE: &str = "signpost";

/// The role that owns a new cluster.
pub const OWNER: &str = "signpost";

/// What stays as it is in a URL's query.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'.').remove(b'-').remove(b'_');

/// A private cluster that is up, and stays up while this process holds the value.
///
/// Dropping it leaves the cluster, and the last process to leave stops the server, which takes a
/// moment; [`Cluster::leave`] does the same and says what went wrong. A process that is killed
/// leaves too, but cannot stop the server: the next one that leaves does, or [`Cluster::stop`].
#[derive(Debug)]
pub struct Cluster {
    layout: Layout,
    environment: Environment,
    users: Option<File>,
}

/// What there is in a data directory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// No cluster was ever made.
    Absent,
    /// A cluster whose server does not run; the major version of Postgres that made it.
    Stopped {
        /// As in 15.
        major: u32,
    },
    /// A cluster whose server runs.
    Running {
        /// As in 15.
        major: u32,
    },
}

impl Cluster {
    /// Makes a cluster in `directory` unless there is one, and starts it unless it runs.
    ///
    /// `durability` is for a new one; one that exists stays as it was made. Any number of
    /// processes may do this at once.
    pub fn create_or_start(
        directory: &Path,
        environment: &Environment,
        durability: Durability,
    ) -> Result<Self, ClusterError> {
        Self::enter(Layout::create(directory)?, environment, |layout, starting| {
            if layout.has_data()? {
                return Ok(());
            }
            creation::create(layout, &Binaries::find(environment)?, durability, starting)
        })
    }

    /// Starts the cluster that exists in `directory` unless it runs.
    pub fn attach(directory: &Path, environment: &Environment) -> Result<Self, ClusterError> {
        Self::enter(Layout::of_existing(directory)?, environment, |_, _| Ok(()))
    }

    fn enter(
        layout: Layout,
        environment: &Environment,
        prepare: impl FnOnce(&Layout, &Starting) -> Result<(), ClusterError>,
    ) -> Result<Self, ClusterError> {
        let starting = layout.lock_starting()?;
        let users = layout.join(&starting)?;
        prepare(&layout, &starting)?;
        postmaster::start(&layout, environment, &starting)?;
        Ok(Self { layout, environment: environment.clone(), users: Some(users) })
    }

    /// Starts the server again if somebody killed it.
    pub fn ensure_running(&self) -> Result<(), ClusterError> {
        let starting = self.layout.lock_starting()?;
        postmaster::start(&self.layout, &self.environment, &starting)
    }

    /// Stops the server in `directory`, for the case that a killed process left it behind; an
    /// error when another process uses it. Does nothing when it does not run.
    pub fn stop(directory: &Path, environment: &Environment) -> Result<(), ClusterError> {
        let layout = Layout::of_existing(directory)?;
        let starting = layout.lock_starting()?;
        if layout.is_used(&starting)? {
            return Err(ClusterError::InUse { directory: layout.directory().to_owned() });
        }
        stop_running(&layout, environment, &starting)
    }

    /// What there is in `directory`; starts nothing and makes nothing.
    pub fn status(directory: &Path) -> Result<Status, ClusterError> {
        let layout = match Layout::of_existing(directory) {
            Ok(layout) => layout,
            Err(ClusterError::NoCluster { .. }) => return Ok(Status::Absent),
            Err(error) => return Err(error),
        };
        let major = layout.major()?;
        Ok(match postmaster::state(&layout) {
            State::Down => Status::Stopped { major },
            State::Ready | State::Changing => Status::Running { major },
        })
    }

    /// Leaves the cluster; the last process to leave stops the server.
    pub fn leave(mut self) -> Result<(), ClusterError> {
        self.leave_once()
    }

    fn leave_once(&mut self) -> Result<(), ClusterError> {
        let Some(users) = self.users.take() else {
            return Ok(());
        };
        let starting = self.layout.lock_starting()?;
        // Said outright, for a child being started at this moment still has a copy of the file.
        let path = self.layout.directory();
        users.unlock().map_err(ClusterError::file("leave", path))?;
        if self.layout.is_used(&starting)? {
            return Ok(());
        }
        stop_running(&self.layout, &self.environment, &starting)
    }

    /// Where to connect, for a database and a role: over the socket, without a password.
    pub fn url(&self, database: &str, role: &str) -> String {
        let socket = percent_encode(self.socket().as_os_str().as_bytes(), PATH);
        format!("postgres:///{database}?host={socket}&user={role}")
    }

    /// The folder of the socket, which Postgres's programs take as `--host`.
    pub fn socket(&self) -> &Path {
        self.layout.socket_folder()
    }

    /// The data directory, without links.
    pub fn directory(&self) -> &Path {
        self.layout.directory()
    }

    /// The programs of the version that made the cluster, `psql` and `pg_dump` among them.
    pub fn binaries(&self) -> Result<Binaries, ClusterError> {
        self.layout.binaries(&self.environment)
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // Nobody is left to tell; whoever wants to know calls `leave`.
        let _ = self.leave_once();
    }
}

fn stop_running(layout: &Layout, environment: &Environment, starting: &Starting) -> Result<(), ClusterError> {
    match postmaster::state(layout) {
        State::Down => Ok(()),
        State::Ready | State::Changing => postmaster::stop(layout, environment, starting),
    }
}
