//! Exchanges as files hold them: `exchanges.csv`, and what there is to say in `exchanges/SLUG.md`; and their series.

mod alone;

pub(super) use alone::{slug_of, text};

use std::collections::HashMap;

use super::block::Block;
use super::claim;
use super::field::IdText;
use super::reading::{Names, Reading};
use super::record::Record;
use super::sheet::{Cells, write_rows};
use super::when::{self, COLUMNS_OF_WHEN, PREVIOUS_COLUMNS};
use super::writing::Writing;
use crate::exchange::{Exchange, People, Series};
use crate::identity::{CommitteeId, ExchangeId, PartnerId, SeriesId};
use crate::partner::Partner;
use crate::programme::Programme;
use crate::text::{Markdown, Slug, TimeZoneName};

/// The file of the exchanges.
pub(super) const FILE: &str = "exchanges.csv";
const FOLDER: &str = "exchanges/";
const SERIES_FILE: &str = "series.toml";

const COLUMNS: &[&str] = &[
    "slug",
    "title",
    "partners",
    "kind",
    "direction",
    "starts",
    "ends",
    "zone",
    "fold",
    "form",
    "status",
    "status_reason",
    "previous_starts",
    "previous_ends",
    "previous_zone",
    "previous_fold",
    "previous_form",
    "venue",
    "latitude",
    "longitude",
    "website",
    "organizer",
    "leader",
    "students",
    "chaperones",
    "adults",
    "host_families",
    "people",
    "people_remark",
    "series",
    "ordinal",
    "calendar_uid",
    "sequence",
    "note",
    "published_at",
    "source",
    "confidence",
    "claim_id",
    "id",
];

/// The columns that stand whether or not a row fills them.
const ALWAYS: &[&str] = &[
    "slug",
    "title",
    "partners",
    "kind",
    "direction",
    "starts",
    "ends",
    "zone",
    "status",
    "published_at",
    "source",
    "confidence",
    "id",
];

/// What an exchange may name.
#[derive(Debug)]
pub(super) struct Known<'a> {
    /// The partners.
    pub(super) partners: &'a Names<PartnerId>,
    /// The series.
    pub(super) series: &'a Names<SeriesId>,
    /// The committees, by name and by id; none where several have the name.
    pub(super) committees: Names<Option<CommitteeId>>,
    /// The host's zone, which holds where a row names none.
    pub(super) zone: Option<TimeZoneName>,
}

impl<'a> Known<'a> {
    /// What exchanges may name.
    pub(super) fn new(
        partners: &'a Names<PartnerId>,
        series: &'a Names<SeriesId>,
        read: &[Partner],
        programme: Option<&Programme>,
    ) -> Self {
        let mut by_name: HashMap<String, Option<CommitteeId>> = HashMap::new();
        for committee in read.iter().flat_map(|partner| &partner.relationship.committees) {
            by_name
                .entry(committee.name.to_string())
                .and_modify(|committee| *committee = None)
                .or_insert(Some(committee.id));
            by_name.insert(committee.id.to_string(), Some(committee.id));
        }
        let mut committees = Names::new("committee").or_more(programme.is_some());
        for (name, committee) in by_name {
            committees.insert(&name, committee);
        }
        Self { partners, series, committees, zone: programme.map(|programme| programme.time_zone.clone()) }
    }
}

/// The series, and what they are called.
pub(super) fn read_series(reading: &Reading<'_>) -> (Vec<Series>, Names<SeriesId>) {
    let mut names = Names::new("series");
    let (series, whole) = reading.whole(|| {
        reading.toml(SERIES_FILE, |file| {
            file.rows("series", |row| {
                let slug: Option<Slug> = row.required("slug");
                let title = row.required("title");
                let rule = row.optional("rule");
                let starts = row.optional("starts");
                if row.has("starts") && !row.has("rule") {
                    row.fault("starts", "it needs the `rule` that counts from it: add that, or leave it out");
                }
                let note = row.optional("note");
                let slug = slug?;
                let id = reading.ids.of(row, "series", slug.as_str());
                names.add(row, "slug", slug.as_str(), id);
                Some(Series { id, slug, title: title?, rule, starts, note })
            })
        })
    });
    (series.unwrap_or_default(), names.or_more(whole))
}

