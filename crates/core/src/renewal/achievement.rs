//! What a term achieved: exchanges by kind and direction, and people counted.

use jiff::civil::Date;

use crate::exchange::{Direction, Exchange, ExchangeKind, Status};
use crate::relationship::Relationship;
use crate::text::TimeZoneName;

/// What a term achieved, as far as is on record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Achievement {
    /// Exchanges that were held, by kind and direction, in the order of these.
    pub lines: Vec<AchievementLine>,
    /// Exchanges that are to come and not cancelled.
    pub coming: usize,
    /// Exchanges that were cancelled, or not confirmed although their days are over.
    pub not_held: usize,
}

/// Exchanges of one kind and direction that were held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AchievementLine {
    /// The kind.
    pub kind: ExchangeKind,
    /// Who went where.
    pub direction: Direction,
    /// How many.
    pub exchanges: usize,
    /// People counted in them; one who took part twice counts twice.
    pub people: i64,
    /// Those of which no number of people is on record.
    pub uncounted: usize,
}

/// Whether all exchanges of a year are on record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearRecord {
    /// The year.
    pub year: i16,
    /// Whether the record of it is stated to be complete.
    pub is_complete: bool,
}

impl Achievement {
    /// What exchanges come to, seen from a day. One is held when it is confirmed and its last possible day is over.
    pub fn of(exchanges: &[Exchange], host: &TimeZoneName, today: Date) -> Self {
        let mut sum = Self::default();
        for exchange in exchanges {
            let is_over = exchange.when.days(host).is_ok_and(|(_, last)| last < today);
            match (exchange.status, is_over) {
                (Status::Confirmed, true) => sum.count(exchange),
                (Status::Cancelled, _) | (_, true) => sum.not_held += 1,
                (_, false) => sum.coming += 1,
            }
        }
        sum.lines.sort_by_key(|line| (line.kind, line.direction));
        sum
    }

    fn count(&mut self, exchange: &Exchange) {
        let (kind, direction) = (exchange.kind, exchange.direction);
        let people = exchange.people.total();
        let line = AchievementLine {
            kind,
            direction,
            exchanges: 1,
            people: people.unwrap_or(0).into(),
            uncounted: usize::from(people.is_none()),
        };
        match self.lines.iter_mut().find(|line| (line.kind, line.direction) == (kind, direction)) {
            Some(known) => {
                known.exchanges += 1;
                known.people += line.people;
                known.uncounted += line.uncounted;
            }
            None => self.lines.push(line),
        }
    }

    /// How many were held, in all.
    pub fn exchanges(&self) -> usize {
        self.lines.iter().map(|line| line.exchanges).sum()
    }

    /// How many people were counted, in all.
    pub fn people(&self) -> i64 {
        self.lines.iter().map(|line| line.people).sum()
    }

    /// How many of those that were held have no number of people on record.
    pub fn uncounted(&self) -> usize {
        self.lines.iter().map(|line| line.uncounted).sum()
    }
}

impl Relationship {
    /// For each year from one day to another, whether its exchanges are completely on record; none where the days
    /// are far apart by mistake.
    pub fn year_records(&self, from: Date, until: Date) -> Vec<YearRecord> {
        let years = from.year()..=until.year().min(from.year().saturating_add(200));
        years.map(|year| YearRecord { year, is_complete: self.is_complete_in(year) }).collect()
    }
}
