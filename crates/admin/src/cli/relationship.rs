//! Relationships: what can be done with them.

mod correction;

pub(crate) use correction::{CompleteYears, CorrectTerm, EditRelationship, RemoveTerm};

use clap::{Args, Subcommand};
use signpost_core::{HistoricDate, Kind, Line, Vote};

use super::reading::{Day, ListOn, ShowOn};
use super::words::one_of;
use super::writing::{Asking, Writing};

/// What to do with relationships.
#[derive(Debug, Subcommand)]
pub(crate) enum RelationshipVerb {
    /// List the relationships with the term that each is in
    #[command(after_help = "\
Examples:
  signpost relationship list
  signpost relationship list --on 2005-06-01")]
    List(ListOn),

    /// Show one: its terms, agreements, committees, gifts and what sources dispute
    #[command(after_help = "\
Examples:
  signpost relationship show taipei
  signpost relationship show copertino --on 1970-01-01")]
    Show(ShowOn),

    /// Record a request to become a partner, to be renewed, or to become a sister city
    #[command(after_help = "\
Example:
  signpost relationship apply taichung --kind friendship --on 2026-11-02 \\
      --missing \"the letter of the mayor\"")]
    Apply(Apply),

    /// Record that the Council approved the application
    Approve(Decide),

    /// Record that the Council declined the application
    Decline(Decide),

    /// Record that the applicant withdrew the application
    Withdraw(Decide),

    /// Begin it: a friendship with its approval, a sister relationship with its memorandum
    #[command(
        visible_alias = "add",
        after_help = "\
Example:
  signpost relationship establish jiangmen --kind friendship --approved 2026-11-17 \\
      --vote 4-1 --sponsor \"Councilmember Rao\""
    )]
    Establish(Establish),

    /// Renew a friendship
    #[command(after_help = "\
Before its end the new term starts where the old one ends. After it, the new term
starts with its approval, and the gap stays visible.

Example:
  signpost relationship renew taichung --on 2027-09-01 --end-day 2027-10-05 \\
      --sponsor \"Councilmember Rao\"")]
    Renew(Renew),

    /// Record that the Council declined to renew a friendship, which then runs out
    Refuse(RefuseRenewal),

    /// Record the decision to let a friendship run out, with its reason, which is public
    Lapse(LetLapse),

    /// Make a friendship a sister relationship, with its memorandum
    Promote(Promote),

    /// Record that it sleeps
    Suspend(Sleep),

    /// Record that it is awake again
    Resume(Sleep),

    /// Record that a party ends it; --reason is needed, and is public
    End(EndRelationship),

    /// Mend a wrong date or name of a term, or say a date more exactly
    #[command(after_help = "\
A correction needs a --reason; a date that is only said more exactly needs none.
Where terms continue each other, their boundary moves for both.

Example:
  signpost relationship correct taichung --term 2025 --start 2025-09-16")]
    Correct(CorrectTerm),

    /// State that all exchanges of some years are on record
    #[command(after_help = "\
Examples:
  signpost relationship complete toyokawa 2025
  signpost relationship complete toyokawa 2016-2019 2022
  signpost relationship complete toyokawa 2019 --no-longer

Of a year that is complete and has no exchange, the site and the reports say that none was held; \
of any other, that none is recorded and the record is incomplete.")]
    Complete(CompleteYears),

    /// Change the partner and its relationship in your editor
    Edit(EditRelationship),

    /// Remove a term that should never have been written; the change record keeps it
    #[command(after_help = "\
Example:
  signpost relationship remove taichung --term 2025 --reason \"it was never approved\"")]
    Remove(RemoveTerm),
}

/// What is on record of a decision of the Council but its date.
#[derive(Debug, Args)]
pub(crate) struct Decided {
    /// The number of the Council's resolution
    #[arg(long, value_name = "NUMBER")]
    pub(crate) resolution: Option<Line>,

    /// The Council's vote, ayes and noes: 4-1, or with abstentions 3-1-1
    #[arg(long, value_name = "VOTE")]
    pub(crate) vote: Option<Vote>,

    /// The item of the Council's agenda
    #[arg(long, value_name = "ITEM")]
    pub(crate) agenda: Option<Line>,

    /// The Clerk's record number
    #[arg(long, value_name = "NUMBER")]
    pub(crate) record_number: Option<Line>,
}

/// The request.
#[derive(Debug, Args)]
pub(crate) struct Apply {
    /// The partner
    #[arg(value_name = "PARTNER")]
    pub(crate) partner: String,

    /// What is asked for
    #[arg(long, value_parser = one_of(Kind::ALL, Kind::as_str))]
    pub(crate) kind: Kind,

    /// When it was made
    #[arg(long, value_name = "DATE")]
    pub(crate) on: HistoricDate,

