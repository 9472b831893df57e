//! Gifts: what can be done with them.

use clap::{Args, Subcommand};
use signpost_core::{HistoricDate, Line, Side};

use super::reading::{ListOfPartner, ShowMarked};
use super::words::one_of;
use super::writing::{Marked, Writing};

/// What to do with gifts.
#[derive(Debug, Subcommand)]
pub(crate) enum GiftVerb {
    /// List the gifts, with their places
    #[command(after_help = "\
Example:
  signpost gift list --partner toyokawa")]
    List(ListOfPartner),

    /// Show one
    Show(ShowMarked),

    /// Add one
    #[command(after_help = "\
Example:
  signpost gift add toyokawa --what \"Cherry trees\" --given 2003 --giver partner \\
      --place \"Memorial Park\" --actor \"Mei Lin\"")]
    Add(AddGift),

    /// Change one in your editor, within its partner's record
    Edit(Marked),

    /// Remove one; the change record keeps it
    Remove(Marked),
}

/// The gift to add.
#[derive(Debug, Args)]
pub(crate) struct AddGift {
    /// The partner
    #[arg(value_name = "PARTNER")]
    pub(crate) partner: String,

    /// What it is
    #[arg(long, value_name = "WORDS")]
    pub(crate) what: Line,

    /// When it was given, as far as is known
    #[arg(long, value_name = "DATE")]
    pub(crate) given: Option<HistoricDate>,

    /// Who gave it
    #[arg(long, value_parser = one_of(Side::ALL, Side::as_str))]
    pub(crate) giver: Option<Side>,

    /// Where it can be seen
    #[arg(long, value_name = "WORDS")]
    pub(crate) place: Option<Line>,

    #[command(flatten)]
    pub(crate) writing: Writing,
}
