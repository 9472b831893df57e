//! The glossary: words that mislead in some language, and what serves instead.

use std::sync::LazyLock;

use toml_edit::{Array, DocumentMut, Table};

use crate::text::{Language, fold};

/// What those who translate to a language should know of a word.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The word of the originals in its forms, folded.
    pub words: Vec<String>,
    /// The language, or one that it is a kind of.
    language: String,
    /// What stands for it in that language; empty: it depends.
    pub translations: Vec<String>,
    /// What to beware of.
    pub hint: String,
}

/// `locales/glossary.toml`, beside the messages, compiled in. A test finds what cannot be read of it.
static ENTRIES: LazyLock<Vec<Entry>> =
    LazyLock::new(|| read(include_str!("../../../../locales/glossary.toml")));

fn read(text: &str) -> Vec<Entry> {
    let document = text.parse::<DocumentMut>().unwrap_or_default();
    let tables = document.get("entries").and_then(|entries| entries.as_array_of_tables());
    tables.into_iter().flatten().filter_map(read_one).collect()
}

fn read_one(table: &Table) -> Option<Entry> {
    let list = |name| table.get(name).and_then(|value| value.as_array()).map(strings);
    Some(Entry {
        words: list("words")?.iter().map(|word| fold(word)).collect(),
        language: table.get("language")?.as_str()?.to_owned(),
        translations: list("translations").unwrap_or_default(),
        hint: table.get("hint")?.as_str()?.to_owned(),
    })
}

fn strings(array: &Array) -> Vec<String> {
    array.iter().filter_map(|value| value.as_str().map(str::to_owned)).collect()
}

/// What the glossary has for a language.
pub fn glossary(language: &Language) -> impl Iterator<Item = &'static Entry> {
    ENTRIES.iter().filter(move |entry| speaks_to(&entry.language, language.as_str()))
}

/// The entries whose word stands in a text, each with the form of it that does.
pub fn entries_in(text: &str, language: &Language) -> impl Iterator<Item = (&'static str, &'static Entry)> {
    let text = fold(text);
    glossary(language).filter_map(move |entry| {
        let word = entry.words.iter().find(|word| has_word(&text, word))?;
        Some((word.as_str(), entry))
    })
}

impl Entry {
    /// What a translator reads beside a text that has the word: `sister city = 姉妹都市. Also for …`.
    pub(super) fn hint_on(&self, word: &str) -> String {
        match self.translations.as_slice() {
            [] => format!("{word}: {}", self.hint),
            words => format!("{word} = {}. {}", words.join(" or "), self.hint),
        }
    }

    /// Whether a translation has what stands for the word, where that is fixed; capitals do not matter.
    pub fn is_kept_by(&self, translation: &str) -> bool {
        let translation = fold(translation);
        self.translations.is_empty() || self.translations.iter().any(|word| translation.contains(&fold(word)))
    }
}

/// Whether a language is another one or a more general one.
fn speaks_to(general: &str, language: &str) -> bool {
    language.strip_prefix(general).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

/// Whether a word stands in a text by itself.
fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(start, found)| {
        let before = text.get(..start).and_then(|before| before.chars().next_back());
        let after = text.get(start + found.len()..).and_then(|after| after.chars().next());
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_of_the_file_is_read() {
        let written = include_str!("../../../../locales/glossary.toml")
            .lines()
            .filter(|line| *line == "[[entries]]")
            .count();
        assert!(written > 10 && ENTRIES.len() == written, "{} of {written}", ENTRIES.len());
        for entry in ENTRIES.iter() {
            assert!(entry.language.parse::<Language>().is_ok(), "{}", entry.language);
            assert!(!entry.words.is_empty() && !entry.hint.is_empty());
        }
    }

    #[test]
    fn an_entry_comes_with_its_word_in_its_language() {
        for (text, language, count) in [
            ("Friendship Cities of Cupertino", "zh-Hans", 1),
            ("Friendship Cities of Cupertino", "zh-Hans-CN", 1),
            ("Friendship Cities of Cupertino", "zh-Hant", 1),
            ("A student exchange with a sister city", "ja", 2),
            ("Friendship Cities of Cupertino", "hi", 1),
            ("Friendship Cities of Cupertino", "fr", 0),
            ("An interchange of views", "ja", 0),
        ] {
            assert_eq!(entries_in(text, &language.parse().unwrap()).count(), count, "{text} in {language}");
        }
    }

    #[test]
    fn sister_and_friendship_cities_are_told_apart() {
        for (language, original, kept, mistaken) in [
            ("ja", "our sister cities", "姉妹都市", "友好都市"),
            ("ja", "a friendship city", "友好都市", "姉妹都市"),
            ("zh-Hant", "our sister cities", "姐妹市", "友好城市"),
            ("zh-Hans", "our sister cities", "姐妹市", "友好城市"),
            ("zh-Hans", "a friendship city", "友好城市", "姐妹市"),
            ("it", "our sister cities", "Città gemellate", "Città amiche"),
            ("it", "a friendship city", "città amica", "città gemellata"),
            ("hi", "our sister cities", "सिस्टर सिटी", "मैत्री शहर"),
        ] {
            let (_, entry) = entries_in(original, &language.parse().unwrap()).next().unwrap();
            assert!(entry.is_kept_by(kept) && !entry.is_kept_by(mistaken), "{original} in {language}");
        }
    }
}
