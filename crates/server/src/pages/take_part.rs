//! How to take part: whom to write to for each partner, and how a friendship begins.

use askama::Template;

use crate::{
    pages::{
        Chrome, CommitteeView, FeedLink, ForeignName, Link, Prose, RuleView, SectionView, SourceView, Written,
    },
    urls::Url,
};

/// The committees of a partner, here and there.
#[derive(Clone, Debug)]
pub struct CityCommittees {
    /// The partner.
    pub partner: Link,
    /// Its name in its own script.
    pub foreign: Option<ForeignName>,
    /// What it is today: "Sister city, since 1978".
    pub standing: String,
    /// The committees in the host city.
    pub here: Vec<CommitteeView>,
    /// Those in the partner's.
    pub there: Vec<CommitteeView>,
}

/// What the page shows.
#[derive(Clone, Debug)]
pub struct TakePartView {
    /// The heading.
    pub heading: Written,
    /// The programme's own text.
    pub text: Prose,
    /// The host city's name.
    pub host: String,
    /// The partners of today that have a committee, sister cities first.
    pub cities: Vec<CityCommittees>,
    /// The partners of today of whom no committee is on record.
    pub without: Vec<Link>,
    /// The calendars to subscribe to: of everything, then of each partner of today.
    pub calendars: Vec<FeedLink>,
    /// How a relationship begins, in the programme's own words.
    pub beginning: Option<SectionView>,
    /// The rules in force for a friendship.
    pub rules: Vec<RuleView>,
    /// The whole policy.
    pub policy: Url,
    /// Whom to write to at the city.
    pub contact: Option<Link>,
    /// The sources of its facts.
    pub sources: Vec<SourceView>,
}

/// How to take part.
#[derive(Template)]
#[template(path = "take-part.html")]
pub struct TakePartPage {
    /// What surrounds it.
    pub chrome: Chrome,
    /// What it shows.
    pub view: TakePartView,
}
