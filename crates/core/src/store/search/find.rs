//! What search finds.

use std::collections::HashSet;

use jiff::civil::Date;
use sqlx::PgConnection;
use uuid::Uuid;

use crate::database::Day;
use crate::identity::{DocumentId, ExchangeId, Id, PageId, PartnerId};
use crate::search::{Term, Terms};
use crate::store::StoreError;
use crate::text::{Language, SearchWords, Slug};

/// What was found, of each noun the best first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// What was looked for, with what was found by: names of partners, and words that may have been meant.
    pub terms: Terms,
    /// Partners, the programme's own texts and documents.
    pub records: Vec<Hit>,
    /// Exchanges.
    pub exchanges: Vec<Hit>,
    /// Whether there are more exchanges than these.
    pub more_exchanges: bool,
}

impl Found {
    /// Whether nothing was found.
    pub const fn is_empty(&self) -> bool {
        self.records.is_empty() && self.exchanges.is_empty()
    }
}

/// A record that says what is looked for, in the language that says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The record.
    pub record: HitRecord,
    /// The language of title and text.
    pub language: Language,
    /// What it is called.
    pub title: String,
    /// What it says, without markup.
    pub text: String,
}

/// A record that search finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HitRecord {
    /// A partner.
    Partner(PartnerId),
    /// An exchange.
    Exchange(ExchangeId),
    /// One of the programme's own texts.
    Page(PageId),
    /// A document.
    Document(DocumentId),
}

/// How many of the latest exchanges are looked through before all of them are: words that many exchanges say are met
/// among these, and of those that few say an index has all.
const LATEST: i64 = 3000;
/// How many exchanges are ranked at most.
const RANKED: i64 = 3000;
/// How many partners a word may mean.
const PARTNERS: i64 = 50;
/// How many words may have been meant by one.
const SIMILAR: usize = 4;

/// Finds what says all of some words, at most so many exchanges and so many other records; where nothing does, what
/// says words that are nearly these. What is in a language comes before what is not, and of what is in neither, the
/// original before its translations.
pub async fn find(
    connection: &mut PgConnection,
    words: &SearchWords,
    language: &Language,
    most: u16,
) -> Result<Found, StoreError> {
    let terms = compiled(connection, words).await?;
    let found = said(connection, terms, language, most).await?;
    if !found.is_empty() {
        return Ok(found);
    }
    let mut terms = found.terms;
    if !add_similar(connection, &mut terms).await? {
        return Ok(Found { terms, ..Found::default() });
    }
    add_partners(connection, &mut terms).await?;
    said(connection, terms, language, most).await
}

/// What somebody looks for, with the partners that it may mean.
pub(in crate::store) async fn compiled(
    connection: &mut PgConnection,
    words: &SearchWords,
) -> Result<Terms, StoreError> {
    let mut terms = Terms::from(words);
    add_partners(connection, &mut terms).await?;
    Ok(terms)
}

/// Adds to each term the marks of the partners that have it in a name.
async fn add_partners(connection: &mut PgConnection, terms: &mut Terms) -> Result<(), StoreError> {
    let queries: Vec<String> = terms.0.iter().map(Term::name_query).collect();
    let rows = sqlx::query!(
        r#"select term.place as "place!", partner as "partner!: PartnerId"
           from unnest($1::text[]) with ordinality as term (query, place)
               join search_document on partner is not null and words @@ term.query::tsquery
           group by 1, 2 order by 1, 2 limit $2"#,
        &queries,
        PARTNERS
    );
    for row in rows.fetch_all(connection).await? {
        let term = usize::try_from(row.place - 1).ok().and_then(|place| terms.0.get_mut(place));
        if let Some(term) = term.filter(|term| !term.partners.contains(&row.partner)) {
            term.partners.push(row.partner);
        }
    }
    Ok(())
}

