//! What a command changes: the record but its exchanges and files, of which it loads those that it needs.

use jiff::civil::Date;
use sqlx::PgConnection;
use uuid::Uuid;

use crate::cost::{Cost, CostSubject};
use crate::dataset::{Dataset, RedirectTarget};
use crate::exchange::Exchange;
use crate::identity::{ExchangeId, Id};
use crate::source::Claim;
use crate::store::import::Rows;
use crate::store::{
    StoreError, claim, cost, exchange, file, notice, page, partner, policy, programme, redirect, search,
    series, source, translation,
};
use crate::text::Slug;
use crate::translation::{Translation, TranslationSubject};

/// Reads the record without exchanges, documents and images, and without what belongs to an exchange.
///
/// Read it within a transaction that has begun a [change](crate::store::change), so that nobody changes it
/// meanwhile.
///
/// # Errors
/// There is no programme yet, or a row cannot be read.
pub async fn read(connection: &mut PgConnection) -> Result<Dataset, StoreError> {
    let mut dataset = Dataset {
        programme: programme::get(connection).await?.ok_or(StoreError::NoProgramme)?,
        policy: policy::all(connection).await?,
        policy_exceptions: policy::exceptions(connection).await?,
        sources: source::all(connection).await?,
        partners: partner::all(connection).await?,
        series: series::all(connection).await?,
        exchanges: Vec::new(),
        redirects: redirect::all(connection).await?,
        costs: cost::all(connection).await?,
        notices: notice::all(connection).await?,
        pages: page::all(connection).await?,
        translations: translation::all(connection).await?,
        documents: Vec::new(),
        images: Vec::new(),
        files: Vec::new(),
        claims: claim::of_the_register(connection).await?,
    };
    dataset.redirects.retain(|redirect| !matches!(redirect.to, RedirectTarget::Exchange(_)));
    dataset.costs.retain(|cost| !matches!(cost.spent_on, CostSubject::Exchange(_)));
    dataset.translations.retain(|translation| !matches!(translation.of, TranslationSubject::Exchange(_)));
    Ok(dataset)
}

/// Reads the record with translations of exchanges, and with the exchanges that have any, or whose texts are meant to
/// be translated: those that are public and not over on a day, or all where no day is given.
pub async fn texts(connection: &mut PgConnection, coming: Option<Date>) -> Result<Dataset, StoreError> {
    let mut dataset = read(connection).await?;
    let ids = exchange::with_texts(connection, coming).await?;
    dataset.exchanges = exchange::named(connection, &[], &ids).await?;
    dataset.translations.extend(translations_of_exchanges(connection).await?);
    Ok(dataset)
}

/// The translations of exchanges.
pub async fn translations_of_exchanges(
    connection: &mut PgConnection,
) -> Result<Vec<Translation>, StoreError> {
    let mut translations = translation::all(connection).await?;
    translations.retain(|translation| matches!(translation.of, TranslationSubject::Exchange(_)));
    Ok(translations)
}

/// The exchange with a slug, and what sources say of it.
pub async fn exchange(
    connection: &mut PgConnection,
    slug: &Slug,
) -> Result<Option<(Exchange, Vec<Claim>)>, StoreError> {
    let Some(found) = exchange::by_slug(connection, slug).await? else { return Ok(None) };
    let claims = claim::of_exchange(connection, found.id).await?;
    Ok(Some((found, claims)))
}

/// The exchanges with any of these slugs or ids, and what sources say of them.
pub async fn exchanges(
    connection: &mut PgConnection,
    slugs: &[String],
    ids: &[Uuid],
) -> Result<(Vec<Exchange>, Vec<Claim>), StoreError> {
    let found = exchange::named(connection, slugs, ids).await?;
    let ids: Vec<Uuid> = found.iter().map(|exchange| exchange.id.uuid()).collect();
    let claims = claim::of_exchanges(connection, &ids).await?;
    Ok((found, claims))
}

/// What was spent on exchanges.
pub async fn costs_of_exchanges(connection: &mut PgConnection) -> Result<Vec<Cost>, StoreError> {
    let mut costs = cost::all(connection).await?;
    costs.retain(|cost| matches!(cost.spent_on, CostSubject::Exchange(_)));
    Ok(costs)
}

/// The claims about the exchanges of which one's id ends so.
pub async fn claims_about_exchange_of(
    connection: &mut PgConnection,
    end_of_id: &str,
) -> Result<Vec<Claim>, StoreError> {
    claim::about_exchange_of(connection, end_of_id).await
}

/// The short name of an exchange.
pub async fn slug_of_exchange(
    connection: &mut PgConnection,
    id: ExchangeId,
) -> Result<Option<Slug>, StoreError> {
    let slug = sqlx::query_scalar!("select slug from exchange where id = $1", id as _);
    Ok(slug.fetch_optional(connection).await?)
}

/// Writes what is otherwise in a dataset than before, and removes what was there before and is no more, within the
/// caller's transaction, which has begun a [change](crate::store::change). What is in neither stays as it is.
///
/// # Errors
/// A rule that the database holds is broken, by its name.
pub async fn save(
    connection: &mut PgConnection,
    before: &Dataset,
    after: &Dataset,
) -> Result<(), StoreError> {
    sqlx::query!("set constraints all deferred").execute(&mut *connection).await?;
    file::keep(connection, &after.files).await?;
    Rows::of(after)?.write_differences(connection, &Rows::of(before)?).await?;
    sqlx::query!("set constraints all immediate").execute(&mut *connection).await?;
    search::follow(connection).await
}
