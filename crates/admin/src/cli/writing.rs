//! Writing: what every command that writes takes.

use clap::Args;
use signpost_core::Line;

use super::moment::Moment;
use super::reading::Output;
use crate::mark::Mark;

/// Who writes, and why: both end on the change record.
#[derive(Debug, Args)]
pub(crate) struct Author {
    /// Who you are, for the change record
    #[arg(long, env = "SIGNPOST_ACTOR", hide_env_values = true, value_name = "PERSON")]
    pub(crate) actor: Option<Line>,

    /// Why, for the change record
    #[arg(long, value_name = "WORDS")]
    pub(crate) reason: Option<Line>,
}

/// What every command that writes takes.
#[derive(Debug, Args)]
pub(crate) struct Writing {
    /// Print what would change, and change nothing
    #[arg(long)]
    pub(crate) dry_run: bool,

    #[command(flatten)]
    pub(crate) output: Output,

    #[command(flatten)]
    pub(crate) author: Author,
}

/// What a command takes that asks before it writes.
#[derive(Debug, Args)]
pub(crate) struct Asking {
    /// Do not ask
    #[arg(long)]
    pub(crate) yes: bool,

    #[command(flatten)]
    pub(crate) writing: Writing,
}

/// A record to change without asking.
#[derive(Debug, Args)]
pub(crate) struct Named {
    /// Its short name
    #[arg(value_name = "NAME")]
    pub(crate) name: String,

    #[command(flatten)]
    pub(crate) writing: Writing,
}

/// A record to edit or remove.
#[derive(Debug, Args)]
pub(crate) struct Chosen {
    /// Its short name
    #[arg(value_name = "NAME")]
    pub(crate) name: String,

    #[command(flatten)]
    pub(crate) asking: Asking,
}

/// A record to publish.
#[derive(Debug, Args)]
pub(crate) struct Publish {
    /// Its short name
    #[arg(value_name = "NAME")]
    pub(crate) name: String,

    /// Publish it then and not now: a day, or a time in the host city
    #[arg(long, value_name = "MOMENT")]
    pub(crate) at: Option<Moment>,

    #[command(flatten)]
    pub(crate) writing: Writing,
}

/// A record that has a mark.
#[derive(Debug, Args)]
pub(crate) struct Marked {
    /// Its mark, as the list prints it
    #[arg(value_name = "MARK")]
    pub(crate) mark: Mark,

    #[command(flatten)]
    pub(crate) asking: Asking,
}
