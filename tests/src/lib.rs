//! What whole-system tests stand on: a site with the demonstration in it, and a browser.

mod browser;
mod reading;
mod site;
mod tools;

pub use browser::{Browser, Scheme, View};
pub use site::{Server, Site};
pub use tools::{
    Asked, accessibility_faults, calendar_facts, document_faults, made_up_questions, markup_faults,
};

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The checkout that the tests were built in.
pub fn checkout() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// A program of the workspace, beside the tests; `cargo xtask test` builds it first.
///
/// # Errors
/// It is not built.
pub fn program(name: &str) -> Result<PathBuf> {
    let test = env::current_exe().context("where the tests are")?;
    let folder = test.ancestors().nth(2).context("the folder with the programs")?;
    let program = folder.join(name);
    anyhow::ensure!(program.is_file(), "{} is not built: run `cargo xtask test`", program.display());
    Ok(program)
}
