//! Renewals: what is due, the Council's packet, the staff's calendar.

use jiff::civil::Date;
use signpost_core::store::exchange::{self, ExchangeFilter, Order, Page};
use signpost_core::store::{cost, register, snapshot};
use signpost_core::{Exchange, HistoricDate, Partner, Register, Term};

use super::{find_partner, load, put};
use crate::calendar;
use crate::cli::{DueRenewals, PacketFormat, RenewalCalendar, RenewalPacket, RenewalVerb};
use crate::desk::Desk;
use crate::failure::{Failure, Outcome};
use crate::phrase;
use crate::record::{DueRow, Materials, Packet};

/// How many exchanges are read at a time.
const PAGE: u16 = 1000;

pub(super) async fn run(verb: &RenewalVerb, desk: Desk<'_>) -> Result<Outcome, Failure> {
    match verb {
        RenewalVerb::Due(arguments) => due(arguments, desk).await,
        RenewalVerb::Packet(arguments) => packet(arguments, desk).await,
        RenewalVerb::Calendar(arguments) => calendar(arguments, desk).await,
    }
}

fn today(register: &Register, desk: &Desk<'_>) -> Date {
    desk.clock.today(&register.programme().time_zone.zone())
}

async fn due(arguments: &DueRenewals, desk: Desk<'_>) -> Result<Outcome, Failure> {
    let register = load(desk.database).await?;
    let today = today(&register, &desk);
    let last = arguments.within.0.after(today);
    let due = register.renewals_due(today).into_iter().filter(|renewal| renewal.end.first() <= last);
    let rows: Vec<DueRow> = due.map(|renewal| DueRow::new(renewal, today)).collect();
    desk.printer.list(arguments.output.format, &rows)?;
    if rows.is_empty() {
        desk.printer.say(format_args!("Nothing is due from {today} to {last}."))?;
        return Ok(Outcome::Done);
    }
    let count = phrase::listed(&rows, "renewal");
    desk.printer.say(format_args!("{count} due from {today} to {last}."))?;
    Ok(Outcome::Found)
}

async fn packet(arguments: &RenewalPacket, desk: Desk<'_>) -> Result<Outcome, Failure> {
    let mut connection = snapshot(desk.database.pool()).await?;
    let register = register::load(&mut connection).await?;
    let partner = find_partner(&register, &arguments.partner, desk.printer)?;
    let today = today(&register, &desk);
    let term = partner.relationship.to_renew(today).ok_or_else(|| nothing_to_renew(partner))?;
    let (from, until) = days(term);
    let filter = ExchangeFilter { partner: Some(partner.id), from, until, ..ExchangeFilter::default() };
    let mut exchanges: Vec<Exchange> = Vec::new();
    let mut page = Page::First;
    loop {
        let found = exchange::find(&mut connection, &filter, Order::Earliest, page, PAGE).await?;
        exchanges.extend(found.exchanges);
        match found.after {
            Some(after) => page = Page::After(after),
            None => break,
        }
    }
    let mut costs = cost::of_relationship(&mut connection, partner.id, partner.relationship.id).await?;
    costs.retain(|cost| {
        from.is_none_or(|from| from <= cost.on.last()) && until.is_none_or(|until| cost.on.first() <= until)
    });
    let (exchanges, costs) = (exchanges.as_slice(), costs.as_slice());
    let packet = Packet::new(&Materials { register: &register, partner, term, exchanges, costs, today });
    let text = match arguments.format {
        PacketFormat::Markdown => packet.markdown(),
        PacketFormat::Html => packet.html(),
    };
    let text = text.map_err(|error| Failure::System(format!("cannot write the packet: {error}")))?;
    put(&text, arguments.output.as_ref(), desk.printer)
}

/// The first and the last day that a term may have, where they are on record.
fn days(term: &Term) -> (Option<Date>, Option<Date>) {
    let last = term.certainly_over().and_then(|over| over.yesterday().ok());
    (term.start.map(HistoricDate::first), last)
}

fn nothing_to_renew(partner: &Partner) -> Failure {
    Failure::input(format!(
        "{} has no friendship to renew. See what it has with: signpost relationship show {}",
        partner.name, partner.slug
    ))
}

async fn calendar(arguments: &RenewalCalendar, desk: Desk<'_>) -> Result<Outcome, Failure> {
    let register = load(desk.database).await?;
    let days = register.renewal_days(today(&register, &desk));
    let text = calendar::renewals(&register, &days, desk.clock.now());
    let text = text.map_err(|error| Failure::System(format!("cannot write the calendar: {error}")))?;
    put(&text, arguments.output.as_ref(), desk.printer)
}
