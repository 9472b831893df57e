//! The check of the whole record.

use clap::Args;

use super::reading::Output;

/// How to print what was found.
#[derive(Debug, Args)]
pub(crate) struct CheckRecord {
    #[command(flatten)]
    pub(crate) output: Output,
}
