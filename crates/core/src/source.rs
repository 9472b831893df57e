//! Sources and claims: where a fact comes from, how sure it is, and what other sources say.

use crate::historic::HistoricSpan;
use crate::identity::{
    AgreementId, ApplicationId, ClaimId, CommitteeId, ExchangeId, GiftId, ListingId, MilestoneId, PartnerId,
    PolicyId, ProgrammeId, RelationshipId, SourceId, TermId,
};
use crate::text::{Line, Markdown, Slug, WebAddress};
use crate::word::words;

/// Something that facts come from: a document, an article, a page, a person's word.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// Its name in files and commands.
    pub slug: Slug,
    /// What it is called.
    pub title: Line,
    /// Who published it.
    pub publisher: Option<Line>,
    /// When it is from; `None`: not on record.
    pub dated: Option<HistoricSpan>,
    /// Where it is on the web.
    pub address: Option<WebAddress>,
    /// A remark for staff.
    pub note: Option<Markdown>,
}

/// What one source says about one fact.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Its id.
    pub id: ClaimId,
    /// The record that it is about.
    pub subject: Subject,
    /// The fact, in words, as "first student visit"; `None`: the record as a whole.
    pub fact: Option<Line>,
    /// What the source says it is; `None`: what the record says.
    pub value: Option<Line>,
    /// The source; `None`: nobody has named one, as of what was inferred.
    pub source: Option<SourceId>,
    /// How sure it is.
    pub confidence: Confidence,
    /// How it stands among the values that sources give.
    pub rank: ClaimRank,
    /// A remark.
    pub note: Option<Markdown>,
}

/// How sure a claim is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, sqlx::Type)]
#[serde(rename_all = "kebab-case")]
#[sqlx(type_name = "text", rename_all = "kebab-case")]
pub enum Confidence {
    /// Two sides or an official record say so.
    Verified,
    /// One source says so.
    Single,
    /// It follows from other facts.
    Inferred,
}

words!(Confidence { Verified = "verified", Single = "single", Inferred = "inferred" });

/// How a claim stands among the values that sources give for a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, sqlx::Type)]
#[serde(rename_all = "kebab-case")]
#[sqlx(type_name = "text", rename_all = "kebab-case")]
pub enum ClaimRank {
    /// The one that the programme shows.
    Preferred,
    /// One among equals: no person has settled which is right.
    Disputed,
    /// Settled: another is right.
    Rejected,
}

words!(ClaimRank { Preferred = "preferred", Disputed = "disputed", Rejected = "rejected" });

/// The record that a claim is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// The programme.
    Programme(ProgrammeId),
    /// A policy rule.
    Policy(PolicyId),
    /// A partner.
    Partner(PartnerId),
    /// A relationship.
    Relationship(RelationshipId),
    /// A term.
    Term(TermId),
    /// A listing.
    Listing(ListingId),
    /// An application.
    Application(ApplicationId),
    /// A milestone.
    Milestone(MilestoneId),
    /// An agreement.
    Agreement(AgreementId),
    /// A committee.
    Committee(CommitteeId),
    /// A gift.
    Gift(GiftId),
    /// An exchange.
    Exchange(ExchangeId),
}
