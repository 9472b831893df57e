//! The years of a partner's exchanges: what was held, who was counted, and how far the record can be trusted.

use signpost_core::Partner;
use signpost_core::store::exchange::YearHeld;

use crate::pages::{Measure, YearRow, YearsView};
use crate::present::Presenter;

/// How many rows are not folded away.
const LATEST: usize = 10;

/// A year since the first in which anything was held.
struct Year {
    held: YearHeld,
    /// Whether all exchanges of the year are stated to be on record.
    is_complete: bool,
}

impl Year {
    /// Whether nothing is on record of it, and that nothing happened is not either.
    const fn is_silent(&self) -> bool {
        self.held.exchanges == 0 && !self.is_complete
    }
}

impl Presenter<'_> {
    /// The years since the first in which anything was held, the latest first.
    pub(super) fn years(self, partner: &Partner, held: &[YearHeld]) -> YearsView {
        let years = self.years_since_first(partner, held);
        let most_held = held.iter().map(|year| year.exchanges).max().unwrap_or(0);
        let most_people = held.iter().map(|year| year.people).max().unwrap_or(0);
        let mut rows: Vec<YearRow> = Vec::new();
        for group in years.chunk_by(|one, other| one.is_silent() && other.is_silent()) {
            let (Some(first), Some(last)) = (group.first(), group.last()) else { continue };
            rows.push(YearRow {
                years: self.years_words(first.held.year, last.held.year),
                exchanges: self.measure(first.held.exchanges, most_held),
                people: self.measure(first.held.people, most_people),
                is_complete: first.is_complete,
            });
        }
        rows.reverse();
        let earlier = rows.split_off(rows.len().min(LATEST));
        YearsView { latest: rows, earlier }
    }

    /// How many people were counted in all of them; nothing where nobody was.
    pub(super) fn people_counted(self, held: &[YearHeld]) -> Option<String> {
        let people = held.iter().fold(0_i64, |sum, year| sum.saturating_add(year.people));
        (people > 0).then(|| {
            let people = self.people(people);
            self.locale.say_with("partner-people-counted", [("people", people.into())])
        })
    }

    /// The years from the first in which anything was held to this one, also those in which nothing was.
    fn years_since_first(self, partner: &Partner, held: &[YearHeld]) -> Vec<Year> {
        let Some(first) = held.first() else { return Vec::new() };
        let mut held = held.iter().copied().peekable();
        let years = first.year..=self.today().year();
        let years = years.map(|year| Year {
            held: held.next_if(|held| held.year == year).unwrap_or(YearHeld {
                year,
                exchanges: 0,
                people: 0,
            }),
            is_complete: partner.relationship.is_complete_in(year),
        });
        years.collect()
    }

    fn years_words(self, first: i16, last: i16) -> String {
        if first == last {
            return first.to_string();
        }
        let (from, to) = (first.to_string(), last.to_string());
        self.locale.say_with("date-from-to", [("from", from.into()), ("to", to.into())])
    }

    fn measure(self, number: i64, most: i64) -> Option<Measure> {
        (number > 0).then(|| Measure { words: self.locale.number(number), length: percent(number, most) })
    }
}

/// How much a number is of another, of 100; never so little that it cannot be seen.
fn percent(number: i64, most: i64) -> f64 {
    let share = number.saturating_mul(100) / most.max(1);
    i32::try_from(share.clamp(1, 100)).map_or(100.0, f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_are_shares_of_the_longest() {
        for (number, most, length) in
            [(19, 19, 100.0), (1, 2, 50.0), (1, 1_000_000, 1.0), (i64::MAX, i64::MAX, 1.0), (0, 0, 1.0)]
        {
            assert!((percent(number, most) - length).abs() < 0.01, "{number} of {most}");
        }
    }
}
