//! Claims: what sources say of a record, and where they disagree.

use serde::Serialize;
use signpost_core::{
    Claim, ClaimId, ClaimRank, Confidence, Exchange, HistoricDate, Line, Markdown, Partner, Register, Slug,
    Subject,
};

use super::source::parts;
use super::value;
use crate::mark::Mark;
use crate::printer::{Cell, Column, Record, Row, Section, Sheet, Tone};

/// What one source says about one fact.
#[derive(Debug, Serialize)]
pub(crate) struct ClaimRecord {
    partner: Option<Slug>,
    about: String,
    fact: Option<Line>,
    value: Option<Line>,
    source: Option<Slug>,
    source_title: Option<Line>,
    confidence: Confidence,
    rank: ClaimRank,
    note: Option<Markdown>,
}

/// A record that claims can be about, and what it is called.
#[derive(Clone, Debug)]
pub(super) struct About {
    /// The record.
    pub(super) subject: Subject,
    /// The partner that it belongs to.
    pub(super) partner: Option<Slug>,
    /// What it is, among what belongs to the same partner.
    pub(super) part: String,
}

/// What a claim is about that is about no part in particular.
const WHOLE: [&str; 4] = ["partner", "relationship", "exchange", "programme"];

impl ClaimRecord {
    /// A claim about something.
    pub(super) fn new(register: &Register, claim: &Claim, about: &About) -> Self {
        let source = claim.source.and_then(|id| register.source(id));
        Self {
            partner: about.partner.clone(),
            about: about.part.clone(),
            fact: claim.fact.clone(),
            value: claim.value.clone(),
            source: source.map(|source| source.slug.clone()),
            source_title: source.map(|source| source.title.clone()),
            confidence: claim.confidence,
            rank: claim.rank,
            note: claim.note.clone(),
        }
    }

    /// The partner that it is about, if it is about one.
    pub(super) const fn partner(&self) -> Option<&Slug> {
        self.partner.as_ref()
    }

    /// What it is about: the fact, and the part of the record unless that is all of it.
    pub(super) fn subject(&self) -> String {
        match &self.fact {
            Some(fact) if WHOLE.contains(&self.about.as_str()) => fact.to_string(),
            Some(fact) => format!("{}: {fact}", self.about),
            None => self.about.clone(),
        }
    }

    /// What it says about it: `first student visit: 1984 (one source, disputed)`.
    pub(super) fn saying(&self) -> String {
        let value = self.value.as_ref().map(|value| format!(": {value}")).unwrap_or_default();
        let rank = match self.rank {
            ClaimRank::Preferred => "",
            ClaimRank::Disputed => ", disputed",
            ClaimRank::Rejected => ", rejected",
        };
        format!("{}{value} ({}{rank}){}", self.subject(), confidence(self.confidence), self.remark())
    }

    /// One of several values for a fact, with where it is from.
    fn value_in_dispute(&self) -> String {
        let value = self.value.as_ref().map_or("as on record", Line::as_str);
        let source = self.source_title.as_ref().map_or("no source named", Line::as_str);
        let rank = match self.rank {
            ClaimRank::Preferred => ", preferred",
            ClaimRank::Disputed => "",
            ClaimRank::Rejected => ", rejected",
        };
        format!("{value} – {source} ({}{rank}){}", confidence(self.confidence), self.remark())
    }

    fn remark(&self) -> String {
        self.note.as_ref().map(|note| format!(". {note}")).unwrap_or_default()
    }

    fn is_in_dispute(&self) -> bool {
        self.rank != ClaimRank::Preferred
    }
}

/// The claims about a partner and its relationship.
pub(super) fn claims_of_partner(register: &Register, partner: &Partner) -> Vec<ClaimRecord> {
    let parts = parts_of_partner(partner).into_iter();
    let claims = parts.flat_map(|about| {
        let claims = register.claims(about.subject).iter();
        claims.map(|claim| ClaimRecord::new(register, claim, &about)).collect::<Vec<_>>()
    });
    claims.collect()
}

