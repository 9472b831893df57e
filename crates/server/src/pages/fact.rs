//! Facts with their sources, and what sources dispute.

use crate::{pages::Written, urls::Url};

/// A label with its value, for lists of facts.
#[derive(Clone, Debug)]
pub struct Labelled {
    /// What the value is.
    pub label: Written,
    /// The value, in words.
    pub value: Written,
    /// Where it comes from.
    pub sources: Vec<SourceMark>,
}

impl Labelled {
    /// A value without a mark.
    pub fn new(label: impl Into<Written>, value: impl Into<Written>) -> Self {
        Self { label: label.into(), value: value.into(), sources: Vec::new() }
    }
}

/// A number behind a fact that leads to its source at the page's foot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceMark {
    /// The source's place in the page's list, from 1.
    pub number: usize,
}

/// A source in the page's list.
#[derive(Clone, Debug)]
pub struct SourceView {
    /// Its place in the list, from 1.
    pub number: usize,
    /// What it is called.
    pub title: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// When it was read or issued, in words.
    pub date: Option<String>,
    /// Where it can be read.
    pub url: Option<Url>,
}

/// A value that a source gives.
#[derive(Clone, Debug)]
pub struct ClaimView {
    /// The value.
    pub value: String,
    /// Who says so.
    pub said_by: Written,
    /// Whether the source does not say it, and it follows from what it says.
    pub is_inferred: bool,
}

/// A fact that sources dispute.
#[derive(Clone, Debug)]
pub struct DisputeView {
    /// The fact in question.
    pub fact: String,
    /// The value that the programme prefers, where it has settled on one.
    pub preferred: Option<ClaimView>,
    /// The other values.
    pub others: Vec<ClaimView>,
    /// How many values there are, in words: "3 values".
    pub count: String,
}
