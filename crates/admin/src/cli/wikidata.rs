//! Wikidata: what can be asked of it.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::reading::Output;

/// What to do with Wikidata.
#[derive(Debug, Subcommand)]
pub(crate) enum WikidataVerb {
    /// Print the query that asks Wikidata what it states about the host city
    #[command(after_help = "\
Example:
  signpost wikidata query

Paste it at https://query.wikidata.org, run it, and download the results as JSON.")]
    Query,

    /// Compare what Wikidata states with the record
    #[command(after_help = "\
Examples:
  signpost wikidata diff query.json
  signpost wikidata diff query.json --format csv > differences.csv

The file is what the query service answered to the query of `signpost wikidata query`, as JSON. It lists what they \
lack, what we lack, and what disagrees; nothing is changed, here or there. The command exits with 3 when there is a \
difference.")]
    Diff(DiffWikidata),

    /// Write the public twinnings as lines for QuickStatements
    #[command(after_help = "\
Examples:
  signpost wikidata export statements.txt
  signpost wikidata export | less

Compare first: what is there already and disagrees is not mended by adding to it. Lines are for partners with an item \
on record, and go in at https://quickstatements.toolforge.org, as a new batch of version 1 commands.")]
    Export(ExportWikidata),
}

/// What to compare.
#[derive(Debug, Args)]
pub(crate) struct DiffWikidata {
    /// What the query service answered, as JSON
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,

    #[command(flatten)]
    pub(crate) output: Output,
}

/// Where the lines go.
#[derive(Debug, Args)]
pub(crate) struct ExportWikidata {
    /// The file to write; without it, standard output
    #[arg(value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
}
