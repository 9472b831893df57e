//! The other names of partners, in a list.

use serde::Serialize;
use signpost_core::{Language, Line, NamePurpose, Partner, PartnerName, Slug};

use super::value;
use crate::printer::{Cell, Column, Row, Tone};

/// A name that a partner has besides the one that the host uses.
#[derive(Debug, Serialize)]
pub(crate) struct AliasRow {
    partner: Slug,
    text: Line,
    language: Option<Language>,
    purpose: NamePurpose,
    reading: Option<Line>,
}

impl AliasRow {
    /// The other names of a partner.
    pub(crate) fn all(partner: &Partner) -> Vec<Self> {
        let row = |name: &PartnerName| Self {
            partner: partner.slug.clone(),
            text: name.text.clone(),
            language: name.language.clone(),
            purpose: name.purpose,
            reading: name.reading.clone(),
        };
        partner.names.iter().map(row).collect()
    }
}

impl Row for AliasRow {
    const COLUMNS: &'static [Column] = &[
        Column::whole("partner"),
        Column::wrapping("name"),
        Column::whole("language"),
        Column::wrapping("is"),
    ];
    const FIELDS: &'static [&'static str] = &["partner", "text", "language", "purpose", "reading"];

    fn cells(&self) -> Vec<Cell> {
        let is = match self.purpose {
            NamePurpose::Preferred => Cell::plain("shown"),
            NamePurpose::Alias => Cell::quiet("for searching only"),
        };
        let reading = self.reading.as_ref().map_or("", Line::as_str);
        vec![
            Cell::toned(self.partner.as_str(), Tone::Strong),
            Cell::plain(self.text.as_str()).below(reading),
            self.language
                .as_ref()
                .map_or_else(|| Cell::quiet("–"), |language| Cell::plain(language.as_str())),
            is,
        ]
    }

    fn values(&self) -> Vec<String> {
        vec![
            self.partner.to_string(),
            self.text.to_string(),
            value(self.language.as_ref()),
            self.purpose.to_string(),
            value(self.reading.as_ref()),
        ]
    }
}
