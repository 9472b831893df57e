//! A part of a deployment, and how it is.

use serde::Serialize;
use signpost_core::database::Migrations;

use super::database::SchemaState;
use super::value;
use crate::printer::{Cell, Column, Row, Tone};

/// A part of a deployment.
#[derive(Debug, Serialize)]
pub(crate) struct PartRow {
    part: &'static str,
    state: PartState,
    found: String,
    advice: Option<String>,
}

/// How a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum PartState {
    /// As it should be.
    Well,
    /// Not there, and nobody said that it should be.
    Unset,
    /// To be mended.
    Ill,
}

impl PartState {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Well => "well",
            Self::Unset => "unset",
            Self::Ill => "ill",
        }
    }
}

impl PartRow {
    /// A part that is as it should be.
    pub(crate) fn well(part: &'static str, found: impl Into<String>) -> Self {
        Self { part, state: PartState::Well, found: found.into(), advice: None }
    }

    /// A part that nobody asked for, with how to have it.
    pub(crate) fn unset(part: &'static str, found: impl Into<String>, advice: impl Into<String>) -> Self {
        Self { part, state: PartState::Unset, found: found.into(), advice: Some(advice.into()) }
    }

    /// A part that must be mended, with how to do it.
    pub(crate) fn ill(part: &'static str, found: impl Into<String>, advice: impl Into<String>) -> Self {
        Self { part, state: PartState::Ill, found: found.into(), advice: Some(advice.into()) }
    }

    /// A part that failed with words that say already what to do.
    pub(crate) fn failed(part: &'static str, words: &impl ToString) -> Self {
        Self { part, state: PartState::Ill, found: words.to_string(), advice: None }
    }

    /// The tables, held against this program's migrations.
    pub(crate) fn tables(migrations: &Migrations) -> Self {
        let state = SchemaState::of(migrations);
        let found = format!("{} migrations applied", migrations.applied.len());
        if migrations.foreign.is_none() && migrations.pending.is_empty() {
            return Self::well("tables", found);
        }
        Self::ill("tables", found, state.advice())
    }

    /// Whether it must be mended.
    pub(crate) fn is_ill(&self) -> bool {
        self.state == PartState::Ill
    }
}

impl Row for PartRow {
    const COLUMNS: &'static [Column] =
        &[Column::whole("part"), Column::whole("state"), Column::wrapping("found")];
    const FIELDS: &'static [&'static str] = &["part", "state", "found", "advice"];

    fn cells(&self) -> Vec<Cell> {
        let tone = match self.state {
            PartState::Well => Tone::Good,
            PartState::Unset => Tone::Soon,
            PartState::Ill => Tone::Grave,
        };
        vec![
            Cell::toned(self.part, Tone::Strong),
            Cell::toned(self.state.as_str(), tone),
            Cell::plain(self.found.as_str()).below(self.advice.as_deref().unwrap_or_default()),
        ]
    }

    fn values(&self) -> Vec<String> {
        vec![
            self.part.to_owned(),
            self.state.as_str().to_owned(),
            self.found.clone(),
            value(self.advice.as_ref()),
        ]
    }
}
