//! Policy: the rules in force, and what on record breaks them.

mod writing;

use std::collections::BTreeSet;

use signpost_core::Clock;
use signpost_core::database::Database;
use signpost_core::store::{self, register, snapshot};

use super::load;
use crate::as_of::AsOf;
use crate::cli::{CheckPolicy, ExceptionsVerb, List, PolicyVerb, ShowPolicy};
use crate::desk::Desk;
use crate::failure::{Failure, Outcome};
use crate::phrase;
use crate::printer::Printer;
use crate::record::{ExceptionRow, FindingRow, RuleRow};

pub(super) async fn run(verb: &PolicyVerb, desk: Desk<'_>) -> Result<Outcome, Failure> {
    match verb {
        PolicyVerb::Show(arguments) => show(arguments, desk.database, desk.printer, desk.clock).await,
        PolicyVerb::Check(arguments) => check(arguments, desk.database, desk.printer).await,
        PolicyVerb::Set(arguments) => writing::set(arguments, desk).await,
        PolicyVerb::Except(arguments) => writing::except(arguments, desk).await,
        PolicyVerb::Exceptions(ExceptionsVerb::List(arguments)) => exceptions(arguments, desk).await,
        PolicyVerb::Exceptions(ExceptionsVerb::Remove(arguments)) => writing::remove(arguments, desk).await,
    }
}

async fn exceptions(arguments: &List, desk: Desk<'_>) -> Result<Outcome, Failure> {
    let mut snapshot = snapshot(desk.database.pool()).await?;
    let register = register::load(&mut snapshot).await?;
    let exceptions = store::policy::exceptions(&mut snapshot).await?;
    drop(snapshot);
    let rows: Vec<ExceptionRow> =
        exceptions.iter().filter_map(|exception| ExceptionRow::new(&register, exception)).collect();
    desk.printer.list(arguments.output.format, &rows)?;
    desk.printer.say(format_args!("{}.", phrase::listed(&rows, "exception")))?;
    Ok(Outcome::Done)
}

async fn show(
    arguments: &ShowPolicy,
    database: &Database,
    printer: &mut Printer,
    clock: Clock,
) -> Result<Outcome, Failure> {
    let register = load(database).await?;
    let on = AsOf::new(arguments.on, &register, clock).day();
    let mut rows: Vec<RuleRow> = register.policy().in_force(on).map(RuleRow::new).collect();
    rows.sort_by_key(RuleRow::name);
    printer.list(arguments.output.format, &rows)?;
    printer.say(format_args!("{} in force on {on}.", phrase::listed(&rows, "rule")))?;
    Ok(Outcome::Done)
}

async fn check(
    arguments: &CheckPolicy,
    database: &Database,
    printer: &mut Printer,
) -> Result<Outcome, Failure> {
    let mut snapshot = snapshot(database.pool()).await?;
    let register = register::load(&mut snapshot).await?;
    let exceptions = store::policy::exceptions(&mut snapshot).await?;
    drop(snapshot);
    let found = register.policy_findings(&exceptions);
    let (excepted, findings): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|finding| finding.excepted.is_some());
    let rows: Vec<FindingRow> =
        findings.iter().filter_map(|finding| FindingRow::new(&register, finding)).collect();
    printer.list(arguments.output.format, &rows)?;
    if !excepted.is_empty() {
        let count = phrase::listed(&excepted, "finding");
        printer.say(format_args!(
            "{count} left out, as an exception is on record: signpost policy exceptions list"
        ))?;
    }
    if rows.is_empty() {
        printer.say("Nothing on record breaks the policy of its time.")?;
        return Ok(Outcome::Done);
    }
    printer.say(format_args!("{}.", phrase::listed(&rows, "finding")))?;
    let ageless: BTreeSet<&str> = rows.iter().filter_map(FindingRow::rule_of_unknown_age).collect();
    for rule in ageless {
        printer.say(format_args!(
            "Since when {rule} is in force is not on record: a term may be older than it."
        ))?;
    }
    Ok(Outcome::Found)
}
