//! One exchange.

use askama::Template;

use crate::{
    pages::{
        BladeView, Chrome, DisputeView, DocumentView, Labelled, Link, PhotoView, Prose, SourceView,
        StatusView, When, Written,
    },
    urls::Url,
};

/// People counted by kind.
#[derive(Clone, Debug)]
pub struct Participant {
    /// How many, in figures.
    pub count: String,
    /// Who they are: "students".
    pub kind: String,
}

/// What an exchange's page shows.
#[derive(Clone, Debug)]
pub struct ExchangeView {
    /// Its title.
    pub title: Written,
    /// What it is when it is not simply on; said first.
    pub status: Option<StatusView>,
    /// When it is.
    pub when: When,
    /// The date it was moved from, in words: "Was planned for April 27, 2024".
    pub previously: Option<String>,
    /// Kind and direction, in words.
    pub kind: String,
    /// Place, leader, how often before: the facts with their labels.
    pub facts: Vec<Labelled>,
    /// A page with more.
    pub website: Option<Link>,
    /// Photographs.
    pub photos: Vec<PhotoView>,
    /// Documents.
    pub documents: Vec<DocumentView>,
    /// Facts that sources dispute.
    pub disputes: Vec<DisputeView>,
    /// Who took part, once held.
    pub people: Vec<Participant>,
    /// That nobody was counted, in words, where it was held and nobody was.
    pub people_record: Option<String>,
    /// The text about it.
    pub text: Prose,
    /// The partners it is with.
    pub partners: Vec<BladeView>,
    /// All exchanges with the same partners.
    pub more: Url,
    /// The sources of its facts.
    pub sources: Vec<SourceView>,
}

/// One exchange's page.
#[derive(Template)]
#[template(path = "exchanges/exchange.html")]
pub struct ExchangePage {
    /// What surrounds it.
    pub chrome: Chrome,
    /// What it shows.
    pub view: ExchangeView,
}
