//! Relationships, terms and what surrounds them, made of little.

use signpost_core::{
    Application, ApplicationId, EndCause, Ending, HistoricDate, Id, Kind, Listing, ListingId, Relationship,
    RelationshipId, Term, TermId,
};

pub(crate) fn historic(text: &str) -> HistoricDate {
    text.parse().unwrap()
}

pub(crate) fn friendship(name: &str, start: &str) -> Term {
    Term {
        id: TermId::derived("term", name),
        kind: Kind::Friendship,
        start: Some(historic(start)),
        ending: Ending::Unrecorded,
        continues: None,
        approval: None,
        sponsor: None,
        note: None,
    }
}

pub(crate) fn sister(name: &str, start: &str) -> Term {
    Term { kind: Kind::Sister, ending: Ending::Open, ..friendship(name, start) }
}

/// The term with an end on record, at which it ran out.
pub(crate) fn recorded(term: Term, end: &str) -> Term {
    Term { ending: Ending::Recorded { on: historic(end), cause: EndCause::Expiry, reason: None }, ..term }
}

pub(crate) fn relationship(terms: impl IntoIterator<Item = Term>) -> Relationship {
    let mut made = Relationship::new(RelationshipId::derived("", ""));
    made.terms.extend(terms);
    made
}

pub(crate) fn listing(seen: &str) -> Listing {
    Listing {
        id: ListingId::derived("listing", seen),
        kind: Kind::Friendship,
        seen: seen.parse().unwrap(),
        note: None,
    }
}

pub(crate) fn application(on: &str) -> Application {
    Application {
        id: ApplicationId::derived("application", on),
        kind: Kind::Friendship,
        on: historic(on),
        missing: None,
        outcome: None,
        published_at: None,
        note: None,
    }
}
