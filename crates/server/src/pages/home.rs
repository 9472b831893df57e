//! The front page: the signpost, what is on, and every partner.

use askama::Template;

use crate::{
    pages::{BladeView, Chrome, ExchangeCard, Link, PhotoView, Prose, Written},
    pictures::{Map, Signpost},
    urls::Url,
};

/// What the front page shows.
#[derive(Clone, Debug)]
pub struct HomeView {
    /// The heading: "Connecting with communities around the world".
    pub heading: Written,
    /// The programme's introduction.
    pub introduction: Prose,
    /// The signpost of the sister cities.
    pub signpost: Signpost,
    /// The sentence about the signpost in the courtyard.
    pub courtyard: Prose,
    /// The photographs that staff put up here.
    pub photos: Vec<PhotoView>,
    /// The next exchanges, at most three.
    pub upcoming: Vec<ExchangeCard>,
    /// All exchanges.
    pub all_exchanges: Url,
    /// What a sister city is.
    pub sister_definition: Prose,
    /// The sister cities.
    pub sisters: Vec<BladeView>,
    /// What a friendship city is.
    pub friendship_definition: Prose,
    /// The friendship cities that hold: current first, then expiring.
    pub friendships: Vec<BladeView>,
    /// The friendship cities that do not hold now.
    pub past_friendships: Vec<BladeView>,
    /// The summary that the past ones are folded under: "14 more that are not current".
    pub past_summary: String,
    /// What the map shows, in a sentence.
    pub map_words: String,
    /// The map of the partners.
    pub map: Map,
    /// The map's page.
    pub map_page: Url,
    /// The signpost's page, with the table.
    pub signpost_page: Url,
    /// The list of all partners.
    pub all_partners: Url,
    /// Where to write to.
    pub contact: Option<Link>,
}

/// The front page.
#[derive(Template)]
#[template(path = "home.html")]
pub struct HomePage {
    /// What surrounds it.
    pub chrome: Chrome,
    /// What it shows.
    pub view: HomeView,
}
