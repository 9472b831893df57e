//! The change record: who changed what, when and why; and taking a change back.

use clap::{Args, Subcommand};
use signpost_core::{IdPrefix, Line};

use super::reading::{Day, List, Output};
use super::writing::{Asking, Writing};

/// What to do with the change record.
#[derive(Debug, Subcommand)]
pub(crate) enum AuditVerb {
    /// List the changes, the latest first
    #[command(after_help = "\
Examples:
  signpost audit log --limit 10
  signpost audit log --record taichung
  signpost audit log --since 2026-01-01 --actor mei --noun term")]
    Log(ListChanges),

    /// Show what one change did, field by field
    #[command(after_help = "\
The beginning of an id is enough, as `signpost audit log` prints it.")]
    Show(ShowChange),

    /// Check that nothing on record was written past it
    #[command(after_help = "\
Every entry must begin where the one before it ended, and every record be as its last change left \
it. The command exits with 3 when something is not so.")]
    Verify(List),

    /// Take personal data out of it, by somebody's authority; a mark is left
    #[command(after_help = "\
Only what the record holds no more can be taken out: change or remove it first. It cannot be \
brought back, nor can a change be undone that it was part of. Backups from before still hold it.

Example:
  signpost audit redact \"Jane Doe\" --field email --field telephone \\
      --authority \"City Clerk\" --reason \"She asked for it\" --actor \"Mei Lin\"")]
    Redact(RedactArguments),
}

/// What to take out of the change record.
#[derive(Debug, Args)]
#[command(override_usage = "\
signpost audit redact [OPTIONS] --field <FIELD> --authority <WORDS>
           --reason <WORDS> <NAME>")]
pub(crate) struct RedactArguments {
    /// What it was called: a short name, name, title, or id
    #[arg(value_name = "NAME")]
    pub(crate) name: String,

    /// Which of its fields, as `signpost audit show` names them; repeatable
    #[arg(long = "field", value_name = "FIELD", required = true)]
    pub(crate) fields: Vec<String>,

    /// By whose authority
    #[arg(long, value_name = "WORDS")]
    pub(crate) authority: Line,

    #[command(flatten)]
    pub(crate) asking: Asking,
}

/// Which changes to list.
#[derive(Debug, Args)]
pub(crate) struct ListChanges {
    /// From this day on
    #[arg(long, value_name = "DATE")]
    pub(crate) since: Option<Day>,

    /// Until this day, which counts
    #[arg(long, value_name = "DATE")]
    pub(crate) until: Option<Day>,

    /// By somebody whose name holds these letters
    #[arg(long, value_name = "PERSON")]
    pub(crate) actor: Option<String>,

    /// Those that touched a record of this kind, as term or notice
    #[arg(long, value_name = "NOUN")]
    pub(crate) noun: Option<String>,

    /// Those that touched this record or what belongs to it: a short name, name or title
    #[arg(long, value_name = "NAME")]
    pub(crate) record: Option<String>,

    /// At most so many
    #[arg(long, value_name = "NUMBER")]
    pub(crate) limit: Option<u64>,

    #[command(flatten)]
    pub(crate) output: Output,
}

/// Which change to show.
#[derive(Debug, Args)]
pub(crate) struct ShowChange {
    /// The change: its id, or the beginning of it
    #[arg(value_name = "CHANGE")]
    pub(crate) change: IdPrefix,

    #[command(flatten)]
    pub(crate) output: Output,
}

/// Which change to undo.
#[derive(Debug, Args)]
#[command(after_help = "\
The change stays on record, and so does the one that reverses it: undo that one, and the change is \
made again. What somebody changed since is never overwritten: then it says what stands in the way.

`signpost audit log` lists the changes.")]
pub(crate) struct UndoArguments {
    /// The change: its id, or the beginning of it
    #[arg(value_name = "CHANGE")]
    pub(crate) change: IdPrefix,

    #[command(flatten)]
    pub(crate) writing: Writing,
}
