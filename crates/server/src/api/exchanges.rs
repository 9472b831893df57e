//! `/exchanges` and `/exchanges/{exchange}`

mod query;
mod when;

use query::ExchangesQuery;
use when::{DayRange, When};

use serde::{Deserialize, Serialize};
use signpost_core as core;
use signpost_core::Slug;
use signpost_core::store::exchange;
use sqlx::PgConnection;
use utoipa::{IntoParams, ToSchema};

use super::claims::Claim;
use super::context::{Context, PartnerReference};
use super::endpoint::{Asked, Reply, Whole};
use super::partners::Place;
use super::words::{Direction, ExchangeKind, Status};
use crate::app::unavailable;
use crate::http::{PageError, Sought};
use crate::language::Locale;
use crate::urls::{Page, Url};

/// What the path says.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub(super) struct ExchangePath {
    /// The exchange's short name. By a former one, the answer is the way to it.
    exchange: String,
}

/// A page of exchanges.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct ExchangeList {
    /// The exchanges, in order.
    items: Vec<Exchange>,
    /// Whether the record is stated to hold every exchange that is asked for.
    record: RecordState,
    /// Where the list goes on, as the `Link` header says too (RFC 8288); `null`: it ends here.
    #[schema(format = "uri")]
    next: Option<String>,
}

/// Whether the record is stated to hold everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum RecordState {
    /// Every exchange of the partner in the years from `from` to `until` is on record.
    Complete,
    /// What is not on record may have happened.
    Incomplete,
}

/// Something that people of both cities do together.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct Exchange {
    /// Its id: what calendars know it by, unless it came from one.
    id: String,
    /// Its short name, in addresses.
    slug: String,
    /// What it is called.
    title: String,
    /// What there is to say about it, in Markdown.
    description: Option<String>,
    /// What kind it is.
    kind: ExchangeKind,
    /// Who goes where.
    direction: Direction,
    /// Whether it is on.
    status: Status,
    /// Why it is cancelled or postponed, in words.
    status_reason: Option<String>,
    /// When it is.
    when: When,
    /// When it was to be, before it was postponed.
    previously: Option<When>,
    /// The days that it is on, or can be, on the host's calendar; `null`: its zone has no such time.
    days: Option<DayRange>,
    /// The partners it is with.
    partners: Vec<PartnerReference>,
    /// Where it is: a place by name.
    venue: Option<String>,
    /// Where that is on the earth.
    place: Option<Place>,
    /// A page with more.
    website: Option<String>,
    /// The committee that organises it, as far as that is public.
    organizer: Option<Organizer>,
    /// Who led it.
    leader: Option<String>,
    /// Who took part.
    people: People,
    /// The id of the series that it belongs to.
    series: Option<String>,
    /// Which one it is, where a source counts.
    ordinal: Option<i32>,
    /// Where the API tells of it.
    #[schema(format = "uri")]
    url: String,
    /// Its page for people.
    #[schema(format = "uri")]
    page: String,
}

/// One exchange, with what sources say of it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct ExchangeDetail {
    /// The exchange.
    exchange: Exchange,
    /// What sources say of it.
    claims: Vec<Claim>,
}

/// A committee that organises an exchange.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct Organizer {
    /// Its id.
    id: String,
    /// Its name.
    name: String,
}

/// Who took part: by kind, or in sum, as far as is on record.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct People {
    /// Students.
    students: Option<i32>,
    /// Those who went with them.
    chaperones: Option<i32>,
    /// Other adults.
    adults: Option<i32>,
    /// Families who took them in; not people counted.
    host_families: Option<i32>,
    /// How many took part: the sum that is on record, else that of the kinds.
    total: Option<i32>,
    /// What else is known of them.
    remark: Option<String>,
}

impl From<&core::People> for People {
    fn from(people: &core::People) -> Self {
        Self {
            students: people.students,
            chaperones: people.chaperones,
            adults: people.adults,
            host_families: people.host_families,
            total: people.total(),
            remark: people.remark.as_ref().map(ToString::to_string),
        }
    }
}

