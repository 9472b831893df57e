//! Exchanges that are likely the same.

use jiff::civil::Date;
use serde::Serialize;
use signpost_core::{Exchange, LikelyDuplicate, Line, Register, Slug};

use crate::printer::{Cell, Column, Row};

/// Two exchanges that are likely one.
#[derive(Debug, Serialize)]
pub(crate) struct DuplicateRow {
    one: OneRow,
    other: OneRow,
    days_apart: i32,
}

/// One of the two.
#[derive(Debug, Serialize)]
struct OneRow {
    slug: Slug,
    title: Line,
    first_day: Option<Date>,
}

impl DuplicateRow {
    /// A pair.
    pub(crate) fn new(register: &Register, pair: &LikelyDuplicate<'_>) -> Self {
        let host = &register.programme().time_zone;
        let row = |exchange: &Exchange| OneRow {
            slug: exchange.slug.clone(),
            title: exchange.title.clone(),
            first_day: exchange.when.days(host).ok().map(|(first, _)| first),
        };
        Self { one: row(pair.one), other: row(pair.other), days_apart: pair.days_apart }
    }
}

impl OneRow {
    fn cell(&self) -> Cell {
        let day = self.first_day.map(|day| format!(", {day}")).unwrap_or_default();
        Cell::plain(self.title.as_str()).below(format!("{}{day}", self.slug))
    }
}

impl Row for DuplicateRow {
    const COLUMNS: &'static [Column] = &[Column::wrapping("one"), Column::wrapping("other")];
    const FIELDS: &'static [&'static str] = &["one", "other", "days_apart"];

    fn cells(&self) -> Vec<Cell> {
        vec![self.one.cell(), self.other.cell()]
    }

    fn values(&self) -> Vec<String> {
        vec![self.one.slug.to_string(), self.other.slug.to_string(), self.days_apart.to_string()]
    }
}
