//! Exchanges: what can be asked of them.

mod changing;
mod files;
mod planning;

pub(crate) use changing::{
    CancelExchange, CorrectExchange, MoveExchange, PostponeExchange, PreviewExchange, RecordExchange,
};
pub(crate) use files::{ExchangeFile, ExportExchanges, ImportExchanges, Unsaid};
pub(crate) use planning::{RepeatExchange, ScheduleExchange};

use clap::{Args, Subcommand};
use signpost_core::{Direction, ExchangeKind, HistoricDate};

use super::document::AttachedFile;
use super::reading::{List, Output, Show};
use super::words::one_of;
use super::writing::{Chosen, Named, Publish, Writing};

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

    /// Plan one; it is private until it is published
    #[command(
        visible_alias = "add",
        override_usage = "\
signpost exchange schedule [OPTIONS] <TITLE>
         --kind <KIND> --direction <DIRECTION> --starts <TIME>
       signpost exchange schedule [OPTIONS] --file <FILE>"
    )]
    #[command(after_help = "\
Examples:
  signpost exchange schedule \"Sakura concert\" --partner toyokawa \\
    --kind cultural --direction local --starts 2027-04-03T14:00 --ends 16:00
  signpost exchange schedule \"Delegation to Toyokawa\" --partner toyokawa \\
    --kind delegation --direction outbound --starts 2027-10-04 --ends 2027-10-09
  signpost exchange schedule --file festivals.ics --partner toyokawa \\
    --kind cultural --direction local

A time is the host's, unless --zone names another. A date known only as 2027-05 or 2027 is in \
lists, and in no calendar.")]
    Schedule(ScheduleExchange),

    /// Repeat one by a rule, as a series of exchanges of their own
    #[command(after_help = "\
Examples:
  signpost exchange repeat cherry-blossom-2027 --every year --on \"last weekend of April\"
  signpost exchange repeat sakura-concert-2027 --every \"2 years\" --until 2035-12-31
  signpost exchange repeat sakura-concert-2027

They are made for the next two years, as drafts; the last example makes those that came nearer \
since. Each can be moved or cancelled by itself. A date that a year lacks is passed over.")]
    Repeat(RepeatExchange),

    /// Move one to another time; the time that people knew stays on record
    Move(MoveExchange),

    /// Postpone one, to a date known to the day, the month or the year
    #[command(after_help = "\
Example:
  signpost exchange postpone cherry-blossom-2027 --to 2027-05 --because \"the park is flooded\"")]
    Postpone(PostponeExchange),

    /// Cancel one; it stays visible as cancelled
    #[command(after_help = "\
Example:
  signpost exchange cancel cherry-blossom-2027 --because \"no sponsor was found\"")]
    Cancel(CancelExchange),

    /// Say that one is on: after it was tentative, postponed or cancelled
    Confirm(Named),

    /// Mend what is wrong on record about one
    Correct(CorrectExchange),

    /// Record what happened: who took part, who led it
    #[command(after_help = "\
Example:
  signpost exchange record students-from-toyokawa-2027 --students 16 --chaperones 3 \\
    --led-by \"Principal Sato\"")]
    Record(RecordExchange),

    /// Edit one, with what there is to say about it, in your editor
    Edit(Chosen),

    /// Attach a file to one: a programme, a report, a leaflet
    #[command(after_help = "\
It is private until published, with a text alternative: see signpost document --help.

Example:
  signpost exchange attach cherry-blossom-2027 programme.pdf \\
      --title \"Programme of the festival\" --language en")]
    Attach(AttachToExchange),

    /// Make a link by which people see one before it is public
    #[command(after_help = "\
Examples:
  signpost exchange preview cherry-blossom-festival-2027
  signpost exchange preview cherry-blossom-festival-2027 --for 2d
  signpost exchange preview cherry-blossom-festival-2027 --withdraw

Whoever has the link sees the page until it expires or is withdrawn. The record keeps no more than \
its hash: a link that was lost cannot be told again, make another.")]
    Preview(PreviewExchange),

    /// Make one public, now or at a time to come
    Publish(Publish),

    /// Take one back from the public
    Unpublish(Named),

    /// Remove one, as if it had never been; the change record keeps it
    Remove(Chosen),

    /// Import a sheet or a calendar: what it names is added, or changed
    #[command(after_help = "\
Examples:
  signpost exchange import visits.csv --dry-run
  signpost exchange import festivals.ics --partner toyokawa \\
    --kind cultural --direction local

A sheet has the columns of exchanges.csv (docs/dataset.md): a row changes the exchange of its \
`slug`, or adds one. A column that the sheet lacks stays as it is on record; one that is there and \
empty takes the value away. An event of a calendar is known by its UID: it becomes a draft, and the \
same file again changes its drafts, and nothing that is public. Every fault is told with its line, \
and with one fault nothing is written.")]
    Import(ImportExchanges),

    /// Export exchanges, as a sheet or as a calendar
    #[command(after_help = "\
Examples:
  signpost exchange export csv --from 2025 --output visits.csv
  signpost exchange export ics --partner toyokawa --output toyokawa.ics

Drafts are among them. A date known only as a month or a year is in the sheet, and in no calendar.")]
    Export(ExportExchanges),

    /// Find exchanges that are likely the same, recorded twice
    #[command(after_help = "The command exits with 3 when it found something, so that cron can tell.")]
    Duplicates(List),
}

/// A file about an exchange.
#[derive(Debug, Args)]
#[command(override_usage = "\
signpost exchange attach [OPTIONS] --title <WORDS> --language <LANGUAGE>
           <NAME> <FILE>")]
pub(crate) struct AttachToExchange {
    /// Its short name
    #[arg(value_name = "NAME")]
    pub(crate) name: String,

    #[command(flatten)]
    pub(crate) attached: AttachedFile,

    #[command(flatten)]
    pub(crate) writing: Writing,
}

/// Which exchanges to list.
#[derive(Debug, Args)]
pub(crate) struct ListExchanges {
    #[command(flatten)]
    pub(crate) which: WhichExchanges,

    /// At most so many
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) limit: Option<u64>,

    #[command(flatten)]
    pub(crate) output: Output,
}

/// Which exchanges are meant.
#[derive(Debug, Args)]
pub(crate) struct WhichExchanges {
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
}
