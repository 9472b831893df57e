//! What an import does.

use serde::Serialize;
use signpost_core::store::import::NounSummary;

use crate::phrase;
use crate::printer::{Cell, Column, Row, Tone};

/// What an import does to the records of one noun.
#[derive(Debug, Serialize)]
pub(crate) struct NounRow {
    noun: &'static str,
    added: i64,
    changed: i64,
    unchanged: i64,
    removed: i64,
    left: i64,
}

impl NounRow {
    /// What an import does to a noun.
    pub(crate) const fn new(summary: &NounSummary) -> Self {
        let NounSummary { noun, added, changed, unchanged, removed, left } = *summary;
        Self { noun, added, changed, unchanged, removed, left }
    }
}

impl Row for NounRow {
    const COLUMNS: &'static [Column] = &[
        Column::whole("noun"),
        Column::number("added"),
        Column::number("changed"),
        Column::number("unchanged"),
        Column::number("removed"),
        Column::number("not in the folder"),
    ];
    const FIELDS: &'static [&'static str] = &["noun", "added", "changed", "unchanged", "removed", "left"];

    fn cells(&self) -> Vec<Cell> {
        let number = |number: i64, tone| match number {
            0 => Cell::quiet("–"),
            _ => Cell::toned(phrase::thousands(number.unsigned_abs()), tone),
        };
        vec![
            Cell::toned(self.noun.replace('_', " "), Tone::Strong),
            number(self.added, Tone::Good),
            number(self.changed, Tone::Soon),
            number(self.unchanged, Tone::Quiet),
            number(self.removed, Tone::Grave),
            number(self.left, Tone::Quiet),
        ]
    }

    fn values(&self) -> Vec<String> {
        let numbers = [self.added, self.changed, self.unchanged, self.removed, self.left];
        [self.noun.to_owned()].into_iter().chain(numbers.map(|number| number.to_string())).collect()
    }
}
