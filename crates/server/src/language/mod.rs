//! The languages of the site: messages, dates, numbers and lists.
//!
//! A language is a folder in `locales/`; its `language.ftl` names it and says whose customs
//! (CLDR locale) its dates and numbers follow. Nothing else in the code lists languages.

mod dates;
mod formats;
mod messages;
mod names;
#[cfg(test)]
mod pseudo;

use std::{fmt, str::FromStr, sync::LazyLock};

pub use dates::KnownDate;
use fluent_templates::{LanguageIdentifier, Loader, StaticLoader};
use formats::Formats;
use icu::locale::{LanguageIdentifier as SubtagIdentifier, LocaleExpander, subtags};
pub use messages::Argument;
use messages::MESSAGES;
use signpost_core::Language as LanguageTag;

/// The tag of the language that URLs carry no prefix for, and that lends its messages to others.
const DEFAULT_TAG: &str = "en";

/// A language that the interface speaks, with the customs of its dates and numbers.
#[derive(Clone, Copy)]
pub struct Locale(&'static Language);

/// What is loaded once for a language.
struct Language {
    tag: LanguageTag,
    identifier: LanguageIdentifier,
    messages: &'static StaticLoader,
    direction: String,
    formats: Formats,
}

/// Every folder of `locales/`, the default language first, the others by tag.
static LANGUAGES: LazyLock<Vec<Language>> = LazyLock::new(|| {
    let mut languages: Vec<Language> = MESSAGES.locales().filter_map(Language::load).collect();
    languages.sort_by_key(|language| (language.tag.as_str() != DEFAULT_TAG, language.tag.clone()));
    languages
});

impl Language {
    /// Loads a language, or nothing when its folder or its `language-customs` is not named so (a test finds that).
    fn load(identifier: &LanguageIdentifier) -> Option<Self> {
        let customs = MESSAGES.lookup(identifier, "language-customs");
        Some(Self {
            tag: identifier.to_string().parse().ok()?,
            identifier: identifier.clone(),
            messages: &MESSAGES,
            direction: MESSAGES.lookup(identifier, "language-direction"),
            formats: Formats::load(&customs.parse().ok()?).ok()?,
        })
    }
}

impl Locale {
    /// Every language of the interface, the default first.
    pub fn all() -> impl Iterator<Item = Self> {
        LANGUAGES.iter().map(Self)
    }

    /// The BCP 47 tag, as in URLs and `lang` attributes: `en`, `zh-Hant`.
    pub fn tag(self) -> &'static str {
        self.0.tag.as_str()
    }

    /// The same as the register names languages.
    pub fn language(self) -> &'static LanguageTag {
        &self.0.tag
    }

    /// The language's name for itself.
    pub fn own_name(self) -> String {
        self.say("language-name")
    }

    /// The direction its script runs in, as the `dir` attribute wants it.
    pub fn direction(self) -> &'static str {
        &self.0.direction
    }

    fn formats(self) -> &'static Formats {
        &self.0.formats
    }
}

impl Locale {
    /// The language that a path is in, and the path without its tag.
    pub fn of_path(path: &str) -> (Self, &str) {
        let rest = path.trim_start_matches('/');
        let (first, below) = rest.split_once('/').unwrap_or((rest, ""));
        match first.parse::<Self>() {
            Ok(locale) if locale != Self::default() => (locale, below),
            _ => (Self::default(), path),
        }
    }

    /// The language that is meant by a tag in another spelling than [`Locale::tag`] prints: `JA`, `zh-TW`, `en-us`.
    pub fn meant_by(tag: &str) -> Option<Self> {
        let meant = language_and_script(tag)?;
        Self::all().find(|locale| language_and_script(locale.tag()) == Some(meant))
    }
}

/// What a tag says of language and script, by CLDR's likely subtags: `zh-tw` is Chinese in traditional characters.
fn language_and_script(tag: &str) -> Option<(subtags::Language, Option<subtags::Script>)> {
    let mut identifier: SubtagIdentifier = tag.parse().ok()?;
    LocaleExpander::new_common().maximize(&mut identifier);
    Some((identifier.language, identifier.script))
}

impl Default for Locale {
    #[expect(clippy::expect_used, reason = "the default language is compiled in, and a test loads it")]
    fn default() -> Self {
        Self(LANGUAGES.first().expect("the default language is compiled in"))
    }
}

/// There is no interface in this language.
#[derive(Debug, thiserror::Error)]
#[error("no language `{0}` here")]
pub struct UnknownLocale(String);

/// The tag exactly as [`Locale::tag`] prints it; another spelling is another URL, hence unknown.
impl FromStr for Locale {
    type Err = UnknownLocale;

    fn from_str(tag: &str) -> Result<Self, Self::Err> {
        Self::all().find(|locale| locale.tag() == tag).ok_or_else(|| UnknownLocale(tag.to_owned()))
    }
}

impl fmt::Debug for Locale {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Locale({})", self.tag())
    }
}

impl PartialEq for Locale {
    fn eq(&self, other: &Self) -> bool {
        self.tag() == other.tag()
    }
}

impl Eq for Locale {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_folder_is_a_language() {
        let folders = std::fs::read_dir("../../locales").unwrap();
        let folders = folders.filter(|entry| entry.as_ref().unwrap().path().is_dir()).count();
        assert_eq!(Locale::all().count(), folders);
        assert_eq!(Locale::default().tag(), DEFAULT_TAG);
    }

    #[test]
    fn tags_are_exact() {
        assert_eq!("en".parse::<Locale>().unwrap(), Locale::default());
        assert!("EN".parse::<Locale>().is_err());
        assert!("xx".parse::<Locale>().is_err());
    }

    #[test]
    fn a_tag_in_another_spelling_means_the_same_language() {
        for (tag, meant) in [
            ("EN", Some("en")),
            ("en-us", Some("en")),
            ("xx", None),
            ("de", None),
            ("partners", None),
            ("", None),
            ("-", None),
            ("豊川", None),
        ] {
            assert_eq!(Locale::meant_by(tag).map(Locale::tag), meant, "{tag}");
        }
    }
}
