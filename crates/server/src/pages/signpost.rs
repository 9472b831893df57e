//! The signpost: as a picture, as a table, as boards for a sign maker, as a file.

use askama::Template;

use crate::{
    pages::{AsOfView, BladeView, Chrome, Link},
    pictures::{SignBoard, Signpost},
    urls::{PublicAddress, Url},
};

/// Partners with their directions and distances.
#[derive(Clone, Debug)]
pub struct DirectionGroup {
    /// What they have in common: "Sister cities".
    pub heading: String,
    /// The partners whose place is on record, in the order of their bearings.
    pub blades: Vec<BladeView>,
}

/// What the signpost's page shows.
#[derive(Clone, Debug)]
pub struct SignpostView {
    /// The heading.
    pub heading: String,
    /// What it is, in a sentence.
    pub lede: String,
    /// What the table is, in words.
    pub caption: String,
    /// The day that it is about.
    pub as_of: AsOfView,
    /// The picture.
    pub signpost: Signpost,
    /// That the picture does not show all boards, where it does not.
    pub selection: Option<String>,
    /// The table.
    pub groups: Vec<DirectionGroup>,
    /// The partners whose place is not on record.
    pub without_place: Vec<Link>,
    /// From where distances and directions are counted.
    pub reference_point: String,
    /// The boards for a sign maker.
    pub boards: Url,
    /// The picture as a file.
    pub file: Url,
    /// The same on the map.
    pub map: Url,
}

/// The signpost's page.
#[derive(Template)]
#[template(path = "signpost/signpost.html")]
pub struct SignpostPage {
    /// What surrounds it.
    pub chrome: Chrome,
    /// What it shows.
    pub view: SignpostView,
}

/// What a sign maker is given.
#[derive(Clone, Debug)]
pub struct SignpostBoardsView {
    /// The heading.
    pub heading: String,
    /// That this is today's knowledge of another day; nothing for today.
    pub statement: Option<String>,
    /// From where distances and directions are counted, with the place in degrees.
    pub reference_point: String,
    /// The boards, in the order in which they hang.
    pub boards: Vec<SignBoard>,
    /// The signpost's page.
    pub signpost: Url,
}

/// The boards for a sign maker.
#[derive(Template)]
#[template(path = "signpost/boards.html")]
pub struct SignpostBoardsPage {
    /// What surrounds it.
    pub chrome: Chrome,
    /// What it shows.
    pub view: SignpostBoardsView,
}

/// The picture of the signpost by itself.
#[derive(Template)]
#[template(path = "pictures/signpost.svg")]
pub struct SignpostFile {
    /// The site that its links lead to.
    pub site: PublicAddress,
    /// The picture.
    pub signpost: Signpost,
}
