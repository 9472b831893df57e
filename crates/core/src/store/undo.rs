//! A change, reversed by a new one: every row that it touched becomes again what it was before.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde_json::Value;
use sqlx::PgConnection;
use uuid::Uuid;

use crate::identity::ChangeId;
use crate::store::StoreError;
use crate::store::audit::{self, Change, Presence, Recorded};
use crate::store::change::{self, Entry};
use crate::store::import::Rows;
use crate::store::search;

/// Why a change was not reversed.
#[derive(Debug, thiserror::Error)]
pub enum UndoError {
    /// The store failed, or a rule of its own refuses what was before.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Something stands in the way.
    #[error("{} things stand in the way", .0.len())]
    Stopped(Vec<Obstacle>),
}

/// What stands in the way of reversing a change.
#[derive(Clone, Debug, PartialEq)]
pub enum Obstacle {
    /// It was reversed already, by this change.
    Undone(Change),
    /// It wrote no row: it took personal data out of the record, which is gone.
    NoRows,
    /// A row is no longer as the change left it: these changes touched it later, the latest first.
    Touched(Entry, Vec<Change>),
    /// A row depends on what would go, and was last touched by this change.
    Depended(Recorded, Change),
    /// A row refers to one that was removed by this change, and would not be there.
    Missing(Entry, Recorded, Change),
    /// These fields of a row were redacted.
    Redacted(Entry, Vec<String>),
}

/// Rows by their tables.
type ByNoun<T> = BTreeMap<String, Vec<T>>;

/// What reversing a change comes to, row by row.
struct Reversal {
    /// What the change did to each row in all, in the order in which it touched them.
    net: Vec<Entry>,
}

/// Reverses a change, within the caller's transaction, which has begun the [change] that
/// reverses it.
///
/// # Errors
/// Something stands in the way, all of it at once; or a rule that the database holds refuses what was before.
pub async fn run(connection: &mut PgConnection, change: ChangeId) -> Result<(), UndoError> {
    let reversal = Reversal::of(change::entries(connection, change).await?);
    let obstacles = reversal.obstacles(connection, change).await?;
    if !obstacles.is_empty() {
        return Err(UndoError::Stopped(obstacles));
    }
    sqlx::query!("set constraints all deferred").execute(&mut *connection).await.map_err(StoreError::from)?;
    Rows::restore(connection, &reversal.restored()).await?;
    Rows::remove(connection, &reversal.removed()).await?;
    sqlx::query!("set constraints all immediate")
        .execute(&mut *connection)
        .await
        .map_err(StoreError::from)?;
    let dragged_along = reversal.dragged_along(connection).await?;
    if !dragged_along.is_empty() {
        return Err(UndoError::Stopped(dragged_along));
    }
    Ok(search::follow(connection).await?)
}

impl Reversal {
    fn of(entries: Vec<Entry>) -> Self {
        let mut net: Vec<Entry> = Vec::new();
        let mut places: HashMap<Uuid, usize> = HashMap::new();
        for entry in entries {
            if let Some(known) = places.get(&entry.row).and_then(|place| net.get_mut(*place)) {
                known.after = entry.after;
            } else {
                places.insert(entry.row, net.len());
                net.push(entry);
            }
        }
        net.retain(|entry| entry.before != entry.after);
        Self { net }
    }

    fn ids(&self) -> Vec<Uuid> {
        self.net.iter().map(|entry| entry.row).collect()
    }

