//! The change record itself: what is wrong with it, and what was taken out of it.

use jiff::Timestamp;
use serde::Serialize;
use signpost_core::database::Connection;
use signpost_core::store::StoreError;
use signpost_core::store::redaction::{Mark, Passage};
use signpost_core::store::verification::{Fault, FaultKind};
use signpost_core::{ChangeId, TimeZoneName};
use uuid::Uuid;

use super::{Names, value};
use crate::phrase;
use crate::printer::{Cell, Column, Row, Tone};

/// Something that was written past the change record.
#[derive(Debug, Serialize)]
pub(crate) struct FaultRow {
    finding: &'static str,
    noun: String,
    record: String,
    row: Uuid,
    change: Option<ChangeId>,
    words: &'static str,
}

/// An entry of the change record that something is to be taken out of.
#[derive(Debug, Serialize)]
pub(crate) struct PassageRow {
    change: ChangeId,
    at: Timestamp,
    noun: String,
    record: String,
    fields: Vec<String>,
    #[serde(skip)]
    zone: Option<TimeZoneName>,
}

/// An entry of the change record that something was taken out of.
#[derive(Debug, Serialize)]
pub(crate) struct MarkRow {
    change: ChangeId,
    noun: String,
    record: String,
    fields: Vec<String>,
    authority: String,
}

impl FaultRow {
    /// What is wrong, with what the rows are called.
    pub(crate) async fn all_of(
        connection: &mut Connection,
        faults: &[Fault],
    ) -> Result<Vec<Self>, StoreError> {
        let names = Names::of_rows(connection, faults.iter().map(|fault| fault.row)).await?;
        let row = |fault: &Fault| {
            let (finding, words) = finding(fault.kind);
            let record = names.of(fault.row, &fault.noun);
            Self { finding, noun: fault.noun.clone(), record, row: fault.row, change: fault.change, words }
        };
        Ok(faults.iter().map(row).collect())
    }
}

const fn finding(kind: FaultKind) -> (&'static str, &'static str) {
    match kind {
        FaultKind::BrokenChain => ("broken-chain", "an entry does not begin where the one before it ended"),
        FaultKind::Differs => ("differs", "it is not as its last change left it"),
        FaultKind::Gone => ("gone", "it is gone, and no change says so"),
        FaultKind::Left => ("left", "it is there, though a change removed it"),
        FaultKind::Unrecorded => ("unrecorded", "it is there, and no change says so"),
        FaultKind::UnknownMark => ("unknown-mark", "something was taken out, and no redaction says so"),
    }
}

impl Row for FaultRow {
    const COLUMNS: &'static [Column] =
        &[Column::wrapping("record"), Column::wrapping("finding"), Column::fixed("change", 13)];
    const FIELDS: &'static [&'static str] = &["finding", "noun", "record", "row", "change", "words"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::toned(self.record.as_str(), Tone::Strong),
            Cell::plain(self.words),
            Cell::plain(self.change.map(beginning).unwrap_or_default()),
        ]
    }

    fn values(&self) -> Vec<String> {
        vec![
            self.finding.to_owned(),
            self.noun.clone(),
            self.record.clone(),
            self.row.to_string(),
            value(self.change),
            self.words.to_owned(),
        ]
    }
}

impl PassageRow {
    /// What is to be taken out, with what the rows are called; times are shown in the host's zone.
    pub(crate) async fn all_of(
        connection: &mut Connection,
        passages: &[Passage],
        zone: Option<&TimeZoneName>,
    ) -> Result<Vec<Self>, StoreError> {
        let names = Names::of_rows(connection, passages.iter().map(|passage| passage.row)).await?;
        let row = |passage: &Passage| Self {
            change: passage.change,
            at: passage.at,
            noun: passage.noun.clone(),
            record: names.of(passage.row, &passage.noun),
            fields: passage.fields.clone(),
            zone: zone.cloned(),
        };
        Ok(passages.iter().map(row).collect())
    }
}

impl Row for PassageRow {
    const COLUMNS: &'static [Column] = &[
        Column::fixed("change", 13),
        Column::fixed("when", 16),
        Column::wrapping("record"),
        Column::wrapping("to be taken out"),
    ];
    const FIELDS: &'static [&'static str] = &["change", "at", "noun", "record", "fields"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::toned(beginning(self.change), Tone::Strong),
            Cell::plain(phrase::minute(self.at, self.zone.as_ref())),
            Cell::plain(self.record.as_str()),
            Cell::plain(listed(&self.fields)),
        ]
    }

    fn values(&self) -> Vec<String> {
        vec![
            self.change.to_string(),
            self.at.to_string(),
            self.noun.clone(),
            self.record.clone(),
            self.fields.join(" "),
        ]
    }
}

impl MarkRow {
    /// What was taken out, with what the rows are called.
    pub(crate) async fn all_of(connection: &mut Connection, marks: &[Mark]) -> Result<Vec<Self>, StoreError> {
        let names = Names::of_rows(connection, marks.iter().map(|mark| mark.row)).await?;
        let row = |mark: &Mark| Self {
            change: mark.change,
            noun: mark.noun.clone(),
            record: names.of(mark.row, &mark.noun),
            fields: mark.fields.clone(),
            authority: mark.authority.clone(),
        };
        Ok(marks.iter().map(row).collect())
    }

    /// Whose entry it was.
    pub(crate) fn heading(&self) -> String {
        format!("{}, in change {}", self.record, beginning(self.change))
    }

    /// What was taken out, and by whose authority: `email, by authority of the City Clerk`.
    pub(crate) fn saying(&self) -> String {
        format!("{}, by authority: {}", listed(&self.fields), self.authority)
    }
}

fn listed(fields: &[String]) -> String {
    fields.join(", ").replace('_', " ")
}

/// The beginning of a change's id, as the log prints it.
fn beginning(change: ChangeId) -> String {
    change.to_string().chars().take(13).collect()
}
