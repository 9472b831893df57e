//! `docs/configuration.md`: what the programs themselves say of their settings. A test holds it against them.

use std::fs;

use anyhow::{Context, Result};

use crate::checkout::{self, program, root};
use crate::{demo, say};

const PREFACE: &str = "\
# Configuration

Every setting that the programs know, by a variable or by a flag; a flag goes before a variable. A wrong one is refused at start, with its name, its value and what would be right. A secret can be in a file, whose name goes into the variable that ends with `_FILE`; where both are set, the secret itself counts. `cargo xtask configuration` writes this page from the code.

What Compose sets for a deployment, and what else `.env` knows, is in [.env.example](../.env.example).
";

const SERVER: &str = "
## `signpost-server`

It exits with 0 when it was told to stop, with 1 when a setting is at fault, so that starting it again mends nothing, and with 2 when the system is, so that starting it again may.

";

const STAFF: &str = "
## `signpost`

It exits with 0 when it is done, with 1 when what was typed, set or read is at fault, with 2 when the system is, so that trying again may mend it, and with 3 when a check found something. Besides, it minds what all commands do: `COLUMNS`, `NO_COLOR`, `TERM`, `VISUAL` and `EDITOR`.

";

/// Writes the page anew.
pub(crate) fn write() -> Result<()> {
    say::step("Building the programs");
    demo::build(&[])?;
    let page = [PREFACE, SERVER, &settings("signpost-server")?, STAFF, &settings("signpost")?].concat();
    let file = root()?.join("docs/configuration.md");
    fs::write(&file, page).with_context(|| format!("cannot write {}", file.display()))?;
    say::note("docs/configuration.md is current");
    Ok(())
}

/// What a program says of its settings.
fn settings(name: &str) -> Result<String> {
    let said = program(checkout::binaries()?.join(name))?.arg("settings").output()?;
    anyhow::ensure!(said.status.success(), "{name} does not tell its settings");
    Ok(String::from_utf8(said.stdout)?)
}
