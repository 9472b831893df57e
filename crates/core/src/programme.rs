//! The programme: the host city and what its site says about itself.

use crate::committee::Contact;
use crate::geo::Place;
use crate::identity::ProgrammeId;
use crate::text::{CountryCode, Language, Line, Markdown, TimeZoneName, WebAddress, WikidataId};

/// The host city's programme. A deployment has one.
#[derive(Clone, Debug, PartialEq)]
pub struct Programme {
    /// Its id.
    pub id: ProgrammeId,
    /// The host city's name.
    pub city: Line,
    /// Its region or state.
    pub region: Option<Line>,
    /// Its country's code.
    pub country: CountryCode,
    /// What it calls its country.
    pub country_label: Line,
    /// The point from which distances and bearings are counted.
    pub place: Place,
    /// What that point is, in words.
    pub reference_point: Line,
    /// Its time zone.
    pub time_zone: TimeZoneName,
    /// Its number in GeoNames.
    pub geonames: Option<i64>,
    /// The city's item in Wikidata.
    pub wikidata: Option<WikidataId>,
    /// The language that its texts are written in.
    pub language: Language,
    /// The languages that its site offers besides that one, in the order of its menu.
    pub languages: Vec<Language>,
    /// What its council is called.
    pub council: Line,
    /// The network of cities that it is registered with.
    pub registered_with: Option<Line>,
    /// The city's own site.
    pub website: Option<WebAddress>,
    /// The licence under which its data may be used, by its address; `None`: none is stated.
    pub licence: Option<WebAddress>,
    /// Whom to write to at the city.
    pub contacts: Vec<Contact>,
    /// A remark for staff.
    pub note: Option<Markdown>,
}
