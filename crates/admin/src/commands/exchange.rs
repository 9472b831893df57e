//! Exchanges: listed, shown, planned and changed. There may be a million: a list is read and printed a page at a time.

mod calendar;
mod change;
mod files;
mod find;
mod plan;

use signpost_core::database::{Connection, Database};
use signpost_core::store::exchange::{self, ExchangeFilter, Order, Page};
use signpost_core::store::{register, snapshot};
use signpost_core::{Exchange, HistoricDate, Register, Slug, likely_duplicates};

use super::document::AttachTo;
use super::{document, find_partner, load};
use crate::cli::{AttachToExchange, ExchangeVerb, List, ListExchanges, Show, WhichExchanges};
use crate::desk::Desk;
use crate::failure::{Failure, Outcome};
use crate::nearest::not_there;
use crate::phrase;
use crate::printer::Printer;
use crate::record::{DuplicateRow, ExchangeRecord, ExchangeRow};

/// How many are read at a time.
const PAGE: u16 = 1000;

pub(super) async fn run(verb: &ExchangeVerb, desk: Desk<'_>) -> Result<Outcome, Failure> {
    match verb {
        ExchangeVerb::List(arguments) => list(arguments, desk.database, desk.printer).await,
        ExchangeVerb::Show(arguments) => show(arguments, desk.database, desk.printer).await,
        ExchangeVerb::Schedule(arguments) => plan::schedule(arguments, desk).await,
        ExchangeVerb::Repeat(arguments) => plan::repeat(arguments, desk).await,
        ExchangeVerb::Move(arguments) => change::move_to(arguments, desk).await,
        ExchangeVerb::Postpone(arguments) => change::postpone(arguments, desk).await,
        ExchangeVerb::Cancel(arguments) => change::cancel(arguments, desk).await,
        ExchangeVerb::Confirm(arguments) => change::confirm(arguments, desk).await,
        ExchangeVerb::Correct(arguments) => change::correct(arguments, desk).await,
        ExchangeVerb::Record(arguments) => change::record(arguments, desk).await,
        ExchangeVerb::Edit(arguments) => change::edit(arguments, desk).await,
        ExchangeVerb::Attach(arguments) => attach(arguments, desk).await,
        ExchangeVerb::Preview(arguments) => change::preview(arguments, desk).await,
        ExchangeVerb::Publish(arguments) => change::publish(arguments, desk).await,
        ExchangeVerb::Unpublish(arguments) => change::unpublish(arguments, desk).await,
        ExchangeVerb::Remove(arguments) => change::remove(arguments, desk).await,
        ExchangeVerb::Import(arguments) => files::import(arguments, desk).await,
        ExchangeVerb::Export(arguments) => files::export(arguments, desk).await,
        ExchangeVerb::Duplicates(arguments) => duplicates(arguments, desk.database, desk.printer).await,
    }
}

/// Finds exchanges that are likely the same.
async fn duplicates(
    arguments: &List,
    database: &Database,
    printer: &mut Printer,
) -> Result<Outcome, Failure> {
    let mut connection = snapshot(database.pool()).await?;
    let register = register::load(&mut connection).await?;
    let exchanges = exchange::all(&mut connection).await?;
    let found = likely_duplicates(&exchanges, &register.programme().time_zone);
    let rows: Vec<DuplicateRow> = found.iter().map(|pair| DuplicateRow::new(&register, pair)).collect();
    printer.list(arguments.output.format, &rows)?;
    if rows.is_empty() {
        printer.say("No two exchanges are likely the same.")?;
        return Ok(Outcome::Done);
    }
    let pairs = phrase::count(rows.len() as u64, "pair");
    printer.say(format_args!("{pairs}. To remove one of two: signpost exchange remove NAME"))?;
    Ok(Outcome::Found)
}

async fn attach(arguments: &AttachToExchange, desk: Desk<'_>) -> Result<Outcome, Failure> {
    let AttachToExchange { name, attached, writing } = arguments;
    document::attach("exchange attach", attached, AttachTo::Exchange(name), writing, desk).await
}

