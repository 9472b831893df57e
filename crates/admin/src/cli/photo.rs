//! Photos: what can be done with them.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use signpost_core::Line;

use super::moment::Moment;
use super::reading::{List, Output};
use super::words::one_of;
use super::writing::{Chosen, Named, Writing};

/// What to do with photos.
#[derive(Debug, Subcommand)]
pub(crate) enum PhotoVerb {
    /// List the photos with where they are shown
    List(List),

    /// Show what is on record of one, or save its file
    #[command(after_help = "\
Example:
  signpost photo show signpost.jpg --save signpost.jpg")]
    Show(ShowPhoto),

    /// Add one: JPEG, PNG or WebP, upright and without what the camera wrote
    #[command(after_help = "\
It is private until published, and one that shows minors needs their consent on record before.

Example:
  signpost photo add sign.jpg --home --alternative \"The sign in the courtyard\" \\
      --credit \"City of Cupertino\" --minors none --actor \"Mei Lin\"
  signpost photo add trees.jpg --partner toyokawa --credit \"K. Sato\" \\
      --alternative \"Students plant a tree\" --minors shown --actor \"Mei Lin\"")]
    Add(Box<AddPhoto>),

    /// Change what is said of the photos of one place in your editor, and their order
    Edit(Chosen),

    /// Publish one, now or later
    #[command(after_help = "\
Example:
  signpost photo publish visit.jpg --consent \"By their parents, 2025-10-02\" --actor \"Mei Lin\"")]
    Publish(PublishPhoto),

    /// Take one off the site; it stays on record
    Unpublish(Named),

    /// Remove one; the change record keeps it
    Remove(Chosen),
}

/// Which photo to show.
#[derive(Debug, Args)]
pub(crate) struct ShowPhoto {
    /// The name of its file, what it shows, or its id
    #[arg(value_name = "NAME")]
    pub(crate) name: String,

    /// Write its bytes into a new file
    #[arg(long, value_name = "FILE")]
    pub(crate) save: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) output: Output,
}

/// Whether a photo shows minors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MinorsShown {
    /// It shows none.
    None,
    /// It shows some.
    Shown,
}

impl MinorsShown {
    const ALL: &[Self] = &[Self::None, Self::Shown];

    const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Shown => "shown",
        }
    }
}

impl std::str::FromStr for MinorsShown {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let found = Self::ALL.iter().find(|one| one.as_str() == text);
        found.copied().ok_or_else(|| "write none or shown".to_owned())
    }
}

/// The photo to add.
#[derive(Debug, Args)]
#[command(override_usage = "\
signpost photo add [OPTIONS] --alternative <WORDS> --credit <WORDS>
           --minors <MINORS> <--home|--partner|--exchange> <FILE>")]
#[command(group = clap::ArgGroup::new("place").required(true).args(["home", "partner", "exchange"]))]
pub(crate) struct AddPhoto {
    /// The file
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,

    /// What it shows, for those who do not see it
    #[arg(long, value_name = "WORDS")]
    pub(crate) alternative: Line,

    /// Whose it is
    #[arg(long, value_name = "WORDS")]
    pub(crate) credit: Line,

    /// Whether it shows people under 18: none or shown
    #[arg(long, value_parser = one_of(MinorsShown::ALL, |one| one.as_str()))]
    pub(crate) minors: MinorsShown,

    /// Who consented to showing them, when, to what
    #[arg(long, value_name = "WORDS")]
    pub(crate) consent: Option<Line>,

    /// What is printed below it
    #[arg(long, value_name = "WORDS")]
    pub(crate) caption: Option<Line>,

    /// Show it on the home page
    #[arg(long)]
    pub(crate) home: bool,

    /// Show it on this partner's page
    #[arg(long)]
    pub(crate) partner: Option<String>,

    /// Beside this agreement with the partner, by its date or title
    #[arg(long, requires = "partner", conflicts_with = "gift")]
    pub(crate) agreement: Option<String>,

    /// Beside this gift, by what it is
    #[arg(long, requires = "partner")]
    pub(crate) gift: Option<String>,

    /// Show it on this exchange's page
    #[arg(long)]
    pub(crate) exchange: Option<String>,

    #[command(flatten)]
    pub(crate) writing: Writing,
}

/// The photo to publish.
#[derive(Debug, Args)]
pub(crate) struct PublishPhoto {
    /// The name of its file, what it shows, or its id
    #[arg(value_name = "NAME")]
    pub(crate) name: String,

    /// Who consented to showing the minors on it, when, to what
    #[arg(long, value_name = "WORDS")]
    pub(crate) consent: Option<Line>,

    /// Publish it then and not now: a day, or a time in the host city
    #[arg(long, value_name = "MOMENT")]
    pub(crate) at: Option<Moment>,

    #[command(flatten)]
    pub(crate) writing: Writing,
}
