//! The programme and its policy.

use askama::Template;

use crate::pages::{Chrome, DisputeView, Labelled, Link, Prose, SourceView, Written};

/// A rule of the policy in force, as a label and its words.
pub type RuleView = Labelled;

/// A text of the programme's own under a heading.
#[derive(Clone, Debug)]
pub struct SectionView {
    /// Its `id` on the page.
    pub id: &'static str,
    /// The heading.
    pub title: Written,
    /// The text.
    pub text: Prose,
}

/// What the page about the programme shows.
#[derive(Clone, Debug)]
pub struct AboutView {
    /// The heading.
    pub heading: Written,
    /// The programme's own text.
    pub text: Prose,
    /// What else the programme says of itself: how a relationship begins, how to take part.
    pub sections: Vec<SectionView>,
    /// The rules in force.
    pub rules: Vec<RuleView>,
    /// Facts about the programme that sources dispute.
    pub disputes: Vec<DisputeView>,
    /// The sources of its facts.
    pub sources: Vec<SourceView>,
    /// Where distances are measured from.
    pub reference_point: Option<String>,
    /// Where to write to.
    pub contact: Option<Link>,
}

/// The page about the programme.
#[derive(Template)]
#[template(path = "about.html")]
pub struct AboutPage {
    /// What surrounds it.
    pub chrome: Chrome,
    /// What it shows.
    pub view: AboutView,
}
