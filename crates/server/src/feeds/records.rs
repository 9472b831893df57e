//! The record as data: partners, terms and exchanges, each as a row of a table and as an object.

use jiff::civil::DateTime;
use serde::Serialize;
use serde_json::{Value, json};
use signpost_core::{Basis, Certainty, Ending, Exchange, Partner, Register, State, Subject, Term, When};

use crate::language::Locale;
use crate::urls::{Page, PublicAddress};

/// A record that is also a row of a table.
pub trait Row {
    /// The names of the columns.
    const COLUMNS: &'static [&'static str];

    /// The cells, as many as there are columns.
    fn cells(&self) -> Vec<String>;
}

/// Rows of a table as lines of CSV (RFC 4180), under its head where they are the first.
pub fn csv<R: Row>(rows: &[R], with_head: bool) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    if with_head {
        writer.write_record(R::COLUMNS)?;
    }
    for row in rows {
        writer.write_record(row.cells())?;
    }
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}

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

/// A term of a relationship, with the Council's vote and the sources that it rests on.
#[derive(Clone, Debug, Serialize)]
pub struct TermRecord {
    id: String,
    partner: String,
    partner_name: String,
    kind: &'static str,
    start: Option<String>,
    ending: &'static str,
    end: Option<String>,
    end_cause: Option<&'static str>,
    end_reason: Option<String>,
    continues: Option<String>,
    approved: Option<String>,
    resolution: Option<String>,
    ayes: Option<u8>,
    noes: Option<u8>,
    abstentions: Option<u8>,
    agenda: Option<String>,
    record_number: Option<String>,
    sponsor: Option<String>,
    sources: Vec<String>,
}

/// An exchange.
#[derive(Clone, Debug, Serialize)]
pub struct ExchangeRecord {
    id: String,
    slug: String,
    url: String,
    title: String,
    kind: &'static str,
    direction: &'static str,
    status: &'static str,
    status_reason: Option<String>,
    starts: String,
    ends: Option<String>,
    time_zone: Option<String>,
    previously: Option<String>,
    venue: Option<String>,
    latitude: Option<f64>,
    longitude: Option<f64>,
    website: Option<String>,
    partners: Vec<String>,
    students: Option<i32>,
    chaperones: Option<i32>,
    adults: Option<i32>,
    host_families: Option<i32>,
    people: Option<i32>,
    people_remark: Option<String>,
    ordinal: Option<i32>,
    published_at: Option<String>,
}

fn text<T: ToString>(value: Option<T>) -> Option<String> {
    value.map(|value| value.to_string())
}

fn cell<T: ToString>(value: Option<&T>) -> String {
    value.map(ToString::to_string).unwrap_or_default()
}

/// A link to the page in the default language.
fn address(page: &Page, site: &PublicAddress) -> String {
    page.url(Locale::default()).absolute(site)
}

impl PartnerRecord {
    /// The partners of a register, as they stand on a day.
    pub fn all(register: &Register, on: jiff::civil::Date, site: &PublicAddress) -> Vec<Self> {
        register.partners().iter().map(|partner| Self::of(register, partner, on, site)).collect()
    }

    fn of(register: &Register, partner: &Partner, on: jiff::civil::Date, site: &PublicAddress) -> Self {
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
            latitude: partner.place.map(signpost_core::Place::latitude),
            longitude: partner.place.map(signpost_core::Place::longitude),
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
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "slug",
        "url",
        "name",
        "names",
        "country",
        "country_label",
        "region",
        "latitude",
        "longitude",
        "time_zone",
        "geonames",
        "wikidata",
        "standing",
        "kind",
        "certainty",
        "term_start",
        "term_end",
        "distance_metres",
        "bearing_degrees",
    ];

