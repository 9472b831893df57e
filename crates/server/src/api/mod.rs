//! The API for programs, version 1: one file per resource, from the domain to JSON.
//!
//! One list, `endpoints`, says what can be asked for; the routes, the OpenAPI document and the page about the API are
//! made from it. What is told is what the pages show: the site's role reads what is published, and nothing else.

mod agreements;
mod claims;
mod committees;
mod context;
mod dates;
mod document;
mod endpoint;
mod examples;
mod exchanges;
mod gifts;
mod partners;
mod policy;
mod problem;
mod programme;
mod relationships;
mod search;
mod sources;
mod standing;
mod terms;
mod words;

pub use endpoint::json;
pub use examples::{example_question, parameters_of};
pub use problem::ProblemKind;

use std::sync::{Arc, LazyLock};

use axum::Router;
use utoipa::openapi::OpenApi;
use utoipa::openapi::path::Parameter;

use crate::app::App;
use crate::http::{Content, PageError};
use crate::urls::{API, API_DOCUMENT};
use endpoint::Endpoints;

static ENDPOINTS: LazyLock<Endpoints> = LazyLock::new(endpoints);

/// All that can be asked for.
fn endpoints() -> Endpoints {
    Endpoints::none()
        .with("/programme", "The host city's programme", programme::show)
        .with("/partners", "The partners as they stand on a day", partners::list)
        .with("/partners/{partner}", "One partner as it stands on a day", partners::show)
        .with(
            "/relationships",
            "The relationships: terms, dormancies, applications, and what they are on a day",
            relationships::list,
        )
        .with("/relationships/{partner}", "The relationship with one partner", relationships::show)
        .with("/terms", "The terms of all relationships", terms::list)
        .with("/agreements", "The agreements, with who signed them", agreements::list)
        .with("/exchanges", "The exchanges that a filter lets through, a page at a time", exchanges::list)
        .with("/exchanges/{exchange}", "One exchange, with what sources say of it", exchanges::show)
        .with("/gifts", "The gifts, and where to see them", gifts::list)
        .with("/committees", "The committees, here and there", committees::list)
        .with("/sources", "What facts come from", sources::list)
        .with("/sources/{source}", "One source", sources::show)
        .with("/claims", "What sources say, and where they differ", claims::list)
        .with("/search", "What says some words: partners, exchanges, texts and documents", search::find)
        .with("/policy", "The rules in force on a day", policy::show)
}

/// The routes.
pub fn routes() -> Router<Arc<App>> {
    ENDPOINTS.router.clone()
}

/// What the API is: the OpenAPI document, with examples from what is on record now.
pub async fn described(app: &Arc<App>) -> Result<OpenApi, PageError> {
    examples::added(ENDPOINTS.document.clone(), app, ENDPOINTS.router.clone()).await
}

/// The words that a parameter can be, where it is one of a few.
pub fn words_of(parameter: &Parameter) -> Vec<String> {
    endpoint::words_of(parameter)
}

/// Whether a path is for programs: they are told of errors in their own way.
pub fn is_asked(path: &str) -> bool {
    path == API_DOCUMENT
        || path.strip_prefix(API).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// What a program is told of an error.
pub fn problem(app: &App, error: &PageError) -> Result<Content, PageError> {
    problem::content(app, error)
}
