//! Files: read from the person's folder, written back into it, found by what a person calls them, hidden and removed.

use std::fs;
use std::io::{Read, Write};
use std::path::Path;

use jiff::Timestamp;
use signpost_core::store::{StoreError, file};
use signpost_core::{Content, ContentError, Digest, GiftId, Line, MOST_BYTES, Partner};

use super::publishing;
use crate::cli::{Chosen, Named};
use crate::desk::Desk;
use crate::draft::Draft;
use crate::failure::{Failure, Outcome};
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

/// What is kept with a file: a document, a photo.
pub(super) trait Attachment: Sized + 'static {
    /// What it is.
    const NOUN: &'static str;

    /// All that are on record, to be changed.
    async fn load<'a>(draft: &'a mut Draft<'_>) -> Result<&'a mut Vec<Self>, Failure>;

    /// Its id.
    fn id(&self) -> String;

    /// What else a person may call it, which is not always its own; the first is what it is called.
    fn words(&self) -> [&str; 2];

    /// Since when it is public.
    fn published_at(&mut self) -> &mut Option<Timestamp>;

    /// What it is called in a sentence.
    fn called(&self) -> String {
        let [word, _] = self.words();
        format!("the {} {word}", Self::NOUN)
    }
}

/// The one that a word calls, to be changed.
pub(super) async fn find<'a, A: Attachment>(
    draft: &'a mut Draft<'_>,
    word: &str,
) -> Result<&'a mut A, Failure> {
    let all = A::load(draft).await?;
    let place = place(all, word)?;
    let gone = || Failure::System(format!("a {} that was just found is not there", A::NOUN));
    all.get_mut(place).ok_or_else(gone)
}

/// Takes the one that is named off the site.
pub(super) async fn unpublish<A: Attachment>(
    arguments: &Named,
    mut desk: Desk<'_>,
) -> Result<Outcome, Failure> {
    let body = async |draft: &mut Draft<'_>| {
        let found: &mut A = find(draft, &arguments.name).await?;
        let called = found.called();
        publishing::unpublish(found.published_at(), &called)
    };
    desk.change(&format!("{} unpublish", A::NOUN), &arguments.writing, body).await
}

/// Removes the one that is named.
pub(super) async fn remove<A: Attachment>(
    arguments: &Chosen,
    mut desk: Desk<'_>,
) -> Result<Outcome, Failure> {
    let body = async |draft: &mut Draft<'_>| {
        let all = A::load(draft).await?;
        let place = place(all, &arguments.name)?;
        all.remove(place);
        Ok(())
    };
    let question = format!("Remove the {} {}?", A::NOUN, arguments.name);
    desk.ask_and_change(&format!("{} remove", A::NOUN), &arguments.asking, &question, body).await
}

/// The place among others of the one that a word calls.
pub(super) fn place<A: Attachment>(all: &[A], word: &str) -> Result<usize, Failure> {
    let calls = |one: &A| one.id() == word || one.words().contains(&word);
    let found: Vec<(usize, &A)> = all.iter().enumerate().filter(|(_, one)| calls(one)).collect();
    match found.as_slice() {
        [(place, _)] => Ok(*place),
        [] => {
            let known = all.iter().flat_map(|one| {
                let [first, other] = one.words();
                [(first, first), (first, other)]
            });
            Err(Failure::input(not_there(A::NOUN, word, &nearest(word, known))))
        }
        several => {
            let line = |(_, one): &(usize, &A)| {
                let [first, other] = one.words();
                format!("\n  {}  {first}, {other}", one.id())
            };
            let lines: String = several.iter().map(line).collect();
            Err(Failure::input(format!(
                "several {}s are called `{word}`: name one by its id{lines}",
                A::NOUN
            )))
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
