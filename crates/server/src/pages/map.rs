//! The map: as a picture with its table, and as a file.

use askama::Template;

use crate::{
    pages::{AsOfView, Chrome, DirectionGroup, Link},
    pictures::Map,
    urls::{PublicAddress, Url},
};

/// What the map's page shows.
#[derive(Clone, Debug)]
pub struct MapView {
    /// The heading.
    pub heading: String,
    /// What it is, in a sentence.
    pub lede: String,
    /// What the table is, in words.
    pub caption: String,
    /// The day that it is about.
    pub as_of: AsOfView,
    /// The picture.
    pub map: Map,
    /// The same as a table.
    pub groups: Vec<DirectionGroup>,
    /// The partners whose place is not on record.
    pub without_place: Vec<Link>,
    /// From where distances and directions are counted.
    pub reference_point: String,
    /// The picture as a file.
    pub file: Url,
    /// The same on the signpost.
    pub signpost: Url,
}

/// The map's page.
#[derive(Template)]
#[template(path = "map.html")]
pub struct MapPage {
    /// What surrounds it.
    pub chrome: Chrome,
    /// What it shows.
    pub view: MapView,
}

/// The picture of the map by itself.
#[derive(Template)]
#[template(path = "pictures/map.svg")]
pub struct MapFile {
    /// The site that its links lead to.
    pub site: PublicAddress,
    /// The picture.
    pub map: Map,
}
