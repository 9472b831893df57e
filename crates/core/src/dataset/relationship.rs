//! A relationship as a partner's file holds it.

use super::block::Block;
use super::field::text;
use super::programme::{find_rule, rule_name};
use super::reading::Reading;
use super::record::Record;
use super::table::Table;
use super::term::{read_approval, write_approval};
use super::writing::Writing;
use super::{agreement, claim, committee, gift, term};
use crate::historic::{HistoricDate, HistoricSpan};
use crate::identity::{CompletenessId, Id, RelationshipId};
use crate::policy::{Policy, PolicyException};
use crate::relationship::{
    Application, CompleteYear, Decision, Kind, Listing, Milestone, Outcome, Relationship,
};
use crate::source::Subject;
use crate::text::{Line, Markdown};

/// The relationship of a partner's file.
pub(super) fn read(reading: &Reading<'_>, file: &Table<'_>, partner: &str, policy: &Policy) -> Relationship {
    let head = file.inner("relationship", |table| read_head(reading, table, partner));
    let (id, note) = head.unwrap_or_else(|| (Id::derived("relationship", partner), None));
    let terms = term::read(reading, file, partner, policy);
    let agreements = agreement::read(reading, file, partner, &terms);
    let relationship = Relationship {
        id,
        terms: terms.list.clone(),
        dormancies: terms.dormancies.clone(),
        listings: read_listings(reading, file, partner),
        applications: read_applications(reading, file, partner),
        milestones: read_milestones(reading, file, partner),
        agreements,
        committees: committee::read(reading, file, partner),
        gifts: gift::read(reading, file, partner),
        complete_years: read_complete_years(reading, file, partner),
        note,
    };
    terms.check(reading, file.file(), &relationship);
    read_exceptions(reading, file, id, policy, partner);
    relationship
}

fn read_head(reading: &Reading<'_>, table: &Table<'_>, partner: &str) -> (RelationshipId, Option<Markdown>) {
    let note = table.optional("note");
    let id = reading.ids.of(table, "relationship", partner);
    claim::read(reading, table, Subject::Relationship(id), partner);
    (id, note)
}

fn read_listings(reading: &Reading<'_>, file: &Table<'_>, partner: &str) -> Vec<Listing> {
    file.rows("listings", |row| {
        let kind: Option<Kind> = row.required("kind");
        let seen: Option<HistoricSpan> = row.required("seen");
        let note = row.optional("note");
        let key = format!("{partner}/{}/{}", text(kind.as_ref()), text(seen.as_ref()));
        let id = reading.ids.of(row, "listing", &key);
        claim::read(reading, row, Subject::Listing(id), &key);
        Some(Listing { id, kind: kind?, seen: seen?, note })
    })
}

fn read_applications(reading: &Reading<'_>, file: &Table<'_>, partner: &str) -> Vec<Application> {
    file.rows("applications", |row| {
        let kind: Option<Kind> = row.required("kind");
        let on: Option<HistoricDate> = row.required("on");
        let missing = row.optional("missing");
        let decision: Option<Decision> = row.optional("decision");
        let approval = read_approval(row, "decided");
        let published_at = row.optional("published_at");
        let note = row.optional("note");
        let key = format!("{partner}/{}/{}", text(kind.as_ref()), text(on.as_ref()));
        let id = reading.ids.of(row, "application", &key);
        claim::read(reading, row, Subject::Application(id), &key);
        if approval.is_some() && !row.has("decision") {
            row.fault_here("`decision` is missing here: write approved, declined or withdrawn");
        }
        let decided = approval.as_ref().and_then(|approval| approval.on);
        if let (Some(on), Some(decided)) = (on, decided)
            && decided.last() < on.first()
        {
            row.fault("decided", format!("`{decided}` is before `{on}`, when the application was made"));
        }
        let outcome = decision.map(|decision| Outcome { decision, approval: approval.unwrap_or_default() });
        Some(Application { id, kind: kind?, on: on?, missing, outcome, published_at, note })
    })
}

fn read_milestones(reading: &Reading<'_>, file: &Table<'_>, partner: &str) -> Vec<Milestone> {
    file.rows("milestones", |row| {
        let on = row.optional("on");
        let what: Option<Line> = row.required("what");
        let key = format!("{partner}/{}/{}", text(on.as_ref()), text(what.as_ref()));
        let id = reading.ids.of(row, "milestone", &key);
        claim::read(reading, row, Subject::Milestone(id), &key);
        Some(Milestone { id, on, what: what? })
    })
}

