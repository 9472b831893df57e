//! The deployment in containers: what its images weigh, how soon it is up, what memory it takes, and whether a visitor
//! notices that it is renewed.

mod engine;
mod renewal;
mod visitors;

use std::time::{Duration, Instant};

use anyhow::Result;

use crate::say;
use engine::{Deployment, IMAGES};
use renewal::Renewal;
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
    for image in IMAGES {
        row(&format!("image of the {image}"), &format!("{:.1} MB", engine::size(image)? / 1e6));
    }
    say::step("Starting it, with a new database");
    let first = timed(|| deployment.up(&[]))?;
    row("from nothing to healthy, with the demonstration", &seconds(first));
    let again = timed(|| deployment.up(&["--force-recreate", "--no-deps", "server"]))?;
    row("the server alone, to healthy", &seconds(again));
    row("a backup of the demonstration", &format!("{:.1} MB", deployment.backup()? / 1e6));

    row("memory at rest", &engine::memory()?);
    say::step(&format!("{VISITORS} visitors at once for {} seconds", LOAD.as_secs()));
    let visits = Visits::begin(deployment.plain(), Way::Plain, VISITORS);
    let memory = engine::memory_after(LOAD)?;
    let seen = visits.end();
    row("memory under load", &memory);
    row("visits", &seen.to_string());

    say::step("Renewing it under load");
    for renewal in Renewal::ALL {
        engine::make_anew()?;
        let way = renewal.way();
        let visits = Visits::begin(deployment.address(way), way, 4);
        let time = timed(|| deployment.renew(renewal));
        let seen = visits.end();
        row(renewal.name(), &seconds(time?));
        row("  visits meanwhile", &seen.to_string());
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
    say::result(&format!("{what:<52}{measure}"));
}
