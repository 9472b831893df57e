//! Costs as files hold them: `costs.csv`.

use super::field::{IdText, text};
use super::reading::{Names, Reading};
use super::record::Record;
use super::sheet::{Cells, Row, write_rows};
use super::writing::Writing;
use crate::cost::{Cost, CostSubject, Money};
use crate::historic::HistoricDate;
use crate::identity::{ExchangeId, RelationshipId};
use crate::text::{Currency, Line};

const FILE: &str = "costs.csv";
const COLUMNS: &[&str] =
    &["partner", "exchange", "on", "what", "money_minor", "currency", "staff_minutes", "room_uses", "id"];

/// The costs.
pub(super) fn read(
    reading: &Reading<'_>,
    relationships: &Names<RelationshipId>,
    exchanges: &Names<ExchangeId>,
) -> Vec<Cost> {
    reading.sheet(FILE, COLUMNS, |row| {
        let spent_on = match (row.has("partner"), row.has("exchange")) {
            (true, false) => relationships.required(row, "partner").map(CostSubject::Relationship),
            (false, true) => exchanges.required(row, "exchange").map(CostSubject::Exchange),
            _ => {
                row.fault(
                    "partner",
                    "fill in the partner or the exchange that it was spent on, and not both",
                );
                None
            }
        };
        let on: Option<HistoricDate> = row.required("on");
        let what: Option<Line> = row.required("what");
        let money = read_money(row);
        let staff_minutes = row.optional("staff_minutes");
        let room_uses = row.optional("room_uses");
        if !["money_minor", "staff_minutes", "room_uses"].into_iter().any(|column| row.has(column)) {
            row.fault_here("nothing was spent: fill in money_minor, staff_minutes or room_uses");
        }
        let subject = row.text("partner").or_else(|| row.text("exchange")).unwrap_or_default();
        let id =
            reading.ids.of(row, "cost", &format!("{subject}/{}/{}", text(on.as_ref()), text(what.as_ref())));
        Some(Cost { id, spent_on: spent_on?, on: on?, what: what?, money, staff_minutes, room_uses })
    })
}

fn read_money(row: &Row<'_>) -> Option<Money> {
    let minor: Option<i64> = row.optional("money_minor");
    let currency: Option<Currency> = row.optional("currency");
    match (row.has("money_minor"), row.has("currency")) {
        (true, false) => row.fault("currency", "money needs its currency, such as `USD`"),
        (false, true) => row.fault("money_minor", "a currency needs its amount, as cents"),
        _ => {}
    }
    Some(Money { minor: minor?, currency: currency? })
}

/// The list of the costs.
pub(super) fn write(writing: &Writing<'_>) -> Option<(String, String)> {
    let rows = writing.dataset.costs.iter().map(|cost| {
        let (partner, exchange) = match cost.spent_on {
            CostSubject::Relationship(id) => (writing.related(id), None),
            CostSubject::Exchange(id) => (None, writing.exchange(id)),
        };
        Cells::default()
            .maybe("partner", partner.map(|partner| &partner.slug))
            .maybe("exchange", exchange.map(|exchange| &exchange.slug))
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
