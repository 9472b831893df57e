//! Gifts in a list.

use serde::Serialize;
use signpost_core::{GiftId, Line, Markdown, Partner, Side, Slug};

use super::{Dated, dated, value};
use crate::mark::Mark;
use crate::phrase;
use crate::printer::{Cell, Column, Record, Row, Section, Sheet, Tone};

/// A gift in a list.
#[derive(Debug, Serialize)]
pub(crate) struct GiftRow {
    mark: Mark,
    id: GiftId,
    partner: Slug,
    what: Line,
    given: Option<Dated>,
    giver: Option<Side>,
    place: Option<Line>,
    note: Option<Markdown>,
}

impl GiftRow {
    /// The gifts of a partner and to it.
    pub(crate) fn all(partner: &Partner) -> Vec<Self> {
        let gifts = partner.relationship.gifts.iter().map(|gift| Self {
            mark: Mark::of(gift.id),
            id: gift.id,
            partner: partner.slug.clone(),
            what: gift.what.clone(),
            given: gift.given.map(Dated),
            giver: gift.giver,
            place: gift.place.clone(),
            note: gift.note.clone(),
        });
        gifts.collect()
    }
}

impl GiftRow {
    /// Its id.
    pub(crate) const fn id(&self) -> GiftId {
        self.id
    }
}

impl Record for GiftRow {
    type Row = Self;

    fn row(&self) -> &Self {
        self
    }

    fn sheet(&self) -> Sheet {
        let facts = Section::new("")
            .entry("mark", self.mark.to_string())
            .entry("partner", self.partner.as_str())
            .known("given", self.given.map(|given| phrase::date(given.0)))
            .known("given by", self.giver.map(|giver| format!("the {giver}")))
            .known("to be seen", self.place.as_ref().map(Line::as_str))
            .maybe("remark", self.note.as_ref().map(Markdown::as_str));
        Sheet::new(self.what.as_str(), "").with(facts)
    }
}

impl Row for GiftRow {
    const COLUMNS: &'static [Column] = &[
        Column::whole("mark"),
        Column::whole("partner"),
        Column::wrapping("gift"),
        Column::wrapping("given"),
        Column::wrapping("place"),
    ];
    const FIELDS: &'static [&'static str] =
        &["mark", "id", "partner", "what", "given", "giver", "place", "note"];

    fn cells(&self) -> Vec<Cell> {
        let by = self.giver.map(|giver| format!("by the {giver}")).unwrap_or_default();
        let given = self.given.map_or_else(|| "not on record".to_owned(), |date| date.0.to_string());
        vec![
            Cell::quiet(self.mark.to_string()),
            Cell::toned(self.partner.as_str(), Tone::Strong),
            Cell::plain(self.what.as_str()),
            Cell::plain(given).below(&by),
            self.place
                .as_ref()
                .map_or_else(|| Cell::quiet("not on record"), |place| Cell::plain(place.as_str())),
        ]
    }

    fn values(&self) -> Vec<String> {
        vec![
            self.mark.to_string(),
            self.id.to_string(),
            self.partner.to_string(),
            self.what.to_string(),
            dated(self.given),
            value(self.giver),
            value(self.place.as_ref()),
            value(self.note.as_ref()),
        ]
    }
}
