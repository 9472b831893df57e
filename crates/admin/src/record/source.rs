//! Sources.

use std::collections::HashMap;

use serde::Serialize;
use signpost_core::store::source::Resting;
use signpost_core::{HistoricSpan, Line, Markdown, Register, Slug, Source, Subject, WebAddress};

use super::claim::{About, ClaimRecord, add, parts_of_partner};
use super::value;
use crate::phrase;
use crate::printer::{Cell, Column, Record, Row, Section, Sheet, Tone};

/// A source in a list.
#[derive(Debug, Serialize)]
pub(crate) struct SourceRow {
    slug: Slug,
    title: Line,
    publisher: Option<Line>,
    dated: Option<HistoricSpan>,
    address: Option<WebAddress>,
    claims: i64,
    about_exchanges: i64,
}

/// A source, whole.
#[derive(Debug, Serialize)]
pub(crate) struct SourceRecord {
    #[serde(flatten)]
    row: SourceRow,
    note: Option<Markdown>,
    resting: Vec<ClaimRecord>,
}

impl SourceRow {
    /// A source with how many claims rest on it.
    pub(crate) fn new(source: &Source, resting: Resting) -> Self {
        Self {
            slug: source.slug.clone(),
            title: source.title.clone(),
            publisher: source.publisher.clone(),
            dated: source.dated,
            address: source.address.clone(),
            claims: resting.claims,
            about_exchanges: resting.about_exchanges,
        }
    }
}

impl Row for SourceRow {
    const COLUMNS: &'static [Column] = &[
        Column::whole("source"),
        Column::wrapping("title"),
        Column::whole("dated"),
        Column::number("claims"),
    ];
    const FIELDS: &'static [&'static str] =
        &["slug", "title", "publisher", "dated", "address", "claims", "about_exchanges"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::toned(self.slug.as_str(), Tone::Strong),
            Cell::plain(self.title.as_str()).below(self.publisher.as_ref().map_or("", Line::as_str)),
            self.dated.map_or_else(|| Cell::quiet("–"), |dated| Cell::plain(dated.to_string())),
            Cell::plain(self.claims.to_string()),
        ]
    }

    fn values(&self) -> Vec<String> {
        vec![
            self.slug.to_string(),
            self.title.to_string(),
            value(self.publisher.as_ref()),
            value(self.dated),
            value(self.address.as_ref()),
            self.claims.to_string(),
            self.about_exchanges.to_string(),
        ]
    }
}

impl SourceRecord {
    /// A source with the claims of the register that rest on it.
    pub(crate) fn new(register: &Register, source: &Source, resting: Resting) -> Self {
        let parts = parts(register);
        let claims = register.all_claims().filter(|claim| claim.source == Some(source.id));
        let mut claims: Vec<ClaimRecord> = claims
            .filter_map(|claim| Some(ClaimRecord::new(register, claim, parts.get(&claim.subject)?)))
            .collect();
        claims.sort_by_cached_key(|claim| (claim.partner().cloned(), claim.saying()));
        Self { row: SourceRow::new(source, resting), note: source.note.clone(), resting: claims }
    }
}

impl Record for SourceRecord {
    type Row = SourceRow;

    fn row(&self) -> &SourceRow {
        &self.row
    }

    fn sheet(&self) -> Sheet {
        let row = &self.row;
        let facts = Section::new("")
            .entry("short name", row.slug.as_str())
            .known("dated", row.dated.map(phrase::span))
            .maybe("address", row.address.as_ref().map(WebAddress::as_str))
            .maybe("remark", self.note.as_ref().map(Markdown::as_str));
        let mut says = Vec::new();
        for claim in &self.resting {
            let heading = claim.partner().map_or("programme", Slug::as_str);
            add(&mut says, heading.to_owned(), claim.saying());
        }
        let says = says.into_iter().fold(Section::new("What it says"), |section, (about, what)| {
            section.entry(about, what.join("\n"))
        });
        let exchanges = u64::try_from(row.about_exchanges).unwrap_or(0);
        let exchanges = (exchanges > 0).then(|| phrase::count(exchanges, "claim"));
        let publisher = row.publisher.as_ref().map_or("", Line::as_str);
        Sheet::new(row.title.as_str(), publisher).with(facts).with(says.maybe("exchanges", exchanges))
    }
}

/// What the records are called that claims are about.
pub(super) fn parts(register: &Register) -> HashMap<Subject, About> {
    let of_partners = register.partners().iter().flat_map(parts_of_partner);
    let own = |subject, part| About { subject, partner: None, part };
    let of_rules = register.policy().rules.iter();
    let of_rules = of_rules.map(|rule| own(Subject::Policy(rule.id), format!("rule {}", rule.rule.name())));
    let programme = own(Subject::Programme(register.programme().id), "programme".to_owned());
    of_partners.chain(of_rules).chain([programme]).map(|about| (about.subject, about)).collect()
}
