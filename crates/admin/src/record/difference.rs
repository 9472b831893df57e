//! What a change does to the record, field by field.

use serde::Serialize;
use serde_json::{Map, Value};
use signpost_core::store::change::Entry;

use crate::printer::{Cell, Column, Row, Tone};

/// What a change does to one field of one record.
#[derive(Debug, Serialize)]
pub(crate) struct DifferenceRow {
    noun: String,
    record: String,
    action: &'static str,
    field: String,
    before: Value,
    after: Value,
}

impl DifferenceRow {
    /// The fields that an entry of the change record touches, but the ids.
    pub(crate) fn all_of(entry: &Entry) -> Vec<Self> {
        let nothing = Map::new();
        let content = |value: &Option<Value>| value.as_ref().and_then(Value::as_object).cloned();
        let (before, after) = (content(&entry.before), content(&entry.after));
        let action = match (&before, &after) {
            (None, _) => "added",
            (_, None) => "removed",
            _ => "changed",
        };
        let record = called(after.as_ref().or(before.as_ref()).unwrap_or(&nothing));
        let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
        let fields = before.keys().chain(after.keys().filter(|field| !before.contains_key(*field)));
        let value = |values: &Map<String, Value>, field: &str| values.get(field).cloned().unwrap_or_default();
        let rows = fields.filter(|field| *field != "id").map(|field| Self {
            noun: entry.noun.clone(),
            record: record.clone(),
            action,
            field: field.clone(),
            before: value(&before, field),
            after: value(&after, field),
        });
        rows.filter(|row| row.before != row.after).collect()
    }
}

/// What a row is called.
fn called(content: &Map<String, Value>) -> String {
    let name = ["slug", "name", "title", "text", "what", "rule", "fact", "id"];
    name.iter().find_map(|field| content.get(*field)?.as_str()).unwrap_or_default().to_owned()
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
            Cell::toned(format!("{} {}", self.noun.replace('_', " "), self.record), Tone::Strong),
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
