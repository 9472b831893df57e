//! The lines of a report: what each partner and each year comes to, and how far the record of it can be trusted.

use std::collections::HashSet;

use jiff::civil::Date;

use super::{Report, Sums};
use crate::identity::PartnerId;
use crate::partner::Partner;
use crate::register::Register;
use crate::relationship::{Standing, State};

/// Whether nothing recorded means that nothing happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Completeness {
    /// All exchanges are stated to be on record.
    Complete,
    /// There may be others.
    Incomplete,
}

impl Completeness {
    /// The word for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Complete => "complete",
            Self::Incomplete => "incomplete",
        }
    }

    const fn of(is_complete: bool) -> Self {
        if is_complete { Self::Complete } else { Self::Incomplete }
    }
}

/// What there was with one partner.
#[derive(Clone, Debug, PartialEq)]
pub struct PartnerLine<'register> {
    /// The partner.
    pub partner: &'register Partner,
    /// What it comes to.
    pub sums: Sums,
    /// Whether the record of every year of the report is complete.
    pub record: Completeness,
}

/// What there was in one year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearLine {
    /// The year.
    pub year: i16,
    /// What it comes to.
    pub sums: Sums,
    /// Whether the record of the year is complete of every partner that the year concerns.
    pub record: Completeness,
}

impl Report {
    /// What there was with each partner that the report concerns, by name.
    pub fn by_partner<'register>(&self, register: &'register Register) -> Vec<PartnerLine<'register>> {
        let recorded = self.recorded();
        let lines = register.partners().iter().map(|partner| {
            let is_of = |partners: &[_]| partners.contains(&partner.id);
            let sums = self.sum(|cell| is_of(&cell.partners), |cell| is_of(&cell.partners));
            let is_concerned = |year: &i16| self.concerns(partner, *year, register, &recorded);
            let concerned: Vec<i16> = self.all_years().filter(is_concerned).collect();
            let is_complete = concerned.iter().all(|year| partner.relationship.is_complete_in(*year));
            (!concerned.is_empty()).then(|| PartnerLine {
                partner,
                sums,
                record: Completeness::of(is_complete),
            })
        });
        lines.flatten().collect()
    }

    /// What there was in each year, from first to last.
    pub fn by_year(&self, register: &Register) -> Vec<YearLine> {
        let recorded = self.recorded();
        let of = |year| {
            let sums = self.sum(|cell| cell.year == year, |cell| cell.year == year);
            let is_concerned = |partner: &&Partner| self.concerns(partner, year, register, &recorded);
            let mut concerned = register.partners().iter().filter(is_concerned).peekable();
            let is_complete = concerned.peek().is_some()
                && concerned.all(|partner| partner.relationship.is_complete_in(year));
            YearLine { year, sums, record: Completeness::of(is_complete) }
        };
        self.all_years().map(of).collect()
    }

    /// Its years, also those of which nothing is recorded.
    fn all_years(&self) -> impl Iterator<Item = i16> + use<> {
        self.scope.from.year()..=self.scope.until.year()
    }

    /// The years with partners of which anything is recorded.
    fn recorded(&self) -> HashSet<(i16, PartnerId)> {
        let exchanges = self.exchanges.iter().map(|cell| (cell.year, &cell.partners));
        let costs = self.costs.iter().map(|cell| (cell.year, &cell.partners));
        let cells = exchanges.chain(costs);
        cells.flat_map(|(year, partners)| partners.iter().map(move |partner| (year, *partner))).collect()
    }

    /// Whether a year of the report ought to say something of a partner: the report is of no other, something is
    /// recorded, or the relationship was current, or listed without dates, at some time of the year.
    fn concerns(
        &self,
        partner: &Partner,
        year: i16,
        register: &Register,
        recorded: &HashSet<(i16, PartnerId)>,
    ) -> bool {
        if let Some(only) = self.scope.partner {
            return only == partner.id;
        }
        let first_days = (1..=12).filter_map(|month| Date::new(year, month, 1).ok());
        let last_day = Date::new(year, 12, 31).ok();
        let is_there =
            |standing: Standing| standing.state.is_current() || standing.state == State::Unrecorded;
        recorded.contains(&(year, partner.id))
            || first_days.chain(last_day).any(|day| register.standing(partner, day).is_some_and(is_there))
    }
}
