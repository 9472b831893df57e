//! Text that people write: it enters through `FromStr`, which states the rule, and cannot be wrong afterwards.

use std::collections::BTreeMap;
use std::fmt;

/// Why a text was refused: what it should be, and what it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{}` is not {expected}", excerpt(.text))]
pub struct TextError {
    expected: &'static str,
    text: String,
}

/// The first characters of a text that may be long or hold control characters, for a message.
fn excerpt(text: &str) -> String {
    let short: String = text.chars().take(60).flat_map(char::escape_debug).collect();
    if text.chars().nth(60).is_some() { format!("{short}…") } else { short }
}

/// Defines a kind of text: a string that satisfies a rule.
macro_rules! text {
    ($($(#[$doc:meta])* $name:ident: $rule:expr, $expected:literal;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, sqlx::Type)]
        #[serde(transparent)]
        #[sqlx(transparent)]
        pub struct $name(String);

        impl $name {
            /// What a text of this kind is, in words that complete "write …".
            pub const EXPECTED: &str = $expected;

            /// The text itself.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::str::FromStr for $name {
            type Err = TextError;

            fn from_str(text: &str) -> Result<Self, TextError> {
                let rule: fn(&str) -> bool = $rule;
                if rule(text) {
                    Ok(Self(text.to_owned()))
                } else {
                    Err(TextError { expected: $expected, text: text.to_owned() })
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.pad(&self.0)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }
    )+};
}

text! {
    /// The name of a record in URLs and commands: 1 to 80 lower-case letters a to z, digits and single hyphens,
    /// beginning and ending with a letter or digit; not `month`, which is a page of its own.
    Slug: is_slug, "a short name: 1 to 80 of a to z, 0 to 9 and single hyphens, as in `new-taipei` (`month` is taken)";

    /// One line of text, for names and titles: 1 to 300 characters, no control characters, no space at the ends.
    Line: is_line, "one line of 1 to 300 characters without control characters or spaces at its ends";

    /// What somebody looks for, as typed: at most 200 characters, no control characters.
    SearchWords: |text| text.chars().take(201).count() <= 200 && !text.chars().any(char::is_control),
        "words to look for, of at most 200 characters";

    /// A longer text in Markdown (CommonMark): 1 to 100,000 bytes, line feeds and tabs the only control characters,
    /// not only white space.
    Markdown: is_markdown, "a text of 1 to 100,000 bytes, without control characters but line feeds and tabs";

    /// A language as on the web (BCP 47): `ja`, `zh-Hant`, `or`.
    Language: is_language, "a language tag such as `en`, `ja` or `zh-Hant`";

    /// A country's two letters (ISO 3166-1 alpha-2), upper case: `JP`.
    CountryCode: |text| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase()),
        "a country's two letters such as `JP`";

    /// A currency's three letters (ISO 4217), upper case: `USD`.
    Currency: |text| text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase()),
        "a currency's three letters such as `USD`";

    /// The address of a page on the web, `https` or `http`, at most 2,000 characters, without spaces.
    WebAddress: is_web_address, "a web address that begins with https:// or http://";

    /// An address for electronic mail, as far as a person can mistype one: something, one @, a domain.
    EmailAddress: is_email_address, "an email address such as `office@example.org`";

    /// The item of a thing in Wikidata: `Q62`.
    WikidataId: is_wikidata_id, "an item of Wikidata such as `Q62`";

    /// A time zone of the IANA database that this program knows: `Asia/Tokyo`.
    TimeZoneName: |text| !text.is_empty() && text != "local" && jiff::tz::TimeZone::get(text).is_ok(),
        "a time zone of the IANA database such as `Asia/Tokyo`";
}

fn is_slug(text: &str) -> bool {
    let letters = text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    let parts = text.split('-').all(|part| !part.is_empty());
    (1..=80).contains(&text.len()) && letters && parts && text != "month"
}

fn is_line(text: &str) -> bool {
    let size = text.chars().take(301).count();
    (1..=300).contains(&size) && text.trim() == text && !text.chars().any(char::is_control)
}

fn is_markdown(text: &str) -> bool {
    let plain = |character: char| !character.is_control() || character == '\n' || character == '\t';
    (1..=100_000).contains(&text.len()) && text.chars().all(plain) && !text.trim().is_empty()
}

/// A primary language of two or three letters, then an optional script and an optional region.
fn is_language(text: &str) -> bool {
    let mut parts = text.split('-').peekable();
    let language = parts.next().is_some_and(|part| {
        (2..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_lowercase())
    });
    let is_script = |part: &&str| {
        let (first, rest) = part.split_at_checked(1).unwrap_or_default();
        part.len() == 4
            && first.bytes().all(|byte| byte.is_ascii_uppercase())
            && rest.bytes().all(|byte| byte.is_ascii_lowercase())
    };
    let is_region = |part: &&str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_uppercase());
    parts.next_if(is_script);
    parts.next_if(is_region);
    language && parts.next().is_none()
}

