//! Terms and dormancies as files hold them.

use std::collections::HashMap;

use uuid::Uuid;

use super::block::Block;
use super::claim;
use super::fault::printable;
use super::field::text;
use super::reading::Reading;
use super::record::Record;
use super::table::Table;
use super::writing::Writing;
use crate::historic::HistoricDate;
use crate::identity::{DormancyId, Id, TermId};
use crate::policy::Policy;
use crate::relationship::{Approval, Dormancy, Ending, Kind, OrderFault, Relationship, Term, Vote};
use crate::source::Subject;

/// The ways in which a term ends, as files write them.
const ENDINGS: [&str; 4] = ["open", "by-policy", "recorded", "unrecorded"];

/// The terms of a partner's file, with their dormancies.
#[derive(Debug, Default)]
pub(super) struct Terms {
    /// The terms.
    pub(super) list: Vec<Term>,
    /// Their dormancies.
    pub(super) dormancies: Vec<Dormancy>,
    /// Whether every one of them could be read.
    whole: bool,
    /// The terms as the file lists them, whether or not they could be read.
    listed: Vec<TermId>,
    /// The lines of terms and dormancies.
    lines: HashMap<Uuid, usize>,
}

/// The terms of a partner's file.
pub(super) fn read(reading: &Reading<'_>, file: &Table<'_>, partner: &str, policy: &Policy) -> Terms {
    let mut read = Terms::default();
    let rows = || file.rows("terms", |row| read.read_one(reading, row, partner, policy));
    (read.list, read.whole) = reading.whole(rows);
    read
}

impl Terms {
    fn read_one(
        &mut self,
        reading: &Reading<'_>,
        row: &Table<'_>,
        partner: &str,
        policy: &Policy,
    ) -> Option<Term> {
        let kind: Option<Kind> = row.required("kind");
        let start: Option<HistoricDate> = row.optional("start");
        let ending = read_ending(row, start, policy);
        let approval = read_approval(row, "approved");
        let sponsor = row.optional("sponsor");
        let note = row.optional("note");
        let key = format!("{partner}/{}/{}", text(kind.as_ref()), text(start.as_ref()));
        let id: TermId = reading.ids.of(row, "term", &key);
        let continues = self.continued(row);
        self.listed.push(id);
        self.lines.insert(id.uuid(), row.line());
        self.read_dormancies(reading, row, &key, id);
        claim::read(reading, row, Subject::Term(id), &key);
        Some(Term { id, kind: kind?, start, ending: ending?, continues, approval, sponsor, note })
    }

    /// The term that a record continues: the one before it, or one that stands earlier in the file, by its id.
    fn continued(&self, row: &impl Record) -> Option<TermId> {
        let continues = row.text("continues")?;
        let earlier = match continues.as_str() {
            "true" => self.listed.last().copied(),
            id => self.listed.iter().find(|listed| listed.to_string() == id).copied(),
        };
        if earlier.is_none() {
            let text =
                "write `true` to continue the term before this one, or the id of one that stands earlier";
            row.fault("continues", format!("`{}` is no such term: {text}", printable(&continues)));
        }
        earlier
    }

    fn read_dormancies(&mut self, reading: &Reading<'_>, row: &Table<'_>, key: &str, term: TermId) {
        let dormancies = row.rows("dormancies", |row| {
            let start: Option<HistoricDate> = row.optional("start");
            let end = row.optional("end");
            let note = row.optional("note");
            let id: DormancyId = reading.ids.of(row, "dormancy", &format!("{key}/{}", text(start.as_ref())));
            self.lines.insert(id.uuid(), row.line());
            Some(Dormancy { id, term, start, end, note })
        });
        self.dormancies.extend(dormancies);
    }

    /// The term that a record names: by its start, where that is its own among these, else by its id.
    pub(super) fn find(&self, row: &impl Record, key: &'static str) -> Option<TermId> {
        let name = row.text(key)?;
        let start = |term: &Term| text(term.start.as_ref());
        let mut found = self.list.iter().filter(|term| term.id.to_string() == name || start(term) == name);
        match (found.next(), found.next()) {
            (Some(term), None) => return Some(term.id),
            (Some(_), Some(_)) => {
                row.fault(
                    key,
                    format!("several terms start `{name}`: write the id of the one that is meant"),
                );
            }
            _ if self.whole => {
                let hint = row.nearest().hint(&name, self.list.iter().map(start));
                row.fault(
                    key,
                    format!("no term starts `{}`: write the start of one{hint}", printable(&name)),
                );
            }
            _ => {}
        }
        None
    }

    /// Notes every reason why the dates of a relationship that has these terms cannot be true together.
    pub(super) fn check(&self, reading: &Reading<'_>, file: &str, relationship: &Relationship) {
        for fault in relationship.order_faults() {
            let blamed = match fault {
                OrderFault::Backwards { term, .. }
                | OrderFault::BrokenChain { term, .. }
                | OrderFault::Gap { term, .. }
                | OrderFault::Overlap { terms: (_, term), .. } => term.uuid(),
                OrderFault::DormancyOutside { dormancy, .. } => dormancy.uuid(),
            };
            reading.faults.add(file, self.lines.get(&blamed).copied(), fault.to_string());
        }
    }
}

