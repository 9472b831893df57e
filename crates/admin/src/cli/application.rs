//! Applications: what can be done with them.

use clap::{Args, Subcommand};
use signpost_core::Kind;

use super::reading::Output;
use super::words::one_of;
use super::writing::Writing;

/// What to do with applications.
#[derive(Debug, Subcommand)]
pub(crate) enum ApplicationVerb {
    /// List the requests, with what is missing and what was decided
    #[command(after_help = "\
Examples:
  signpost application list --open
  signpost application list --partner taichung")]
    List(ListApplications),

    /// Record that nothing is missing from one any more
    Complete(ChosenApplication),

    /// Show one to the public
    Publish(ChosenApplication),

    /// Hide one from the public
    Unpublish(ChosenApplication),
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
pub(crate) struct ChosenApplication {
    /// The partner; of its applications the last is meant
    #[arg(value_name = "PARTNER")]
    pub(crate) partner: String,

    /// The last one for this
    #[arg(long, value_parser = one_of(Kind::ALL, Kind::as_str))]
    pub(crate) kind: Option<Kind>,

    #[command(flatten)]
    pub(crate) writing: Writing,
}
