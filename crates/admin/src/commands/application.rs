//! Applications: completed, shown and hidden.

use signpost_core::{Application, Kind, Relationship, Slug};

use super::act::act;
use super::relationship::undone;
use super::{chosen_partners, load};
use crate::cli::{ApplicationVerb, ChosenApplication, ListApplications};
use crate::desk::Desk;
use crate::failure::{Failure, Outcome};
use crate::phrase;
use crate::record::ApplicationRow;

pub(super) async fn run(verb: &ApplicationVerb, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    match verb {
        ApplicationVerb::List(arguments) => list(arguments, &mut desk).await,
        ApplicationVerb::Complete(arguments) => complete(arguments, &mut desk).await,
        ApplicationVerb::Publish(arguments) => {
            let now = desk.clock.now();
            let publish = |application: &mut Application| {
                application.published_at = application.published_at.or(Some(now));
            };
            change(arguments, "application publish", &mut desk, publish).await
        }
        ApplicationVerb::Unpublish(arguments) => {
            let hide = |application: &mut Application| application.published_at = None;
            change(arguments, "application unpublish", &mut desk, hide).await
        }
    }
}

async fn list(arguments: &ListApplications, desk: &mut Desk<'_>) -> Result<Outcome, Failure> {
    let register = load(desk.database).await?;
    let partners = chosen_partners(&register, arguments.partner.as_deref(), desk.printer)?;
    let mut rows: Vec<ApplicationRow> = partners.into_iter().flat_map(ApplicationRow::all).collect();
    rows.retain(|row| row.is_open() || !arguments.open);
    desk.printer.list(arguments.output.format, &rows)?;
    desk.printer.say(format_args!("{}.", phrase::listed(&rows, "application")))?;
    Ok(Outcome::Done)
}

async fn complete(arguments: &ChosenApplication, desk: &mut Desk<'_>) -> Result<Outcome, Failure> {
    act(desk, "application complete", &arguments.writing, &arguments.partner, |relationship, act| {
        let id = last(relationship, arguments.kind, act.slug)?.id;
        relationship.complete_application(id).map_err(|error| undone(act.slug, &error))
    })
    .await
}

async fn change(
    arguments: &ChosenApplication,
    command: &str,
    desk: &mut Desk<'_>,
    change: impl Fn(&mut Application),
) -> Result<Outcome, Failure> {
    act(desk, command, &arguments.writing, &arguments.partner, |relationship, act| {
        change(last(relationship, arguments.kind, act.slug)?);
        Ok(())
    })
    .await
}

/// The application that was made last.
fn last<'r>(
    relationship: &'r mut Relationship,
    kind: Option<Kind>,
    slug: &Slug,
) -> Result<&'r mut Application, Failure> {
    let asked = relationship.applications.iter_mut().filter(|one| kind.is_none_or(|kind| one.kind == kind));
    asked.max_by_key(|application| application.on).ok_or_else(|| {
        Failure::input(format!(
            "no such application of {slug} is on record. To record one: signpost relationship apply {slug} --kind friendship --on DATE"
        ))
    })
}
