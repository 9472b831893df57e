//! Pages.

use jiff::Timestamp;
use serde::Serialize;
use signpost_core::{Line, Markdown, Page, Slug};

use super::value;
use crate::phrase;
use crate::printer::{Cell, Column, Record, Row, Section, Sheet, Tone};

/// A page in a list.
#[derive(Debug, Serialize)]
pub(crate) struct PageRow {
    slug: Slug,
    title: Line,
    published_at: Option<Timestamp>,
}

/// A page, whole.
#[derive(Debug, Serialize)]
pub(crate) struct PageRecord {
    #[serde(flatten)]
    row: PageRow,
    body: Markdown,
}

impl PageRow {
    /// A page.
    pub(crate) fn new(page: &Page) -> Self {
        Self { slug: page.slug.clone(), title: page.title.clone(), published_at: page.published_at }
    }
}

impl Row for PageRow {
    const COLUMNS: &'static [Column] =
        &[Column::whole("page"), Column::wrapping("title"), Column::whole("public")];
    const FIELDS: &'static [&'static str] = &["slug", "title", "published_at"];

    fn cells(&self) -> Vec<Cell> {
        let tone = if self.published_at.is_some() { Tone::Plain } else { Tone::Quiet };
        vec![
            Cell::toned(self.slug.as_str(), Tone::Strong),
            Cell::plain(self.title.as_str()),
            Cell::toned(phrase::public_briefly(self.published_at), tone),
        ]
    }

    fn values(&self) -> Vec<String> {
        vec![self.slug.to_string(), self.title.to_string(), value(self.published_at)]
    }
}

impl PageRecord {
    /// A page.
    pub(crate) fn new(page: &Page) -> Self {
        Self { row: PageRow::new(page), body: page.body.clone() }
    }
}

impl Record for PageRecord {
    type Row = PageRow;

    fn row(&self) -> &PageRow {
        &self.row
    }

    fn sheet(&self) -> Sheet {
        let facts = Section::new("")
            .entry("short name", self.row.slug.as_str())
            .entry("public", phrase::public(self.row.published_at))
            .entry("text", self.body.as_str());
        Sheet::new(self.row.title.as_str(), "").with(facts)
    }
}
