//! This checkout: where it is, and running programs in it.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

/// The checkout's root.
pub(crate) fn root() -> Result<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = here.ancestors().nth(2);
    Ok(root.context("the checkout has no root")?.to_owned())
}

/// The folder into which cargo builds what the tests and the demo run: that of this very program.
pub(crate) fn binaries() -> Result<PathBuf> {
    let this = env::current_exe().context("cannot tell where this program is")?;
    Ok(this.parent().unwrap_or(Path::new("/")).to_owned())
}

/// A program in the checkout's root that knows nothing of the databases and settings of the
/// developer's shell, but for where Postgres is.
pub(crate) fn program(path: impl AsRef<Path>) -> Result<Command> {
    let mut command = Command::new(path.as_ref());
    command.current_dir(root()?);
    for (name, _) in env::vars_os() {
        if name.to_str().is_some_and(is_setting) {
            command.env_remove(name);
        }
    }
    Ok(command)
}

fn is_setting(variable: &str) -> bool {
    let ours = variable.starts_with("SIGNPOST_") && variable != "SIGNPOST_POSTGRES_BIN";
    ours || variable.starts_with("DATABASE_URL") || variable.starts_with("SQLX_")
}

/// Cargo, which asks no database about queries unless told.
pub(crate) fn cargo(arguments: &[&str]) -> Result<Command> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = program(Path::new(&cargo))?;
    command.env("SQLX_OFFLINE", "true").args(arguments);
    Ok(command)
}

/// Runs a program to its end, which must be a good one.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let name = Path::new(command.get_program()).file_name().unwrap_or_default().display().to_string();
    let status = command.status().with_context(|| format!("cannot start {name}"))?;
    if !status.success() {
        bail!("{name} failed ({status}); what it said stands above");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_know_nothing_of_the_developers_databases() {
        for variable in
            ["DATABASE_URL", "DATABASE_URL_FILE", "SIGNPOST_DATA_DIR", "SIGNPOST_ACTOR", "SQLX_OFFLINE"]
        {
            assert!(is_setting(variable), "{variable}");
        }
        for variable in ["SIGNPOST_POSTGRES_BIN", "PATH", "CARGO_HOME", "CI"] {
            assert!(!is_setting(variable), "{variable}");
        }
    }

    #[test]
    fn a_program_that_fails_is_named() {
        let error = run(&mut Command::new("false")).unwrap_err().to_string();
        assert!(error.starts_with("false failed (exit status: 1)"), "{error}");
        run(&mut Command::new("true")).unwrap();
    }
}
