//! The accessibility statement.

use askama::Template;

use crate::pages::{Chrome, Link};

/// What the statement shows besides its text, which is the interface's own.
#[derive(Clone, Debug)]
pub struct AccessibilityView {
    /// The heading.
    pub heading: String,
    /// Whom to tell of a barrier.
    pub contact: Option<Link>,
}

/// The accessibility statement.
#[derive(Template)]
#[template(path = "accessibility.html")]
pub struct AccessibilityPage {
    /// What surrounds it.
    pub chrome: Chrome,
    /// What it shows.
    pub view: AccessibilityView,
}
