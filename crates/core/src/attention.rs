//! What on record needs a person: what is missing, disputed, or leads nowhere.

use std::collections::{BTreeSet, HashMap, HashSet};

use jiff::civil::Date;

use crate::agreement::Side;
use crate::document::{Document, DocumentSubject};
use crate::exchange::Status;
use crate::historic::{HistoricDate, HistoricSpan};
use crate::identity::{AgreementId, ClaimId, CommitteeId, ExchangeId, PartnerId, SourceId, TranslationId};
use crate::partner::Partner;
use crate::register::Register;
use crate::relationship::{Kind, State};
use crate::source::{ClaimRank, Subject};
use crate::text::{Language, Line, Slug};
use crate::translation::Version;

/// Something on record that needs a person.
#[derive(Clone, Debug, PartialEq)]
pub struct Attention {
    /// What it is about.
    pub about: About,
    /// Why it needs one.
    pub concern: Concern,
}

/// The record that needs a person.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// The programme and its policy.
    Programme,
    /// A partner or the relationship with it.
    Partner(Slug),
    /// An exchange.
    Exchange(Slug),
    /// A translated record, as `page/home`.
    Translated(String),
    /// A source.
    Source(Slug),
}

/// Why a record needs a person.
#[derive(Clone, Debug, PartialEq)]
pub enum Concern {
    /// It is listed, and no dates are on record.
    NoDates,
    /// A term ends in a month or year, and the day is not on record.
    NoEndDay(HistoricDate),
    /// A source lists it after its term was over.
    ListedLater(HistoricSpan),
    /// No committee of the host nurtures a relationship that is current.
    NoCommittee,
    /// Nobody can be written to at a committee.
    NoContact(Line),
    /// A current friendship has no sponsor on record, and the policy asks for one.
    NoSponsor,
    /// A current sister relationship has no agreement on record.
    NoAgreement,
    /// No source is named for a term, by its start.
    TermWithoutSource(Option<HistoricDate>),
    /// The file of an agreement is not on record.
    AgreementWithoutFile {
        /// Its title.
        title: Line,
        /// When it was signed.
        signed: Option<HistoricDate>,
    },
    /// Where it is on the earth is not on record.
    NoPlace,
    /// Sources give different values for a fact, and no person has settled which is right.
    Disputed {
        /// The fact; `None`: the record as a whole.
        fact: Option<Line>,
        /// One of the claims.
        claim: ClaimId,
    },
    /// It is over, and nobody was counted.
    NotCounted(Date),
    /// Its days are over, and whether it was held is not on record.
    NotConfirmed(Status, Date),
    /// It is with no partner.
    NoPartner,
    /// Its organizer is no committee of any of its partners.
    OrganizerElsewhere,
    /// The original was changed after it was translated.
    Outdated(Line, Language),
    /// The words that it translates are gone.
    Orphaned(Line, Language),
    /// Nothing on record rests on it.
    NothingRests,
}

/// What is asked of an exchange when the record is checked.
#[derive(Clone, Debug, PartialEq)]
pub struct ExchangeSummary {
    /// Its id.
    pub id: ExchangeId,
    /// Its slug.
    pub slug: Slug,
    /// Its title.
    pub title: Line,
    /// Whether it is on.
    pub status: Status,
    /// The last day that it is, or may be, on.
    pub last_day: Date,
    /// Whether any number of people is on record.
    pub is_counted: bool,
    /// The partners that it is with.
    pub partners: Vec<PartnerId>,
    /// The committee that organises it.
    pub organizer: Option<CommitteeId>,
}

/// What is asked of a translation when the record is checked.
#[derive(Clone, Debug, PartialEq)]
pub struct TranslationSummary {
    /// Its id.
    pub id: TranslationId,
    /// What it is of, as `page/home`.
    pub of: String,
    /// The field.
    pub field: Line,
    /// The language.
    pub language: Language,
    /// The wording that it follows.
    pub follows: Version,
    /// The wording that the original has; `None`: it has none any more.
    pub original: Option<Version>,
}

impl ExchangeSummary {
    /// Whether it was held, by a day, and nobody was counted.
    pub fn is_uncounted(&self, today: Date) -> bool {
        self.status == Status::Confirmed && self.last_day < today && !self.is_counted
    }

