//! A partner as data.

use std::fmt;

use jiff::civil::Date;
use serde::Serialize;
use serde_json::{Value, json};
use signpost_core::{Basis, Certainty, Partner, Place, Register, State, Term};

use super::{Column, Row, address, cell, text};
use crate::urls::{Page, PublicAddress};

/// A partner, with what it is today.
#[derive(Clone, Debug, Serialize)]
pub struct PartnerRecord {
    id: String,
    slug: String,
    url: String,
    name: String,
    names: Vec<NameRecord>,
    country: String,
    country_label: String,
    region: Option<String>,
    latitude: Option<f64>,
    longitude: Option<f64>,
    time_zone: String,
    geonames: Option<i64>,
    wikidata: Option<String>,
    standing: Option<State>,
    kind: Option<&'static str>,
    certainty: Option<Certainty>,
    term_start: Option<String>,
    term_end: Option<String>,
    distance_metres: Option<i64>,
    bearing_degrees: Option<f64>,
}

#[derive(Clone, Debug, Serialize)]
struct NameRecord {
    language: Option<String>,
    text: String,
}

/// With its language, as a cell tells it: `ja:豊川市`.
impl fmt::Display for NameRecord {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.language {
            Some(language) => write!(formatter, "{language}:{}", self.text),
            None => formatter.write_str(&self.text),
        }
    }
}

impl PartnerRecord {
    /// The partners of a register, as they stand on a day.
    pub fn all(register: &Register, on: Date, site: &PublicAddress) -> Vec<Self> {
        register.partners().iter().map(|partner| Self::of(register, partner, on, site)).collect()
    }

    fn of(register: &Register, partner: &Partner, on: Date, site: &PublicAddress) -> Self {
        let standing = register.standing(partner, on);
        let term = standing.and_then(|standing| match standing.basis {
            Basis::Term(id) => partner.relationship.term(id),
            _ => None,
        });
        let way = register.way_to(partner);
        let names = partner
            .preferred_names()
            .map(|name| NameRecord { language: text(name.language.as_ref()), text: name.text.to_string() });
        Self {
            id: partner.id.to_string(),
            slug: partner.slug.to_string(),
            url: address(&Page::Partner { slug: partner.slug.to_string() }, site),
            name: partner.name.to_string(),
            names: names.collect(),
            country: partner.country.to_string(),
            country_label: partner.country_label.to_string(),
            region: text(partner.region.as_ref()),
            latitude: partner.place.map(Place::latitude),
            longitude: partner.place.map(Place::longitude),
            time_zone: partner.time_zone.to_string(),
            geonames: partner.geonames,
            wikidata: text(partner.wikidata.as_ref()),
            standing: standing.map(|standing| standing.state),
            kind: standing.map(|standing| standing.kind.as_str()),
            certainty: standing.map(|standing| standing.certainty),
            term_start: text(term.and_then(|term| term.start)),
            term_end: text(term.and_then(Term::end)),
            #[expect(clippy::cast_possible_truncation, reason = "no two places are so far apart")]
            distance_metres: way.map(|way| way.metres.round() as i64),
            bearing_degrees: way.map(|way| (way.bearing * 10.0).round() / 10.0),
        }
    }

    /// The partner as a place (RFC 7946, section 3.2); one whose place is not on record has none.
    pub fn feature(&self) -> Value {
        let place = self.longitude.zip(self.latitude);
        json!({
            "type": "Feature",
            "id": self.id,
            "geometry": place.map(|(longitude, latitude)| json!({
                "type": "Point",
                "coordinates": [longitude, latitude],
            })),
            "properties": self,
        })
    }
}

impl Row for PartnerRecord {
    const COLUMNS: &'static [Column<Self>] = &[
        ("id", |row| row.id.clone()),
        ("slug", |row| row.slug.clone()),
        ("url", |row| row.url.clone()),
        ("name", |row| row.name.clone()),
        ("names", |row| row.names.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")),
        ("country", |row| row.country.clone()),
        ("country_label", |row| row.country_label.clone()),
        ("region", |row| cell(row.region.as_ref())),
        ("latitude", |row| cell(row.latitude.as_ref())),
        ("longitude", |row| cell(row.longitude.as_ref())),
        ("time_zone", |row| row.time_zone.clone()),
        ("geonames", |row| cell(row.geonames.as_ref())),
        ("wikidata", |row| cell(row.wikidata.as_ref())),
        ("standing", |row| cell(row.standing.map(State::as_str).as_ref())),
        ("kind", |row| cell(row.kind.as_ref())),
        ("certainty", |row| cell(row.certainty.map(certainty_word).as_ref())),
        ("term_start", |row| cell(row.term_start.as_ref())),
        ("term_end", |row| cell(row.term_end.as_ref())),
        ("distance_metres", |row| cell(row.distance_metres.as_ref())),
        ("bearing_degrees", |row| cell(row.bearing_degrees.as_ref())),
    ];
}

const fn certainty_word(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Certain => "certain",
        Certainty::Possible => "possible",
    }
}
