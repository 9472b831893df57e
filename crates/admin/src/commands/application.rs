//! Applications: listed, shown, completed, published and removed.

use signpost_core::{Application, ApplicationId, Kind, Relationship, Slug, Subject};

use super::act::act;
use super::relationship::{self, undone};
use super::{chosen_partners, find_partner, load};
use crate::cli::{ApplicationVerb, AskedApplication, ChosenApplication, ListApplications, ShowApplication};
use crate::desk::Desk;
use crate::draft::Draft;
use crate::failure::{Failure, Outcome};
use crate::phrase;
use crate::record::{ApplicationRow, ShownApplication};

pub(super) async fn run(verb: &ApplicationVerb, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    match verb {
        ApplicationVerb::List(arguments) => list(arguments, &mut desk).await,
        ApplicationVerb::Show(arguments) => show(arguments, &mut desk).await,
        ApplicationVerb::Add(arguments) => relationship::apply(arguments, desk).await,
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
        ApplicationVerb::Edit(arguments) => {
            let AskedApplication { which, asking } = arguments;
            relationship::edit_within("application edit", &which.partner, asking, &mut desk).await
        }
        ApplicationVerb::Remove(arguments) => remove(arguments, &mut desk).await,
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

async fn show(arguments: &ShowApplication, desk: &mut Desk<'_>) -> Result<Outcome, Failure> {
    let register = load(desk.database).await?;
    let partner = find_partner(&register, &arguments.which.partner, desk.printer)?;
    let id = last(&partner.relationship, arguments.which.kind, &partner.slug)?;
    let applications = partner.relationship.applications.iter().filter(|application| application.id == id);
    for application in applications {
        let shown = ShownApplication::new(partner, application);
        desk.printer.record(arguments.output.format, &shown)?;
    }
    Ok(Outcome::Done)
}

async fn complete(arguments: &ChosenApplication, desk: &mut Desk<'_>) -> Result<Outcome, Failure> {
    let ChosenApplication { which, writing } = arguments;
    act(desk, "application complete", writing, &which.partner, |relationship, act| {
        let id = last(relationship, which.kind, act.slug)?;
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
    let ChosenApplication { which, writing } = arguments;
    act(desk, command, writing, &which.partner, |relationship, act| {
        let id = last(relationship, which.kind, act.slug)?;
        relationship.applications.iter_mut().filter(|application| application.id == id).for_each(&change);
        Ok(())
    })
    .await
}

async fn remove(arguments: &AskedApplication, desk: &mut Desk<'_>) -> Result<Outcome, Failure> {
    let AskedApplication { which, asking } = arguments;
    let body = async |draft: &mut Draft<'_>| {
        let partner = draft.partner(&which.partner)?;
        let slug = partner.slug.clone();
        let id = last(&partner.relationship, which.kind, &slug)?;
        partner.relationship.applications.retain(|application| application.id != id);
        draft.dataset.claims.retain(|claim| claim.subject != Subject::Application(id));
        Ok(())
    };
    let question = format!("Remove this application of {}?", which.partner);
    desk.ask_and_change("application remove", asking, &question, body).await
}

/// The application that was made last.
fn last(relationship: &Relationship, kind: Option<Kind>, slug: &Slug) -> Result<ApplicationId, Failure> {
    let asked = relationship.applications.iter().filter(|one| kind.is_none_or(|kind| one.kind == kind));
    let last = asked.max_by_key(|application| application.on).map(|application| application.id);
    last.ok_or_else(|| {
        Failure::input(format!(
            "no such application of {slug} is on record. To record one: signpost relationship apply {slug} --kind friendship --on DATE"
        ))
    })
}
