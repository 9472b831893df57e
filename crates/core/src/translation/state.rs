//! How a translation stands to its original: computed, never stored.

use std::collections::HashMap;

use jiff::Timestamp;

use super::original::name_of_text;
use super::{Original, Translation, TranslationSubject, Version, Which};
use crate::dataset::Dataset;
use crate::text::Language;
use crate::word::words;

/// How a text stands in a language, the most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TranslationState {
    /// It is translated, and the words that it translated are gone.
    Orphaned,
    /// It is translated, and the original was changed since.
    Outdated,
    /// It is not translated.
    Missing,
    /// It is translated, and nobody else has reviewed it.
    Unreviewed,
    /// It is translated and reviewed.
    Reviewed,
}

words!(TranslationState {
    Orphaned = "orphaned",
    Outdated = "outdated",
    Missing = "missing",
    Unreviewed = "unreviewed",
    Reviewed = "reviewed"
});

/// One text in one language.
#[derive(Clone, Debug)]
pub struct TextInLanguage<'a> {
    /// The record; `None`: it is not at hand.
    pub original: Option<Original<'a>>,
    /// The field of it.
    pub field: &'a str,
    /// The original's words; `None`: they are gone.
    pub words: Option<&'a str>,
    /// The translation; `None`: there is none.
    pub translation: Option<&'a Translation>,
    /// The records that say this in the same words, and their translations: one text for all of them. Empty where there
    /// is only one such record.
    pub shared_by: Vec<(Original<'a>, Option<&'a Translation>)>,
}

impl Translation {
    /// How it stands to the original as it is now.
    pub fn state(&self, original: Option<&str>) -> TranslationState {
        match original {
            None => TranslationState::Orphaned,
            Some(words) if Version::of(words) != self.follows => TranslationState::Outdated,
            Some(_) if self.review.is_none() => TranslationState::Unreviewed,
            Some(_) => TranslationState::Reviewed,
        }
    }
}

impl<'a> TextInLanguage<'a> {
    /// What a person calls it: `page/home/title`.
    pub fn name(&self) -> String {
        let record = self.original.map_or_else(|| "?".to_owned(), Original::name);
        name_of_text(&record, self.field)
    }

    /// Whether it is translated, and the original was changed since.
    pub fn is_outdated(&self) -> bool {
        self.state() == TranslationState::Outdated
    }

    /// How it stands; of one that several records share, with the one that is most urgent.
    pub fn state(&self) -> TranslationState {
        let state = |translation: Option<&Translation>| {
            translation.map_or(TranslationState::Missing, |translation| translation.state(self.words))
        };
        let shared = self.shared_by.iter().map(|(_, translation)| state(*translation));
        shared.min().unwrap_or_else(|| state(self.translation))
    }

    /// Its translations: one, unless several records share it.
    pub fn translations(&self) -> impl Iterator<Item = &'a Translation> {
        let sole = self.translation.filter(|_| self.shared_by.is_empty());
        self.shared_by.iter().filter_map(|(_, translation)| *translation).chain(sole)
    }

    /// Counts another record in that says it in the same words.
    fn share_with(&mut self, original: Original<'a>, translation: Option<&'a Translation>) {
        if self.shared_by.is_empty() {
            self.shared_by.extend(self.original.map(|first| (first, self.translation)));
        }
        self.shared_by.push((original, translation));
        self.translation = self.translation.or(translation);
    }
}

impl Dataset {
    /// The languages that something is translated to, by tag.
    pub fn languages_translated_to(&self) -> Vec<Language> {
        let mut languages: Vec<Language> =
            self.translations.iter().map(|translation| translation.language.clone()).collect();
        languages.sort();
        languages.dedup();
        languages
    }

    /// The texts of a language: those that are meant to be translated, and those that were.
    pub fn texts_in(&self, language: &Language, which: Which, now: Timestamp) -> Vec<TextInLanguage<'_>> {
        let of_language = self.translations.iter().filter(|translation| translation.language == *language);
        let mut translations: HashMap<(TranslationSubject, &str), &Translation> = of_language
            .map(|translation| ((translation.of, translation.field.as_str()), translation))
            .collect();
        let mut texts: Vec<TextInLanguage<'_>> = Vec::new();
        let mut shared: HashMap<&str, usize> = HashMap::new();
        for original in self.originals() {
            for (field, words) in original.texts() {
                let translation = translations.remove(&(original.subject(), field));
                if translation.is_none() && !original.is_among(which, now) {
                    continue;
                }
                if original.shares(field) {
                    if let Some(text) = shared.get(words).and_then(|first| texts.get_mut(*first)) {
                        text.share_with(original, translation);
                        continue;
                    }
                    shared.insert(words, texts.len());
                }
                texts.push(TextInLanguage {
                    original: Some(original),
                    field,
                    words: Some(words),
                    translation,
                    shared_by: Vec::new(),
                });
            }
        }
        let mut orphans: Vec<&Translation> = translations.into_values().collect();
        orphans.sort_by_key(|translation| translation.id);
        texts.extend(orphans.into_iter().map(|translation| TextInLanguage {
            original: self.original(translation.of),
            field: translation.field.as_str(),
            words: None,
            translation: Some(translation),
            shared_by: Vec::new(),
        }));
        texts
    }
}
