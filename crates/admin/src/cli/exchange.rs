//! Exchanges: what can be asked of them.

use clap::{Args, Subcommand};
use signpost_core::{Direction, ExchangeKind, HistoricDate};

use super::reading::{Output, Show};
use super::words::one_of;

/// What to do with exchanges.
#[derive(Debug, Subcommand)]
pub(crate) enum ExchangeVerb {
    /// List exchanges, the earliest first
    #[command(after_help = "\
Examples:
  signpost exchange list --partner toyokawa
  signpost exchange list --kind student-exchange --from 2019 --until 2025
  signpost exchange list --format csv > exchanges.csv")]
    List(ListExchanges),

    /// Show one: when, where, with whom, who took part
    Show(Show),
}

/// Which exchanges to list.
#[derive(Debug, Args)]
pub(crate) struct ListExchanges {
    /// With this partner
    #[arg(long)]
    pub(crate) partner: Option<String>,

    /// Of this kind
    #[arg(long, value_parser = one_of(ExchangeKind::ALL, ExchangeKind::as_str))]
    pub(crate) kind: Option<ExchangeKind>,

    /// In this direction, seen from the host city
    #[arg(long, value_parser = one_of(Direction::ALL, Direction::as_str))]
    pub(crate) direction: Option<Direction>,

    /// On or after this day, month or year
    #[arg(long, value_name = "DATE")]
    pub(crate) from: Option<HistoricDate>,

    /// On or before this day, month or year
    #[arg(long, value_name = "DATE")]
    pub(crate) until: Option<HistoricDate>,

    /// At most so many
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) limit: Option<u64>,

    #[command(flatten)]
    pub(crate) output: Output,
}
