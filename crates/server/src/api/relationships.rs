//! `/relationships` and `/relationships/{partner}`

use serde::Serialize;
use signpost_core as core;
use signpost_core::{Called, Subject};
use utoipa::ToSchema;

use super::claims::Claim;
use super::context::{Context, PartnerReference};
use super::dates::{Day, HistoricDate, HistoricSpan};
use super::endpoint::{Asked, Reply, Whole};
use super::partners::{AsOf, PartnerPath};
use super::standing::Standing;
use super::terms::{Approval, Term};
use super::words::{Decision, Kind};
use crate::http::PageError;
use crate::urls::Url;

/// The relationships.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct RelationshipList {
    /// The day as of which they stand.
    on: Day,
    /// The relationships, by the partner's name.
    items: Vec<Relationship>,
}

/// The host's tie to one partner over time.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct Relationship {
    /// The partner.
    partner: PartnerReference,
    /// What it is on the day; `null`: nothing was on record by then.
    standing: Option<Standing>,
    /// Its terms, in the order of their starts.
    terms: Vec<Term>,
    /// Spans in which it slept.
    dormancies: Vec<Dormancy>,
    /// Sources that list the partner without dates of their own.
    listings: Vec<Listing>,
    /// Requests for it.
    applications: Vec<Application>,
    /// What else happened to it.
    milestones: Vec<Milestone>,
    /// The years of which every exchange is on record. In any other year the record is incomplete.
    complete_years: Vec<i16>,
    /// What sources say of it.
    claims: Vec<Claim>,
    /// Where the API tells of it.
    #[schema(format = "uri")]
    url: String,
}

/// A span inside a term in which the relationship sleeps.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct Dormancy {
    /// Its id.
    id: String,
    /// The id of the term that it is in.
    term: String,
    /// Since when; `null`: not on record, it counts from the term's start.
    start: Option<HistoricDate>,
    /// When it was over; `null`: it goes on.
    end: Option<HistoricDate>,
}

/// A source that names the partner as a sister or friendship city at a time.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct Listing {
    /// Its id.
    id: String,
    /// The kind that it names.
    kind: Kind,
    /// When the source says so.
    seen: HistoricSpan,
    /// Which source it is.
    claims: Vec<Claim>,
}

/// A request to become a partner.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct Application {
    /// Its id.
    id: String,
    /// The kind asked for.
    kind: Kind,
    /// When it was made.
    on: HistoricDate,
    /// What is missing from it; `null`: it is complete.
    missing: Option<String>,
    /// How it was decided; `null`: it is open.
    decision: Option<Decision>,
    /// When, how and where it was decided.
    decided: Option<Approval>,
    /// What sources say of it.
    claims: Vec<Claim>,
}

/// Something that happened to a relationship and that no other record holds.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct Milestone {
    /// Its id.
    id: String,
    /// When; `null`: not on record.
    on: Option<HistoricDate>,
    /// What happened.
    what: String,
    /// What sources say of it.
    claims: Vec<Claim>,
}

impl Relationship {
    /// A partner's relationship as it stands on a day.
    fn new(context: &Context, partner: &core::Partner, on: Day) -> Self {
        let relationship = &partner.relationship;
        let mut complete_years: Vec<i16> =
            relationship.complete_years.iter().map(|complete| complete.year).collect();
        complete_years.sort_unstable();
        let listings = relationship.listings.iter().map(|listing| Listing {
            id: listing.id.to_string(),
            kind: listing.kind.into(),
            seen: listing.seen.into(),
            claims: context.claims(Subject::Listing(listing.id), &partner.slug),
        });
        let milestones = relationship.milestones.iter().map(|milestone| Milestone {
            id: milestone.id.to_string(),
            on: milestone.on.map(Into::into),
            what: milestone.what.to_string(),
            claims: context.claims(Subject::Milestone(milestone.id), &partner.slug),
        });
        let applications = relationship.applications.iter();
        let applications = applications.map(|application| Application::new(context, partner, application));
        Self {
            partner: context.reference(partner),
            standing: Standing::new(context, partner, on),
            terms: relationship.terms.iter().map(|term| Term::new(context, partner, term)).collect(),
            dormancies: relationship.dormancies.iter().map(Dormancy::from).collect(),
            listings: listings.collect(),
            applications: applications.collect(),
            milestones: milestones.collect(),
            complete_years,
            claims: context.claims(Subject::Relationship(relationship.id), &partner.slug),
            url: context.url(&["relationships", partner.slug.as_str()]),
        }
    }
}

impl From<&core::Dormancy> for Dormancy {
    fn from(dormancy: &core::Dormancy) -> Self {
        Self {
            id: dormancy.id.to_string(),
            term: dormancy.term.to_string(),
            start: dormancy.start.map(Into::into),
            end: dormancy.end.map(Into::into),
        }
    }
}

impl Application {
    fn new(context: &Context, partner: &core::Partner, application: &core::Application) -> Self {
        let outcome = application.outcome.as_ref();
        Self {
            id: application.id.to_string(),
            kind: application.kind.into(),
            on: application.on.into(),
            missing: application.missing.as_ref().map(ToString::to_string),
            decision: outcome.map(|outcome| outcome.decision.into()),
            decided: outcome.map(|outcome| Approval::from(&outcome.approval)),
            claims: context.claims(Subject::Application(application.id), &partner.slug),
        }
    }
}

/// The relationships with the partners that have a page, today or as of a day.
pub(super) async fn list(asked: Asked<Whole, AsOf>) -> Result<Reply<RelationshipList>, PageError> {
    let context = Context::of(&asked)?;
    let on = asked.query.on.unwrap_or(Day(context.today));
    let items = context.partners().map(|partner| Relationship::new(&context, partner, on)).collect();
    Ok(Reply::Body(RelationshipList { on, items }))
}

/// The relationship with one partner; by another name of it, the way there.
pub(super) async fn show(asked: Asked<PartnerPath, AsOf>) -> Result<Reply<Relationship>, PageError> {
    let context = Context::of(&asked)?;
    match context.partner(&asked.path.partner)? {
        Called::Slug(partner) => {
            let on = asked.query.on.unwrap_or(Day(context.today));
            Ok(Reply::Body(Relationship::new(&context, partner, on)))
        }
        Called::OtherName(partner) => Ok(Reply::Moved(Url::api(
            &["relationships", partner.slug.as_str()],
            &[("on", asked.query.on.map(|on| on.0.to_string()).as_deref())],
        ))),
    }
}
