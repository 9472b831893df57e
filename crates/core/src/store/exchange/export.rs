//! All exchanges, a part at a time: for files that are made while they are sent.

use sqlx::PgConnection;

use crate::exchange::Exchange;
use crate::identity::{ExchangeId, PartnerId};
use crate::store::StoreError;
use crate::store::exchange::row::ExchangeRow;

/// The exchanges that follow one in the order of their ids, at most so many; without one, the first.
///
/// An id never changes, so that whatever is changed between two parts, no exchange is left out or comes twice.
pub async fn following(
    connection: &mut PgConnection,
    after: Option<ExchangeId>,
    limit: u16,
) -> Result<Vec<Exchange>, StoreError> {
    let rows = sqlx::query_as!(
        ExchangeRow,
        r#"select exchange.*,
                  array(select partner from exchange_partner where exchange_partner.exchange = exchange.id
                        order by position) as "partners!: Vec<PartnerId>"
           from exchange where $1::uuid is null or id > $1 order by id limit $2"#,
        after as _,
        i64::from(limit)
    );
    rows.fetch_all(connection).await?.into_iter().map(Exchange::try_from).collect()
}
