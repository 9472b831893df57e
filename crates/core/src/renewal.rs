//! Renewals: which terms fall due, the days that staff keep in mind, and what a term achieved.

mod achievement;

pub use achievement::{Achievement, AchievementLine, YearRecord};

use jiff::civil::Date;

use crate::historic::HistoricDate;
use crate::partner::Partner;
use crate::period::Period;
use crate::policy::{Answer, Policy, Rule};
use crate::register::Register;
use crate::relationship::{EndCause, Ending, Kind, Relationship, Term};

/// A term that ends and that falls due for renewal, with its days. All are counted from the first possible day of its
/// end, since none may be missed.
#[derive(Clone, Copy, Debug)]
pub struct DueRenewal<'a> {
    /// The partner.
    pub partner: &'a Partner,
    /// The term.
    pub term: &'a Term,
    /// When it ends, as far as is known.
    pub end: HistoricDate,
    /// Until when the form for a renewal must be in; `None`: no rule says.
    pub form_due: Option<Date>,
    /// Since when it counts as ending soon.
    pub notice_from: Date,
}

/// A day that staff keep in mind for a renewal.
#[derive(Clone, Copy, Debug)]
pub struct RenewalDay<'a> {
    /// The renewal.
    pub renewal: DueRenewal<'a>,
    /// What the day is.
    pub step: RenewalStep,
    /// The day.
    pub day: Date,
    /// The term that continues the ending one; `None`: none is on record yet, so that the day matters.
    pub renewed_by: Option<&'a Term>,
}

/// What a day is in the course of a renewal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RenewalStep {
    /// The notice period begins.
    Notice,
    /// The form for the renewal must be in.
    FormDue,
    /// The first possible day that the term no longer holds.
    Expiry,
}

impl RenewalStep {
    /// The word for it, as identifiers write it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Notice => "notice",
            Self::FormDue => "form-due",
            Self::Expiry => "expiry",
        }
    }
}

impl<'a> DueRenewal<'a> {
    fn new(partner: &'a Partner, term: &'a Term, end: HistoricDate, policy: &Policy, today: Date) -> Self {
        Self {
            partner,
            term,
            end,
            form_due: policy.renewal_form_due(today).map(|period| period.before(end.first())),
            notice_from: policy.notice_period(today).before(end.first()),
        }
    }

    /// Its days, as they come: the beginning of the notice period, the day for the form, the end.
    pub fn days(self) -> impl Iterator<Item = (RenewalStep, Date)> {
        let mut days = vec![(RenewalStep::Notice, self.notice_from), (RenewalStep::Expiry, self.end.first())];
        days.extend(self.form_due.map(|day| (RenewalStep::FormDue, day)));
        days.sort_by_key(|(step, day)| (*day, *step));
        days.into_iter()
    }
}

impl Register {
    /// The terms that fall due for renewal from a day on, the next one first, by the policy of that day. A renewal
    /// that is on record already takes its term off the list.
    pub fn renewals_due(&self, today: Date) -> Vec<DueRenewal<'_>> {
        let due = self.partners().iter().filter_map(|partner| {
            let (term, end) = partner.relationship.due_for_renewal(today)?;
            Some(DueRenewal::new(partner, term, end, self.policy(), today))
        });
        let mut due: Vec<_> = due.collect();
        due.sort_by_key(|renewal| renewal.end.first());
        due
    }

    /// The days of every friendship that ends on some day from now on, in their order; of those that are renewed
    /// already too, so that a calendar can take back what it said before.
    pub fn renewal_days(&self, today: Date) -> Vec<RenewalDay<'_>> {
        let mut days = Vec::new();
        for partner in self.partners() {
            for term in &partner.relationship.terms {
                let Some(end) = term.end_that_falls_due().filter(|end| today <= end.last()) else { continue };
                let renewal = DueRenewal::new(partner, term, end, self.policy(), today);
                let renewed_by = partner.relationship.continued_by(term.id);
                days.extend(renewal.days().map(|(step, day)| RenewalDay { renewal, step, day, renewed_by }));
            }
        }
        days.sort_by_key(|day| (day.day, day.step));
        days
    }
}

impl Term {
    /// Its end, if it is one at which a renewal is asked for: a friendship's by policy or by expiry. Sister
    /// relationships and ends that were decided do not fall due.
    pub fn end_that_falls_due(&self) -> Option<HistoricDate> {
        match self.ending {
            _ if self.kind != Kind::Friendship => None,
            Ending::ByPolicy(day) => Some(HistoricDate::of_day(day)),
            Ending::Recorded { on, cause: EndCause::Expiry, .. } => Some(on),
            Ending::Recorded { .. } | Ending::Open | Ending::Unrecorded => None,
        }
    }
}

impl Relationship {
    /// The friendship term that the Council is asked to renew: the one that falls due, else the one that was over
    /// last, unless the relationship became a sister one.
    pub fn to_renew(&self, today: Date) -> Option<&Term> {
        let due = self.due_for_renewal(today).map(|(term, _)| term);
        let is_sister = self
            .terms
            .iter()
            .any(|term| term.kind == Kind::Sister && term.possible(self.earliest_trace()).contains(today));
        let begun = self.terms.iter().filter(|term| {
            term.kind == Kind::Friendship && term.start.is_none_or(|start| start.first() <= today)
        });
        let last = || begun.max_by_key(|term| (term.start, term.end())).filter(|_| !is_sister);
        due.or_else(last)
    }
}

impl Policy {
    /// How long before its end the form for a renewal must be in, if a rule says so.
    pub fn renewal_form_due(&self, on: Date) -> Option<Period> {
        self.in_force(on).find_map(|rule| match rule.rule {
            Rule::RenewalFormDue(period) => Some(period),
            _ => None,
        })
    }

    /// Whether a friendship needs a sponsor on the Council.
    pub fn friendship_needs_sponsor(&self, on: Date) -> bool {
        self.in_force(on).any(|rule| rule.rule == Rule::FriendshipNeedsSponsor(Answer::Yes))
    }
}
