//! The command about itself: completions and manual pages.

use std::fs;

use crate::cli::{Cli, CompletionsArguments, ManualArguments};
use crate::failure::{Failure, Outcome};
use crate::printer::Printer;

/// Prints completions for a shell.
pub(super) fn completions(
    arguments: &CompletionsArguments,
    printer: &mut Printer,
) -> Result<Outcome, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Cli::whole(), "signpost", &mut script);
    printer.text(&script)?;
    Ok(Outcome::Done)
}

/// Prints every setting.
pub(super) fn settings(printer: &mut Printer) -> Result<Outcome, Failure> {
    printer.text(Cli::reference().as_bytes())?;
    Ok(Outcome::Done)
}

/// Writes a manual page for each command.
pub(super) fn write(arguments: &ManualArguments, printer: &mut Printer) -> Result<Outcome, Failure> {
    let folder = &arguments.folder;
    let written = fs::create_dir_all(folder).and_then(|()| clap_mangen::generate_to(Cli::whole(), folder));
    written.map_err(|error| {
        Failure::input(format!("cannot write the manual to {}: {error}", folder.display()))
    })?;
    printer.say(format_args!("Wrote the manual to {}: read it with `man`.", folder.display()))?;
    Ok(Outcome::Done)
}
