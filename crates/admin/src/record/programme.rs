//! The programme.

use serde::Serialize;
use signpost_core::{CountryCode, Language, Line, Markdown, Programme, TimeZoneName, WebAddress, WikidataId};

use super::value;
use crate::printer::{Cell, Column, Record, Row, Section, Sheet, Tone};

/// The programme in one row.
#[derive(Debug, Serialize)]
pub(crate) struct ProgrammeRow {
    city: Line,
    region: Option<Line>,
    country: CountryCode,
    country_label: Line,
    latitude: f64,
    longitude: f64,
    reference_point: Line,
    time_zone: TimeZoneName,
    language: Language,
    languages: Vec<Language>,
    council: Line,
    registered_with: Option<Line>,
    website: Option<WebAddress>,
    licence: Option<WebAddress>,
    wikidata: Option<WikidataId>,
}

/// The programme, whole.
#[derive(Debug, Serialize)]
pub(crate) struct ProgrammeRecord {
    #[serde(flatten)]
    row: ProgrammeRow,
    contacts: Vec<String>,
    note: Option<Markdown>,
}

impl ProgrammeRecord {
    /// The programme.
    pub(crate) fn new(programme: &Programme) -> Self {
        let programme = programme.clone();
        let contacts = programme.contacts.iter().map(|contact| {
            let email = contact.email.as_ref().map(|email| format!(", {email}")).unwrap_or_default();
            format!("{}{email}", contact.name)
        });
        let contacts = contacts.collect();
        let row = ProgrammeRow {
            city: programme.city,
            region: programme.region,
            country: programme.country,
            country_label: programme.country_label,
            latitude: programme.place.latitude(),
            longitude: programme.place.longitude(),
            reference_point: programme.reference_point,
            time_zone: programme.time_zone,
            language: programme.language,
            languages: programme.languages,
            council: programme.council,
            registered_with: programme.registered_with,
            website: programme.website,
            licence: programme.licence,
            wikidata: programme.wikidata,
        };
        Self { row, contacts, note: programme.note }
    }
}

impl ProgrammeRow {
    /// The languages that the site offers besides that of its texts.
    fn languages(&self) -> String {
        self.languages.iter().map(Language::as_str).collect::<Vec<_>>().join(", ")
    }
}

impl Row for ProgrammeRow {
    const COLUMNS: &'static [Column] = &[
        Column::whole("city"),
        Column::wrapping("country"),
        Column::whole("time zone"),
        Column::wrapping("council"),
    ];
    const FIELDS: &'static [&'static str] = &[
        "city",
        "region",
        "country",
        "country_label",
        "latitude",
        "longitude",
        "reference_point",
        "time_zone",
        "language",
        "languages",
        "council",
        "registered_with",
        "website",
        "licence",
        "wikidata",
    ];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::toned(self.city.as_str(), Tone::Strong),
            Cell::plain(self.country_label.as_str()),
            Cell::plain(self.time_zone.as_str()),
            Cell::plain(self.council.as_str()),
        ]
    }

    fn values(&self) -> Vec<String> {
        vec![
            self.city.to_string(),
            value(self.region.as_ref()),
            self.country.to_string(),
            self.country_label.to_string(),
            self.latitude.to_string(),
            self.longitude.to_string(),
            self.reference_point.to_string(),
            self.time_zone.to_string(),
            self.language.to_string(),
            self.languages(),
            self.council.to_string(),
            value(self.registered_with.as_ref()),
            value(self.website.as_ref()),
            value(self.licence.as_ref()),
            value(self.wikidata.as_ref()),
        ]
    }
}

impl Record for ProgrammeRecord {
    type Row = ProgrammeRow;

    fn row(&self) -> &ProgrammeRow {
        &self.row
    }

    fn sheet(&self) -> Sheet {
        let row = &self.row;
        let region = row.region.as_ref().map(|region| format!("{region}, ")).unwrap_or_default();
        let mut facts = Section::new("")
            .entry("country", format!("{region}{} ({})", row.country_label, row.country))
            .entry("place", format!("{}, {}", row.latitude, row.longitude))
            .entry("which is", row.reference_point.as_str())
            .entry("time zone", row.time_zone.as_str())
            .entry("language", row.language.as_str())
            .maybe("offered too", (!row.languages.is_empty()).then(|| row.languages()))
            .entry("council", row.council.as_str())
            .maybe("registered", row.registered_with.as_ref().map(Line::as_str))
            .maybe("website", row.website.as_ref().map(WebAddress::as_str))
            .maybe("licence", row.licence.as_ref().map(WebAddress::as_str))
            .maybe("Wikidata", row.wikidata.as_ref().map(WikidataId::as_str));
        for contact in &self.contacts {
            facts = facts.entry("contact", contact.as_str());
        }
        let facts = facts.maybe("remark", self.note.as_ref().map(Markdown::as_str));
        Sheet::new(row.city.as_str(), "The host city").with(facts)
    }
}