fn read_complete_years(reading: &Reading<'_>, file: &Table<'_>, partner: &str) -> Vec<CompleteYear> {
    let mut years = Vec::new();
    file.rows("complete_years", |row| {
        let year: Option<i16> = row.required("year");
        let note = row.optional("note");
        let id: CompletenessId =
            reading.ids.of(row, "complete year", &format!("{partner}/{}", text(year.as_ref())));
        let year = year?;
        if years.contains(&year) {
            row.fault("year", format!("`{year}` is stated twice: leave it out here"));
        }
        years.push(year);
        Some(CompleteYear { id, year, note })
    })
}

fn read_exceptions(
    reading: &Reading<'_>,
    file: &Table<'_>,
    relationship: RelationshipId,
    policy: &Policy,
    partner: &str,
) {
    let exceptions = file.rows("policy_exceptions", |row| {
        let rule = find_rule(policy, row, "rule");
        let decided: Option<HistoricDate> = row.required("decided");
        let authority = row.required("authority");
        let reason = row.required("reason");
        let record_number = row.optional("record_number");
        let named = row.text("rule").unwrap_or_default();
        let id =
            reading.ids.of(row, "policy exception", &format!("{partner}/{named}/{}", text(decided.as_ref())));
        let (authority, reason) = (authority?, reason?);
        Some(PolicyException {
            id,
            rule: rule?,
            relationship,
            decided: decided?,
            authority,
            reason,
            record_number,
        })
    });
    reading.exceptions.borrow_mut().extend(exceptions);
}

/// The relationship, from its own table on.
pub(super) fn write(writing: &Writing<'_>, relationship: &Relationship) -> String {
    let head = Block::new()
        .maybe("note", relationship.note.as_ref())
        .id(relationship.id)
        .rows("claims", claim::write(writing, Subject::Relationship(relationship.id)))
        .under("[relationship]");
    let parts = [
        head,
        term::write(writing, relationship),
        write_listings(writing, &relationship.listings),
        write_applications(writing, &relationship.applications),
        agreement::write(writing, relationship),
        write_milestones(writing, &relationship.milestones),
        committee::write(writing, &relationship.committees),
        gift::write(writing, &relationship.gifts),
        write_complete_years(&relationship.complete_years),
        write_exceptions(writing, relationship.id),
    ];
    parts.concat()
}

fn write_listings(writing: &Writing<'_>, listings: &[Listing]) -> String {
    let blocks = listings.iter().map(|listing| {
        Block::new()
            .with("kind", &listing.kind)
            .with("seen", &listing.seen)
            .maybe("note", listing.note.as_ref())
            .id(listing.id)
            .rows("claims", claim::write(writing, Subject::Listing(listing.id)))
            .under("[[listings]]")
    });
    blocks.collect()
}

fn write_applications(writing: &Writing<'_>, applications: &[Application]) -> String {
    let blocks = applications.iter().map(|application| {
        let outcome = application.outcome.as_ref();
        let block = Block::new()
            .with("kind", &application.kind)
            .with("on", &application.on)
            .maybe("missing", application.missing.as_ref())
            .maybe("decision", outcome.map(|outcome| outcome.decision).as_ref());
        write_approval(block, "decided", outcome.map(|outcome| &outcome.approval))
            .maybe("published_at", application.published_at.as_ref())
            .maybe("note", application.note.as_ref())
            .id(application.id)
            .rows("claims", claim::write(writing, Subject::Application(application.id)))
            .under("[[applications]]")
    });
    blocks.collect()
}

fn write_milestones(writing: &Writing<'_>, milestones: &[Milestone]) -> String {
    let blocks = milestones.iter().map(|milestone| {
        Block::new()
            .maybe("on", milestone.on.as_ref())
            .with("what", &milestone.what)
            .id(milestone.id)
            .rows("claims", claim::write(writing, Subject::Milestone(milestone.id)))
            .under("[[milestones]]")
    });
    blocks.collect()
}

fn write_complete_years(years: &[CompleteYear]) -> String {
    let blocks = years.iter().map(|complete| {
        Block::new()
            .with("year", &complete.year)
            .maybe("note", complete.note.as_ref())
            .id(complete.id)
            .under("[[complete_years]]")
    });
    blocks.collect()
}

fn write_exceptions(writing: &Writing<'_>, relationship: RelationshipId) -> String {
    let blocks = writing.exceptions(relationship).iter().map(|exception| {
        Block::new()
            .with("rule", &rule_name(writing, exception.rule))
            .with("decided", &exception.decided)
            .with("authority", &exception.authority)
            .with("reason", &exception.reason)
            .maybe("record_number", exception.record_number.as_ref())
            .id(exception.id)
            .under("[[policy_exceptions]]")
    });
    blocks.collect()
}
