//! A server for as long as it is measured.

use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};

/// Starts a server, lets it be measured, and ends it, whatever came of that.
pub(super) fn served<Measured>(
    server: &mut Command,
    measure: impl FnOnce(&mut Child) -> Result<Measured>,
) -> Result<Measured> {
    let quiet = server.stdout(Stdio::null()).stderr(Stdio::null());
    let mut server = quiet.spawn().context("cannot start signpost-server")?;
    let measured = measure(&mut server);
    server.kill()?;
    server.wait()?;
    measured
}
