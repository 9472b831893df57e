//! Lists of exchanges: filtered, counted, and read a page at a time from where another page ended.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use sqlx::PgConnection;

use crate::database::Day;
use crate::exchange::{Direction, Exchange, ExchangeKind};
use crate::historic::HistoricDate;
use crate::identity::{ExchangeId, PartnerId};
use crate::store::StoreError;
use crate::store::exchange::row::ExchangeRow;
use crate::store::search;
use crate::text::SearchWords;

/// Which exchanges are meant: those of which everything given is true.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExchangeFilter {
    /// With this partner.
    pub partner: Option<PartnerId>,
    /// Of this kind.
    pub kind: Option<ExchangeKind>,
    /// In this direction.
    pub direction: Option<Direction>,
    /// That are, or may be, on this day or later, on the host's calendar.
    pub from: Option<Date>,
    /// That are, or may be, on this day or earlier.
    pub until: Option<Date>,
    /// That say these words, as search finds them.
    pub text: Option<SearchWords>,
}

/// In which order a list is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// By first day, as what is to come is read.
    Earliest,
    /// By first day, the last one first, as what was is read.
    Latest,
}

/// A place in a list, between two exchanges: it stays where it is when others are added or removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// The first day of the exchange that it is at.
    pub day: Date,
    /// That exchange.
    pub id: ExchangeId,
}

/// As links to more of a list write it: `2025-10-02.0191…`.
impl fmt::Display for Cursor {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}.{}", self.day, self.id)
    }
}

/// A text is no place in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is no place in a list: take it from the link to more")]
pub struct CursorError;

/// Exactly as it is written, and nothing that means the same.
impl FromStr for Cursor {
    type Err = CursorError;

    fn from_str(text: &str) -> Result<Self, CursorError> {
        let (day, id) = text.split_once('.').ok_or(CursorError)?;
        let day = day.parse::<HistoricDate>().ok().and_then(HistoricDate::day).ok_or(CursorError)?;
        let cursor = Self { day, id: id.parse().map_err(|_| CursorError)? };
        if cursor.to_string() == text { Ok(cursor) } else { Err(CursorError) }
    }
}

/// Which part of a list is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// Its beginning.
    First,
    /// What follows an exchange.
    After(Cursor),
    /// What comes before one.
    Before(Cursor),
}

/// A page of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The exchanges, in order.
    pub exchanges: Vec<Exchange>,
    /// Where the page before this one ends, for [`Page::Before`]; `None`: there is none.
    pub before: Option<Cursor>,
    /// Where the page after this one begins, for [`Page::After`]; `None`: there is none.
    pub after: Option<Cursor>,
}

/// How many exchanges a year has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearCount {
    /// The year of their first days.
    pub year: i16,
    /// How many.
    pub exchanges: i64,
}

/// Reads a page of exchanges, up to `limit` of them, in one query; two where it looks for words.
pub async fn find(
    connection: &mut PgConnection,
    filter: &ExchangeFilter,
    order: Order,
    page: Page,
    limit: u16,
) -> Result<Found, StoreError> {
    let ascending = matches!(
        (order, page),
        (Order::Earliest, Page::First | Page::After(_)) | (Order::Latest, Page::Before(_))
    );
    let cursor = match page {
        Page::First => None,
        Page::After(cursor) | Page::Before(cursor) => Some(cursor),
    };
    // One more than is shown tells whether another page follows.
    let mut rows = rows(connection, filter, (cursor, ascending), i64::from(limit) + 1).await?;
    let more = rows.len() > usize::from(limit);
    rows.truncate(limit.into());
    let backwards = matches!(page, Page::Before(_));
    if backwards {
        rows.reverse();
    }
    let (first, last) = (rows.first().map(ExchangeRow::cursor), rows.last().map(ExchangeRow::cursor));
    let before = first.filter(|_| if backwards { more } else { cursor.is_some() });
    let after = last.filter(|_| backwards || more);
    let exchanges = rows.into_iter().map(Exchange::try_from).collect::<Result<_, _>>()?;
    Ok(Found { exchanges, before, after })
}

/// The exchanges that a filter lets through, in order: of all, or of one partner's. `$1` to `$7` are the filter, `$8`
/// and `$9` the cursor.
///
/// What has begun when the time in question begins, and what begins in it, are two parts, each read along an index
/// until there is enough. The first are few, and found by their days (`first_day + 0` is an order that no index has);
/// along the order, all that is over would be read. What is common is asked for row by row: `exists` would collect all of it first.
macro_rules! listed {
    ($source:literal, $id:literal, $beyond:literal, $gathered:literal, $inner:literal, $outer:literal, $filter:expr, $saying:expr, $cursor:expr, $limit:expr) => {
        sqlx::query_as!(
            ExchangeRow,
            "with listed as (
                (select " + $id + " as id from " + $source
                + " and ($2::text is null or kind = $2)
                    and ($3::text is null or direction = $3)
                    and first_day < $4::date and daterange(first_day, last_day, '[]') @> $4::date
                    and first_day <= coalesce($5::date, 'infinity')
                    and ($6::uuid[] is null or " + $id + " = any($6))
                    and ($7::text is null or (
                        select bool_or(words @@ $7::text::tsquery) from search_exchange
                        where search_exchange.exchange = " + $id + "))
                    and ($8::date is null or (first_day, " + $id + ") " + $beyond + " ($8, $9::uuid))
                order by " + $gathered + " limit $10)
                union all
                (select " + $id + " from " + $source
                + " and ($2::text is null or kind = $2)
                    and ($3::text is null or direction = $3)
                    and first_day between coalesce($4::date, '-infinity') and coalesce($5::date, 'infinity')
                    and ($6::uuid[] is null or " + $id + " = any($6))
                    and ($7::text is null or (
                        select bool_or(words @@ $7::text::tsquery) from search_exchange
                        where search_exchange.exchange = " + $id + "))
                    and ($8::date is null or (first_day, " + $id + ") " + $beyond + " ($8, $9::uuid))
                order by " + $inner + " limit $10)
            )
            "
                + r#"select exchange.*,
                        array(select partner from exchange_partner where exchange_partner.exchange = exchange.id
                              order by position) as "partners!: Vec<PartnerId>"
                 from listed join exchange using (id) order by "#
                + $outer
                + " limit $10",
            $filter.partner as _,
            $filter.kind as _,
            $filter.direction as _,
            $filter.from.map(Day) as _,
            $filter.until.map(Day) as _,
            $saying.these() as _,
            $saying.query(),
            $cursor.map(|cursor| Day(cursor.day)) as _,
            $cursor.map(|cursor| cursor.id) as _,
            $limit
        )
    };
}

