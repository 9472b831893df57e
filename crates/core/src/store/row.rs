//! What rows share: historic dates and places in two columns, and writing many at once.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use serde::{Serialize, Serializer};
use sqlx::PgConnection;
use sqlx::types::Json;
use uuid::Uuid;

use crate::database::Day;
use crate::geo::Place;
use crate::historic::HistoricDate;
use crate::store::StoreError;

/// A row of a table that import writes and export reads. The names of its fields are those of the columns.
pub(super) trait Record: Serialize + Sized {
    /// The table.
    const NOUN: &'static str;

    /// How many rows one statement writes.
    const BATCH: usize;

    /// Its id.
    fn id(&self) -> Uuid;

    /// Writes rows, of which those that are on record as they are stay untouched.
    async fn write(connection: &mut PgConnection, rows: Json<&[Self]>) -> Result<(), sqlx::Error>;

    /// Writes rows as the change record has them.
    async fn restore(
        connection: &mut PgConnection,
        rows: Json<&[serde_json::Value]>,
    ) -> Result<(), sqlx::Error>;

    /// Removes the rows that have these ids.
    async fn remove(connection: &mut PgConnection, ids: &[Uuid]) -> Result<(), sqlx::Error>;

    /// Removes the rows that have none of these ids.
    async fn remove_others(connection: &mut PgConnection, ids: &[Uuid]) -> Result<(), sqlx::Error>;

    /// How many rows there are.
    async fn count(connection: &mut PgConnection) -> Result<i64, sqlx::Error>;

    /// The error that a column of this row cannot be read.
    fn unreadable(&self, what: &'static str) -> StoreError {
        StoreError::Unreadable { noun: Self::NOUN, id: self.id(), what }
    }

    /// The historic date in two columns of this row.
    fn historic(
        &self,
        what: &'static str,
        first: Option<Day>,
        last: Option<Day>,
    ) -> Result<Option<HistoricDate>, StoreError> {
        match (first, last) {
            (None, None) => Ok(None),
            (Some(first), Some(last)) => self.recorded(what, first, last).map(Some),
            _ => Err(self.unreadable(what)),
        }
    }

    /// The historic date in two columns of this row that are never null.
    fn recorded(&self, what: &'static str, first: Day, last: Day) -> Result<HistoricDate, StoreError> {
        HistoricDate::between(first.0, last.0).ok_or_else(|| self.unreadable(what))
    }

    /// The place in two columns of this row.
    fn place(&self, latitude: Option<f64>, longitude: Option<f64>) -> Result<Option<Place>, StoreError> {
        let place = latitude.zip(longitude).map(|(latitude, longitude)| Place::new(latitude, longitude));
        place.transpose().map_err(|_| self.unreadable("place"))
    }
}

/// Writes any number of rows, some at a time.
pub(super) async fn write<R: Record>(connection: &mut PgConnection, rows: &[R]) -> Result<(), StoreError> {
    for batch in rows.chunks(R::BATCH) {
        R::write(connection, Json(batch)).await?;
    }
    Ok(())
}

/// Writes the rows that are otherwise than before, and removes those that are no more.
pub(super) async fn write_differences<R: Record>(
    connection: &mut PgConnection,
    before: &[R],
    mut after: Vec<R>,
) -> Result<(), StoreError> {
    let content = |row: &R| serde_json::to_value(row).ok();
    let former: HashMap<Uuid, Option<serde_json::Value>> =
        before.iter().map(|row| (row.id(), content(row))).collect();
    let kept: HashSet<Uuid> = after.iter().map(Record::id).collect();
    after.retain(|row| former.get(&row.id()).is_none_or(|before| *before != content(row)));
    write(connection, &after).await?;
    let gone: Vec<Uuid> = former.into_keys().filter(|id| !kept.contains(id)).collect();
    if !gone.is_empty() {
        R::remove(connection, &gone).await?;
    }
    Ok(())
}

/// Rows by the record that they are parts of, in their order.
#[derive(Debug)]
pub(super) struct Grouped<K, R>(HashMap<K, Vec<R>>);

impl<K: Eq + Hash, R> Grouped<K, R> {
    /// Puts rows with the record that they name.
    pub(super) fn by(rows: Vec<R>, key: impl Fn(&R) -> K) -> Self {
        let mut groups: HashMap<K, Vec<R>> = HashMap::new();
        for row in rows {
            groups.entry(key(&row)).or_default().push(row);
        }
        Self(groups)
    }

    /// The parts of a record, once.
    pub(super) fn take(&mut self, key: &K) -> Vec<R> {
        self.0.remove(key).unwrap_or_default()
    }
}

/// The first possible day of a date, as a column.
pub(super) fn first(date: Option<HistoricDate>) -> Option<Day> {
    date.map(|date| Day(date.first()))
}

/// The last possible day of a date, as a column.
pub(super) fn last(date: Option<HistoricDate>) -> Option<Day> {
    date.map(|date| Day(date.last()))
}

/// The position of an element of a list, as a column.
pub(super) fn position(index: usize) -> i32 {
    i32::try_from(index).unwrap_or(i32::MAX)
}

/// Bytes as Postgres reads them out of a text.
pub(super) fn as_hex<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    const DIGITS: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    let mut text = String::with_capacity(2 + 2 * bytes.len());
    text.push_str("\\x");
    for byte in bytes {
        let digits = [byte >> 4, byte & 15].map(|digit| DIGITS.get(usize::from(digit)));
        text.extend(digits.into_iter().flatten());
    }
    serializer.serialize_str(&text)
}

/// Makes a row a [`Record`]: its table, and the statement that writes rows from a JSON array, `$1`.
macro_rules! record {
    ($row:ty, $noun:literal, $write:literal) => {
        record!($row, $noun, $write, 1000);
    };
    ($row:ty, $noun:literal, $write:literal, $batch:literal) => {
        impl crate::store::row::Record for $row {
            const NOUN: &'static str = $noun;
            const BATCH: usize = $batch;

            fn id(&self) -> uuid::Uuid {
                crate::Id::uuid(self.id)
            }

            async fn write(
                connection: &mut sqlx::PgConnection,
                rows: sqlx::types::Json<&[Self]>,
            ) -> Result<(), sqlx::Error> {
                sqlx::query!($write, rows as _).execute(connection).await?;
                Ok(())
            }

            async fn restore(
                connection: &mut sqlx::PgConnection,
                rows: sqlx::types::Json<&[serde_json::Value]>,
            ) -> Result<(), sqlx::Error> {
                sqlx::query!($write, rows as _).execute(connection).await?;
                Ok(())
            }

            async fn remove(
                connection: &mut sqlx::PgConnection,
                ids: &[uuid::Uuid],
            ) -> Result<(), sqlx::Error> {
                sqlx::query!("delete from " + $noun + " where id = any($1)", ids).execute(connection).await?;
                Ok(())
            }

            async fn remove_others(
                connection: &mut sqlx::PgConnection,
                ids: &[uuid::Uuid],
            ) -> Result<(), sqlx::Error> {
                sqlx::query!(
                    "delete from " + $noun + " where not exists (select from unnest($1::uuid[]) as kept (kept_id) where kept_id = id)",
                    ids
                )
                .execute(connection)
                .await?;
                Ok(())
            }

            async fn count(connection: &mut sqlx::PgConnection) -> Result<i64, sqlx::Error> {
                sqlx::query_scalar!(r#"select count(*) as "count!" from "# + $noun).fetch_one(connection).await
            }
        }
    };
}
pub(super) use record;