/// A partner and everything about its relationship that claims can be about.
pub(super) fn parts_of_partner(partner: &Partner) -> Vec<About> {
    let relationship = &partner.relationship;
    let dated = |what: &str, date: Option<HistoricDate>| match date {
        Some(date) => format!("{what} of {date}"),
        None => what.to_owned(),
    };
    let mut parts = vec![
        (Subject::Partner(partner.id), "partner".to_owned()),
        (Subject::Relationship(relationship.id), "relationship".to_owned()),
    ];
    let terms = relationship.terms.iter();
    parts.extend(terms.map(|one| (Subject::Term(one.id), dated(&format!("{} term", one.kind), one.start))));
    let listings = relationship.listings.iter();
    parts.extend(listings.map(|one| (Subject::Listing(one.id), format!("listing of {}", one.seen))));
    let applications = relationship.applications.iter();
    parts.extend(applications.map(|one| (Subject::Application(one.id), dated("application", Some(one.on)))));
    let milestones = relationship.milestones.iter();
    parts.extend(milestones.map(|one| (Subject::Milestone(one.id), one.what.to_string())));
    let agreements = relationship.agreements.iter();
    parts.extend(agreements.map(|one| (Subject::Agreement(one.id), dated("agreement", one.signed))));
    let committees = relationship.committees.iter();
    parts.extend(committees.map(|one| (Subject::Committee(one.id), one.name.to_string())));
    let gifts = relationship.gifts.iter();
    parts.extend(gifts.map(|one| (Subject::Gift(one.id), one.what.to_string())));
    let about = |(subject, part)| About { subject, partner: Some(partner.slug.clone()), part };
    parts.into_iter().map(about).collect()
}

/// The part of a sheet with what sources dispute: each fact with the values that they give.
pub(super) fn disputes(claims: &[ClaimRecord]) -> Section {
    let mut facts = Vec::new();
    let is_disputed = |claim: &&ClaimRecord| {
        claims.iter().any(|other| other.subject() == claim.subject() && other.is_in_dispute())
    };
    for claim in claims.iter().filter(is_disputed) {
        add(&mut facts, claim.subject(), claim.value_in_dispute());
    }
    facts.into_iter().fold(Section::new("Disputed"), |section, (fact, values)| section.choices(fact, values))
}

/// The part of a sheet with the sources of what is not disputed: each with what rests on it.
pub(super) fn sources(claims: &[ClaimRecord]) -> Section {
    let mut sources = Vec::new();
    for claim in claims.iter().filter(|claim| !claim.is_in_dispute()) {
        let source = match (&claim.source, &claim.source_title) {
            (Some(slug), Some(title)) => format!("{title} ({slug})"),
            _ => "No source: inferred from other facts".to_owned(),
        };
        let sure = confidence(claim.confidence);
        add(&mut sources, source, format!("{} ({sure})", claim.subject()));
    }
    let section = Section::new("Sources");
    sources.into_iter().fold(section, |section, (source, what)| section.text(source, what.join("; ")))
}

/// Adds a text to those under a heading.
pub(super) fn add(groups: &mut Vec<(String, Vec<String>)>, heading: String, text: String) {
    match groups.iter_mut().find(|(known, _)| *known == heading) {
        Some((_, texts)) => texts.push(text),
        None => groups.push((heading, vec![text])),
    }
}

/// How sure a claim is, in words.
const fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Verified => "verified",
        Confidence::Single => "one source",
        Confidence::Inferred => "inferred",
    }
}

/// A claim in a list.
#[derive(Debug, Serialize)]
pub(crate) struct ClaimRow {
    mark: Mark,
    id: ClaimId,
    #[serde(flatten)]
    claim: ClaimRecord,
    #[serde(skip)]
    disputed: bool,
}