    /// Everything that stands in the way and can be seen beforehand.
    async fn obstacles(
        &self,
        connection: &mut PgConnection,
        change: ChangeId,
    ) -> Result<Vec<Obstacle>, StoreError> {
        let reversals = audit::reversals(connection).await?;
        let undone = audit::undone(&reversals);
        if let Some(by) = undone.get(&change) {
            let by = audit::changes(connection, &[*by]).await?.remove(by);
            return Ok(by.map(Obstacle::Undone).into_iter().collect());
        }
        if self.net.is_empty() {
            return Ok(vec![Obstacle::NoRows]);
        }
        let rows = audit::rows(connection, &self.ids()).await?;
        let later = Later::than(connection, change, &undone).await?;
        let mut obstacles = Vec::new();
        for entry in &self.net {
            if let Some(present) = rows.get(&entry.row)
                && !is_as_left(entry, present)
            {
                obstacles.push(Obstacle::Touched(entry.clone(), later.that_touched(entry.row)));
            }
            let redacted = redacted_fields(entry);
            if !redacted.is_empty() {
                obstacles.push(Obstacle::Redacted(entry.clone(), redacted));
            }
        }
        if obstacles.is_empty() {
            obstacles.extend(self.missing(connection, &rows).await?);
            obstacles.extend(self.dependents(connection).await?);
        }
        Ok(obstacles)
    }

    /// Rows that would come back and refer to rows that are gone.
    async fn missing(
        &self,
        connection: &mut PgConnection,
        rows: &HashMap<Uuid, Recorded>,
    ) -> Result<Vec<Obstacle>, StoreError> {
        let coming: HashSet<Uuid> =
            self.net.iter().filter(|entry| entry.before.is_some()).map(|entry| entry.row).collect();
        let mut found = Vec::new();
        for entry in &self.net {
            for id in entry.before.iter().flat_map(audit::references) {
                if let Some(row) = rows.get(&id)
                    && row.presence == Presence::Removed
                    && !coming.contains(&id)
                {
                    found.push((entry.clone(), row.clone()));
                }
            }
        }
        let ids: Vec<ChangeId> = found.iter().map(|(_, row)| row.change).collect();
        let changes = audit::changes(connection, &ids).await?;
        let obstacles = found.into_iter().filter_map(|(entry, row)| {
            let by = changes.get(&row.change)?.clone();
            Some(Obstacle::Missing(entry, row, by))
        });
        Ok(obstacles.collect())
    }

    /// Rows that refer to rows that would go.
    async fn dependents(&self, connection: &mut PgConnection) -> Result<Vec<Obstacle>, StoreError> {
        let going: Vec<String> = self.removed().into_values().flatten().map(|id| id.to_string()).collect();
        if going.is_empty() {
            return Ok(Vec::new());
        }
        let dependents = sqlx::query_scalar!(
            "select row_id from audit_entry as entry
             where action <> 'delete' and row_id <> all($2)
                 and not exists (
                     select from audit_entry as later where later.row_id = entry.row_id and later.id > entry.id)
                 and exists (
                     select from jsonb_each_text(after) as field
                     where field.key <> 'id' and field.value = any($1))
             order by id",
            &going,
            &self.ids()
        );
        let dependents = dependents.fetch_all(&mut *connection).await?;
        depended(connection, &dependents).await
    }

    /// Rows that went or changed along with those that were meant to.
    async fn dragged_along(&self, connection: &mut PgConnection) -> Result<Vec<Obstacle>, StoreError> {
        let rows = sqlx::query_scalar!(
            "select distinct row_id from audit_entry
             where change = (select id from change where transaction = pg_current_xact_id())
                 and row_id <> all($1)",
            &self.ids()
        );
        let rows = rows.fetch_all(&mut *connection).await?;
        depended(connection, &rows).await
    }

    /// What comes back, as it was.
    fn restored(&self) -> ByNoun<Value> {
        let mut rows = ByNoun::new();
        for entry in &self.net {
            let Some(mut row) = entry.before.clone() else { continue };
            if let (Some(fields), Some(sequence)) = (row.as_object_mut(), next_sequence(entry)) {
                fields.insert("sequence".to_owned(), sequence.into());
            }
            rows.entry(entry.noun.clone()).or_default().push(row);
        }
        rows
    }

    /// What goes, as it was not there.
    fn removed(&self) -> ByNoun<Uuid> {
        let mut rows = ByNoun::new();
        for entry in self.net.iter().filter(|entry| entry.before.is_none()) {
            rows.entry(entry.noun.clone()).or_default().push(entry.row);
        }
        rows
    }
}

