//! Partners as files hold them: `partners/SLUG.toml`, and what there is to say in `partners/SLUG.md`.

use std::collections::HashSet;

use super::block::Block;
use super::field::text;
use super::reading::{Names, Reading};
use super::record::Record;
use super::table::Table;
use super::writing::Writing;
use super::{claim, relationship};
use crate::identity::{Id, PartnerId};
use crate::partner::{NamePurpose, Partner, PartnerName};
use crate::policy::Policy;
use crate::source::Subject;
use crate::text::{Language, Line, Slug, WikidataId};

const FOLDER: &str = "partners/";

/// The partners, and what they are called: whatever file there is, there is a partner of that name.
pub(super) fn read(reading: &Reading<'_>, policy: &Policy) -> (Vec<Partner>, Names<PartnerId>) {
    let (mut partners, mut names) = (Vec::new(), Names::new("partner"));
    for file in reading.folder.within(FOLDER) {
        let name = file.strip_prefix(FOLDER).unwrap_or(file);
        if let Some(slug) = name.strip_suffix(".toml") {
            let partner = reading.toml(file, |table| read_one(reading, table, slug, policy)).flatten();
            names.insert(
                slug,
                partner.as_ref().map_or_else(|| Id::derived("partner", slug), |partner| partner.id),
            );
            partners.extend(partner);
        } else if let Some(slug) = name.strip_suffix(".md")
            && !reading.folder.has(&format!("{FOLDER}{slug}.toml"))
        {
            let text = format!("it introduces no partner: there is no {FOLDER}{slug}.toml");
            reading.faults.add(file, None, text);
        }
    }
    (partners, names)
}

fn read_one(reading: &Reading<'_>, file: &Table<'_>, slug: &str, policy: &Policy) -> Option<Partner> {
    let id = reading.ids.of(file, "partner", slug);
    let name = file.required("name");
    let country = file.required("country");
    let country_label = file.required("country_label");
    let region = file.optional("region");
    let place = file.place();
    let time_zone = file.required("time_zone");
    let geonames = file.optional("geonames");
    let wikidata = read_item(reading, file);
    let published_at = file.optional("published_at");
    let note = file.optional("note");
    let names = read_names(reading, file, slug);
    claim::read(reading, file, Subject::Partner(id), slug);
    let relationship = relationship::read(reading, file, slug, policy);
    let introduction = reading.markdown(&format!("{FOLDER}{slug}.md"));
    Some(Partner {
        id,
        slug: slug.parse::<Slug>().ok()?,
        name: name?,
        names,
        country: country?,
        country_label: country_label?,
        region,
        place,
        time_zone: time_zone?,
        geonames,
        wikidata,
        introduction,
        published_at,
        note,
        relationship,
    })
}

/// Its item in Wikidata, which no other partner has.
fn read_item(reading: &Reading<'_>, file: &Table<'_>) -> Option<WikidataId> {
    let item: WikidataId = file.optional("wikidata")?;
    let mut items = reading.items.borrow_mut();
    if let Some(other) = items.insert(item.clone(), file.file().to_owned()) {
        file.fault("wikidata", format!("`{item}` is the item of another partner, in {other}"));
    }
    Some(item)
}

fn read_names(reading: &Reading<'_>, file: &Table<'_>, slug: &str) -> Vec<PartnerName> {
    let mut preferred: HashSet<Option<Language>> = HashSet::new();
    file.rows("names", |row| {
        let name: Option<Line> = row.required("text");
        let language: Option<Language> = row.optional("language");
        let purpose = row.optional("purpose").unwrap_or(NamePurpose::Preferred);
        let reading_aid = row.optional("reading");
        let note = row.optional("note");
        let id = reading.ids.of(
            row,
            "name",
            &format!("{slug}/{}/{}", text(language.as_ref()), text(name.as_ref())),
        );
        if purpose == NamePurpose::Preferred && !preferred.insert(language.clone()) {
            row.fault(
                "text",
                "there is a preferred name in this language already: say that this one is an `alias`",
            );
        }
        Some(PartnerName { id, text: name?, language, purpose, reading: reading_aid, note })
    })
}

/// The files of the partners.
pub(super) fn write<'a>(writing: &'a Writing<'_>) -> impl Iterator<Item = (String, String)> + 'a {
    writing.dataset.partners.iter().flat_map(|partner| {
        let file = (format!("{FOLDER}{}.toml", partner.slug), write_one(writing, partner));
        let introduction = partner.introduction.as_ref();
        let introduction =
            introduction.map(|text| (format!("{FOLDER}{}.md", partner.slug), format!("{text}\n")));
        [file].into_iter().chain(introduction)
    })
}

fn write_one(writing: &Writing<'_>, partner: &Partner) -> String {
    let names = partner.names.iter().map(|name| {
        let alias = Some(&name.purpose).filter(|purpose| **purpose == NamePurpose::Alias);
        Block::new()
            .with("text", &name.text)
            .maybe("language", name.language.as_ref())
            .maybe("purpose", alias)
            .maybe("reading", name.reading.as_ref())
            .maybe("note", name.note.as_ref())
            .id(name.id)
    });
    let head = Block::new()
        .with("name", &partner.name)
        .with("country", &partner.country)
        .with("country_label", &partner.country_label)
        .maybe("region", partner.region.as_ref())
        .place(partner.place)
        .with("time_zone", &partner.time_zone)
        .maybe("geonames", partner.geonames.as_ref())
        .maybe("wikidata", partner.wikidata.as_ref())
        .maybe("published_at", partner.published_at.as_ref())
        .maybe("note", partner.note.as_ref())
        .id(partner.id)
        .rows("names", names)
        .rows("claims", claim::write(writing, Subject::Partner(partner.id)));
    head.lines() + &relationship::write(writing, &partner.relationship)
}
