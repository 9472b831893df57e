//! Relationships.

use jiff::civil::Date;
use serde::Serialize;
use signpost_core::{
    Basis, Certainty, Ending, HistoricSpan, Kind, Line, Markdown, Partner, Register, Relationship, Slug,
    Standing, State, Term,
};

use super::agreement::{
    AgreementRecord, CommitteeRecord, GiftRecord, MilestoneRecord, agreements, committees, gifts, milestones,
};
use super::claim::{ClaimRecord, claims_of_partner, disputes, sources};
use super::partner::{certainty, full_name, standing_cell};
use super::term::{
    ApplicationRecord, DormancyRecord, ListingRecord, TermRecord, applications, dormancies, listings, terms,
};
use super::{Dated, dated, value};
use crate::as_of::AsOf;
use crate::phrase;
use crate::printer::{Cell, Column, Record, Row, Section, Sheet, Tone};

/// A relationship in a list, with the term that its standing rests on.
#[derive(Debug, Serialize)]
pub(crate) struct RelationshipRow {
    partner: Slug,
    name: Line,
    on: Date,
    kind: Option<Kind>,
    standing: Option<State>,
    certainty: Option<Certainty>,
    start: Option<Dated>,
    ending: Option<&'static str>,
    end: Option<Dated>,
    sponsor: Option<Line>,
    disputed_by_listing_of: Option<HistoricSpan>,
}

/// A relationship, whole.
#[derive(Debug, Serialize)]
pub(crate) struct RelationshipRecord {
    #[serde(flatten)]
    row: RelationshipRow,
    #[serde(skip)]
    full_name: String,
    standing_in_words: String,
    note: Option<Markdown>,
    terms: Vec<TermRecord>,
    dormancies: Vec<DormancyRecord>,
    listings: Vec<ListingRecord>,
    applications: Vec<ApplicationRecord>,
    milestones: Vec<MilestoneRecord>,
    agreements: Vec<AgreementRecord>,
    committees: Vec<CommitteeRecord>,
    gifts: Vec<GiftRecord>,
    complete_years: Vec<i16>,
    claims: Vec<ClaimRecord>,
}

impl RelationshipRow {
    /// A relationship as it is on a day.
    pub(crate) fn new(register: &Register, partner: &Partner, as_of: AsOf) -> Self {
        let on = as_of.day();
        let relationship = &partner.relationship;
        let standing = register.standing(partner, on);
        let term = standing.and_then(|standing| term_of(relationship, &standing));
        let disputed_by = standing.and_then(|standing| standing.disputed_by);
        let listing = relationship.listings.iter().find(|listing| Some(listing.id) == disputed_by);
        Self {
            partner: partner.slug.clone(),
            name: partner.name.clone(),
            on,
            kind: standing.map(|standing| standing.kind),
            standing: standing.map(|standing| standing.state),
            certainty: standing.map(|standing| standing.certainty),
            start: term.and_then(|term| term.start).map(Dated),
            ending: term.map(|term| ending(&term.ending)),
            end: term.and_then(Term::end).map(Dated),
            sponsor: term.and_then(|term| term.sponsor.clone()),
            disputed_by_listing_of: listing.map(|listing| listing.seen),
        }
    }

    fn until(&self) -> Cell {
        match (self.ending, self.end) {
            (_, Some(end)) => Cell::plain(end.0.to_string()),
            (Some("open"), None) => Cell::quiet("open"),
            (Some(_), None) => Cell::quiet("not on record"),
            (None, None) => Cell::quiet("–"),
        }
    }
}

