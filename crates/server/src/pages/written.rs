//! Words that somebody wrote, perhaps in another language than the page's.

use std::{fmt, ops::Deref};

use askama::filters::HtmlSafe;
use signpost_core::Language;

/// Words of the record, with the language that they are in where it is another than the page's.
///
/// A template prints both: `<h1{{ title.lang() }}>{{ title }}</h1>`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// The words.
    pub text: String,
    /// Their language; nothing: the page's.
    pub language: Option<Language>,
}

impl Written {
    /// Words in another language than the page's.
    pub fn foreign(text: impl Into<String>, language: &Language) -> Self {
        Self { text: text.into(), language: Some(language.clone()) }
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The attribute that says their language.
    pub fn lang(&self) -> LangAttribute<'_> {
        LangAttribute(self.language.as_ref())
    }
}

/// Words in the page's language.
impl From<String> for Written {
    fn from(text: String) -> Self {
        Self { text, language: None }
    }
}

/// Words in the page's language.
impl From<&String> for Written {
    fn from(text: &String) -> Self {
        text.as_str().into()
    }
}

/// The same words.
impl From<&Self> for Written {
    fn from(written: &Self) -> Self {
        written.clone()
    }
}

/// Words in the page's language.
impl From<&str> for Written {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl Deref for Written {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Written {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.text)
    }
}

/// ` lang="en"` with its space, or nothing.
#[derive(Clone, Copy, Debug)]
pub struct LangAttribute<'a>(Option<&'a Language>);

impl<'a> LangAttribute<'a> {
    /// The attribute for words in a language; nothing: the page's.
    pub const fn of(language: Option<&'a Language>) -> Self {
        Self(language)
    }
}

impl fmt::Display for LangAttribute<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.map_or(Ok(()), |language| write!(formatter, " lang=\"{language}\""))
    }
}

/// A language's tag has letters and hyphens only.
impl HtmlSafe for LangAttribute<'_> {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_attribute_is_there_where_the_language_is_another() {
        let foreign = Written::foreign("豊川市", &"ja".parse().unwrap());
        assert_eq!(foreign.lang().to_string(), " lang=\"ja\"");
        assert_eq!(Written::from("Toyokawa").lang().to_string(), "");
    }
}
