//! Partners.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;
use signpost_core::{
    Certainty, CountryCode, Kind, Language, Line, Markdown, NamePurpose, Partner, Register, Slug, State,
    TimeZoneName, Way, WikidataId,
};

use super::claim::{ClaimRecord, claims_of_partner, disputes, sources};
use super::term::{TermRecord, terms};
use super::value;
use crate::as_of::AsOf;
use crate::phrase;
use crate::printer::{Cell, Column, Record, Row, Section, Sheet, Tone};

/// A partner in a list.
#[derive(Debug, Serialize)]
pub(crate) struct PartnerRow {
    #[serde(skip)]
    full_name: String,
    slug: Slug,
    name: Line,
    own_name: Option<Line>,
    country: CountryCode,
    country_label: Line,
    region: Option<Line>,
    on: Date,
    kind: Option<Kind>,
    standing: Option<State>,
    certainty: Option<Certainty>,
    latitude: Option<f64>,
    longitude: Option<f64>,
    kilometres: Option<f64>,
    miles: Option<f64>,
    bearing: Option<f64>,
    published_at: Option<Timestamp>,
}

/// A partner, whole.
#[derive(Debug, Serialize)]
pub(crate) struct PartnerRecord {
    #[serde(flatten)]
    row: PartnerRow,
    names: Vec<NameRecord>,
    time_zone: TimeZoneName,
    geonames: Option<i64>,
    wikidata: Option<WikidataId>,
    introduction: Option<Markdown>,
    note: Option<Markdown>,
    standing_in_words: String,
    terms: Vec<TermRecord>,
    claims: Vec<ClaimRecord>,
}

/// One more name of a partner.
#[derive(Debug, Serialize)]
struct NameRecord {
    text: Line,
    language: Option<Language>,
    purpose: NamePurpose,
    reading: Option<Line>,
}

impl PartnerRow {
    /// A partner as it is on a day.
    pub(crate) fn new(register: &Register, partner: &Partner, as_of: AsOf) -> Self {
        let on = as_of.day();
        let standing = register.standing(partner, on);
        let way = register.way_to(partner);
        Self {
            full_name: full_name(partner),
            slug: partner.slug.clone(),
            name: partner.name.clone(),
            own_name: own_name(partner).cloned(),
            country: partner.country.clone(),
            country_label: partner.country_label.clone(),
            region: partner.region.clone(),
            on,
            kind: standing.map(|standing| standing.kind),
            standing: standing.map(|standing| standing.state),
            certainty: standing.map(|standing| standing.certainty),
            latitude: partner.place.map(signpost_core::Place::latitude),
            longitude: partner.place.map(signpost_core::Place::longitude),
            kilometres: way.map(Way::kilometres),
            miles: way.map(Way::miles),
            bearing: way.map(|way| (way.bearing * 10.0).round() / 10.0),
            published_at: partner.published_at,
        }
    }
}

impl Row for PartnerRow {
    const COLUMNS: &'static [Column] = &[
        Column::whole("partner"),
        Column::wrapping("country"),
        Column::whole("kind"),
        Column::whole("standing"),
    ];
    const FIELDS: &'static [&'static str] = &[
        "slug",
        "name",
        "own_name",
        "country",
        "country_label",
        "region",
        "on",
        "kind",
        "standing",
        "certainty",
        "latitude",
        "longitude",
        "kilometres",
        "miles",
        "bearing",
        "published_at",
    ];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::toned(self.full_name.as_str(), Tone::Strong),
            Cell::plain(self.country_label.as_str()),
            Cell::plain(value(self.kind)),
            standing_cell(self.standing, self.certainty),
        ]
    }

    fn values(&self) -> Vec<String> {
        vec![
            self.slug.to_string(),
            self.name.to_string(),
            value(self.own_name.as_ref()),
            self.country.to_string(),
            self.country_label.to_string(),
            value(self.region.as_ref()),
            self.on.to_string(),
            value(self.kind),
            value(self.standing.map(State::as_str)),
            value(self.certainty.map(certainty)),
            value(self.latitude),
            value(self.longitude),
            value(self.kilometres),
            value(self.miles),
            value(self.bearing),
            value(self.published_at),
        ]
    }
}

