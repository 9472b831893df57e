//! Reports: exchanges and costs, summed where they are, since there may be many.

use std::collections::BTreeMap;

use jiff::civil::Date;
use sqlx::PgConnection;

use crate::database::Day;
use crate::exchange::{Direction, ExchangeKind};
use crate::identity::PartnerId;
use crate::report::{CostCell, Counted, Counts, ExchangeCell, Report, Scope, Spent};
use crate::store::StoreError;
use crate::text::Currency;

/// Reads a report, as of a day: exchanges that are over by then were held.
///
/// Read it from a [`snapshot`](crate::store::snapshot), so that what happened and what it cost belong together.
pub async fn read(connection: &mut PgConnection, scope: Scope, today: Date) -> Result<Report, StoreError> {
    let exchanges = exchanges(connection, scope, today).await?;
    Ok(Report { scope, exchanges, costs: costs(connection, scope).await? })
}

/// How many people were counted in all exchanges that were held by a day; `None`: nobody was counted.
///
/// As the totals of a [`Report`] on all of them have it, without its cells.
pub async fn people_held(connection: &mut PgConnection, today: Date) -> Result<Option<i64>, StoreError> {
    let people = sqlx::query_scalar!(
        "select sum(coalesce(people_sum,
                             coalesce(students, 0)::bigint + coalesce(chaperones, 0) + coalesce(adults, 0)))::bigint
         from exchange
         where status = 'confirmed' and last_day < $1
             and num_nonnulls(people_sum, students, chaperones, adults) > 0",
        Day(today) as _
    );
    Ok(people.fetch_one(connection).await?)
}

/// The first year in which anything happened with a partner or was spent on it.
pub async fn first_year(
    connection: &mut PgConnection,
    partner: PartnerId,
) -> Result<Option<i16>, StoreError> {
    let year = sqlx::query_scalar!(
        "select extract(year from least(
            (select min(first_day) from exchange join exchange_partner on exchange_partner.exchange = exchange.id
             where exchange_partner.partner = $1),
            (select min(on_first) from cost join relationship on relationship.id = cost.relationship
             where relationship.partner = $1),
            (select min(on_first) from cost join exchange_partner on exchange_partner.exchange = cost.exchange
             where exchange_partner.partner = $1)))::smallint",
        partner as _
    );
    Ok(year.fetch_one(connection).await?)
}

/// The exchanges among which a report counts, summed: in two statements, so that each has a plan of its own.
macro_rules! told {
    ($among:literal, $scope:expr, $today:expr) => {
        sqlx::query!(
            r#"with told as (
               select extract(year from first_day)::smallint as year, array(select partner from exchange_partner where exchange_partner.exchange = exchange.id
                            order by partner) as partners, kind, direction,
                      status = 'confirmed' and last_day < $1 as held, last_day >= $1 and status <> 'cancelled' as coming,
                      last_day < $1 and status in ('tentative', 'postponed') as unconfirmed, status = 'cancelled' as cancelled,
                      students, chaperones, adults, host_families,
                      coalesce(people_sum, case when num_nonnulls(students, chaperones, adults) > 0 then
                          coalesce(students, 0)::bigint + coalesce(chaperones, 0) + coalesce(adults, 0) end) as people
               from exchange
               where "# + $among + r#" and first_day between $2 and $3
                   and (direction in ('inbound', 'outbound') or not $5)
           )
           select year as "year!", partners as "partners!: Vec<PartnerId>", kind as "kind!: ExchangeKind",
                  direction as "direction!: Direction",
                  count(*) filter (where held) as "held!",
                  count(*) filter (where held and people is not null) as "counted!",
                  (sum(students) filter (where held))::bigint as students,
                  (sum(chaperones) filter (where held))::bigint as chaperones,
                  (sum(adults) filter (where held))::bigint as adults,
                  (sum(host_families) filter (where held))::bigint as host_families,
                  (sum(people) filter (where held))::bigint as people,
                  count(*) filter (where coming) as "coming!",
                  count(*) filter (where unconfirmed) as "unconfirmed!",
                  count(*) filter (where cancelled) as "cancelled!"
           from told
           group by year, partners, kind, direction
           order by year desc, partners, kind, direction"#,
            Day($today),
            Day($scope.from),
            Day($scope.until),
            $scope.partner as _,
            $scope.exchanges == Counted::Visits
        )
        .map(|row| ExchangeCell {
            year: row.year,
            partners: row.partners,
            kind: row.kind,
            direction: row.direction,
            counts: Counts {
                held: row.held,
                counted: row.counted,
                students: row.students,
                chaperones: row.chaperones,
                adults: row.adults,
                host_families: row.host_families,
                people: row.people,
                coming: row.coming,
                unconfirmed: row.unconfirmed,
                cancelled: row.cancelled,
            },
        })
    };
}

async fn exchanges(
    connection: &mut PgConnection,
    scope: Scope,
    today: Date,
) -> Result<Vec<ExchangeCell>, StoreError> {
    let cells = if scope.partner.is_none() {
        told!("$4::uuid is null", scope, today).fetch_all(connection).await?
    } else {
        told!(
            "exchange.id = any(array(select exchange from partner_exchange where partner = $4))",
            scope,
            today
        )
        .fetch_all(connection)
        .await?
    };
    Ok(cells)
}

async fn costs(connection: &mut PgConnection, scope: Scope) -> Result<Vec<CostCell>, StoreError> {
    let rows = sqlx::query!(
        r#"with told as (
               select extract(year from on_first)::smallint as year, kind, direction, currency, money_minor, staff_minutes,
                      room_uses,
                      case when cost.exchange is null then array[relationship.partner]
                           else array(select partner from exchange_partner
                                      where exchange_partner.exchange = cost.exchange order by partner) end as partners
               from cost
                   left join relationship on relationship.id = cost.relationship
                   left join exchange on exchange.id = cost.exchange
               where on_first between $1 and $2 and (direction in ('inbound', 'outbound') or not $4)
           )
           select year as "year!", partners as "partners!: Vec<PartnerId>", kind as "kind?: ExchangeKind",
                  direction as "direction?: Direction", currency as "currency?: Currency",
                  sum(money_minor)::bigint as money, sum(staff_minutes)::bigint as staff_minutes,
                  sum(room_uses)::bigint as room_uses
           from told
           where $3::uuid is null or $3 = any (partners)
           group by year, partners, kind, direction, currency
           order by year desc, partners, kind nulls first, direction, currency nulls last"#,
        Day(scope.from),
        Day(scope.until),
        scope.partner as _,
        scope.exchanges == Counted::Visits
    );
    let rows = rows.fetch_all(connection).await?.into_iter();
    Ok(rows
        .map(|row| CostCell {
            year: row.year,
            partners: row.partners,
            exchange: row.kind.zip(row.direction),
            spent: Spent {
                money: row.currency.zip(row.money).into_iter().collect::<BTreeMap<_, _>>(),
                staff_minutes: row.staff_minutes,
                room_uses: row.room_uses,
            },
        })
        .collect())
}