impl ClaimRow {
    /// The claims of a register by partner and by what they are about.
    pub(crate) fn all(register: &Register) -> Vec<Self> {
        let parts = parts(register);
        let rows = register.all_claims().filter_map(|claim| {
            let same = register.claims(claim.subject).iter().filter(|other| other.fact == claim.fact);
            let disputed =
                claim.fact.is_some() && same.into_iter().any(|other| other.rank == ClaimRank::Disputed);
            let record = ClaimRecord::new(register, claim, parts.get(&claim.subject)?);
            Some(Self { mark: Mark::of(claim.id), id: claim.id, claim: record, disputed })
        });
        let mut rows: Vec<Self> = rows.collect();
        rows.sort_by_cached_key(|row| {
            (row.claim.partner.clone(), row.claim.subject(), row.claim.rank, row.id)
        });
        rows
    }

    /// The claims about an exchange.
    pub(crate) fn about(register: &Register, exchange: &Exchange, claims: &[Claim]) -> Vec<Self> {
        let about =
            About { subject: Subject::Exchange(exchange.id), partner: None, part: "exchange".to_owned() };
        let disputed = |claim: &Claim| {
            claims.iter().any(|other| other.fact == claim.fact && other.rank == ClaimRank::Disputed)
        };
        let row = |claim: &Claim| Self {
            mark: Mark::of(claim.id),
            id: claim.id,
            claim: ClaimRecord::new(register, claim, &about),
            disputed: claim.fact.is_some() && disputed(claim),
        };
        claims.iter().map(row).collect()
    }

    /// Its id.
    pub(crate) const fn id(&self) -> ClaimId {
        self.id
    }

    /// Whether it is about a partner.
    pub(crate) fn is_about(&self, partner: &Slug) -> bool {
        self.claim.partner.as_ref() == Some(partner)
    }

    /// Whether sources dispute its fact, and nobody has settled it.
    pub(crate) const fn is_disputed(&self) -> bool {
        self.disputed
    }
}

impl Record for ClaimRow {
    type Row = Self;

    fn row(&self) -> &Self {
        self
    }

    fn sheet(&self) -> Sheet {
        let claim = &self.claim;
        let facts = Section::new("")
            .entry("mark", self.mark.to_string())
            .maybe("partner", claim.partner.as_ref().map(Slug::as_str))
            .entry("says", claim.value.as_ref().map_or("as on record", Line::as_str))
            .known("source", claim.source_title.as_ref().map(Line::as_str))
            .entry("confidence", confidence(claim.confidence))
            .entry("rank", claim.rank.as_str())
            .maybe("remark", claim.note.as_ref().map(Markdown::as_str));
        Sheet::new(claim.subject(), "").with(facts)
    }
}

impl Row for ClaimRow {
    const COLUMNS: &'static [Column] = &[
        Column::whole("mark"),
        Column::whole("partner"),
        Column::wrapping("about"),
        Column::wrapping("says"),
        Column::wrapping("source"),
    ];
    const FIELDS: &'static [&'static str] = &[
        "mark",
        "id",
        "partner",
        "about",
        "fact",
        "value",
        "source",
        "source_title",
        "confidence",
        "rank",
        "note",
    ];

    fn cells(&self) -> Vec<Cell> {
        let claim = &self.claim;
        let value = claim.value.as_ref().map_or("as on record", Line::as_str);
        let rank = if claim.rank == ClaimRank::Preferred { "" } else { claim.rank.as_str() };
        vec![
            Cell::quiet(self.mark.to_string()),
            Cell::toned(claim.partner.as_ref().map_or("–", Slug::as_str), Tone::Strong),
            Cell::plain(claim.subject()),
            Cell::plain(value).below(rank),
            Cell::plain(claim.source.as_ref().map_or("none: inferred", Slug::as_str)),
        ]
    }

    fn values(&self) -> Vec<String> {
        let claim = &self.claim;
        vec![
            self.mark.to_string(),
            self.id.to_string(),
            value(claim.partner.as_ref()),
            claim.about.clone(),
            value(claim.fact.as_ref()),
            value(claim.value.as_ref()),
            value(claim.source.as_ref()),
            value(claim.source_title.as_ref()),
            claim.confidence.to_string(),
            claim.rank.to_string(),
            value(claim.note.as_ref()),
        ]
    }
}
