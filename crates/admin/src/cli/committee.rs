//! Committees: what can be done with them.

use clap::{Args, Subcommand};
use signpost_core::{CommitteeForm, HistoricDate, Line, Side, WebAddress};

use super::moment::Moment;
use super::reading::{ListOfPartner, ShowMarked};
use super::words::one_of;
use super::writing::{Marked, Writing};
use crate::mark::Mark;

/// What to do with committees.
#[derive(Debug, Subcommand)]
pub(crate) enum CommitteeVerb {
    /// List the committees, here and there
    List(ListOfPartner),

    /// Show one, with its contacts
    Show(ShowMarked),

    /// Add one; it is private until published
    #[command(after_help = "\
Example:
  signpost committee add taichung --name \"Cupertino Taichung Friends\" --side host \\
      --website https://example.org --actor \"Mei Lin\"")]
    Add(AddCommittee),

    /// Change one in your editor, with its contacts, within its partner's record
    Edit(Marked),

    /// Publish one, now or later
    Publish(PublishMarked),

    /// Take one off the site; it stays on record
    Unpublish(UnpublishMarked),

    /// Remove one; the change record keeps it
    Remove(Marked),
}

/// The committee to add.
#[derive(Debug, Args)]
pub(crate) struct AddCommittee {
    /// The partner
    #[arg(value_name = "PARTNER")]
    pub(crate) partner: String,

    /// Its name
    #[arg(long, value_name = "WORDS")]
    pub(crate) name: Line,

    /// Whose it is
    #[arg(long, value_parser = one_of(Side::ALL, Side::as_str), default_value = "host")]
    pub(crate) side: Side,

    /// What it is in law
    #[arg(long, value_parser = one_of(CommitteeForm::ALL, CommitteeForm::as_str))]
    pub(crate) form: Option<CommitteeForm>,

    /// When it was founded, as far as is known
    #[arg(long, value_name = "DATE")]
    pub(crate) founded: Option<HistoricDate>,

    /// Its website; give it again for another
    #[arg(long = "website", value_name = "ADDRESS")]
    pub(crate) websites: Vec<WebAddress>,

    #[command(flatten)]
    pub(crate) writing: Writing,
}

/// A record with a mark to publish.
#[derive(Debug, Args)]
pub(crate) struct PublishMarked {
    /// Its mark, as the list prints it
    #[arg(value_name = "MARK")]
    pub(crate) mark: Mark,

    /// Publish it then and not now: a day, or a time in the host city
    #[arg(long, value_name = "MOMENT")]
    pub(crate) at: Option<Moment>,

    #[command(flatten)]
    pub(crate) writing: Writing,
}

/// A record with a mark to take off the site.
#[derive(Debug, Args)]
pub(crate) struct UnpublishMarked {
    /// Its mark, as the list prints it
    #[arg(value_name = "MARK")]
    pub(crate) mark: Mark,

    #[command(flatten)]
    pub(crate) writing: Writing,
}