/// Adds to each term that can be misspelt the known words that are nearest to it; says whether there are any.
async fn add_similar(connection: &mut PgConnection, terms: &mut Terms) -> Result<bool, StoreError> {
    let typed: Vec<String> =
        terms.0.iter().filter(|term| term.is_misspellable()).map(|term| term.folded.clone()).collect();
    let rows = sqlx::query!(
        r#"select typed as "typed!", near.word as "word!"
           from unnest($1::text[]) as typed
               cross join lateral (
                   select word from search_word where word % typed and word <> typed
                   order by similarity(word, typed) desc, word limit 16) as near"#,
        &typed
    );
    let rows = rows.fetch_all(connection).await?;
    for term in &mut terms.0 {
        let near = rows.iter().filter(|row| row.typed == term.folded).map(|row| row.word.as_str());
        term.similar = nearest(&term.folded, near);
    }
    Ok(terms.0.iter().any(|term| !term.similar.is_empty()))
}

/// The words that are few slips of the hand away from another, the nearest first.
fn nearest(typed: &str, near: impl Iterator<Item: AsRef<str>>) -> Vec<String> {
    let slips = (typed.len() / 3).max(1);
    let mut near: Vec<(usize, String)> =
        near.map(|word| (strsim::osa_distance(typed, word.as_ref()), word.as_ref().to_owned())).collect();
    near.retain(|(distance, _)| *distance <= slips);
    near.sort_unstable();
    let best = near.first().map_or(0, |(distance, _)| *distance);
    let near = near.into_iter().take_while(|(distance, _)| *distance <= best + 1);
    near.take(SIMILAR).map(|(_, word)| word).collect()
}

/// The slugs of exchanges that are most like a word, at most three: of those whose words are nearly its own, and of
/// the latest that have any of them.
pub(in crate::store) async fn like_slug(
    connection: &mut PgConnection,
    word: &str,
) -> Result<Vec<Slug>, StoreError> {
    let word: String = word.chars().filter(|letter| !letter.is_control()).take(80).collect();
    let Ok(words) = word.replace('-', " ").parse::<SearchWords>() else { return Ok(Vec::new()) };
    let mut terms = Terms::from(&words);
    add_similar(connection, &mut terms).await?;
    let any = terms.0.iter().map(Term::query).collect::<Vec<_>>().join("|");
    let slugs = sqlx::query_scalar!(
        r#"with latest as (
               select exchange, words from search_exchange
               order by day desc, exchange desc limit $4
           ), common as (
               select count(*) >= 100 as is_common from latest where words @@ $2::text::tsquery
           ), said as (
               select exchange from latest where words @@ $3::text::tsquery
               union
               select exchange from search_exchange
               where not (select is_common from common) and words @@ $2::text::tsquery
           )
           select slug as "slug: Slug" from said join exchange on exchange.id = said.exchange
           where similarity(slug, $1) > 0.3 order by slug <-> $1, slug limit 3"#,
        word,
        terms.query().unwrap_or_default(),
        any,
        LATEST
    );
    Ok(slugs.fetch_all(connection).await?)
}

/// What says all of some terms.
async fn said(
    connection: &mut PgConnection,
    terms: Terms,
    language: &Language,
    most: u16,
) -> Result<Found, StoreError> {
    let Some(query) = terms.query() else { return Ok(Found { terms, ..Found::default() }) };
    let mut found = Found { terms, ..Found::default() };
    let records = records(connection, &query, language, most).await?;
    found.records = once_each(records, language, most.into());
    // A record is there once for each of its languages, and one more tells whether there are more.
    let limit = 3 * (i64::from(most) + 1);
    let mut exchanges = latest(connection, &query, language, (found.terms.last_day(), limit)).await?;
    if exchanges.len() <= most.into() {
        exchanges = all(connection, &query, language, limit).await?;
    }
    let exchanges = once_each(exchanges, language, usize::from(most) + 1);
    found.more_exchanges = exchanges.len() > most.into();
    found.exchanges = exchanges.into_iter().take(most.into()).collect();
    Ok(found)
}

struct HitRow {
    partner: Option<Uuid>,
    exchange: Option<Uuid>,
    page: Option<Uuid>,
    document: Option<Uuid>,
    language: String,
    title: String,
    body: String,
}

async fn records(
    connection: &mut PgConnection,
    query: &str,
    language: &Language,
    most: u16,
) -> Result<Vec<HitRow>, StoreError> {
    let rows = sqlx::query_as!(
        HitRow,
        r#"with said as (
               select * from search_document where partner is not null and words @@ $1::text::tsquery
               union all
               select * from search_document where page is not null and words @@ $1::text::tsquery
               union all
               select * from search_document where document is not null and words @@ $1::text::tsquery
           )
           select partner as "partner: Uuid", exchange as "exchange: Uuid", page as "page: Uuid",
                  document as "document: Uuid", language as "language!", title as "title!", body as "body!"
           from said
           order by ts_rank(words, $1::text::tsquery) * case when language = $2 then 2 else 1 end desc,
               language = (select language from programme) desc, title collate "C"
           limit $3"#,
        query,
        language.as_str(),
        // In as many as eight languages each.
        8 * i64::from(most)
    );
    Ok(rows.fetch_all(connection).await?)
}

