//! Standing: what a relationship is on a given date, computed and never stored.

use jiff::civil::Date;

use crate::historic::HistoricDate;
use crate::identity::{ApplicationId, DormancyId, ListingId, TermId};
use crate::period::Period;
use crate::relationship::Relationship;
use crate::relationship::decision::{Application, Decision, Dormancy, Listing};
use crate::relationship::term::{EndCause, Ending, Kind, Term};

/// What a relationship is on a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The word for it.
    pub state: State,
    /// The kind that it is, was or would be.
    pub kind: Kind,
    /// Whether the record allows nothing else.
    pub certainty: Certainty,
    /// What it rests on.
    pub basis: Basis,
    /// A later listing that says otherwise.
    pub disputed_by: Option<ListingId>,
}

/// The word for a standing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// In a term.
    Active,
    /// In a term that ends soon and that no other continues.
    Expiring,
    /// In a term, asleep.
    Dormant,
    /// Applied for or approved, and not begun.
    Proposed,
    /// Listed by a source, with no dates on record.
    Unrecorded,
    /// Over, because it ran out and was not renewed.
    Lapsed,
    /// Over, because a party ended it, it became something else, or it was not approved.
    Ended,
}

impl State {
    /// Every state, those of a living relationship first.
    pub const ALL: [Self; 7] = [
        Self::Active,
        Self::Expiring,
        Self::Dormant,
        Self::Proposed,
        Self::Unrecorded,
        Self::Lapsed,
        Self::Ended,
    ];

    /// Whether a relationship in this state is current: in a term, awake or asleep.
    pub const fn is_current(self) -> bool {
        matches!(self, Self::Active | Self::Expiring | Self::Dormant)
    }

    /// The word in English, as commands and files write it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Expiring => "expiring",
            Self::Dormant => "dormant",
            Self::Proposed => "proposed",
            Self::Unrecorded => "unrecorded",
            Self::Lapsed => "lapsed",
            Self::Ended => "ended",
        }
    }
}

/// Whether the record allows only this standing on the date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// Whichever possible days the dates on record are.
    Certain,
    /// On some of the possible days: a date that matters is not known to the day.
    Possible,
}

/// The record that a standing rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Basis {
    /// A term.
    Term(TermId),
    /// A dormancy within a term.
    Dormancy(DormancyId),
    /// A listing.
    Listing(ListingId),
    /// An application.
    Application(ApplicationId),
}

impl Relationship {
    /// What the relationship is on a date, as far as is known today.
    ///
    /// None before the first application, approval, listing or term; from then on exactly one. A term that
    /// certainly holds decides; else, of those that may hold, the one with the latest start; else what was
    /// last proposed, ended or listed. `notice` is the policy's notice period on that date.
    pub fn standing(&self, on: Date, notice: Period) -> Option<Standing> {
        if on < self.earliest_trace() {
            return None;
        }
        self.standing_in_term(on, notice)
            .or_else(|| self.standing_when_proposed(on))
            .or_else(|| self.standing_when_over(on))
            .or_else(|| self.standing_when_listed(on))
            .or_else(|| self.standing_when_refused(on))
    }

    /// The term that it is in on a date: the one that certainly holds; else, of those that may, the one with the
    /// latest start.
    pub fn term_on(&self, on: Date) -> Option<&Term> {
        let trace = self.earliest_trace();
        let certain = self.terms.iter().find(|term| term.certain().is_some_and(|span| span.contains(on)));
        certain.or_else(|| {
            let holds = self.terms.iter().filter(|term| term.possible(trace).contains(on));
            holds.max_by_key(|term| term.start.map(|start| (start.first(), start.last())))
        })
    }

    /// Active, expiring or dormant, or without any date: the standing that rests on a term that holds.
    fn standing_in_term(&self, on: Date, notice: Period) -> Option<Standing> {
        let term = self.term_on(on)?;
        let certainty =
            if self.chain_certainly_holds(term, on) { Certainty::Certain } else { Certainty::Possible };
        let standing =
            |state, basis| Standing { state, kind: term.kind, certainty, basis, disputed_by: None };
        if term.is_dateless() {
            return Some(standing(State::Unrecorded, Basis::Term(term.id)));
        }
        if let Some(dormancy) = self.dormancy_on(term, on) {
            return Some(standing(State::Dormant, Basis::Dormancy(dormancy.id)));
        }
        let state = if self.expires_soon(term, on, notice) { State::Expiring } else { State::Active };
        Some(standing(state, Basis::Term(term.id)))
    }

    /// Whether terms of one kind, each continuing the other, leave no doubt on that day: a boundary that is not
    /// known to the day is then inside the chain.
    fn chain_certainly_holds(&self, term: &Term, on: Date) -> bool {
        let before = self.chain_from(term, |term| term.continues.and_then(|id| self.term(id)));
        let after = self.chain_from(term, |term| self.continued_by(term.id));
        let (first, last) = (before.last().copied().unwrap_or(term), after.last().copied().unwrap_or(term));
        let begun = first.start.is_some_and(|start| start.last() <= on);
        let goes_on = match last.ending {
            Ending::Open => true,
            Ending::Unrecorded => false,
            _ => last.end().is_some_and(|end| on < end.first()),
        };
        begun && goes_on
    }

