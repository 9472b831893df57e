//! `/partners` and `/partners/{partner}`

use serde::{Deserialize, Serialize};
use signpost_core as core;
use signpost_core::Called;
use utoipa::{IntoParams, ToSchema};

use super::claims::Claim;
use super::context::Context;
use super::dates::Day;
use super::endpoint::{Asked, Reply, Whole};
use super::standing::Standing;
use super::words::{Kind, NamePurpose, State};
use crate::http::{FromQuery, PageError, Query, Wanted};
use crate::language::Locale;
use crate::urls::{Page, Url};

/// What the query says.
#[derive(Clone, Debug, Default, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct PartnersQuery {
    /// The day as of which the partners stand; today without it. What is told is what is known today about that day.
    #[param(inline)]
    on: Option<Day>,
    /// Only those of whom the relationship is, was or would be of this kind.
    #[param(inline)]
    kind: Option<Kind>,
    /// Only those of this standing.
    #[param(inline)]
    standing: Option<State>,
}

impl FromQuery for PartnersQuery {
    fn from_query(query: &Query<'_>) -> Result<Self, PageError> {
        Ok(Self {
            on: query.one("on", Wanted::Day)?,
            kind: query.one("kind", Wanted::Listed)?,
            standing: query.one("standing", Wanted::Listed)?,
        })
    }
}

/// What the path says.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub(super) struct PartnerPath {
    /// The partner's short name. By a former one, or another of its names, the answer is the way to it.
    pub(super) partner: String,
}

/// The day that one partner is asked for.
#[derive(Clone, Debug, Default, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct AsOf {
    /// The day as of which it stands; today without it.
    #[param(inline)]
    pub(super) on: Option<Day>,
}

impl FromQuery for AsOf {
    fn from_query(query: &Query<'_>) -> Result<Self, PageError> {
        Ok(Self { on: query.one("on", Wanted::Day)? })
    }
}

/// The partners that stand in a relationship on a day.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct PartnerList {
    /// The day.
    on: Day,
    /// The partners, by name.
    items: Vec<Partner>,
}

/// A city abroad.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct Partner {
    /// Its short name, in addresses.
    slug: String,
    /// Its name, as the host city writes it.
    name: String,
    /// Its names in other languages and scripts, and the spellings that people search for.
    names: Vec<PartnerName>,
    /// Its country's code (ISO 3166-1 alpha-2).
    country: String,
    /// What the host city calls its country.
    country_label: String,
    /// Its region, province or state.
    region: Option<String>,
    /// Where it is; `null`: not on record.
    place: Option<Place>,
    /// The way there from the programme's reference point.
    way: Option<Way>,
    /// Its time zone (IANA).
    time_zone: String,
    /// Its number in GeoNames.
    geonames: Option<i64>,
    /// Its item in Wikidata, as `Q62`.
    wikidata: Option<String>,
    /// What the programme says of it, in Markdown.
    introduction: Option<String>,
    /// What the relationship is on the day; `null`: nothing was on record by then.
    standing: Option<Standing>,
    /// What sources say of it.
    claims: Vec<Claim>,
    /// Where the API tells of it.
    #[schema(format = "uri")]
    url: String,
    /// Its page for people.
    #[schema(format = "uri")]
    page: String,
}

/// One more name of a partner.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct PartnerName {
    /// The name.
    text: String,
    /// The language that it is in (BCP 47); `null`: none in particular, as of a misspelling.
    language: Option<String>,
    /// What it is for.
    purpose: NamePurpose,
    /// How it is read, for scripts that do not say.
    reading: Option<String>,
}

/// A point on the earth (WGS 84).
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub(super) struct Place {
    /// Degrees north.
    #[schema(minimum = -90, maximum = 90)]
    latitude: f64,
    /// Degrees east.
    #[schema(minimum = -180, maximum = 180)]
    longitude: f64,
}

impl From<core::Place> for Place {
    fn from(place: core::Place) -> Self {
        Self { latitude: place.latitude(), longitude: place.longitude() }
    }
}

/// The shortest way from the programme's reference point.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub(super) struct Way {
    /// Its length in whole kilometres.
    kilometres: f64,
    /// Its length in whole statute miles.
    miles: f64,
    /// The direction in which it sets out: degrees clockwise from true north.
    #[schema(minimum = 0, exclusive_maximum = 360)]
    bearing: f64,
}

impl From<core::Way> for Way {
    fn from(way: core::Way) -> Self {
        let bearing = (way.bearing * 10.0).round() / 10.0;
        Self { kilometres: way.kilometres(), miles: way.miles(), bearing: bearing % 360.0 }
    }
}

impl Partner {
    /// A partner as it stands on a day.
    fn new(context: &Context, partner: &core::Partner, on: Day) -> Self {
        let text = |line: &core::Line| line.to_string();
        let names = partner.names.iter().map(|name| PartnerName {
            text: text(&name.text),
            language: name.language.as_ref().map(ToString::to_string),
            purpose: name.purpose.into(),
            reading: name.reading.as_ref().map(text),
        });
        let page = Page::Partner { slug: partner.slug.to_string() };
        Self {
            slug: partner.slug.to_string(),
            name: text(&partner.name),
            names: names.collect(),
            country: partner.country.to_string(),
            country_label: text(&partner.country_label),
            region: partner.region.as_ref().map(text),
            place: partner.place.map(Into::into),
            way: context.register.way_to(partner).map(Into::into),
            time_zone: partner.time_zone.to_string(),
            geonames: partner.geonames,
            wikidata: partner.wikidata.as_ref().map(ToString::to_string),
            introduction: partner.introduction.as_ref().map(ToString::to_string),
            standing: Standing::new(context, partner, on),
            claims: context.claims(core::Subject::Partner(partner.id), &partner.slug),
            url: context.url(&["partners", partner.slug.as_str()]),
            page: page.url(Locale::default()).absolute(&context.address),
        }
    }
}

/// The partners, today or as of a day.
pub(super) async fn list(asked: Asked<Whole, PartnersQuery>) -> Result<Reply<PartnerList>, PageError> {
    let context = Context::of(&asked)?;
    let on = asked.query.on.unwrap_or(Day(context.today));
    let fits = |partner: &&core::Partner| {
        context.register.standing(partner, on.0).is_some_and(|standing| {
            asked.query.kind.is_none_or(|kind| kind.0 == standing.kind)
                && asked.query.standing.is_none_or(|state| state.0 == standing.state)
        })
    };
    let partners = context.partners().filter(fits);
    let items = partners.map(|partner| Partner::new(&context, partner, on)).collect();
    Ok(Reply::Body(PartnerList { on, items }))
}

/// One partner; by another name than its slug, the way there.
pub(super) async fn show(asked: Asked<PartnerPath, AsOf>) -> Result<Reply<Partner>, PageError> {
    let context = Context::of(&asked)?;
    match context.partner(&asked.path.partner)? {
        Called::Slug(partner) => {
            let on = asked.query.on.unwrap_or(Day(context.today));
            Ok(Reply::Body(Partner::new(&context, partner, on)))
        }
        Called::OtherName(partner) => Ok(Reply::Moved(Url::api(
            &["partners", partner.slug.as_str()],
            &[("on", asked.query.on.map(|on| on.0.to_string()).as_deref())],
        ))),
    }
}
