//! The change record: who changed what, when and why; and taking a change back.

use clap::{Args, Subcommand};
use signpost_core::IdPrefix;

use super::reading::{Day, Output};
use super::writing::Writing;

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
