//! Listing and showing: the verbs that every noun has, and how what they print looks.

use clap::{Args, ValueEnum};
use jiff::civil::Date;
use signpost_core::HistoricDate;

use crate::mark::Mark;

/// How data is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Table,
    Json,
    Csv,
}

/// The choice of how data is printed.
#[derive(Clone, Copy, Debug, Args)]
pub(crate) struct Output {
    /// A table to read, JSON for programs, or CSV for spreadsheets
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Format::Table)]
    pub(crate) format: Format,
}

/// A day on which something is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Day(pub(crate) Date);

impl std::str::FromStr for Day {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let day = text.parse::<HistoricDate>().ok().and_then(HistoricDate::day);
        day.map(Self).ok_or_else(|| "write a day that exists, as 2026-11-23".to_owned())
    }
}

/// What to list.
#[derive(Debug, Args)]
pub(crate) struct List {
    #[command(flatten)]
    pub(crate) output: Output,
}

/// What to list, as of a day.
#[derive(Debug, Args)]
pub(crate) struct ListOn {
    /// As of this day, by what is known today
    #[arg(long, value_name = "DATE")]
    pub(crate) on: Option<Day>,

    #[command(flatten)]
    pub(crate) output: Output,
}

/// Which record to show.
#[derive(Debug, Args)]
pub(crate) struct Show {
    /// Its short name
    #[arg(value_name = "NAME")]
    pub(crate) name: String,

    #[command(flatten)]
    pub(crate) output: Output,
}

/// Which partner to show, as of a day.
#[derive(Debug, Args)]
pub(crate) struct ShowOn {
    /// The partner: its short name, or any of its names and known misspellings
    #[arg(value_name = "PARTNER")]
    pub(crate) partner: String,

    /// Its standing as of this day, by what is known today
    #[arg(long, value_name = "DATE")]
    pub(crate) on: Option<Day>,

    #[command(flatten)]
    pub(crate) output: Output,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_a_whole_date() {
        assert_eq!("2024-02-29".parse(), Ok(Day(Date::constant(2024, 2, 29))));
        for text in ["2024-02-30", "2024", "2024-02", "today", "", "29/02/2024"] {
            assert!(text.parse::<Day>().is_err(), "{text}");
        }
    }
}

/// Whose records to list.
#[derive(Debug, Args)]
pub(crate) struct ListOfPartner {
    /// Of this partner
    #[arg(long)]
    pub(crate) partner: Option<String>,

    #[command(flatten)]
    pub(crate) output: Output,
}

/// A record to show, that has a mark.
#[derive(Debug, Args)]
pub(crate) struct ShowMarked {
    /// Its mark, as the list prints it
    #[arg(value_name = "MARK")]
    pub(crate) mark: Mark,

    #[command(flatten)]
    pub(crate) output: Output,
}
