//! `/agreements`

use serde::Serialize;
use signpost_core as core;
use signpost_core::{DocumentSubject, Subject};
use utoipa::{IntoParams, ToSchema};

use super::claims::Claim;
use super::context::{Context, PartnerReference};
use super::dates::HistoricDate;
use super::endpoint::{Asked, Reply, Whole};
use super::words::{MediaType, Side, SigningMethod};
use crate::http::{FromQuery, PageError, Query, Wanted};
use crate::urls::Url;

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
    /// Its files, as far as they are public.
    documents: Vec<AgreementDocument>,
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

/// A file of an agreement: the memorandum itself, a translation of it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct AgreementDocument {
    /// What it is called.
    title: String,
    /// The language that it is in (BCP 47).
    language: String,
    /// What its bytes are.
    media_type: MediaType,
    /// How many bytes it has.
    #[schema(minimum = 0)]
    length: u64,
    /// What it says, as text in Markdown; `null`: nobody has written that down.
    text: Option<String>,
    /// Where it is: the same address for ever means the same bytes.
    #[schema(format = "uri")]
    url: String,
}

impl AgreementDocument {
    fn new(context: &Context, document: &core::Document) -> Self {
        Self {
            title: document.title.to_string(),
            language: document.language.to_string(),
            media_type: document.file.media_type.into(),
            length: document.file.length,
            text: document.text_alternative.as_ref().map(ToString::to_string),
            url: Url::document(&document.file).absolute(&context.address),
        }
    }
}

impl Agreement {
    fn new(context: &Context, partner: &core::Partner, agreement: &core::Agreement) -> Self {
        let documents = context.register.documents(DocumentSubject::Agreement(agreement.id));
        Self {
            id: agreement.id.to_string(),
            partner: context.reference(partner),
            term: agreement.term.map(|term| term.to_string()),
            title: agreement.title.to_string(),
            signed: agreement.signed.map(Into::into),
            place: agreement.place.as_ref().map(ToString::to_string),
            method: agreement.method.map(Into::into),
            signatories: agreement.signatories.iter().map(Signatory::from).collect(),
            documents: documents.map(|document| AgreementDocument::new(context, document)).collect(),
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
