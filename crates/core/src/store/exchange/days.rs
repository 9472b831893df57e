//! Exchanges day by day, as a calendar shows them.

use jiff::civil::Date;
use sqlx::PgConnection;

use crate::database::Day;
use crate::identity::ExchangeId;
use crate::store::StoreError;
use crate::store::exchange::ExchangeFilter;
use crate::store::exchange::find::filtered;

/// The exchanges of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayCount {
    /// The day, on the host's calendar.
    pub day: Date,
    /// How many there are.
    pub exchanges: i64,
    /// The first of them, those that begin on it before those that began earlier.
    pub first: Vec<ExchangeId>,
}

/// The days from the filter's first to its last that have exchanges, each with at most so many of them.
///
/// An exchange over several days is on each of them. One of which only a historic date is known is on none.
pub async fn by_day(
    connection: &mut PgConnection,
    filter: &ExchangeFilter,
    most: u16,
) -> Result<Vec<DayCount>, StoreError> {
    let rows = filtered!(query!(
        "with found as (select id, first_day, last_day",
        r#"and form <> 'historic'),
           told as (
               select day::date as day, id, count(*) over (partition by day) as exchanges,
                      row_number() over (partition by day order by first_day < day::date, first_day, id) as place
               from found, generate_series(greatest(first_day, $4)::timestamp, least(last_day, $5)::timestamp,
                                           interval '1 day') as day)
           select day as "day!: Day", exchanges as "exchanges!", array_agg(id order by place) as "first!: Vec<ExchangeId>"
           from told where place <= $7 group by day, exchanges order by day"#,
        filter,
        i64::from(most)
    ));
    let rows = rows.fetch_all(connection).await?.into_iter();
    Ok(rows.map(|row| DayCount { day: row.day.0, exchanges: row.exchanges, first: row.first }).collect())
}