    /// The terms of the same kind that are reached step by step from one, itself first.
    fn chain_from<'a>(&'a self, term: &'a Term, next: impl Fn(&Term) -> Option<&'a Term>) -> Vec<&'a Term> {
        let mut chain = vec![term];
        while let Some(following) = chain.last().and_then(|term| next(term)) {
            if following.kind != term.kind || chain.len() > self.terms.len() {
                break;
            }
            chain.push(following);
        }
        chain
    }

    /// The dormancy of a term on a day: from its start, or the term's where it is not on record, until the first
    /// possible day of its end.
    fn dormancy_on(&self, term: &Term, on: Date) -> Option<&Dormancy> {
        self.dormancies.iter().filter(|dormancy| dormancy.term == term.id).find(|dormancy| {
            dormancy.start.is_none_or(|start| start.first() <= on)
                && dormancy.end.is_none_or(|end| on < end.first())
        })
    }

    /// Whether a term ends, no other continues it, and the day is in the notice period before an end known to the
    /// day, or within the month or year of an end that is not.
    fn expires_soon(&self, term: &Term, on: Date, notice: Period) -> bool {
        let Some(end) = term.end() else { return false };
        let from = end.day().map_or(end.first(), |day| notice.before(day));
        self.continued_by(term.id).is_none() && from <= on
    }

    /// Proposed: from application or approval until the start, the outcome against it, or for as long as it is open.
    fn standing_when_proposed(&self, on: Date) -> Option<Standing> {
        let approved = self.terms.iter().filter_map(|term| {
            let approved = term.approval.as_ref()?.on?;
            let pending = term.start.is_some_and(|start| approved.first() <= on && on < start.first());
            pending.then_some((approved, term.kind, Basis::Term(term.id)))
        });
        let applied = self.applications.iter().filter_map(|application| {
            let pending = application.on.first() <= on
                && application.is_open_on(on)
                && !self.has_begun_since(application, on);
            pending.then_some((application.on, application.kind, Basis::Application(application.id)))
        });
        let (since, kind, basis) = approved.chain(applied).max_by_key(|(since, _, _)| since.first())?;
        let certainty = if since.last() <= on { Certainty::Certain } else { Certainty::Possible };
        Some(Standing { state: State::Proposed, kind, certainty, basis, disputed_by: None })
    }

    /// Whether a term has begun since an application was made.
    fn has_begun_since(&self, application: &Application, on: Date) -> bool {
        self.terms
            .iter()
            .filter_map(|term| term.start)
            .any(|start| application.on.first() <= start.last() && start.first() <= on)
    }

    /// Lapsed or ended: the standing that the term leaves that was over last.
    fn standing_when_over(&self, on: Date) -> Option<Standing> {
        let term = self.last_over(on)?;
        let over = term.certainly_over()?;
        let state = match term.ending {
            Ending::Recorded { cause: EndCause::Party | EndCause::Change, .. } => State::Ended,
            _ => State::Lapsed,
        };
        let seen_since = |listing: &&Listing| (over..=on).contains(&listing.seen.from().first());
        let listings = self.listings.iter().filter(seen_since);
        let disputed_by = listings.max_by_key(|listing| listing.seen).map(|listing| listing.id);
        let (kind, basis) = (term.kind, Basis::Term(term.id));
        Some(Standing { state, kind, certainty: Certainty::Certain, basis, disputed_by })
    }

    /// The term that was over last, by a day.
    fn last_over(&self, on: Date) -> Option<&Term> {
        let over = self.terms.iter().filter(|term| term.certainly_over().is_some_and(|over| over <= on));
        over.max_by_key(|term| (term.certainly_over(), term.start))
    }

    /// Unrecorded: a source listed it by then, and no term is known that could hold.
    fn standing_when_listed(&self, on: Date) -> Option<Standing> {
        let listed = self.listings.iter().filter(|listing| listing.seen.from().first() <= on);
        let listing = listed.max_by_key(|listing| listing.seen)?;
        let certainty = if listing.seen.to().last() <= on { Certainty::Certain } else { Certainty::Possible };
        let (kind, basis) = (listing.kind, Basis::Listing(listing.id));
        Some(Standing { state: State::Unrecorded, kind, certainty, basis, disputed_by: None })
    }

    /// Ended before it began: the last application was declined or withdrawn.
    fn standing_when_refused(&self, on: Date) -> Option<Standing> {
        let refused = self.applications.iter().filter(|application| application.closed_on() <= on);
        let application = refused.max_by_key(|application| application.closed_on())?;
        let (kind, basis) = (application.kind, Basis::Application(application.id));
        Some(Standing { state: State::Ended, kind, certainty: Certainty::Certain, basis, disputed_by: None })
    }

    /// The first day of which anything is on record: an application, an approval, a listing or a term;
    /// the end of a term of which only that is; the calendar's first where there is only a term without dates.
    pub fn earliest_trace(&self) -> Date {
        let terms = self.terms.iter().filter_map(|term| {
            let approved = term.approval.as_ref().and_then(|approval| approval.on);
            [term.start, approved].into_iter().flatten().min().or(term.end())
        });
        let listings = self.listings.iter().map(|listing| listing.seen.from());
        let applications = self.applications.iter().map(|application| application.on);
        terms.chain(listings).chain(applications).map(HistoricDate::first).min().unwrap_or(Date::MIN)
    }
}

impl Application {
    /// Whether it is neither declined nor withdrawn by a day. An outcome without a date counts from the application.
    fn is_open_on(&self, on: Date) -> bool {
        self.outcome.as_ref().is_none_or(|outcome| outcome.decision == Decision::Approved)
            || on < self.closed_on()
    }

    /// The first possible day of its outcome, or of the application itself where that is not on record.
    fn closed_on(&self) -> Date {
        let decided = self.outcome.as_ref().and_then(|outcome| outcome.approval.on);
        decided.unwrap_or(self.on).first().max(self.on.first())
    }
}
