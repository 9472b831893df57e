//! Costs. The public sees none.

use serde::Serialize;
use sqlx::PgConnection;

use crate::cost::{Cost, CostSubject, Money};
use crate::database::Day;
use crate::identity::{CostId, ExchangeId, PartnerId, RelationshipId};
use crate::store::StoreError;
use crate::store::row::{Record, record};
use crate::text::{Currency, Line};

#[derive(Debug, Serialize)]
pub(super) struct CostRow {
    id: CostId,
    relationship: Option<RelationshipId>,
    exchange: Option<ExchangeId>,
    on_first: Day,
    on_last: Day,
    money_minor: Option<i64>,
    currency: Option<Currency>,
    staff_minutes: Option<i32>,
    room_uses: Option<i32>,
    what: Line,
}

record!(
    CostRow,
    "cost",
    "insert into cost select * from jsonb_populate_recordset(null::cost, $1)
     on conflict (id) do update set
        (relationship, exchange, on_first, on_last, money_minor, currency, staff_minutes, room_uses, what) =
        (excluded.relationship, excluded.exchange, excluded.on_first, excluded.on_last, excluded.money_minor,
         excluded.currency, excluded.staff_minutes, excluded.room_uses, excluded.what)
     where (cost.*) is distinct from (excluded.*)"
);

impl From<&Cost> for CostRow {
    fn from(cost: &Cost) -> Self {
        let (relationship, exchange) = match cost.spent_on {
            CostSubject::Relationship(id) => (Some(id), None),
            CostSubject::Exchange(id) => (None, Some(id)),
        };
        Self {
            id: cost.id,
            relationship,
            exchange,
            on_first: Day(cost.on.first()),
            on_last: Day(cost.on.last()),
            money_minor: cost.money.as_ref().map(|money| money.minor),
            currency: cost.money.as_ref().map(|money| money.currency.clone()),
            staff_minutes: cost.staff_minutes,
            room_uses: cost.room_uses,
            what: cost.what.clone(),
        }
    }
}

impl TryFrom<CostRow> for Cost {
    type Error = StoreError;

    fn try_from(row: CostRow) -> Result<Self, StoreError> {
        let relationship = row.relationship.map(CostSubject::Relationship);
        let spent_on = relationship.or(row.exchange.map(CostSubject::Exchange));
        Ok(Self {
            spent_on: spent_on.ok_or_else(|| row.unreadable("subject"))?,
            on: row.recorded("date", row.on_first, row.on_last)?,
            id: row.id,
            what: row.what,
            money: row.money_minor.zip(row.currency).map(|(minor, currency)| Money { minor, currency }),
            staff_minutes: row.staff_minutes,
            room_uses: row.room_uses,
        })
    }
}

/// All costs, in the order of their dates.
pub async fn all(connection: &mut PgConnection) -> Result<Vec<Cost>, StoreError> {
    let rows = sqlx::query_as!(CostRow, "select * from cost order by on_first, id");
    rows.fetch_all(connection).await?.into_iter().map(TryInto::try_into).collect()
}

/// What was spent on a relationship, and on exchanges with its partner, in the order of the dates.
pub async fn of_relationship(
    connection: &mut PgConnection,
    partner: PartnerId,
    relationship: RelationshipId,
) -> Result<Vec<Cost>, StoreError> {
    let rows = sqlx::query_as!(
        CostRow,
        "select * from cost where relationship = $1
            or exists (select from exchange_partner
                       where exchange_partner.exchange = cost.exchange and exchange_partner.partner = $2)
         order by on_first, id",
        relationship as _,
        partner as _
    );
    rows.fetch_all(connection).await?.into_iter().map(TryInto::try_into).collect()
}
