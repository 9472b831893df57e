//! Costs.

use serde::Serialize;
use signpost_core::{Cost, CostId, Currency, Line, Slug};

use super::{Dated, value};
use crate::mark::Mark;
use crate::printer::{Cell, Column, Record, Row, Section, Sheet, Tone};

/// A cost, in a list and by itself.
#[derive(Debug, Serialize)]
pub(crate) struct CostRow {
    mark: Mark,
    id: CostId,
    partner: Option<Slug>,
    exchange: Option<Slug>,
    on: Dated,
    what: Line,
    amount: Option<String>,
    currency: Option<Currency>,
    staff_minutes: Option<i32>,
    room_uses: Option<i32>,
    #[serde(skip)]
    spent: String,
}

impl CostRow {
    /// A cost of a partner or an exchange.
    pub(crate) fn new(cost: &Cost, partner: Option<Slug>, exchange: Option<Slug>) -> Self {
        Self {
            mark: Mark::of(cost.id),
            id: cost.id,
            partner,
            exchange,
            on: Dated(cost.on),
            what: cost.what.clone(),
            amount: cost.money.as_ref().map(signpost_core::Money::amount),
            currency: cost.money.as_ref().map(|money| money.currency.clone()),
            staff_minutes: cost.staff_minutes,
            room_uses: cost.room_uses,
            spent: spent(cost),
        }
    }

    fn on_what(&self) -> &str {
        self.exchange.as_ref().or(self.partner.as_ref()).map_or("–", Slug::as_str)
    }
}

/// What was spent, in words: `USD 480.50, 6:30 hours, 2 rooms`.
fn spent(cost: &Cost) -> String {
    let money = cost.money.as_ref().map(ToString::to_string);
    let hours = cost.staff_minutes.map(|minutes| format!("{}:{:02} hours", minutes / 60, minutes % 60));
    let rooms =
        cost.room_uses.map(|uses| if uses == 1 { "1 room".to_owned() } else { format!("{uses} rooms") });
    [money, hours, rooms].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

impl Row for CostRow {
    const COLUMNS: &'static [Column] = &[
        Column::whole("mark"),
        Column::wrapping("spent on"),
        Column::whole("on"),
        Column::wrapping("what"),
        Column::wrapping("spent"),
    ];
    const FIELDS: &'static [&'static str] = &[
        "mark",
        "id",
        "partner",
        "exchange",
        "on",
        "what",
        "amount",
        "currency",
        "staff_minutes",
        "room_uses",
    ];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::quiet(self.mark.to_string()),
            Cell::toned(self.on_what(), Tone::Strong),
            Cell::plain(self.on.0.to_string()),
            Cell::plain(self.what.as_str()),
            Cell::plain(self.spent.as_str()),
        ]
    }

    fn values(&self) -> Vec<String> {
        vec![
            self.mark.to_string(),
            self.id.to_string(),
            value(self.partner.as_ref()),
            value(self.exchange.as_ref()),
            self.on.0.to_string(),
            self.what.to_string(),
            value(self.amount.as_ref()),
            value(self.currency.as_ref()),
            value(self.staff_minutes),
            value(self.room_uses),
        ]
    }
}

impl Record for CostRow {
    type Row = Self;

    fn row(&self) -> &Self {
        self
    }

    fn sheet(&self) -> Sheet {
        let facts = Section::new("")
            .entry("mark", self.mark.to_string())
            .entry("spent on", self.on_what())
            .entry("on", self.on.0.to_string());
        Sheet::new(self.what.as_str(), self.spent.as_str()).with(facts)
    }
}
