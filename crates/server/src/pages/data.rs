//! The data: what is on record, and where it comes from.

use askama::Template;

use crate::{
    pages::{Chrome, Labelled, Link, Prose, Written},
    urls::Url,
};

/// Files with the same data.
#[derive(Clone, Debug)]
pub struct DownloadView {
    /// What is in them: "Partners".
    pub title: String,
    /// The same in a sentence.
    pub words: String,
    /// The files, by their format: "CSV".
    pub files: Vec<Link>,
}

/// What the page shows.
#[derive(Clone, Debug)]
pub struct DataView {
    /// The heading.
    pub heading: Written,
    /// The programme's own text about its data, where it has one.
    pub text: Prose,
    /// How much is on record.
    pub numbers: Vec<Labelled>,
    /// The files to take along.
    pub downloads: Vec<DownloadView>,
    /// The description of the files for catalogues.
    pub catalogue: Link,
    /// The same data for programs, answer by answer.
    pub api: Link,
    /// When the record was last changed: in words, and for machines.
    pub changed: (String, String),
    /// The licence of the data, where one is stated.
    pub licence: Option<Link>,
    /// Where the facts come from, in the programme's own words.
    pub about: Url,
    /// Whom to tell of a mistake.
    pub contact: Option<Link>,
}

/// The data.
#[derive(Template)]
#[template(path = "data.html")]
pub struct DataPage {
    /// What surrounds it.
    pub chrome: Chrome,
    /// What it shows.
    pub view: DataView,
}
