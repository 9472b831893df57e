//! Where and how the server says what happens: structured lines on standard error.

use std::io::{self, IsTerminal};
use std::panic;

use anyhow::{Result, anyhow};
use tracing_subscriber::EnvFilter;

use crate::config::LogFormat;

/// Sends what is said from now on to standard error, panics included.
pub fn start(filter: &str, format: LogFormat) -> Result<()> {
    let lines = tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::try_new(filter)?)
        .with_ansi(io::stderr().is_terminal())
        .with_writer(io::stderr);
    match format {
        LogFormat::Text => lines.try_init(),
        LogFormat::Json => lines.json().flatten_event(true).try_init(),
    }
    .map_err(|error| anyhow!("cannot start logging: {error}"))?;
    panic::set_hook(Box::new(|panic| tracing::error!("{panic}")));
    Ok(())
}
