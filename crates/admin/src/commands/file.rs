//! Files: read from the person's folder, written back into it, and found by what a person calls them.

use std::fs;
use std::io::{Read, Write};
use std::path::Path;

use signpost_core::store::{StoreError, file};
use signpost_core::{Content, ContentError, Digest, GiftId, Line, MOST_BYTES, Partner};

use crate::desk::Desk;
use crate::failure::Failure;
use crate::nearest::{nearest, not_there};

/// The bytes of a file, if they may be kept, and the name that the file has.
pub(super) fn taken_in(
    path: &Path,
    take_in: impl FnOnce(Vec<u8>) -> Result<Content, ContentError>,
) -> Result<(Content, Line), Failure> {
    let refused = |why: &dyn std::fmt::Display| Failure::input(format!("FILE {}: {why}", path.display()));
    let name = path.file_name().and_then(|name| name.to_str()).and_then(|name| name.parse::<Line>().ok());
    let name = name.ok_or_else(|| refused(&"its name is no plain line of text: rename it"))?;
    let mut bytes = Vec::new();
    let found = fs::File::open(path).and_then(|file| file.take(MOST_BYTES + 1).read_to_end(&mut bytes));
    found.map_err(|error| refused(&format_args!("it cannot be read: {error}")))?;
    Ok((take_in(bytes).map_err(|error| refused(&error))?, name))
}

/// Writes the bytes of a file into a new one.
pub(super) async fn save(digest: Digest, path: &Path, desk: &mut Desk<'_>) -> Result<(), Failure> {
    let mut connection = desk.database.pool().acquire().await.map_err(StoreError::from)?;
    let content = file::content(&mut connection, digest).await?;
    let content = content.ok_or_else(|| Failure::System(format!("the bytes of {digest} are not kept")))?;
    let written = fs::File::create_new(path).and_then(|mut file| file.write_all(content.bytes()));
    written.map_err(|error| {
        Failure::input(format!("--save {}: {error}. Name a file that is not there yet", path.display()))
    })?;
    Ok(desk.printer.say(format_args!("Saved as {}.", path.display()))?)
}

/// What a person may call something: its id, and other words that are not always its own.
pub(super) struct Names<'a> {
    pub(super) id: String,
    pub(super) words: [&'a str; 2],
}

/// The place among others of the one thing that a word calls.
pub(super) fn place(noun: &str, names: &[Names<'_>], word: &str) -> Result<usize, Failure> {
    let calls = |names: &Names<'_>| names.id == word || names.words.contains(&word);
    let found: Vec<(usize, &Names<'_>)> =
        names.iter().enumerate().filter(|(_, names)| calls(names)).collect();
    match found.as_slice() {
        [(place, _)] => Ok(*place),
        [] => {
            let known = names.iter().flat_map(|names| names.words.map(|name| (names.words[0], name)));
            Err(Failure::input(not_there(noun, word, &nearest(word, known))))
        }
        several => {
            let line = |(_, names): &(usize, &Names<'_>)| {
                let [one, other] = names.words;
                format!("{}  {one}, {other}", names.id)
            };
            let lines: Vec<String> = several.iter().map(line).collect();
            let lines = lines.join("\n  ");
            Err(Failure::input(format!("several {noun}s are called `{word}`: name one by its id\n  {lines}")))
        }
    }
}

/// The gift of a partner by what it is, or its id.
pub(super) fn gift(partner: &Partner, word: &str) -> Result<GiftId, Failure> {
    let gifts = &partner.relationship.gifts;
    let called = gifts.iter().filter(|gift| gift.what.as_str() == word || gift.id.to_string() == word);
    let known: Vec<String> = gifts.iter().map(|gift| gift.what.to_string()).collect();
    only("gift", word, called, &known).map(|gift| gift.id)
}

/// The only one of some that a word calls, or what there is to choose from.
pub(super) fn only<T>(
    noun: &str,
    word: &str,
    mut called: impl Iterator<Item = T>,
    known: &[String],
) -> Result<T, Failure> {
    let word = word.escape_debug();
    let refused = |words: String| Err(Failure::input(words));
    match (called.next(), called.next()) {
        (Some(one), None) => Ok(one),
        (Some(_), Some(_)) => {
            refused(format!("several {noun}s are called `{word}`: write the id, of signpost export"))
        }
        (None, _) if known.is_empty() => {
            refused(format!("no {noun} is called `{word}`: the partner has none on record"))
        }
        (None, _) => refused(format!("no {noun} is called `{word}`. On record: {}", known.join("; "))),
    }
}
