//! The home page under load, beside nginx and a bare handler with the same bytes.

mod competitor;
mod round;

use std::fs;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use competitor::Competitor;
use round::Round;
pub(super) use round::{after, duration, milliseconds};

use crate::bench::wire::fetch;
use crate::{checkout, demo, requirements, say};

/// How often each is measured, in turns, so that what else the machine does hits all alike.
const ROUNDS: usize = 5;

/// Loads the server, nginx and a bare handler in turns, and prints how they compare.
pub(crate) fn run() -> Result<()> {
    requirements::ensure(&[&requirements::DATABASE[..], &requirements::LOAD].concat())?;
    say::step("Building");
    demo::build(&["--release"])?;
    checkout::run(&mut checkout::cargo(&[
        "build",
        "--release",
        "-p",
        "signpost-server",
        "--example",
        "bare",
    ])?)?;
    let binaries = checkout::binaries()?.with_file_name("release");
    let cluster = demo::fill(&binaries)?;
    let measured = measure(&binaries, &cluster);
    cluster.leave()?;
    say::result(&table(&measured?));
    Ok(())
}

fn measure(binaries: &Path, cluster: &signpost_cluster::Cluster) -> Result<Vec<(&'static str, Vec<Round>)>> {
    let (ours, nginx, bare) = (free_address()?, free_address()?, free_address()?);
    let signpost = Competitor::start("signpost", ours, demo::server(binaries, cluster, ours)?)?;
    let folder = page_of(ours)?;
    let configured = competitor::configured_nginx(&folder, nginx)?;
    let nginx = Competitor::start("nginx", nginx, configured)?;
    let mut command = checkout::program(binaries.join("examples/bare"))?;
    command.arg(bare.to_string()).arg(folder.join("index.html.gz"));
    let bare = Competitor::start("bare axum", bare, command)?;
    let competitors = [signpost, nginx, bare];
    let mut rounds = [const { Vec::new() }; 3];
    for number in 1..=ROUNDS {
        say::step(&format!("Round {number} of {ROUNDS}"));
        for (competitor, rounds) in competitors.iter().zip(&mut rounds) {
            rounds.push(Round::of(competitor)?);
        }
    }
    Ok(competitors.iter().map(Competitor::name).zip(rounds).collect())
}

/// A folder with the server's home page, plain and packed, for nginx to serve.
fn page_of(server: SocketAddr) -> Result<PathBuf> {
    let folder = checkout::root()?.join("target/bench-load");
    fs::create_dir_all(&folder)?;
    for (name, coding) in [("index.html", "identity"), ("index.html.gz", "gzip")] {
        let answer = fetch(server, "/", coding)?;
        let end = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n").context("no end of a head")?;
        fs::write(folder.join(name), answer.get(end + 4..).unwrap_or_default())?;
    }
    Ok(folder)
}

/// An address of this machine that nobody listens on.
fn free_address() -> Result<SocketAddr> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?)
}

/// The medians of each, and how they compare with the server's.
fn table(measured: &[(&str, Vec<Round>)]) -> String {
    let medians: Vec<_> = measured.iter().map(|(name, rounds)| (*name, Round::median(rounds))).collect();
    let ours = medians.first().map_or(0.0, |(_, median)| median.per_second);
    let head = format!(
        "{:<11}{:>12}{:>9}{:>9}{:>10}{:>8}{:>13}   (home page, gzip, 64 connections, median of {ROUNDS})",
        "", "per second", "p50 ms", "p99 ms", "CPU µs", "MB", "signpost is"
    );
    let line = |(name, median): &(&str, Round)| {
        let Round { per_second, middle, slow, processor, megabytes } = median;
        let ratio = ours / per_second;
        format!(
            "{name:<11}{per_second:>12.0}{middle:>9.2}{slow:>9.2}{processor:>10.1}{megabytes:>8.0}{ratio:>12.2}x"
        )
    };
    std::iter::once(head).chain(medians.iter().map(line)).collect::<Vec<_>>().join("\n")
}
