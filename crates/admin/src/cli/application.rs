//! Applications: what can be done with them.

use clap::{Args, Subcommand};
use signpost_core::Kind;

use super::reading::Output;
use super::relationship::Apply;
use super::words::one_of;
use super::writing::{Asking, Writing};

/// What to do with applications.
#[derive(Debug, Subcommand)]
pub(crate) enum ApplicationVerb {
    /// List the requests, with what is missing and what was decided
    #[command(after_help = "\
Examples:
  signpost application list --open
  signpost application list --partner taichung")]
    List(ListApplications),

    /// Show one
    Show(ShowApplication),

    /// Record a request, as relationship apply does
    Add(Apply),

    /// Record that nothing is missing from one any more
    Complete(ChosenApplication),

    /// Show one to the public
    Publish(ChosenApplication),

    /// Hide one from the public
    Unpublish(ChosenApplication),

    /// Change one in your editor, within its partner's record
    Edit(AskedApplication),

    /// Remove one, as if it had never been; the change record keeps it
    Remove(AskedApplication),
}

/// Which applications to list.
#[derive(Debug, Args)]
pub(crate) struct ListApplications {
    /// Of this partner
    #[arg(long)]
    pub(crate) partner: Option<String>,

    /// Only those on which nothing is decided
    #[arg(long)]
    pub(crate) open: bool,

    #[command(flatten)]
    pub(crate) output: Output,
}

/// Which application.
#[derive(Debug, Args)]
pub(crate) struct WhichApplication {
    /// The partner; of its applications the last is meant
    #[arg(value_name = "PARTNER")]
    pub(crate) partner: String,

    /// The last one for this
    #[arg(long, value_parser = one_of(Kind::ALL, Kind::as_str))]
    pub(crate) kind: Option<Kind>,
}

/// The application to show.
#[derive(Debug, Args)]
pub(crate) struct ShowApplication {
    #[command(flatten)]
    pub(crate) which: WhichApplication,

    #[command(flatten)]
    pub(crate) output: Output,
}

/// The application to change without asking.
#[derive(Debug, Args)]
pub(crate) struct ChosenApplication {
    #[command(flatten)]
    pub(crate) which: WhichApplication,

    #[command(flatten)]
    pub(crate) writing: Writing,
}

/// The application to edit or remove.
#[derive(Debug, Args)]
pub(crate) struct AskedApplication {
    #[command(flatten)]
    pub(crate) which: WhichApplication,

    #[command(flatten)]
    pub(crate) asking: Asking,
}
