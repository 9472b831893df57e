//! `/programme`

use serde::Serialize;
use signpost_core::Subject;
use utoipa::ToSchema;

use super::claims::Claim;
use super::committees::Contact;
use super::context::Context;
use super::endpoint::{Asked, Reply, Whole};
use super::partners::Place;
use crate::http::PageError;

/// The host city's programme.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct Programme {
    /// The host city's name.
    city: String,
    /// Its region or state.
    region: Option<String>,
    /// Its country's code (ISO 3166-1 alpha-2).
    country: String,
    /// What it calls its country.
    country_label: String,
    /// The point from which distances and bearings are counted.
    place: Place,
    /// What that point is, in words.
    reference_point: String,
    /// Its time zone (IANA).
    time_zone: String,
    /// Its number in GeoNames.
    geonames: Option<i64>,
    /// Its item in Wikidata, as `Q62`.
    wikidata: Option<String>,
    /// The language that its texts are written in (BCP 47).
    language: String,
    /// What its council is called.
    council: String,
    /// The network of cities that it is registered with.
    registered_with: Option<String>,
    /// The city's own site.
    website: Option<String>,
    /// Whom to write to at the city, as far as that is public.
    contacts: Vec<Contact>,
    /// What sources say of it.
    claims: Vec<Claim>,
}

/// The programme.
pub(super) async fn show(asked: Asked<Whole, Whole>) -> Result<Reply<Programme>, PageError> {
    let context = Context::of(&asked)?;
    let programme = context.register.programme();
    let claims = context.register.claims(Subject::Programme(programme.id)).iter();
    Ok(Reply::Body(Programme {
        city: programme.city.to_string(),
        region: programme.region.as_ref().map(ToString::to_string),
        country: programme.country.to_string(),
        country_label: programme.country_label.to_string(),
        place: programme.place.into(),
        reference_point: programme.reference_point.to_string(),
        time_zone: programme.time_zone.to_string(),
        geonames: programme.geonames,
        wikidata: programme.wikidata.as_ref().map(ToString::to_string),
        language: programme.language.to_string(),
        council: programme.council.to_string(),
        registered_with: programme.registered_with.as_ref().map(ToString::to_string),
        website: programme.website.as_ref().map(ToString::to_string),
        contacts: programme.contacts.iter().map(Contact::from).collect(),
        claims: claims.map(|claim| Claim::new(&context, claim, None)).collect(),
    }))
}
