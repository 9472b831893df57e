//! Folders, processes and questions to the database that the tests share.

use std::fs::{self, Permissions};
use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;

use rustix::process::{Pid, Signal, kill_process};
use signpost_cluster::{Cluster, DATABASE, Durability, Environment, OWNER};
use tempfile::TempDir;

/// A folder for data directories, which an unprivileged user may enter.
pub(crate) fn open_folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).unwrap();
    folder
}

/// Makes or starts the cluster of a test.
#[track_caller]
pub(crate) fn start(directory: &Path, durability: Durability) -> Cluster {
    Cluster::create_or_start(directory, &Environment::read(), durability).unwrap()
}

/// What `psql` answers to a query, values only.
#[track_caller]
pub(crate) fn ask(cluster: &Cluster, sql: &str) -> String {
    let output = psql(cluster).args(["--command", sql]).output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{sql}: {errors}");
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

/// `psql`, connected through the URL that the cluster gives.
pub(crate) fn psql(cluster: &Cluster) -> Command {
    let mut psql = cluster.binaries().unwrap().program("psql").unwrap();
    psql.args(["--no-psqlrc", "--tuples-only", "--no-align"]);
    psql.args(["--set", "ON_ERROR_STOP=1", "--dbname"]);
    psql.arg(cluster.url(DATABASE, OWNER));
    psql
}

/// The server's process, as it says itself.
pub(crate) fn postmaster(directory: &Path) -> Pid {
    let file = pid_file(directory);
    let text = fs::read_to_string(&file).unwrap();
    let first = text.lines().next().unwrap();
    Pid::from_raw(first.trim().parse().unwrap()).unwrap()
}

pub(crate) fn pid_file(directory: &Path) -> PathBuf {
    directory.join("postgres/data/postmaster.pid")
}

/// Kills the server of a cluster, and waits until nobody listens any more.
pub(crate) fn kill_postmaster(cluster: &Cluster) {
    kill_process(postmaster(cluster.directory()), Signal::KILL).unwrap();
    while UnixStream::connect(cluster.socket().join(".s.PGSQL.5432")).is_ok() {
        thread::yield_now();
    }
}

/// Another process that holds the cluster until told otherwise.
pub(crate) struct Holder {
    process: Child,
}

impl Holder {
    /// Starts `create` or `attach`, with variables set.
    pub(crate) fn start(verb: &str, directory: &Path, variables: &[(&str, &Path)]) -> Self {
        let process = Command::new(env!("CARGO_BIN_EXE_signpost-cluster-hold"))
            .arg(verb)
            .arg(directory)
            .envs(variables.iter().copied())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        Self { process }
    }

    /// Waits until it has the cluster, and returns the URL that it says.
    pub(crate) fn url(&mut self) -> String {
        let mut line = String::new();
        let output = self.process.stdout.as_mut().unwrap();
        BufReader::new(output).read_line(&mut line).unwrap();
        line.trim().to_owned()
    }

    /// Lets it leave as it should.
    pub(crate) fn leave(mut self) -> ExitStatus {
        drop(self.process.stdin.take());
        self.process.wait().unwrap()
    }

    /// Ends it as a crash does.
    pub(crate) fn kill(mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}
