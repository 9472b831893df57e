//! Costs: listed, added, mended and removed.

use signpost_core::store::{cost, exchange, register, snapshot};
use signpost_core::{Cost, CostSubject, Exchange, HistoricDate, Id as _, Register};

use super::find_partner;
use crate::cli::{AddCost, CorrectCost, CostVerb, ListCosts, Marked, ShowMarked};
use crate::desk::Desk;
use crate::draft::Draft;
use crate::failure::{Failure, Outcome};
use crate::mark::Mark;
use crate::phrase;
use crate::record::CostRow;

pub(super) async fn run(verb: &CostVerb, desk: Desk<'_>) -> Result<Outcome, Failure> {
    match verb {
        CostVerb::List(arguments) => list(arguments, desk).await,
        CostVerb::Show(arguments) => show(arguments, desk).await,
        CostVerb::Add(arguments) => add(arguments, desk).await,
        CostVerb::Correct(arguments) => correct(arguments, desk).await,
        CostVerb::Edit(arguments) => edit(arguments, desk).await,
        CostVerb::Remove(arguments) => remove(arguments, desk).await,
    }
}

async fn list(arguments: &ListCosts, desk: Desk<'_>) -> Result<Outcome, Failure> {
    let mut connection = snapshot(desk.database.pool()).await?;
    let register = register::load(&mut connection).await?;
    let mut costs = match &arguments.partner {
        Some(word) => {
            let partner = find_partner(&register, word, desk.printer)?;
            cost::of_relationship(&mut connection, partner.id, partner.relationship.id).await?
        }
        None => cost::all(&mut connection).await?,
    };
    costs.retain(|cost| arguments.year.is_none_or(|year| may_be_in(cost.on, year)));
    let exchanges = exchanges(&mut connection, &costs).await?;
    let rows: Vec<CostRow> = costs.iter().map(|cost| row(cost, &register, &exchanges)).collect();
    desk.printer.list(arguments.output.format, &rows)?;
    desk.printer.say(format_args!("{}.", phrase::listed(&rows, "cost")))?;
    Ok(Outcome::Done)
}

async fn show(arguments: &ShowMarked, desk: Desk<'_>) -> Result<Outcome, Failure> {
    let mut connection = snapshot(desk.database.pool()).await?;
    let register = register::load(&mut connection).await?;
    let costs = cost::all(&mut connection).await?;
    let found = find(&arguments.mark, &costs)?;
    let exchanges = exchanges(&mut connection, std::slice::from_ref(found)).await?;
    desk.printer.record(arguments.output.format, &row(found, &register, &exchanges))?;
    Ok(Outcome::Done)
}

fn may_be_in(date: HistoricDate, year: i16) -> bool {
    (date.first().year()..=date.last().year()).contains(&year)
}

/// The exchanges that costs were spent on.
async fn exchanges(
    connection: &mut signpost_core::database::Connection,
    costs: &[Cost],
) -> Result<Vec<Exchange>, Failure> {
    let ids = costs.iter().filter_map(|cost| match cost.spent_on {
        CostSubject::Exchange(id) => Some(id.uuid()),
        CostSubject::Relationship(_) => None,
    });
    let ids: Vec<_> = ids.collect();
    Ok(exchange::named(connection, &[], &ids).await?)
}

fn row(cost: &Cost, register: &Register, exchanges: &[Exchange]) -> CostRow {
    match cost.spent_on {
        CostSubject::Relationship(id) => {
            let partner = register.partners().iter().find(|partner| partner.relationship.id == id);
            CostRow::new(cost, partner.map(|partner| partner.slug.clone()), None)
        }
        CostSubject::Exchange(id) => {
            let exchange = exchanges.iter().find(|exchange| exchange.id == id);
            CostRow::new(cost, None, exchange.map(|exchange| exchange.slug.clone()))
        }
    }
}

async fn add(arguments: &AddCost, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let body = async |draft: &mut Draft<'_>| {
        let spent_on = match (&arguments.exchange, &arguments.partner) {
            (Some(name), _) => CostSubject::Exchange(draft.exchange(name).await?.id),
            (None, Some(word)) => CostSubject::Relationship(draft.partner(word)?.relationship.id),
            (None, None) => return Err(Failure::input("say what it was spent on: --partner, or --exchange")),
        };
        let cost = Cost {
            id: draft.id()?,
            spent_on,
            on: arguments.on,
            what: arguments.what.clone(),
            money: arguments.spending.money.clone(),
            staff_minutes: arguments.spending.hours.map(|hours| hours.0),
            room_uses: arguments.spending.room_uses,
        };
        draft.dataset.costs.push(cost);
        Ok(())
    };
    desk.change("cost add", &arguments.writing, body).await
}

async fn correct(arguments: &CorrectCost, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let body = async |draft: &mut Draft<'_>| {
        draft.costs_of_exchanges().await?;
        let id = find(&arguments.mark, &draft.dataset.costs)?.id;
        let spending = &arguments.spending;
        for cost in draft.dataset.costs.iter_mut().filter(|cost| cost.id == id) {
            cost.what = arguments.what.clone().unwrap_or_else(|| cost.what.clone());
            cost.on = arguments.on.unwrap_or(cost.on);
            cost.money = spending.money.clone().or_else(|| cost.money.take());
            cost.staff_minutes = spending.hours.map(|hours| hours.0).or(cost.staff_minutes);
            cost.room_uses = spending.room_uses.or(cost.room_uses);
        }
        Ok(())
    };
    desk.change("cost correct", &arguments.writing, body).await
}

async fn edit(arguments: &Marked, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let narrow = async |draft: &mut Draft<'_>| {
        draft.costs_of_exchanges().await?;
        let (id, spent_on) = {
            let cost = find(&arguments.mark, &draft.dataset.costs)?;
            (cost.id, cost.spent_on)
        };
        if let CostSubject::Exchange(exchange) = spent_on {
            draft.load_exchange(exchange).await?;
        }
        draft.dataset.costs.retain(|cost| cost.id == id);
        Ok("costs.toml".to_owned())
    };
    desk.edit("cost edit", &arguments.asking, narrow).await
}

async fn remove(arguments: &Marked, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let body = async |draft: &mut Draft<'_>| {
        draft.costs_of_exchanges().await?;
        let id = find(&arguments.mark, &draft.dataset.costs)?.id;
        draft.dataset.costs.retain(|cost| cost.id != id);
        Ok(())
    };
    desk.ask_and_change("cost remove", &arguments.asking, "Remove this cost?", body).await
}

fn find<'a>(mark: &Mark, costs: &'a [Cost]) -> Result<&'a Cost, Failure> {
    mark.find(costs, |cost| cost.id.uuid(), ("cost", "cost list"))
}
