//! Reports: what can be asked of them.

use clap::{Args, Subcommand, ValueEnum};
use signpost_core::HistoricDate;

/// What to report on.
#[derive(Debug, Subcommand)]
pub(crate) enum ReportVerb {
    /// Report on a year: exchanges, people and costs, beside the years before it
    #[command(after_help = "\
Examples:
  signpost report year 2025
  signpost report year 2025 --format html > report-2025.html
  signpost report year 2025 --years 1 --format csv

The CSV holds the years before it too; its first column tells them apart.")]
    Year(ReportYear),

    /// Report on what happened with one partner, year by year
    #[command(after_help = "\
Examples:
  signpost report partner toyokawa
  signpost report partner toyokawa --from 2015 --until 2025")]
    Partner(ReportPartner),

    /// Report on who visited whom: inbound and outbound exchanges alone
    #[command(after_help = "\
Examples:
  signpost report visitors --year 2019
  signpost report visitors --year 2025 --partner toyokawa --format csv")]
    Visitors(ReportVisitors),
}

/// How a report is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormat {
    Table,
    Json,
    Csv,
    Html,
}

/// The choice of how a report is printed.
#[derive(Clone, Copy, Debug, Args)]
pub(crate) struct ReportOutput {
    /// Words to read, JSON for programs, CSV for spreadsheets, or a page to print
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = ReportFormat::Table)]
    pub(crate) format: ReportFormat,
}

/// Which year to report on.
#[derive(Debug, Args)]
pub(crate) struct ReportYear {
    /// The year
    #[arg(value_name = "YEAR", value_parser = clap::value_parser!(i16).range(1..=9999))]
    pub(crate) year: i16,

    /// How many years to compare, this one included
    #[arg(long, value_name = "NUMBER", default_value_t = 10, value_parser = clap::value_parser!(i16).range(1..=100))]
    pub(crate) years: i16,

    #[command(flatten)]
    pub(crate) output: ReportOutput,
}

/// Which partner to report on.
#[derive(Debug, Args)]
pub(crate) struct ReportPartner {
    /// The partner: its short name, or any of its names and known misspellings
    #[arg(value_name = "PARTNER")]
    pub(crate) partner: String,

    /// What began on or after this day, month or year; else from the first on record
    #[arg(long, value_name = "DATE")]
    pub(crate) from: Option<HistoricDate>,

    /// What began on or before this day, month or year; else until the end of this year
    #[arg(long, value_name = "DATE")]
    pub(crate) until: Option<HistoricDate>,

    #[command(flatten)]
    pub(crate) output: ReportOutput,
}

/// Which visits to report on.
#[derive(Debug, Args)]
pub(crate) struct ReportVisitors {
    /// Of this year
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(i16).range(1..=9999))]
    pub(crate) year: i16,

    /// With this partner
    #[arg(long)]
    pub(crate) partner: Option<String>,

    #[command(flatten)]
    pub(crate) output: ReportOutput,
}
