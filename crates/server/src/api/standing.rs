//! Standing: what a relationship is on a day, and what that rests on.

use serde::Serialize;
use signpost_core as core;
use signpost_core::{Basis, Partner};
use utoipa::ToSchema;

use super::context::Context;
use super::dates::Day;
use super::words::{Kind, State};

/// What a relationship is on a day, as far as is known today.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct Standing {
    /// The day.
    on: Day,
    /// The word for it.
    state: State,
    /// The kind that the relationship is, was or would be.
    kind: Kind,
    /// Whether the record allows nothing else.
    certainty: Certainty,
    /// The record that it rests on: a part of the relationship, by its id.
    rests_on: RestsOn,
    /// The id of a later listing that says otherwise; `null`: there is none.
    disputed_by: Option<String>,
}

/// Whether the record allows nothing else.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Certainty {
    /// Whichever possible days the dates on record are.
    Certain,
    /// On some of the possible days: a date that matters is not known to the day.
    Possible,
}

impl From<core::Certainty> for Certainty {
    fn from(certainty: core::Certainty) -> Self {
        match certainty {
            core::Certainty::Certain => Self::Certain,
            core::Certainty::Possible => Self::Possible,
        }
    }
}

/// The record that a standing rests on.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct RestsOn {
    /// What it is.
    record: BasisKind,
    /// Its id, in the relationship.
    id: String,
}

/// What a standing can rest on.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum BasisKind {
    /// A term.
    Term,
    /// A dormancy within a term.
    Dormancy,
    /// A listing.
    Listing,
    /// An application.
    Application,
}

impl From<Basis> for RestsOn {
    fn from(basis: Basis) -> Self {
        let (record, id) = match basis {
            Basis::Term(id) => (BasisKind::Term, id.to_string()),
            Basis::Dormancy(id) => (BasisKind::Dormancy, id.to_string()),
            Basis::Listing(id) => (BasisKind::Listing, id.to_string()),
            Basis::Application(id) => (BasisKind::Application, id.to_string()),
        };
        Self { record, id }
    }
}

impl Standing {
    /// A partner's standing on a day; nothing where nothing was on record by then.
    pub(super) fn new(context: &Context, partner: &Partner, on: Day) -> Option<Self> {
        let standing = context.register.standing(partner, on.0)?;
        Some(Self {
            on,
            state: standing.state.into(),
            kind: standing.kind.into(),
            certainty: standing.certainty.into(),
            rests_on: standing.basis.into(),
            disputed_by: standing.disputed_by.map(|listing| listing.to_string()),
        })
    }
}
