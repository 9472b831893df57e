//! `signpost`: the staff's command.

mod as_of;
mod author;
mod calendar;
mod cli;
mod commands;
mod desk;
mod draft;
mod editor;
mod failure;
mod mail;
mod mark;
mod markdown;
mod nearest;
mod obstacle;
mod phrase;
mod printer;
mod record;
mod report;

use std::process::ExitCode;

use signpost_core::Clock;

use crate::cli::Cli;
use crate::failure::{Failure, Outcome};
use crate::printer::Printer;

fn main() -> ExitCode {
    let cli = match Cli::read() {
        Ok(cli) => cli,
        // Help goes to standard output and is no fault; what was mistyped is the input's.
        Err(words) => {
            let is_fault = words.use_stderr();
            // Where nobody reads, there is nobody to tell.
            let _ = words.print();
            return if is_fault { ExitCode::from(1) } else { ExitCode::SUCCESS };
        }
    };
    let mut printer = Printer::new();
    match run(cli, &mut printer) {
        Ok(outcome) => outcome.into(),
        Err(failure) => {
            if let Failure::Input(words) | Failure::System(words) = &failure {
                printer.complain(words);
            }
            (&failure).into()
        }
    }
}

fn run(cli: Cli, printer: &mut Printer) -> Result<Outcome, Failure> {
    let clock = cli.clock.unwrap_or(Clock::Machine);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| Failure::System(format!("cannot start: {error}")))?;
    let outcome = runtime.block_on(commands::run(cli, printer, clock))?;
    printer.finish()?;
    Ok(outcome)
}
