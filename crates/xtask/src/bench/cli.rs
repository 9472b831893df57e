//! How long staff wait for lists and reports of a large programme.

use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use signpost_cluster::Cluster;

use crate::checkout::cargo;
use crate::dataset::{self, Size};
use crate::{checkout, clusters, demo, requirements, say};

/// How often each command is run.
const RUNS: usize = 5;

/// What a list may take, and what a report.
const LIST: Duration = Duration::from_millis(200);
const REPORT: Duration = Duration::from_secs(2);

/// What is run, and how long it may take.
const COMMANDS: [(&str, Duration); 31] = [
    ("programme show", LIST),
    ("partner list", LIST),
    ("alias list", LIST),
    ("relationship list", LIST),
    ("agreement list", LIST),
    ("application list", LIST),
    ("committee list", LIST),
    ("gift list", LIST),
    ("cost list", LIST),
    ("exchange list", LIST),
    ("exchange list --kind delegation --from 2020", LIST),
    ("exchange list --format csv", LIST),
    ("exchange show exchange-0", LIST),
    ("page list", LIST),
    ("document list", LIST),
    ("photo list", LIST),
    ("notice list", LIST),
    ("source list", LIST),
    ("claim list", LIST),
    ("policy show", LIST),
    ("policy check", LIST),
    ("policy exceptions list", LIST),
    ("renewal due", LIST),
    ("translation status", LIST),
    ("audit log", LIST),
    ("remind", REPORT),
    ("check", REPORT),
    ("report year 2025", REPORT),
    ("report visitors --year 2019", REPORT),
    ("exchange duplicates", REPORT),
    ("audit verify", REPORT),
];

/// Measures every list and report over a programme of a size.
pub(crate) fn run(size: Size) -> Result<()> {
    requirements::ensure(&requirements::DATABASE)?;
    say::step("Building");
    checkout::run(&mut cargo(&["build", "--release", "--package", "signpost-admin"])?)?;
    let debug = checkout::binaries()?;
    let binaries = debug.with_file_name("release");
    let cluster = clusters::throwaway()?;
    let filled = fill(&binaries, &cluster, size);
    let rows = filled.and_then(|()| measured(&binaries, &cluster));
    cluster.leave()?;
    say::result(&table(size, &rows?));
    Ok(())
}

fn fill(binaries: &Path, cluster: &Cluster, size: Size) -> Result<()> {
    say::step("Filling a database");
    let folder = checkout::root()?.join("target/bench-dataset");
    dataset::write(&folder, size)?;
    demo::import(binaries, cluster, &folder)
}

fn measured(binaries: &Path, cluster: &Cluster) -> Result<Vec<(&'static str, Duration, Duration)>> {
    say::step(&format!("Running each command {RUNS} times"));
    let median = |(words, most): (&'static str, Duration)| {
        let mut times = (0..RUNS).map(|_| time(binaries, cluster, words)).collect::<Result<Vec<_>>>()?;
        times.sort_unstable();
        Ok((words, times.get(RUNS / 2).copied().unwrap_or_default(), most))
    };
    COMMANDS.into_iter().map(median).collect()
}

/// How long a command takes from its start to its end, its output read by nobody.
fn time(binaries: &Path, cluster: &Cluster, words: &str) -> Result<Duration> {
    let mut command = demo::with_data(&binaries.join("signpost"), cluster)?;
    command.args(words.split(' ')).stdout(Stdio::null()).stderr(Stdio::null());
    let started = Instant::now();
    let status = command.status().context("cannot start signpost")?;
    let time = started.elapsed();
    // 3: a check found something.
    if !matches!(status.code(), Some(0 | 3)) {
        bail!("`signpost {words}` failed ({status})");
    }
    Ok(time)
}

/// Medians in milliseconds, beside what they may be.
fn table(size: Size, rows: &[(&str, Duration, Duration)]) -> String {
    let head = format!(
        "{} partners, {} exchanges; median of {RUNS} runs, in milliseconds",
        size.partners, size.exchanges
    );
    let line = |(words, time, most): &(&str, Duration, Duration)| {
        let verdict = if time <= most { "" } else { "  too slow" };
        format!("{words:<46}{:>8.1} of {:>5}{verdict}", time.as_secs_f64() * 1000.0, most.as_millis())
    };
    std::iter::once(head).chain(rows.iter().map(line)).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_slow_is_marked() {
        let size = Size { partners: 1, exchanges: 1, seed: 1 };
        let rows = [("fast", LIST, LIST), ("slow", LIST + Duration::from_millis(1), LIST)];
        let table = table(size, &rows);
        let lines: Vec<&str> = table.lines().skip(1).collect();
        assert!(lines[0].ends_with("200.0 of   200"), "{table}");
        assert!(lines[1].ends_with("201.0 of   200  too slow"), "{table}");
    }
}
