//! Translations: how texts stand in a language, one of them whole, and the glossary.

use jiff::civil::Date;
use serde::Serialize;
use signpost_core::translation::{Entry, TextInLanguage};
use signpost_core::{Language, Line, TranslationState};

use super::value;
use crate::phrase;
use crate::printer::{Cell, Column, Record, Row, Section, Sheet, Tone};

/// A text in a language.
#[derive(Debug, Serialize)]
pub(crate) struct TextRow {
    language: Language,
    text: String,
    /// Of how many records it is the text.
    records: usize,
    state: TranslationState,
    translator: Option<Line>,
    translated_on: Option<Date>,
    reviewer: Option<Line>,
    reviewed_on: Option<Date>,
}

/// A translation, whole.
#[derive(Debug, Serialize)]
pub(crate) struct TextRecord {
    #[serde(flatten)]
    row: TextRow,
    original: Option<String>,
    former: Option<String>,
    translation: Option<String>,
}

/// An entry of the glossary.
#[derive(Debug, Serialize)]
pub(crate) struct EntryRow {
    word: String,
    forms: Vec<String>,
    translations: Vec<String>,
    hint: String,
}

/// What a state is called.
const fn called(state: TranslationState) -> &'static str {
    match state {
        TranslationState::Orphaned => "original is gone",
        TranslationState::Outdated => "older",
        TranslationState::Missing => "missing",
        TranslationState::Unreviewed => "not reviewed",
        TranslationState::Reviewed => "current",
    }
}

const fn tone(state: TranslationState) -> Tone {
    match state {
        TranslationState::Orphaned | TranslationState::Outdated => Tone::Grave,
        TranslationState::Missing => Tone::Quiet,
        TranslationState::Unreviewed => Tone::Soon,
        TranslationState::Reviewed => Tone::Good,
    }
}

impl TextRow {
    /// A text in a language.
    pub(crate) fn new(text: &TextInLanguage<'_>, language: &Language) -> Self {
        let translation = text.translation;
        let review = translation.and_then(|translation| translation.review.as_ref());
        Self {
            language: language.clone(),
            text: text.name(),
            records: text.shared_by.len().max(1),
            state: text.state(),
            translator: translation.map(|translation| translation.translator.clone()),
            translated_on: translation.map(|translation| translation.translated_on),
            reviewer: review.map(|review| review.reviewer.clone()),
            reviewed_on: review.map(|review| review.on),
        }
    }

    /// How many of some are in each state, in words: `2 missing, 1 not reviewed`.
    pub(crate) fn summary(rows: &[Self]) -> String {
        let counts = TranslationState::ALL.iter().filter_map(|state| {
            let count = rows.iter().filter(|row| row.state == *state).count();
            (count > 0).then(|| format!("{count} {}", called(*state)))
        });
        counts.collect::<Vec<_>>().join(", ")
    }
}

impl Row for TextRow {
    const COLUMNS: &'static [Column] = &[
        Column::wrapping("text"),
        Column::whole("language"),
        Column::whole("state"),
        Column::wrapping("translated by"),
    ];
    const FIELDS: &'static [&'static str] =
        &["language", "text", "records", "state", "translator", "translated_on", "reviewer", "reviewed_on"];

    fn cells(&self) -> Vec<Cell> {
        let translator = self
            .translator
            .as_ref()
            .map_or_else(|| Cell::quiet("–"), |translator| Cell::plain(translator.as_str()));
        let others = match self.records {
            1 => String::new(),
            records => format!("and of {}", phrase::count(records as u64 - 1, "more partner")),
        };
        vec![
            Cell::toned(self.text.as_str(), Tone::Strong).below(others),
            Cell::plain(self.language.as_str()),
            Cell::toned(called(self.state), tone(self.state)),
            translator,
        ]
    }

    fn values(&self) -> Vec<String> {
        vec![
            self.language.to_string(),
            self.text.clone(),
            self.records.to_string(),
            self.state.to_string(),
            value(self.translator.as_ref()),
            value(self.translated_on),
            value(self.reviewer.as_ref()),
            value(self.reviewed_on),
        ]
    }
}

impl TextRecord {
    /// A text in a language, with the former wording of the original that the translation follows, if that is on
    /// record.
    pub(crate) fn new(text: &TextInLanguage<'_>, language: &Language, former: Option<String>) -> Self {
        Self {
            row: TextRow::new(text, language),
            original: text.words.map(str::to_owned),
            former,
            translation: text.translation.map(|translation| translation.text.to_string()),
        }
    }
}

impl Record for TextRecord {
    type Row = TextRow;

    fn row(&self) -> &TextRow {
        &self.row
    }

    fn sheet(&self) -> Sheet {
        let row = &self.row;
        let by = |person: Option<&Line>, on: Option<Date>| {
            person.zip(on).map(|(person, on)| format!("{person}, on {on}"))
        };
        let state = match row.state {
            TranslationState::Orphaned => "the original is gone",
            TranslationState::Outdated => "older than the original",
            state => called(state),
        };
        let facts = Section::new("")
            .entry("language", row.language.as_str())
            .entry("state", state)
            .maybe("translated by", by(row.translator.as_ref(), row.translated_on))
            .maybe("reviewed by", by(row.reviewer.as_ref(), row.reviewed_on))
            .maybe("original", self.original.as_deref())
            .maybe("it was", self.former.as_deref())
            .maybe("translation", self.translation.as_deref());
        Sheet::new(row.text.as_str(), "").with(facts)
    }
}

impl EntryRow {
    /// An entry of the glossary.
    pub(crate) fn new(entry: &Entry) -> Self {
        Self {
            word: entry.words.first().cloned().unwrap_or_default(),
            forms: entry.words.clone(),
            translations: entry.translations.clone(),
            hint: entry.hint.clone(),
        }
    }
}

impl Row for EntryRow {
    const COLUMNS: &'static [Column] =
        &[Column::whole("word"), Column::whole("is"), Column::wrapping("beware")];
    const FIELDS: &'static [&'static str] = &["word", "forms", "translations", "hint"];

    fn cells(&self) -> Vec<Cell> {
        let is = match self.translations.as_slice() {
            [] => Cell::quiet("it depends"),
            translations => Cell::plain(translations.join(", ")),
        };
        vec![Cell::toned(self.word.as_str(), Tone::Strong), is, Cell::plain(self.hint.as_str())]
    }

    fn values(&self) -> Vec<String> {
        vec![self.word.clone(), self.forms.join("; "), self.translations.join("; "), self.hint.clone()]
    }
}
