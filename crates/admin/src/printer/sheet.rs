//! Sheets: one record as a person reads it, with labels and values.

use super::screen::Screen;
use super::table::{Tone, pairs, paragraph};

/// What stands where something is not on record.
pub(crate) const NOT_ON_RECORD: &str = "not on record";

/// On a narrower screen, values stand below their labels.
const NARROW: u16 = 50;

/// One record as a person reads it.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    title: String,
    subtitle: String,
    sections: Vec<Section>,
}

/// A part of a sheet.
#[derive(Debug, Default)]
pub(crate) struct Section {
    heading: &'static str,
    entries: Vec<(String, String)>,
    blocks: Vec<(String, Below)>,
}

/// What stands below a text.
#[derive(Debug)]
enum Below {
    /// One more text.
    Text(String),
    /// One of several, each beside a mark.
    Choices(Vec<String>),
}

impl Sheet {
    /// A sheet with nothing below its title and the line that says the most.
    pub(crate) fn new(title: impl Into<String>, subtitle: impl Into<String>) -> Self {
        Self { title: title.into(), subtitle: subtitle.into(), sections: Vec::new() }
    }

    /// With one more part, unless that is empty.
    pub(crate) fn with(mut self, section: Section) -> Self {
        if !section.entries.is_empty() || !section.blocks.is_empty() {
            self.sections.push(section);
        }
        self
    }

    /// Its lines on a screen.
    pub(super) fn lines(&self, screen: Screen) -> String {
        let mut lines = paragraph(&self.title, "", Tone::Strong, screen);
        if !self.subtitle.is_empty() {
            lines.push_str(&paragraph(&self.subtitle, "", Tone::Plain, screen));
        }
        let labels = self.sections.iter().flat_map(|section| &section.entries);
        let widest = labels.map(|(label, _)| label.chars().count()).max();
        let label = u16::try_from(widest.unwrap_or(0)).unwrap_or(0);
        for section in &self.sections {
            lines.push('\n');
            lines.push_str(&section.lines(label, screen));
        }
        lines
    }
}

impl Section {
    /// A part under a heading, which may be empty.
    pub(crate) const fn new(heading: &'static str) -> Self {
        Self { heading, entries: Vec::new(), blocks: Vec::new() }
    }

    /// With a value.
    pub(crate) fn entry(mut self, label: impl Into<String>, value: impl Into<String>) -> Self {
        self.entries.push((label.into(), value.into().replace('\t', "  ")));
        self
    }

    /// With a value, if there is one.
    pub(crate) fn maybe(self, label: &str, value: Option<impl Into<String>>) -> Self {
        match value {
            Some(value) => self.entry(label, value),
            None => self,
        }
    }

    /// With a value that the record ought to have: where it has not, that is said.
    pub(crate) fn known(self, label: &str, value: Option<impl Into<String>>) -> Self {
        match value {
            Some(value) => self.entry(label, value),
            None => self.entry(label, NOT_ON_RECORD),
        }
    }

    /// With a text, and another one below it.
    pub(crate) fn text(mut self, head: impl Into<String>, below: impl Into<String>) -> Self {
        self.blocks.push((head.into(), Below::Text(below.into())));
        self
    }

    /// With a text, and several below it of which one may be right.
    pub(crate) fn choices(mut self, head: impl Into<String>, below: Vec<String>) -> Self {
        self.blocks.push((head.into(), Below::Choices(below)));
        self
    }

    fn lines(&self, label: u16, screen: Screen) -> String {
        let mut lines = String::new();
        if !self.heading.is_empty() {
            lines.push_str(&screen.on_data(self.heading, Tone::Strong));
            lines.push('\n');
        }
        if screen.width >= NARROW {
            lines.push_str(&pairs(&self.entries, label, "  ", screen));
        } else {
            for (name, value) in &self.entries {
                lines.push_str(&paragraph(name, "  ", Tone::Quiet, screen));
                lines.push_str(&paragraph(value, "    ", Tone::Plain, screen));
            }
        }
        for (head, below) in &self.blocks {
            lines.push_str(&paragraph(head, "  ", Tone::Plain, screen));
            lines.push_str(&match below {
                Below::Text(text) => paragraph(text, "    ", Tone::Quiet, screen),
                Below::Choices(texts) => {
                    let marked: Vec<_> = texts.iter().map(|text| ("•", text.as_str())).collect();
                    pairs(&marked, 1, "    ", screen)
                }
            });
        }
        lines
    }
}