fn read_ending(row: &Table<'_>, start: Option<HistoricDate>, policy: &Policy) -> Option<Ending> {
    let ending: Option<String> = row.required("ending");
    let end: Option<HistoricDate> = row.optional("end");
    let cause = row.optional("end_cause");
    let reason = row.optional("end_reason");
    let ending = ending?;
    let without = |keys: &[&'static str]| {
        for key in keys.iter().filter(|key| row.has(key)) {
            row.fault(key, format!("a term whose ending is `{ending}` has none: leave it out"));
        }
    };
    match ending.as_str() {
        "open" | "unrecorded" => {
            without(&["end", "end_cause", "end_reason"]);
            Some(if ending == "open" { Ending::Open } else { Ending::Unrecorded })
        }
        "by-policy" => {
            without(&["end_cause", "end_reason"]);
            read_end_by_policy(row, start, end, policy)
        }
        "recorded" => {
            for key in ["end", "end_cause"].into_iter().filter(|key| !row.has(key)) {
                row.fault_here(format!("`{key}` is missing here: the ending is on record"));
            }
            Some(Ending::Recorded { on: end?, cause: cause?, reason })
        }
        _ => {
            let text = format!("`{}` is not one of {}", printable(&ending), ENDINGS.join(", "));
            row.fault("ending", text);
            None
        }
    }
}

/// The end that is given, or that the policy of the start gives.
fn read_end_by_policy(
    row: &Table<'_>,
    start: Option<HistoricDate>,
    end: Option<HistoricDate>,
    policy: &Policy,
) -> Option<Ending> {
    let Some(start) = start.and_then(HistoricDate::day) else {
        row.fault("start", "only a term whose start is known to the day ends by policy: write `recorded`");
        return None;
    };
    if row.has("end") {
        let day = end?.day();
        if day.is_none() {
            row.fault("end", "an end by policy is a day: write one as 2018-09-20, or leave it out");
        }
        return day.map(Ending::ByPolicy);
    }
    let period = policy.friendship_term(start);
    if period.is_none() {
        row.fault("ending", format!("no rule `friendship-term` was in force on {start}: write the `end`"));
    }
    period.map(|period| Ending::ByPolicy(period.after(start)))
}

/// What is on record of the Council's decision, if anything is.
pub(super) fn read_approval(row: &Table<'_>, date: &'static str) -> Option<Approval> {
    let approval = Approval {
        on: row.optional(date),
        resolution: row.optional("resolution"),
        vote: row.optional::<Vote>("vote"),
        agenda: row.optional("agenda"),
        record_number: row.optional("record_number"),
    };
    (approval != Approval::default()).then_some(approval)
}

/// What a term is called in files.
pub(super) fn name(terms: &[Term], id: TermId) -> String {
    let start = terms.iter().find(|term| term.id == id).and_then(|term| term.start);
    let namesakes = terms.iter().filter(|term| term.start == start).count();
    match start {
        Some(start) if namesakes == 1 => start.to_string(),
        _ => id.uuid().to_string(),
    }
}

/// The terms, each under its heading and followed by its dormancies.
pub(super) fn write(writing: &Writing<'_>, relationship: &Relationship) -> String {
    let mut before = None;
    let mut text = String::new();
    for term in &relationship.terms {
        text += &write_term(writing, term, before);
        let dormancies = relationship.dormancies.iter().filter(|dormancy| dormancy.term == term.id);
        for dormancy in dormancies {
            text += &Block::new()
                .maybe("start", dormancy.start.as_ref())
                .maybe("end", dormancy.end.as_ref())
                .maybe("note", dormancy.note.as_ref())
                .id(dormancy.id)
                .under("[[terms.dormancies]]");
        }
        before = Some(term.id);
    }
    text
}

fn write_term(writing: &Writing<'_>, term: &Term, before: Option<TermId>) -> String {
    let block = Block::new().with("kind", &term.kind).maybe("start", term.start.as_ref());
    let block = match term.continues {
        None => block,
        Some(id) if Some(id) == before => block.yes("continues"),
        Some(id) => block.with("continues", &id.to_string()),
    };
    let end = term.end();
    let (ending, cause, reason) = match &term.ending {
        Ending::Open => ("open", None, None),
        Ending::ByPolicy(_) => ("by-policy", None, None),
        Ending::Recorded { cause, reason, .. } => ("recorded", Some(cause), reason.as_ref()),
        Ending::Unrecorded => ("unrecorded", None, None),
    };
    let block = block
        .with("ending", &ending.to_owned())
        .maybe("end", end.as_ref())
        .maybe("end_cause", cause)
        .maybe("end_reason", reason);
    write_approval(block, "approved", term.approval.as_ref())
        .maybe("sponsor", term.sponsor.as_ref())
        .maybe("note", term.note.as_ref())
        .id(term.id)
        .rows("claims", claim::write(writing, Subject::Term(term.id)))
        .under("[[terms]]")
}

/// A block with what is on record of the Council's decision.
pub(super) fn write_approval(block: Block, date: &'static str, approval: Option<&Approval>) -> Block {
    let Some(approval) = approval else {
        return block;
    };
    block
        .maybe(date, approval.on.as_ref())
        .maybe("resolution", approval.resolution.as_ref())
        .maybe("vote", approval.vote.as_ref())
        .maybe("agenda", approval.agenda.as_ref())
        .maybe("record_number", approval.record_number.as_ref())
}
