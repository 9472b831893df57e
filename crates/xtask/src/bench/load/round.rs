//! One measurement with wrk.

use std::process::Command;

use anyhow::{Context, Result, bail};

use super::Competitor;

/// What a load run of some seconds shows.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Round {
    /// Requests answered in a second.
    pub(super) per_second: f64,
    /// Half of the answers took less, in milliseconds.
    pub(super) middle: f64,
    /// One in a hundred took longer.
    pub(super) slow: f64,
    /// Processor time for a request, in microseconds.
    pub(super) processor: f64,
    /// Memory afterwards.
    pub(super) megabytes: f64,
}

/// How long a run is, in seconds.
const SECONDS: u32 = 5;

impl Round {
    /// Loads a server with 64 connections that ask for its home page, packed.
    pub(super) fn of(competitor: &Competitor) -> Result<Self> {
        let before = competitor.ticks()?;
        let mut wrk = Command::new("wrk");
        wrk.args(["--threads", "1", "--connections", "64", "--latency", "--duration"]);
        wrk.arg(format!("{SECONDS}s")).args(["--header", "Accept-Encoding: gzip"]);
        let output =
            wrk.arg(format!("http://{}/", competitor.address())).output().context("cannot start wrk")?;
        let said = String::from_utf8_lossy(&output.stdout);
        if !output.status.success() || said.contains("Non-2xx") {
            bail!("{} fails under load: {said}", competitor.name());
        }
        let ticks = u32::try_from(competitor.ticks()? - before)?;
        let per_second = number(&said, "Requests/sec:")?;
        let processor = f64::from(ticks) * 10_000.0 / (per_second * f64::from(SECONDS));
        let (middle, slow) = (milliseconds(&said, "50%")?, milliseconds(&said, "99%")?);
        Ok(Self { per_second, middle, slow, processor, megabytes: competitor.megabytes()? })
    }

    /// The median of each figure.
    pub(super) fn median(rounds: &[Self]) -> Self {
        let median = |figure: fn(&Self) -> f64| {
            let mut figures: Vec<f64> = rounds.iter().map(figure).collect();
            figures.sort_by(f64::total_cmp);
            figures.get(figures.len() / 2).copied().unwrap_or_default()
        };
        Self {
            per_second: median(|round| round.per_second),
            middle: median(|round| round.middle),
            slow: median(|round| round.slow),
            processor: median(|round| round.processor),
            megabytes: median(|round| round.megabytes),
        }
    }
}

/// The word after a label in what wrk says.
pub(in crate::bench) fn after<'a>(said: &'a str, label: &str) -> Result<&'a str> {
    let line = said.lines().find_map(|line| line.trim().strip_prefix(label));
    line.map(str::trim).with_context(|| format!("wrk does not say {label}"))
}

fn number(said: &str, label: &str) -> Result<f64> {
    Ok(after(said, label)?.parse()?)
}

/// The time after a label, in milliseconds.
pub(in crate::bench) fn milliseconds(said: &str, label: &str) -> Result<f64> {
    duration(after(said, label)?)
}

/// A time with its unit, as wrk writes it, in milliseconds: `512.00us`, `1.34ms`, `1.02s`.
pub(in crate::bench) fn duration(text: &str) -> Result<f64> {
    let (digits, factor) = match text {
        _ if text.ends_with("us") => (text.trim_end_matches("us"), 0.001),
        _ if text.ends_with("ms") => (text.trim_end_matches("ms"), 1.0),
        _ => (text.trim_end_matches('s'), 1000.0),
    };
    Ok(digits.parse::<f64>()? * factor)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_wrk_says() {
        let said = "  Latency Distribution\n     50%  512.00us\n     90%  1.34ms\n     99%  1.02s\n\
                    Requests/sec:  95500.12\n";
        let close = |one: f64, other: f64| (one - other).abs() < 1e-9;
        assert!(close(number(said, "Requests/sec:").unwrap(), 95500.12));
        for (label, time) in [("50%", 0.512), ("90%", 1.34), ("99%", 1020.0)] {
            assert!(close(milliseconds(said, label).unwrap(), time), "{label}");
        }
        assert!(number(said, "Transfer/sec:").is_err());
    }

    #[test]
    fn the_median_is_of_each_figure() {
        let rounds = [(3.0, 10.0), (1.0, 30.0), (2.0, 20.0)];
        let rounds = rounds.map(|(per_second, slow)| Round { per_second, slow, ..Round::default() });
        let median = Round::median(&rounds);
        assert_eq!(median, Round { per_second: 2.0, slow: 20.0, ..Round::default() });
    }
}
