//! The policy checker: what on record breaks the policy of its time, and what a change would break.

use std::collections::HashSet;

use jiff::civil::Date;

use super::{Answer, Limit, Policy, PolicyException, PolicyRule, Rule};
use crate::historic::HistoricDate;
use crate::identity::{PartnerId, PolicyExceptionId, PolicyId, TermId};
use crate::partner::Partner;
use crate::register::Register;
use crate::relationship::{Ending, Kind, Relationship, Term};

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
    /// The exception that was made of the rule for this relationship.
    pub excepted: Option<PolicyExceptionId>,
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
    /// A renewal whose form came after the day on which it was due.
    FormLate {
        /// The day on which it was due.
        due: Date,
        /// When it came.
        made: HistoricDate,
    },
    /// A renewal whose form is not on record.
    FormNotOnRecord {
        /// The day on which it was due.
        due: Date,
    },
}

/// The rules, and what was excepted from them, to hold partners against.
#[derive(Clone, Copy, Debug)]
pub struct PolicyCheck<'a> {
    policy: &'a Policy,
    exceptions: &'a [PolicyException],
}

impl Register {
    /// Everything on record that breaks the policy of its time, in the order of partners and terms, with the
    /// exceptions that were made. The register holds none of those, as the public sees none.
    pub fn policy_findings(&self, exceptions: &[PolicyException]) -> Vec<Finding> {
        PolicyCheck::new(self.policy(), exceptions).findings(self.partners())
    }
}

impl<'a> PolicyCheck<'a> {
    /// A check by these rules, with these exceptions.
    pub const fn new(policy: &'a Policy, exceptions: &'a [PolicyException]) -> Self {
        Self { policy, exceptions }
    }

    /// What partners break of the policy of its time, in the order of partners and terms.
    ///
    /// A rule whose beginning is not on record is held against terms of any age; the finding then leaves open
    /// whether the term is older than the rule.
    pub fn findings(&self, partners: &[Partner]) -> Vec<Finding> {
        let terms = partners
            .iter()
            .flat_map(|partner| partner.relationship.terms.iter().map(move |term| (partner, term)));
        terms.flat_map(|(partner, term)| self.of_term(partners, partner, term)).collect()
    }

    /// What a change of partners breaks that was not broken before: policy permits it if nothing is found but what
    /// is excepted.
    pub fn broken_by(&self, before: &[Partner], after: &[Partner]) -> Vec<Finding> {
        let known: HashSet<(TermId, PolicyId)> =
            self.findings(before).iter().map(|finding| (finding.term, finding.rule)).collect();
        let mut findings = self.findings(after);
        findings.retain(|finding| !known.contains(&(finding.term, finding.rule)));
        findings
    }

    fn of_term(&self, partners: &[Partner], partner: &Partner, term: &Term) -> Vec<Finding> {
        let Some(start) = term.start else {
            return Vec::new();
        };
        let found = self.policy.in_force(start.last()).filter_map(|rule| {
            let kind = self.breach(rule, partners, partner, term, start)?;
            let excepted = self.exception(rule.id, &partner.relationship).map(|exception| exception.id);
            Some(Finding { partner: partner.id, term: term.id, rule: rule.id, kind, excepted })
        });
        found.collect()
    }

    fn exception(&self, rule: PolicyId, relationship: &Relationship) -> Option<&'a PolicyException> {
        let mut exceptions = self.exceptions.iter();
        exceptions.find(|exception| exception.rule == rule && exception.relationship == relationship.id)
    }

    fn breach(
        &self,
        rule: &PolicyRule,
        partners: &[Partner],
        partner: &Partner,
        term: &Term,
        start: HistoricDate,
    ) -> Option<FindingKind> {
        let friendship = term.kind == Kind::Friendship;
        match &rule.rule {
            Rule::FriendshipTerm(period) if friendship => match term.end() {
                Some(end) => (period.after(start.last()) < end.first())
                    .then_some(FindingKind::TermTooLong { start, end }),
                None => (term.ending == Ending::Open).then_some(FindingKind::TermWithoutEnd),
            },
            Rule::SistersPerCountry(Limit::AtMost(allowed)) if !friendship => {
                self.over(*allowed, partners, partner, Kind::Sister, start.last())
            }
            Rule::FriendshipsPerCountry(Limit::AtMost(allowed)) if friendship => {
                self.over(*allowed, partners, partner, Kind::Friendship, start.last())
            }
            Rule::Moratorium(Answer::Yes) => {
                term.continues.is_none().then_some(FindingKind::BegunInMoratorium)
            }
            Rule::FriendshipNeedsSponsor(Answer::Yes) if friendship => {
                term.sponsor.is_none().then_some(FindingKind::SponsorNotOnRecord)
            }
            Rule::RenewalFormDue(period) if friendship => {
                let renewed = partner.relationship.term(term.continues?)?;
                let due = period.before(renewed.end()?.first());
                match partner.relationship.renewal_form(renewed) {
                    Some(made) => (due < made.first()).then_some(FindingKind::FormLate { due, made }),
                    None => Some(FindingKind::FormNotOnRecord { due }),
                }
            }
            _ => None,
        }
    }

    fn over(
        &self,
        allowed: u32,
        partners: &[Partner],
        partner: &Partner,
        kind: Kind,
        on: Date,
    ) -> Option<FindingKind> {
        let notice = self.policy.notice_period(on);
        let count = partners.iter().filter(|other| {
            let standing = other.relationship.standing(on, notice);
            other.country == partner.country
                && standing.is_some_and(|standing| standing.kind == kind && standing.state.is_current())
        });
        let count = count.count();
        let country_label = partner.country_label.to_string();
        (count > allowed as usize).then_some(FindingKind::TooManyInCountry { count, allowed, country_label })
    }
}
