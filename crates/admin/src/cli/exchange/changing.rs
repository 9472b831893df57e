//! Exchanges that are on record: moved, cancelled, recorded, published.

use clap::Args;
use signpost_core::{Direction, ExchangeKind, Line, Markdown, WebAddress};

use crate::cli::renewal::Within;
use crate::cli::when::{DayOrTime, TimeArguments};
use crate::cli::words::one_of;
use crate::cli::writing::Writing;

/// The exchange to move, and when it is now.
#[derive(Debug, Args)]
pub(crate) struct MoveExchange {
    /// Its short name
    #[arg(value_name = "NAME")]
    pub(crate) name: String,

    /// When it starts now: 2027-05-01T10:00 or 2027-05-01
    #[arg(long, value_name = "TIME")]
    pub(crate) to: DayOrTime,

    #[command(flatten)]
    pub(crate) time: TimeArguments,

    #[command(flatten)]
    pub(crate) writing: Writing,
}

/// The exchange to postpone, to when and why.
#[derive(Debug, Args)]
pub(crate) struct PostponeExchange {
    /// Why, for the public to read
    #[arg(long, value_name = "WORDS")]
    pub(crate) because: Option<Line>,

    #[command(flatten)]
    pub(crate) moving: MoveExchange,
}

/// The exchange to cancel, and why.
#[derive(Debug, Args)]
pub(crate) struct CancelExchange {
    /// Its short name
    #[arg(value_name = "NAME")]
    pub(crate) name: String,

    /// Why, for the public to read
    #[arg(long, value_name = "WORDS")]
    pub(crate) because: Line,

    #[command(flatten)]
    pub(crate) writing: Writing,
}

/// What was wrong about an exchange.
#[derive(Debug, Args)]
pub(crate) struct CorrectExchange {
    /// Its short name
    #[arg(value_name = "NAME")]
    pub(crate) name: String,

    /// What it is called
    #[arg(long, value_name = "WORDS")]
    pub(crate) title: Option<Line>,

    /// When it started or starts; no trace of the wrong time is shown
    #[arg(long, value_name = "TIME")]
    pub(crate) starts: Option<DayOrTime>,

    #[command(flatten)]
    pub(crate) time: TimeArguments,

    /// Of which kind it is
    #[arg(long, value_parser = one_of(ExchangeKind::ALL, ExchangeKind::as_str))]
    pub(crate) kind: Option<ExchangeKind>,

    /// Who goes where, seen from the host city
    #[arg(long, value_parser = one_of(Direction::ALL, Direction::as_str))]
    pub(crate) direction: Option<Direction>,

    /// The committee that organises it, by its name
    #[arg(long, value_name = "COMMITTEE")]
    pub(crate) organizer: Option<String>,

    /// A remark for staff, in Markdown
    #[arg(long, value_name = "WORDS")]
    pub(crate) remark: Option<Markdown>,

    /// The partners it is with, instead of those on record
    #[arg(long, value_name = "PARTNER")]
    pub(crate) partner: Vec<String>,

    /// Where it is
    #[arg(long, value_name = "PLACE")]
    pub(crate) venue: Option<Line>,

    /// A page with more
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) website: Option<WebAddress>,

    /// Who led it
    #[arg(long, value_name = "PERSON")]
    pub(crate) led_by: Option<Line>,

    #[command(flatten)]
    pub(crate) writing: Writing,
}

/// What happened.
#[derive(Debug, Args)]
pub(crate) struct RecordExchange {
    /// Its short name
    #[arg(value_name = "NAME")]
    pub(crate) name: String,

    /// How many students took part
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(i32).range(0..))]
    pub(crate) students: Option<i32>,

    /// How many went with them
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(i32).range(0..))]
    pub(crate) chaperones: Option<i32>,

    /// How many other adults took part
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(i32).range(0..))]
    pub(crate) adults: Option<i32>,

    /// How many families took guests in; they are not counted as people
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(i32).range(0..))]
    pub(crate) host_families: Option<i32>,

    /// How many took part in all, where only the sum is known
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(i32).range(0..))]
    pub(crate) people: Option<i32>,

    /// What else is known of them
    #[arg(long, value_name = "WORDS")]
    pub(crate) remark: Option<Line>,

    /// Who led it
    #[arg(long, value_name = "PERSON")]
    pub(crate) led_by: Option<Line>,

    #[command(flatten)]
    pub(crate) writing: Writing,
}

/// The exchange to preview.
#[derive(Debug, Args)]
pub(crate) struct PreviewExchange {
    /// Its short name
    #[arg(value_name = "NAME")]
    pub(crate) name: String,

    /// How long the link lasts, at most a year
    #[arg(long = "for", value_name = "PERIOD", default_value = "14d")]
    pub(crate) lasts: Within,

    /// Where visitors find the site, as the server's --public-address
    #[arg(long, value_name = "ADDRESS", env = "SIGNPOST_PUBLIC_ADDRESS", hide_env_values = true)]
    pub(crate) site: Option<WebAddress>,

    /// Withdraw all links to it
    #[arg(long, conflicts_with_all = ["lasts", "site"])]
    pub(crate) withdraw: bool,

    #[command(flatten)]
    pub(crate) writing: Writing,
}
