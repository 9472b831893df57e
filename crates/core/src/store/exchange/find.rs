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
    /// Whose title holds this text, in capitals or not.
    pub text: Option<String>,
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

/// Reads a page of exchanges, up to `limit` of them, in one query.
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
    let mut rows = rows(connection, filter, cursor, ascending, i64::from(limit) + 1).await?;
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

/// A query over filtered exchanges, as `$1` to `$6`: what it selects, and what follows the filter.
macro_rules! filtered {
    ($query:ident!($($row:ty,)? $select:literal, $rest:literal, $filter:expr $(, $argument:expr)*)) => {
        sqlx::$query!(
            $($row,)?
            $select
                + " from exchange where ($1::uuid is null or exists (
                        select from exchange_partner
                        where exchange_partner.exchange = exchange.id and exchange_partner.partner = $1))
                    and ($2::text is null or kind = $2)
                    and ($3::text is null or direction = $3)
                    and ($4::date is null or last_day >= $4)
                    and ($5::date is null or first_day <= $5)
                    and ($6::text is null or strpos(lower(title), lower($6)) > 0) "
                + $rest,
            $filter.partner as _,
            $filter.kind as _,
            $filter.direction as _,
            $filter.from.map(Day) as _,
            $filter.until.map(Day) as _,
            $filter.text.as_deref()
            $(, $argument)*
        )
    };
}

pub(super) use filtered;

async fn rows(
    connection: &mut PgConnection,
    filter: &ExchangeFilter,
    cursor: Option<Cursor>,
    ascending: bool,
    limit: i64,
) -> Result<Vec<ExchangeRow>, StoreError> {
    let (day, id) = (cursor.map(|cursor| Day(cursor.day)), cursor.map(|cursor| cursor.id));
    let rows = if ascending {
        filtered!(query_as!(
            ExchangeRow,
            r#"select exchange.*,
                      array(select partner from exchange_partner where exchange_partner.exchange = exchange.id
                            order by position) as "partners!: Vec<PartnerId>""#,
            "and ($7::date is null or (first_day, id) > ($7, $8::uuid)) order by first_day, id limit $9",
            filter,
            day as _,
            id as _,
            limit
        ))
        .fetch_all(connection)
        .await?
    } else {
        filtered!(query_as!(
            ExchangeRow,
            r#"select exchange.*,
                      array(select partner from exchange_partner where exchange_partner.exchange = exchange.id
                            order by position) as "partners!: Vec<PartnerId>""#,
            "and ($7::date is null or (first_day, id) < ($7, $8::uuid)) order by first_day desc, id desc limit $9",
            filter,
            day as _,
            id as _,
            limit
        ))
        .fetch_all(connection)
        .await?
    };
    Ok(rows)
}

/// How many exchanges there are.
pub async fn count(connection: &mut PgConnection, filter: &ExchangeFilter) -> Result<i64, StoreError> {
    let count = filtered!(query_scalar!(r#"select count(*) as "count!""#, "", filter));
    Ok(count.fetch_one(connection).await?)
}

/// How many exchanges each year has, the first year first; years without any are left out.
pub async fn per_year(
    connection: &mut PgConnection,
    filter: &ExchangeFilter,
) -> Result<Vec<YearCount>, StoreError> {
    let counts = filtered!(query_as!(
        YearCount,
        r#"select extract(year from first_day)::smallint as "year!", count(*) as "exchanges!""#,
        "group by 1 order by 1",
        filter
    ));
    Ok(counts.fetch_all(connection).await?)
}
