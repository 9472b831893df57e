//! What search looks in, written as the record changes.

use std::collections::{BTreeSet, HashMap};

use serde::Serialize;
use sqlx::PgConnection;
use sqlx::types::Json;
use uuid::Uuid;

use super::original::{Noun, Original, Translations};
use crate::database::{Day, Moment};
use crate::search::{Indexed, Weight, plain};
use crate::store::StoreError;

/// How many records are written at a time.
const BATCH: usize = 1000;

/// A record in one language, as search knows it: a row.
#[derive(Debug, Default, Serialize)]
struct Row<'a> {
    partner: Option<Uuid>,
    exchange: Option<Uuid>,
    page: Option<Uuid>,
    document: Option<Uuid>,
    language: &'a str,
    day: Option<Day>,
    title: &'a str,
    body: String,
    words: String,
    published_at: Option<Moment>,
}

/// Writes anew what search knows of the records that the change of this transaction touched.
pub(in crate::store) async fn follow(connection: &mut PgConnection) -> Result<(), StoreError> {
    let language_changed = sqlx::query_scalar!(
        r#"select exists (
               select from audit_entry
               where change = (select id from change where transaction = pg_current_xact_id())
                   and noun = 'programme' and action = 'update' and before -> 'language' <> after -> 'language'
           ) as "changed!""#
    );
    if language_changed.fetch_one(&mut *connection).await? {
        return rebuild(connection).await;
    }
    let touched = sqlx::query!(
        r#"with entry as (
               select noun, row_id, before, after from audit_entry
               where change = (select id from change where transaction = pg_current_xact_id())
                   and noun in ('partner', 'partner_name', 'exchange', 'exchange_partner', 'page', 'document',
                       'translation')
           )
           select noun as "noun!", row_id as "id!" from entry
           where noun in ('partner', 'exchange', 'page', 'document')
           union
           select subject.noun, subject.id::uuid
           from entry cross join lateral (values (before), (after)) as state (content)
               cross join lateral (values
                   ('partner', case when entry.noun <> 'exchange_partner' then content ->> 'partner' end),
                   ('exchange', content ->> 'exchange'),
                   ('page', content ->> 'page')) as subject (noun, id)
           where entry.noun in ('partner_name', 'exchange_partner', 'translation') and subject.id is not null
           union
           select 'document', document.id
           from entry cross join lateral (values (before), (after)) as state (content)
               join document on document.exchange::text = content ->> 'exchange'
           where entry.noun = 'exchange_partner'"#
    );
    let mut ids: HashMap<String, Vec<Uuid>> = HashMap::new();
    for row in touched.fetch_all(&mut *connection).await? {
        ids.entry(row.noun).or_default().push(row.id);
    }
    for noun in Noun::ALL {
        write(connection, noun, ids.get(noun.table()).map_or(&[], Vec::as_slice)).await?;
    }
    Ok(())
}

/// Writes what search knows, all of it anew.
pub async fn rebuild(connection: &mut PgConnection) -> Result<(), StoreError> {
    sqlx::query!("delete from search_document").execute(&mut *connection).await?;
    sqlx::query!("delete from search_word").execute(&mut *connection).await?;
    for noun in Noun::ALL {
        let ids = noun.ids(connection).await?;
        write(connection, noun, &ids).await?;
    }
    Ok(())
}

/// Writes what search knows where it knows nothing yet: of a record that is older than search.
pub async fn write_missing(connection: &mut PgConnection) -> Result<(), StoreError> {
    let is_missing = sqlx::query_scalar!(
        r#"select exists (select from partner) and not exists (select from search_document) as "missing!""#
    );
    if is_missing.fetch_one(&mut *connection).await? { rebuild(connection).await } else { Ok(()) }
}

async fn write(connection: &mut PgConnection, noun: Noun, ids: &[Uuid]) -> Result<(), StoreError> {
    if ids.is_empty() {
        return Ok(());
    }
    let language = sqlx::query_scalar!(r#"select language as "language: String" from programme"#);
    let language = language.fetch_optional(&mut *connection).await?.unwrap_or_default();
    for ids in ids.chunks(BATCH) {
        let originals = noun.originals(connection, ids).await?;
        let translations = Translations::of(connection, ids).await?;
        let mut written = Written::default();
        for original in &originals {
            written.add(noun, original, &language, &translations);
        }
        written.replace(connection, ids).await?;
    }
    Ok(())
}

/// Rows, and the words in them.
#[derive(Debug, Default)]
struct Written<'a> {
    rows: Vec<Row<'a>>,
    words: BTreeSet<String>,
}

impl<'a> Written<'a> {
    /// Adds a record in each of its languages.
    fn add(&mut self, noun: Noun, original: &'a Original, language: &'a str, translations: &'a Translations) {
        let own = original.language.as_deref().unwrap_or(language);
        self.add_row(
            noun,
            original,
            own,
            (&original.title, original.texts.iter().map(String::as_str).collect()),
        );
        for (language, fields) in translations.of_record(original.id) {
            let title = fields.get("title").map_or(original.title.as_str(), String::as_str);
            let texts = fields.iter().filter(|(field, _)| *field != "title").map(|(_, text)| text.as_str());
            self.add_row(noun, original, language, (title, texts.collect()));
        }
    }

    fn add_row(
        &mut self,
        noun: Noun,
        original: &'a Original,
        language: &'a str,
        (title, texts): (&'a str, Vec<&'a str>),
    ) {
        let body = texts.into_iter().map(plain).collect::<Vec<_>>().join(" · ");
        let mut indexed = Indexed::default();
        indexed.add(Weight::Name, title);
        for name in &original.other_names {
            indexed.add(Weight::OtherName, name);
        }
        indexed.add(Weight::Text, &body);
        indexed.add(Weight::Text, &original.slug);
        for mark in &original.marks {
            indexed.mark(mark.clone());
        }
        if original.published_at.is_some() {
            self.words.extend(indexed.misspellable().map(str::to_owned));
        }
        let id = |wanted| (noun == wanted).then_some(original.id);
        self.rows.push(Row {
            partner: id(Noun::Partner),
            exchange: id(Noun::Exchange),
            page: id(Noun::Page),
            document: id(Noun::Document),
            language,
            day: original.day,
            title,
            body,
            words: indexed.vector(),
            published_at: original.published_at.filter(|_| noun == Noun::Exchange),
        });
    }

    /// Writes the rows in the place of all that search knew of these records.
    async fn replace(self, connection: &mut PgConnection, ids: &[Uuid]) -> Result<(), StoreError> {
        sqlx::query!(
            "delete from search_document
             where partner = any($1) or exchange = any($1) or page = any($1) or document = any($1)",
            ids
        )
        .execute(&mut *connection)
        .await?;
        sqlx::query!(
            "insert into search_document
                 (partner, exchange, page, document, language, day, title, body, words, published_at)
             select partner, exchange, page, document, language, day, title, body, words, published_at
             from jsonb_populate_recordset(null::search_document, $1)",
            Json(self.rows) as _
        )
        .execute(&mut *connection)
        .await?;
        let words: Vec<String> = self.words.into_iter().collect();
        sqlx::query!(
            "insert into search_word select word from unnest($1::text[]) as word on conflict do nothing",
            &words
        )
        .execute(connection)
        .await?;
        Ok(())
    }
}
