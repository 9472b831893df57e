//! Notices that are on, above every page.

use std::fmt;

use super::Link;
use crate::{
    language::Locale,
    pages::{Prose, Written},
};

/// How much a notice matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeLevel {
    /// Good to know.
    Information,
    /// Plans may change.
    Warning,
    /// Act now.
    Emergency,
}

impl NoticeLevel {
    /// The level in words: "Warning".
    fn words(self, locale: Locale) -> String {
        match self {
            Self::Information => locale.say("notice-information"),
            Self::Warning => locale.say("notice-warning"),
            Self::Emergency => locale.say("notice-emergency"),
        }
    }
}

/// The level as the stylesheet names it.
impl fmt::Display for NoticeLevel {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Information => "information",
            Self::Warning => "warning",
            Self::Emergency => "emergency",
        })
    }
}

/// A notice that is on now.
#[derive(Clone, Debug)]
pub struct NoticeView {
    /// How much it matters.
    pub level: NoticeLevel,
    /// The same in words: "Warning".
    pub level_words: String,
    /// Its title.
    pub title: Written,
    /// Its text.
    pub body: Prose,
    /// How that came to be in this language.
    pub note: Prose,
    /// Where there is more about it.
    pub more: Option<Link>,
}

impl NoticeView {
    /// A notice in a language.
    pub fn new(locale: Locale, level: NoticeLevel, title: impl Into<Written>, body: &Prose) -> Self {
        let [body, note] = body.apart();
        Self { level, level_words: level.words(locale), title: title.into(), body, note, more: None }
    }

    /// The same with a place where there is more about it.
    #[must_use]
    pub fn leading_to(self, more: Option<Link>) -> Self {
        Self { more, ..self }
    }
}
