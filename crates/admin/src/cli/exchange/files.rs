//! Exchanges as files: sheets and calendars.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use signpost_core::{Direction, ExchangeKind};

use super::WhichExchanges;
use crate::cli::words::one_of;
use crate::cli::writing::Writing;

/// What a calendar file does not say of its events.
#[derive(Debug, Args)]
pub(crate) struct Unsaid {
    /// A partner they are with; again for another
    #[arg(long, value_name = "PARTNER")]
    pub(crate) partner: Vec<String>,

    /// Of which kind they are
    #[arg(long, value_parser = one_of(ExchangeKind::ALL, ExchangeKind::as_str))]
    pub(crate) kind: Option<ExchangeKind>,

    /// Who goes where, seen from the host city
    #[arg(long, value_parser = one_of(Direction::ALL, Direction::as_str))]
    pub(crate) direction: Option<Direction>,
}

/// The file to import.
#[derive(Debug, Args)]
pub(crate) struct ImportExchanges {
    /// A sheet (.csv) or a calendar (.ics)
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,

    #[command(flatten)]
    pub(crate) unsaid: Unsaid,

    #[command(flatten)]
    pub(crate) writing: Writing,
}

/// What to write, and where to.
#[derive(Debug, Args)]
pub(crate) struct ExportExchanges {
    /// A sheet that can be imported again, or a calendar
    #[arg(value_enum, value_name = "FORM")]
    pub(crate) form: ExchangeFile,

    #[command(flatten)]
    pub(crate) which: WhichExchanges,

    /// The file to write; without it, standard output
    #[arg(long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// What exchanges are written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExchangeFile {
    /// Comma-separated values
    Csv,
    /// iCalendar
    Ics,
}
