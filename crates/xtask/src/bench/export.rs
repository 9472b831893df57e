//! What it takes to send all exchanges of a large programme as a table: memory of the server, and time.

use std::fs;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::Child;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use signpost_cluster::Cluster;

use super::serving::served;
use super::start::time_of_first_page;
use crate::dataset::{self, Size};
use crate::{checkout, clusters, demo, requirements, say};

/// How long the first byte may take.
const FIRST: Duration = Duration::from_millis(100);

/// How much memory the server may use, in kibibytes: 64 MB.
const MEMORY: u64 = 64_000_000 / 1024;

/// What was measured.
struct Measured {
    first: Duration,
    whole: Duration,
    bytes: usize,
    lines: usize,
    /// The most memory that the server used, in kibibytes.
    memory: u64,
}

/// Measures the export over a programme of a size.
pub(crate) fn run(size: Size) -> Result<()> {
    requirements::ensure(&requirements::DATABASE)?;
    say::step("Building");
    demo::build(&["--release"])?;
    let debug = checkout::binaries()?;
    let binaries = debug.with_file_name("release");
    let cluster = clusters::throwaway()?;
    let measured = filled(&binaries, &cluster, size).and_then(|()| measured(&binaries, &cluster));
    cluster.leave()?;
    say::result(&table(size, &measured?));
    Ok(())
}

/// Fills an empty cluster with a made-up programme.
pub(super) fn filled(binaries: &Path, cluster: &Cluster, size: Size) -> Result<()> {
    say::step("Filling a database");
    let folder = checkout::root()?.join("target/bench-dataset");
    dataset::write(&folder, size)?;
    demo::import(binaries, cluster, &folder)
}

fn measured(binaries: &Path, cluster: &Cluster) -> Result<Measured> {
    say::step("Taking all exchanges along");
    let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
    let mut server = demo::server(binaries, cluster, address)?;
    served(&mut server, |server| {
        time_of_first_page(server, address, Instant::now())?;
        taken(server, address)
    })
}

/// Takes the table along as a program would, piece by piece.
fn taken(server: &Child, address: SocketAddr) -> Result<Measured> {
    let mut connection = TcpStream::connect(address)?;
    let request = format!("GET /data/exchanges.csv HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    let started = Instant::now();
    connection.write_all(request.as_bytes())?;
    let mut piece = vec![0; 256 * 1024];
    let (mut first, mut bytes, mut lines) = (None, 0, 0);
    loop {
        let read = connection.read(&mut piece)?;
        let piece = piece.get(..read).unwrap_or_default();
        if first.is_none() {
            ensure!(piece.starts_with(b"HTTP/1.1 200"), "{}", String::from_utf8_lossy(piece));
        }
        first.get_or_insert_with(|| started.elapsed());
        bytes += read;
        lines += piece.split(|byte| *byte == b'\n').count() - 1;
        if read == 0 {
            break;
        }
    }
    let (first, whole) = (first.unwrap_or_default(), started.elapsed());
    Ok(Measured { first, whole, bytes, lines, memory: most_memory(server.id())? })
}

/// The most memory that a process has used, in kibibytes (`VmHWM` of proc(5)).
pub(super) fn most_memory(process: u32) -> Result<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).context("no VmHWM")?;
    Ok(line.trim().trim_end_matches(" kB").trim().parse()?)
}

/// What was measured, beside what it may be.
fn table(size: Size, measured: &Measured) -> String {
    let verdict = |fits| if fits { "" } else { "  too much" };
    let milliseconds = |time: Duration| time.as_secs_f64() * 1000.0;
    [
        format!("{} exchanges as CSV, {} bytes in {} lines", size.exchanges, measured.bytes, measured.lines),
        format!(
            "first byte    {:>10.1} ms of {}{}",
            milliseconds(measured.first),
            FIRST.as_millis(),
            verdict(measured.first <= FIRST)
        ),
        format!("whole         {:>10.1} ms", milliseconds(measured.whole)),
        format!(
            "most memory   {:>10} KiB of {MEMORY}{}",
            measured.memory,
            verdict(measured.memory <= MEMORY)
        ),
    ]
    .join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_takes_too_much_is_marked() {
        let size = Size { partners: 1, exchanges: 2, seed: 1 };
        let measured = Measured {
            first: FIRST + Duration::from_millis(1),
            whole: Duration::from_secs(1),
            bytes: 10,
            lines: 3,
            memory: MEMORY,
        };
        let table = table(size, &measured);
        let lines: Vec<&str> = table.lines().collect();
        assert!(lines[1].ends_with("101.0 ms of 100  too much"), "{table}");
        assert!(lines[3].ends_with(&format!("of {MEMORY}")), "{table}");
    }

    #[test]
    fn the_memory_of_a_process_is_known() {
        assert!(most_memory(std::process::id()).unwrap() > 100);
    }
}
