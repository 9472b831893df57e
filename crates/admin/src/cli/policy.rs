//! Policy: what can be asked of it.

use clap::{Args, Subcommand};
use signpost_core::{HistoricDate, Line};

use super::reading::{Day, List, Output};
use super::writing::{Asking, Writing};

/// What to do with the policy.
#[derive(Debug, Subcommand)]
pub(crate) enum PolicyVerb {
    /// Show the rules in force
    Show(ShowPolicy),

    /// Find what on record breaks the policy of its time
    #[command(after_help = "The command exits with 3 when it found something, so that cron can tell.")]
    Check(CheckPolicy),

    /// Set a rule from a date on; what was in force before stays on record
    #[command(after_help = "\
Examples:
  signpost policy set moratorium yes --from 2027-01-01 --until 2028-01-01
  signpost policy set renewal-form-due P90D --from 2027-01-01")]
    Set(SetPolicy),

    /// Record that a rule is not applied to a partner; --reason is needed
    #[command(after_help = "\
Example:
  signpost policy except taichung friendship-needs-sponsor --on 2026-11-17 \
      --authority \"City Council\" --reason \"the sponsor left the Council\"")]
    Except(ExceptPolicy),

    /// The exceptions that were made
    #[command(subcommand, subcommand_value_name = "VERB", subcommand_help_heading = "Verbs")]
    Exceptions(ExceptionsVerb),
}

/// What to do with exceptions.
#[derive(Debug, Subcommand)]
pub(crate) enum ExceptionsVerb {
    /// List them
    List(List),

    /// Remove those of a rule for a partner; the change record keeps them
    Remove(RemoveException),
}

/// The rule to set.
#[derive(Debug, Args)]
pub(crate) struct SetPolicy {
    /// The rule's name, as `moratorium`
    #[arg(value_name = "RULE")]
    pub(crate) rule: String,

    /// What it says, as `yes`, `1`, `unlimited` or `P2Y`
    #[arg(value_name = "VALUE")]
    pub(crate) value: String,

    /// From when it is in force
    #[arg(long, value_name = "DATE")]
    pub(crate) from: HistoricDate,

    /// The first day on which it is not; the former rule then goes on
    #[arg(long, value_name = "DATE")]
    pub(crate) until: Option<HistoricDate>,

    #[command(flatten)]
    pub(crate) writing: Writing,
}

/// The exception.
#[derive(Debug, Args)]
pub(crate) struct ExceptPolicy {
    /// The partner
    #[arg(value_name = "PARTNER")]
    pub(crate) partner: String,

    /// The rule's name, as `moratorium`
    #[arg(value_name = "RULE")]
    pub(crate) rule: String,

    /// When it was decided
    #[arg(long, value_name = "DATE")]
    pub(crate) on: HistoricDate,

    /// Who decided it; without this the council
    #[arg(long, value_name = "WHO")]
    pub(crate) authority: Option<Line>,

    /// The Clerk's record number
    #[arg(long, value_name = "NUMBER")]
    pub(crate) record_number: Option<Line>,

    #[command(flatten)]
    pub(crate) writing: Writing,
}

/// Which exceptions to remove.
#[derive(Debug, Args)]
pub(crate) struct RemoveException {
    /// The partner
    #[arg(value_name = "PARTNER")]
    pub(crate) partner: String,

    /// The rule's name
    #[arg(value_name = "RULE")]
    pub(crate) rule: String,

    #[command(flatten)]
    pub(crate) asking: Asking,
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
