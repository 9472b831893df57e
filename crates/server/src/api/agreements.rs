//! `/agreements`

use serde::Serialize;
use signpost_core as core;
use signpost_core::Subject;
use utoipa::{IntoParams, ToSchema};

use super::claims::Claim;
use super::context::{Context, PartnerReference};
use super::dates::HistoricDate;
use super::endpoint::{Asked, Reply, Whole};
use super::words::{Side, SigningMethod};
use crate::http::{FromQuery, PageError, Query, Wanted};

/// The partner that a list is asked for.
#[derive(Clone, Debug, Default, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct WithPartner {
    /// Only those with this partner, by its short name.
    #[param(inline)]
    pub(super) partner: Option<String>,
}

impl FromQuery for WithPartner {
    fn from_query(query: &Query<'_>) -> Result<Self, PageError> {
        Ok(Self { partner: query.one("partner", Wanted::Listed)? })
    }
}

/// Agreements.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct AgreementList {
    /// The agreements, by the partner's name and the day of signing.
    items: Vec<Agreement>,
}

/// A memorandum of understanding or the like.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct Agreement {
    /// Its id.
    id: String,
    /// The partner.
    partner: PartnerReference,
    /// The id of the term that it begins, where that is known.
    term: Option<String>,
    /// What it is called.
    title: String,
    /// When it was signed; `null`: not on record.
    signed: Option<HistoricDate>,
    /// Where it was signed.
    place: Option<String>,
    /// How it was signed; `null`: not on record.
    method: Option<SigningMethod>,
    /// Who signed it, in order.
    signatories: Vec<Signatory>,
    /// What sources say of it.
    claims: Vec<Claim>,
}

/// Who signed an agreement.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct Signatory {
    /// For which side.
    side: Side,
    /// The name; `null`: only the office is on record.
    name: Option<String>,
    /// The office at the time.
    office: Option<String>,
    /// On whose behalf, where that was somebody else.
    on_behalf_of: Option<String>,
}

impl Agreement {
    fn new(context: &Context, partner: &core::Partner, agreement: &core::Agreement) -> Self {
        Self {
            id: agreement.id.to_string(),
            partner: context.reference(partner),
            term: agreement.term.map(|term| term.to_string()),
            title: agreement.title.to_string(),
            signed: agreement.signed.map(Into::into),
            place: agreement.place.as_ref().map(ToString::to_string),
            method: agreement.method.map(Into::into),
            signatories: agreement.signatories.iter().map(Signatory::from).collect(),
            claims: context.claims(Subject::Agreement(agreement.id), &partner.slug),
        }
    }
}

impl From<&core::Signatory> for Signatory {
    fn from(signatory: &core::Signatory) -> Self {
        let text = |line: &Option<core::Line>| line.as_ref().map(ToString::to_string);
        Self {
            side: signatory.side.into(),
            name: text(&signatory.name),
            office: text(&signatory.office),
            on_behalf_of: text(&signatory.on_behalf_of),
        }
    }
}

/// The agreements of all relationships.
pub(super) async fn list(asked: Asked<Whole, WithPartner>) -> Result<Reply<AgreementList>, PageError> {
    let context = Context::of(&asked)?;
    let partners = context.asked(asked.query.partner.as_deref())?.into_iter();
    let agreements = partners.flat_map(|partner| {
        let agreements = partner.relationship.agreements.iter();
        agreements.map(|agreement| Agreement::new(&context, partner, agreement))
    });
    Ok(Reply::Body(AgreementList { items: agreements.collect() }))
}
