//! What stands in the way of undoing a change, in words.

use serde_json::Value;
use signpost_core::database::Connection;
use signpost_core::store::StoreError;
use signpost_core::store::audit::{Change, Recorded};
use signpost_core::store::change::Entry;
use signpost_core::store::undo::Obstacle;

use crate::record::Names;

/// How many are told.
const MOST: usize = 10;

/// Why a change cannot be undone, and what may help.
pub(crate) async fn words(
    connection: &mut Connection,
    change: &Change,
    obstacles: &[Obstacle],
) -> Result<String, StoreError> {
    let names =
        Names::of_entries(connection, &obstacles.iter().filter_map(entry).collect::<Vec<_>>()).await?;
    let lines = obstacles.iter().take(MOST).map(|obstacle| format!("\n  {}", line(&names, obstacle)));
    let more = match obstacles.len().saturating_sub(MOST) {
        0 => String::new(),
        more => format!("\n  and {more} more"),
    };
    Ok(format!("{} cannot be undone:{}{more}", change.id, lines.collect::<String>()))
}

/// The row that an obstacle is about, as an entry of the change record.
fn entry(obstacle: &Obstacle) -> Option<Entry> {
    match obstacle {
        Obstacle::Undone(_) | Obstacle::NoRows => None,
        Obstacle::Touched(entry, _) | Obstacle::Missing(entry, ..) | Obstacle::Redacted(entry, _) => {
            Some(entry.clone())
        }
        Obstacle::Depended(Recorded { noun, row, content, .. }, _) => {
            Some(Entry { noun: noun.clone(), row: *row, before: None, after: Some(content.clone()) })
        }
    }
}

fn line(names: &Names, obstacle: &Obstacle) -> String {
    let called = |entry: &Entry| {
        let fields = entry.after.as_ref().or(entry.before.as_ref()).and_then(Value::as_object);
        fields.map(|fields| names.of_row(&entry.noun, fields)).unwrap_or_default()
    };
    match obstacle {
        Obstacle::Undone(by) => {
            format!("{} undid it already. To make the change again: signpost undo {}", whose(by), by.id)
        }
        Obstacle::NoRows => "it changed no record: what a redaction took out is gone".to_owned(),
        Obstacle::Touched(entry, by) => match by.first() {
            Some(last) => format!(
                "{} was changed again: {}. Undo that first: signpost undo {}",
                called(entry),
                whose(last),
                last.id
            ),
            None => format!("{} is no longer as the change left it", called(entry)),
        },
        Obstacle::Depended(row, by) => format!(
            "{} depends on it: {}. Undo that first, if it may go too: signpost undo {}",
            names.of_recorded(row),
            whose(by),
            by.id
        ),
        Obstacle::Missing(entry, row, by) => format!(
            "{} belongs to {}, which was removed: {}. Undo that first: signpost undo {}",
            called(entry),
            names.of_recorded(row),
            whose(by),
            by.id
        ),
        Obstacle::Redacted(entry, fields) => {
            format!("{} of {} was redacted, and is gone", fields.join(", "), called(entry))
        }
    }
}

/// Who made a change, when and how: `Mei Lin at 2026-11-23T20:00:00Z by notice withdraw`.
fn whose(change: &Change) -> String {
    let command = change.command.as_deref().unwrap_or("hand");
    format!("{} on {} by {command}", change.actor, change.at.strftime("%Y-%m-%d %H:%M UTC"))
}
