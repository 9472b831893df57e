//! The policy checker: what on record breaks the policy of its time.

use jiff::civil::Date;

use super::{Answer, Limit, PolicyRule, Rule};
use crate::historic::HistoricDate;
use crate::identity::{PartnerId, PolicyId, TermId};
use crate::partner::Partner;
use crate::register::Register;
use crate::relationship::{Kind, Term};

/// Something on record that breaks a rule of its time, or that the rule asks for and the record lacks.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The partner.
    pub partner: PartnerId,
    /// The term.
    pub term: TermId,
    /// The rule.
    pub rule: PolicyId,
    /// What was found.
    pub kind: FindingKind,
}

/// What the checker found.
#[derive(Clone, Debug, PartialEq)]
pub enum FindingKind {
    /// A friendship runs longer than its policy allows, on every choice of days.
    TermTooLong {
        /// Its start.
        start: HistoricDate,
        /// Its end.
        end: HistoricDate,
    },
    /// A friendship has no end.
    TermWithoutEnd,
    /// More relationships of a kind in one country than the policy allows, on the day that this one starts.
    TooManyInCountry {
        /// How many there were.
        count: usize,
        /// How many there may be.
        allowed: u32,
        /// What the host calls the country.
        country_label: String,
    },
    /// It began during a moratorium.
    BegunInMoratorium,
    /// Its sponsor is not on record.
    SponsorNotOnRecord,
}

impl Register {
    /// Everything on record that breaks the policy of its time, in the order of partners and terms.
    ///
    /// A rule whose beginning is not on record is held against terms of any age; the finding then leaves open
    /// whether the term is older than the rule.
    pub fn policy_findings(&self) -> Vec<Finding> {
        let terms = self
            .partners()
            .iter()
            .flat_map(|partner| partner.relationship.terms.iter().map(move |term| (partner, term)));
        terms.flat_map(|(partner, term)| self.term_findings(partner, term)).collect()
    }

    fn term_findings(&self, partner: &Partner, term: &Term) -> Vec<Finding> {
        let Some(start) = term.start else {
            return Vec::new();
        };
        let rules = self.policy().in_force(start.last());
        rules
            .filter_map(|rule| {
                let kind = self.breach(rule, partner, term, start)?;
                Some(Finding { partner: partner.id, term: term.id, rule: rule.id, kind })
            })
            .collect()
    }

    fn breach(
        &self,
        rule: &PolicyRule,
        partner: &Partner,
        term: &Term,
        start: HistoricDate,
    ) -> Option<FindingKind> {
        let friendship = term.kind == Kind::Friendship;
        match &rule.rule {
            Rule::FriendshipTerm(period) if friendship => match term.end() {
                Some(end) => (period.after(start.last()) < end.first())
                    .then_some(FindingKind::TermTooLong { start, end }),
                None => matches!(term.ending, crate::Ending::Open).then_some(FindingKind::TermWithoutEnd),
            },
            Rule::SistersPerCountry(limit) if !friendship => {
                self.over(*limit, partner, Kind::Sister, start.last())
            }
            Rule::FriendshipsPerCountry(limit) if friendship => {
                self.over(*limit, partner, Kind::Friendship, start.last())
            }
            Rule::Moratorium(Answer::Yes) => {
                term.continues.is_none().then_some(FindingKind::BegunInMoratorium)
            }
            Rule::FriendshipNeedsSponsor(Answer::Yes) if friendship => {
                term.sponsor.is_none().then_some(FindingKind::SponsorNotOnRecord)
            }
            _ => None,
        }
    }

    fn over(&self, limit: Limit, partner: &Partner, kind: Kind, on: Date) -> Option<FindingKind> {
        let Limit::AtMost(allowed) = limit else {
            return None;
        };
        let count = self.partners().iter().filter(|other| {
            other.country == partner.country
                && self
                    .standing(other, on)
                    .is_some_and(|standing| standing.kind == kind && standing.state.is_current())
        });
        let count = count.count();
        let country_label = partner.country_label.to_string();
        (count > allowed as usize).then_some(FindingKind::TooManyInCountry { count, allowed, country_label })
    }
}
