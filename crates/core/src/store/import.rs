//! A dataset, brought in whole.

mod known;
mod rows;

use sqlx::PgConnection;

use crate::dataset::Dataset;
use crate::store::{StoreError, file, search};
use known::settled;
pub(super) use rows::Rows;

/// From how many written records on Postgres looks at its tables anew, so that the first lists are planned well.
const MANY: i64 = 1000;

/// What happens to records that the dataset lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Removal {
    /// They stay.
    Keep,
    /// They go.
    Remove,
}

/// What an import did, a line for each noun that the dataset or the database has.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct ImportSummary {
    /// The nouns.
    pub nouns: Vec<NounSummary>,
}

/// What an import did to the records of one noun.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct NounSummary {
    /// The table.
    pub noun: &'static str,
    /// Records that are new.
    pub added: i64,
    /// Records that are otherwise than before.
    pub changed: i64,
    /// Records that were as the dataset has them, and stayed untouched.
    pub unchanged: i64,
    /// Records that the dataset lacks, and that went.
    pub removed: i64,
    /// Records that the dataset lacks, and that stay.
    pub left: i64,
}

impl ImportSummary {
    /// Whether nothing was written.
    pub fn is_unchanged(&self) -> bool {
        self.written() == 0
    }

    /// How many records were written or went.
    fn written(&self) -> i64 {
        self.nouns.iter().map(|noun| noun.added + noun.changed + noun.removed).sum()
    }
}

/// Brings in a dataset, all or nothing: within the caller's transaction, which has begun a
/// [change](crate::store::change). What differs is written; a record that is as the dataset has it stays untouched,
/// so that importing again writes nothing, and [`change::commit`](crate::store::change::commit) then records no
/// change.
///
/// A record is the one on record that has its id. Where no record has it, a record that the database allows only
/// once is the one on record whatever its id: sources, partners, series, exchanges, notices and pages by their slugs,
/// former slugs, a partner's relationship, its preferred name in a language, the statement that a year is complete,
/// the translation of a field into a language, and the programme of the same city and country. All else is known by
/// its id alone; a folder from export has them all.
///
/// # Errors
/// A rule that the database holds is broken, by its name; of the policy nothing is asked here.
pub async fn run(
    connection: &mut PgConnection,
    dataset: &Dataset,
    removal: Removal,
) -> Result<ImportSummary, StoreError> {
    // Records may trade slugs or move from one that goes to one that comes: all is judged when all is there.
    sqlx::query!("set constraints all deferred").execute(&mut *connection).await?;
    let dataset = settled(connection, dataset).await?;
    file::keep(connection, &dataset.files).await?;
    let rows = Rows::of(&dataset)?;
    rows.write(connection).await?;
    rows.remove_former_fields(connection, &dataset).await?;
    if removal == Removal::Remove {
        rows.remove_others(connection).await?;
    }
    sqlx::query!("set constraints all immediate").execute(&mut *connection).await?;
    search::follow(connection).await?;
    let summary = ImportSummary { nouns: rows.summarise(connection).await? };
    if summary.written() >= MANY {
        sqlx::query!(
            "analyze partner, exchange, exchange_partner, partner_exchange, cost, search_document, search_word, audit_entry"
        )
        .execute(connection)
        .await?;
    }
    Ok(summary)
}