    fn cells(&self) -> Vec<String> {
        let name = |name: &NameRecord| match &name.language {
            Some(language) => format!("{language}:{}", name.text),
            None => name.text.clone(),
        };
        let certainty = self.certainty.map(|certainty| match certainty {
            Certainty::Certain => "certain",
            Certainty::Possible => "possible",
        });
        vec![
            self.id.clone(),
            self.slug.clone(),
            self.url.clone(),
            self.name.clone(),
            self.names.iter().map(name).collect::<Vec<_>>().join("; "),
            self.country.clone(),
            self.country_label.clone(),
            cell(self.region.as_ref()),
            cell(self.latitude.as_ref()),
            cell(self.longitude.as_ref()),
            self.time_zone.clone(),
            cell(self.geonames.as_ref()),
            cell(self.wikidata.as_ref()),
            cell(self.standing.map(State::as_str).as_ref()),
            cell(self.kind.as_ref()),
            cell(certainty.as_ref()),
            cell(self.term_start.as_ref()),
            cell(self.term_end.as_ref()),
            cell(self.distance_metres.as_ref()),
            cell(self.bearing_degrees.as_ref()),
        ]
    }
}

impl TermRecord {
    /// The terms of all relationships of a register.
    pub fn all(register: &Register) -> Vec<Self> {
        let terms = |partner| {
            let partner: &Partner = partner;
            partner.relationship.terms.iter().map(move |term| Self::of(register, partner, term))
        };
        register.partners().iter().flat_map(terms).collect()
    }

    fn of(register: &Register, partner: &Partner, term: &Term) -> Self {
        let approval = term.approval.clone().unwrap_or_default();
        let (ending, cause, reason) = match &term.ending {
            Ending::Open => ("open", None, None),
            Ending::ByPolicy(_) => ("by-policy", None, None),
            Ending::Recorded { cause, reason, .. } => ("recorded", Some(cause.as_str()), reason.as_ref()),
            Ending::Unrecorded => ("unrecorded", None, None),
        };
        let sources = register.claims(Subject::Term(term.id)).iter().filter_map(|claim| {
            let source = register.source(claim.source?)?;
            Some(match &source.address {
                Some(address) => format!("{} <{address}>", source.title),
                None => source.title.to_string(),
            })
        });
        let mut sources: Vec<String> = sources.collect();
        sources.sort();
        sources.dedup();
        Self {
            id: term.id.to_string(),
            partner: partner.slug.to_string(),
            partner_name: partner.name.to_string(),
            kind: term.kind.as_str(),
            start: text(term.start),
            ending,
            end: text(term.end()),
            end_cause: cause,
            end_reason: text(reason),
            continues: text(term.continues),
            approved: text(approval.on),
            resolution: text(approval.resolution),
            ayes: approval.vote.map(|vote| vote.ayes),
            noes: approval.vote.map(|vote| vote.noes),
            abstentions: approval.vote.map(|vote| vote.abstentions),
            agenda: text(approval.agenda),
            record_number: text(approval.record_number),
            sponsor: text(term.sponsor.as_ref()),
            sources,
        }
    }
}

impl Row for TermRecord {
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "partner",
        "partner_name",
        "kind",
        "start",
        "ending",
        "end",
        "end_cause",
        "end_reason",
        "continues",
        "approved",
        "resolution",
        "ayes",
        "noes",
        "abstentions",
        "agenda",
        "record_number",
        "sponsor",
        "sources",
    ];

    fn cells(&self) -> Vec<String> {
        vec![
            self.id.clone(),
            self.partner.clone(),
            self.partner_name.clone(),
            self.kind.to_owned(),
            cell(self.start.as_ref()),
            self.ending.to_owned(),
            cell(self.end.as_ref()),
            cell(self.end_cause.as_ref()),
            cell(self.end_reason.as_ref()),
            cell(self.continues.as_ref()),
            cell(self.approved.as_ref()),
            cell(self.resolution.as_ref()),
            cell(self.ayes.as_ref()),
            cell(self.noes.as_ref()),
            cell(self.abstentions.as_ref()),
            cell(self.agenda.as_ref()),
            cell(self.record_number.as_ref()),
            cell(self.sponsor.as_ref()),
            self.sources.join("; "),
        ]
    }
}

