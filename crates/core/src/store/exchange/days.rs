//! Exchanges day by day, as a calendar shows them.

use std::collections::BTreeMap;

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
    let alike = sqlx::query_as!(
        Alike,
        r#"with found as (
               select id, first_day, last_day from exchange
               where $1::uuid is null and form <> 'historic'
                   and daterange(first_day, last_day, '[]') && daterange($4, $5, '[]')
                   and ($2::text is null or kind = $2) and ($3::text is null or direction = $3)
               union all
               select exchange.id, exchange.first_day, exchange.last_day
               from partner_exchange as held join exchange on exchange.id = held.exchange
               where held.partner = $1 and form <> 'historic'
                   and daterange(held.first_day, held.last_day, '[]') && daterange($4, $5, '[]')
                   and ($2::text is null or exchange.kind = $2) and ($3::text is null or exchange.direction = $3)
           )
           select first_day as "first_day!: Day", last_day as "last_day!: Day", count(*) as "exchanges!",
                  (array_agg(id order by id))[:$8] as "first!: Vec<ExchangeId>"
           from found
           where ($6::uuid[] is null or id = any($6))
               and ($7::text is null or (
                    select bool_or(words @@ $7::text::tsquery) from search_exchange
                    where search_exchange.exchange = id))
           group by first_day, last_day"#,
        filter.partner as _,
        filter.kind as _,
        filter.direction as _,
        filter.from.map(Day) as _,
        filter.until.map(Day) as _,
        saying.these() as _,
        saying.query(),
        i32::from(most)
    );
    let alike = alike.fetch_all(connection).await?;
    let within = (filter.from.unwrap_or(Date::MIN), filter.until.unwrap_or(Date::MAX));
    Ok(told(&alike, within, most))
}

/// Exchanges that begin on the same day and end on the same day.
#[derive(Debug)]
struct Alike {
    first_day: Day,
    last_day: Day,
    exchanges: i64,
    /// The first of them; no day has room for more.
    first: Vec<ExchangeId>,
}

/// What is on each day.
#[derive(Debug, Default)]
struct OnDay {
    exchanges: i64,
    /// Whether it began earlier, when, and which it is: they are told in this order.
    told: Vec<(bool, Date, ExchangeId)>,
}

/// The days from one to another, each with what is on it.
fn told(alike: &[Alike], (from, until): (Date, Date), most: u16) -> Vec<DayCount> {
    let mut days: BTreeMap<Date, OnDay> = BTreeMap::new();
    for Alike { first_day: Day(first), last_day: Day(last), exchanges, first: ids } in alike {
        let shown = from.max(*first).series(jiff::ToSpan::days(1)).take_while(|day| *day <= until.min(*last));
        for day in shown {
            let on_day = days.entry(day).or_default();
            on_day.exchanges = on_day.exchanges.saturating_add(*exchanges);
            on_day.told.extend(ids.iter().map(|id| (*first < day, *first, *id)));
        }
    }
    let days = days.into_iter().map(|(day, mut on_day)| {
        on_day.told.sort_unstable();
        on_day.told.truncate(most.into());
        let first = on_day.told.into_iter().map(|(_, _, id)| id).collect();
        DayCount { day, exchanges: on_day.exchanges, first }
    });
    days.collect()
}
