//! What is on record of a relationship, mended.

use clap::Args;
use signpost_core::{HistoricDate, Line};

use super::Decided;
use crate::cli::writing::{Asking, Writing};

/// What is right.
#[derive(Debug, Args)]
pub(crate) struct CorrectTerm {
    /// The partner
    #[arg(value_name = "PARTNER")]
    pub(crate) partner: String,

    /// Which term, by its start as it is on record, where there are several
    #[arg(long, value_name = "DATE")]
    pub(crate) term: Option<HistoricDate>,

    /// When it starts
    #[arg(long, value_name = "DATE")]
    pub(crate) start: Option<HistoricDate>,

    /// When it ends: the first day that it holds no longer
    #[arg(long, value_name = "DATE")]
    pub(crate) end: Option<HistoricDate>,

    /// When the Council approved it
    #[arg(long, value_name = "DATE")]
    pub(crate) approved: Option<HistoricDate>,

    /// The member of the Council who sponsors it
    #[arg(long, value_name = "PERSON")]
    pub(crate) sponsor: Option<Line>,

    #[command(flatten)]
    pub(crate) decided: Decided,

    #[command(flatten)]
    pub(crate) writing: Writing,
}

/// What to edit.
#[derive(Debug, Args)]
pub(crate) struct EditRelationship {
    /// The partner
    #[arg(value_name = "PARTNER")]
    pub(crate) partner: String,

    #[command(flatten)]
    pub(crate) asking: Asking,
}

/// The term to remove.
#[derive(Debug, Args)]
pub(crate) struct RemoveTerm {
    /// The partner
    #[arg(value_name = "PARTNER")]
    pub(crate) partner: String,

    /// Which term, by its start as it is on record, where there are several
    #[arg(long, value_name = "DATE")]
    pub(crate) term: Option<HistoricDate>,

    #[command(flatten)]
    pub(crate) asking: Asking,
}

/// Years whose record is complete.
#[derive(Debug, Args)]
pub(crate) struct CompleteYears {
    /// The partner
    #[arg(value_name = "PARTNER")]
    pub(crate) partner: String,

    /// The years: 2025, or 2016-2019
    #[arg(value_name = "YEAR", required = true)]
    pub(crate) years: Vec<Years>,

    /// Take the statement back
    #[arg(long)]
    pub(crate) no_longer: bool,

    #[command(flatten)]
    pub(crate) writing: Writing,
}

/// A year, or several from one to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Years {
    first: i16,
    last: i16,
}

impl Years {
    /// Each of them.
    pub(crate) fn each(self) -> impl Iterator<Item = i16> {
        self.first..=self.last
    }
}

impl std::str::FromStr for Years {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let year = |text: &str| {
            let digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
            text.parse().ok().filter(|year: &i16| digits && *year > 0)
        };
        let (first, last) = text.split_once('-').unwrap_or((text, text));
        let years = year(first).zip(year(last)).filter(|(first, last)| first <= last);
        let refused = || "write a year as 2025, or years as 2016-2019".to_owned();
        years.map(|(first, last)| Self { first, last }).ok_or_else(refused)
    }
}
