//! What records say, as search reads it from the record.

use std::collections::{BTreeMap, HashMap};

use sqlx::PgConnection;
use uuid::Uuid;

use crate::database::{Day, Moment};
use crate::identity::PartnerId;
use crate::search::{mark_of_partner, mark_of_word};
use crate::store::StoreError;

/// Which table a record is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Noun {
    Partner,
    Exchange,
    Page,
    Document,
}

/// A record's words in the language in which it was written.
#[derive(Debug, Default)]
pub(super) struct Original {
    pub(super) id: Uuid,
    /// Empty for a record that has none.
    pub(super) slug: String,
    /// None: the programme's own.
    pub(super) language: Option<String>,
    /// The first day of an exchange.
    pub(super) day: Option<Day>,
    pub(super) title: String,
    pub(super) other_names: Vec<String>,
    /// In Markdown.
    pub(super) texts: Vec<String>,
    /// The marks of the partners that it is with, and of its kind and direction.
    pub(super) marks: Vec<String>,
    /// Since when it is public, or from when it will be.
    pub(super) published_at: Option<Moment>,
}

impl Noun {
    pub(super) const ALL: [Self; 4] = [Self::Partner, Self::Exchange, Self::Page, Self::Document];

    pub(super) const fn table(self) -> &'static str {
        match self {
            Self::Partner => "partner",
            Self::Exchange => "exchange",
            Self::Page => "page",
            Self::Document => "document",
        }
    }

    /// The ids of all of them.
    pub(super) async fn ids(self, connection: &mut PgConnection) -> Result<Vec<Uuid>, StoreError> {
        let ids = match self {
            Self::Partner => {
                sqlx::query_scalar!(r#"select id as "id: Uuid" from partner"#).fetch_all(connection).await
            }
            Self::Exchange => {
                sqlx::query_scalar!(r#"select id as "id: Uuid" from exchange"#).fetch_all(connection).await
            }
            Self::Page => {
                sqlx::query_scalar!(r#"select id as "id: Uuid" from page"#).fetch_all(connection).await
            }
            Self::Document => {
                sqlx::query_scalar!(r#"select id as "id: Uuid" from document"#).fetch_all(connection).await
            }
        };
        Ok(ids?)
    }

    /// What those say that are on record.
    pub(super) async fn originals(
        self,
        connection: &mut PgConnection,
        ids: &[Uuid],
    ) -> Result<Vec<Original>, StoreError> {
        match self {
            Self::Partner => partners(connection, ids).await,
            Self::Exchange => exchanges(connection, ids).await,
            Self::Page => pages(connection, ids).await,
            Self::Document => documents(connection, ids).await,
        }
    }
}

fn marks(partners: Vec<PartnerId>) -> impl Iterator<Item = String> {
    partners.into_iter().map(mark_of_partner)
}

async fn partners(connection: &mut PgConnection, ids: &[Uuid]) -> Result<Vec<Original>, StoreError> {
    let rows = sqlx::query!(
        r#"select id as "id: Uuid", slug as "slug: String", name as "name: String", published_at as "published_at: Moment",
                  array_remove(array[country_label, region, introduction], null) as "texts!",
                  array(select text from partner_name where partner = partner.id
                        union all
                        select reading from partner_name where partner = partner.id and reading is not null)
                      as "other_names!"
           from partner where id = any($1)"#,
        ids
    );
    let rows = rows.fetch_all(connection).await?.into_iter();
    Ok(rows
        .map(|row| Original {
            id: row.id,
            slug: row.slug,
            title: row.name,
            other_names: row.other_names,
            texts: row.texts,
            published_at: row.published_at,
            ..Original::default()
        })
        .collect())
}

async fn exchanges(connection: &mut PgConnection, ids: &[Uuid]) -> Result<Vec<Original>, StoreError> {
    let rows = sqlx::query!(
        r#"select id as "id: Uuid", slug as "slug: String", title as "title: String", published_at as "published_at: Moment",
                  array_remove(array[description, venue, leader, status_reason, people_remark], null) as "texts!",
                  array[extract(year from first_day)::text, extract(year from last_day)::text] as "years!",
                  first_day as "first_day: Day", kind as "kind: String", direction as "direction: String",
                  array(select partner from exchange_partner where exchange = exchange.id) as "partners!: Vec<PartnerId>"
           from exchange where id = any($1)"#,
        ids
    );
    let rows = rows.fetch_all(connection).await?.into_iter();
    Ok(rows
        .map(|row| Original {
            id: row.id,
            slug: row.slug,
            day: Some(row.first_day),
            title: row.title,
            other_names: row.years,
            texts: row.texts,
            marks: marks(row.partners)
                .chain([row.kind, row.direction].map(|word| mark_of_word(&word)))
                .collect(),
            published_at: row.published_at,
            ..Original::default()
        })
        .collect())
}

async fn pages(connection: &mut PgConnection, ids: &[Uuid]) -> Result<Vec<Original>, StoreError> {
    let rows = sqlx::query!(
        r#"select id as "id: Uuid", slug as "slug: String", title as "title: String", body as "body: String",
                  published_at as "published_at: Moment"
           from page where id = any($1)"#,
        ids
    );
    let rows = rows.fetch_all(connection).await?.into_iter();
    Ok(rows
        .map(|row| Original {
            id: row.id,
            slug: row.slug,
            title: row.title,
            texts: vec![row.body],
            published_at: row.published_at,
            ..Original::default()
        })
        .collect())
}

async fn documents(connection: &mut PgConnection, ids: &[Uuid]) -> Result<Vec<Original>, StoreError> {
    let rows = sqlx::query!(
        r#"select document.id as "id: Uuid", title as "title: String", language as "language: String",
                  text_alternative as "text_alternative: String", published_at as "published_at: Moment",
                  array(select partner from relationship
                        where relationship.id = document.relationship
                            or relationship.id = (select relationship from agreement where agreement.id = document.agreement)
                        union all
                        select partner from exchange_partner where exchange_partner.exchange = document.exchange)
                      as "partners!: Vec<PartnerId>"
           from document where id = any($1)"#,
        ids
    );
    let rows = rows.fetch_all(connection).await?.into_iter();
    Ok(rows
        .map(|row| Original {
            id: row.id,
            language: Some(row.language),
            title: row.title,
            texts: row.text_alternative.into_iter().collect(),
            marks: marks(row.partners).collect(),
            published_at: row.published_at,
            ..Original::default()
        })
        .collect())
}

/// The fields of records in other languages.
#[derive(Debug, Default)]
pub(super) struct Translations(HashMap<Uuid, BTreeMap<String, Fields>>);

/// Texts by the fields that they are of.
type Fields = BTreeMap<String, String>;

impl Translations {
    /// Those of some records.
    pub(super) async fn of(connection: &mut PgConnection, ids: &[Uuid]) -> Result<Self, StoreError> {
        let rows = sqlx::query!(
            r#"select coalesce(partner, exchange, page) as "id!: Uuid", language as "language: String",
                      field as "field: String", text as "text: String"
               from translation where partner = any($1) or exchange = any($1) or page = any($1)"#,
            ids
        );
        let mut translations = Self::default();
        for row in rows.fetch_all(connection).await? {
            let languages = translations.0.entry(row.id).or_default();
            languages.entry(row.language).or_default().insert(row.field, row.text);
        }
        Ok(translations)
    }

    /// The languages that a record is in, with its fields.
    pub(super) fn of_record(&self, id: Uuid) -> impl Iterator<Item = (&str, &Fields)> {
        self.0.get(&id).into_iter().flatten().map(|(language, fields)| (language.as_str(), fields))
    }
}
