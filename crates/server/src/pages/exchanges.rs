//! The list of exchanges, through a filter.

use askama::Template;

use crate::{
    pages::{Chrome, ExchangeCard, Link, MenuItem},
    urls::Url,
};

/// A choice in a field of the filter.
#[derive(Clone, Debug)]
pub struct Choice {
    /// What the query carries; empty for "any".
    pub value: String,
    /// Its words.
    pub words: String,
    /// `selected` on the one that is chosen.
    pub selected: Option<&'static str>,
}

impl Choice {
    /// A choice, marked when it is the one chosen.
    pub fn new(value: &str, words: impl Into<String>, chosen: &str) -> Self {
        Self {
            value: value.to_owned(),
            words: words.into(),
            selected: (value == chosen).then_some("selected"),
        }
    }
}

/// The filter as a plain form.
#[derive(Clone, Debug)]
pub struct FilterView {
    /// Where the form leads.
    pub action: Url,
    /// The period that the list shows, carried along; nothing where the address names the time.
    pub period: Option<&'static str>,
    /// The partners.
    pub partners: Vec<Choice>,
    /// The kinds.
    pub kinds: Vec<Choice>,
    /// The directions.
    pub directions: Vec<Choice>,
    /// The words that are looked for; empty where there are none.
    pub text: String,
    /// The list without a filter; nothing where there is none.
    pub clear: Option<Url>,
}

/// What the list shows.
#[derive(Clone, Debug)]
pub struct ExchangesView {
    /// The heading: "Exchanges", "Past exchanges with Toyokawa".
    pub heading: String,
    /// Upcoming, past and month by month, the one on screen marked current.
    pub periods: Vec<MenuItem>,
    /// The filter.
    pub filter: FilterView,
    /// The exchanges.
    pub exchanges: Vec<ExchangeCard>,
    /// That nothing passes the filter, in words; only then the nearest are shown.
    pub nothing: Option<String>,
    /// The nearest exchanges that another filter would let through.
    pub nearest: Vec<ExchangeCard>,
    /// That the record is incomplete, where it is.
    pub record: Option<String>,
    /// The same list for other sites to show in a frame.
    pub embedded: Option<Url>,
    /// Where the list goes on.
    pub more: Option<Link>,
}

/// The list of exchanges.
#[derive(Template)]
#[template(path = "exchanges/list.html")]
pub struct ExchangesPage {
    /// What surrounds it.
    pub chrome: Chrome,
    /// What it shows.
    pub view: ExchangesView,
}
