//! Translations as files hold them: `translations/LANGUAGE/`, one file for each record, in it one table for each field.

use std::collections::HashMap;

use jiff::civil::Date;

use super::block::Block;
use super::reading::Reading;
use super::record::Record;
use super::table::Table;
use super::writing::Writing;
use crate::exchange::Exchange;
use crate::notice::Notice;
use crate::page::Page;
use crate::partner::Partner;
use crate::programme::Programme;
use crate::text::Language;
use crate::translation::{Original, Review, Translation, TranslationSubject, Version};

const FOLDER: &str = "translations/";

/// The records that there may be translations of, by the path of their files within a language's folder.
#[derive(Debug, Default)]
pub(super) struct Originals<'a> {
    by_path: HashMap<String, Original<'a>>,
    /// Whether they are all that there are.
    whole: bool,
}

impl<'a> Originals<'a> {
    /// These records; `whole` where every file of them could be read.
    pub(super) fn new(
        programme: Option<&'a Programme>,
        pages: &'a [Page],
        partners: &'a [Partner],
        exchanges: &'a [Exchange],
        notices: &'a [Notice],
        whole: bool,
    ) -> Self {
        let originals = programme
            .map(Original::Programme)
            .into_iter()
            .chain(pages.iter().map(Original::Page))
            .chain(partners.iter().map(Original::Partner))
            .chain(exchanges.iter().map(Original::Exchange))
            .chain(notices.iter().map(Original::Notice));
        Self { by_path: originals.map(|original| (path(original), original)).collect(), whole }
    }
}

/// The file of a record's translations within a language's folder.
fn path(original: Original<'_>) -> String {
    match original {
        Original::Programme(_) => "programme.toml".to_owned(),
        Original::Page(page) => format!("pages/{}.toml", page.slug),
        Original::Partner(partner) => format!("partners/{}.toml", partner.slug),
        Original::Exchange(exchange) => format!("exchanges/{}.toml", exchange.slug),
        Original::Notice(notice) => format!("notices/{}.toml", notice.slug),
    }
}

/// The translations.
pub(super) fn read(reading: &Reading<'_>, originals: &Originals<'_>) -> Vec<Translation> {
    let mut translations = Vec::new();
    for file in reading.folder.within(FOLDER) {
        let path = file.strip_prefix(FOLDER).and_then(|rest| rest.split_once('/'));
        let Some((Ok(language), path)) = path.map(|(language, path)| (language.parse::<Language>(), path))
        else {
            continue;
        };
        let Some(original) = originals.by_path.get(path) else {
            if originals.whole {
                reading.faults.add(
                    file,
                    None,
                    format!("it translates nothing: there is no record for {path}"),
                );
            }
            continue;
        };
        let read = reading.toml(file, |table| read_one(reading, table, *original, &language));
        translations.extend(read.into_iter().flatten());
    }
    translations
}

fn read_one(
    reading: &Reading<'_>,
    file: &Table<'_>,
    original: Original<'_>,
    language: &Language,
) -> Vec<Translation> {
    let fields = original.subject().fields().iter();
    let translations = fields.filter_map(|field| {
        file.inner(field, |table| {
            let text = table.required("text");
            let translator = table.required("translator");
            let translated_on: Option<Date> = table.required("translated_on");
            let follows = read_follows(table, original, field);
            let review = read_review(table);
            let key = format!("{language}/{}/{field}", path(original));
            let id = reading.ids.of(table, "translation", &key);
            let (of, language, field) = (original.subject(), language.clone(), field.parse().ok()?);
            let (text, follows, translator) = (text?, follows?, translator?);
            let translated_on = translated_on?;
            Some(Translation { id, of, field, language, text, follows, translator, translated_on, review })
        })
        .flatten()
    });
    translations.collect()
}

/// The wording that a translation follows: as stated, else the original's present one.
fn read_follows(table: &Table<'_>, original: Original<'_>, field: &str) -> Option<Version> {
    if table.has("follows") {
        return table.optional("follows");
    }
    let words = original.words(field);
    if words.is_none() {
        table.fault_here(format!("there are no words to translate: the record has no {field}"));
    }
    words.map(Version::of)
}

fn read_review(table: &Table<'_>) -> Option<Review> {
    let reviewer = table.optional("reviewer");
    let on = table.optional("reviewed_on");
    match (table.has("reviewer"), table.has("reviewed_on")) {
        (true, false) => table.fault("reviewer", "say when: add `reviewed_on`"),
        (false, true) => table.fault("reviewed_on", "say by whom: add `reviewer`"),
        _ => {}
    }
    Some(Review { reviewer: reviewer?, on: on? })
}

/// The files of the translations.
pub(super) fn write(writing: &Writing<'_>) -> Vec<(String, String)> {
    let dataset = writing.dataset;
    if dataset.translations.is_empty() {
        return Vec::new();
    }
    let originals = Originals::new(
        Some(&dataset.programme),
        &dataset.pages,
        &dataset.partners,
        &dataset.exchanges,
        &dataset.notices,
        true,
    );
    let paths: HashMap<TranslationSubject, &str> =
        originals.by_path.iter().map(|(path, original)| (original.subject(), path.as_str())).collect();
    let mut files: Vec<(String, String)> = Vec::new();
    for translation in &dataset.translations {
        let Some(path) = paths.get(&translation.of) else {
            continue;
        };
        let file = format!("{FOLDER}{}/{path}", translation.language);
        let block = write_one(translation);
        match files.last_mut().filter(|(last, _)| *last == file) {
            Some((_, text)) => *text += &block,
            None => files.push((file, block.trim_start().to_owned())),
        }
    }
    files
}

fn write_one(translation: &Translation) -> String {
    let review = translation.review.as_ref();
    Block::new()
        .with("text", &translation.text)
        .with("translator", &translation.translator)
        .with("translated_on", &translation.translated_on)
        .with("follows", &translation.follows)
        .maybe("reviewer", review.map(|review| &review.reviewer))
        .maybe("reviewed_on", review.map(|review| &review.on))
        .id(translation.id)
        .under(&format!("[{}]", translation.field))
}
