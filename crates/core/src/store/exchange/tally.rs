//! Exchanges, counted with each partner.

use std::collections::HashMap;

use jiff::civil::Date;
use sqlx::PgConnection;

use crate::database::Day;
use crate::identity::PartnerId;
use crate::store::StoreError;

/// What happened with a partner, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Confirmed exchanges that are over.
    pub held: i64,
    /// Exchanges that are not over and not cancelled.
    pub upcoming: i64,
    /// People counted in those that were held; one who took part twice counts twice.
    pub people: i64,
}

/// What happened with each partner that has any exchange, counted on a day.
pub async fn tallies(
    connection: &mut PgConnection,
    today: Date,
) -> Result<HashMap<PartnerId, Tally>, StoreError> {
    let rows = sqlx::query!(
        r#"select partner as "partner!: PartnerId",
                  count(*) filter (where status = 'confirmed' and last_day < $1) as "held!",
                  count(*) filter (where status <> 'cancelled' and last_day >= $1) as "upcoming!",
                  coalesce(sum(people) filter (where status = 'confirmed' and last_day < $1), 0) as "people!"
           from partner_exchange group by partner"#,
        Day(today) as _
    );
    let rows = rows.fetch_all(connection).await?.into_iter();
    Ok(rows
        .map(|row| (row.partner, Tally { held: row.held, upcoming: row.upcoming, people: row.people }))
        .collect())
}

/// What was held with a partner in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearHeld {
    /// The year of their first days, on the host's calendar.
    pub year: i16,
    /// Confirmed exchanges that are over.
    pub exchanges: i64,
    /// People counted in them; one who took part twice counts twice.
    pub people: i64,
}

/// What was held with a partner by a day, in each year in which anything was, the first year first.
pub async fn held_by_year(
    connection: &mut PgConnection,
    partner: PartnerId,
    today: Date,
) -> Result<Vec<YearHeld>, StoreError> {
    let years = sqlx::query_as!(
        YearHeld,
        r#"select date_part('year', first_day)::smallint as "year!", count(*) as "exchanges!", sum(people) as "people!"
           from partner_exchange
           where partner = $1 and status = 'confirmed' and last_day < $2
           group by 1 order by 1"#,
        partner as _,
        Day(today) as _
    );
    Ok(years.fetch_all(connection).await?)
}
