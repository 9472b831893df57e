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
    http::Method,
    middleware::{Next, from_fn_with_state},
    response::Response,
};
use futures_util::FutureExt;
use tokio::time::timeout;

use super::{
    ErrorPages, PageError, Sought,
    admission::{Admission, admit},
    answer::moved,
    error::error_response,
    protection::{Transport, protect},
};
use crate::urls::Url;

/// What stands between every request and its route.
#[derive(Debug)]
pub struct Guard<A> {
    /// Makes the error pages.
    pub app: Arc<A>,
    /// How long a page may take to be made.
    pub patience: Duration,
    /// How visitors reach the site.
    pub transport: Transport,
}

/// Puts the guard around the routes; where there is none, the way to the language that is meant, or the not-found page.
///
/// Whatever happens inside, a request that hyper could read is answered with a page, the security
/// headers and one line in the log. A visitor who goes away drops the request, unlogged.
pub fn guard<A: ErrorPages>(routes: Router, guard: Guard<A>) -> Router {
    let guard = Arc::new(guard);
    let app = Arc::clone(&guard.app);
    let nothing_here = async move |request: Request| {
        let uri = request.uri();
        let elsewhere = Url::respelt(uri.path(), uri.query())
            .map_or_else(|| Err(PageError::NotFound(Sought::Page)), |url| moved(&url.to_string()));
        elsewhere.unwrap_or_else(|error| error_response(&*app, &error, uri.path()))
    };
    routes.fallback(nothing_here).layer(from_fn_with_state(guard, answer::<A>))
}

async fn answer<A: ErrorPages>(State(guard): State<Arc<Guard<A>>>, request: Request, next: Next) -> Response {
    let started = Instant::now();
    let line = LogLine::of(&request);
    let path = request.uri().path().to_owned();
    let outcome = match admit(&request) {
        Ok(Admission::Enter) => guard.ask(request, next).await,
        Ok(Admission::Moved(to)) => moved(&to),
        Err(error) => Err(error),
    };
    let mut response = outcome.unwrap_or_else(|error| error_response(&*guard.app, &error, &path));
    protect(response.headers_mut(), guard.transport);
    line.write(&response, started.elapsed());
    response
}

impl<A> Guard<A> {
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

/// What is noted of a request: nothing of the visitor, nothing a visitor typed.
struct LogLine {
    method: &'static str,
    route: String,
}

impl LogLine {
    fn of(request: &Request) -> Self {
        let route = request.extensions().get::<MatchedPath>();
        Self {
            method: match *request.method() {
                Method::GET => "GET",
                Method::HEAD => "HEAD",
                _ => "other",
            },
            route: route.map_or_else(|| "none".to_owned(), |route| route.as_str().to_owned()),
        }
    }

    /// Writes the line and counts the request.
    fn write(self, response: &Response, took: Duration) {
        let Self { method, route } = self;
        let status = response.status().as_u16();
        let milliseconds = (took.as_secs_f64() * 1_000_000.0).round() / 1000.0;
        let bytes = response.body().size_hint().exact();
        if QUIET.contains(&route.as_str()) && response.status().is_success() {
            tracing::debug!(method, route, status, milliseconds, bytes, "request");
        } else {
            tracing::info!(method, route, status, milliseconds, bytes, "request");
        }
        let labels =
            [("method", method.to_owned()), ("route", route.clone()), ("status", status.to_string())];
        metrics::counter!("signpost_requests_total", &labels).increment(1);
        metrics::histogram!("signpost_request_seconds", "route" => route).record(took);
    }
}