impl ExchangeRecord {
    /// An exchange, with the partners that a register knows.
    pub fn of(register: &Register, exchange: &Exchange, site: &PublicAddress) -> Self {
        let partners = exchange.partners.iter().filter_map(|id| register.partner(*id));
        let (starts, ends) = span(&exchange.when);
        let people = &exchange.people;
        Self {
            id: exchange.id.to_string(),
            slug: exchange.slug.to_string(),
            url: address(&Page::Exchange { slug: exchange.slug.to_string() }, site),
            title: exchange.title.to_string(),
            kind: exchange.kind.as_str(),
            direction: exchange.direction.as_str(),
            status: exchange.status.as_str(),
            status_reason: text(exchange.status_reason.as_ref()),
            starts,
            ends,
            time_zone: match &exchange.when {
                When::Timed(timed) => Some(timed.zone.to_string()),
                When::Days { .. } | When::Historic(_) => None,
            },
            previously: exchange.previously.as_ref().map(|when| span(when).0),
            venue: text(exchange.venue.as_ref()),
            latitude: exchange.place.map(signpost_core::Place::latitude),
            longitude: exchange.place.map(signpost_core::Place::longitude),
            website: text(exchange.website.as_ref()),
            partners: partners.map(|partner| partner.slug.to_string()).collect(),
            students: people.students,
            chaperones: people.chaperones,
            adults: people.adults,
            host_families: people.host_families,
            people: people.total(),
            people_remark: text(people.remark.as_ref()),
            ordinal: exchange.ordinal,
            published_at: text(exchange.published_at),
        }
    }
}

/// A start and an end (ISO 8601), as precisely as they are known: `2023-11-21T09:00+09:00`, `2027-04-24`, `1984`.
pub(super) fn span(when: &When) -> (String, Option<String>) {
    match when {
        When::Timed(timed) => {
            let civil = |time: DateTime| time.strftime("%Y-%m-%dT%H:%M").to_string();
            let instant = |time: jiff::ZonedDateTime| crate::present::machine(&time);
            let start = timed.start().map_or_else(|_| civil(timed.starts), instant);
            let end = timed.end().ok().flatten().map(instant).or(timed.ends.map(civil));
            (start, end)
        }
        When::Days { first, last } => (first.to_string(), (first != last).then(|| last.to_string())),
        When::Historic(date) => (date.to_string(), None),
    }
}

impl Row for ExchangeRecord {
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "slug",
        "url",
        "title",
        "kind",
        "direction",
        "status",
        "status_reason",
        "starts",
        "ends",
        "time_zone",
        "previously",
        "venue",
        "latitude",
        "longitude",
        "website",
        "partners",
        "students",
        "chaperones",
        "adults",
        "host_families",
        "people",
        "people_remark",
        "ordinal",
        "published_at",
    ];

    fn cells(&self) -> Vec<String> {
        vec![
            self.id.clone(),
            self.slug.clone(),
            self.url.clone(),
            self.title.clone(),
            self.kind.to_owned(),
            self.direction.to_owned(),
            self.status.to_owned(),
            cell(self.status_reason.as_ref()),
            self.starts.clone(),
            cell(self.ends.as_ref()),
            cell(self.time_zone.as_ref()),
            cell(self.previously.as_ref()),
            cell(self.venue.as_ref()),
            cell(self.latitude.as_ref()),
            cell(self.longitude.as_ref()),
            cell(self.website.as_ref()),
            self.partners.join("; "),
            cell(self.students.as_ref()),
            cell(self.chaperones.as_ref()),
            cell(self.adults.as_ref()),
            cell(self.host_families.as_ref()),
            cell(self.people.as_ref()),
            cell(self.people_remark.as_ref()),
            cell(self.ordinal.as_ref()),
            cell(self.published_at.as_ref()),
        ]
    }
}
