//! What the record says, as statements.

use jiff::civil::Date;

use crate::historic::HistoricDate;
use crate::partner::Partner;
use crate::register::Register;
use crate::relationship::{Ending, Relationship, Term};
use crate::source::{ClaimRank, Subject};
use crate::text::WebAddress;

/// That a partner is or was twinned with the host city for a time without a gap: one term, or several of which each
/// continues the one before. A sister city and a friendship city are both twinned.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement<'a> {
    /// The partner.
    pub partner: &'a Partner,
    /// When it began; `None`: not on record.
    pub start: Option<HistoricDate>,
    /// Whether and when it ended.
    pub end: StatementEnd,
    /// Where the sources are on the web that say so, the best one first.
    pub sources: Vec<&'a WebAddress>,
}

/// Whether and when it ended, as far as is known on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatementEnd {
    /// It may still hold; it is to end then, unless it is renewed.
    Running(Option<HistoricDate>),
    /// It is over since then.
    Over(HistoricDate),
    /// It ended or will end, and nobody wrote down when.
    Unrecorded,
}

impl StatementEnd {
    /// The end of a term, on a day.
    fn of(term: &Term, today: Date) -> Self {
        match (&term.ending, term.end()) {
            (Ending::Unrecorded, _) => Self::Unrecorded,
            (_, Some(end)) if term.certainly_over().is_some_and(|over| over <= today) => Self::Over(end),
            (_, end) => Self::Running(end),
        }
    }

    /// When it ended, where it has and that is on record.
    pub const fn date(self) -> Option<HistoricDate> {
        match self {
            Self::Over(end) => Some(end),
            Self::Running(_) | Self::Unrecorded => None,
        }
    }
}

/// All statements that the record makes by a day: by the partner's name, then by their start.
pub fn statements(register: &Register, today: Date) -> Vec<Statement<'_>> {
    register.partners().iter().flat_map(|partner| of_partner(register, partner, today)).collect()
}

/// The statements about one partner. One without dates says less than one that has some, and stands only alone.
fn of_partner<'a>(register: &'a Register, partner: &'a Partner, today: Date) -> Vec<Statement<'a>> {
    let relationship = &partner.relationship;
    let (dated, dateless): (Vec<_>, Vec<_>) = chains(relationship)
        .into_iter()
        .filter(|chain| has_begun(chain, today))
        .partition(|chain| chain.iter().any(|term| !term.is_dateless()));
    let chosen = if dated.is_empty() { dateless.into_iter().take(1).collect() } else { dated };
    let of_chain = |chain: Vec<&'a Term>| {
        let subjects = chain.iter().map(|term| Subject::Term(term.id));
        Some(Statement {
            partner,
            start: chain.first()?.start,
            end: StatementEnd::of(chain.last()?, today),
            sources: sources(register, subjects),
        })
    };
    let statements: Vec<Statement<'a>> = chosen.into_iter().filter_map(of_chain).collect();
    if statements.is_empty() && relationship.terms.is_empty() && !relationship.listings.is_empty() {
        let subjects = relationship.listings.iter().map(|listing| Subject::Listing(listing.id));
        let sources = sources(register, subjects);
        return vec![Statement { partner, start: None, end: StatementEnd::Unrecorded, sources }];
    }
    statements
}

/// The terms of a relationship, those in one list that continue one another.
fn chains(relationship: &Relationship) -> Vec<Vec<&Term>> {
    let begins = |term: &&Term| term.continues.and_then(|id| relationship.term(id)).is_none();
    let chain = |first| {
        let next = |term: &&Term| relationship.continued_by(term.id);
        std::iter::successors(Some(first), next).take(relationship.terms.len()).collect()
    };
    relationship.terms.iter().filter(begins).map(chain).collect()
}

fn has_begun(chain: &[&Term], today: Date) -> bool {
    chain.first().is_some_and(|term| term.start.is_none_or(|start| start.first() <= today))
}

/// Where the sources are that claim records as they are, each once.
fn sources(register: &Register, subjects: impl Iterator<Item = Subject>) -> Vec<&WebAddress> {
    let claims = subjects.flat_map(|subject| register.claims(subject));
    let bearing = claims.filter(|claim| claim.rank == ClaimRank::Preferred && claim.value.is_none());
    let mut addresses = Vec::new();
    for claim in bearing {
        let source = claim.source.and_then(|id| register.source(id));
        if let Some(address) = source.and_then(|source| source.address.as_ref())
            && !addresses.contains(&address)
        {
            addresses.push(address);
        }
    }
    addresses
}