async fn list(
    arguments: &ListExchanges,
    database: &Database,
    printer: &mut Printer,
) -> Result<Outcome, Failure> {
    let mut connection = snapshot(database.pool()).await?;
    let register = register::load(&mut connection).await?;
    let filter = filter(&arguments.which, &register, printer)?;
    let mut list = printer.begin_list(arguments.output.format);
    each_page(&mut connection, &filter, arguments.limit.unwrap_or(u64::MAX), |exchanges| {
        let rows = exchanges.iter().map(|exchange| ExchangeRow::new(&register, exchange));
        Ok(list.add(&rows.collect::<Vec<_>>())?)
    })
    .await?;
    let count = list.end()?;
    match count {
        0 => printer.say("No exchanges.")?,
        count => printer.say(format_args!("{}.", phrase::count(count, "exchange")))?,
    }
    Ok(Outcome::Done)
}

/// Calls for the exchanges that a filter lets through, page by page, at most so many. The next page is on its way
/// while one is dealt with.
async fn each_page(
    connection: &mut Connection,
    filter: &ExchangeFilter,
    most: u64,
    mut page_read: impl FnMut(&[Exchange]) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let wanted = |left: u64| u16::try_from(left).unwrap_or(PAGE).min(PAGE);
    let mut left = most;
    let mut found = exchange::find(connection, filter, Order::Earliest, Page::First, wanted(left)).await?;
    loop {
        left = left.saturating_sub(found.exchanges.len() as u64);
        let Some(after) = found.after.filter(|_| left > 0) else {
            return page_read(&found.exchanges);
        };
        let next = exchange::find(connection, filter, Order::Earliest, Page::After(after), wanted(left));
        let (next, read) = tokio::join!(biased; next, async { page_read(&found.exchanges) });
        read?;
        found = next?;
    }
}

fn filter(
    which: &WhichExchanges,
    register: &Register,
    printer: &mut Printer,
) -> Result<ExchangeFilter, Failure> {
    let (from, until) = (which.from, which.until);
    if let (Some(from), Some(until)) = (from, until)
        && until.last() < from.first()
    {
        return Err(Failure::input(format!(
            "--until {until} is before --from {from}: nothing can be between them"
        )));
    }
    let partner = which.partner.as_deref().map(|word| find_partner(register, word, printer)).transpose()?;
    Ok(ExchangeFilter {
        partner: partner.map(|partner| partner.id),
        kind: which.kind,
        direction: which.direction,
        from: from.map(HistoricDate::first),
        until: until.map(HistoricDate::last),
        text: None,
    })
}

async fn show(arguments: &Show, database: &Database, printer: &mut Printer) -> Result<Outcome, Failure> {
    let register = load(database).await?;
    let exchange = find(&arguments.name, database, printer).await?;
    let mut connection = snapshot(database.pool()).await?;
    let claims = exchange::claims(&mut connection, exchange.id).await?;
    printer.record(arguments.output.format, &ExchangeRecord::new(&register, &exchange, &claims))?;
    Ok(Outcome::Done)
}

/// The exchange of a short name that it has or had.
pub(super) async fn find(
    word: &str,
    database: &Database,
    printer: &mut Printer,
) -> Result<Exchange, Failure> {
    let mut connection = snapshot(database.pool()).await?;
    if let Ok(slug) = word.parse::<Slug>() {
        if let Some(exchange) = exchange::by_slug(&mut connection, &slug).await? {
            return Ok(exchange);
        }
        if let Some(now) = exchange::redirect(&mut connection, &slug).await?
            && let Some(exchange) = exchange::by_slug(&mut connection, &now).await?
        {
            printer.say(format_args!("`{word}` is {now} now"))?;
            return Ok(exchange);
        }
    }
    let nearest = exchange::nearest(&mut connection, word).await?;
    Err(Failure::input(not_there("exchange", word, &nearest)))
}
