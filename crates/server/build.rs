//! Checks the messages' syntax, and rebuilds the server when a message, a template or an asset is added or removed,
//! which the macros that read them at compile time cannot notice by themselves.

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

use fluent_syntax::parser;

fn main() -> io::Result<ExitCode> {
    for folder in ["locales", "templates", "assets"] {
        println!("cargo:rerun-if-changed=../../{folder}");
    }
    let mut sound = true;
    for file in messages(Path::new("../../locales"))? {
        for fault in faults(&fs::read_to_string(&file)?) {
            println!("cargo:error={}:{fault}", file.display());
            sound = false;
        }
    }
    Ok(if sound { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Every file of messages below a folder.
fn messages(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(messages(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "ftl") {
            files.push(path);
        }
    }
    Ok(files)
}

/// What is wrong with the syntax (Fluent 1.0), each with its line.
pub(crate) fn faults(text: &str) -> Vec<String> {
    let Err((_, errors)) = parser::parse(text) else { return Vec::new() };
    let line = |place: usize| text.get(..place).unwrap_or(text).lines().count().max(1);
    errors.into_iter().map(|error| format!("{}: {error}", line(error.pos.end))).collect()
}
