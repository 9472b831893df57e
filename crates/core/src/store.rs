//! The programme in Postgres: the only place with SQL, one file per noun, functions on `&mut PgConnection`.
//!
//! Queries name tables without a schema, so that the web role, whose search path puts the `published` views first,
//! reads what is public by the same queries. Every row of a table is one private struct, read by `query_as!` and
//! written as JSON: the names of its fields are the names of the columns, which `query_as!` checks when it compiles.
#![expect(dead_code, unused_imports, reason = "import, which writes these rows, is on its way")]

mod agreement;
pub mod change;
mod claim;
mod committee;

mod error;
pub mod exchange;
mod gift;

mod notice;
mod page;
mod partner;
mod policy;
mod programme;
mod redirect;
pub mod register;
mod relationship;
mod row;
mod source;

pub use error::StoreError;

use sqlx::{PgPool, Postgres, Transaction};

/// Begins to read one state of the database, whatever is written meanwhile: what a page is rendered from.
pub async fn snapshot(pool: &PgPool) -> Result<Transaction<'static, Postgres>, StoreError> {
    Ok(pool.begin_with("begin isolation level repeatable read, read only").await?)
}
