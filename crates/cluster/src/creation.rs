//! Making a cluster, whole or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::process::{Output, Stdio};

use crate::cluster::{DATABASE, OWNER};
use crate::layout::{Layout, Starting};
use crate::{Binaries, ClusterError};

/// How much a new cluster's data is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// People's data: what was acknowledged survives a power cut, and a broken disk is noticed.
    Durable,
    /// Tests: quick, many connections, lost at the first power cut.
    Throwaway,
}

impl Durability {
    /// The part of `postgresql.conf` that we write.
    fn settings(self) -> &'static str {
        match self {
            Self::Durable => {
                "fsync = on\nsynchronous_commit = on\nfull_page_writes = on\nmax_connections = 100\n"
            }
            Self::Throwaway => {
                "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\nmax_connections = 200\n"
            }
        }
    }

    fn initdb_option(self) -> &'static str {
        match self {
            Self::Durable => "--data-checksums",
            Self::Throwaway => "--no-sync",
        }
    }
}

/// Character types of which the first that the machine knows is taken. Plain `C` would not do:
/// it knows no letters beyond ASCII, so searching in Chinese or Japanese would find nothing.
const CHARACTER_TYPES: [&str; 2] = ["C.UTF-8", "en_US.UTF-8"];

/// Makes a cluster with the database [`DATABASE`] in a folder of its own and renames that folder
/// when all is done, so that a process killed on the way leaves nothing half made.
pub(crate) fn create(
    layout: &Layout,
    binaries: &Binaries,
    durability: Durability,
    _starting: &Starting,
) -> Result<(), ClusterError> {
    let unfinished = layout.path(Layout::UNFINISHED);
    initialize(layout, binaries, durability)?;

    let settings = unfinished.join("postgresql.conf");
    let text = format!(
        "\n# Signpost\nlisten_addresses = ''\nunix_socket_permissions = 0700\nlog_checkpoints = off\n{}",
        durability.settings()
    );
    OpenOptions::new()
        .append(true)
        .open(&settings)
        .and_then(|mut file| file.write_all(text.as_bytes()))
        .map_err(ClusterError::file("write", &settings))?;

    create_database(layout, binaries)?;

    let data = layout.path(Layout::DATA);
    fs::rename(&unfinished, &data).map_err(ClusterError::file("rename", &unfinished))?;
    let folder = layout.path("");
    File::open(&folder).and_then(|folder| folder.sync_all()).map_err(ClusterError::file("save", &folder))
}

/// Runs `initdb` with the first character type that this machine knows.
fn initialize(layout: &Layout, binaries: &Binaries, durability: Durability) -> Result<(), ClusterError> {
    let mut known = Err(ClusterError::NoServer);
    for character_type in CHARACTER_TYPES {
        let unfinished = layout.path(Layout::UNFINISHED);
        if unfinished.exists() {
            fs::remove_dir_all(&unfinished).map_err(ClusterError::file("remove", &unfinished))?;
        }
        let output = layout
            .program(binaries, "initdb")?
            .args(["--pgdata", Layout::UNFINISHED, "--username", OWNER])
            .args(["--encoding", "UTF8", "--locale", "C", "--lc-ctype"])
            .arg(character_type)
            .args(["--auth", "trust", durability.initdb_option()])
            .output();
        known = success("initdb", output);
        match &known {
            Err(ClusterError::Program { output, .. }) if output.contains("locale") => {}
            _ => break,
        }
    }
    known
}

/// Makes the database without a running server, which would need a socket.
fn create_database(layout: &Layout, binaries: &Binaries) -> Result<(), ClusterError> {
    let started = layout
        .program(binaries, "postgres")?
        .args(["--single", "-D", Layout::UNFINISHED])
        .args(["-c", "exit_on_error=on", "postgres"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let output = started.and_then(|mut server| {
        if let Some(mut input) = server.stdin.take() {
            // A server that gave up has closed it, and says why in its output.
            let _ = writeln!(input, "create database {DATABASE}");
        }
        server.wait_with_output()
    });
    success("postgres --single", output)
}

/// The error of a program that failed, in its own words.
pub(crate) fn success(program: &str, output: std::io::Result<Output>) -> Result<(), ClusterError> {
    let words = match output {
        Ok(output) if output.status.success() => return Ok(()),
        Ok(output) => {
            let mut words = String::from_utf8_lossy(&output.stdout).into_owned();
            words.push_str(&String::from_utf8_lossy(&output.stderr));
            let words = words.trim();
            if words.is_empty() { output.status.to_string() } else { words.to_owned() }
        }
        Err(error) => error.to_string(),
    };
    Err(ClusterError::Program { program: program.to_owned(), output: words })
}
