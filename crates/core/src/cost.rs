//! Costs: what the city spent, printed beside people counted.

use crate::historic::HistoricDate;
use crate::identity::{CostId, ExchangeId, RelationshipId};
use crate::text::{Currency, Line};

/// What the city spent on a relationship or an exchange: money, its staff's time, its rooms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Its id.
    pub id: CostId,
    /// What it was spent on.
    pub spent_on: CostSubject,
    /// When.
    pub on: HistoricDate,
    /// For what, in words.
    pub what: Line,
    /// Money.
    pub money: Option<Money>,
    /// Minutes of the staff's time.
    pub staff_minutes: Option<i32>,
    /// How often a room was used.
    pub room_uses: Option<i32>,
}

/// What a cost was for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CostSubject {
    /// A relationship.
    Relationship(RelationshipId),
    /// An exchange.
    Exchange(ExchangeId),
}

/// An amount of money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Money {
    /// In the currency's smallest unit, as cents.
    pub minor: i64,
    /// The currency.
    pub currency: Currency,
}
