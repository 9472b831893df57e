//! Claims as files hold them: rows beside what they are about, and a list of those about exchanges.

use super::block::Block;
use super::reading::{Names, Reading};
use super::record::Record;
use super::sheet::{Cells, write_rows};
use super::table::Table;
use super::writing::Writing;
use crate::identity::{ExchangeId, Id};
use crate::source::{Claim, ClaimRank, Confidence, Subject};
use crate::text::Line;

const FILE: &str = "claims.csv";
const COLUMNS: &[&str] = &["exchange", "fact", "value", "source", "confidence", "rank", "note", "id"];

/// Notes the claims about a record, that stand beside it. Its name is unique among the records of its noun.
pub(super) fn read(reading: &Reading<'_>, table: &Table<'_>, subject: Subject, name: &str) {
    let claims = table.rows("claims", |row| read_one(reading, row, subject, name));
    reading.claims.borrow_mut().extend(claims);
}

fn read_one(reading: &Reading<'_>, row: &impl Record, subject: Subject, name: &str) -> Option<Claim> {
    let fact: Option<Line> = row.optional("fact");
    let value: Option<Line> = row.optional("value");
    let source = reading.sources.optional(row, "source");
    let confidence = row.required("confidence");
    let rank = row.optional("rank").unwrap_or(ClaimRank::Preferred);
    let note = row.optional("note");
    if row.has("value") && !row.has("fact") {
        row.fault("value", "a value needs its fact: say of what it is the value");
    }
    if !row.has("source") && confidence.is_some_and(|confidence| confidence != Confidence::Inferred) {
        row.fault("confidence", "name the source, or say that the claim is `inferred`");
    }
    let written = |line: &Option<Line>| line.as_ref().map_or(String::new(), ToString::to_string);
    let source_name: String = row.text("source").unwrap_or_default();
    let name = format!("{}/{name}/{}/{source_name}/{}", noun(subject), written(&fact), written(&value));
    let id = reading.ids.of(row, "claim", &name);
    Some(Claim { id, subject, fact, value, source, confidence: confidence?, rank, note })
}

/// What records of a claim's subject are called.
const fn noun(subject: Subject) -> &'static str {
    match subject {
        Subject::Programme(_) => "programme",
        Subject::Policy(_) => "policy",
        Subject::Partner(_) => "partner",
        Subject::Relationship(_) => "relationship",
        Subject::Term(_) => "term",
        Subject::Listing(_) => "listing",
        Subject::Application(_) => "application",
        Subject::Milestone(_) => "milestone",
        Subject::Agreement(_) => "agreement",
        Subject::Committee(_) => "committee",
        Subject::Gift(_) => "gift",
        Subject::Exchange(_) => "exchange",
    }
}

/// The claims about a record, to stand beside it.
pub(super) fn write<'a>(writing: &'a Writing<'_>, subject: Subject) -> impl Iterator<Item = Block> + 'a {
    writing.claims(subject).iter().map(|claim| {
        Block::new()
            .maybe("fact", claim.fact.as_ref())
            .maybe("value", claim.value.as_ref())
            .maybe("source", claim.source.and_then(|id| writing.source(id)))
            .with("confidence", &claim.confidence)
            .maybe("rank", written_rank(claim))
            .maybe("note", claim.note.as_ref())
            .id(claim.id)
    })
}

fn written_rank(claim: &Claim) -> Option<&ClaimRank> {
    Some(&claim.rank).filter(|rank| **rank != ClaimRank::Preferred)
}

/// Notes the claims about exchanges that have a list of their own.
pub(super) fn read_about_exchanges(reading: &Reading<'_>, exchanges: &Names<ExchangeId>) {
    let claims = reading.sheet(FILE, COLUMNS, |row| {
        let exchange = exchanges.required(row, "exchange");
        let slug = row.text("exchange").unwrap_or_default();
        let subject = Subject::Exchange(exchange.unwrap_or_else(|| Id::derived("exchange", &slug)));
        read_one(reading, row, subject, &slug).filter(|_| exchange.is_some())
    });
    reading.claims.borrow_mut().extend(claims);
}

/// The claims about exchanges that do not stand beside them.
pub(super) fn write_about_exchanges(writing: &Writing<'_>) -> Option<(String, String)> {
    let rows = writing.dataset.exchanges.iter().flat_map(|exchange| {
        let subject = Subject::Exchange(exchange.id);
        let beside = beside_exchange(writing, exchange.id).map(|claim| claim.id);
        let others = writing.claims(subject).iter().filter(move |claim| Some(claim.id) != beside);
        others.map(|claim| {
            Cells::default()
                .with("exchange", &exchange.slug)
                .maybe("fact", claim.fact.as_ref())
                .maybe("value", claim.value.as_ref())
                .maybe("source", claim.source.and_then(|id| writing.source(id)))
                .with("confidence", &claim.confidence)
                .maybe("rank", written_rank(claim))
                .maybe("note", claim.note.as_ref())
                .with("id", &super::field::IdText::of(claim.id))
        })
    });
    write_rows(COLUMNS, COLUMNS, rows).map(|text| (FILE.to_owned(), text))
}

/// Notes what an exchange as a whole rests on, from the columns of its own row.
pub(super) fn read_beside_exchange(reading: &Reading<'_>, row: &impl Record, id: ExchangeId, slug: &str) {
    let source = reading.sources.optional(row, "source");
    let confidence = row.optional::<Confidence>("confidence");
    if !row.has("confidence") {
        if row.has("source") {
            row.fault("confidence", "a source needs it: write verified, single or inferred");
        }
        return;
    }
    if !row.has("source") && confidence.is_some_and(|confidence| confidence != Confidence::Inferred) {
        row.fault("confidence", "name the source, or say that the exchange is `inferred`");
    }
    let Some(confidence) = confidence else {
        return;
    };
    let claim = Claim {
        id: reading.ids.under(row, "claim_id", "claim", &beside_name(slug)),
        subject: Subject::Exchange(id),
        fact: None,
        value: None,
        source,
        confidence,
        rank: ClaimRank::Preferred,
        note: None,
    };
    reading.claims.borrow_mut().push(claim);
}

fn beside_name(slug: &str) -> String {
    format!("exchange/{slug}")
}

/// The claim that fits into the row of its exchange: that the exchange as a whole rests on a source, and nothing more.
pub(super) fn beside_exchange<'a>(writing: &'a Writing<'_>, id: ExchangeId) -> Option<&'a Claim> {
    let plain = |claim: &&&Claim| {
        let more = claim.fact.is_some() || claim.value.is_some() || claim.note.is_some();
        !more && claim.rank == ClaimRank::Preferred
    };
    writing.claims(Subject::Exchange(id)).iter().find(plain).copied()
}

/// The id of the claim beside an exchange, where it is not the one that derives from the exchange's slug.
pub(super) fn beside_id(claim: &Claim, slug: &str) -> Option<super::field::IdText> {
    let derived: crate::ClaimId = Id::derived("claim", &beside_name(slug));
    (claim.id != derived).then(|| super::field::IdText::of(claim.id))
}
