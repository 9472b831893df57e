//! A server that takes part, from its start to its end.

use std::fs;
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result};

use crate::bench::start::time_of_first_page;
use crate::checkout;

/// A running server; dropped, it ends.
pub(super) struct Competitor {
    name: &'static str,
    address: SocketAddr,
    process: Child,
}

impl Competitor {
    /// Starts a server, and waits until it answers.
    pub(super) fn start(name: &'static str, address: SocketAddr, mut command: Command) -> Result<Self> {
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let process = command.spawn().with_context(|| format!("cannot start {name}"))?;
        let mut competitor = Self { name, address, process };
        time_of_first_page(&mut competitor.process, address, Instant::now())
            .with_context(|| format!("{name} does not serve"))?;
        Ok(competitor)
    }

    /// Its name in the table.
    pub(super) fn name(&self) -> &'static str {
        self.name
    }

    /// Where it listens.
    pub(super) fn address(&self) -> SocketAddr {
        self.address
    }

    /// The processor time that it and its workers have used, in ticks of a hundredth of a second.
    pub(super) fn ticks(&self) -> Result<u64> {
        self.processes()?.iter().map(|id| ticks(*id)).sum()
    }

    /// The memory that it and its workers hold, in megabytes.
    pub(super) fn megabytes(&self) -> Result<f64> {
        let kilobytes: u32 = self.processes()?.iter().map(|id| kilobytes(*id)).sum::<Result<_>>()?;
        Ok(f64::from(kilobytes) / 1024.0)
    }

    /// The process and its children.
    fn processes(&self) -> Result<Vec<u32>> {
        let id = self.process.id();
        let children = fs::read_to_string(format!("/proc/{id}/task/{id}/children"))?;
        let children = children.split_whitespace().map(str::parse);
        std::iter::once(Ok(id)).chain(children).map(|id| Ok(id?)).collect()
    }
}

impl Drop for Competitor {
    fn drop(&mut self) {
        // A server that has ended already needs no end.
        let _ = Command::new("kill").arg(self.process.id().to_string()).status();
        let _ = self.process.wait();
    }
}

/// User and system time of a process (`proc_pid_stat(5)`, fields 14 and 15).
fn ticks(id: u32) -> Result<u64> {
    let stat = fs::read_to_string(format!("/proc/{id}/stat"))?;
    let (_, fields) = stat.rsplit_once(')').context("no name in stat")?;
    let fields = fields.split_whitespace().skip(11).take(2);
    fields.map(|field| Ok(field.parse::<u64>()?)).sum()
}

/// The resident memory of a process.
fn kilobytes(id: u32) -> Result<u32> {
    let status = fs::read_to_string(format!("/proc/{id}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("no memory in status")?;
    Ok(line.trim().trim_end_matches(" kB").parse()?)
}

/// nginx as a static site wants it: a worker for each processor, packed files as they lie there, no log.
pub(super) fn configured_nginx(folder: &Path, address: SocketAddr) -> Result<Command> {
    let root = folder.display();
    let configuration = format!(
        "daemon off; pid {root}/nginx.pid; error_log stderr; worker_processes auto;\n\
         events {{ worker_connections 1024; multi_accept on; }}\n\
         http {{ access_log off; sendfile on; tcp_nopush on; tcp_nodelay on; keepalive_requests 1000000;\n\
         open_file_cache max=100; types {{ text/html html; }} gzip_static on;\n\
         server {{ listen {address}; root {root}; }} }}\n"
    );
    let file = folder.join("nginx.conf");
    fs::write(&file, configuration)?;
    let mut command = checkout::program("/usr/sbin/nginx")?;
    command.arg("-c").arg(file).arg("-p").arg(folder);
    Ok(command)
}
