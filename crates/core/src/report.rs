//! Reports: what happened with partners, counted, and what it cost the city.
//!
//! The rules, which `docs/reports.md` tells staff:
//!
//! - An exchange was *held* when it is confirmed and its last possible day is over. Only those are counted in, with
//!   their people; those that are coming, cancelled or unconfirmed are numbered beside them.
//! - An exchange belongs to the year of its first day on the host's calendar. So one that spans New Year counts once,
//!   and one of which only the year is known counts in that year.
//! - An exchange with several partners counts once in all sums, and once for each of its partners.
//! - A cost belongs to the year of its own first possible day, and to the partners of the exchange that it was for.
//! - Where nothing is recorded, that means that nothing happened only in years whose record is stated to be complete.

mod lines;
mod sums;

pub use lines::{Completeness, PartnerLine, YearLine};
pub use sums::{Counts, Spent, Sums};

use jiff::civil::Date;

use crate::exchange::{Direction, ExchangeKind};
use crate::identity::PartnerId;

/// What a report is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scope {
    /// With this partner; `None`: with any.
    pub partner: Option<PartnerId>,
    /// That begins, or may begin, on this day or later, on the host's calendar.
    pub from: Date,
    /// That begins, or may begin, on this day or earlier.
    pub until: Date,
    /// Which exchanges are counted.
    pub exchanges: Counted,
}

/// Which exchanges a report counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// All, and all costs.
    All,
    /// Journeys between the host and a partner, inbound and outbound, and what they cost.
    Visits,
}

impl Scope {
    /// Everything in these years, both counted.
    pub fn years(first: i16, last: i16) -> Self {
        let day = |year: i16| Date::new(year, 1, 1).unwrap_or(if year < 1 { Date::MIN } else { Date::MAX });
        Self { partner: None, from: day(first), until: day(last).last_of_year(), exchanges: Counted::All }
    }
}

/// What happened, and what it cost: the cells that every number of a report is summed from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// What it is about.
    pub scope: Scope,
    /// Exchanges, the latest year first.
    pub exchanges: Vec<ExchangeCell>,
    /// Costs, the latest year first.
    pub costs: Vec<CostCell>,
}

/// Exchanges of one year, kind and direction, with the same partners, counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExchangeCell {
    /// The year.
    pub year: i16,
    /// The partners of each of them.
    pub partners: Vec<PartnerId>,
    /// Their kind.
    pub kind: ExchangeKind,
    /// Their direction.
    pub direction: Direction,
    /// How many they are, and their people.
    pub counts: Counts,
}

/// Costs of one year, for the same partners, kind and direction, in one currency, summed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CostCell {
    /// The year.
    pub year: i16,
    /// The partners that they were for.
    pub partners: Vec<PartnerId>,
    /// The kind and direction of the exchanges that they were for; `None`: they were for a relationship.
    pub exchange: Option<(ExchangeKind, Direction)>,
    /// What was spent, money in at most one currency.
    pub spent: Spent,
}

impl Report {
    /// What it comes to in all.
    pub fn total(&self) -> Sums {
        self.sum(|_| true, |_| true)
    }

    /// The part of it that is of one year.
    #[must_use]
    pub fn in_year(&self, year: i16) -> Self {
        let scope = Scope {
            partner: self.scope.partner,
            exchanges: self.scope.exchanges,
            ..Scope::years(year, year)
        };
        Self {
            scope,
            exchanges: self.exchanges.iter().filter(|cell| cell.year == year).cloned().collect(),
            costs: self.costs.iter().filter(|cell| cell.year == year).cloned().collect(),
        }
    }

    /// What each kind of exchange comes to, of those that there were; costs that were for no exchange are left out.
    pub fn by_kind(&self) -> Vec<(ExchangeKind, Sums)> {
        let of = |kind| {
            self.sum(|cell| cell.kind == kind, |cell| cell.exchange.is_some_and(|(other, _)| other == kind))
        };
        ExchangeKind::ALL
            .iter()
            .map(|kind| (*kind, of(*kind)))
            .filter(|(_, sums)| !sums.is_nothing())
            .collect()
    }

    /// What each direction comes to, of those that there were; costs that were for no exchange are left out.
    pub fn by_direction(&self) -> Vec<(Direction, Sums)> {
        let of = |direction| {
            self.sum(
                |cell| cell.direction == direction,
                |cell| cell.exchange.is_some_and(|(_, other)| other == direction),
            )
        };
        let all = Direction::ALL.iter().map(|direction| (*direction, of(*direction)));
        all.filter(|(_, sums)| !sums.is_nothing()).collect()
    }

    /// What was spent on relationships, and on no exchange in particular.
    pub fn spent_on_relationships(&self) -> Spent {
        self.sum(|_| false, |cell| cell.exchange.is_none()).spent
    }

    /// How many exchanges were held with several partners.
    pub fn joint(&self) -> i64 {
        self.sum(|cell| cell.partners.len() > 1, |_| false).counts.held
    }

    /// What some of its cells come to.
    fn sum(&self, exchanges: impl Fn(&ExchangeCell) -> bool, costs: impl Fn(&CostCell) -> bool) -> Sums {
        let mut sums = Sums::default();
        for cell in self.exchanges.iter().filter(|cell| exchanges(cell)) {
            sums.counts += &cell.counts;
        }
        for cell in self.costs.iter().filter(|cell| costs(cell)) {
            sums.spent += &cell.spent;
        }
        sums
    }
}
