//! Relationships: listed, shown, and what happens to them.

mod correction;
mod lifecycle;

pub(super) use correction::edit_within;
pub(super) use lifecycle::{apply, undone};

use signpost_core::database::Database;
use signpost_core::{Clock, Decision};

use super::{find_partner, load};
use crate::as_of::AsOf;
use crate::cli::{ListOn, RelationshipVerb, ShowOn};
use crate::desk::Desk;
use crate::failure::{Failure, Outcome};
use crate::phrase;
use crate::printer::Printer;
use crate::record::{RelationshipRecord, RelationshipRow};

pub(super) async fn run(verb: &RelationshipVerb, desk: Desk<'_>) -> Result<Outcome, Failure> {
    match verb {
        RelationshipVerb::List(arguments) => list(arguments, desk.database, desk.printer, desk.clock).await,
        RelationshipVerb::Show(arguments) => show(arguments, desk.database, desk.printer, desk.clock).await,
        RelationshipVerb::Apply(arguments) => apply(arguments, desk).await,
        RelationshipVerb::Approve(arguments) => lifecycle::decide(arguments, Decision::Approved, desk).await,
        RelationshipVerb::Decline(arguments) => lifecycle::decide(arguments, Decision::Declined, desk).await,
        RelationshipVerb::Withdraw(arguments) => {
            lifecycle::decide(arguments, Decision::Withdrawn, desk).await
        }
        RelationshipVerb::Establish(arguments) => lifecycle::establish(arguments, desk).await,
        RelationshipVerb::Renew(arguments) => lifecycle::renew(arguments, desk).await,
        RelationshipVerb::Refuse(arguments) => lifecycle::refuse(arguments, desk).await,
        RelationshipVerb::Lapse(arguments) => lifecycle::lapse(arguments, desk).await,
        RelationshipVerb::Promote(arguments) => lifecycle::promote(arguments, desk).await,
        RelationshipVerb::Suspend(arguments) => lifecycle::suspend(arguments, desk).await,
        RelationshipVerb::Resume(arguments) => lifecycle::resume(arguments, desk).await,
        RelationshipVerb::End(arguments) => lifecycle::end(arguments, desk).await,
        RelationshipVerb::Correct(arguments) => correction::correct(arguments, desk).await,
        RelationshipVerb::Complete(arguments) => correction::complete(arguments, desk).await,
        RelationshipVerb::Edit(arguments) => correction::edit(arguments, desk).await,
        RelationshipVerb::Remove(arguments) => correction::remove(arguments, desk).await,
    }
}

/// Those that have a standing on the day.
async fn list(
    arguments: &ListOn,
    database: &Database,
    printer: &mut Printer,
    clock: Clock,
) -> Result<Outcome, Failure> {
    let register = load(database).await?;
    let as_of = AsOf::new(arguments.on, &register, clock);
    let partners =
        register.partners().iter().filter(|partner| register.standing(partner, as_of.day()).is_some());
    let rows: Vec<RelationshipRow> =
        partners.map(|partner| RelationshipRow::new(&register, partner, as_of)).collect();
    printer.list(arguments.output.format, &rows)?;
    let count = phrase::listed(&rows, "relationship");
    printer.say(format_args!("{count} of {}{}.", register.programme().city, as_of.words()))?;
    Ok(Outcome::Done)
}

async fn show(
    arguments: &ShowOn,
    database: &Database,
    printer: &mut Printer,
    clock: Clock,
) -> Result<Outcome, Failure> {
    let register = load(database).await?;
    let partner = find_partner(&register, &arguments.partner, printer)?;
    let as_of = AsOf::new(arguments.on, &register, clock);
    printer.record(arguments.output.format, &RelationshipRecord::new(&register, partner, as_of))?;
    Ok(Outcome::Done)
}
