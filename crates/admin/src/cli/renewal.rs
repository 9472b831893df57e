//! Renewals: what can be asked of them.

use std::path::PathBuf;
use std::str::FromStr;

use clap::{Args, Subcommand, ValueEnum};
use signpost_core::Period;

use super::reading::Output;

/// What to do with renewals.
#[derive(Debug, Subcommand)]
pub(crate) enum RenewalVerb {
    /// List the terms that end soon and that nothing continues
    #[command(after_help = "\
Examples:
  signpost renewal due
  signpost renewal due --within 400d
  signpost renewal due --within 1y --format csv

An end of which only the year is on record counts from the first day of that year.
The command exits with 3 when something is due, so that cron can tell.")]
    Due(DueRenewals),

    /// Write what the Council needs to decide on a renewal
    #[command(after_help = "\
Examples:
  signpost renewal packet taichung
  signpost renewal packet taichung --format html --output taichung.html

The HTML file needs nothing beside it, and prints well. What is not on record is said to be so, and what a \
person must fill in is marked.")]
    Packet(RenewalPacket),

    /// Write a calendar file of the days to keep: notice, form due, expiry
    #[command(after_help = "\
Examples:
  signpost renewal calendar --output renewals.ics

An end of which only the month or year is on record stands on its first possible day, and says so. Written \
again, the file changes the entries of a calendar that it was read into.")]
    Calendar(RenewalCalendar),
}

/// Whose packet to write, and how.
#[derive(Debug, Args)]
pub(crate) struct RenewalPacket {
    /// The partner: its short name, or any of its names and known misspellings
    #[arg(value_name = "PARTNER")]
    pub(crate) partner: String,

    /// Markdown to work on, or HTML to print
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = PacketFormat::Markdown)]
    pub(crate) format: PacketFormat,

    /// The file to write; without it, standard output
    #[arg(long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// What a packet is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum PacketFormat {
    Markdown,
    Html,
}

/// Where the calendar goes.
#[derive(Debug, Args)]
pub(crate) struct RenewalCalendar {
    /// The file to write; without it, standard output
    #[arg(long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// Which renewals are due.
#[derive(Debug, Args)]
pub(crate) struct DueRenewals {
    /// How far to look ahead: 180d, 6m, 2y, or as ISO 8601 writes it, P400D
    #[arg(long, value_name = "PERIOD", default_value = "180d")]
    pub(crate) within: Within,

    #[command(flatten)]
    pub(crate) output: Output,
}

/// How far to look ahead.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Within(pub(crate) Period);

impl FromStr for Within {
    type Err = String;

    /// Reads a number with `d`, `w`, `m` or `y` for days, weeks, months or years, or a period of ISO 8601.
    fn from_str(text: &str) -> Result<Self, String> {
        let is_number = text.bytes().next().is_some_and(|first| first.is_ascii_digit());
        let iso = if is_number { format!("P{}", text.to_ascii_uppercase()) } else { text.to_owned() };
        let refused = || "write a number of days, weeks, months or years, as 400d, 26w, 6m or 2y".to_owned();
        iso.parse().map(Self).map_err(|_| refused())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_written_short_or_as_iso_does() {
        for (short, iso) in
            [("400d", "P400D"), ("26w", "P26W"), ("6m", "P6M"), ("2Y", "P2Y"), ("P1Y6M", "P1Y6M")]
        {
            assert_eq!(short.parse(), Ok(Within(iso.parse().unwrap())), "{short}");
        }
        for text in ["", "400", "d", "-3d", "0d", "13 months", "6h", "400 d", "201y"] {
            assert!(text.parse::<Within>().is_err(), "{text}");
        }
    }
}