/// Exchanges that are found by a query among the latest, up to a day where one is given.
async fn latest(
    connection: &mut PgConnection,
    query: &str,
    language: &Language,
    (until, limit): (Option<Date>, i64),
) -> Result<Vec<HitRow>, StoreError> {
    let rows = sqlx::query_as!(
        HitRow,
        r#"select null::uuid as "partner: Uuid", exchange as "exchange: Uuid", null::uuid as "page: Uuid",
                  null::uuid as "document: Uuid", language as "language!", title as "title!", body as "body!"
           from (select * from search_exchange where day <= coalesce($5::date, 'infinity')
                 order by day desc, exchange desc limit $4) as latest
           where words @@ $1::text::tsquery
           order by ts_rank(words, $1::text::tsquery) * case when language = $2 then 2 else 1 end desc,
               day desc, exchange, language = (select language from programme) desc
           limit $3"#,
        query,
        language.as_str(),
        limit,
        LATEST,
        until.map(Day) as _
    );
    Ok(rows.fetch_all(connection).await?)
}

/// Exchanges that are found by a query, the best of as many as can be ranked in no time.
async fn all(
    connection: &mut PgConnection,
    query: &str,
    language: &Language,
    limit: i64,
) -> Result<Vec<HitRow>, StoreError> {
    let rows = sqlx::query_as!(
        HitRow,
        r#"select null::uuid as "partner: Uuid", exchange as "exchange: Uuid", null::uuid as "page: Uuid",
                  null::uuid as "document: Uuid", language as "language!", title as "title!", body as "body!"
           from (select * from search_exchange where words @@ $1::text::tsquery limit $4) as ranked
           order by ts_rank(words, $1::text::tsquery) * case when language = $2 then 2 else 1 end desc,
               day desc, exchange, language = (select language from programme) desc
           limit $3"#,
        query,
        language.as_str(),
        limit,
        RANKED
    );
    Ok(rows.fetch_all(connection).await?)
}

/// The hits of rows, each record once: in the language that is wanted where it is found in it.
fn once_each(rows: Vec<HitRow>, language: &Language, most: usize) -> Vec<Hit> {
    let hits: Vec<Hit> = rows.into_iter().filter_map(HitRow::into_hit).collect();
    let preferred: HashSet<HitRecord> =
        hits.iter().filter(|hit| hit.language == *language).map(|hit| hit.record).collect();
    let mut seen = HashSet::new();
    let wanted = |hit: &Hit| hit.language == *language || !preferred.contains(&hit.record);
    hits.into_iter().filter(|hit| wanted(hit) && seen.insert(hit.record)).take(most).collect()
}

impl HitRow {
    fn into_hit(self) -> Option<Hit> {
        let record = None
            .or(self.partner.map(|id| HitRecord::Partner(Id::from_uuid(id))))
            .or(self.exchange.map(|id| HitRecord::Exchange(Id::from_uuid(id))))
            .or(self.page.map(|id| HitRecord::Page(Id::from_uuid(id))))
            .or(self.document.map(|id| HitRecord::Document(Id::from_uuid(id))))?;
        Some(Hit { record, language: self.language.parse().ok()?, title: self.title, text: self.body })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_near_by_few_slips() {
        for (typed, near, meant) in [
            ("zhoaqing", vec!["zhaoqing", "chongqing"], vec!["zhaoqing"]),
            ("toyokwa", vec!["toyota", "toyokawa"], vec!["toyokawa", "toyota"]),
            ("festval", vec!["festival", "festivals"], vec!["festival", "festivals"]),
            ("copertino", vec!["cupertino"], vec!["cupertino"]),
            ("toyota", vec!["yokohama"], vec![]),
        ] {
            assert_eq!(nearest(typed, near.into_iter()), meant, "{typed}");
        }
    }
}
