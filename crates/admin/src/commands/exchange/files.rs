//! Exchanges read from files, and written to them.

use std::cell::RefCell;
use std::path::Path;

use jiff::Timestamp;
use signpost_core::calendar;
use signpost_core::dataset::{Dataset, editing};
use signpost_core::store::{draft, exchange, register, snapshot};
use signpost_core::{Exchange, Id as _};
use uuid::Uuid;

use super::calendar::{Plan, entry, plan};
use super::{each_page, filter};
use crate::cli::{ExchangeFile, ExportExchanges, ImportExchanges, Unsaid, Writing};
use crate::commands::{bytes_of, put};
use crate::desk::Desk;
use crate::draft::Draft;
use crate::failure::{Failure, Outcome};
use crate::phrase;

/// How large a file may be, in bytes.
const SIZE: u64 = 256_000_000;

/// The name of the sheet in a dataset.
const SHEET: &str = "exchanges.csv";

pub(super) async fn import(arguments: &ImportExchanges, desk: Desk<'_>) -> Result<Outcome, Failure> {
    let (file, unsaid) = (&arguments.file, &arguments.unsaid);
    let bytes = bytes_of(file, SIZE)?;
    if is_calendar(file, &bytes) {
        let given = (unsaid, &arguments.writing);
        return import_calendar("exchange import", file, given, desk).await;
    }
    if unsaid.kind.is_some() || unsaid.direction.is_some() || !unsaid.partner.is_empty() {
        let words = "--partner, --kind and --direction are for calendars: a sheet has columns of them";
        return Err(Failure::input(words));
    }
    import_sheet(arguments, &bytes, desk).await
}

/// Plans the events of a calendar file.
pub(super) async fn import_calendar(
    command: &str,
    file: &Path,
    (unsaid, writing): (&Unsaid, &Writing),
    mut desk: Desk<'_>,
) -> Result<Outcome, Failure> {
    let (bytes, name) = (bytes_of(file, SIZE)?, file.display().to_string());
    let host = crate::commands::load(desk.database).await?.programme().time_zone.clone();
    let calendar =
        calendar::read(&name, &bytes, &host).map_err(|faults| Failure::input(faults.to_string()))?;
    let public = RefCell::new(Vec::new());
    let body = async |draft: &mut Draft<'_>| {
        let planned = plan(draft, &Plan { file: &name, found: &calendar.entries, unsaid }).await?;
        public.replace(planned);
        Ok(())
    };
    let outcome = desk.change(command, writing, body).await?;
    for slug in public.into_inner() {
        desk.printer.say(format_args!(
            "{slug} is public, and stays as it is: to change it, signpost exchange move {slug}, or correct {slug}"
        ))?;
    }
    Ok(outcome)
}

async fn import_sheet(
    arguments: &ImportExchanges,
    sheet: &[u8],
    mut desk: Desk<'_>,
) -> Result<Outcome, Failure> {
    let rows = editing::rows_of_exchange_sheet(sheet);
    let names: Vec<String> = rows.iter().map(|row| row.slug.clone()).collect();
    let ids: Vec<Uuid> = rows.iter().filter_map(|row| row.id.parse().ok()).collect();
    let name = arguments.file.display().to_string();
    let body = async |draft: &mut Draft<'_>| {
        draft.exchanges(&names, &ids).await?;
        for row in &rows {
            let other = |exchange: &&Exchange| {
                exchange.id.uuid().to_string() == row.id && exchange.slug.as_str() != row.slug
            };
            if let Some(other) = draft.dataset.exchanges.iter().find(other) {
                let slug = &row.slug;
                return Err(Failure::input(format!(
                    "{name}: the row of `{slug}` has the id of the exchange {}: to change that one, write its \
                     slug; to add another, leave the id out",
                    other.slug
                )));
            }
        }
        let after = editing::with_exchange_sheet(&draft.dataset, sheet);
        draft.dataset = after.map_err(|error| match error {
            editing::EditingError::Faults(faults) => Failure::input(faults.in_file(SHEET, &name).to_string()),
            other => Failure::System(other.to_string()),
        })?;
        Ok(())
    };
    desk.change("exchange import", &arguments.writing, body).await
}

pub(super) async fn export(arguments: &ExportExchanges, desk: Desk<'_>) -> Result<Outcome, Failure> {
    let mut connection = snapshot(desk.database.pool()).await?;
    let register = register::load(&mut connection).await?;
    let filter = filter(&arguments.which, &register, desk.printer)?;
    let mut exchanges = Vec::new();
    each_page(&mut connection, &filter, u64::MAX, |page| {
        exchanges.extend_from_slice(page);
        Ok(())
    })
    .await?;
    let count = exchanges.len();
    let (text, left_out) = match arguments.form {
        ExchangeFile::Csv => {
            let ids: Vec<Uuid> = exchanges.iter().map(|exchange| exchange.id.uuid()).collect();
            let claims = exchange::claims_about(&mut connection, &ids).await?;
            let dataset = draft::read(&mut connection).await?;
            (editing::exchange_sheet(&Dataset { exchanges, claims, ..dataset }), 0)
        }
        ExchangeFile::Ics => {
            let name = format!("{}: exchanges", register.programme().city);
            calendar_of(&name, &register, &exchanges, desk.clock.now())
        }
    };
    put(&text, arguments.output.as_ref(), desk.printer)?;
    desk.printer
        .say(format_args!("{}.", phrase::count(count.saturating_sub(left_out) as u64, "exchange")))?;
    if left_out > 0 {
        let left_out = phrase::count(left_out as u64, "exchange");
        desk.printer
            .say(format_args!("{left_out} left out: no calendar has a place for a date without its day."))?;
    }
    Ok(Outcome::Done)
}

/// Exchanges as a calendar file, and how many have no day to stand on.
fn calendar_of(
    name: &str,
    register: &signpost_core::Register,
    exchanges: &[Exchange],
    now: Timestamp,
) -> (String, usize) {
    let entries: Vec<_> = exchanges.iter().filter_map(|exchange| entry(register, exchange)).collect();
    let left_out = exchanges.len().saturating_sub(entries.len());
    (calendar::write(name, &entries, now), left_out)
}

fn is_calendar(file: &Path, bytes: &[u8]) -> bool {
    let named = file.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ics"));
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    named || bytes.get(..15).is_some_and(|start| start.eq_ignore_ascii_case(b"BEGIN:VCALENDAR"))
}
