//! The one function around every route.

use std::{
    any::Any,
    panic::AssertUnwindSafe,
    sync::Arc,
    time::{Duration, Instant},
};

use axum::{
    Router,
    body::HttpBody,
    extract::{MatchedPath, Request, State},
    http::{HeaderMap, Method, StatusCode},
    middleware::{Next, from_fn_with_state},
    response::Response,
};
use futures_util::FutureExt;
use tokio::time::timeout;

use super::{
    Content, ErrorPages, PageError, Sought,
    admission::{Admission, admit},
    answer::moved,
    error::error_response,
    heads::Heads,
    protection::{Transport, protect},
    tally::Tally,
};
use crate::urls::Url;

/// What stands between every request and its route.
#[derive(Debug)]
pub struct Guard<A> {
    /// Makes the error pages.
    pub(crate) app: Arc<A>,
    patience: Duration,
    transport: Transport,
    tally: Tally,
}

/// Puts the guard around the routes; where there is none, the way to the language that is meant, or the not-found page.
///
/// Whatever happens inside, a request that hyper could read is answered with a page, the security
/// headers, and counted; what was not told from memory is a line in the log. A visitor who goes away drops the request,
/// unlogged.
pub fn guard<A: ErrorPages>(routes: Router, guard: &Arc<Guard<A>>) -> Router {
    let app = Arc::clone(&guard.app);
    let nothing_here = async move |request: Request| {
        let uri = request.uri();
        let elsewhere = Url::respelt(uri.path(), uri.query())
            .map_or_else(|| Err(PageError::NotFound(Sought::Page)), |url| moved(&url.to_string()));
        elsewhere.unwrap_or_else(|error| error_response(&*app, &error, uri.path()))
    };
    routes.fallback(nothing_here).layer(from_fn_with_state(Arc::clone(guard), answer::<A>))
}

async fn answer<A: ErrorPages>(State(guard): State<Arc<Guard<A>>>, request: Request, next: Next) -> Response {
    let started = Instant::now();
    let note = Note::of(&request);
    let uri = request.uri().clone();
    let outcome = match admit(&request) {
        Ok(Admission::Enter) => guard.ask(request, next).await,
        Ok(Admission::Moved(to)) => moved(&to),
        Err(error) => Err(error),
    };
    let mut response = outcome.unwrap_or_else(|error| error_response(&*guard.app, &error, uri.path()));
    protect(response.headers_mut(), guard.transport);
    note.take(&response, started.elapsed(), &guard.tally);
    response
}

impl<A> Guard<A> {
    /// The guard of a site; `patience` is how long a page may take to be made, `transport` how visitors reach it.
    pub fn new(app: Arc<A>, patience: Duration, transport: Transport) -> Self {
        Self { app, patience, transport, tally: Tally::default() }
    }

    /// The answer to a request whose content is at hand, the same that its route would give; nothing where the request
    /// is not in order, which its route then says.
    pub(crate) fn answer_at_once<B>(
        &self,
        request: &Request<B>,
        (content, heads): (&Content, &Heads),
        route: &MatchedPath,
        started: Instant,
    ) -> Option<Response> {
        admit(request).ok().filter(|admission| *admission == Admission::Enter)?;
        let finish = |headers: &mut HeaderMap| protect(headers, self.transport);
        let response = content.respond_again(request.headers(), heads, finish).ok()?;
        let note = Note { method: "GET", route: Some(route.clone()) };
        note.take(&response, started.elapsed(), &self.tally);
        Some(response)
    }

    /// Asks the route, for no longer than a visitor should wait, and survives its panic.
    async fn ask(&self, request: Request, next: Next) -> Result<Response, PageError> {
        let asked = AssertUnwindSafe(timeout(self.patience, next.run(request)));
        match asked.catch_unwind().await {
            Ok(Ok(response)) => Ok(response),
            Ok(Err(_)) => Err(PageError::TimedOut),
            Err(panic) => {
                Err(PageError::Internal { report: format!("a page panicked: {}", words_of(&*panic)) })
            }
        }
    }
}

/// What a panic said.
fn words_of(panic: &(dyn Any + Send)) -> &str {
    panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("without words")
}

/// What machines ask every few seconds, and nobody wants to read when all is well.
const QUIET: [&str; 2] = ["/healthz", "/readyz"];

/// What is answered well within this comes from memory: it is counted, and not worth a line of its own.
const AT_ONCE: Duration = Duration::from_millis(1);

/// What is noted of a request: nothing of the visitor, nothing a visitor typed.
struct Note {
    method: &'static str,
    route: Option<MatchedPath>,
}

impl Note {
    fn of(request: &Request) -> Self {
        Self {
            method: match *request.method() {
                Method::GET => "GET",
                Method::HEAD => "HEAD",
                _ => "other",
            },
            route: request.extensions().get::<MatchedPath>().cloned(),
        }
    }

    /// Writes a line and counts the request.
    fn take(&self, response: &Response, took: Duration, tally: &Tally) {
        let method = self.method;
        let route = self.route.as_ref().map_or("none", MatchedPath::as_str);
        let status = response.status();
        let well = status.is_success() || status == StatusCode::NOT_MODIFIED;
        let milliseconds = (took.as_secs_f64() * 1_000_000.0).round() / 1000.0;
        let bytes = response.body().size_hint().exact();
        if well && (took < AT_ONCE || QUIET.contains(&route)) {
            tracing::debug!(method, route, status = status.as_u16(), milliseconds, bytes, "request");
        } else {
            tracing::info!(method, route, status = status.as_u16(), milliseconds, bytes, "request");
        }
        tally.add(route, method, status.as_u16(), took);
    }
}