async fn rows(
    connection: &mut PgConnection,
    filter: &ExchangeFilter,
    (cursor, ascending): (Option<Cursor>, bool),
    limit: i64,
) -> Result<Vec<ExchangeRow>, StoreError> {
    let saying = search::saying(connection, filter).await?;
    let filter = &saying.within(filter);
    let rows = match (filter.partner, ascending) {
        (None, true) => {
            listed!(
                "exchange where $1::uuid is null",
                "exchange.id",
                ">",
                "first_day + 0, exchange.id",
                "first_day, exchange.id",
                "first_day, id",
                filter,
                saying,
                cursor,
                limit
            )
            .fetch_all(connection)
            .await
        }
        (None, false) => {
            listed!(
                "exchange where $1::uuid is null",
                "exchange.id",
                "<",
                "first_day + 0 desc, exchange.id desc",
                "first_day desc, exchange.id desc",
                "first_day desc, id desc",
                filter,
                saying,
                cursor,
                limit
            )
            .fetch_all(connection)
            .await
        }
        (Some(_), true) => {
            listed!(
                "partner_exchange where partner = $1",
                "partner_exchange.exchange",
                ">",
                "first_day + 0, partner_exchange.exchange",
                "first_day, partner_exchange.exchange",
                "first_day, id",
                filter,
                saying,
                cursor,
                limit
            )
            .fetch_all(connection)
            .await
        }
        (Some(_), false) => {
            listed!(
                "partner_exchange where partner = $1",
                "partner_exchange.exchange",
                "<",
                "first_day + 0 desc, partner_exchange.exchange desc",
                "first_day desc, partner_exchange.exchange desc",
                "first_day desc, id desc",
                filter,
                saying,
                cursor,
                limit
            )
            .fetch_all(connection)
            .await
        }
    };
    Ok(rows?)
}

/// Something counted over the exchanges that a filter lets through: of all, or of one partner's.
macro_rules! counted {
    ($query:ident!($($row:ty,)? $select:literal, $source:literal, $id:literal, $rest:literal), $filter:expr, $saying:expr) => {
        sqlx::$query!(
            $($row,)?
            $select + " from " + $source
                + " and ($2::text is null or kind = $2)
                    and ($3::text is null or direction = $3)
                    and ($4::date is null or last_day >= $4)
                    and ($5::date is null or first_day <= $5)
                    and ($6::uuid[] is null or " + $id + " = any($6))
                    and ($7::text is null or exists (
                        select from search_exchange
                        where search_exchange.exchange = " + $id + " and words @@ $7::text::tsquery)) "
                + $rest,
            $filter.partner as _,
            $filter.kind as _,
            $filter.direction as _,
            $filter.from.map(Day) as _,
            $filter.until.map(Day) as _,
            $saying.these() as _,
            $saying.query()
        )
    };
}

/// How many exchanges there are.
pub async fn count(connection: &mut PgConnection, filter: &ExchangeFilter) -> Result<i64, StoreError> {
    let saying = search::saying(connection, filter).await?;
    let count = match filter.partner {
        None => {
            counted!(
                query_scalar!(
                    r#"select count(*) as "count!""#,
                    "exchange where $1::uuid is null",
                    "exchange.id",
                    ""
                ),
                filter,
                saying
            )
            .fetch_one(connection)
            .await
        }
        Some(_) => {
            counted!(
                query_scalar!(
                    r#"select count(*) as "count!""#,
                    "partner_exchange where partner = $1",
                    "partner_exchange.exchange",
                    ""
                ),
                filter,
                saying
            )
            .fetch_one(connection)
            .await
        }
    };
    Ok(count?)
}

/// How many exchanges each year has, the first year first; years without any are left out.
pub async fn per_year(
    connection: &mut PgConnection,
    filter: &ExchangeFilter,
) -> Result<Vec<YearCount>, StoreError> {
    let saying = search::saying(connection, filter).await?;
    let counts =
        match filter.partner {
            None => counted!(
                query_as!(
                    YearCount,
                    r#"select extract(year from first_day)::smallint as "year!", count(*) as "exchanges!""#,
                    "exchange where $1::uuid is null",
                    "exchange.id",
                    "group by 1 order by 1"
                ),
                filter,
                saying
            )
            .fetch_all(connection)
            .await,
            Some(_) => counted!(
                query_as!(
                    YearCount,
                    r#"select extract(year from first_day)::smallint as "year!", count(*) as "exchanges!""#,
                    "partner_exchange where partner = $1",
                    "partner_exchange.exchange",
                    "group by 1 order by 1"
                ),
                filter,
                saying
            )
            .fetch_all(connection)
            .await,
        };
    Ok(counts?)
}
