//! Exchanges day by day, as a calendar shows them.

use jiff::civil::Date;
use sqlx::PgConnection;

use crate::database::Day;
use crate::identity::ExchangeId;
use crate::store::exchange::ExchangeFilter;
use crate::store::{StoreError, search};

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
    let saying = search::saying(connection, filter).await?;
    let rows = sqlx::query!(
        r#"with filtered as (
               select id from exchange
               where $1::uuid is null and daterange(first_day, last_day, '[]') && daterange($4, $5, '[]')
                   and ($2::text is null or kind = $2) and ($3::text is null or direction = $3)
               union all
               select exchange from partner_exchange
               where partner = $1 and daterange(first_day, last_day, '[]') && daterange($4, $5, '[]')
                   and ($2::text is null or kind = $2) and ($3::text is null or direction = $3)
           ), found as (
               select id, first_day, last_day from filtered join exchange using (id)
               where form <> 'historic'
                   and ($6::uuid[] is null or id = any($6))
                   and ($7::text is null or (
                        select bool_or(words @@ $7::text::tsquery) from search_exchange
                        where search_exchange.exchange = id))
           ), told as (
               select day::date as day, id, count(*) over (partition by day) as exchanges,
                      row_number() over (partition by day order by first_day < day::date, first_day, id) as place
               from found, generate_series(greatest(first_day, $4)::timestamp, least(last_day, $5)::timestamp,
                                           interval '1 day') as day)
           select day as "day!: Day", exchanges as "exchanges!", array_agg(id order by place) as "first!: Vec<ExchangeId>"
           from told where place <= $8 group by day, exchanges order by day"#,
        filter.partner as _,
        filter.kind as _,
        filter.direction as _,
        filter.from.map(Day) as _,
        filter.until.map(Day) as _,
        saying.these() as _,
        saying.query(),
        i64::from(most)
    );
    let rows = rows.fetch_all(connection).await?.into_iter();
    Ok(rows.map(|row| DayCount { day: row.day.0, exchanges: row.exchanges, first: row.first }).collect())
}
