//! A route whose pages are kept.

use std::sync::Arc;

use axum::extract::{MatchedPath, OriginalUri, Request, State};
use axum::response::Response;
use axum::routing::{MethodRouter, get};
use jiff::Timestamp;
use serde::de::DeserializeOwned;

use super::{Edition, Finite, PageCache, key::Key};
use crate::http::{Answer, ErrorPages, FromQuery, PageError, Visit, error_response, read};
use crate::language::Locale;

/// A site that keeps its pages.
pub trait KeepsPages: ErrorPages {
    /// The kept pages.
    fn pages(&self) -> &PageCache;

    /// The edition that the site is at, as far as it knows; none before the database was first read.
    fn edition(&self) -> Option<Edition>;

    /// The moment that it is now.
    fn now(&self) -> Timestamp;

    /// The edition that the site is at, read again where its time is up.
    ///
    /// # Errors
    /// The database is away.
    fn renewed_edition(&self) -> impl Future<Output = Result<Edition, PageError>> + Send;
}

/// A route that is one page in one language, like [`page`](crate::http::page), whose answers are kept as long as they
/// are right.
pub fn kept_page<A, P, Q, Handler, Answering>(locale: Locale, handler: Handler) -> MethodRouter<Arc<A>>
where
    A: KeepsPages,
    P: DeserializeOwned + Finite + Send + 'static,
    Q: FromQuery + Finite + 'static,
    Handler: Fn(Visit<A, P, Q>) -> Answering + Clone + Send + Sync + 'static,
    Answering: Future<Output = Result<Answer, PageError>> + Send,
{
    get(async move |State(app): State<Arc<A>>, OriginalUri(uri): OriginalUri, request: Request| {
        let (mut parts, _) = request.into_parts();
        let route = parts.extensions.get::<MatchedPath>().cloned();
        let answered = async {
            let visit = read::<A, P, Q>(Arc::clone(&app), locale, &mut parts).await?;
            let finite = route
                .and_then(|route| Key::of(route.as_str(), &visit.path, &visit.query).map(|key| (key, route)));
            let answer = match finite {
                None => handler(visit).await?,
                Some((key, route)) => {
                    if let Some(kept) = app.pages().current(&key, app.edition(), app.now()) {
                        let address = uri.path_and_query().map_or("", |address| address.as_str());
                        app.pages().remember(address, key, route);
                        kept.content.clone().into()
                    } else {
                        let handler = handler.clone();
                        app.pages().renewed(&app, key, async move { handler(visit).await }).await?
                    }
                }
            };
            answer.respond(&parts.headers)
        };
        let answered: Result<Response, PageError> = answered.await;
        answered.unwrap_or_else(|error| error_response(&*app, &error, uri.path()))
    })
}
