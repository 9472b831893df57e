//! Exchanges to come: planned, and repeated.

use std::path::PathBuf;

use clap::Args;
use signpost_core::{Every, Line, Markdown, On, RepeatRule, Slug, WebAddress};

use super::files::Unsaid;
use crate::cli::reading::Day;
use crate::cli::when::{DayOrTime, TimeArguments};
use crate::cli::writing::Writing;

/// The exchange to plan.
#[derive(Debug, Args)]
pub(crate) struct ScheduleExchange {
    /// What it is called
    #[arg(value_name = "TITLE", required_unless_present = "file")]
    pub(crate) title: Option<Line>,

    /// A calendar file (.ics) whose events to plan; again, to change them
    #[arg(long, value_name = "FILE", conflicts_with_all = [
        "title", "name", "starts", "ends", "zone", "fold", "tentative", "venue", "website", "organizer", "led_by",
        "description",
    ])]
    pub(crate) file: Option<PathBuf>,

    /// Its short name [default: made from its title and year]
    #[arg(long, value_name = "NAME")]
    pub(crate) name: Option<Slug>,

    #[command(flatten)]
    pub(crate) unsaid: Unsaid,

    /// When it starts: 2027-05-01T10:00, 2027-05-01, 2027-05 or 2027
    #[arg(long, value_name = "TIME", required_unless_present = "file", requires_all = ["kind", "direction"])]
    pub(crate) starts: Option<DayOrTime>,

    #[command(flatten)]
    pub(crate) time: TimeArguments,

    /// It is expected, and not yet certain
    #[arg(long)]
    pub(crate) tentative: bool,

    /// Where it is
    #[arg(long, value_name = "PLACE")]
    pub(crate) venue: Option<Line>,

    /// A page with more
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) website: Option<WebAddress>,

    /// The committee that organises it, by its name
    #[arg(long, value_name = "COMMITTEE")]
    pub(crate) organizer: Option<String>,

    /// Who leads it
    #[arg(long, value_name = "PERSON")]
    pub(crate) led_by: Option<Line>,

    /// What there is to say about it, in Markdown
    #[arg(long, value_name = "WORDS")]
    pub(crate) description: Option<Markdown>,

    #[command(flatten)]
    pub(crate) writing: Writing,
}

/// The exchange to repeat, and how.
#[derive(Debug, Args)]
pub(crate) struct RepeatExchange {
    /// The short name of the first of them
    #[arg(value_name = "NAME")]
    pub(crate) name: String,

    /// How often: week, "2 weeks", month, "6 months", year, "2 years"
    #[arg(long, value_name = "PERIOD")]
    pub(crate) every: Option<Every>,

    /// On which day, as "last weekend of April" [default: as the first one]
    #[arg(long, value_name = "DAY", requires = "every")]
    pub(crate) on: Option<On>,

    /// The rule as calendars write it (RRULE of RFC 5545)
    #[arg(long, value_name = "RULE", conflicts_with_all = ["every", "until", "count"])]
    pub(crate) rule: Option<RepeatRule>,

    /// The last day of the series [default: it has no end]
    #[arg(long, value_name = "DATE", conflicts_with = "count")]
    pub(crate) until: Option<Day>,

    /// How many there are, with the first
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) count: Option<u16>,

    /// The short name of the series [default: that of the first one, without its year]
    #[arg(long, value_name = "NAME")]
    pub(crate) series: Option<Slug>,

    #[command(flatten)]
    pub(crate) writing: Writing,
}
