//! Gifts.

use serde::Serialize;
use sqlx::PgConnection;

use crate::agreement::Side;
use crate::database::Day;
use crate::gift::Gift;
use crate::identity::{GiftId, RelationshipId};
use crate::store::StoreError;
use crate::store::row::{Record, first, last, record};
use crate::text::{Line, Markdown};

#[derive(Debug, Serialize)]
pub(super) struct GiftRow {
    id: GiftId,
    pub(super) relationship: RelationshipId,
    what: Line,
    given_first: Option<Day>,
    given_last: Option<Day>,
    giver: Option<Side>,
    place: Option<Line>,
    note: Option<Markdown>,
}

record!(
    GiftRow,
    "gift",
    "insert into gift select * from jsonb_populate_recordset(null::gift, $1)
     on conflict (id) do update set
        (relationship, what, given_first, given_last, giver, place, note) =
        (excluded.relationship, excluded.what, excluded.given_first, excluded.given_last, excluded.giver,
         excluded.place, excluded.note)
     where (gift.*) is distinct from (excluded.*)"
);

impl GiftRow {
    pub(super) fn of(relationship: RelationshipId, gift: &Gift) -> Self {
        let gift = gift.clone();
        Self {
            id: gift.id,
            relationship,
            what: gift.what,
            given_first: first(gift.given),
            given_last: last(gift.given),
            giver: gift.giver,
            place: gift.place,
            note: gift.note,
        }
    }
}

impl TryFrom<GiftRow> for Gift {
    type Error = StoreError;

    fn try_from(row: GiftRow) -> Result<Self, StoreError> {
        let given = row.historic("date", row.given_first, row.given_last)?;
        Ok(Self { id: row.id, what: row.what, given, giver: row.giver, place: row.place, note: row.note })
    }
}

pub(super) async fn all(connection: &mut PgConnection) -> Result<Vec<GiftRow>, StoreError> {
    let rows = sqlx::query_as!(GiftRow, "select * from gift order by given_first nulls first, id");
    Ok(rows.fetch_all(connection).await?)
}
