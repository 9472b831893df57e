//! Pages: what can be done with them.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use signpost_core::{Line, Slug};

use super::reading::{List, Show};
use super::writing::{Chosen, Named, Publish, Writing};

/// What to do with pages.
#[derive(Debug, Subcommand)]
pub(crate) enum PageVerb {
    /// List the programme's own texts
    List(List),

    /// Show one
    Show(Show),

    /// Add one, from a file of Markdown; it is private until published
    #[command(after_help = "\
The short name says where the site shows it: home, about, sister, friendship, courtyard.

Example:
  signpost page add take-part --title \"Take part\" --file take-part.md --actor \"Mei Lin\"")]
    Add(AddPage),

    /// Change one in your editor
    Edit(Chosen),

    /// Publish one, now or later
    #[command(after_help = "\
Example:
  signpost page publish take-part --at 2026-12-01T08:00 --actor \"Mei Lin\"")]
    Publish(Publish),

    /// Take one off the site; it stays on record
    Unpublish(Named),

    /// Remove one; the change record keeps it
    Remove(Chosen),
}

/// The page to add.
#[derive(Debug, Args)]
pub(crate) struct AddPage {
    /// Its short name, as `take-part`
    #[arg(value_name = "NAME")]
    pub(crate) name: Slug,

    /// Its title
    #[arg(long, value_name = "WORDS")]
    pub(crate) title: Line,

    /// The file with its text, in Markdown
    #[arg(long, value_name = "FILE")]
    pub(crate) file: PathBuf,

    #[command(flatten)]
    pub(crate) writing: Writing,
}
