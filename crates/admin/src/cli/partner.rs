//! Partners: what can be done with them.

use clap::{Args, Subcommand};
use signpost_core::{CountryCode, Language, Line, Slug, TimeZoneName, WikidataId};

use super::reading::{ListOfPartner, ListOn, ShowOn};
use super::writing::{Asking, Chosen, Named, Publish, Writing};

/// What to do with partners.
#[derive(Debug, Subcommand)]
pub(crate) enum PartnerVerb {
    /// List the partners with their standing
    #[command(after_help = "\
Examples:
  signpost partner list
  signpost partner list --on 2017-01-01
  signpost partner list --format csv > partners.csv")]
    List(ListOn),

    /// Show one: its names, place, standing and what sources dispute
    #[command(after_help = "\
Examples:
  signpost partner show toyokawa
  signpost partner show 豊川市
  signpost partner show hsinchu --on 2005-06-01")]
    Show(ShowOn),

    /// Add one; it is private until published
    #[command(
        override_usage = "\
signpost partner add <NAME> --name <WORDS> --country <CODE>
                            --country-label <WORDS> --time-zone <ZONE> [OPTIONS]",
        after_help = "\
Example:
  signpost partner add kyoto --name Kyoto --country JP --country-label Japan \\
      --time-zone Asia/Tokyo --latitude 35.0116 --longitude 135.7681 --actor \"Mei Lin\""
    )]
    Add(AddPartner),

    /// Change one in your editor, with its names, terms, agreements and gifts
    Edit(Chosen),

    /// Give one another short name; its old address leads to the new one
    #[command(after_help = "\
Example:
  signpost partner rename new-taipei xinbei --actor \"Mei Lin\"")]
    Rename(RenamePartner),

    /// Publish one, now or later
    Publish(Publish),

    /// Take one off the site; it stays on record
    Unpublish(Named),

    /// Remove one of which nothing is on record yet
    Remove(Chosen),
}

/// What to do with the other names of a partner.
#[derive(Debug, Subcommand)]
pub(crate) enum AliasVerb {
    /// List the other names: in which language each is, or that it only finds the partner
    List(ListOfPartner),

    /// Add a name: in another language, or one that people search for
    #[command(after_help = "\
With --language it is the partner's name in that language and shown; without, it only finds it.

Examples:
  signpost alias add shenzhen Shenzen --actor \"Mei Lin\"
  signpost alias add bhubaneswar ଭୁବନେଶ୍ଵର --language or-IN --actor \"Mei Lin\"")]
    Add(AddAlias),

    /// Remove a name
    Remove(RemoveAlias),
}

/// The partner to add.
#[derive(Debug, Args)]
pub(crate) struct AddPartner {
    /// Its short name, as `kyoto`: its address on the site
    #[arg(value_name = "NAME")]
    pub(crate) slug: Slug,

    /// Its name, as the host city writes it
    #[arg(long, value_name = "WORDS")]
    pub(crate) name: Line,

    /// Its country's two letters, as `JP`
    #[arg(long, value_name = "CODE")]
    pub(crate) country: CountryCode,

    /// What the host city calls its country
    #[arg(long, value_name = "WORDS")]
    pub(crate) country_label: Line,

    /// Its region or province
    #[arg(long, value_name = "WORDS")]
    pub(crate) region: Option<Line>,

    /// Its time zone, as `Asia/Tokyo`
    #[arg(long, value_name = "ZONE")]
    pub(crate) time_zone: TimeZoneName,

    /// Where it is: degrees north
    #[arg(long, value_name = "DEGREES", requires = "longitude", allow_negative_numbers = true)]
    pub(crate) latitude: Option<f64>,

    /// Where it is: degrees east
    #[arg(long, value_name = "DEGREES", requires = "latitude", allow_negative_numbers = true)]
    pub(crate) longitude: Option<f64>,

    /// Its item in Wikidata, as `Q62`
    #[arg(long, value_name = "ITEM")]
    pub(crate) wikidata: Option<WikidataId>,

    #[command(flatten)]
    pub(crate) writing: Writing,
}

/// The partner to rename.
#[derive(Debug, Args)]
pub(crate) struct RenamePartner {
    /// The partner
    #[arg(value_name = "PARTNER")]
    pub(crate) partner: String,

    /// Its new short name
    #[arg(value_name = "NAME")]
    pub(crate) name: Slug,

    #[command(flatten)]
    pub(crate) writing: Writing,
}

/// The name to add.
#[derive(Debug, Args)]
pub(crate) struct AddAlias {
    /// The partner
    #[arg(value_name = "PARTNER")]
    pub(crate) partner: String,

    /// The name
    #[arg(value_name = "NAME")]
    pub(crate) name: Line,

    /// The language that it is the name in, as `ja`, `zh-Hant`
    #[arg(long)]
    pub(crate) language: Option<Language>,

    /// How it is read, where its script does not say
    #[arg(long, value_name = "WORDS")]
    pub(crate) reading: Option<Line>,

    #[command(flatten)]
    pub(crate) writing: Writing,
}

/// The name to remove.
#[derive(Debug, Args)]
pub(crate) struct RemoveAlias {
    /// The partner
    #[arg(value_name = "PARTNER")]
    pub(crate) partner: String,

    /// The name
    #[arg(value_name = "NAME")]
    pub(crate) name: Line,

    #[command(flatten)]
    pub(crate) asking: Asking,
}
