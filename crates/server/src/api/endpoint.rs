//! What can be asked for: a path, what its query means, and what is answered.

use axum::Router;
use axum::http::HeaderValue;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::str::FromStr;
use std::sync::Arc;
use utoipa::openapi::path::{Parameter, ParameterIn};
use utoipa::openapi::{Object, OpenApi, RefOr, Schema};
use utoipa::{IntoParams, ToSchema};

use super::document;
use super::words::NoWord;
use crate::app::App;
use crate::http::{Answer, Content, FromQuery, Media, PageError, Query, Visit, Wanted, page};
use crate::language::Locale;
use crate::urls::{API, Url};

/// What a program asks.
pub(super) type Asked<P, Q> = Visit<App, P, Q>;

/// A path or a query in which there is nothing to say.
#[derive(Clone, Copy, Debug, Default, Deserialize, IntoParams)]
pub(super) struct Whole {}

impl FromQuery for Whole {
    fn from_query(_: &Query<'_>) -> Result<Self, PageError> {
        Ok(Self {})
    }
}

/// How many a list may have: a whole number from 1 on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Limit<const MOST: u16>(pub u16);

impl<const MOST: u16> FromStr for Limit<MOST> {
    type Err = NoWord;

    fn from_str(text: &str) -> Result<Self, NoWord> {
        let plain = text.bytes().all(|byte| byte.is_ascii_digit());
        let number = if plain { text.parse().ok() } else { None };
        number.filter(|number| (1..=MOST).contains(number)).map(Self).ok_or(NoWord)
    }
}

/// What is answered.
#[derive(Clone, Debug)]
pub(super) enum Reply<B> {
    /// This.
    Body(B),
    /// This, which is a part of a list.
    Part {
        /// The part.
        body: B,
        /// Where the list begins.
        first: Url,
        /// Where it goes on.
        next: Option<Url>,
    },
    /// It is for ever elsewhere.
    Moved(Url),
}

/// JSON (RFC 8259).
const JSON: Media = Media::named("application/json");

/// Something for programs as JSON, which the pages of any site may load.
pub fn json(body: &impl Serialize) -> Result<Content, PageError> {
    let bytes = serde_json::to_vec(body).map_err(|fault| PageError::internal(&fault))?;
    Ok(Content::new(JSON, bytes).shared())
}

impl<B: Serialize> Reply<B> {
    fn answer(self, app: &App) -> Result<Answer, PageError> {
        match self {
            Self::Body(body) => Ok(json(&body)?.into()),
            Self::Part { body, first, next } => {
                let link = |url: Url, relation: &str| {
                    format!("<{}>; rel=\"{relation}\"", url.absolute(app.address()))
                };
                let links = [Some(link(first, "first")), next.map(|next| link(next, "next"))];
                let links: Vec<String> = links.into_iter().flatten().collect();
                let links =
                    HeaderValue::try_from(links.join(", ")).map_err(|fault| PageError::internal(&fault))?;
                Ok(json(&body)?.linked(links).into())
            }
            Self::Moved(url) => Ok(Answer::Moved(url.to_string())),
        }
    }
}

/// All that can be asked for: each is a route, and a part of the document.
#[derive(Clone)]
pub(super) struct Endpoints {
    /// The routes.
    pub router: Router<Arc<App>>,
    /// What the document says of them.
    pub document: OpenApi,
}

impl Endpoints {
    /// None yet.
    pub(super) fn none() -> Self {
        Self { router: Router::new(), document: document::empty() }
    }

    /// These, and one more: its path below the version, what it is in a sentence, and what answers it.
    pub(super) fn with<P, Q, B, Handler, Answering>(
        mut self,
        path: &str,
        summary: &str,
        handler: Handler,
    ) -> Self
    where
        P: DeserializeOwned + IntoParams + Send + 'static,
        Q: FromQuery + IntoParams + 'static,
        B: Serialize + ToSchema + 'static,
        Handler: Fn(Asked<P, Q>) -> Answering + Clone + Send + Sync + 'static,
        Answering: Future<Output = Result<Reply<B>, PageError>> + Send + 'static,
    {
        let whole = format!("{API}{path}");
        document::add::<P, Q, B>(&mut self.document, &whole, summary);
        let answer = move |asked: Asked<P, Known<Q>>| {
            let Visit { app, locale, path, query: Known(query) } = asked;
            let answering = handler(Visit { app: Arc::clone(&app), locale, path, query });
            async move { answering.await?.answer(&app) }
        };
        Self { router: self.router.route(&whole, page(Locale::default(), answer)), ..self }
    }
}

/// A query in which everything is known. A filter that is misspelt is an error: it would let everything through.
struct Known<Q>(Q);

impl<Q: FromQuery + IntoParams> FromQuery for Known<Q> {
    fn from_query(query: &Query<'_>) -> Result<Self, PageError> {
        let parameters = Q::into_params(|| Some(ParameterIn::Query));
        let names: Vec<&str> = parameters.iter().map(|parameter| parameter.name.as_str()).collect();
        query.only(&names)?;
        Q::from_query(query).map(Self).map_err(|error| with_words(error, &parameters))
    }
}

/// The same error, with the words that the parameter can be, where it is one of a few.
fn with_words(error: PageError, parameters: &[Parameter]) -> PageError {
    match error {
        PageError::BadArgument { name, value, wanted: Wanted::Listed } => {
            let parameter = parameters.iter().find(|parameter| parameter.name == name);
            let words = parameter.map(words_of).filter(|words| !words.is_empty());
            PageError::BadArgument { name, value, wanted: words.map_or(Wanted::Listed, Wanted::OneOf) }
        }
        other => other,
    }
}

/// The words that a parameter can be, where it is one of a few.
pub(super) fn words_of(parameter: &Parameter) -> Vec<String> {
    let words = object_of(parameter).and_then(|object| object.enum_values.as_ref()).into_iter().flatten();
    words.filter_map(|word| word.as_str().map(str::to_owned)).collect()
}

/// What a parameter can be.
pub(super) fn object_of(parameter: &Parameter) -> Option<&Object> {
    match &parameter.schema {
        Some(RefOr::T(Schema::Object(object))) => Some(object),
        _ => None,
    }
}
