//! What is shared while a dataset is written: who is called what, and what is claimed about whom.

use std::collections::HashMap;

use super::Dataset;
use crate::exchange::Exchange;
use crate::identity::{CommitteeId, ExchangeId, PartnerId, RelationshipId, SeriesId, SourceId};
use crate::partner::Partner;
use crate::policy::PolicyException;
use crate::source::{Claim, Subject};
use crate::text::Slug;

/// A dataset that is being written.
#[derive(Debug)]
pub(super) struct Writing<'a> {
    /// It.
    pub(super) dataset: &'a Dataset,
    sources: HashMap<SourceId, &'a Slug>,
    partners: HashMap<PartnerId, &'a Partner>,
    relationships: HashMap<RelationshipId, &'a Partner>,
    exchanges: HashMap<ExchangeId, &'a Exchange>,
    series: HashMap<SeriesId, &'a Slug>,
    committees: HashMap<CommitteeId, String>,
    claims: HashMap<Subject, Vec<&'a Claim>>,
    exceptions: HashMap<RelationshipId, Vec<&'a PolicyException>>,
}

impl<'a> Writing<'a> {
    /// The dataset, with its names looked up.
    pub(super) fn new(dataset: &'a Dataset) -> Self {
        let mut claims: HashMap<_, Vec<_>> = HashMap::new();
        for claim in &dataset.claims {
            claims.entry(claim.subject).or_default().push(claim);
        }
        let mut exceptions: HashMap<_, Vec<_>> = HashMap::new();
        for exception in &dataset.policy_exceptions {
            exceptions.entry(exception.relationship).or_default().push(exception);
        }
        let by_relationship = |partner: &'a Partner| (partner.relationship.id, partner);
        Self {
            dataset,
            sources: dataset.sources.iter().map(|source| (source.id, &source.slug)).collect(),
            partners: dataset.partners.iter().map(|partner| (partner.id, partner)).collect(),
            relationships: dataset.partners.iter().map(by_relationship).collect(),
            exchanges: dataset.exchanges.iter().map(|exchange| (exchange.id, exchange)).collect(),
            series: dataset.series.iter().map(|series| (series.id, &series.slug)).collect(),
            committees: committee_names(dataset),
            claims,
            exceptions,
        }
    }

    /// The claims about a record.
    pub(super) fn claims(&self, subject: Subject) -> &[&'a Claim] {
        self.claims.get(&subject).map_or(&[], Vec::as_slice)
    }

    /// The exceptions made for a relationship.
    pub(super) fn exceptions(&self, relationship: RelationshipId) -> &[&'a PolicyException] {
        self.exceptions.get(&relationship).map_or(&[], Vec::as_slice)
    }

    /// The slug of a source.
    pub(super) fn source(&self, id: SourceId) -> Option<&'a Slug> {
        self.sources.get(&id).copied()
    }

    /// A partner.
    pub(super) fn partner(&self, id: PartnerId) -> Option<&'a Partner> {
        self.partners.get(&id).copied()
    }

    /// The partner whose relationship it is.
    pub(super) fn related(&self, id: RelationshipId) -> Option<&'a Partner> {
        self.relationships.get(&id).copied()
    }

    /// An exchange.
    pub(super) fn exchange(&self, id: ExchangeId) -> Option<&'a Exchange> {
        self.exchanges.get(&id).copied()
    }

    /// The slug of a series.
    pub(super) fn series(&self, id: SeriesId) -> Option<&'a Slug> {
        self.series.get(&id).copied()
    }

    /// What a committee is called in files: its name, or its id where others have that name too.
    pub(super) fn committee(&self, id: CommitteeId) -> Option<&str> {
        self.committees.get(&id).map(String::as_str)
    }
}

fn committee_names(dataset: &Dataset) -> HashMap<CommitteeId, String> {
    let committees = || dataset.partners.iter().flat_map(|partner| &partner.relationship.committees);
    let mut counts: HashMap<&str, u32> = HashMap::new();
    for committee in committees() {
        *counts.entry(committee.name.as_str()).or_default() += 1;
    }
    let names = committees().map(|committee| {
        let alone = counts.get(committee.name.as_str()) == Some(&1);
        (committee.id, if alone { committee.name.to_string() } else { committee.id.to_string() })
    });
    names.collect()
}
