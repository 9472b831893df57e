//! The partners as Wikidata states them: *twinned administrative body* (P190), from when, until when, and who says so.
//!
//! The record is [told](statements) as statements, [written](QuickStatements) for the tool that adds them there, and
//! [compared](Comparison) with an [`Extract`] of what is there already.

mod comparison;
mod extract;
mod quick;
mod statement;

pub use comparison::{Comparison, Difference, Finding, Part, Span};
pub use extract::{Extract, Stated, query};
pub use quick::QuickStatements;
pub use statement::{Statement, StatementEnd, statements};
