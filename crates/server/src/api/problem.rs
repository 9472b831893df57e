//! Errors for programs: problem details (RFC 9457).

use axum::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::handlers;
use crate::http::{Content, Media, PageError, Sought, Wanted};
use crate::language::Locale;
use crate::urls::{Page, Url};

/// What went wrong (RFC 9457).
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct Problem {
    /// What kind of problem it is: where the documentation tells of it.
    #[serde(rename = "type")]
    #[schema(format = "uri")]
    kind: String,
    /// The same in a few words.
    title: String,
    /// The status of the answer.
    #[schema(minimum = 400, maximum = 599)]
    status: u16,
    /// What went wrong here, and what to do next.
    detail: String,
    /// The name of the parameter that is at fault; `null`: none is.
    parameter: Option<String>,
    /// What would have been right: names of parameters, words that one can be, short names that are most like the
    /// one asked for.
    choices: Vec<String>,
}

/// A kind of problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// Nothing is there.
    NotFound,
    /// A parameter cannot be what it is.
    BadParameter,
    /// A parameter means nothing there.
    UnknownParameter,
    /// The request names no host, or several.
    BadHost,
    /// The method is another than GET or HEAD.
    MethodNotAllowed,
    /// What is there is not what `If-Match` names.
    NotAsWanted,
    /// The address is too long.
    AddressTooLong,
    /// The register is away for a moment.
    Unavailable,
    /// The server has a fault.
    Internal,
}

impl ProblemKind {
    /// Every kind.
    pub const ALL: [Self; 9] = [
        Self::BadParameter,
        Self::UnknownParameter,
        Self::NotFound,
        Self::MethodNotAllowed,
        Self::NotAsWanted,
        Self::AddressTooLong,
        Self::BadHost,
        Self::Unavailable,
        Self::Internal,
    ];

    /// Its name: where on the documentation's page it is told of.
    pub const fn id(self) -> &'static str {
        match self {
            Self::NotFound => "problem-not-found",
            Self::BadParameter => "problem-bad-parameter",
            Self::UnknownParameter => "problem-unknown-parameter",
            Self::BadHost => "problem-bad-host",
            Self::MethodNotAllowed => "problem-method-not-allowed",
            Self::NotAsWanted => "problem-not-as-wanted",
            Self::AddressTooLong => "problem-address-too-long",
            Self::Unavailable => "problem-unavailable",
            Self::Internal => "problem-internal",
        }
    }

    /// What it is, in a few words.
    pub fn title(self, locale: Locale) -> String {
        match self {
            Self::NotFound => locale.say("problem-not-found"),
            Self::BadParameter => locale.say("problem-bad-parameter"),
            Self::UnknownParameter => locale.say("problem-unknown-parameter"),
            Self::BadHost => locale.say("problem-bad-host"),
            Self::MethodNotAllowed => locale.say("problem-method"),
            Self::NotAsWanted => locale.say("error-not-as-wanted"),
            Self::AddressTooLong => locale.say("problem-too-long"),
            Self::Unavailable => locale.say("problem-unavailable"),
            Self::Internal => locale.say("problem-internal"),
        }
    }

    /// What to do next.
    pub fn advice(self, locale: Locale) -> String {
        match self {
            Self::NotFound => locale.say("problem-not-found-next"),
            Self::BadParameter => locale.say("problem-bad-parameter-next"),
            Self::UnknownParameter => locale.say("problem-unknown-parameter-next"),
            Self::BadHost => locale.say("problem-bad-host-next"),
            Self::MethodNotAllowed => locale.say("problem-method-next"),
            Self::NotAsWanted => locale.say("error-not-as-wanted-next"),
            Self::AddressTooLong => locale.say("problem-too-long-next"),
            Self::Unavailable => locale.say("problem-unavailable-next"),
            Self::Internal => locale.say("problem-internal-next"),
        }
    }

    /// The status that it is answered with.
    pub const fn status(self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::BadParameter | Self::UnknownParameter | Self::BadHost => StatusCode::BAD_REQUEST,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::NotAsWanted => StatusCode::PRECONDITION_FAILED,
            Self::AddressTooLong => StatusCode::URI_TOO_LONG,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl From<&PageError> for ProblemKind {
    fn from(error: &PageError) -> Self {
        match error {
            PageError::NotFound(_) => Self::NotFound,
            PageError::BadArgument { .. } => Self::BadParameter,
            PageError::UnknownArgument { .. } => Self::UnknownParameter,
            PageError::BadHost(_) => Self::BadHost,
            PageError::MethodNotAllowed => Self::MethodNotAllowed,
            PageError::NotAsWanted => Self::NotAsWanted,
            PageError::AddressTooLong { .. } => Self::AddressTooLong,
            PageError::TimedOut | PageError::Unavailable => Self::Unavailable,
            PageError::Internal { .. } => Self::Internal,
        }
    }
}

impl Problem {
    fn new(app: &App, error: &PageError) -> Self {
        let (kind, locale) = (ProblemKind::from(error), Locale::default());
        let page = Page::Api.url(locale).absolute(app.address());
        Self {
            kind: format!("{page}{}", Url::place(kind.id())),
            title: kind.title(locale),
            status: kind.status().as_u16(),
            detail: handlers::fault(locale, error).unwrap_or_else(|| kind.advice(locale)),
            parameter: parameter(error),
            choices: choices(app, error),
        }
    }
}

fn parameter(error: &PageError) -> Option<String> {
    match error {
        PageError::BadArgument { name, .. } => Some((*name).to_owned()),
        PageError::UnknownArgument { name, .. } => Some(name.clone()),
        _ => None,
    }
}

fn choices(app: &App, error: &PageError) -> Vec<String> {
    match error {
        PageError::BadArgument { wanted: Wanted::OneOf(words), .. } => words.clone(),
        PageError::UnknownArgument { known, .. } => known.clone(),
        PageError::NotFound(Sought::Exchange { nearest }) => nearest.clone(),
        PageError::NotFound(Sought::Partner(word)) => {
            let Ok(register) = app.register() else {
                return Vec::new();
            };
            let nearest = handlers::nearest_partners(word, &register);
            nearest.into_iter().map(|partner| partner.slug.to_string()).collect()
        }
        _ => Vec::new(),
    }
}

/// The media type of problems.
const PROBLEM: Media = Media::named("application/problem+json");

/// What a program is told of an error.
pub(super) fn content(app: &App, error: &PageError) -> Result<Content, PageError> {
    let bytes = serde_json::to_vec(&Problem::new(app, error)).map_err(|fault| PageError::internal(&fault))?;
    Ok(Content::new(PROBLEM, bytes).shared())
}
