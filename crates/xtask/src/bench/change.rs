//! A change by staff while visitors load a page: how soon they see it, and how long the slowest waited.

use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use signpost_cluster::Cluster;

use super::load::{after, duration};
use super::serving::served;
use super::start::time_of_first_page;
use super::wire::fetch;
use crate::{checkout, demo, requirements, say};

/// How often something is changed.
const CHANGES: usize = 5;
/// After this, a change that is not shown will not be.
const PATIENCE: Duration = Duration::from_secs(10);

/// What was measured: from the end of each command to the first page that shows it, and the slowest answer of all.
struct Measured {
    shown: Vec<Duration>,
    slowest: f64,
}

/// Posts notices under load, and prints how soon every page shows them.
pub(crate) fn run() -> Result<()> {
    requirements::ensure(&requirements::LOAD)?;
    let (binaries, cluster) = demo::released()?;
    let measured = measured(&binaries, &cluster);
    cluster.leave()?;
    say::result(&table(&measured?));
    Ok(())
}

fn measured(binaries: &Path, cluster: &Cluster) -> Result<Measured> {
    let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
    let mut server = demo::server(binaries, cluster, address)?;
    served(&mut server, |server| {
        time_of_first_page(server, address, Instant::now())?;
        under_load(binaries, cluster, address)
    })
}

fn under_load(binaries: &Path, cluster: &Cluster, address: SocketAddr) -> Result<Measured> {
    say::step(&format!("Changing something {CHANGES} times while 64 visitors load the home page"));
    let load = loaded(address)?;
    let shown: Result<Vec<Duration>> =
        (1..=CHANGES).map(|number| shown(binaries, cluster, address, number)).collect();
    let said = load.wait_with_output()?;
    let said = String::from_utf8_lossy(&said.stdout);
    if said.contains("Non-2xx") {
        bail!("an answer under load was not the page: {said}");
    }
    let slowest =
        after(&said, "Latency")?.split_whitespace().nth(2).context("wrk names no slowest answer")?;
    Ok(Measured { shown: shown?, slowest: duration(slowest)? })
}

/// The load, for longer than the changes take.
fn loaded(address: SocketAddr) -> Result<Child> {
    let mut wrk = Command::new("wrk");
    wrk.args([
        "--threads",
        "1",
        "--connections",
        "64",
        "--duration",
        "15s",
        "--header",
        "Accept-Encoding: gzip",
    ]);
    wrk.arg(format!("http://{address}/")).stdout(Stdio::piped()).spawn().context("cannot start wrk")
}

/// Posts a notice, and says how long after the command's end the home page shows it.
fn shown(binaries: &Path, cluster: &Cluster, address: SocketAddr, number: usize) -> Result<Duration> {
    let title = format!("Notice number {number} of {}", std::process::id());
    let mut post = demo::with_data(&binaries.join("signpost"), cluster)?;
    post.args(["notice", "post", &format!("n{number}-{}", std::process::id()), "--title", &title]);
    checkout::run(post.args(["--actor", "bench"]).stdout(Stdio::null()))?;
    let ended = Instant::now();
    loop {
        let page = fetch(address, "/", "identity")?;
        let took = ended.elapsed();
        if String::from_utf8_lossy(&page).contains(&title) {
            return Ok(took);
        }
        if took > PATIENCE {
            bail!("the home page does not show {title}");
        }
    }
}

fn table(measured: &Measured) -> String {
    let longest = measured.shown.iter().max().copied().unwrap_or_default().as_secs_f64() * 1000.0;
    [
        format!("{} changes with 64 connections on the home page", measured.shown.len()),
        format!("shown after, at most {longest:>10.1} ms"),
        format!("slowest answer       {:>10.1} ms", measured.slowest),
    ]
    .join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_gives_the_longest() {
        let shown = [40, 90, 10].map(Duration::from_millis).to_vec();
        let table = table(&Measured { shown, slowest: 31.5 });
        let lines: Vec<&str> = table.lines().collect();
        assert!(lines[0].starts_with("3 changes") && lines[1].ends_with(" 90.0 ms"), "{table}");
        assert!(lines[2].ends_with(" 31.5 ms"), "{table}");
    }
}
