//! `/claims`

use serde::Serialize;
use signpost_core as core;
use signpost_core::Subject;
use utoipa::{IntoParams, ToSchema};

use super::context::Context;
use super::endpoint::{Asked, Reply, Whole};
use super::sources::SourceReference;
use super::words::{ClaimRank, Confidence};
use crate::http::{FromQuery, PageError, Query, Wanted};

/// What the query says.
#[derive(Clone, Debug, Default, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct ClaimsQuery {
    /// Only those about this partner and its relationship, by its short name.
    #[param(inline)]
    partner: Option<String>,
    /// Only what this source says, by its short name.
    #[param(inline)]
    source: Option<String>,
    /// Only those that stand so among the values that sources give.
    #[param(inline)]
    rank: Option<ClaimRank>,
}

impl FromQuery for ClaimsQuery {
    fn from_query(query: &Query<'_>) -> Result<Self, PageError> {
        Ok(Self {
            partner: query.one("partner", Wanted::Listed)?,
            source: query.one("source", Wanted::Listed)?,
            rank: query.one("rank", Wanted::Listed)?,
        })
    }
}

/// Claims.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct ClaimList {
    /// The claims: about the programme and its policy first, then by the partner's name.
    items: Vec<Claim>,
}

/// What one source says about one fact.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct Claim {
    /// Its id.
    id: String,
    /// The record that it is about.
    about: About,
    /// The fact, in words; `null`: the record as a whole.
    fact: Option<String>,
    /// What the source says it is; `null`: what the record says.
    value: Option<String>,
    /// The source; `null`: nobody has named one, as of what was inferred.
    source: Option<SourceReference>,
    /// How sure it is.
    confidence: Confidence,
    /// How it stands among the values that sources give for the fact.
    rank: ClaimRank,
    /// A remark, in Markdown.
    note: Option<String>,
}

/// The record that a claim is about.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct About {
    /// What it is.
    record: RecordKind,
    /// Its id.
    id: String,
    /// The short name of the partner whose record it is, or of the exchange; `null`: the programme's own.
    slug: Option<String>,
}

/// What a claim can be about.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum RecordKind {
    /// The programme.
    Programme,
    /// A policy rule.
    Policy,
    /// A partner.
    Partner,
    /// A relationship.
    Relationship,
    /// A term.
    Term,
    /// A listing.
    Listing,
    /// An application.
    Application,
    /// A milestone.
    Milestone,
    /// An agreement.
    Agreement,
    /// A committee.
    Committee,
    /// A gift.
    Gift,
    /// An exchange.
    Exchange,
}

/// A record's kind and id.
fn record(subject: Subject) -> (RecordKind, String) {
    match subject {
        Subject::Programme(id) => (RecordKind::Programme, id.to_string()),
        Subject::Policy(id) => (RecordKind::Policy, id.to_string()),
        Subject::Partner(id) => (RecordKind::Partner, id.to_string()),
        Subject::Relationship(id) => (RecordKind::Relationship, id.to_string()),
        Subject::Term(id) => (RecordKind::Term, id.to_string()),
        Subject::Listing(id) => (RecordKind::Listing, id.to_string()),
        Subject::Application(id) => (RecordKind::Application, id.to_string()),
        Subject::Milestone(id) => (RecordKind::Milestone, id.to_string()),
        Subject::Agreement(id) => (RecordKind::Agreement, id.to_string()),
        Subject::Committee(id) => (RecordKind::Committee, id.to_string()),
        Subject::Gift(id) => (RecordKind::Gift, id.to_string()),
        Subject::Exchange(id) => (RecordKind::Exchange, id.to_string()),
    }
}

impl Claim {
    /// A claim about a record of a partner or exchange with a short name, or of the programme.
    pub(super) fn new(context: &Context, claim: &core::Claim, slug: Option<&core::Slug>) -> Self {
        let (record, id) = record(claim.subject);
        let source = claim.source.and_then(|source| context.register.source(source));
        Self {
            id: claim.id.to_string(),
            about: About { record, id, slug: slug.map(ToString::to_string) },
            fact: claim.fact.as_ref().map(ToString::to_string),
            value: claim.value.as_ref().map(ToString::to_string),
            source: source.map(|source| SourceReference::new(context, source)),
            confidence: claim.confidence.into(),
            rank: claim.rank.into(),
            note: claim.note.as_ref().map(ToString::to_string),
        }
    }
}

/// The claims about the programme, its policy and the partners that have a page.
pub(super) async fn list(asked: Asked<Whole, ClaimsQuery>) -> Result<Reply<ClaimList>, PageError> {
    let context = Context::of(&asked)?;
    let query = &asked.query;
    let (register, source) = (&context.register, context.asked_source(query.source.as_deref())?);
    let own = [Subject::Programme(register.programme().id)].into_iter();
    let own = own.chain(register.policy().rules.iter().map(|rule| Subject::Policy(rule.id)));
    let own = own.filter(|_| query.partner.is_none()).map(|subject| (subject, None));
    let partners = context.asked(query.partner.as_deref())?.into_iter();
    let partners =
        partners.flat_map(|partner| partner.subjects().map(move |subject| (subject, Some(&partner.slug))));
    let claims = own.chain(partners).flat_map(|(subject, slug)| {
        let claims = register.claims(subject).iter();
        claims.map(move |claim| (claim, slug))
    });
    let fits = |(claim, _): &(&core::Claim, Option<&core::Slug>)| {
        source.is_none_or(|source| claim.source == Some(source.id))
            && query.rank.is_none_or(|rank| rank.0 == claim.rank)
    };
    let items = claims.filter(fits).map(|(claim, slug)| Claim::new(&context, claim, slug)).collect();
    Ok(Reply::Body(ClaimList { items }))
}
