//! What differs from Wikidata.

use serde::Serialize;
use signpost_core::wikidata::{Difference, Finding, Part};
use signpost_core::{Slug, WikidataId};

use super::value;
use crate::printer::{Cell, Column, Row, Tone};

/// One difference.
#[derive(Debug, Serialize)]
pub(crate) struct WikidataRow {
    finding: Finding,
    part: Part,
    partner: Option<Slug>,
    name: String,
    item: WikidataId,
    ours: Option<String>,
    theirs: Option<String>,
}

impl WikidataRow {
    /// A difference.
    pub(crate) fn new(difference: &Difference<'_>) -> Self {
        Self {
            finding: difference.finding,
            part: difference.part,
            partner: difference.partner.map(|partner| partner.slug.clone()),
            name: difference.name.clone(),
            item: difference.item.clone(),
            ours: difference.ours.clone(),
            theirs: difference.theirs.clone(),
        }
    }
}

impl Row for WikidataRow {
    const COLUMNS: &'static [Column] = &[
        Column::whole("finding"),
        Column::wrapping("city"),
        Column::whole("part"),
        Column::wrapping("the record"),
        Column::wrapping("Wikidata"),
    ];
    const FIELDS: &'static [&'static str] = &["finding", "part", "partner", "name", "item", "ours", "theirs"];

    fn cells(&self) -> Vec<Cell> {
        let finding = match self.finding {
            Finding::TheyLack => Cell::plain("they lack"),
            Finding::WeLack => Cell::toned("we lack", Tone::Soon),
            Finding::Disagree => Cell::toned("disagree", Tone::Grave),
        };
        let cell = |said: &Option<String>| said.as_deref().map_or_else(|| Cell::quiet("–"), Cell::plain);
        vec![
            finding,
            Cell::toned(self.name.as_str(), Tone::Strong).below(self.item.as_str()),
            Cell::plain(self.part.as_str()),
            cell(&self.ours),
            cell(&self.theirs),
        ]
    }

    fn values(&self) -> Vec<String> {
        vec![
            self.finding.to_string(),
            self.part.to_string(),
            value(self.partner.as_ref()),
            self.name.clone(),
            self.item.to_string(),
            value(self.ours.as_ref()),
            value(self.theirs.as_ref()),
        ]
    }
}