    /// Whether its days are over, and nobody wrote down whether it was held.
    pub fn is_unconfirmed(&self, today: Date) -> bool {
        matches!(self.status, Status::Tentative | Status::Postponed) && self.last_day < today
    }
}

impl TranslationSummary {
    /// Whether the original was changed since.
    pub fn is_outdated(&self) -> bool {
        self.original.is_some_and(|original| original != self.follows)
    }
}

impl Register {
    /// What of the programme, its partners and sources needs a person: partner by partner.
    pub fn attention(&self, today: Date) -> Vec<Attention> {
        let mut found = self.disputes(&About::Programme, |subject| {
            matches!(subject, Subject::Programme(_) | Subject::Policy(_))
        });
        found.extend(self.partners().iter().flat_map(|partner| self.attention_to(partner, today)));
        found
    }

    /// What about a partner and the relationship with it needs a person.
    pub fn attention_to(&self, partner: &Partner, today: Date) -> Vec<Attention> {
        let about = || About::Partner(partner.slug.clone());
        let parts: HashSet<Subject> = partner.subjects().collect();
        let concerns = self.concerns_of(partner, today).into_iter();
        let mut found: Vec<_> = concerns.map(|concern| Attention { about: about(), concern }).collect();
        found.extend(self.disputes(&about(), |subject| parts.contains(&subject)));
        found
    }

    fn concerns_of(&self, partner: &Partner, today: Date) -> Vec<Concern> {
        let relationship = &partner.relationship;
        let standing = self.standing(partner, today);
        let mut concerns = Vec::new();
        if standing.is_some_and(|standing| standing.state == State::Unrecorded) {
            concerns.push(Concern::NoDates);
        }
        if let Some((_, end)) = relationship.due_for_renewal(today).filter(|(_, end)| end.day().is_none()) {
            concerns.push(Concern::NoEndDay(end));
        }
        let listing = standing.and_then(|standing| standing.disputed_by);
        let listing = relationship.listings.iter().find(|one| Some(one.id) == listing);
        concerns.extend(listing.map(|listing| Concern::ListedLater(listing.seen)));
        if let Some(standing) = standing.filter(|standing| standing.state.is_current()) {
            if !relationship.committees.iter().any(|committee| committee.side == Side::Host) {
                concerns.push(Concern::NoCommittee);
            }
            let needs_sponsor =
                standing.kind == Kind::Friendship && self.policy().friendship_needs_sponsor(today);
            if needs_sponsor && relationship.to_renew(today).is_none_or(|term| term.sponsor.is_none()) {
                concerns.push(Concern::NoSponsor);
            }
            if standing.kind == Kind::Sister && relationship.agreements.is_empty() {
                concerns.push(Concern::NoAgreement);
            }
            let silent = relationship.committees.iter().filter(|committee| {
                committee.side == Side::Host && committee.contacts.is_empty() && committee.websites.is_empty()
            });
            concerns.extend(silent.map(|committee| Concern::NoContact(committee.name.clone())));
        }
        let without_source = relationship
            .terms
            .iter()
            .filter(|term| self.claims(Subject::Term(term.id)).iter().all(|claim| claim.source.is_none()));
        concerns.extend(without_source.map(|term| Concern::TermWithoutSource(term.start)));
        if partner.place.is_none() {
            concerns.push(Concern::NoPlace);
        }
        concerns
    }

    /// The agreements of which there is no file.
    pub fn attention_to_agreements(&self, documents: &[Document]) -> Vec<Attention> {
        let filed: HashSet<AgreementId> = documents
            .iter()
            .filter_map(|document| match document.attached_to {
                DocumentSubject::Agreement(id) => Some(id),
                _ => None,
            })
            .collect();
        let of_partner = |partner: &Partner| {
            let agreements = partner.relationship.agreements.iter();
            let unfiled = agreements.filter(|agreement| !filed.contains(&agreement.id));
            let attention = unfiled.map(|agreement| Attention {
                about: About::Partner(partner.slug.clone()),
                concern: Concern::AgreementWithoutFile {
                    title: agreement.title.clone(),
                    signed: agreement.signed,
                },
            });
            attention.collect::<Vec<_>>()
        };
        self.partners().iter().flat_map(of_partner).collect()
    }

