//! Starting and stopping the server, also after a crash.

use std::fs;
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::creation::success;
use crate::layout::{Layout, Starting};
use crate::{Binaries, ClusterError, Environment};

/// Between two looks at a server that is on its way.
const PAUSE: Duration = Duration::from_millis(100);

/// Looks at a server that recovers or shuts down before we give up: two minutes.
const PATIENCE: u32 = 1200;

/// Refusals to start before we believe them: five seconds. The children of a server that was
/// killed live on for a moment, and Postgres refuses to start beside them.
const REFUSALS: u32 = 50;

/// What the server does at the moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    /// It answers.
    Ready,
    /// It recovers after a crash, or shuts down.
    Changing,
    /// Nobody listens on the socket.
    Down,
}

/// What the server does: whether its socket accepts, and what it wrote in its pid file.
pub(crate) fn state(layout: &Layout) -> State {
    if UnixStream::connect(layout.socket()).is_err() {
        return State::Down;
    }
    // Line 8 is the server's own word, since Postgres 10 (`LOCK_FILE_LINE_PM_STATUS`).
    let lines = fs::read_to_string(layout.pid_file()).unwrap_or_default();
    match lines.lines().nth(7).map(str::trim) {
        Some("ready") => State::Ready,
        _ => State::Changing,
    }
}

/// Starts the server unless it runs, and returns when it answers.
pub(crate) fn start(
    layout: &Layout,
    environment: &Environment,
    _starting: &Starting,
) -> Result<(), ClusterError> {
    let mut refusals = 0;
    for _ in 0..PATIENCE {
        match state(layout) {
            State::Ready => return Ok(()),
            State::Changing => {}
            State::Down => match launch(layout, &layout.binaries(environment)?) {
                Ok(()) => return Ok(()),
                Err(error) if refusals == REFUSALS => return Err(error),
                Err(_) => refusals += 1,
            },
        }
        pause();
    }
    Err(ClusterError::NotStarting {
        output: last_lines(&layout.path(Layout::LOG)),
        log: layout.path(Layout::LOG),
    })
}

/// Stops the server and waits until all is on disk.
pub(crate) fn stop(
    layout: &Layout,
    environment: &Environment,
    _starting: &Starting,
) -> Result<(), ClusterError> {
    let output = layout
        .program(&layout.binaries(environment)?, "pg_ctl")?
        .args(["stop", "-D", Layout::DATA, "--mode", "fast"])
        .args(["--wait", "--timeout", "120", "--silent"])
        .output();
    success("pg_ctl stop", output)?;
    // A folder under `/tmp` does not stay behind; one that does would be no harm.
    let _ = fs::remove_dir(layout.socket_folder());
    Ok(())
}

/// One attempt to start the server.
fn launch(layout: &Layout, binaries: &Binaries) -> Result<(), ClusterError> {
    layout.make_private_folder(layout.socket_folder())?;
    let log = layout.path(Layout::LOG);
    drop(layout.open_owned(&log)?);
    remove_stale_pid_file(layout)?;
    let options = format!("-p 5432 -c listen_addresses= -k {}", layout.socket_for_server.display());
    let output = layout
        .program(binaries, "pg_ctl")?
        .args(["start", "-D", Layout::DATA, "--log", Layout::LOG])
        .args(["--wait", "--timeout", "120", "--silent", "--options"])
        .arg(options)
        .output();
    success("pg_ctl start", output).map_err(|_| ClusterError::NotStarting { output: last_lines(&log), log })
}

/// Removes the pid file of a server that is gone when Postgres would take its number for a server
/// that runs, and refuse to start: when, as after a reboot, the number belongs to another program
/// by now, or when nobody has buried the killed server yet.
///
/// Nobody answers on the socket, and we hold the lock under which servers are started.
fn remove_stale_pid_file(layout: &Layout) -> Result<(), ClusterError> {
    let file = layout.pid_file();
    let text = fs::read_to_string(&file).unwrap_or_default();
    let first = text.lines().next().map(str::trim);
    let Some(pid) = first.and_then(|line| line.parse::<u32>().ok()) else {
        return Ok(());
    };
    if is_no_server(pid, &layout.path(Layout::DATA)) {
        fs::remove_file(&file).map_err(ClusterError::file("remove", &file))?;
    }
    Ok(())
}

/// Whether a process exists and is not the server of this data.
///
/// A server works in its data folder, which Linux tells; elsewhere, and about other people's
/// processes, `ps` tells the program's name at least, and whether it is dead (proc(5), ps(1)).
fn is_no_server(pid: u32, data: &Path) -> bool {
    if let Ok(working_directory) = fs::read_link(format!("/proc/{pid}/cwd")) {
        return working_directory != data;
    }
    let listed = Command::new("ps").args(["-o", "state=,comm=", "-p", &pid.to_string()]).output();
    let Ok(output) = listed else { return false };
    let listed = String::from_utf8_lossy(&output.stdout);
    let Some((state, program)) = listed.trim().split_once(char::is_whitespace) else {
        return false;
    };
    let name = program.trim().rsplit('/').next().unwrap_or_default();
    state.starts_with('Z') || !name.starts_with("postgres")
}

/// The end of the server's log, which says why it did not start.
fn last_lines(log: &Path) -> String {
    let bytes = fs::read(log).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    let mut lines: Vec<&str> = text.lines().rev().take(5).collect();
    lines.reverse();
    lines.join("\n")
}

#[expect(
    clippy::disallowed_methods,
    reason = "a killed server's children tell nobody when they are gone; Postgres has to be asked again"
)]
fn pause() {
    std::thread::sleep(PAUSE);
}
