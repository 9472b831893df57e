//! What a change does to the record, field by field.

use serde::Serialize;
use serde_json::{Map, Value};
use signpost_core::database::Connection;
use signpost_core::store::StoreError;
use signpost_core::store::change::Entry;

use super::naming::{Fields, Names, date};
use crate::printer::{Cell, Column, Row, Tone};

/// What a change does to one field of one record.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct DifferenceRow {
    noun: String,
    record: String,
    action: &'static str,
    field: String,
    before: Value,
    after: Value,
    #[serde(skip)]
    is_first: First,
}

/// Whether a field is the first of its record: only then the record's name is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum First {
    Yes,
    No,
}

/// What the public and staff have no use for: ids, hashes, and what is computed from other fields.
const HIDDEN: [&str; 5] = ["id", "sha256", "certain", "only_row", "follows"];

/// Days between the first and the last possible one of a span, told by those.
const WITHIN_SPANS: [&str; 2] = ["_from_last", "_to_first"];

impl DifferenceRow {
    /// The fields that a change touches, record by record, in the order in which it touches them.
    pub(crate) async fn all_of(
        connection: &mut Connection,
        entries: &[Entry],
    ) -> Result<Vec<Self>, StoreError> {
        let names = Names::of_entries(connection, entries).await?;
        Ok(entries.iter().flat_map(|entry| Self::of_entry(&names, entry)).collect())
    }

    fn of_entry(names: &Names, entry: &Entry) -> Vec<Self> {
        let action = match (&entry.before, &entry.after) {
            (None, _) => "added",
            (_, None) => "removed",
            _ => "changed",
        };
        let nothing = Map::new();
        let content = |value: &Option<Value>| value.as_ref().and_then(Value::as_object).cloned();
        let (before, after) = (content(&entry.before), content(&entry.after));
        let record = names.of_row(&entry.noun, after.as_ref().or(before.as_ref()).unwrap_or(&nothing));
        let (before, after) = (told(names, before), told(names, after));
        let fields = before.keys().chain(after.keys().filter(|field| !before.contains_key(*field)));
        let value = |values: &Fields, field: &str| values.get(field).cloned().unwrap_or_default();
        let rows = fields.map(|field| Self {
            noun: entry.noun.clone(),
            record: record.clone(),
            action,
            field: field.clone(),
            before: value(&before, field),
            after: value(&after, field),
            is_first: First::No,
        });
        let mut rows: Vec<Self> = rows.filter(|row| row.before != row.after).collect();
        if let Some(first) = rows.first_mut() {
            first.is_first = First::Yes;
        }
        rows
    }

    /// The record, and what became of it, where this is the first of its fields.
    pub(crate) fn heading(&self) -> Option<String> {
        (self.is_first == First::Yes).then(|| format!("{}, {}", self.record, self.action))
    }

    /// What became of the field: `title: Home → Home again`.
    pub(crate) fn saying(&self) -> String {
        let field = self.field.replace('_', " ");
        match (self.action, words(&self.before), words(&self.after)) {
            ("added", _, after) => format!("{field}: {after}"),
            ("removed", before, _) => format!("{field}: {before}"),
            (_, before, after) => format!("{field}: {before} → {after}"),
        }
    }
}

/// The fields of a row as they are told: dates whole, references by name.
fn told(names: &Names, fields: Option<Fields>) -> Fields {
    let fields = fields.unwrap_or_default();
    let mut told = Fields::new();
    for (field, value) in &fields {
        let is_within = WITHIN_SPANS.iter().any(|end| field.ends_with(end));
        if HIDDEN.contains(&field.as_str()) || is_within {
            continue;
        }
        match field.strip_suffix("_first").or_else(|| field.strip_suffix("_last")) {
            Some(name) if fields.contains_key(&format!("{name}_first")) => {
                told.insert(name.to_owned(), date(&fields, name).into());
            }
            _ => drop(told.insert(field.clone(), names.of_value(value))),
        }
    }
    told
}

/// A value as a person reads it.
fn words(value: &Value) -> String {
    match value {
        Value::Null => "–".to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// A value as CSV has it.
fn bare(value: &Value) -> String {
    if value.is_null() { String::new() } else { words(value) }
}

impl Row for DifferenceRow {
    const COLUMNS: &'static [Column] = &[
        Column::wrapping("record"),
        Column::whole("field"),
        Column::wrapping("before"),
        Column::wrapping("after"),
    ];
    const FIELDS: &'static [&'static str] = &["noun", "record", "action", "field", "before", "after"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::toned(self.heading().unwrap_or_default(), Tone::Strong),
            Cell::plain(self.field.replace('_', " ")),
            Cell::quiet(words(&self.before)),
            Cell::plain(words(&self.after)),
        ]
    }

    fn values(&self) -> Vec<String> {
        vec![
            self.noun.clone(),
            self.record.clone(),
            self.action.to_owned(),
            self.field.clone(),
            bare(&self.before),
            bare(&self.after),
        ]
    }
}
