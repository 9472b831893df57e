//! The API: what programs can ask for, with examples.

use askama::Template;

use crate::pages::{Chrome, Link};
use crate::urls::Url;

/// What the page shows.
#[derive(Clone, Debug)]
pub struct ApiView {
    /// The heading.
    pub heading: String,
    /// Where the document for programs is.
    pub document: Link,
    /// All that can be asked for.
    pub endpoints: Vec<EndpointView>,
    /// What can go wrong.
    pub problems: Vec<ProblemView>,
}

/// Something that can be asked for.
#[derive(Clone, Debug)]
pub struct EndpointView {
    /// Where on the page it is.
    pub id: String,
    /// The path, with the names of its parameters in braces.
    pub path: String,
    /// What it is, in English as the document has it.
    pub summary: String,
    /// What can be said in the path and the query.
    pub parameters: Vec<ParameterView>,
    /// An example to try; nothing where nothing is on record that it could be about.
    pub example: Option<ExampleView>,
}

/// A parameter of a path or query.
#[derive(Clone, Debug)]
pub struct ParameterView {
    /// Its name.
    pub name: String,
    /// Where it stands and what it can be: "in the query, a day as 2017-01-01".
    pub kind: String,
    /// The words that it can be, where it is one of a few.
    pub words: Vec<String>,
    /// What it means, in English as the document has it.
    pub description: String,
}

/// A question, and what is answered.
#[derive(Clone, Debug)]
pub struct ExampleView {
    /// The address.
    pub url: Url,
    /// The whole address, as a program writes it.
    pub address: String,
    /// The answer, of each list the first.
    pub answer: String,
}

/// Something that can go wrong.
#[derive(Clone, Debug)]
pub struct ProblemView {
    /// Where on the page it is.
    pub id: &'static str,
    /// The status that it is answered with.
    pub status: u16,
    /// What it is.
    pub title: String,
    /// What to do next.
    pub advice: String,
}

/// The API.
#[derive(Template)]
#[template(path = "api.html")]
pub struct ApiPage {
    /// What surrounds it.
    pub chrome: Chrome,
    /// What it shows.
    pub view: ApiView,
}