fn is_web_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
    let bounded = text.len() <= 2000
        && !text.chars().any(|character| character.is_whitespace() || character.is_control());
    // A site that is tried out is on this machine.
    let is_host = host.contains('.') || host.split(':').next() == Some("localhost");
    bounded && is_host && !host.contains('@') && !text.contains(['<', '>', '"', '\\'])
}

/// A capital Q, then a number of at most 12 digits that does not begin with 0.
fn is_wikidata_id(text: &str) -> bool {
    let digits = text.strip_prefix('Q').unwrap_or_default();
    (1..=12).contains(&digits.len())
        && !digits.starts_with('0')
        && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_email_address(text: &str) -> bool {
    let plain = text.len() <= 254
        && !text.chars().any(|character| character.is_whitespace() || character.is_control());
    let parts = text.split_once('@');
    let sound = parts.is_some_and(|(local, domain)| {
        !local.is_empty()
            && domain.contains('.')
            && !domain.contains('@')
            && domain.split('.').all(|part| !part.is_empty())
    });
    plain && sound && !text.contains(['<', '>', '"', ','])
}

impl Slug {
    /// The slug that a name suggests: accents dropped, everything else that is no letter or digit a hyphen.
    /// None where nothing remains, as of a name in another script.
    ///
    /// ```
    /// use signpost_core::Slug;
    ///
    /// assert_eq!(Slug::suggested("São Paulo, 2nd visit").unwrap().as_str(), "sao-paulo-2nd-visit");
    /// assert_eq!(Slug::suggested("豊川市"), None);
    /// ```
    pub fn suggested(name: &str) -> Option<Self> {
        let folded = fold(name);
        let words: Vec<&str> = folded
            .split(|character: char| !character.is_ascii_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        let mut slug = words.join("-");
        slug.truncate(80);
        slug.trim_end_matches('-').parse().ok()
    }
}

impl TimeZoneName {
    /// The zone's rules. A name that the database no longer knows counts as UTC.
    pub fn zone(&self) -> jiff::tz::TimeZone {
        jiff::tz::TimeZone::get(&self.0).unwrap_or(jiff::tz::TimeZone::UTC)
    }
}

impl Markdown {
    /// The text with Windows and old Macintosh line ends made line feeds, and a byte order mark at its start and
    /// white space at its ends dropped.
    pub fn normalized(text: &str) -> Result<Self, TextError> {
        text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n").trim().parse()
    }
}

/// Case, accents and letter variants folded away (Unicode NFKD without combining marks, lower case),
/// so that what looks alike compares alike.
pub fn fold(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;
    text.nfkd().filter(|character| !is_combining_mark(*character)).flat_map(char::to_lowercase).collect()
}

/// A text in its original language and in the languages that people translated it to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Localized<T> {
    /// The text as first written.
    pub original: T,
    /// Its translations.
    pub translations: BTreeMap<Language, T>,
}

impl<T> Localized<T> {
    /// A text without translations.
    pub const fn original(original: T) -> Self {
        Self { original, translations: BTreeMap::new() }
    }

    /// The text in a language where there is a translation, else the original, with what it is in:
    /// the language itself, or `None` for the original's own.
    pub fn in_language(&self, language: &Language) -> (&T, Option<&Language>) {
        match self.translations.get_key_value(language) {
            Some((language, text)) => (text, Some(language)),
            None => (&self.original, None),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Asserts which texts a kind takes and which it refuses.
    #[track_caller]
    fn assert_rule<T: std::str::FromStr>(taken: &[&str], refused: &[&str]) {
        for text in taken {
            assert!(text.parse::<T>().is_ok(), "{text:?} should be taken");
        }
        for text in refused {
            assert!(text.parse::<T>().is_err(), "{text:?} should be refused");
        }
    }

    #[test]
    fn each_kind_states_its_rule() {
        assert_rule::<Slug>(
            &["toyokawa", "new-taipei", "2024-visit", "a"],
            &["", "-a", "a-", "a--b", "Toyokawa", "豊川", "a b", "month", "a/b", &"a".repeat(81)],
        );
        assert_rule::<Line>(
            &["Toyokawa", "豊川市", "ଭୁବନେଶ୍ୱର"],
            &["", " a", "a ", "a\nb", "a\0b", "\t", &"a".repeat(301)],
        );
        assert_rule::<Markdown>(
            &["a\n\nb", "\ttabbed"],
            &["", " \n ", "a\0", "a\r\nb", &"a".repeat(100_001)],
        );
        assert_rule::<Language>(
            &["en", "ja", "zh-Hant", "pt-BR", "zh-Hant-TW", "cmn"],
            &["", "e", "EN", "zh-hant", "zh_Hant", "english", "en-", "en-US-x"],
        );
        assert_rule::<CountryCode>(&["JP"], &["jp", "JPN", "", "日本"]);
        assert_rule::<WebAddress>(
            &["https://cbsci.org", "http://cupertinotoyokawa.org/a?b#c", "http://localhost:8080"],
            &[
                "http://somewhere",
                "cbsci.org",
                "javascript:alert(1)",
                "https://",
                "https://a b.org",
                "ftp://a.org",
                "https://me@evil.org",
                "https://a.org/\"onclick",
            ],
        );
        assert_rule::<EmailAddress>(
            &["a@b.org"],
            &["a", "a@", "@b.org", "a@b", "a@@b.org", "a b@c.org", "A <a@b.org>"],
        );
        assert_rule::<WikidataId>(
            &["Q1", "Q62", "Q123456789012"],
            &["", "Q", "62", "q62", "Q062", "Q0", "Q1234567890123", "Q62 ", "P190", "Q６２", "Q-1"],
        );
        assert_rule::<TimeZoneName>(
            &["Asia/Tokyo", "UTC"],
            &["", "Tokyo", "Asia/Toyko", "local", "../etc/passwd"],
        );
    }

    #[test]
    fn a_refusal_says_what_was_meant_and_shortens_what_was_given() {
        let refusal = "x".repeat(4000).parse::<Slug>().unwrap_err().to_string();
        assert!(refusal.contains("new-taipei") && refusal.len() < 300, "{refusal}");
        assert!("a\u{202e}b\0".parse::<Line>().unwrap_err().to_string().contains("\\0"));
    }

    #[test]
    fn folding_makes_what_looks_alike_alike() {
        assert_eq!(fold("Ｓão PAULO"), "sao paulo");
        assert_eq!(fold("Shenzhen"), fold("SHENZHEN"));
    }

    #[test]
    fn a_missing_translation_falls_back_to_the_original() {
        let (japanese, italian): (Language, Language) = ("ja".parse().unwrap(), "it".parse().unwrap());
        let mut title = Localized::original("Home");
        title.translations.insert(japanese.clone(), "ホーム");
        assert_eq!(title.in_language(&japanese), (&"ホーム", Some(&japanese)));
        assert_eq!(title.in_language(&italian), (&"Home", None));
    }

    proptest! {
        #[test]
        fn a_suggested_slug_is_a_slug(name in ".{0,120}") {
            if let Some(slug) = Slug::suggested(&name) {
                prop_assert_eq!(slug.as_str().parse::<Slug>(), Ok(slug.clone()));
            }
        }
    }
}
