//! Exchanges, found in the database: there may be a million.

mod days;
mod export;
mod find;
mod row;
mod tally;

pub use days::{DayCount, by_day};
pub use export::following;
pub use find::{Cursor, CursorError, ExchangeFilter, Found, Order, Page, YearCount, count, find, per_year};
pub(super) use row::{ExchangePartnerRow, ExchangeRow};
pub use tally::{Tally, YearHeld, held_by_year, tallies};

use std::collections::HashMap;

use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::PgConnection;
use uuid::Uuid;

use crate::database::{Day, Moment};
use crate::exchange::Exchange;
use crate::identity::{ExchangeId, PartnerId, SeriesId};
use crate::source::Claim;
use crate::store::{StoreError, claim, search};
use crate::text::Slug;

/// The exchange with a slug.
pub async fn by_slug(connection: &mut PgConnection, slug: &Slug) -> Result<Option<Exchange>, StoreError> {
    let row = sqlx::query_as!(
        ExchangeRow,
        r#"select exchange.*,
                  array(select partner from exchange_partner where exchange_partner.exchange = exchange.id
                        order by position) as "partners!: Vec<PartnerId>"
           from exchange where slug = $1"#,
        slug.as_str()
    );
    row.fetch_optional(connection).await?.map(Exchange::try_from).transpose()
}

/// The exchanges with any of these slugs or ids.
pub async fn named(
    connection: &mut PgConnection,
    slugs: &[String],
    ids: &[Uuid],
) -> Result<Vec<Exchange>, StoreError> {
    let rows = sqlx::query_as!(
        ExchangeRow,
        r#"select exchange.*,
                  array(select partner from exchange_partner where exchange_partner.exchange = exchange.id
                        order by position) as "partners!: Vec<PartnerId>"
           from exchange
           where id in (select id from exchange where slug = any($1) union all select unnest($2::uuid[]))
           order by first_day, last_day, slug collate "C""#,
        slugs,
        ids
    );
    rows.fetch_all(connection).await?.into_iter().map(Exchange::try_from).collect()
}

/// The exchanges that have a translation, or that are public and not over on a day; all where no day is given.
pub(super) async fn with_texts(
    connection: &mut PgConnection,
    coming: Option<Date>,
) -> Result<Vec<Uuid>, StoreError> {
    let ids = sqlx::query_scalar!(
        r#"select id as "id: Uuid" from exchange
           where $1::date is null or published_at is not null and last_day >= $1
               or exists (select from translation where translation.exchange = exchange.id)"#,
        coming.map(Day) as _
    );
    Ok(ids.fetch_all(connection).await?)
}

/// The slugs of exchanges that calendars know by any of these identifiers (UID of RFC 5545), each with it: one that
/// came with a calendar, else their id.
pub async fn known_to_calendars(
    connection: &mut PgConnection,
    uids: &[String],
) -> Result<HashMap<String, Slug>, StoreError> {
    let rows = sqlx::query!(
        r#"select slug as "slug: Slug", coalesce(calendar_uid, id::text) as "uid!" from exchange
           where calendar_uid = any($1) or calendar_uid is null and id = any(
               select word::uuid from unnest($1::text[]) as word
               where word ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$')"#,
        uids
    );
    Ok(rows.fetch_all(connection).await?.into_iter().map(|row| (row.uid, row.slug)).collect())
}

/// The slug that an exchange has now, by one that it had.
pub async fn redirect(connection: &mut PgConnection, former: &Slug) -> Result<Option<Slug>, StoreError> {
    let slug = sqlx::query_scalar!(
        "select exchange.slug from slug_redirect join exchange on exchange.id = slug_redirect.exchange
         where slug_redirect.noun = 'exchange' and slug_redirect.slug = $1",
        former.as_str()
    );
    Ok(slug.fetch_optional(connection).await?)
}

/// The slugs of exchanges that are most like a word, at most three, for one that is not there.
pub async fn nearest(connection: &mut PgConnection, word: &str) -> Result<Vec<Slug>, StoreError> {
    search::like_slug(connection, word).await
}

/// The first and the last day on which anything is recorded.
pub async fn recorded_days(connection: &mut PgConnection) -> Result<Option<(Date, Date)>, StoreError> {
    let days =
        sqlx::query!(r#"select min(first_day) as "first: Day", max(last_day) as "last: Day" from exchange"#);
    let days = days.fetch_one(connection).await?;
    Ok(days.first.zip(days.last).map(|(first, last)| (first.0, last.0)))
}

/// The next moment at which an exchange starts or ends.
pub async fn next_moment(
    connection: &mut PgConnection,
    now: Timestamp,
) -> Result<Option<Timestamp>, StoreError> {
    let moment = sqlx::query_scalar!(
        r#"select least(
               (select min(starts_at) from exchange where starts_at > $1),
               (select min(ends_at) from exchange where ends_at > $1)) as "moment: Moment""#,
        Moment(now) as _
    );
    Ok(moment.fetch_one(connection).await?.map(Into::into))
}

/// The claims about an exchange: of each fact the preferred one first.
pub async fn claims(connection: &mut PgConnection, exchange: ExchangeId) -> Result<Vec<Claim>, StoreError> {
    claim::of_exchange(connection, exchange).await
}

/// The claims about exchanges.
pub async fn claims_about(
    connection: &mut PgConnection,
    exchanges: &[Uuid],
) -> Result<Vec<Claim>, StoreError> {
    claim::of_exchanges(connection, exchanges).await
}

/// The exchanges of a series, in the order of their days.
pub async fn of_series(connection: &mut PgConnection, series: SeriesId) -> Result<Vec<Exchange>, StoreError> {
    let rows = sqlx::query_as!(
        ExchangeRow,
        r#"select exchange.*,
                  array(select partner from exchange_partner where exchange_partner.exchange = exchange.id
                        order by position) as "partners!: Vec<PartnerId>"
           from exchange where series = $1 order by first_day, last_day, slug collate "C""#,
        series as _
    );
    rows.fetch_all(connection).await?.into_iter().map(Exchange::try_from).collect()
}

/// All exchanges, in the order of their days.
pub async fn all(connection: &mut PgConnection) -> Result<Vec<Exchange>, StoreError> {
    let rows = sqlx::query_as!(
        ExchangeRow,
        r#"select exchange.*,
                  array(select partner from exchange_partner where exchange_partner.exchange = exchange.id
                        order by position) as "partners!: Vec<PartnerId>"
           from exchange order by first_day, last_day, slug collate "C""#
    );
    rows.fetch_all(connection).await?.into_iter().map(Exchange::try_from).collect()
}
