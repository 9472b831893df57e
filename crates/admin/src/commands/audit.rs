//! The change record: listed and shown, a page at a time; and changes taken back.

use jiff::Timestamp;
use signpost_core::database::{Connection, Database};
use signpost_core::store::audit::{self, Change, LogFilter};
use signpost_core::store::{change, programme, redaction, snapshot, verification};
use signpost_core::{IdPrefix, TimeZoneName};

use super::redact;
use crate::cli::{AuditVerb, Day, List, ListChanges, ShowChange, UndoArguments};
use crate::desk::Desk;
use crate::failure::{Failure, Outcome};
use crate::phrase;
use crate::printer::Printer;
use crate::record::{ChangeRecord, ChangeRow, DifferenceRow, FaultRow, MarkRow};

/// How many are read at a time.
const PAGE: u16 = 100;

pub(super) async fn run(verb: &AuditVerb, desk: Desk<'_>) -> Result<Outcome, Failure> {
    match verb {
        AuditVerb::Log(arguments) => log(arguments, desk.database, desk.printer).await,
        AuditVerb::Show(arguments) => show(arguments, desk.database, desk.printer).await,
        AuditVerb::Verify(arguments) => verify(arguments, desk.database, desk.printer).await,
        AuditVerb::Redact(arguments) => redact::run(arguments, desk).await,
    }
}

/// Reverses a change by a new one.
pub(super) async fn undo(arguments: &UndoArguments, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let mut connection = snapshot(desk.database.pool()).await?;
    let change = find(&mut connection, &arguments.change).await?;
    drop(connection);
    desk.undo(&change, &arguments.writing).await
}

async fn log(
    arguments: &ListChanges,
    database: &Database,
    printer: &mut Printer,
) -> Result<Outcome, Failure> {
    let mut connection = snapshot(database.pool()).await?;
    let zone = zone(&mut connection).await?;
    let filter = filter(arguments, &mut connection, zone.as_ref()).await?;
    let mut left = arguments.limit.unwrap_or(u64::MAX);
    let mut list = printer.begin_list(arguments.output.format);
    let mut after = None;
    while left > 0 {
        let wanted = u16::try_from(left).unwrap_or(PAGE).min(PAGE);
        let page = audit::page(&mut connection, &filter, after, wanted).await?;
        let rows = page.changes.iter().map(|logged| ChangeRow::new(logged, zone.as_ref()));
        list.add(&rows.collect::<Vec<_>>())?;
        left = left.saturating_sub(page.changes.len() as u64);
        after = page.after;
        if after.is_none() {
            break;
        }
    }
    match list.end()? {
        0 => printer.say("No changes.")?,
        count => printer.say(format_args!("{}.", phrase::count(count, "change")))?,
    }
    Ok(Outcome::Done)
}

async fn filter(
    arguments: &ListChanges,
    connection: &mut Connection,
    zone: Option<&TimeZoneName>,
) -> Result<LogFilter, Failure> {
    let (since, until) = (arguments.since, arguments.until);
    if let (Some(since), Some(until)) = (since, until)
        && until.0 < since.0
    {
        let words = format!("--until {} is before --since {}: nothing can be between them", until.0, since.0);
        return Err(Failure::input(words));
    }
    let rows = match &arguments.record {
        Some(name) => Some(audit::of_record(connection, name).await?),
        None => None,
    };
    if let (Some(name), Some([])) = (&arguments.record, rows.as_deref()) {
        let words =
            format!("nothing on record is or was called `{name}`: give --record a short name, as taichung");
        return Err(Failure::input(words));
    }
    let after = until.and_then(|until| until.0.tomorrow().ok()).map(Day);
    Ok(LogFilter {
        since: since.and_then(|day| start(day, zone)),
        until: after.and_then(|day| start(day, zone)),
        actor: arguments.actor.clone(),
        noun: arguments.noun.as_ref().map(|noun| noun.replace([' ', '-'], "_")),
        rows,
    })
}

async fn show(
    arguments: &ShowChange,
    database: &Database,
    printer: &mut Printer,
) -> Result<Outcome, Failure> {
    let mut connection = snapshot(database.pool()).await?;
    let found = find(&mut connection, &arguments.change).await?;
    let zone = zone(&mut connection).await?;
    let entries = change::entries(&mut connection, found.id).await?;
    let undone_by = audit::reversed_by(&mut connection, found.id).await?;
    let differences = DifferenceRow::all_of(&mut connection, &entries).await?;
    let marks = redaction::of_change(&mut connection, found.id).await?;
    let marks = MarkRow::all_of(&mut connection, &marks).await?;
    let row = ChangeRow::new(&audit::logged(&mut connection, found).await?, zone.as_ref());
    printer.record(arguments.output.format, &ChangeRecord::new(row, undone_by, differences, marks))?;
    Ok(Outcome::Done)
}

async fn verify(arguments: &List, database: &Database, printer: &mut Printer) -> Result<Outcome, Failure> {
    let mut connection = snapshot(database.pool()).await?;
    let verification = verification::verify(&mut connection).await?;
    let rows = FaultRow::all_of(&mut connection, &verification.faults).await?;
    printer.list(arguments.output.format, &rows)?;
    let changes = phrase::count(verification.changes, "change");
    let read = format!("{changes}, {} on record", phrase::counted(verification.entries, "entry", "entries"));
    if rows.is_empty() {
        printer.say(format_args!("{read}: everything is as they left it."))?;
        return Ok(Outcome::Done);
    }
    printer.say(format_args!(
        "{read}: {}. This was written past Signpost; a backup from before says what it was.",
        phrase::listed(&rows, "finding")
    ))?;
    Ok(Outcome::Found)
}

/// The change whose id begins so.
async fn find(connection: &mut Connection, prefix: &IdPrefix) -> Result<Change, Failure> {
    let mut found = audit::beginning(connection, prefix).await?;
    if found.len() > 1 {
        let lines = found.iter().map(|change| {
            let command = change.command.as_deref().unwrap_or("by hand");
            format!("\n  {}  {}: {command}", change.id, change.actor)
        });
        let lines: String = lines.collect();
        return Err(Failure::input(format!(
            "several changes begin with {prefix}; write more of one:{lines}"
        )));
    }
    found.pop().ok_or_else(|| {
        Failure::input(format!("no change begins with {prefix}: `signpost audit log` lists the changes"))
    })
}

/// The host's zone, once there is a host.
pub(super) async fn zone(connection: &mut Connection) -> Result<Option<TimeZoneName>, Failure> {
    Ok(programme::get(connection).await?.map(|programme| programme.time_zone))
}

/// The moment at which a day begins in the host's zone, else in UTC.
fn start(day: Day, zone: Option<&TimeZoneName>) -> Option<Timestamp> {
    let zone = zone.map_or(jiff::tz::TimeZone::UTC, TimeZoneName::zone);
    day.0.to_zoned_datetime(zone).ok().map(|start| start.timestamp())
}
