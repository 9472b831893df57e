//! Documents: what can be done with them.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use signpost_core::{Language, Line};

use super::moment::Moment;
use super::reading::{List, Output};
use super::writing::{Chosen, Named, Writing};

/// What to do with documents.
#[derive(Debug, Subcommand)]
pub(crate) enum DocumentVerb {
    /// List the documents with what they are attached to
    List(List),

    /// Show one, or save its file
    #[command(after_help = "\
Example:
  signpost document show \"Memorandum of 1978\" --save memorandum.pdf")]
    Show(ShowDocument),

    /// Attach a file: a PDF that is only to be read, or a scan as JPEG, PNG or WebP
    #[command(after_help = "\
It is private until published, and a public one needs a text alternative: give it here with \
--text, or when publishing. What the file is is told from its bytes; one that runs scripts, starts \
programs, carries other files or is encrypted is refused.

Example:
  signpost document add memorandum.pdf --partner toyokawa --language en \\
      --title \"Memorandum of 1978\" --text memorandum.md --actor \"Mei Lin\"")]
    Add(AddDocument),

    /// Change one in your editor: its title, language, what it is attached to
    Edit(Chosen),

    /// Publish one, now or later
    #[command(after_help = "\
Example:
  signpost document publish \"Memorandum of 1978\" --text memorandum.md --actor \"Mei Lin\"")]
    Publish(PublishDocument),

    /// Take one off the site; it stays on record
    Unpublish(Named),

    /// Remove one; the change record keeps it
    Remove(Chosen),
}

/// Which document to show.
#[derive(Debug, Args)]
pub(crate) struct ShowDocument {
    /// Its title, the name of its file, or its id
    #[arg(value_name = "NAME")]
    pub(crate) name: String,

    /// Write its bytes into a new file
    #[arg(long, value_name = "FILE")]
    pub(crate) save: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) output: Output,
}

/// A file to attach, and what there is to say about it.
#[derive(Debug, Args)]
pub(crate) struct AttachedFile {
    /// The file
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,

    /// What it is called
    #[arg(long, value_name = "WORDS")]
    pub(crate) title: Line,

    /// The language that it is in, as en or zh-Hant
    #[arg(long, value_name = "LANGUAGE")]
    pub(crate) language: Language,

    /// A file of Markdown with what it says, for those who cannot read it
    #[arg(long, value_name = "FILE")]
    pub(crate) text: Option<PathBuf>,
}

/// The document to attach.
#[derive(Debug, Args)]
#[command(override_usage = "\
signpost document add [OPTIONS] --title <WORDS> --language <LANGUAGE>
           <--partner|--exchange> <FILE>")]
pub(crate) struct AddDocument {
    #[command(flatten)]
    pub(crate) attached: AttachedFile,

    /// The partner whose relationship it belongs to
    #[arg(long, required_unless_present = "exchange", conflicts_with = "exchange")]
    pub(crate) partner: Option<String>,

    /// The agreement with that partner, by its date or title
    #[arg(long, requires = "partner")]
    pub(crate) agreement: Option<String>,

    /// The exchange that it belongs to
    #[arg(long)]
    pub(crate) exchange: Option<String>,

    #[command(flatten)]
    pub(crate) writing: Writing,
}

/// The document to publish.
#[derive(Debug, Args)]
pub(crate) struct PublishDocument {
    /// Its title, the name of its file, or its id
    #[arg(value_name = "NAME")]
    pub(crate) name: String,

    /// A file of Markdown with what it says, for those who cannot read it
    #[arg(long, value_name = "FILE")]
    pub(crate) text: Option<PathBuf>,

    /// Publish it then and not now: a day, or a time in the host city
    #[arg(long, value_name = "MOMENT")]
    pub(crate) at: Option<Moment>,

    #[command(flatten)]
    pub(crate) writing: Writing,
}
