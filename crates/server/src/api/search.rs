//! `/search`

use serde::Serialize;
use signpost_core::search::Terms;
use signpost_core::store::search::{self, Hit, HitRecord};
use signpost_core::{Document, Exchange, SearchWords};
use utoipa::{IntoParams, ToSchema};

use super::context::Context;
use super::endpoint::{Asked, Limit, Reply, Whole};
use crate::app::unavailable;
use crate::handlers;
use crate::http::{FromQuery, PageError, Query, Wanted};
use crate::language::Locale;
use crate::present::{place_of_text, said_by};
use crate::urls::{Page, Url};

/// How many results of a sort there are where nothing is said, and at most.
const USUAL: u16 = 20;
const MOST: u16 = 50;

/// What is looked for.
#[derive(Clone, Debug, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct SearchQuery {
    /// The words: all of them are looked for, in any language and script; accents and small slips are forgiven.
    #[param(value_type = String, min_length = 1, max_length = 200)]
    q: SearchWords,
    /// How many exchanges, and how many other records, there are at most; 20 without it.
    #[param(inline, minimum = 1, maximum = 50)]
    limit: Option<u16>,
}

impl FromQuery for SearchQuery {
    fn from_query(query: &Query<'_>) -> Result<Self, PageError> {
        let limit = query.one::<Limit<MOST>>("limit", Wanted::Number { least: 1, most: MOST })?;
        let words = query.one("q", Wanted::Words)?;
        Ok(Self {
            q: words.ok_or_else(|| PageError::bad_argument("q", "", Wanted::Some))?,
            limit: limit.map(|limit| limit.0),
        })
    }
}

/// What was found.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct SearchResults {
    /// Partners, texts and documents, then exchanges; of each the best first.
    items: Vec<SearchResult>,
    /// Whether more exchanges say it: `/exchanges` lists them all, with the same `q`.
    more_exchanges: bool,
}

/// Something that says what is looked for.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct SearchResult {
    /// What it is.
    kind: ResultKind,
    /// What it is called, in the language that was found.
    title: String,
    /// That language (BCP 47).
    language: String,
    /// The part of its text that says it; `null`: its title does, or what it is connected with.
    text: Option<String>,
    /// The word looked for that it says only nearly; `null`: it says all of them.
    nearly: Option<String>,
    /// Where the API tells of it; `null`: it does not.
    #[schema(format = "uri")]
    url: Option<String>,
    /// Where people find it.
    #[schema(format = "uri")]
    page: String,
}

/// What a result is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum ResultKind {
    /// A partner.
    Partner,
    /// One of the programme's own texts.
    Text,
    /// A document.
    Document,
    /// An exchange.
    Exchange,
}

/// What was found, with what there is to know of it.
struct Searched<'a> {
    context: &'a Context,
    terms: &'a Terms,
    exchanges: Vec<Exchange>,
    documents: Vec<Document>,
}

impl Searched<'_> {
    /// A result. None where it has no page of its own.
    fn result(&self, hit: &Hit) -> Option<SearchResult> {
        let (kind, url, page) = self.place(hit.record)?;
        let text = said_by(hit, self.terms);
        Some(SearchResult {
            kind,
            title: hit.title.clone(),
            language: hit.language.to_string(),
            text: (!text.is_empty()).then_some(text),
            nearly: self.terms.nearly_said_by(&[&hit.title, &hit.text]).map(ToString::to_string),
            url,
            page: page.absolute(&self.context.address),
        })
    }

    /// What it is, and where it is told of: by the API, and to people.
    fn place(&self, record: HitRecord) -> Option<(ResultKind, Option<String>, Url)> {
        let locale = Locale::default();
        Some(match record {
            HitRecord::Partner(id) => {
                let partner = self.context.partners().find(|partner| partner.id == id)?;
                let slug = partner.slug.to_string();
                let url = self.context.url(&["partners", &slug]);
                (ResultKind::Partner, Some(url), Page::Partner { slug }.url(locale))
            }
            HitRecord::Exchange(id) => {
                let exchange = self.exchanges.iter().find(|exchange| exchange.id == id)?;
                let slug = exchange.slug.to_string();
                let url = self.context.url(&["exchanges", &slug]);
                (ResultKind::Exchange, Some(url), Page::Exchange { slug }.url(locale))
            }
            HitRecord::Page(id) => {
                let text = self.context.register.pages().iter().find(|page| page.id == id)?;
                (ResultKind::Text, None, place_of_text(text.slug.as_str())?.url(locale))
            }
            HitRecord::Document(id) => {
                let document = self.documents.iter().find(|document| document.id == id)?;
                (ResultKind::Document, None, Url::document(&document.file))
            }
        })
    }
}

/// What says some words.
pub(super) async fn find(asked: Asked<Whole, SearchQuery>) -> Result<Reply<SearchResults>, PageError> {
    let mut reading = asked.app.read().await?;
    let context = Context::new(&asked.app, reading.register.clone());
    let language = context.register.programme().language.clone();
    let most = asked.query.limit.unwrap_or(USUAL);
    let found = search::find(&mut reading.snapshot, &asked.query.q, &language, most).await;
    let found = found.map_err(|error| unavailable(&error))?;
    let searched = Searched {
        context: &context,
        terms: &found.terms,
        exchanges: handlers::found_exchanges(&mut reading, &found).await?,
        documents: handlers::found_documents(&mut reading, &found).await?,
    };
    let hits = found.records.iter().chain(&found.exchanges);
    Ok(Reply::Body(SearchResults {
        items: hits.filter_map(|hit| searched.result(hit)).collect(),
        more_exchanges: found.more_exchanges,
    }))
}
