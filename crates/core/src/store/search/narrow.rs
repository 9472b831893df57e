//! The exchanges that say what a list looks for.

use std::fmt::Write as _;

use jiff::civil::Date;
use sqlx::PgConnection;
use uuid::Uuid;

use super::compiled;
use crate::database::Day;
use crate::search::{mark_of_partner, mark_of_word};
use crate::store::StoreError;
use crate::store::exchange::ExchangeFilter;

/// The exchanges that say what a list looks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::store) enum Saying {
    /// It looks for nothing: all of them.
    Any,
    /// Few enough to be listed: these.
    These(Vec<Uuid>),
    /// So many that a walk through the list meets them soon: those that a query finds (`tsquery` of Postgres), in
    /// the years that it names.
    Many {
        /// The query.
        query: String,
        /// The first day of these years.
        from: Option<Date>,
        /// Their last day.
        until: Option<Date>,
    },
}

impl Saying {
    /// The exchanges, where they are few.
    pub(in crate::store) fn these(&self) -> Option<&[Uuid]> {
        match self {
            Self::These(ids) => Some(ids),
            Self::Any | Self::Many { .. } => None,
        }
    }

    /// The query, where they are many.
    pub(in crate::store) fn query(&self) -> Option<&str> {
        match self {
            Self::Many { query, .. } => Some(query),
            Self::Any | Self::These(_) => None,
        }
    }

    /// A filter, and no other years than are named.
    pub(in crate::store) fn within(&self, filter: &ExchangeFilter) -> ExchangeFilter {
        let (from, until) = match self {
            Self::Many { from, until, .. } => (*from, *until),
            Self::Any | Self::These(_) => (None, None),
        };
        ExchangeFilter {
            from: filter.from.max(from),
            until: filter.until.into_iter().chain(until).min(),
            ..filter.clone()
        }
    }
}

/// How many of the latest exchanges are looked at to tell what is common.
const LATEST: i64 = 3000;
/// How many of these say what is common.
const COMMON: i64 = 30;
/// How many are few.
const FEW: u16 = 2000;

/// Which exchanges say what a filter looks for, among those that are with its partner, of its kind and in its direction.
pub(in crate::store) async fn saying(
    connection: &mut PgConnection,
    filter: &ExchangeFilter,
) -> Result<Saying, StoreError> {
    let Some(words) = &filter.text else { return Ok(Saying::Any) };
    let terms = compiled(connection, words).await?;
    let Some(mut query) = terms.query() else { return Ok(Saying::These(Vec::new())) };
    let (from, until) = (terms.first_day(), terms.last_day());
    let marks = [
        filter.partner.map(mark_of_partner),
        filter.kind.map(|kind| mark_of_word(kind.as_str())),
        filter.direction.map(|direction| mark_of_word(direction.as_str())),
    ];
    for mark in marks.into_iter().flatten() {
        // Writing to a string cannot fail.
        let _ = write!(query, "&'{mark}'");
    }
    let common = sqlx::query_scalar!(
        r#"select count(*) as "count!"
           from (select words from search_exchange where day <= coalesce($3::date, 'infinity')
                 order by day desc, exchange desc limit $2) as latest
           where words @@ $1::text::tsquery"#,
        query,
        LATEST,
        until.map(Day) as _
    );
    if common.fetch_one(&mut *connection).await? >= COMMON {
        return Ok(Saying::Many { query, from, until });
    }
    let ids = sqlx::query_scalar!(
        r#"select exchange as "exchange!: Uuid" from search_exchange where words @@ $1::text::tsquery limit $2"#,
        query,
        i64::from(FEW) + 1
    );
    let ids = ids.fetch_all(connection).await?;
    Ok(if ids.len() > FEW.into() { Saying::Many { query, from, until } } else { Saying::These(ids) })
}
