//! The programme in Postgres: the only place with SQL, one file per noun, functions on `&mut PgConnection`.
//!
//! Queries name tables without a schema, so that the web role, whose search path puts the `published` views first,
//! reads what is public by the same queries. Every row of a table is one private struct, read by `query_as!` and
//! written as JSON: the names of its fields are the names of the columns, which `query_as!` checks when it compiles.

mod agreement;
pub mod attention;
pub mod audit;
pub mod change;
mod claim;
mod committee;
pub mod cost;
pub mod document;
pub mod draft;
mod error;
pub mod exchange;
pub mod export;
pub mod file;
mod gift;
pub mod history;
pub mod image;
pub mod import;
mod notice;
mod page;
mod partner;
pub mod policy;
pub mod preview;
pub mod programme;
pub mod redaction;
mod redirect;
pub mod register;
mod relationship;
pub mod reminder;
pub mod report;
mod row;
pub mod search;
pub mod series;
pub mod source;
pub mod translation;
pub mod undo;
pub mod verification;

pub use error::StoreError;

use sqlx::{PgPool, Postgres, Transaction};

/// Begins to read one state of the database, whatever is written meanwhile: what a page is rendered from.
pub async fn snapshot(pool: &PgPool) -> Result<Transaction<'static, Postgres>, StoreError> {
    Ok(pool.begin_with("begin isolation level repeatable read, read only").await?)
}

/// The same for pages that always ask the same, nothing filtered: Postgres plans each question once per connection.
///
/// To plan anew, as it is right for filters (one that is not used then costs nothing), takes longer than to answer.
/// Such a plan knows no values and takes filters that are not used for narrow ones; without bitmaps it still reads
/// along the order that is asked for, and stops where there is enough.
pub async fn snapshot_with_kept_plans(pool: &PgPool) -> Result<Transaction<'static, Postgres>, StoreError> {
    let beginning = "begin isolation level repeatable read, read only; \
                     set local plan_cache_mode = force_generic_plan; set local enable_bitmapscan = off";
    Ok(pool.begin_with(beginning).await?)
}