    /// The facts about some records on which sources disagree, each once.
    fn disputes(&self, about: &About, is_meant: impl Fn(Subject) -> bool) -> Vec<Attention> {
        let disputed = self.all_claims().filter(|claim| claim.rank == ClaimRank::Disputed);
        let mut disputed: Vec<_> = disputed.filter(|claim| is_meant(claim.subject)).collect();
        disputed.sort_by(|one, other| {
            (one.subject, &one.fact, one.id).cmp(&(other.subject, &other.fact, other.id))
        });
        disputed.dedup_by(|later, first| (later.subject, &later.fact) == (first.subject, &first.fact));
        let concern = |fact: &Option<Line>, claim| Concern::Disputed { fact: fact.clone(), claim };
        disputed
            .into_iter()
            .map(|claim| Attention { about: about.clone(), concern: concern(&claim.fact, claim.id) })
            .collect()
    }

    /// What of exchanges needs a person.
    pub fn attention_to_exchanges(&self, exchanges: &[ExchangeSummary], today: Date) -> Vec<Attention> {
        let committees: HashMap<CommitteeId, PartnerId> = self
            .partners()
            .iter()
            .flat_map(|partner| partner.relationship.committees.iter().map(|one| (one.id, partner.id)))
            .collect();
        let mut found = Vec::new();
        for exchange in exchanges {
            let mut concerns = Vec::new();
            if exchange.is_uncounted(today) {
                concerns.push(Concern::NotCounted(exchange.last_day));
            }
            if exchange.is_unconfirmed(today) {
                concerns.push(Concern::NotConfirmed(exchange.status, exchange.last_day));
            }
            if exchange.partners.is_empty() {
                concerns.push(Concern::NoPartner);
            }
            let organizes_for = exchange.organizer.and_then(|organizer| committees.get(&organizer));
            if organizes_for.is_some_and(|partner| !exchange.partners.contains(partner)) {
                concerns.push(Concern::OrganizerElsewhere);
            }
            let about = || About::Exchange(exchange.slug.clone());
            found.extend(concerns.into_iter().map(|concern| Attention { about: about(), concern }));
        }
        found
    }

    /// The sources on which nothing rests, of which `used` are not.
    pub fn attention_to_sources(&self, used: &BTreeSet<SourceId>) -> Vec<Attention> {
        let idle = self.sources().into_iter().filter(|source| !used.contains(&source.id));
        idle.map(|source| Attention {
            about: About::Source(source.slug.clone()),
            concern: Concern::NothingRests,
        })
        .collect()
    }
}

/// What of translations needs a person.
pub fn attention_to_translations(translations: &[TranslationSummary]) -> Vec<Attention> {
    let concerns = translations.iter().filter_map(|translation| {
        let (field, language) = (translation.field.clone(), translation.language.clone());
        let concern = match translation.original {
            None => Concern::Orphaned(field, language),
            Some(_) if translation.is_outdated() => Concern::Outdated(field, language),
            Some(_) => return None,
        };
        Some(Attention { about: About::Translated(translation.of.clone()), concern })
    });
    concerns.collect()
}

impl Partner {
    /// The partner and everything about its relationship that claims can be about.
    pub fn subjects(&self) -> impl Iterator<Item = Subject> {
        let relationship = &self.relationship;
        [Subject::Partner(self.id), Subject::Relationship(relationship.id)]
            .into_iter()
            .chain(relationship.terms.iter().map(|one| Subject::Term(one.id)))
            .chain(relationship.listings.iter().map(|one| Subject::Listing(one.id)))
            .chain(relationship.applications.iter().map(|one| Subject::Application(one.id)))
            .chain(relationship.milestones.iter().map(|one| Subject::Milestone(one.id)))
            .chain(relationship.agreements.iter().map(|one| Subject::Agreement(one.id)))
            .chain(relationship.committees.iter().map(|one| Subject::Committee(one.id)))
            .chain(relationship.gifts.iter().map(|one| Subject::Gift(one.id)))
    }
}
