//! Relationships, terms and what surrounds them, made of little.

use signpost_core::{
    Agreement, AgreementId, Application, ApplicationId, Approval, EndCause, Ending, HistoricDate, Id, Kind,
    Listing, ListingId, Policy, PolicyId, PolicyRule, Relationship, RelationshipId, Renewal, Rule, Side,
    Signatory, SignatoryId, Term, TermId,
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

/// What the Council decided on a date, and nothing more of it on record.
pub(crate) fn approved(on: &str) -> Approval {
    Approval { on: Some(historic(on)), ..Approval::default() }
}

pub(crate) fn renewal(on: &str) -> Renewal {
    Renewal { approval: approved(on), ..Renewal::default() }
}

/// A memorandum signed by these sides.
pub(crate) fn memorandum(signed: &str, sides: &[Side]) -> Agreement {
    let signatory = |side: &Side| Signatory {
        id: SignatoryId::derived(signed, side.as_str()),
        side: *side,
        name: None,
        office: Some("Mayor".parse().unwrap()),
        on_behalf_of: None,
    };
    Agreement {
        id: AgreementId::derived("agreement", signed),
        term: None,
        title: "Memorandum of Understanding".parse().unwrap(),
        signed: Some(historic(signed)),
        place: None,
        method: None,
        signatories: sides.iter().map(signatory).collect(),
        published_at: None,
        note: None,
    }
}

pub(crate) const BOTH: &[Side] = &[Side::Host, Side::Partner];

pub(crate) fn rule(name: &str, value: &str, from: Option<&str>) -> PolicyRule {
    PolicyRule {
        id: PolicyId::derived(name, value),
        rule: Rule::parse(name, value).unwrap(),
        from: from.map(historic),
        until: None,
        note: None,
    }
}

/// The policy of which a friendship lasts two years.
pub(crate) fn two_years() -> Policy {
    Policy { rules: vec![rule("friendship-term", "P2Y", None)] }
}
