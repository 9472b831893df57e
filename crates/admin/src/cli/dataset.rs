//! Datasets: reading the record from a folder, and writing it to one.

use std::path::PathBuf;

use clap::Args;

use super::reading::Output;
use super::writing::Author;

/// What to import.
#[derive(Debug, Args)]
#[command(after_help = "\
All of it is imported, or nothing. What the folder holds is added or changed; what it does not \
hold stays, unless --remove is given. The same folder again changes nothing.

Examples:
  signpost import demo/cupertino --dry-run
  signpost import demo/cupertino --actor \"Mei Lin\" --reason \"the list of 2026\"

docs/dataset.md describes the folder.")]
pub(crate) struct ImportArguments {
    /// The folder
    #[arg(value_name = "DIR")]
    pub(crate) folder: PathBuf,

    /// Print what would change, and change nothing
    #[arg(long)]
    pub(crate) dry_run: bool,

    /// Also remove what is on record and not in the folder
    #[arg(long)]
    pub(crate) remove: bool,

    /// Do not ask before removing
    #[arg(long)]
    pub(crate) yes: bool,

    #[command(flatten)]
    pub(crate) output: Output,

    #[command(flatten)]
    pub(crate) author: Author,
}

/// Where to export to.
#[derive(Debug, Args)]
#[command(after_help = "\
Drafts and remarks for staff are in it: it is a copy of the record, not a publication.

Example:
  signpost export ~/signpost-2026-11-23")]
pub(crate) struct ExportArguments {
    /// The folder: a new or empty one, or one that was exported before
    #[arg(value_name = "DIR")]
    pub(crate) folder: PathBuf,
}
