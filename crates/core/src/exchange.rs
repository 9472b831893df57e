//! Exchanges: delegations, student exchanges, festivals, ceremonies.

mod change;
mod likely;
mod ordinal;
mod preview;
mod rule;
mod when;

pub use change::ExchangeError;
pub use likely::{LikelyDuplicate, likely_duplicates};
pub use preview::{PreviewToken, PreviewTokenError};
pub use rule::{Cycle, DayOfMonth, End, Every, On, RepeatRule, RepeatRuleError, SaidError};
pub use when::{Fold, Timed, When, WhenError};

use jiff::Timestamp;
use jiff::civil::Date;

use crate::geo::Place;
use crate::identity::{CommitteeId, ExchangeId, Id, PartnerId, SeriesId};
use crate::text::{Line, Markdown, Slug, WebAddress};
use crate::word::words;

/// Something that people of both cities do together.
#[derive(Clone, Debug, PartialEq)]
pub struct Exchange {
    /// Its id.
    pub id: ExchangeId,
    /// Its name in URLs and commands.
    pub slug: Slug,
    /// What it is called.
    pub title: Line,
    /// What there is to say about it.
    pub description: Option<Markdown>,
    /// The partners it is with.
    pub partners: Vec<PartnerId>,
    /// What kind it is.
    pub kind: ExchangeKind,
    /// Who goes where.
    pub direction: Direction,
    /// Whether it is on.
    pub status: Status,
    /// Why it is cancelled or postponed, in words.
    pub status_reason: Option<Line>,
    /// When it is.
    pub when: When,
    /// When it was to be, before it was postponed.
    pub previously: Option<When>,
    /// Where it is: a place by name.
    pub venue: Option<Line>,
    /// Where that is on the earth.
    pub place: Option<Place>,
    /// A page with more.
    pub website: Option<WebAddress>,
    /// The committee that organises it.
    pub organizer: Option<CommitteeId>,
    /// Who led it.
    pub leader: Option<Line>,
    /// Who took part.
    pub people: People,
    /// The series that it belongs to.
    pub series: Option<SeriesId>,
    /// Which one it is, where a source counts: the 43rd visit.
    pub ordinal: Option<i32>,
    /// What calendars know it by (UID of RFC 5545), where it came from a calendar; `None`: its id.
    pub calendar_uid: Option<Line>,
    /// How often its calendar entry has changed (SEQUENCE of RFC 5545).
    pub sequence: i32,
    /// Since when it is public; `None`: it is not.
    pub published_at: Option<Timestamp>,
    /// A remark for staff.
    pub note: Option<Markdown>,
}

impl Exchange {
    /// One that is planned and not public, of which no more is known than what it is and when.
    pub fn planned(
        (id, slug): (ExchangeId, Slug),
        title: Line,
        (kind, direction): (ExchangeKind, Direction),
        when: When,
    ) -> Self {
        Self {
            id,
            slug,
            title,
            description: None,
            partners: Vec::new(),
            kind,
            direction,
            status: Status::Confirmed,
            status_reason: None,
            when,
            previously: None,
            venue: None,
            place: None,
            website: None,
            organizer: None,
            leader: None,
            people: People::default(),
            series: None,
            ordinal: None,
            calendar_uid: None,
            sequence: 0,
            published_at: None,
            note: None,
        }
    }
}

/// What kind an exchange is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, sqlx::Type)]
#[serde(rename_all = "kebab-case")]
#[sqlx(type_name = "text", rename_all = "kebab-case")]
pub enum ExchangeKind {
    /// A visit of officials or citizens.
    Delegation,
    /// Students who visit and host one another.
    StudentExchange,
    /// Art, music, festivals.
    Cultural,
    /// Schools, teaching, libraries.
    Educational,
    /// Trade and companies.
    Business,
    /// Know-how, as of fire brigades or planners.
    Technical,
    /// A signing, an anniversary, an unveiling.
    Ceremony,
}

words!(ExchangeKind {
    Delegation = "delegation",
    StudentExchange = "student-exchange",
    Cultural = "cultural",
    Educational = "educational",
    Business = "business",
    Technical = "technical",
    Ceremony = "ceremony",
});

/// Who goes where.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, sqlx::Type)]
#[serde(rename_all = "kebab-case")]
#[sqlx(type_name = "text", rename_all = "kebab-case")]
pub enum Direction {
    /// The partner's people come to the host city.
    Inbound,
    /// The host's people go there.
    Outbound,
    /// At home, without a journey.
    Local,
    /// On line.
    Online,
}

words!(Direction { Inbound = "inbound", Outbound = "outbound", Local = "local", Online = "online" });

/// Whether an exchange is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, sqlx::Type)]
#[serde(rename_all = "kebab-case")]
#[sqlx(type_name = "text", rename_all = "kebab-case")]
pub enum Status {
    /// Expected, not announced.
    Tentative,
    /// On, or held.
    Confirmed,
    /// Moved to another time.
    Postponed,
    /// Not held.
    Cancelled,
}

words!(Status {
    Tentative = "tentative",
    Confirmed = "confirmed",
    Postponed = "postponed",
    Cancelled = "cancelled",
});

/// Who took part: by kind, or in sum, as far as is on record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People {
    /// Students.
    pub students: Option<i32>,
    /// Those who went with them.
    pub chaperones: Option<i32>,
    /// Other adults.
    pub adults: Option<i32>,
    /// Families who took them in; not people counted.
    pub host_families: Option<i32>,
    /// All, where only the sum is on record.
    pub sum: Option<i32>,
    /// What else is known of them, as their grades.
    pub remark: Option<Line>,
}

impl People {
    /// How many took part, if any number is on record: the stated sum, else that of the kinds.
    pub fn total(&self) -> Option<i32> {
        let kinds = [self.students, self.chaperones, self.adults];
        let counted = kinds
            .iter()
            .flatten()
            .fold(None, |sum: Option<i32>, count| Some(sum.unwrap_or(0).saturating_add(*count)));
        self.sum.or(counted)
    }
}

/// Exchanges that repeat.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Its id.
    pub id: SeriesId,
    /// Its name in files and commands.
    pub slug: Slug,
    /// What it is called.
    pub title: Line,
    /// How it repeats; `None`: it does not follow a rule.
    pub rule: Option<RepeatRule>,
    /// The day from which its rule counts, its first; `None`: not on record.
    pub starts: Option<Date>,
    /// A remark for staff.
    pub note: Option<Markdown>,
}

impl SeriesId {
    /// The id of the exchange of this series that its rule makes for a day: whoever makes it, and wherever it is moved
    /// to, it is the same one.
    pub fn instance(self, on: Date) -> ExchangeId {
        ExchangeId::derived("exchange of series", &format!("{self} {on}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_counted_by_kind_or_in_sum() {
        let visit = People { students: Some(16), chaperones: Some(3), ..People::default() };
        assert_eq!(visit.total(), Some(19));
        assert_eq!(People { host_families: Some(4), ..People::default() }.total(), None);
        assert_eq!(People { sum: Some(19), ..People::default() }.total(), Some(19));
    }
}
