//! What the city's IT asks: is it alive, is it ready, how is it doing.

use std::sync::Arc;

use axum::{
    Router,
    extract::State,
    http::{
        StatusCode,
        header::{CACHE_CONTROL, CONTENT_TYPE},
    },
    response::IntoResponse,
    routing::get,
};
use metrics_exporter_prometheus::{BuildError, Matcher, PrometheusBuilder, PrometheusHandle};

use crate::http::{Caching, Media};

/// Tells whether the site can show its pages.
pub trait Readiness: Send + Sync + 'static {
    /// Looks now: an answer within a second or two, since whoever asks waits no longer.
    fn ready(&self) -> impl Future<Output = Result<(), NotReady>> + Send;
}

/// What the site lacks to show its pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotReady {
    /// The database does not answer.
    #[error("the database is away")]
    Database,
    /// The database's schema is not the one that this program knows.
    #[error("the database has another schema than this program")]
    Schema,
    /// The register was not loaded yet.
    #[error("the register is not loaded")]
    Register,
}

/// The questions on the public port: `/healthz` (the process lives) and `/readyz` (it can serve pages).
pub fn health<A: Readiness>() -> Router<Arc<A>> {
    Router::new()
        .route("/healthz", get(async || text(StatusCode::OK, "alive\n")))
        .route("/readyz", get(readyz::<A>))
}

async fn readyz<A: Readiness>(State(app): State<Arc<A>>) -> impl IntoResponse {
    match app.ready().await {
        Ok(()) => text(StatusCode::OK, "ready\n".to_owned()),
        Err(lack) => text(StatusCode::SERVICE_UNAVAILABLE, format!("{lack}\n")),
    }
}

fn text<Words>(status: StatusCode, words: Words) -> impl IntoResponse + use<Words>
where
    Words: IntoResponse,
{
    let headers = [(CONTENT_TYPE, Media::TEXT.header()), (CACHE_CONTROL, Caching::Never.header())];
    (status, headers, words)
}

/// The upper bounds of the histogram of requests, in seconds.
const SECONDS: [f64; 10] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 10.0];

/// Starts counting, for the whole process, and gives the way to read the counts.
pub fn count() -> Result<PrometheusHandle, BuildError> {
    let handle = PrometheusBuilder::new()
        .set_buckets_for_metric(Matcher::Suffix("_seconds".to_owned()), &SECONDS)?
        .install_recorder()?;
    metrics::describe_counter!("signpost_requests_total", "Requests answered.");
    metrics::describe_counter!(
        "signpost_pages_made_total",
        "Pages made to be kept for all who ask for the same."
    );
    metrics::describe_histogram!(
        "signpost_request_seconds",
        metrics::Unit::Seconds,
        "Time from a request's head to its answer's."
    );
    Ok(handle)
}

/// The operator's port: `/metrics` in Prometheus' text format.
pub fn metrics(counts: PrometheusHandle) -> Router {
    let exposition = Media::named("text/plain; version=0.0.4; charset=utf-8");
    Router::new()
        .route("/metrics", get(async move || ([(CONTENT_TYPE, exposition.header())], counts.render())))
}
