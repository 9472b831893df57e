//! The deployment in containers: what its images weigh, how soon it is up, what memory it takes, and whether a visitor
//! notices that it is renewed.

mod engine;
mod visitors;

use std::time::{Duration, Instant};

use anyhow::Result;

use crate::say;
use engine::Deployment;
use visitors::{Visits, Way};

/// How long visitors come while memory is measured.
const LOAD: Duration = Duration::from_secs(20);
/// How many visitors come at once.
const VISITORS: usize = 16;

/// Brings up a deployment of its own, measures it, and takes it away.
pub(crate) fn run() -> Result<()> {
    let deployment = Deployment::new()?;
    say::step("Building the images");
    deployment.build()?;
    let outcome = measure(&deployment);
    deployment.remove()?;
    outcome
}

fn measure(deployment: &Deployment) -> Result<()> {
    for image in ["server", "staff", "proxy"] {
        row(&format!("image of the {image}"), &format!("{:.1} MB", engine::size(image)? / 1e6));
    }
    say::step("Starting it, with a new database");
    let first = timed(|| deployment.up(&[]))?;
    row("from nothing to healthy, with the demonstration", &seconds(first));
    let again = timed(|| deployment.up(&["--force-recreate", "--no-deps", "server"]))?;
    row("the server alone, to healthy", &seconds(again));

    row("memory at rest", &engine::memory()?);
    say::step(&format!("{VISITORS} visitors at once for {} seconds", LOAD.as_secs()));
    let visits = Visits::begin(deployment.plain(), Way::Plain, VISITORS);
    let memory = engine::memory_after(LOAD)?;
    let seen = visits.end();
    row("memory under load", &memory);
    row("visits", &seen.to_string());

    say::step("Renewing it under load");
    for (what, way) in [("one server", Way::Plain), ("two behind the proxy", Way::Proxied)] {
        let visits = Visits::begin(deployment.address(way), way, 4);
        deployment.renew()?;
        row(&format!("visits while renewed, {what}"), &visits.end().to_string());
    }
    Ok(())
}

fn timed(work: impl FnOnce() -> Result<()>) -> Result<Duration> {
    let started = Instant::now();
    work()?;
    Ok(started.elapsed())
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

fn row(what: &str, measure: &str) {
    say::result(&format!("{what:<50}{measure}"));
}
