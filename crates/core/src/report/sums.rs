//! Sums: of exchanges, of people, of what was spent.

use std::collections::BTreeMap;
use std::ops::AddAssign;

use crate::cost::{Cost, Money};
use crate::text::Currency;

/// Exchanges and their people, and what was spent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// The exchanges and their people.
    pub counts: Counts,
    /// What was spent.
    pub spent: Spent,
}

/// Exchanges and their people, counted. Of what is on record of no exchange there is no number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Confirmed exchanges that are over.
    pub held: i64,
    /// How many of those have any number of people on record.
    pub counted: i64,
    /// Students in them.
    pub students: Option<i64>,
    /// Those who went with them.
    pub chaperones: Option<i64>,
    /// Other adults.
    pub adults: Option<i64>,
    /// Families who took them in; not people counted.
    pub host_families: Option<i64>,
    /// People: of each exchange the stated sum, else that of students, chaperones and adults. One who took part
    /// twice counts twice.
    pub people: Option<i64>,
    /// Exchanges that are not over and not cancelled.
    pub coming: i64,
    /// Exchanges that are over and were never confirmed nor cancelled.
    pub unconfirmed: i64,
    /// Cancelled exchanges.
    pub cancelled: i64,
}

/// What the city spent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spent {
    /// Money by currency, in the currency's smallest unit, as cents.
    pub money: BTreeMap<Currency, i64>,
    /// Minutes of the staff's time.
    pub staff_minutes: Option<i64>,
    /// How often a room was used.
    pub room_uses: Option<i64>,
}

impl Sums {
    /// Whether there is nothing at all.
    pub fn is_nothing(&self) -> bool {
        self.counts.is_nothing() && self.spent.is_nothing()
    }
}

impl Counts {
    /// Whether there is no exchange, held or not.
    pub const fn is_nothing(&self) -> bool {
        self.held == 0 && self.coming == 0 && self.unconfirmed == 0 && self.cancelled == 0
    }
}

impl Spent {
    /// What costs come to.
    pub fn of(costs: &[Cost]) -> Self {
        let mut sum = Self::default();
        for cost in costs {
            let money = cost.money.iter().map(|money| (money.currency.clone(), money.minor));
            sum += &Self {
                money: money.collect(),
                staff_minutes: cost.staff_minutes.map(Into::into),
                room_uses: cost.room_uses.map(Into::into),
            };
        }
        sum
    }

    /// The money, one sum for each currency.
    pub fn money(&self) -> impl Iterator<Item = Money> {
        self.money.iter().map(|(currency, minor)| Money { minor: *minor, currency: currency.clone() })
    }

    /// Whether nothing that was spent is on record.
    pub fn is_nothing(&self) -> bool {
        self.money.is_empty() && self.staff_minutes.is_none() && self.room_uses.is_none()
    }
}

impl AddAssign<&Counts> for Counts {
    fn add_assign(&mut self, other: &Counts) {
        let all = [
            (&mut self.held, other.held),
            (&mut self.counted, other.counted),
            (&mut self.coming, other.coming),
            (&mut self.unconfirmed, other.unconfirmed),
            (&mut self.cancelled, other.cancelled),
        ];
        for (sum, number) in all {
            *sum = sum.saturating_add(number);
        }
        add(&mut self.students, other.students);
        add(&mut self.chaperones, other.chaperones);
        add(&mut self.adults, other.adults);
        add(&mut self.host_families, other.host_families);
        add(&mut self.people, other.people);
    }
}

impl AddAssign<&Spent> for Spent {
    fn add_assign(&mut self, other: &Spent) {
        for (currency, minor) in &other.money {
            let sum = self.money.entry(currency.clone()).or_default();
            *sum = sum.saturating_add(*minor);
        }
        add(&mut self.staff_minutes, other.staff_minutes);
        add(&mut self.room_uses, other.room_uses);
    }
}

/// Adds a number, if there is one.
fn add(sum: &mut Option<i64>, number: Option<i64>) {
    if let Some(number) = number {
        *sum = Some(sum.unwrap_or(0).saturating_add(number));
    }
}
