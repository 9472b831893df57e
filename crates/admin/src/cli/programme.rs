//! The programme: what can be done with it.

use clap::{Args, Subcommand};

use super::reading::List;
use super::writing::Asking;

/// What to do with the programme.
#[derive(Debug, Subcommand)]
pub(crate) enum ProgrammeVerb {
    /// Show the host city, its place, its council and its contacts
    Show(List),

    /// Change them in your editor, with the policy's rules
    Edit(EditProgramme),
}

/// How to edit the programme.
#[derive(Debug, Args)]
pub(crate) struct EditProgramme {
    #[command(flatten)]
    pub(crate) asking: Asking,
}
