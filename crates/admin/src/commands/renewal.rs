//! Renewals: what is due.

use signpost_core::database::Database;
use signpost_core::{Clock, Rule};

use super::load;
use crate::cli::{DueRenewals, RenewalVerb};
use crate::desk::Desk;
use crate::failure::{Failure, Outcome};
use crate::phrase;
use crate::printer::Printer;
use crate::record::DueRow;

pub(super) async fn run(verb: &RenewalVerb, desk: Desk<'_>) -> Result<Outcome, Failure> {
    let Desk { database, printer, clock } = desk;
    match verb {
        RenewalVerb::Due(arguments) => due(arguments, database, printer, clock).await,
    }
}

async fn due(
    arguments: &DueRenewals,
    database: &Database,
    printer: &mut Printer,
    clock: Clock,
) -> Result<Outcome, Failure> {
    let register = load(database).await?;
    let today = clock.today(&register.programme().time_zone.zone());
    let last = arguments.within.0.after(today);
    let form_period = register.policy().in_force(today).find_map(|rule| match rule.rule {
        Rule::RenewalFormDue(period) => Some(period),
        _ => None,
    });
    let ends = register.partners().iter().filter_map(|partner| {
        let (term, end) = partner.relationship.due_for_renewal(today)?;
        (end.first() <= last).then(|| DueRow::new(partner, (term, end), today, form_period))
    });
    let mut rows: Vec<DueRow> = ends.collect();
    rows.sort_by_key(DueRow::first_possible_day);
    printer.list(arguments.output.format, &rows)?;
    if rows.is_empty() {
        printer.say(format_args!("Nothing is due from {today} to {last}."))?;
        return Ok(Outcome::Done);
    }
    let count = phrase::listed(&rows, "renewal");
    printer.say(format_args!("{count} due from {today} to {last}."))?;
    Ok(Outcome::Found)
}
