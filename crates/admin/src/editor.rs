//! A person's own editor.

use std::env;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;

use crate::failure::Failure;
use crate::printer::Printer;

/// What a person made of a text in their editor, read; `None` where they left it as it was. What cannot be read is
/// shown to them, and they may go on editing.
pub(crate) fn edited<T>(
    file: &str,
    text: &str,
    read: impl Fn(&str) -> Result<T, String>,
    printer: &mut Printer,
) -> Result<Option<T>, Failure> {
    let extension = Path::new(file).extension().and_then(|extension| extension.to_str()).unwrap_or("txt");
    let name = Path::new(file).file_stem().and_then(|stem| stem.to_str()).unwrap_or("signpost");
    let mut kept = tempfile::Builder::new()
        .prefix(&format!("{name}-"))
        .suffix(&format!(".{extension}"))
        .tempfile()
        .map_err(|error| Failure::System(format!("no file can be made to edit: {error}")))?;
    kept.write_all(text.as_bytes())
        .map_err(|error| Failure::System(format!("{}: {error}", kept.path().display())))?;
    loop {
        open(kept.path())?;
        let now = fs::read_to_string(kept.path())
            .map_err(|error| Failure::input(format!("what you saved cannot be read: {error}")))?;
        if now == text {
            return Ok(None);
        }
        match read(&now) {
            Ok(read) => return Ok(Some(read)),
            Err(faults) if Printer::may_ask() => {
                printer.say(format_args!("It cannot be saved yet:\n{faults}"))?;
                if printer.ask("Go on editing?")? {
                    continue;
                }
                return Err(Failure::input(kept_words(kept, "nothing was written")));
            }
            Err(faults) => return Err(Failure::input(kept_words(kept, &faults))),
        }
    }
}

/// The words, and where the person's text is.
fn kept_words(kept: tempfile::NamedTempFile, words: &str) -> String {
    match kept.keep() {
        Ok((_, path)) => format!("{words}\nYour text is in {}", path.display()),
        Err(_) => words.to_owned(),
    }
}

/// Opens a file in the person's editor, and waits.
fn open(path: &Path) -> Result<(), Failure> {
    let chosen = ["VISUAL", "EDITOR"].iter().filter_map(|name| env::var(name).ok());
    let chosen = chosen.map(|editor| editor.trim().to_owned()).find(|editor| !editor.is_empty());
    let editor = match chosen {
        Some(editor) => editor,
        None if Printer::may_ask() => "nano".to_owned(),
        None => {
            return Err(Failure::input(
                "nobody is at a terminal to edit: run it at one, or set EDITOR to a program that edits the file",
            ));
        }
    };
    // As other programs do: what the variable says is a command with its arguments, and the file comes last.
    let mut words = editor.split_whitespace();
    let program = words.next().unwrap_or_default();
    let status = Command::new(program).args(words).arg(path).status().map_err(|error| {
        Failure::input(format!(
            "the editor `{editor}` cannot be started ({error}): set EDITOR to one that is there"
        ))
    })?;
    if status.success() {
        Ok(())
    } else {
        Err(Failure::input(format!("the editor `{editor}` failed ({status}): nothing was written")))
    }
}
