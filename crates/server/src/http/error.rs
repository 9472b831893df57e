//! What can go wrong with a visit, and how it becomes a page.

use std::{
    error::Error,
    fmt::Write,
    panic::{AssertUnwindSafe, catch_unwind},
};

use axum::{
    http::{
        HeaderValue, StatusCode,
        header::{ALLOW, RETRY_AFTER},
    },
    response::Response,
};

use jiff::civil::Date;

use super::content::Content;

/// The reason that a visitor does not get what was asked for.
///
/// Handlers return it and never render it: the page in the visitor's language is made by
/// [`ErrorPages`], the same for an error of a handler and for one that no handler saw.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PageError {
    /// Nothing is at this address (404).
    #[error("nothing is at this address")]
    NotFound(Sought),

    /// An argument of the query does not say what it should (400).
    #[error("the argument {name} cannot be {value:?}")]
    BadArgument {
        /// The argument's name, one of ours.
        name: &'static str,
        /// What was given, as far as it is readable; long values are cut.
        value: String,
        /// What would have been right.
        wanted: Wanted,
    },

    /// The query has an argument that the page does not know (400): whoever wrote it means a filter that is not
    /// there, and would take what is shown for what was asked for.
    #[error("there is no argument {name:?}")]
    UnknownArgument {
        /// The name that was given, as far as it is readable; a long one is cut.
        name: String,
        /// The names that the page knows.
        known: Vec<String>,
    },

    /// The visitor wanted one state of the content, and there is another (412).
    #[error("what is here is not what If-Match names")]
    NotAsWanted,

    /// The request does not say which site it is for, so that some proxy may have mistaken it (400).
    #[error("the request {0}")]
    BadHost(HostFault),

    /// The site is for reading: anything but GET and HEAD (405).
    #[error("only GET and HEAD are understood")]
    MethodNotAllowed,

    /// The path and query are longer than any link of the site (414).
    #[error("the address has more than {limit} bytes")]
    AddressTooLong {
        /// The most bytes that path and query may have together.
        limit: usize,
    },

    /// The answer took longer than a visitor should wait (503).
    #[error("the answer took too long")]
    TimedOut,

    /// The database is away and nothing older can be shown (503).
    #[error("the database is away")]
    Unavailable,

    /// A fault of ours (500). The report is for the log, never for the visitor.
    #[error("{report}")]
    Internal {
        /// The error and its causes.
        report: String,
    },
}

/// What a visitor was looking for at an address where nothing is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sought {
    /// Some page.
    Page,
    /// A partner by a slug that none has.
    Partner(String),
    /// An exchange by a slug that none has.
    Exchange {
        /// The slugs that are most like it.
        nearest: Vec<String>,
    },
    /// A month, or a day in it, that the record of exchanges does not reach.
    Month {
        /// The first days of the first and the last month that it reaches.
        recorded: (Date, Date),
    },
    /// What the link of a preview opens.
    Preview,
}

/// What an argument of a query should have been.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// Given no more than once.
    Once,
    /// Text in UTF-8 without control characters.
    Text,
    /// A day of the calendar, as in `2017-01-01`.
    Day,
    /// A month of the calendar, as in `2026-11`.
    Month,
    /// One of those that the page offers.
    Listed,
    /// Anything: it cannot be left out.
    Some,
    /// Words to look for, not too many.
    Words,
    /// One of these words.
    OneOf(Vec<String>),
    /// A whole number.
    Number {
        /// The least that it can be.
        least: u16,
        /// The most.
        most: u16,
    },
    /// A place in a list, as a link to more of it has it.
    Cursor,
}

/// What is wrong with the Host header of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum HostFault {
    /// HTTP/1.1 demands one; an HTTP/1.0 request without one is not served either, so that one
    /// rule holds, and every client and proxy in use sends it.
    #[error("has no Host header")]
    Missing,
    /// Two parties on the way may each believe another one.
    #[error("has more than one Host header")]
    Twice,
    /// Not a name or an address with an optional port.
    #[error("has a Host header that names no host")]
    Absurd,
}

/// Makes the page, or what takes its place where programs read, that tells a visitor what went wrong and how to go on.
pub trait ErrorPages: Send + Sync + 'static {
    /// The page in the language that `path` asks for.
    ///
    /// The path is the whole one of the request, still percent-encoded, and may be nonsense. A page
    /// that cannot be made is reported, and a bare one takes its place.
    fn error_page(&self, error: &PageError, path: &str) -> Result<Content, PageError>;
}

impl PageError {
    /// An argument of the query that does not say what it should; a long value is cut.
    pub fn bad_argument(name: &'static str, value: &str, wanted: Wanted) -> Self {
        super::query::bad_argument(name, value, wanted)
    }

    /// A fault of ours, with all its causes for the log.
    pub fn internal(fault: &(dyn Error + 'static)) -> Self {
        let mut report = fault.to_string();
        let mut cause = fault.source();
        while let Some(error) = cause {
            // Writing to a string cannot fail.
            let _ = write!(report, ": {error}");
            cause = error.source();
        }
        Self::Internal { report }
    }

    /// The status that this error is answered with.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound(_) => StatusCode::NOT_FOUND,
            Self::BadArgument { .. } | Self::UnknownArgument { .. } | Self::BadHost(_) => {
                StatusCode::BAD_REQUEST
            }
            Self::NotAsWanted => StatusCode::PRECONDITION_FAILED,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::AddressTooLong { .. } => StatusCode::URI_TOO_LONG,
            Self::TimedOut | Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal { .. } => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

/// The seconds after which a visitor may try again what was too slow or away.
const RETRY_SECONDS: HeaderValue = HeaderValue::from_static("10");

/// The answer that tells a visitor of an error.
pub(crate) fn error_response<A: ErrorPages>(app: &A, error: &PageError, path: &str) -> Response {
    let status = error.status();
    if status.is_server_error() {
        tracing::error!(status = status.as_u16(), "{error}");
    }
    // The error page is the last thing that may panic, so its own panic is caught here.
    let made = catch_unwind(AssertUnwindSafe(|| app.error_page(error, path)));
    let content = match made {
        Ok(Ok(content)) => content,
        Ok(Err(second)) => {
            tracing::error!("the error page could not be made: {second}");
            bare_page(status)
        }
        Err(_) => {
            tracing::error!("the error page panicked");
            bare_page(status)
        }
    };
    let mut response = content.respond_as_error(status);
    let headers = response.headers_mut();
    match error {
        PageError::MethodNotAllowed => {
            headers.insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
        }
        PageError::TimedOut | PageError::Unavailable => {
            headers.insert(RETRY_AFTER, RETRY_SECONDS);
        }
        _ => {}
    }
    response
}

/// The page for when there is no other: the status and a way back, in English.
fn bare_page(status: StatusCode) -> Content {
    Content::html(format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>{status}</title>\
         <h1>{status}</h1><p><a href=\"/\">Home</a></p></html>\n"
    ))
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::*;

    #[test]
    fn a_report_names_every_cause() {
        #[derive(Debug, thiserror::Error)]
        #[error("the register cannot be read")]
        struct Unreadable(#[source] io::Error);

        let fault = Unreadable(io::Error::other("disk on fire"));
        assert_eq!(
            PageError::internal(&fault),
            PageError::Internal { report: "the register cannot be read: disk on fire".to_owned() }
        );
    }
}
