//! The list of partners, as of a day or today.

use askama::Template;

use crate::pages::{AsOfView, BladeView, Chrome};

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
    /// The day that it is about.
    pub as_of: AsOfView,
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
