//! Whether a relationship's dates can be true together.

use std::collections::HashSet;

use jiff::Span;
use jiff::civil::Date;

use crate::historic::HistoricDate;
use crate::identity::{DormancyId, TermId};
use crate::relationship::Relationship;
use crate::relationship::term::Term;

/// Why the dates of a relationship cannot be true together.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OrderFault {
    /// A term ends before it starts, on any choice of days.
    #[error("the term that starts {start} cannot end {end}: an end comes after its start")]
    Backwards {
        /// The term.
        term: TermId,
        /// Its start.
        start: HistoricDate,
        /// Its end.
        end: HistoricDate,
    },
    /// Two terms certainly hold on the same day.
    #[error("the terms that start {} and {} overlap: terms of a relationship never do", date(.starts.0), date(.starts.1))]
    Overlap {
        /// The terms.
        terms: (TermId, TermId),
        /// Their starts.
        starts: (Option<HistoricDate>, Option<HistoricDate>),
    },
    /// A term continues one that is not on the relationship, or that another continues too, or itself in the end.
    #[error("the term that starts {} must continue another term of the relationship, that no other continues", date(*.start))]
    BrokenChain {
        /// The term.
        term: TermId,
        /// Its start.
        start: Option<HistoricDate>,
    },
    /// A term that continues another does not start when that one ends.
    #[error(
        "the term that starts {} continues one that ends {}: the two are one date, and must be the same",
        date(*.start), date(*.end)
    )]
    Gap {
        /// The later term.
        term: TermId,
        /// Its start.
        start: Option<HistoricDate>,
        /// The end of the earlier term.
        end: Option<HistoricDate>,
    },
    /// A dormancy lies outside its term or ends before it starts.
    #[error("the dormancy from {} to {} is not inside a term of the relationship", date(*.start), date(*.end))]
    DormancyOutside {
        /// The dormancy.
        dormancy: DormancyId,
        /// Its start.
        start: Option<HistoricDate>,
        /// Its end.
        end: Option<HistoricDate>,
    },
}

fn date(date: Option<HistoricDate>) -> String {
    date.map_or_else(|| "on a day not on record".to_owned(), |date| date.to_string())
}

impl Relationship {
    /// Every reason why the dates of its terms and dormancies cannot be true together.
    ///
    /// Each chain of terms must be in order for some choice of days; two terms must not certainly hold on one day;
    /// a term that continues another starts when that one ends.
    pub fn order_faults(&self) -> Vec<OrderFault> {
        let mut faults = Vec::new();
        self.terms.iter().for_each(|term| faults.extend(self.term_fault(term)));
        faults.extend(self.overlaps());
        let sound = faults.is_empty();
        faults.extend(self.dormancies.iter().filter_map(|dormancy| {
            let term = self.term(dormancy.term);
            let inside = term.is_some_and(|term| {
                ascending(&[term.start, dormancy.start, dormancy.end, term.end()], false)
            });
            let (start, end) = (dormancy.start, dormancy.end);
            (sound && !inside).then_some(OrderFault::DormancyOutside { dormancy: dormancy.id, start, end })
        }));
        faults
    }

    fn term_fault(&self, term: &Term) -> Option<OrderFault> {
        if let Some(continued) = term.continues {
            let earlier = self.term(continued);
            let twice = self.terms.iter().filter(|other| other.continues == Some(continued)).count() > 1;
            let Some(earlier) = earlier.filter(|_| !twice && !self.goes_round(term)) else {
                return Some(OrderFault::BrokenChain { term: term.id, start: term.start });
            };
            if term.start.is_none() || term.start != earlier.end() {
                return Some(OrderFault::Gap { term: term.id, start: term.start, end: earlier.end() });
            }
        }
        let boundaries: Vec<_> = self.boundaries_from(term);
        match (term.start, term.end()) {
            (Some(start), Some(end)) if !ascending(&boundaries, true) => {
                Some(OrderFault::Backwards { term: term.id, start, end })
            }
            _ => None,
        }
    }

    /// Whether following what each term continues comes back to where it began.
    fn goes_round(&self, term: &Term) -> bool {
        let mut seen = HashSet::from([term.id]);
        let mut next = term.continues;
        while let Some(id) = next {
            if !seen.insert(id) {
                return true;
            }
            next = self.term(id).and_then(|term| term.continues);
        }
        false
    }

    /// The start of a term and the ends of it and of those before it in its chain, earliest first.
    fn boundaries_from(&self, term: &Term) -> Vec<Option<HistoricDate>> {
        let mut boundaries = vec![term.end(), term.start];
        let mut earlier = term.continues.and_then(|id| self.term(id));
        while let Some(term) = earlier.filter(|_| boundaries.len() <= self.terms.len() + 1) {
            boundaries.push(term.start);
            earlier = term.continues.and_then(|id| self.term(id));
        }
        boundaries.reverse();
        boundaries
    }

    fn overlaps(&self) -> impl Iterator<Item = OrderFault> {
        let pairs = self
            .terms
            .iter()
            .enumerate()
            .flat_map(|(index, term)| self.terms.iter().skip(index + 1).map(move |other| (term, other)));
        pairs.filter_map(|(one, other)| {
            let overlap = one.certain()?.overlaps(other.certain()?);
            let (terms, starts) = ((one.id, other.id), (one.start, other.start));
            overlap.then_some(OrderFault::Overlap { terms, starts })
        })
    }
}

/// Whether some choice of days puts dates in ascending order, each after the one before or, where not `strict`,
/// on the same day. A date that is not on record can be any.
fn ascending(dates: &[Option<HistoricDate>], strict: bool) -> bool {
    let mut earliest = Date::MIN;
    dates.iter().flatten().all(|date| {
        let day = date.first().max(earliest);
        earliest = if strict { day.saturating_add(Span::new().days(1)) } else { day };
        day <= date.last()
    })
}
