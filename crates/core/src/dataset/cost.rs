//! Costs as files hold them: `costs.csv`; and as staff edit one, in `costs.toml`.

use super::block::Block;
use super::field::{IdText, text};
use super::reading::{Names, Reading};
use super::record::Record;
use super::sheet::{Cells, write_rows};
use super::writing::Writing;
use crate::cost::{Cost, CostSubject, Money};
use crate::historic::HistoricDate;
use crate::identity::{ExchangeId, RelationshipId};
use crate::text::{Currency, Line, Slug};

/// The file of the costs.
pub(super) const FILE: &str = "costs.csv";
/// The file of costs as staff edit them.
pub(super) const ALONE: &str = "costs.toml";
const COLUMNS: &[&str] =
    &["partner", "exchange", "on", "what", "money_minor", "currency", "staff_minutes", "room_uses", "id"];

/// The costs: those in rows, and those that stand under `[[costs]]`, as staff edit one.
pub(super) fn read(
    reading: &Reading<'_>,
    relationships: &Names<RelationshipId>,
    exchanges: &Names<ExchangeId>,
) -> Vec<Cost> {
    let known = Known { relationships, exchanges };
    let mut costs = reading.sheet(FILE, COLUMNS, |row| read_one(reading, row, &known));
    let alone = reading.toml(ALONE, |file| file.rows("costs", |row| read_one(reading, row, &known)));
    costs.extend(alone.into_iter().flatten());
    costs
}

/// What a cost may name.
struct Known<'a> {
    relationships: &'a Names<RelationshipId>,
    exchanges: &'a Names<ExchangeId>,
}

fn read_one(reading: &Reading<'_>, row: &impl Record, known: &Known<'_>) -> Option<Cost> {
    let spent_on = match (row.has("partner"), row.has("exchange")) {
        (true, false) => known.relationships.required(row, "partner").map(CostSubject::Relationship),
        (false, true) => known.exchanges.required(row, "exchange").map(CostSubject::Exchange),
        _ => {
            row.fault("partner", "fill in the partner or the exchange that it was spent on, and not both");
            None
        }
    };
    let on: Option<HistoricDate> = row.required("on");
    let what: Option<Line> = row.required("what");
    let money = read_money(row);
    let staff_minutes = row.optional("staff_minutes");
    let room_uses = row.optional("room_uses");
    if !["money", "money_minor", "staff_minutes", "room_uses"].into_iter().any(|column| row.has(column)) {
        row.fault_here("nothing was spent: fill in money, staff_minutes or room_uses");
    }
    let subject = row.text("partner").or_else(|| row.text("exchange")).unwrap_or_default();
    let id = reading.ids.of(row, "cost", &format!("{subject}/{}/{}", text(on.as_ref()), text(what.as_ref())));
    Some(Cost { id, spent_on: spent_on?, on: on?, what: what?, money, staff_minutes, room_uses })
}

/// Money in one text, as `USD 480.50`, or its cents and its currency.
fn read_money(row: &impl Record) -> Option<Money> {
    if row.has("money") {
        for key in ["money_minor", "currency"].into_iter().filter(|key| row.has(key)) {
            row.fault(key, "`money` says it already: leave this out");
        }
        return row.optional("money");
    }
    let minor: Option<i64> = row.optional("money_minor");
    let currency: Option<Currency> = row.optional("currency");
    match (row.has("money_minor"), row.has("currency")) {
        (true, false) => row.fault("currency", "money needs its currency, such as `USD`"),
        (false, true) => row.fault("money_minor", "a currency needs its amount, as cents"),
        _ => {}
    }
    Some(Money { minor: minor?, currency: currency? })
}

/// Costs as staff edit them.
pub(super) fn write_alone(writing: &Writing<'_>) -> String {
    let blocks = writing.dataset.costs.iter().map(|cost| {
        let (partner, exchange) = spent_on(writing, cost);
        Block::new()
            .maybe("partner", partner)
            .maybe("exchange", exchange)
            .with("on", &cost.on)
            .with("what", &cost.what)
            .maybe("money", cost.money.as_ref())
            .maybe("staff_minutes", cost.staff_minutes.as_ref())
            .maybe("room_uses", cost.room_uses.as_ref())
            .id(cost.id)
            .under("[[costs]]")
    });
    blocks.collect::<String>().trim_start().to_owned()
}

/// The partner or the exchange that it was spent on.
fn spent_on<'a>(writing: &Writing<'a>, cost: &Cost) -> (Option<&'a Slug>, Option<&'a Slug>) {
    match cost.spent_on {
        CostSubject::Relationship(id) => (writing.related(id).map(|partner| &partner.slug), None),
        CostSubject::Exchange(id) => (None, writing.exchange(id).map(|exchange| &exchange.slug)),
    }
}

/// The list of the costs.
pub(super) fn write(writing: &Writing<'_>) -> Option<(String, String)> {
    let rows = writing.dataset.costs.iter().map(|cost| {
        let (partner, exchange) = spent_on(writing, cost);
        Cells::default()
            .maybe("partner", partner)
            .maybe("exchange", exchange)
            .with("on", &cost.on)
            .with("what", &cost.what)
            .maybe("money_minor", cost.money.as_ref().map(|money| &money.minor))
            .maybe("currency", cost.money.as_ref().map(|money| &money.currency))
            .maybe("staff_minutes", cost.staff_minutes.as_ref())
            .maybe("room_uses", cost.room_uses.as_ref())
            .with("id", &IdText::of(cost.id))
    });
    write_rows(COLUMNS, COLUMNS, rows).map(|text| (FILE.to_owned(), text))
}
