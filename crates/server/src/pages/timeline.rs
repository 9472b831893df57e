//! The timeline: as a picture, as a table, as a file.

use askama::Template;

use crate::{
    pages::{AsOfView, Chrome, Link, Written},
    pictures::Timeline,
    urls::{PublicAddress, Url},
};

/// What there was with a partner at a time.
#[derive(Clone, Debug)]
pub struct TimelineRow {
    /// What: "Sister city".
    pub what: String,
    /// When: "December 19, 1978 – today".
    pub dates: String,
}

/// A partner in the table.
#[derive(Clone, Debug)]
pub struct TimelineEntry {
    /// The partner's page.
    pub partner: Link,
    /// What it is on the day, in words; nothing where there was nothing yet.
    pub standing: Option<String>,
    /// What there was, the earliest first.
    pub rows: Vec<TimelineRow>,
}

/// The partners of a country.
#[derive(Clone, Debug)]
pub struct TimelineGroup {
    /// The country, as the host labels it.
    pub heading: Written,
    /// The partners.
    pub entries: Vec<TimelineEntry>,
}

/// What the timeline's page shows.
#[derive(Clone, Debug)]
pub struct TimelineView {
    /// The heading.
    pub heading: String,
    /// The day that it is about.
    pub as_of: AsOfView,
    /// The picture.
    pub timeline: Timeline,
    /// The table's heading for what each is on the day: "Today".
    pub day: String,
    /// The same as a table.
    pub groups: Vec<TimelineGroup>,
    /// The picture as a file.
    pub file: Url,
}

/// The timeline's page.
#[derive(Template)]
#[template(path = "timeline.html")]
pub struct TimelinePage {
    /// What surrounds it.
    pub chrome: Chrome,
    /// What it shows.
    pub view: TimelineView,
}

/// The picture of the timeline by itself.
#[derive(Template)]
#[template(path = "pictures/timeline.svg")]
pub struct TimelineFile {
    /// The site that its links lead to.
    pub site: PublicAddress,
    /// The picture.
    pub timeline: Timeline,
}