impl Exchange {
    fn new(context: &Context, exchange: &core::Exchange) -> Self {
        let text = |line: &core::Line| line.to_string();
        let partners = exchange.partners.iter().filter_map(|id| context.partners().find(|one| one.id == *id));
        let page = Page::Exchange { slug: exchange.slug.to_string() };
        Self {
            id: exchange.id.to_string(),
            slug: exchange.slug.to_string(),
            title: text(&exchange.title),
            description: exchange.description.as_ref().map(ToString::to_string),
            kind: exchange.kind.into(),
            direction: exchange.direction.into(),
            status: exchange.status.into(),
            status_reason: exchange.status_reason.as_ref().map(text),
            when: When::from(&exchange.when),
            previously: exchange.previously.as_ref().map(When::from),
            days: DayRange::of(&exchange.when, &context.register.programme().time_zone),
            partners: partners.map(|partner| context.reference(partner)).collect(),
            venue: exchange.venue.as_ref().map(text),
            place: exchange.place.map(Into::into),
            website: exchange.website.as_ref().map(ToString::to_string),
            organizer: exchange.organizer.and_then(|id| Organizer::of(context, id)),
            leader: exchange.leader.as_ref().map(text),
            people: People::from(&exchange.people),
            series: exchange.series.map(|series| series.to_string()),
            ordinal: exchange.ordinal,
            url: context.url(&["exchanges", exchange.slug.as_str()]),
            page: page.url(Locale::default()).absolute(&context.address),
        }
    }
}

impl Organizer {
    fn of(context: &Context, id: core::CommitteeId) -> Option<Self> {
        let mut committees = context.partners().flat_map(|partner| &partner.relationship.committees);
        let committee = committees.find(|committee| committee.id == id)?;
        Some(Self { id: id.to_string(), name: committee.name.to_string() })
    }
}

/// A page of the exchanges that a filter lets through.
pub(super) async fn list(asked: Asked<Whole, ExchangesQuery>) -> Result<Reply<ExchangeList>, PageError> {
    let mut reading = asked.app.read().await?;
    let context = Context::new(&asked.app, reading.register.clone());
    let query = &asked.query;
    let partner = match &query.partner {
        Some(word) => context.asked(Some(word))?.first().copied(),
        None => None,
    };
    let filter = query.filter(partner);
    let (order, part, limit) = (query.order(), query.part(), query.limit());
    let found = exchange::find(&mut reading.snapshot, &filter, order, part, limit).await;
    let found = found.map_err(|error| unavailable(&error))?;
    let next = found.after.map(|cursor| query.after(cursor));
    Ok(Reply::Part {
        body: ExchangeList {
            items: found.exchanges.iter().map(|exchange| Exchange::new(&context, exchange)).collect(),
            record: query.record(partner),
            next: next.as_ref().map(|next| next.absolute(&context.address)),
        },
        first: query.first(),
        next,
    })
}

/// One exchange; by a former slug, the way there.
pub(super) async fn show(asked: Asked<ExchangePath, Whole>) -> Result<Reply<ExchangeDetail>, PageError> {
    let mut reading = asked.app.read().await?;
    let context = Context::new(&asked.app, reading.register.clone());
    let snapshot = &mut *reading.snapshot;
    let Ok(slug) = asked.path.exchange.parse::<Slug>() else {
        return Err(nearest(snapshot, &asked.path.exchange).await);
    };
    let found = exchange::by_slug(snapshot, &slug).await.map_err(|error| unavailable(&error))?;
    let Some(found) = found else {
        let now = exchange::redirect(snapshot, &slug).await.map_err(|error| unavailable(&error))?;
        return match now {
            Some(now) => Ok(Reply::Moved(Url::api(&["exchanges", now.as_str()], &[]))),
            None => Err(nearest(snapshot, slug.as_str()).await),
        };
    };
    let claims = exchange::claims(snapshot, found.id).await.map_err(|error| unavailable(&error))?;
    let claims = claims.iter().map(|claim| Claim::new(&context, claim, Some(&found.slug)));
    Ok(Reply::Body(ExchangeDetail { claims: claims.collect(), exchange: Exchange::new(&context, &found) }))
}

/// That nothing is there, with the short names that are most like the one asked for.
async fn nearest(snapshot: &mut PgConnection, word: &str) -> PageError {
    match exchange::nearest(snapshot, word).await {
        Ok(slugs) => {
            PageError::NotFound(Sought::Exchange { nearest: slugs.iter().map(ToString::to_string).collect() })
        }
        Err(error) => unavailable(&error),
    }
}
