//! What the Council decides, and how it voted.

use std::fmt;
use std::str::FromStr;

use crate::historic::{HistoricDate, HistoricSpan};
use crate::identity::{ApplicationId, DormancyId, ListingId, MilestoneId, TermId};
use crate::relationship::term::Kind;
use crate::text::{Line, Markdown};
use crate::word::words;

/// The Council's approval of a term, as far as it is on record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Approval {
    /// When the Council approved.
    pub on: Option<HistoricDate>,
    /// The number of its resolution.
    pub resolution: Option<Line>,
    /// How it voted.
    pub vote: Option<Vote>,
    /// The item of its agenda.
    pub agenda: Option<Line>,
    /// The Clerk's record number.
    pub record_number: Option<Line>,
}

/// A vote of the Council, written `4-1` or, with abstentions, `3-1-1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Vote {
    /// Members who voted for it.
    pub ayes: u8,
    /// Members who voted against it.
    pub noes: u8,
    /// Members who abstained.
    pub abstentions: u8,
}

/// A text is no vote.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a vote: write ayes and noes as 4-1, or with abstentions as 3-1-1")]
pub struct VoteError(String);

impl fmt::Display for Vote {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}-{}", self.ayes, self.noes)?;
        if self.abstentions == 0 { Ok(()) } else { write!(formatter, "-{}", self.abstentions) }
    }
}

impl FromStr for Vote {
    type Err = VoteError;

    fn from_str(text: &str) -> Result<Self, VoteError> {
        let refused = || VoteError(text.chars().take(40).collect());
        let counts: Result<Vec<u8>, _> = text.split('-').map(str::parse).collect();
        match counts.map_err(|_| refused())?.as_slice() {
            [ayes, noes] => Ok(Self { ayes: *ayes, noes: *noes, abstentions: 0 }),
            [ayes, noes, abstentions] => Ok(Self { ayes: *ayes, noes: *noes, abstentions: *abstentions }),
            _ => Err(refused()),
        }
    }
}

/// A request to become a partner.
#[derive(Clone, Debug, PartialEq)]
pub struct Application {
    /// Its id.
    pub id: ApplicationId,
    /// The kind asked for.
    pub kind: Kind,
    /// When it was made.
    pub on: HistoricDate,
    /// What is missing from it; `None`: it is complete.
    pub missing: Option<Line>,
    /// What became of it; `None`: it is open.
    pub outcome: Option<Outcome>,
    /// Since when it is public; `None`: it is not.
    pub published_at: Option<jiff::Timestamp>,
    /// A remark for staff.
    pub note: Option<Markdown>,
}

/// What became of an application.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The decision.
    pub decision: Decision,
    /// When, how and where it was made.
    pub approval: Approval,
}

/// How an application was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, sqlx::Type)]
#[serde(rename_all = "kebab-case")]
#[sqlx(type_name = "text", rename_all = "kebab-case")]
pub enum Decision {
    /// The Council approved it.
    Approved,
    /// The Council declined it.
    Declined,
    /// The applicant withdrew it.
    Withdrawn,
}

words!(Decision { Approved = "approved", Declined = "declined", Withdrawn = "withdrawn" });

/// A source that names the partner as a sister or friendship city at a time, without dates of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Listing {
    /// Its id.
    pub id: ListingId,
    /// The kind that it names.
    pub kind: Kind,
    /// When the source says so.
    pub seen: HistoricSpan,
    /// A remark for staff.
    pub note: Option<Markdown>,
}

/// A span inside a term in which the relationship sleeps.
#[derive(Clone, Debug, PartialEq)]
pub struct Dormancy {
    /// Its id.
    pub id: DormancyId,
    /// The term that it is in.
    pub term: TermId,
    /// Since when; `None`: not on record, it counts from the term's start.
    pub start: Option<HistoricDate>,
    /// Until when; over from the first possible day. `None`: it goes on.
    pub end: Option<HistoricDate>,
    /// A remark for staff.
    pub note: Option<Markdown>,
}

/// Something that happened to a relationship and that no other record holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Milestone {
    /// Its id.
    pub id: MilestoneId,
    /// When; `None`: not on record.
    pub on: Option<HistoricDate>,
    /// What happened.
    pub what: Line,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vote_is_written_with_hyphens() {
        for text in ["5-0", "4-1", "3-1-1"] {
            assert_eq!(text.parse::<Vote>().unwrap().to_string(), text);
        }
        for text in ["", "4", "4:1", "-1-2", "1-2-3-4", "256-0", "four to one"] {
            assert!(text.parse::<Vote>().is_err(), "{text}");
        }
    }
}
