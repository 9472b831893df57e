//! Changes: who changed what, when and why.

use jiff::Timestamp;
use serde::Serialize;
use signpost_core::store::audit::{Change, Logged, NounCount};
use signpost_core::{ChangeId, TimeZoneName};

use super::{DifferenceRow, MarkRow, value};
use crate::phrase;
use crate::printer::{Cell, Column, Record, Row, Section, Sheet, Tone};

/// A change in a list.
#[derive(Debug, Serialize)]
pub(crate) struct ChangeRow {
    id: ChangeId,
    at: Timestamp,
    actor: String,
    command: Option<String>,
    reason: Option<String>,
    undoes: Option<ChangeId>,
    touched: Vec<NounCount>,
    #[serde(skip)]
    handle: String,
    #[serde(skip)]
    zone: Option<TimeZoneName>,
}

/// A change, whole.
#[derive(Debug, Serialize)]
pub(crate) struct ChangeRecord {
    #[serde(flatten)]
    row: ChangeRow,
    undone_by: Option<ChangeId>,
    differences: Vec<DifferenceRow>,
    redacted: Vec<MarkRow>,
}

impl ChangeRow {
    /// A change of the log; its time is shown in the host's zone, where there is a host.
    pub(crate) fn new(logged: &Logged, zone: Option<&TimeZoneName>) -> Self {
        let Change { id, at, actor, reason, command, undoes } = logged.change.clone();
        let (touched, handle) = (logged.nouns.clone(), logged.handle.clone());
        Self { id, at, actor, command, reason, undoes, touched, handle, zone: zone.cloned() }
    }

    fn time(&self) -> String {
        phrase::minute(self.at, self.zone.as_ref())
    }

    fn what(&self) -> &str {
        self.command.as_deref().unwrap_or("by hand")
    }

    /// What it touched: `1 partner, 12 terms`.
    fn touched(&self) -> String {
        let nouns = self.touched.iter().map(|count| phrase::count(count.rows, &count.noun.replace('_', " ")));
        nouns.collect::<Vec<_>>().join(", ")
    }
}

impl Row for ChangeRow {
    const COLUMNS: &'static [Column] = &[
        Column::fixed("change", 16),
        Column::fixed("when", 16),
        Column::fixed("who", 14),
        Column::wrapping("what"),
    ];
    const FIELDS: &'static [&'static str] = &["id", "at", "actor", "command", "reason", "undoes", "touched"];

    fn cells(&self) -> Vec<Cell> {
        let why = self.reason.clone().unwrap_or_else(|| self.touched());
        vec![
            Cell::toned(self.handle.as_str(), Tone::Strong),
            Cell::plain(self.time()),
            Cell::plain(self.actor.as_str()),
            Cell::plain(self.what()).below(why),
        ]
    }

    fn values(&self) -> Vec<String> {
        vec![
            self.id.to_string(),
            self.at.to_string(),
            self.actor.clone(),
            self.command.clone().unwrap_or_default(),
            self.reason.clone().unwrap_or_default(),
            value(self.undoes),
            self.touched(),
        ]
    }
}

impl ChangeRecord {
    /// A change with what it did, the change that reversed it, and what it took out of the record.
    pub(crate) const fn new(
        row: ChangeRow,
        undone_by: Option<ChangeId>,
        differences: Vec<DifferenceRow>,
        redacted: Vec<MarkRow>,
    ) -> Self {
        Self { row, undone_by, differences, redacted }
    }

    /// What it did, record by record.
    fn records(&self) -> Section {
        let mut records: Vec<(String, Vec<String>)> = Vec::new();
        for difference in &self.differences {
            if let Some(heading) = difference.heading() {
                records.push((heading, Vec::new()));
            }
            if let Some((_, fields)) = records.last_mut() {
                fields.push(difference.saying());
            }
        }
        let section = Section::new(if self.redacted.is_empty() { "What it did" } else { "What it took out" });
        records.extend(self.redacted.iter().map(|mark| (mark.heading(), vec![mark.saying()])));
        records
            .into_iter()
            .fold(section, |section, (heading, fields)| section.text(heading, fields.join("\n")))
    }
}

impl Record for ChangeRecord {
    type Row = ChangeRow;

    fn row(&self) -> &ChangeRow {
        &self.row
    }

    fn sheet(&self) -> Sheet {
        let row = &self.row;
        let zone = row.zone.as_ref().map(|zone| format!(", {zone}")).unwrap_or_default();
        let facts = Section::new("")
            .entry("change", row.id.to_string())
            .entry("who", row.actor.as_str())
            .entry("when", format!("{}{zone}", row.time()))
            .maybe("why", row.reason.as_deref())
            .entry("touched", row.touched())
            .maybe("undoes", row.undoes.map(|id| id.to_string()))
            .maybe("undone by", self.undone_by.map(|id| id.to_string()));
        Sheet::new(phrase::capitalised(row.what()), "").with(facts).with(self.records())
    }
}