impl Row for RelationshipRow {
    const COLUMNS: &'static [Column] = &[
        Column::whole("partner"),
        Column::whole("kind"),
        Column::whole("standing"),
        Column::whole("from"),
        Column::whole("until"),
    ];
    const FIELDS: &'static [&'static str] = &[
        "partner",
        "name",
        "on",
        "kind",
        "standing",
        "certainty",
        "start",
        "ending",
        "end",
        "sponsor",
        "disputed_by_listing_of",
    ];

    fn cells(&self) -> Vec<Cell> {
        let from = match (self.start, self.ending) {
            (Some(start), _) => Cell::plain(start.0.to_string()),
            (None, Some(_)) => Cell::quiet("not on record"),
            (None, None) => Cell::quiet("–"),
        };
        vec![
            Cell::toned(self.partner.as_str(), Tone::Strong),
            Cell::plain(value(self.kind)),
            standing_cell(self.standing, self.certainty),
            from,
            self.until(),
        ]
    }

    fn values(&self) -> Vec<String> {
        vec![
            self.partner.to_string(),
            self.name.to_string(),
            self.on.to_string(),
            value(self.kind),
            value(self.standing.map(State::as_str)),
            value(self.certainty.map(certainty)),
            dated(self.start),
            value(self.ending),
            dated(self.end),
            value(self.sponsor.as_ref()),
            value(self.disputed_by_listing_of),
        ]
    }
}

impl RelationshipRecord {
    /// A relationship as it is on a day.
    pub(crate) fn new(register: &Register, partner: &Partner, as_of: AsOf) -> Self {
        let on = as_of.day();
        let relationship = &partner.relationship;
        let standing = register.standing(partner, on);
        Self {
            row: RelationshipRow::new(register, partner, as_of),
            full_name: full_name(partner),
            standing_in_words: phrase::standing(relationship, standing.as_ref(), as_of),
            note: relationship.note.clone(),
            terms: TermRecord::all(relationship),
            dormancies: DormancyRecord::all(relationship),
            listings: ListingRecord::all(relationship),
            applications: ApplicationRecord::all(relationship),
            milestones: MilestoneRecord::all(relationship),
            agreements: AgreementRecord::all(relationship),
            committees: CommitteeRecord::all(relationship),
            gifts: GiftRecord::all(relationship),
            complete_years: relationship.complete_years.iter().map(|complete| complete.year).collect(),
            claims: claims_of_partner(register, partner),
        }
    }

    fn completeness(&self) -> String {
        let years: Vec<String> = self.complete_years.iter().map(ToString::to_string).collect();
        match years.as_slice() {
            [] => "none: exchanges may be missing from the record".to_owned(),
            years => years.join(", "),
        }
    }
}

impl Record for RelationshipRecord {
    type Row = RelationshipRow;

    fn row(&self) -> &RelationshipRow {
        &self.row
    }

    fn sheet(&self) -> Sheet {
        let facts = Section::new("")
            .entry("partner", self.row.partner.as_str())
            .known("sponsor", self.row.sponsor.as_ref().map(Line::as_str))
            .entry("complete years", self.completeness())
            .maybe("remark", self.note.as_ref().map(Markdown::as_str));
        Sheet::new(self.full_name.as_str(), self.standing_in_words.as_str())
            .with(facts)
            .with(terms(&self.terms))
            .with(dormancies(&self.dormancies))
            .with(listings(&self.listings))
            .with(applications(&self.applications))
            .with(agreements(&self.agreements))
            .with(committees(&self.committees))
            .with(gifts(&self.gifts))
            .with(milestones(&self.milestones))
            .with(disputes(&self.claims))
            .with(sources(&self.claims))
    }
}

/// The term that a standing rests on, or that the dormancy it rests on is in.
fn term_of<'a>(relationship: &'a Relationship, standing: &Standing) -> Option<&'a Term> {
    match standing.basis {
        Basis::Term(id) => relationship.term(id),
        Basis::Dormancy(id) => {
            let dormancy = relationship.dormancies.iter().find(|dormancy| dormancy.id == id)?;
            relationship.term(dormancy.term)
        }
        Basis::Listing(_) | Basis::Application(_) => None,
    }
}

const fn ending(ending: &Ending) -> &'static str {
    match ending {
        Ending::Open => "open",
        Ending::ByPolicy(_) => "by-policy",
        Ending::Recorded { .. } => "recorded",
        Ending::Unrecorded => "unrecorded",
    }
}
