//! The list of partners, as of a day or today.

use askama::Template;

use crate::{
    pages::{BladeView, Chrome},
    urls::Url,
};

/// Partners of one kind and standing.
#[derive(Clone, Debug)]
pub struct PartnerGroup {
    /// The group's `id` on the page.
    pub id: &'static str,
    /// Its heading: "Sister cities".
    pub heading: String,
    /// The partners.
    pub blades: Vec<BladeView>,
}

/// What the list shows.
#[derive(Clone, Debug)]
pub struct PartnersView {
    /// The heading: "Partners", or "Partners on January 1, 2017".
    pub heading: String,
    /// Where the form leads.
    pub action: Url,
    /// The day asked for, as the date field holds it.
    pub on: String,
    /// That this is today's knowledge of the day asked for; nothing for today.
    pub statement: Option<String>,
    /// The way back to today's list; nothing on it.
    pub today: Option<Url>,
    /// The groups that have partners.
    pub groups: Vec<PartnerGroup>,
}

/// The list of partners.
#[derive(Template)]
#[template(path = "partners/list.html")]
pub struct PartnersPage {
    /// What surrounds it.
    pub chrome: Chrome,
    /// What it shows.
    pub view: PartnersView,
}