    /// What is missing from it; without this it is complete
    #[arg(long, value_name = "WORDS")]
    pub(crate) missing: Option<Line>,

    #[command(flatten)]
    pub(crate) writing: Writing,
}

/// A decision of an application.
#[derive(Debug, Args)]
pub(crate) struct Decide {
    /// The partner
    #[arg(value_name = "PARTNER")]
    pub(crate) partner: String,

    /// When it was decided
    #[arg(long, value_name = "DATE")]
    pub(crate) on: HistoricDate,

    /// Which application, where two are open
    #[arg(long, value_parser = one_of(Kind::ALL, Kind::as_str))]
    pub(crate) kind: Option<Kind>,

    #[command(flatten)]
    pub(crate) decided: Decided,

    #[command(flatten)]
    pub(crate) writing: Writing,
}

/// How it begins.
#[derive(Debug, Args)]
pub(crate) struct Establish {
    /// The partner
    #[arg(value_name = "PARTNER")]
    pub(crate) partner: String,

    /// What it is to be
    #[arg(long, value_parser = one_of(Kind::ALL, Kind::as_str))]
    pub(crate) kind: Kind,

    /// When it starts; without this with the approval or the memorandum
    #[arg(long, value_name = "DATE")]
    pub(crate) on: Option<HistoricDate>,

    /// When the Council approved, where no application is on record
    #[arg(long, value_name = "DATE")]
    pub(crate) approved: Option<HistoricDate>,

    /// When a friendship ends, where it is not as the policy says
    #[arg(long, value_name = "DATE")]
    pub(crate) until: Option<HistoricDate>,

    /// The member of the Council who sponsors it
    #[arg(long, value_name = "PERSON")]
    pub(crate) sponsor: Option<Line>,

    #[command(flatten)]
    pub(crate) decided: Decided,

    #[command(flatten)]
    pub(crate) writing: Writing,
}

/// The renewal.
#[derive(Debug, Args)]
pub(crate) struct Renew {
    /// The partner
    #[arg(value_name = "PARTNER")]
    pub(crate) partner: String,

    /// The day of the Council's approval; without this that of the application
    #[arg(long, value_name = "DATE")]
    pub(crate) on: Option<Day>,

    /// The day on which the old term ends, where its month or year alone is on record
    #[arg(long, value_name = "DATE")]
    pub(crate) end_day: Option<Day>,

    /// When the new term ends, where it is not as the policy says
    #[arg(long, value_name = "DATE")]
    pub(crate) until: Option<HistoricDate>,

    /// The member of the Council who sponsors it; without this as before
    #[arg(long, value_name = "PERSON")]
    pub(crate) sponsor: Option<Line>,

    #[command(flatten)]
    pub(crate) decided: Decided,

    #[command(flatten)]
    pub(crate) writing: Writing,
}

/// The refusal of a renewal.
#[derive(Debug, Args)]
pub(crate) struct RefuseRenewal {
    /// The partner
    #[arg(value_name = "PARTNER")]
    pub(crate) partner: String,

    /// When the Council declined
    #[arg(long, value_name = "DATE")]
    pub(crate) on: HistoricDate,

    #[command(flatten)]
    pub(crate) decided: Decided,

    #[command(flatten)]
    pub(crate) writing: Writing,
}

/// Which friendship is let lapse.
#[derive(Debug, Args)]
pub(crate) struct LetLapse {
    /// The partner
    #[arg(value_name = "PARTNER")]
    pub(crate) partner: String,

    #[command(flatten)]
    pub(crate) writing: Writing,
}

/// The promotion.
#[derive(Debug, Args)]
pub(crate) struct Promote {
    /// The partner
    #[arg(value_name = "PARTNER")]
    pub(crate) partner: String,

    /// When the memorandum was signed; without this that of the latest one
    #[arg(long, value_name = "DATE")]
    pub(crate) on: Option<HistoricDate>,

    #[command(flatten)]
    pub(crate) writing: Writing,
}

/// When it falls asleep, or awakes.
#[derive(Debug, Args)]
pub(crate) struct Sleep {
    /// The partner
    #[arg(value_name = "PARTNER")]
    pub(crate) partner: String,

    /// From when on
    #[arg(long, value_name = "DATE")]
    pub(crate) on: HistoricDate,

    #[command(flatten)]
    pub(crate) writing: Writing,
}

/// The end.
#[derive(Debug, Args)]
pub(crate) struct EndRelationship {
    /// The partner
    #[arg(value_name = "PARTNER")]
    pub(crate) partner: String,

    /// From when on it holds no longer
    #[arg(long, value_name = "DATE")]
    pub(crate) on: HistoricDate,

    #[command(flatten)]
    pub(crate) asking: Asking,
}
