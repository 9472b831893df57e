//! Sources and what they claim: what can be done with them.

use clap::{ArgGroup, Args, Subcommand};
use signpost_core::{Confidence, HistoricSpan, Line, Slug, WebAddress};

use super::reading::{List, Output, Show, ShowMarked};
use super::words::one_of;
use super::writing::{Chosen, Marked, Writing};
use crate::mark::Mark;

/// What to do with sources.
#[derive(Debug, Subcommand)]
pub(crate) enum SourceVerb {
    /// List the sources with how many claims rest on each
    List(List),

    /// Show one, with every claim that rests on it
    Show(Show),

    /// Add one
    #[command(after_help = "\
Example:
  signpost source add minutes-2026 --title \"Minutes of the City Council\" --dated 2026-09-15 \\
      --address https://example.org/minutes --actor \"Mei Lin\"")]
    Add(AddSource),

    /// Change one in your editor
    Edit(Chosen),

    /// Remove one on which no claim rests
    Remove(Chosen),
}

/// What to do with claims.
#[derive(Debug, Subcommand)]
pub(crate) enum ClaimVerb {
    /// List what sources say of the register
    #[command(after_help = "\
Examples:
  signpost claim list --partner copertino
  signpost claim list --disputed")]
    List(ListClaims),

    /// Record what a source says of a fact
    #[command(override_usage = "\
signpost claim add [OPTIONS] <--partner <PARTNER>|--exchange <NAME>>
         --fact <WORDS> --source <SOURCE>")]
    #[command(after_help = "\
Example:
  signpost claim add --partner toyokawa --fact \"first student visit\" --value 1984 \\
    --source seed-page

Without --value, the source says what is on record. Where sources give different values, add \
the one that stands and dispute it: signpost claim dispute MARK")]
    Add(AddClaim),

    /// Show one
    Show(ShowMarked),

    /// Record another value that a source gives for a fact; both stand side by side
    #[command(after_help = "\
Example:
  signpost claim dispute 31ef60b3 --value 1957 --source seed-page --actor \"Mei Lin\"")]
    Dispute(DisputeClaim),

    /// Settle a dispute: this value is right, and the others of the same fact are not
    #[command(after_help = "\
Example:
  signpost claim settle 31ef60b3 --reason \"the minutes of 1963 say so\" --actor \"Mei Lin\"")]
    Settle(Marked),

    /// Edit one, in your editor, within the record that it is about
    Edit(Marked),

    /// Remove one; the change record keeps it
    Remove(Marked),
}

/// The source to add.
#[derive(Debug, Args)]
pub(crate) struct AddSource {
    /// Its short name, as `minutes-2026`
    #[arg(value_name = "NAME")]
    pub(crate) name: Slug,

    /// Its title
    #[arg(long, value_name = "WORDS")]
    pub(crate) title: Line,

    /// Who published it
    #[arg(long, value_name = "WORDS")]
    pub(crate) publisher: Option<Line>,

    /// When it is from: a date, or two with a slash between
    #[arg(long, value_name = "DATE")]
    pub(crate) dated: Option<HistoricSpan>,

    /// Where it is on the web
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) address: Option<WebAddress>,

    #[command(flatten)]
    pub(crate) writing: Writing,
}

/// Which claims to list.
#[derive(Debug, Args)]
pub(crate) struct ListClaims {
    /// About this partner
    #[arg(long)]
    pub(crate) partner: Option<String>,

    /// About this exchange; those about exchanges are listed by exchange only
    #[arg(long, value_name = "NAME", conflicts_with = "partner")]
    pub(crate) exchange: Option<String>,

    /// Only of facts that sources dispute
    #[arg(long)]
    pub(crate) disputed: bool,

    #[command(flatten)]
    pub(crate) output: Output,
}

/// What a source says.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("about").args(["partner", "exchange"]).required(true))]
pub(crate) struct AddClaim {
    /// About this partner
    #[arg(long, value_name = "PARTNER")]
    pub(crate) partner: Option<String>,

    /// About this exchange
    #[arg(long, value_name = "NAME")]
    pub(crate) exchange: Option<String>,

    /// The fact that it is about
    #[arg(long, value_name = "WORDS")]
    pub(crate) fact: Line,

    /// The value that the source gives
    #[arg(long, value_name = "WORDS")]
    pub(crate) value: Option<Line>,

    /// The source, by its short name
    #[arg(long, value_name = "SOURCE")]
    pub(crate) source: String,

    /// How sure it is
    #[arg(long, value_parser = one_of(Confidence::ALL, Confidence::as_str), default_value = "single")]
    pub(crate) confidence: Confidence,

    #[command(flatten)]
    pub(crate) writing: Writing,
}

/// The other value of a fact.
#[derive(Debug, Args)]
pub(crate) struct DisputeClaim {
    /// The mark of the claim that it disputes, as the list prints it
    #[arg(value_name = "MARK")]
    pub(crate) mark: Mark,

    /// The value that the source gives
    #[arg(long, value_name = "WORDS")]
    pub(crate) value: Line,

    /// The source, by its short name
    #[arg(long, value_name = "SOURCE")]
    pub(crate) source: String,

    /// How sure it is
    #[arg(long, value_parser = one_of(Confidence::ALL, Confidence::as_str), default_value = "single")]
    pub(crate) confidence: Confidence,

    #[command(flatten)]
    pub(crate) writing: Writing,
}