impl PartnerRecord {
    /// A partner as it is on a day.
    pub(crate) fn new(register: &Register, partner: &Partner, as_of: AsOf) -> Self {
        let on = as_of.day();
        let standing = register.standing(partner, on);
        let names = partner.names.iter().map(|name| NameRecord {
            text: name.text.clone(),
            language: name.language.clone(),
            purpose: name.purpose,
            reading: name.reading.clone(),
        });
        Self {
            row: PartnerRow::new(register, partner, as_of),
            names: names.collect(),
            time_zone: partner.time_zone.clone(),
            geonames: partner.geonames,
            wikidata: partner.wikidata.clone(),
            introduction: partner.introduction.clone(),
            note: partner.note.clone(),
            standing_in_words: phrase::standing(&partner.relationship, standing.as_ref(), as_of),
            terms: TermRecord::all(&partner.relationship),
            claims: claims_of_partner(register, partner),
        }
    }

    fn names(&self, purpose: NamePurpose) -> Option<String> {
        let names = self.names.iter().filter(|name| name.purpose == purpose).map(|name| {
            let reading =
                name.reading.as_ref().map(|reading| format!(", read {reading}")).unwrap_or_default();
            match &name.language {
                Some(language) => format!("{} ({language}{reading})", name.text),
                None => format!("{}{reading}", name.text),
            }
        });
        let names: Vec<String> = names.collect();
        (!names.is_empty()).then(|| names.join(", "))
    }

    fn place(&self) -> Option<String> {
        Some(format!("{}, {}", self.row.latitude?, self.row.longitude?))
    }

    fn way(&self) -> Option<String> {
        let (kilometres, miles, bearing) = (self.row.kilometres?, self.row.miles?, self.row.bearing?);
        let (kilometres, miles) = (phrase::rounded(kilometres), phrase::rounded(miles));
        let towards = phrase::compass(bearing);
        Some(format!("{kilometres} km, {miles} miles, setting out at {bearing:.0}° ({towards})"))
    }
}

impl Record for PartnerRecord {
    type Row = PartnerRow;

    fn row(&self) -> &PartnerRow {
        &self.row
    }

    fn sheet(&self) -> Sheet {
        let row = &self.row;
        let region = row.region.as_ref().map(|region| format!("{region}, ")).unwrap_or_default();
        let public = phrase::public(row.published_at);
        let facts = Section::new("")
            .entry("short name", row.slug.as_str())
            .maybe("names", self.names(NamePurpose::Preferred))
            .maybe("also found by", self.names(NamePurpose::Alias))
            .entry("country", format!("{region}{} ({})", row.country_label, row.country))
            .known("place", self.place())
            .maybe("way there", self.way())
            .entry("time zone", self.time_zone.as_str())
            .maybe("GeoNames", self.geonames.map(|number| number.to_string()))
            .maybe("Wikidata", self.wikidata.as_ref().map(WikidataId::as_str))
            .entry("public", public)
            .maybe("introduction", self.introduction.as_ref().map(Markdown::as_str))
            .maybe("remark", self.note.as_ref().map(Markdown::as_str));
        Sheet::new(row.full_name.as_str(), self.standing_in_words.as_str())
            .with(facts)
            .with(terms(&self.terms))
            .with(disputes(&self.claims))
            .with(sources(&self.claims))
    }
}

/// A partner's own name, where that is another than the host's.
fn own_name(partner: &Partner) -> Option<&Line> {
    partner.preferred_names().map(|name| &name.text).next().filter(|text| **text != partner.name)
}

/// A partner's name, and the one in its own script.
pub(super) fn full_name(partner: &Partner) -> String {
    match own_name(partner) {
        Some(own_name) => format!("{} {own_name}", partner.name),
        None => partner.name.to_string(),
    }
}

/// The cell that says a standing.
pub(super) fn standing_cell(state: Option<State>, certainty: Option<Certainty>) -> Cell {
    let Some(state) = state else {
        return Cell::quiet("–");
    };
    let possibly = if certainty == Some(Certainty::Possible) { " ?" } else { "" };
    Cell::toned(format!("{}{possibly}", state.as_str()), phrase::tone(state))
}

/// The word for a certainty.
pub(super) const fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Certain => "certain",
        Certainty::Possible => "possible",
    }
}
