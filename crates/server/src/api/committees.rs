//! `/committees`

use serde::Serialize;
use signpost_core as core;
use signpost_core::Subject;
use utoipa::ToSchema;

use super::agreements::WithPartner;
use super::claims::Claim;
use super::context::{Context, PartnerReference};
use super::dates::HistoricDate;
use super::endpoint::{Asked, Reply, Whole};
use super::words::{CommitteeForm, Side};
use crate::http::PageError;

/// Committees.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct CommitteeList {
    /// The committees, by the partner's name.
    items: Vec<Committee>,
}

/// An association of volunteers that nurtures a relationship, here or there.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct Committee {
    /// Its id.
    id: String,
    /// The partner.
    partner: PartnerReference,
    /// Its name.
    name: String,
    /// On which side it is.
    side: Side,
    /// What it is in law; `null`: not on record.
    form: Option<CommitteeForm>,
    /// Since when it exists; `null`: not on record.
    founded: Option<HistoricDate>,
    /// Its pages on the web.
    websites: Vec<String>,
    /// What it offers, in Markdown.
    offers: Option<String>,
    /// Whom to write to, as far as that is public.
    contacts: Vec<Contact>,
    /// What sources say of it.
    claims: Vec<Claim>,
}

/// Somebody, or an office, to write to.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct Contact {
    /// The name of the person or office.
    name: String,
    /// What they do.
    role: Option<String>,
    /// Where to write to.
    email: Option<String>,
    /// Where to call.
    telephone: Option<String>,
    /// A page with more, or a form.
    website: Option<String>,
}

impl Committee {
    fn new(context: &Context, partner: &core::Partner, committee: &core::Committee) -> Self {
        Self {
            id: committee.id.to_string(),
            partner: context.reference(partner),
            name: committee.name.to_string(),
            side: committee.side.into(),
            form: committee.form.map(Into::into),
            founded: committee.founded.map(Into::into),
            websites: committee.websites.iter().map(ToString::to_string).collect(),
            offers: committee.offers.as_ref().map(ToString::to_string),
            contacts: committee.contacts.iter().map(Contact::from).collect(),
            claims: context.claims(Subject::Committee(committee.id), &partner.slug),
        }
    }
}

impl From<&core::Contact> for Contact {
    fn from(contact: &core::Contact) -> Self {
        Self {
            name: contact.name.to_string(),
            role: contact.role.as_ref().map(ToString::to_string),
            email: contact.email.as_ref().map(ToString::to_string),
            telephone: contact.telephone.as_ref().map(ToString::to_string),
            website: contact.website.as_ref().map(ToString::to_string),
        }
    }
}

/// The committees of all relationships.
pub(super) async fn list(asked: Asked<Whole, WithPartner>) -> Result<Reply<CommitteeList>, PageError> {
    let context = Context::of(&asked)?;
    let partners = context.asked(asked.query.partner.as_deref())?.into_iter();
    let committees = partners.flat_map(|partner| {
        let committees = partner.relationship.committees.iter();
        committees.map(|committee| Committee::new(&context, partner, committee))
    });
    Ok(Reply::Body(CommitteeList { items: committees.collect() }))
}
