//! Relationships: listed and shown.

use signpost_core::Clock;
use signpost_core::database::Database;

use super::{find_partner, load};
use crate::as_of::AsOf;
use crate::cli::{ListOn, RelationshipVerb, ShowOn};
use crate::desk::Desk;
use crate::failure::{Failure, Outcome};
use crate::phrase;
use crate::printer::Printer;
use crate::record::{RelationshipRecord, RelationshipRow};

pub(super) async fn run(verb: &RelationshipVerb, desk: Desk<'_>) -> Result<Outcome, Failure> {
    let Desk { database, printer, clock } = desk;
    match verb {
        RelationshipVerb::List(arguments) => list(arguments, database, printer, clock).await,
        RelationshipVerb::Show(arguments) => show(arguments, database, printer, clock).await,
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