/// The exchanges, and what they are called: those in rows, and those in files of their own.
pub(super) fn read(reading: &Reading<'_>, known: &Known<'_>) -> (Vec<Exchange>, Names<ExchangeId>) {
    let mut names = Names::new("exchange");
    let (mut exchanges, whole) = reading.whole(|| {
        reading.sheet(FILE, COLUMNS, |row| {
            let row = row.keeping(&reading.kept);
            let slug: Option<Slug> = row.required("slug");
            let described = slug.as_ref().map(|slug| format!("{FOLDER}{slug}.md"));
            let description = described.and_then(|file| reading.markdown(&file));
            read_one(reading, &row, Contents { slug, description }, known, &mut names)
        })
    });
    let mut names = names.or_more(whole);
    let (alone, whole_too) = alone::read(reading, known, &mut names);
    exchanges.extend(alone);
    (exchanges, names.or_more(whole && whole_too))
}

/// What does not stand in the same place in a row and in a file of its own.
struct Contents {
    slug: Option<Slug>,
    description: Option<Markdown>,
}

fn read_one(
    reading: &Reading<'_>,
    row: &impl Record,
    Contents { slug, description }: Contents,
    known: &Known<'_>,
    names: &mut Names<ExchangeId>,
) -> Option<Exchange> {
    let title = row.required("title");
    let kind = row.required("kind");
    let direction = row.required("direction");
    let status = row.required("status");
    let status_reason = row.optional("status_reason");
    let when = when::read(row, &COLUMNS_OF_WHEN, known.zone.as_ref());
    let previously = when::read(row, &PREVIOUS_COLUMNS, known.zone.as_ref());
    if !row.has("starts") {
        row.fault_here("`starts` is missing here: write a day, a month or a year at least");
    }
    let partners = read_partners(row, known);
    let venue = row.optional("venue");
    let place = row.place();
    let website = row.optional("website");
    let organizer = read_organizer(row, known);
    let leader = row.optional("leader");
    let people = read_people(row);
    let series = known.series.optional(row, "series");
    let ordinal = row.optional::<i32>("ordinal");
    if ordinal == Some(0) {
        row.fault("ordinal", "`0` is none: counting begins with 1");
    }
    let calendar_uid = row.optional("calendar_uid");
    let sequence = row.optional("sequence").unwrap_or(0);
    let note = row.optional("note");
    let published_at = row.optional("published_at");
    let slug = slug?;
    let id = reading.ids.of(row, "exchange", slug.as_str());
    names.add(row, "slug", slug.as_str(), id);
    claim::read_beside_exchange(reading, row, id, slug.as_str());
    Some(Exchange {
        id,
        slug,
        title: title?,
        description,
        partners,
        kind: kind?,
        direction: direction?,
        status: status?,
        status_reason,
        when: when?,
        previously,
        venue,
        place,
        website,
        organizer,
        leader,
        people,
        series,
        ordinal,
        calendar_uid,
        sequence,
        published_at,
        note,
    })
}

fn read_partners(row: &impl Record, known: &Known<'_>) -> Vec<PartnerId> {
    let mut partners = Vec::new();
    for slug in row.several::<Slug>("partners") {
        if let Some(partner) = known.partners.find(row, "partners", slug.as_str()) {
            if partners.contains(&partner) {
                row.fault("partners", format!("`{slug}` is named twice"));
            }
            partners.push(partner);
        }
    }
    partners
}

fn read_organizer(row: &impl Record, known: &Known<'_>) -> Option<CommitteeId> {
    let name = row.text("organizer")?;
    let committee = known.committees.find(row, "organizer", &name)?;
    if committee.is_none() {
        row.fault(
            "organizer",
            format!("several committees are called `{name}`: write the id of the one that is meant"),
        );
    }
    committee
}

fn read_people(row: &impl Record) -> People {
    People {
        students: row.optional("students"),
        chaperones: row.optional("chaperones"),
        adults: row.optional("adults"),
        host_families: row.optional("host_families"),
        sum: row.optional("people"),
        remark: row.optional("people_remark"),
    }
}

