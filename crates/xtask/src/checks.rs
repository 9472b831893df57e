//! Everything that can be checked without running the tests.

use anyhow::Result;

use crate::checkout::{cargo, run as run_program};
use crate::{queries, say};

/// Format, queries, lints, documentation and dependencies, the quick ones first.
pub(crate) fn run() -> Result<()> {
    say::step("Format");
    run_program(&mut cargo(&["fmt", "--all", "--check"])?)?;

    queries::check()?;

    say::step("Lints");
    let clippy = ["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"];
    run_program(&mut cargo(&clippy)?)?;

    say::step("Documentation");
    let mut doc = cargo(&["doc", "--workspace", "--no-deps"])?;
    run_program(doc.env("RUSTDOCFLAGS", "--deny warnings"))?;

    dependencies()
}

/// Licences, sources and bans of dependencies, where cargo-deny is installed: it takes minutes to
/// build. Advisories need the internet, and are not asked for here.
fn dependencies() -> Result<()> {
    say::step("Dependencies");
    let installed = cargo(&["deny", "--version"])?.output();
    if !installed.is_ok_and(|output| output.status.success()) {
        say::note("skipped: cargo-deny is not installed (cargo install --locked cargo-deny)");
        return Ok(());
    }
    run_program(&mut cargo(&["deny", "check", "bans", "licenses", "sources"])?)
}
