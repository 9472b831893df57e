//! `/gifts`

use serde::Serialize;
use signpost_core as core;
use signpost_core::Subject;
use utoipa::ToSchema;

use super::agreements::WithPartner;
use super::claims::Claim;
use super::context::{Context, PartnerReference};
use super::dates::HistoricDate;
use super::endpoint::{Asked, Reply, Whole};
use super::words::Side;
use crate::http::PageError;

/// Gifts.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct GiftList {
    /// The gifts, by the partner's name.
    items: Vec<Gift>,
}

/// A token given: trees, statues, stones.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct Gift {
    /// Its id.
    id: String,
    /// The partner.
    partner: PartnerReference,
    /// What it is.
    what: String,
    /// When it was given; `null`: not on record.
    given: Option<HistoricDate>,
    /// Who gave it; `null`: not on record.
    giver: Option<Side>,
    /// Where to see it; `null`: not on record.
    place: Option<String>,
    /// What sources say of it.
    claims: Vec<Claim>,
}

impl Gift {
    fn new(context: &Context, partner: &core::Partner, gift: &core::Gift) -> Self {
        Self {
            id: gift.id.to_string(),
            partner: context.reference(partner),
            what: gift.what.to_string(),
            given: gift.given.map(Into::into),
            giver: gift.giver.map(Into::into),
            place: gift.place.as_ref().map(ToString::to_string),
            claims: context.claims(Subject::Gift(gift.id), &partner.slug),
        }
    }
}

/// The gifts of all relationships.
pub(super) async fn list(asked: Asked<Whole, WithPartner>) -> Result<Reply<GiftList>, PageError> {
    let context = Context::of(&asked)?;
    let partners = context.asked(asked.query.partner.as_deref())?.into_iter();
    let gifts = partners.flat_map(|partner| {
        let gifts = partner.relationship.gifts.iter();
        gifts.map(|gift| Gift::new(&context, partner, gift))
    });
    Ok(Reply::Body(GiftList { items: gifts.collect() }))
}