/// The file of the series.
pub(super) fn write_series(writing: &Writing<'_>) -> Option<(String, String)> {
    let blocks = writing.dataset.series.iter().map(|series| {
        Block::new()
            .with("slug", &series.slug)
            .with("title", &series.title)
            .maybe("rule", series.rule.as_ref())
            .maybe("starts", series.starts.as_ref())
            .maybe("note", series.note.as_ref())
            .id(series.id)
            .under("[[series]]")
    });
    super::write::listed(SERIES_FILE, blocks)
}

/// The list of the exchanges.
pub(super) fn write(writing: &Writing<'_>) -> Option<(String, String)> {
    let rows = writing.dataset.exchanges.iter().map(|exchange| write_one(writing, exchange));
    write_rows(COLUMNS, ALWAYS, rows).map(|text| (FILE.to_owned(), text))
}

/// The cells of the row of each exchange, by its slug.
pub(super) fn cells(writing: &Writing<'_>) -> HashMap<String, Cells> {
    let exchanges = writing.dataset.exchanges.iter();
    exchanges.map(|exchange| (exchange.slug.to_string(), write_one(writing, exchange))).collect()
}

/// What there is to say about exchanges.
pub(super) fn write_descriptions<'a>(
    writing: &'a Writing<'_>,
) -> impl Iterator<Item = (String, String)> + 'a {
    writing.dataset.exchanges.iter().filter_map(|exchange| {
        let text = exchange.description.as_ref()?;
        Some((format!("{FOLDER}{}.md", exchange.slug), format!("{text}\n")))
    })
}

fn write_one(writing: &Writing<'_>, exchange: &Exchange) -> Cells {
    let partners = exchange.partners.iter().filter_map(|id| writing.partner(*id));
    let partners: Vec<&str> = partners.map(|partner| partner.slug.as_str()).collect();
    let claim = claim::beside_exchange(writing, exchange.id);
    let organizer = exchange.organizer.and_then(|id| writing.committee(id)).map(ToOwned::to_owned);
    let people = &exchange.people;
    let cells = Cells::default()
        .with("slug", &exchange.slug)
        .with("title", &exchange.title)
        .with("partners", &partners.join(" "))
        .with("kind", &exchange.kind)
        .with("direction", &exchange.direction)
        .with("status", &exchange.status)
        .maybe("status_reason", exchange.status_reason.as_ref());
    let cells = when::write(cells, &COLUMNS_OF_WHEN, Some(&exchange.when));
    when::write(cells, &PREVIOUS_COLUMNS, exchange.previously.as_ref())
        .maybe("venue", exchange.venue.as_ref())
        .maybe("latitude", exchange.place.map(crate::Place::latitude).as_ref())
        .maybe("longitude", exchange.place.map(crate::Place::longitude).as_ref())
        .maybe("website", exchange.website.as_ref())
        .maybe("organizer", organizer.as_ref())
        .maybe("leader", exchange.leader.as_ref())
        .maybe("students", people.students.as_ref())
        .maybe("chaperones", people.chaperones.as_ref())
        .maybe("adults", people.adults.as_ref())
        .maybe("host_families", people.host_families.as_ref())
        .maybe("people", people.sum.as_ref())
        .maybe("people_remark", people.remark.as_ref())
        .maybe("series", exchange.series.and_then(|id| writing.series(id)))
        .maybe("ordinal", exchange.ordinal.as_ref())
        .maybe("calendar_uid", exchange.calendar_uid.as_ref())
        .maybe("sequence", Some(&exchange.sequence).filter(|sequence| **sequence != 0))
        .maybe("note", exchange.note.as_ref())
        .maybe("published_at", exchange.published_at.as_ref())
        .maybe("source", claim.and_then(|claim| claim.source).and_then(|id| writing.source(id)))
        .maybe("confidence", claim.map(|claim| claim.confidence).as_ref())
        .maybe("claim_id", claim.and_then(|claim| claim::beside_id(claim, exchange.slug.as_str())).as_ref())
        .with("id", &IdText::of(exchange.id))
}
