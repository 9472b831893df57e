//! `/terms`

use serde::Serialize;
use signpost_core as core;
use signpost_core::Subject;
use utoipa::{IntoParams, ToSchema};

use super::claims::Claim;
use super::context::{Context, PartnerReference};
use super::dates::{Day, HistoricDate};
use super::endpoint::{Asked, Reply, Whole};
use super::words::{EndCause, Kind};
use crate::http::{FromQuery, PageError, Query, Wanted};

/// What the query says.
#[derive(Clone, Debug, Default, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct TermsQuery {
    /// Only those with this partner, by its short name.
    #[param(inline)]
    partner: Option<String>,
    /// Only those of this kind.
    #[param(inline)]
    kind: Option<Kind>,
}

impl FromQuery for TermsQuery {
    fn from_query(query: &Query<'_>) -> Result<Self, PageError> {
        Ok(Self { partner: query.one("partner", Wanted::Listed)?, kind: query.one("kind", Wanted::Listed)? })
    }
}

/// Terms.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct TermList {
    /// The terms, by the partner's name and their starts.
    items: Vec<Term>,
}

/// One period of one kind. The terms of a relationship never overlap.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct Term {
    /// Its id.
    id: String,
    /// The partner.
    partner: PartnerReference,
    /// Its kind, known even when nothing else is.
    kind: Kind,
    /// When it starts; `null`: not on record.
    start: Option<HistoricDate>,
    /// How it ends.
    ending: Ending,
    /// The id of the term that it follows without a gap, by renewal or promotion.
    continues: Option<String>,
    /// The days on which it holds whichever possible days its boundaries are; `null`: there are none.
    certain: Option<DaySpan>,
    /// The Council's approval.
    approval: Option<Approval>,
    /// The member of the Council who sponsors it.
    sponsor: Option<String>,
    /// What sources say of it.
    claims: Vec<Claim>,
}

/// How a term ends.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct Ending {
    /// In which way that is known.
    way: EndingWay,
    /// The first day on which the term no longer holds; `null` where it is open or nobody wrote it down.
    on: Option<HistoricDate>,
    /// In which way it ended, where that is recorded.
    cause: Option<EndCause>,
    /// Why, in words.
    reason: Option<String>,
}

/// In which way the end of a term is known.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum EndingWay {
    /// It runs until a party ends it.
    Open,
    /// The policy of its start says when.
    ByPolicy,
    /// It is on record.
    Recorded,
    /// It ended or will end, and nobody wrote down when.
    Unrecorded,
}

/// Days in a row.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub(super) struct DaySpan {
    /// The first day.
    first: Day,
    /// The first day after it; `null`: it goes on.
    end: Option<Day>,
}

/// The Council's approval, as far as it is on record.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct Approval {
    /// When the Council decided.
    on: Option<HistoricDate>,
    /// The number of its resolution.
    resolution: Option<String>,
    /// How it voted.
    vote: Option<Vote>,
    /// The item of its agenda.
    agenda: Option<String>,
    /// The Clerk's record number.
    record_number: Option<String>,
}

/// A vote of the Council.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub(super) struct Vote {
    /// Members who voted for it.
    ayes: u8,
    /// Members who voted against it.
    noes: u8,
    /// Members who abstained.
    abstentions: u8,
}

impl Term {
    /// A term with a partner.
    pub(super) fn new(context: &Context, partner: &core::Partner, term: &core::Term) -> Self {
        Self {
            id: term.id.to_string(),
            partner: context.reference(partner),
            kind: term.kind.into(),
            start: term.start.map(Into::into),
            ending: Ending::from(term),
            continues: term.continues.map(|term| term.to_string()),
            certain: term
                .certain()
                .map(|span| DaySpan { first: span.first.into(), end: span.end.map(Into::into) }),
            approval: term.approval.as_ref().map(Approval::from),
            sponsor: term.sponsor.as_ref().map(ToString::to_string),
            claims: context.claims(Subject::Term(term.id), &partner.slug),
        }
    }
}

impl From<&core::Term> for Ending {
    fn from(term: &core::Term) -> Self {
        let on = term.end().map(Into::into);
        let known = |way| Self { way, on, cause: None, reason: None };
        match &term.ending {
            core::Ending::Open => known(EndingWay::Open),
            core::Ending::ByPolicy(_) => known(EndingWay::ByPolicy),
            core::Ending::Unrecorded => known(EndingWay::Unrecorded),
            core::Ending::Recorded { cause, reason, .. } => Self {
                cause: Some((*cause).into()),
                reason: reason.as_ref().map(ToString::to_string),
                ..known(EndingWay::Recorded)
            },
        }
    }
}

impl From<&core::Approval> for Approval {
    fn from(approval: &core::Approval) -> Self {
        let text = |line: &Option<core::Line>| line.as_ref().map(ToString::to_string);
        Self {
            on: approval.on.map(Into::into),
            resolution: text(&approval.resolution),
            vote: approval.vote.map(|vote| Vote {
                ayes: vote.ayes,
                noes: vote.noes,
                abstentions: vote.abstentions,
            }),
            agenda: text(&approval.agenda),
            record_number: text(&approval.record_number),
        }
    }
}

/// The terms of all relationships.
pub(super) async fn list(asked: Asked<Whole, TermsQuery>) -> Result<Reply<TermList>, PageError> {
    let context = Context::of(&asked)?;
    let partners = context.asked(asked.query.partner.as_deref())?;
    let terms = partners.into_iter().flat_map(|partner| {
        let terms = partner.relationship.terms.iter();
        let terms = terms.filter(|term| asked.query.kind.is_none_or(|kind| kind.0 == term.kind));
        terms.map(|term| Term::new(&context, partner, term))
    });
    Ok(Reply::Body(TermList { items: terms.collect() }))
}