/// The changes after one that still have their effect, and the rows that they touched.
struct Later {
    /// The latest first.
    changes: Vec<(Uuid, Change)>,
}

impl Later {
    /// Those after a change. A change that was reversed, and its reversal, have none together.
    async fn than(
        connection: &mut PgConnection,
        change: ChangeId,
        undone: &HashMap<ChangeId, ChangeId>,
    ) -> Result<Self, StoreError> {
        let touched = sqlx::query!(
            r#"select row_id, change as "change: ChangeId", max(id) as "last!"
               from audit_entry
               where row_id in (select row_id from audit_entry where change = $1)
                   and id > (select max(id) from audit_entry where change = $1)
                   and change <> (select id from change where transaction = pg_current_xact_id())
               group by row_id, change
               order by 3 desc"#,
            change as _
        );
        let touched = touched.fetch_all(&mut *connection).await?;
        let ids: Vec<ChangeId> = touched.iter().map(|row| row.change).collect();
        let changes = audit::changes(connection, &ids).await?;
        let has_effect = |change: &Change| {
            let reverses_a_later_one = change.undoes.is_some_and(|undoes| changes.contains_key(&undoes));
            !undone.contains_key(&change.id) && !reverses_a_later_one
        };
        let rows = touched.iter().filter_map(|row| {
            let change = changes.get(&row.change).filter(|change| has_effect(change))?;
            Some((row.row_id, change.clone()))
        });
        Ok(Self { changes: rows.collect() })
    }

    fn that_touched(&self, row: Uuid) -> Vec<Change> {
        self.changes.iter().filter(|(touched, _)| *touched == row).map(|(_, change)| change.clone()).collect()
    }
}

/// Rows that depend on what would go, with the changes that touched them last.
async fn depended(connection: &mut PgConnection, ids: &[Uuid]) -> Result<Vec<Obstacle>, StoreError> {
    let rows = audit::rows(connection, ids).await?;
    let rows: Vec<&Recorded> = ids.iter().filter_map(|id| rows.get(id)).collect();
    let changes: Vec<ChangeId> = rows.iter().map(|row| row.change).collect();
    let changes = audit::changes(connection, &changes).await?;
    let obstacles = rows
        .iter()
        .filter_map(|row| Some(Obstacle::Depended((*row).clone(), changes.get(&row.change)?.clone())));
    Ok(obstacles.collect())
}

/// Whether a row is as a change left it, as far as the record can tell.
fn is_as_left(entry: &Entry, present: &Recorded) -> bool {
    match (&entry.after, present.presence) {
        (None, Presence::Removed) => true,
        (Some(after), Presence::There) => {
            let (Some(after), Some(now)) = (after.as_object(), present.content.as_object()) else {
                return false;
            };
            after.iter().all(|(field, value)| match now.get(field) {
                Some(now) => {
                    now == value
                        || grows(&entry.noun, field)
                        || audit::is_redacted(now)
                        || audit::is_redacted(value)
                }
                None => true,
            })
        }
        _ => false,
    }
}

/// Whether a field counts on, whatever else is undone.
fn grows(noun: &str, field: &str) -> bool {
    (noun, field) == ("exchange", "sequence")
}

/// How often a calendar entry has changed when a change of it is reversed: once more, or calendars would not follow
/// (SEQUENCE of RFC 5545).
fn next_sequence(entry: &Entry) -> Option<i64> {
    let sequence = |row: &Option<Value>| row.as_ref()?.get("sequence")?.as_i64();
    let (before, after) = (sequence(&entry.before)?, sequence(&entry.after)?);
    (before != after).then(|| before.max(after) + 1)
}

/// The fields of what was before that were redacted.
fn redacted_fields(entry: &Entry) -> Vec<String> {
    let fields = entry.before.as_ref().and_then(Value::as_object).into_iter().flatten();
    fields.filter(|(_, value)| audit::is_redacted(value)).map(|(field, _)| field.clone()).collect()
}
