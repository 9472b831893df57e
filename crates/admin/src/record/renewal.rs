//! Renewals that are due.

use jiff::civil::Date;
use jiff::{Span, Unit};
use serde::Serialize;
use signpost_core::{DueRenewal, Kind, Line, Precision, Slug};

use super::{Dated, value};
use crate::phrase;
use crate::printer::{Cell, Column, Row, Tone};

/// A term that ends soon and that nothing continues.
#[derive(Debug, Serialize)]
pub(crate) struct DueRow {
    partner: Slug,
    name: Line,
    kind: Kind,
    end: Dated,
    first_possible_day: Date,
    days_left: i32,
    form_due: Option<Date>,
    sponsor: Option<Line>,
}

impl DueRow {
    /// A renewal that is due, seen from a day.
    pub(crate) fn new(renewal: DueRenewal<'_>, today: Date) -> Self {
        let DueRenewal { partner, term, end, form_due, .. } = renewal;
        Self {
            partner: partner.slug.clone(),
            name: partner.name.clone(),
            kind: term.kind,
            end: Dated(end),
            first_possible_day: end.first(),
            days_left: today.until((Unit::Day, end.first())).as_ref().map_or(0, Span::get_days),
            form_due,
            sponsor: term.sponsor.clone(),
        }
    }

    fn left(&self) -> Cell {
        let days = u64::from(self.days_left.unsigned_abs());
        let is_sure = self.end.0.precision() == Precision::Day;
        match self.days_left {
            0 if is_sure => Cell::toned("today", Tone::Grave),
            ..=0 => Cell::toned("may be over", Tone::Grave),
            1..=60 => Cell::toned(phrase::count(days, "day"), Tone::Grave),
            _ => Cell::toned(phrase::count(days, "day"), Tone::Soon),
        }
    }
}

impl Row for DueRow {
    const COLUMNS: &'static [Column] = &[
        Column::whole("partner"),
        Column::whole("kind"),
        Column::wrapping("ends"),
        Column::whole("left"),
        Column::whole("form due"),
    ];
    const FIELDS: &'static [&'static str] =
        &["partner", "name", "kind", "end", "first_possible_day", "days_left", "form_due", "sponsor"];

    fn cells(&self) -> Vec<Cell> {
        let form_due = self.form_due.map_or_else(|| Cell::quiet("–"), |day| Cell::plain(day.to_string()));
        vec![
            Cell::toned(self.partner.as_str(), Tone::Strong),
            Cell::plain(self.kind.as_str()),
            Cell::plain(phrase::date(self.end.0)),
            self.left(),
            form_due,
        ]
    }

    fn values(&self) -> Vec<String> {
        vec![
            self.partner.to_string(),
            self.name.to_string(),
            self.kind.to_string(),
            self.end.0.to_string(),
            self.first_possible_day.to_string(),
            self.days_left.to_string(),
            value(self.form_due),
            value(self.sponsor.as_ref()),
        ]
    }
}
