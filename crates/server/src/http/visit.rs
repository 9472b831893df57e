//! A visit: what a page's handler is given, and the wrapper that makes it a route.

use std::sync::Arc;

use axum::{
    extract::{FromRequestParts, OriginalUri, Request, State},
    http::request::Parts,
    response::Response,
    routing::{MethodRouter, get},
};
use serde::de::DeserializeOwned;

use super::{Answer, ErrorPages, FromQuery, PageError, Query, Sought, error::error_response};
use crate::language::Locale;

/// All that a page may depend on: the site, the language, and what the URL says.
///
/// The path type `P` is read by serde from the parameters of the route, in their order: a type that
/// parses (a slug) for one, a tuple for several.
#[derive(Debug)]
pub struct Visit<A, P = (), Q = ()> {
    /// The site: register, database, clock, settings.
    pub app: Arc<A>,
    /// The language of the page.
    pub locale: Locale,
    /// The parameters of the path.
    pub path: P,
    /// The arguments of the query.
    pub query: Q,
}

/// A route that is one page in one language.
///
/// The handler gets a [`Visit`] and returns an [`Answer`] or a [`PageError`], which becomes a page
/// here. A path that is none of its type's is not found; a wrong argument is a bad request.
pub fn page<A, P, Q, Handler, Answering>(locale: Locale, handler: Handler) -> MethodRouter<Arc<A>>
where
    A: ErrorPages,
    P: DeserializeOwned + Send + 'static,
    Q: FromQuery + 'static,
    Handler: Fn(Visit<A, P, Q>) -> Answering + Clone + Send + Sync + 'static,
    Answering: Future<Output = Result<Answer, PageError>> + Send,
{
    get(async move |State(app): State<Arc<A>>, OriginalUri(uri): OriginalUri, request: Request| {
        let (mut parts, _) = request.into_parts();
        let answered = async {
            let visit = read(Arc::clone(&app), locale, &mut parts).await?;
            handler(visit).await?.respond(&parts.headers)
        };
        let answered: Result<Response, PageError> = answered.await;
        answered.unwrap_or_else(|error| error_response(&*app, &error, uri.path()))
    })
}

/// Reads what the URL says into the types that the page asks for.
pub(crate) async fn read<A, P, Q>(
    app: Arc<A>,
    locale: Locale,
    parts: &mut Parts,
) -> Result<Visit<A, P, Q>, PageError>
where
    P: DeserializeOwned + Send,
    Q: FromQuery,
{
    let path = read_path(parts).await?;
    let query = Q::from_query(&Query::new(parts.uri.query().unwrap_or_default()))?;
    Ok(Visit { app, locale, path, query })
}

#[expect(
    clippy::disallowed_types,
    reason = "the stock extractor reads the path here, and its rejection becomes a page"
)]
async fn read_path<P: DeserializeOwned + Send>(parts: &mut Parts) -> Result<P, PageError> {
    axum::extract::Path::from_request_parts(parts, &())
        .await
        .map(|axum::extract::Path(path)| path)
        .map_err(|_| PageError::NotFound(Sought::Page))
}
