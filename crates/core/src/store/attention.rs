//! What checks and reminders ask of exchanges and translations.

use std::collections::BTreeSet;

use sqlx::PgConnection;

use crate::attention::{ExchangeSummary, TranslationSummary};
use crate::identity::{PartnerId, SourceId};
use crate::store::{StoreError, source};
use crate::translation::Version;

/// All exchanges, in the order of their days.
pub async fn exchanges(connection: &mut PgConnection) -> Result<Vec<ExchangeSummary>, StoreError> {
    let rows = sqlx::query!(
        r#"select id, slug, title, status, last_day, organizer,
                  num_nonnulls(people_sum, students, chaperones, adults) > 0 as "is_counted!",
                  array(select partner from exchange_partner where exchange_partner.exchange = exchange.id
                        order by position) as "partners!: Vec<PartnerId>"
           from exchange order by first_day, id"#
    );
    let rows = rows.fetch_all(connection).await?.into_iter();
    Ok(rows
        .map(|row| ExchangeSummary {
            id: row.id,
            slug: row.slug,
            title: row.title,
            status: row.status,
            last_day: row.last_day.into(),
            is_counted: row.is_counted,
            partners: row.partners,
            organizer: row.organizer,
        })
        .collect())
}

/// All translations, each with the wording that its original has now.
pub async fn translations(connection: &mut PgConnection) -> Result<Vec<TranslationSummary>, StoreError> {
    let rows = sqlx::query!(
        r#"select translation.id, field, translation.language, follows,
                  coalesce('page/' || page.slug, 'partner/' || partner.slug, 'exchange/' || exchange.slug,
                           'notice/' || notice.slug, 'programme') as "of!",
                  coalesce(to_jsonb(page.*) ->> field, to_jsonb(partner.*) ->> field, to_jsonb(exchange.*) ->> field,
                           to_jsonb(notice.*) ->> field, to_jsonb(programme.*) ->> field) as original
           from translation
               left join page on page.id = translation.page
               left join partner on partner.id = translation.partner
               left join exchange on exchange.id = translation.exchange
               left join notice on notice.id = translation.notice
               left join programme on programme.id = translation.programme
           order by 5, translation.language collate "C", field collate "C""#
    );
    let rows = rows.fetch_all(connection).await?.into_iter();
    let unreadable = |id: crate::TranslationId| StoreError::Unreadable {
        noun: "translation",
        id: crate::Id::uuid(id),
        what: "version",
    };
    rows.map(|row| {
        Ok(TranslationSummary {
            follows: Version(row.follows.try_into().map_err(|_| unreadable(row.id))?),
            id: row.id,
            of: row.of,
            field: row.field,
            language: row.language,
            original: row.original.as_deref().map(Version::of),
        })
    })
    .collect()
}

/// The sources on which any claim rests.
pub async fn used_sources(connection: &mut PgConnection) -> Result<BTreeSet<SourceId>, StoreError> {
    Ok(source::resting(connection).await?.into_keys().collect())
}
