//! Search: what was found, and why.

use askama::Template;
use signpost_core::Language;

use crate::{
    pages::{Chrome, LangAttribute, Link, Written},
    urls::Url,
};

/// Words of a text, some of them those that were looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The words.
    pub words: String,
    /// Whether they are what was looked for.
    pub is_sought: bool,
}

/// A text with what was looked for told apart, and its language where that is another than the page's.
#[derive(Clone, Debug, Default)]
pub struct Marked {
    /// The text.
    pub passages: Vec<Passage>,
    /// Its language; nothing: the page's.
    pub language: Option<Language>,
}

impl Marked {
    /// The attribute that says its language.
    pub fn lang(&self) -> LangAttribute<'_> {
        LangAttribute::of(self.language.as_ref())
    }
}

/// Why something was found.
#[derive(Clone, Debug)]
pub struct Reason {
    /// "Similar to “zhaoqign”", or what stands before a name.
    pub words: String,
    /// The name by which it was found, where it is one.
    pub name: Option<Written>,
}

/// Something that was found.
#[derive(Clone, Debug)]
pub struct ResultView {
    /// Where it is.
    pub url: Url,
    /// What it is called.
    pub title: Marked,
    /// What it is: the standing and country of a partner, the time and kind of an exchange.
    pub particulars: Vec<Written>,
    /// Why it was found, where its title and text do not show it.
    pub reason: Option<Reason>,
    /// What it says, from about where it says what was looked for.
    pub text: Marked,
}

/// What was found of one kind.
#[derive(Clone, Debug)]
pub struct ResultGroup {
    /// The kind: "Cities".
    pub heading: String,
    /// The best of it.
    pub results: Vec<ResultView>,
    /// Where there is more.
    pub more: Vec<Link>,
}

/// What the record has of a year that was looked for.
#[derive(Clone, Debug)]
pub struct YearView {
    /// The year: "2019".
    pub year: String,
    /// Whether anything is recorded in it, and whether that is all that there was.
    pub statements: Vec<String>,
}

/// What to do where nothing was found.
#[derive(Clone, Debug)]
pub struct NothingView {
    /// That nothing was found.
    pub statement: String,
    /// What may have been meant.
    pub nearest: Vec<Link>,
    /// Each of several words by itself.
    pub parts: Vec<Link>,
    /// Ways on that always help.
    pub ways: Vec<Link>,
}

/// What the search page shows.
#[derive(Clone, Debug)]
pub struct SearchView {
    /// The heading: "Search".
    pub heading: String,
    /// Where the form leads.
    pub action: Url,
    /// What is looked for, as typed; empty where nothing is.
    pub words: String,
    /// That what was found is only nearly so, where it is.
    pub similar: Option<String>,
    /// The years among the words.
    pub years: Vec<YearView>,
    /// What was found.
    pub groups: Vec<ResultGroup>,
    /// Nothing was found.
    pub nothing: Option<NothingView>,
}

/// The search page.
#[derive(Template)]
#[template(path = "search.html")]
pub struct SearchPage {
    /// What surrounds it.
    pub chrome: Chrome,
    /// What it shows.
    pub view: SearchView,
}
