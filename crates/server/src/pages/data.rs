//! The data: what is on record, and where it comes from.

use askama::Template;

use crate::{
    pages::{Chrome, Labelled, Link, Prose, Written},
    urls::Url,
};

/// What the page shows.
#[derive(Clone, Debug)]
pub struct DataView {
    /// The heading.
    pub heading: Written,
    /// The programme's own text about its data, where it has one.
    pub text: Prose,
    /// How much is on record.
    pub numbers: Vec<Labelled>,
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
