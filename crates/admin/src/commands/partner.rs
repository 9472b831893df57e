//! Partners: listed and shown.

use signpost_core::Clock;
use signpost_core::database::Database;

use super::{find_partner, load};
use crate::as_of::AsOf;
use crate::cli::{ListOn, PartnerVerb, ShowOn};
use crate::desk::Desk;
use crate::failure::{Failure, Outcome};
use crate::phrase;
use crate::printer::Printer;
use crate::record::{PartnerRecord, PartnerRow};

pub(super) async fn run(verb: &PartnerVerb, desk: Desk<'_>) -> Result<Outcome, Failure> {
    let Desk { database, printer, clock } = desk;
    match verb {
        PartnerVerb::List(arguments) => list(arguments, database, printer, clock).await,
        PartnerVerb::Show(arguments) => show(arguments, database, printer, clock).await,
    }
}

/// As of a day, those of which anything was on record by then; otherwise all of them.
async fn list(
    arguments: &ListOn,
    database: &Database,
    printer: &mut Printer,
    clock: Clock,
) -> Result<Outcome, Failure> {
    let register = load(database).await?;
    let as_of = AsOf::new(arguments.on, &register, clock);
    let partners = register.partners().iter();
    let listed = partners
        .filter(|partner| arguments.on.is_none() || register.standing(partner, as_of.day()).is_some());
    let rows: Vec<PartnerRow> = listed.map(|partner| PartnerRow::new(&register, partner, as_of)).collect();
    printer.list(arguments.output.format, &rows)?;
    let count = phrase::listed(&rows, "partner");
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
    printer.record(arguments.output.format, &PartnerRecord::new(&register, partner, as_of))?;
    Ok(Outcome::Done)
}
