//! What it takes to make pages, pictures and packed forms.

use anyhow::Result;

use crate::{checkout, say};

/// Runs the server's criterion benches, which print what they measure beside what they measured before.
pub(crate) fn run() -> Result<()> {
    say::step("Building");
    checkout::run(&mut checkout::cargo(&["bench", "--package", "signpost-server", "--bench", "made"])?)
}
