//! The command about itself: completions and manual pages.

use std::path::PathBuf;

use clap::Args;
use clap_complete::Shell;

/// For which shell.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  signpost completions bash > ~/.local/share/bash-completion/completions/signpost
  signpost completions fish > ~/.config/fish/completions/signpost.fish")]
pub(crate) struct CompletionsArguments {
    /// The shell
    #[arg(value_enum, value_name = "SHELL")]
    pub(crate) shell: Shell,
}

/// Where to.
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  signpost manual ~/.local/share/man/man1
  man signpost-partner-list")]
pub(crate) struct ManualArguments {
    /// The folder, which is made where it is missing
    #[arg(value_name = "DIR")]
    pub(crate) folder: PathBuf,
}
