//! Visitors who come all at once, or who ask for something else each time: how long they wait, what memory it takes.

use std::fs;
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Child, Command};
use std::sync::Barrier;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, ensure};
use signpost_cluster::Cluster;

use super::export::most_memory;
use super::load::{after, milliseconds};
use super::serving::served;
use super::start::time_of_first;
use super::wire::fetch;
use crate::{checkout, demo, requirements, say};

/// How many come at once to a server that has just started.
const AT_ONCE: usize = 500;

/// How long the others come, through 64 connections.
const SECONDS: u32 = 10;

/// Visitors who ask for something else each time: what is different, and how wrk makes it so from a number.
const VARYING: [(&str, &str); 4] = [
    ("a query of its own for each", "return wrk.format(nil, '/?visitor=' .. number)"),
    ("words of its own for each", "return wrk.format(nil, '/search?q=word' .. number)"),
    (
        "each of 100,000 past months",
        "return wrk.format(nil, string.format('/exchanges/month/%04d-%02d', 1 + number / 12 % 8333, 1 + number % 12))",
    ),
    (
        "1,000 values of Accept-Encoding",
        "return wrk.format(nil, '/', { ['Accept-Encoding'] = 'gzip;q=0.' .. number % 1000 .. ', br;q=0.' .. number % 7 })",
    ),
];

/// What one of them showed.
struct Seen {
    who: String,
    /// One in a hundred waited longer, in milliseconds.
    slow: f64,
    /// The most memory that the server had used by then, in kibibytes.
    memory: u64,
    /// How many pages the server had made by then.
    made: u64,
}

/// Lets the visitors come to the demonstration, one sort after the other.
pub(crate) fn run() -> Result<()> {
    requirements::ensure(&requirements::LOAD)?;
    let (binaries, cluster) = demo::released()?;
    let measured = measured(&binaries, &cluster);
    cluster.leave()?;
    say::result(&table(&measured?));
    Ok(())
}

fn measured(binaries: &Path, cluster: &Cluster) -> Result<Vec<Seen>> {
    let free = || -> Result<SocketAddr> { Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?) };
    let visited = Visited { address: free()?, metrics: free()? };
    let mut server = demo::with_data(&binaries.join("signpost-server"), cluster)?;
    server.arg("--listen").arg(visited.address.to_string());
    server.arg("--metrics-listen").arg(visited.metrics.to_string());
    served(&mut server, |server| visited.by_all(server))
}

/// Where the server is, and where it tells what it counted.
struct Visited {
    address: SocketAddr,
    metrics: SocketAddr,
}

impl Visited {
    fn by_all(&self, server: &mut Child) -> Result<Vec<Seen>> {
        // Not for a page: none is kept yet.
        time_of_first(server, self.address, "/healthz", Instant::now())?;
        let who = format!("{AT_ONCE} at once, nothing kept");
        say::step(&who);
        let slow = at_once(self.address)?;
        let mut all = vec![self.seen(server, who, slow)?];
        for (who, request) in VARYING {
            say::step(who);
            let slow = varying(self.address, request)?;
            all.push(self.seen(server, who.to_owned(), slow)?);
        }
        Ok(all)
    }

    fn seen(&self, server: &Child, who: String, slow: f64) -> Result<Seen> {
        let counts = String::from_utf8_lossy(&fetch(self.metrics, "/metrics", "identity")?).into_owned();
        Ok(Seen { who, slow, memory: most_memory(server.id())?, made: pages_made(&counts)? })
    }
}

/// Visitors who all connect before the first of them asks; the time that all but a hundredth waited less than.
fn at_once(address: SocketAddr) -> Result<f64> {
    let together = Barrier::new(AT_ONCE);
    let waited: Result<Vec<Duration>> = thread::scope(|scope| {
        let visit = || {
            together.wait();
            let started = Instant::now();
            fetch(address, "/", "gzip").map(|_| started.elapsed())
        };
        let visits: Vec<_> = (0..AT_ONCE).map(|_| scope.spawn(visit)).collect();
        visits.into_iter().map(|visit| visit.join().map_err(|_| anyhow!("a visitor fell over"))?).collect()
    });
    let mut waited = waited?;
    waited.sort_unstable();
    let slow = waited.get(AT_ONCE * 99 / 100).copied().unwrap_or_default();
    Ok(slow.as_secs_f64() * 1000.0)
}

/// Visitors through 64 connections whose requests differ by a number.
fn varying(address: SocketAddr, request: &str) -> Result<f64> {
    let folder = checkout::root()?.join("target/bench-crowd");
    fs::create_dir_all(&folder)?;
    let script = folder.join("request.lua");
    fs::write(
        &script,
        format!("local number = 0\nfunction request()\n  number = number + 1\n  {request}\nend\n"),
    )?;
    let mut wrk = Command::new("wrk");
    wrk.args(["--threads", "1", "--connections", "64", "--latency", "--duration"]);
    wrk.arg(format!("{SECONDS}s")).arg("--script").arg(&script);
    let output = wrk.arg(format!("http://{address}")).output().context("cannot start wrk")?;
    let said = String::from_utf8_lossy(&output.stdout);
    ensure!(output.status.success() && after(&said, "Socket errors:").is_err(), "the server fails: {said}");
    milliseconds(&said, "99%")
}

/// How many pages the server says it made to be kept.
fn pages_made(counts: &str) -> Result<u64> {
    let count = counts.lines().find_map(|line| line.strip_prefix("signpost_pages_made_total "));
    count
        .context("the server does not count the pages that it makes")?
        .parse()
        .context("the count is no number")
}

fn table(seen: &[Seen]) -> String {
    let head = format!("{:<34}{:>9}{:>12}{:>16}", "", "p99 ms", "most MB", "pages made");
    let line = |seen: &Seen| {
        let megabytes = seen.memory / 1024;
        format!("{:<34}{:>9.1}{megabytes:>12}{:>16}", seen.who, seen.slow, seen.made)
    };
    std::iter::once(head).chain(seen.iter().map(line)).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_of_pages_is_found() {
        let counts = "# TYPE signpost_pages_made_total counter\nsignpost_pages_made_total 7\n";
        assert_eq!(pages_made(counts).unwrap(), 7);
        assert!(pages_made("signpost_pages_made_total many\n").is_err());
        assert!(pages_made("").is_err());
    }

    #[test]
    fn a_line_for_each() {
        let seen = Seen { who: "500 at once".to_owned(), slow: 31.26, memory: 81_920, made: 1 };
        let table = table(&[seen]);
        let line: Vec<&str> = table.lines().nth(1).unwrap().split_whitespace().collect();
        assert_eq!(line, ["500", "at", "once", "31.3", "80", "1"]);
    }
}
