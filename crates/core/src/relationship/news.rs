//! What is new about a relationship: what happened to it, day by day, as far as it is on record.

use jiff::civil::Date;

use crate::historic::HistoricDate;
use crate::identity::{AgreementId, ApplicationId, Id, TermId};
use crate::period::Period;
use crate::relationship::{EndCause, Ending, Relationship, Term};

/// Something that happened to a relationship.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct News {
    /// What.
    pub event: NewsEvent,
    /// When, as precisely as it is known.
    pub on: HistoricDate,
    /// The record that says so.
    pub basis: NewsBasis,
}

/// What happened to a relationship.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NewsEvent {
    /// Somebody asked for it.
    Applied,
    /// An agreement was signed.
    Signed,
    /// A term began that follows no other.
    Begun,
    /// A term began that continues one of the same kind.
    Renewed,
    /// A term began that continues one of another kind.
    Changed,
    /// A term comes to its end, and no other continues it.
    Expiring,
    /// A term ran out.
    Lapsed,
    /// A party ended it.
    Ended,
}

/// The record that news rest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NewsBasis {
    /// A term.
    Term(TermId),
    /// An agreement.
    Agreement(AgreementId),
    /// An application.
    Application(ApplicationId),
}

impl NewsEvent {
    /// The word in English, as identifiers have it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Applied => "applied",
            Self::Signed => "signed",
            Self::Begun => "begun",
            Self::Renewed => "renewed",
            Self::Changed => "changed",
            Self::Expiring => "expiring",
            Self::Lapsed => "lapsed",
            Self::Ended => "ended",
        }
    }
}

impl NewsBasis {
    /// The id of the record.
    pub fn id(self) -> uuid::Uuid {
        match self {
            Self::Term(id) => id.uuid(),
            Self::Agreement(id) => id.uuid(),
            Self::Application(id) => id.uuid(),
        }
    }
}

impl Relationship {
    /// What happened by a day, in no order. What comes by itself, as that a term runs out, is news from its day on.
    ///
    /// `notice` tells the policy's notice period on a day: that long before its end a term is said to expire.
    pub fn news(&self, today: Date, notice: impl Fn(Date) -> Period) -> Vec<News> {
        let applied = self.applications.iter().map(|application| News {
            event: NewsEvent::Applied,
            on: application.on,
            basis: NewsBasis::Application(application.id),
        });
        let signed = self.agreements.iter().filter_map(|agreement| {
            let basis = NewsBasis::Agreement(agreement.id);
            Some(News { event: NewsEvent::Signed, on: agreement.signed?, basis })
        });
        let terms = self.terms.iter().flat_map(|term| {
            [self.start_of(term), self.expiry_of(term, &notice), self.end_of(term)].into_iter().flatten()
        });
        applied.chain(signed).chain(terms).filter(|news| news.on.first() <= today).collect()
    }

    /// That a term began; where its agreement says that it was signed on that day, that is news enough.
    fn start_of(&self, term: &Term) -> Option<News> {
        let on = term.start?;
        let event = match term.continues.and_then(|id| self.term(id)) {
            Some(before) if before.kind == term.kind => NewsEvent::Renewed,
            Some(_) => NewsEvent::Changed,
            None => NewsEvent::Begun,
        };
        let is_signed = self.agreements.iter().any(|agreement| agreement.signed == Some(on));
        let is_told = event == NewsEvent::Begun && is_signed;
        (!is_told).then_some(News { event, on, basis: NewsBasis::Term(term.id) })
    }

    /// That a term comes to an end that nobody has decided and no other continues.
    fn expiry_of(&self, term: &Term, notice: impl Fn(Date) -> Period) -> Option<News> {
        let end = self.expiry(term)?;
        let from = end.day().map_or(end.first(), |day| notice(day).before(day));
        let from = from.max(term.start.map_or(Date::MIN, HistoricDate::first));
        Some(News {
            event: NewsEvent::Expiring,
            on: HistoricDate::of_day(from),
            basis: NewsBasis::Term(term.id),
        })
    }

    /// That a term is over, from the first day on which that is certain.
    fn end_of(&self, term: &Term) -> Option<News> {
        let basis = NewsBasis::Term(term.id);
        if let Ending::Recorded { on, cause: EndCause::Party, .. } = term.ending {
            return Some(News { event: NewsEvent::Ended, on, basis });
        }
        self.expiry(term)?;
        let on = HistoricDate::of_day(term.certainly_over()?);
        Some(News { event: NewsEvent::Lapsed, on, basis })
    }

    /// The end of a term that runs out by itself, unless another continues it.
    fn expiry(&self, term: &Term) -> Option<HistoricDate> {
        let runs_out =
            matches!(term.ending, Ending::ByPolicy(_) | Ending::Recorded { cause: EndCause::Expiry, .. });
        term.end().filter(|_| runs_out && self.continued_by(term.id).is_none())
    }
}
