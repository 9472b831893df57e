//! Policy: what can be asked of it.

use clap::{Args, Subcommand};

use super::reading::{Day, Output};

/// What to do with the policy.
#[derive(Debug, Subcommand)]
pub(crate) enum PolicyVerb {
    /// Show the rules in force
    Show(ShowPolicy),

    /// Find what on record breaks the policy of its time
    #[command(after_help = "The command exits with 3 when it found something, so that cron can tell.")]
    Check(CheckPolicy),
}

/// Which rules to show.
#[derive(Debug, Args)]
pub(crate) struct ShowPolicy {
    /// The rules in force on this day
    #[arg(long, value_name = "DATE")]
    pub(crate) on: Option<Day>,

    #[command(flatten)]
    pub(crate) output: Output,
}

/// How to print what was found.
#[derive(Debug, Args)]
pub(crate) struct CheckPolicy {
    #[command(flatten)]
    pub(crate) output: Output,
}
