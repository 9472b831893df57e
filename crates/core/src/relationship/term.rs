//! Terms: the periods of one kind that a relationship is made of.

use jiff::civil::Date;

use crate::historic::HistoricDate;
use crate::identity::TermId;
use crate::period::Period;
use crate::relationship::decision::Approval;
use crate::text::{Line, Markdown};
use crate::word::words;

/// What a relationship is: the two kinds that a programme knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, sqlx::Type)]
#[serde(rename_all = "kebab-case")]
#[sqlx(type_name = "text", rename_all = "kebab-case")]
pub enum Kind {
    /// A long-term relationship that starts with a memorandum signed by both mayors.
    Sister,
    /// A less formal one that the Council approves and that ends after the policy's term unless renewed.
    Friendship,
}

words!(Kind { Sister = "sister", Friendship = "friendship" });

impl Kind {
    /// What it is called in a sentence.
    pub const fn with_article(self) -> &'static str {
        match self {
            Self::Sister => "a sister relationship",
            Self::Friendship => "a friendship",
        }
    }
}

/// One period of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Its id.
    pub id: TermId,
    /// Its kind, known even when nothing else is.
    pub kind: Kind,
    /// When it starts; `None`: not on record.
    pub start: Option<HistoricDate>,
    /// How it ends.
    pub ending: Ending,
    /// The term that it follows without a gap, by renewal or promotion: it starts when that one ends.
    pub continues: Option<TermId>,
    /// The Council's approval.
    pub approval: Option<Approval>,
    /// The member of the Council who sponsors it.
    pub sponsor: Option<Line>,
    /// A remark for staff.
    pub note: Option<Markdown>,
}

/// How a term ends. The date of an end is the first on which the term no longer holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Ending {
    /// It runs until a party ends it.
    Open,
    /// The policy of its start says when: computed when it was written, not moved by later policies.
    ByPolicy(Date),
    /// It ended, or will end, then.
    Recorded {
        /// When.
        on: HistoricDate,
        /// In which way.
        cause: EndCause,
        /// Why, in words.
        reason: Option<Line>,
    },
    /// It ended or will end, and nobody wrote down when.
    Unrecorded,
}

impl Ending {
    /// How a term ends that lasts a period: by policy where its start is known to the day, else as precisely as
    /// that is known. A period that is finer than the start gives none.
    pub(super) fn after(start: HistoricDate, length: Period) -> Option<Self> {
        if let Some(day) = start.day() {
            Some(Self::ByPolicy(length.after(day)))
        } else {
            let on = length.after_historic(start)?;
            Some(Self::Recorded { on, cause: EndCause::Expiry, reason: None })
        }
    }
}

/// In which way a term ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, sqlx::Type)]
#[serde(rename_all = "kebab-case")]
#[sqlx(type_name = "text", rename_all = "kebab-case")]
pub enum EndCause {
    /// It ran out.
    Expiry,
    /// A party ended it.
    Party,
    /// It became something else, as a friendship that became a sister relationship.
    Change,
}

words!(EndCause { Expiry = "expiry", Party = "party", Change = "change" });

/// Days in a row: from the first, to before the end; `None` is for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DaySpan {
    /// The first day.
    pub first: Date,
    /// The first day after it.
    pub end: Option<Date>,
}

impl DaySpan {
    /// Whether a day is in it.
    pub fn contains(self, day: Date) -> bool {
        self.first <= day && self.end.is_none_or(|end| day < end)
    }

    /// Whether the two share a day.
    pub fn overlaps(self, other: Self) -> bool {
        other.end.is_none_or(|end| self.first < end) && self.end.is_none_or(|end| other.first < end)
    }
}

impl Term {
    /// When it ends, if that is known or will be.
    pub fn end(&self) -> Option<HistoricDate> {
        match &self.ending {
            Ending::Open | Ending::Unrecorded => None,
            Ending::ByPolicy(day) => Some(HistoricDate::of_day(*day)),
            Ending::Recorded { on, .. } => Some(*on),
        }
    }

    /// The days on which it holds whichever possible days its boundaries are: from the last possible day of its
    /// start to before the first possible day of its end. The database keeps those of a relationship apart.
    pub fn certain(&self) -> Option<DaySpan> {
        let first = self.start?.last();
        match self.ending {
            Ending::Unrecorded => None,
            Ending::Open => Some(DaySpan { first, end: None }),
            _ => {
                let end = self.end()?.first();
                (first < end).then_some(DaySpan { first, end: Some(end) })
            }
        }
    }

    /// The days on which it may hold: from the first possible day of its start, or of its approval where the start
    /// is not on record, or of the earliest trace of the relationship, until it is certainly over.
    pub fn possible(&self, earliest_trace: Date) -> DaySpan {
        let approved = self.approval.as_ref().and_then(|approval| approval.on);
        let first = self.start.or(approved).map_or(earliest_trace, HistoricDate::first);
        DaySpan { first, end: self.certainly_over() }
    }

    /// The first day on which it certainly no longer holds: the end day itself, or the first day after the month
    /// or year of its end.
    pub fn certainly_over(&self) -> Option<Date> {
        let end = self.end()?;
        Some(end.day().unwrap_or_else(|| end.last().saturating_add(jiff::Span::new().days(1))))
    }

    /// Whether nothing says when it was: no start, no approval, no end.
    pub fn is_dateless(&self) -> bool {
        let approved = self.approval.as_ref().and_then(|approval| approval.on);
        self.start.is_none() && self.end().is_none() && approved.is_none()
    }
}
