//! Sources as numbered footnotes, and what they dispute.

use signpost_core::{Claim, ClaimRank, Confidence, Source, SourceId, Subject};

use crate::pages::{ClaimView, DisputeView, SourceMark, SourceView};
use crate::present::Presenter;
use crate::urls::Url;

/// The sources that a page has named so far, numbered in the order in which it first named them.
#[derive(Default)]
pub struct Footnotes {
    named: Vec<SourceId>,
}

impl Footnotes {
    /// The marks of the sources that a record rests on.
    pub fn marks(&mut self, presenter: Presenter<'_>, subject: Subject) -> Vec<SourceMark> {
        self.marks_of(presenter.register.claims(subject))
    }

    /// The marks of the sources that some claims name, as far as they are about a record as a whole.
    pub fn marks_of(&mut self, claims: &[Claim]) -> Vec<SourceMark> {
        let whole = claims.iter().filter(|claim| claim.fact.is_none());
        let mut marks: Vec<SourceMark> = whole.filter_map(|claim| Some(self.mark(claim.source?))).collect();
        marks.dedup();
        marks
    }

    fn mark(&mut self, source: SourceId) -> SourceMark {
        let place = self.named.iter().position(|named| *named == source);
        let place = place.unwrap_or_else(|| {
            self.named.push(source);
            self.named.len() - 1
        });
        SourceMark { number: place + 1 }
    }

    /// The sources named, with what is known of them.
    pub fn sources(&self, presenter: Presenter<'_>) -> Vec<SourceView> {
        let known = self.named.iter().enumerate();
        known
            .filter_map(|(place, id)| Some(presenter.source(place + 1, presenter.register.source(*id)?)))
            .collect()
    }
}

impl Presenter<'_> {
    fn source(self, number: usize, source: &Source) -> SourceView {
        SourceView {
            number,
            title: source.title.to_string(),
            publisher: source.publisher.as_ref().map(ToString::to_string),
            date: source.dated.map(|dated| self.span(dated)),
            url: source.address.as_ref().and_then(|address| Url::outside(address.as_str())),
        }
    }

    /// The facts about some records that sources dispute, each with every value that they give.
    pub(super) fn disputes(self, subjects: impl IntoIterator<Item = Subject>) -> Vec<DisputeView> {
        let claims = subjects.into_iter().flat_map(|subject| self.register.claims(subject));
        self.disputes_among(&claims.collect::<Vec<_>>())
    }

    /// The same of claims that are not in the register: of each fact the preferred one first.
    pub(super) fn disputes_among(self, claims: &[&Claim]) -> Vec<DisputeView> {
        let claims = claims.iter().copied();
        let stated: Vec<&Claim> =
            claims.filter(|claim| claim.fact.is_some() && claim.value.is_some()).collect();
        let groups = stated.chunk_by(|one, other| (one.subject, &one.fact) == (other.subject, &other.fact));
        groups.filter(|group| group.len() > 1).filter_map(|group| self.dispute(group)).collect()
    }

    fn dispute(self, claims: &[&Claim]) -> Option<DisputeView> {
        let fact = claims.first()?.fact.as_ref()?.to_string();
        let (preferred, others): (Vec<_>, Vec<_>) =
            claims.iter().partition(|claim| claim.rank == ClaimRank::Preferred);
        let mut preferred = preferred.into_iter().map(|claim| self.claim(claim));
        let first = preferred.next();
        Some(DisputeView {
            fact,
            preferred: first,
            others: preferred.chain(others.into_iter().map(|claim| self.claim(claim))).collect(),
            count: self.locale.say_with("dispute-values", [("count", claims.len().into())]),
        })
    }

    fn claim(self, claim: &Claim) -> ClaimView {
        let source = claim.source.and_then(|source| self.register.source(source));
        ClaimView {
            value: claim.value.as_ref().map(ToString::to_string).unwrap_or_default(),
            said_by: source.map_or_else(
                || self.locale.say("claim-no-source").into(),
                |source| self.original(source.title.as_str()),
            ),
            is_inferred: claim.confidence == Confidence::Inferred,
        }
    }
}
