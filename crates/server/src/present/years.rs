//! The years of a partner's exchanges: what was held, who was counted, and how far the record can be trusted.

use signpost_core::{Completeness, Report, YearLine};

use crate::pages::{Measure, YearRow, YearsView};
use crate::present::Presenter;

/// How many rows are not folded away.
const LATEST: usize = 10;

impl Presenter<'_> {
    /// The years since the first in which anything was held, the latest first.
    pub(super) fn years(self, report: &Report) -> YearsView {
        let lines = report.by_year(self.register);
        let held: Vec<&YearLine> = lines.iter().skip_while(|line| line.sums.counts.held == 0).collect();
        let most = |number: fn(&YearLine) -> i64| held.iter().map(|line| number(line)).max().unwrap_or(0);
        let (most_held, most_people) = (most(exchanges), most(people));
        let mut rows: Vec<YearRow> = Vec::new();
        for group in held.chunk_by(|one, other| is_silent(one) && is_silent(other)) {
            let (Some(first), Some(last)) = (group.first(), group.last()) else { continue };
            rows.push(YearRow {
                years: self.years_words(first.year, last.year),
                exchanges: self.measure(exchanges(first), most_held),
                people: self.measure(people(first), most_people),
                is_complete: first.record == Completeness::Complete,
            });
        }
        rows.reverse();
        let earlier = rows.split_off(rows.len().min(LATEST));
        YearsView { latest: rows, earlier }
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

fn exchanges(line: &YearLine) -> i64 {
    line.sums.counts.held
}

fn people(line: &YearLine) -> i64 {
    line.sums.counts.people.unwrap_or(0)
}

/// Whether a year is one of several of which nothing is on record, and that nothing happened is not either.
fn is_silent(line: &YearLine) -> bool {
    exchanges(line) == 0 && line.record == Completeness::Incomplete
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
