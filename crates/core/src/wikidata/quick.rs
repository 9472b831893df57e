//! Statements in the form that `QuickStatements` takes, the tool by which people add many at once.

use std::fmt;

use jiff::Timestamp;

use super::statement::Statement;
use crate::historic::{HistoricDate, Precision};
use crate::partner::Partner;
use crate::text::WikidataId;

/// What there is to add to the host city's item, one line for each partner, and what is left out of it.
#[derive(Clone, Debug, PartialEq)]
pub struct QuickStatements<'a> {
    city: &'a WikidataId,
    /// The statements that are written: public partners that have an item, the latest of each.
    pub written: Vec<Statement<'a>>,
    /// Earlier ones: the tool keeps one statement for each partner, and would mix their dates.
    pub earlier: Vec<Statement<'a>>,
    /// Public partners of which no item is on record.
    pub without_item: Vec<&'a Partner>,
}

impl<'a> QuickStatements<'a> {
    /// What is public at a moment, of statements that come in the order of their starts.
    pub fn new(city: &'a WikidataId, statements: Vec<Statement<'a>>, now: Timestamp) -> Self {
        let mut quick = Self { city, written: Vec::new(), earlier: Vec::new(), without_item: Vec::new() };
        let public = |statement: &Statement<'_>| statement.partner.published_at.is_some_and(|at| at <= now);
        for statement in statements.into_iter().filter(public) {
            let last = quick.written.last().map(|last| last.partner.id);
            if statement.partner.wikidata.is_none() {
                quick.without_item.push(statement.partner);
            } else {
                if last == Some(statement.partner.id) {
                    quick.earlier.extend(quick.written.pop());
                }
                quick.written.push(statement);
            }
        }
        quick.without_item.dedup_by_key(|partner| partner.id);
        quick
    }
}

/// The lines: item, property and value, then qualifiers and references as pairs, parted by tabs.
impl fmt::Display for QuickStatements<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for statement in &self.written {
            let Some(item) = &statement.partner.wikidata else { continue };
            write!(formatter, "{}\tP190\t{item}", self.city)?;
            if let Some(start) = statement.start {
                write!(formatter, "\tP580\t{}", Time(start))?;
            }
            if let Some(end) = statement.end.date() {
                write!(formatter, "\tP582\t{}", Time(end))?;
            }
            for (place, source) in statement.sources.iter().enumerate() {
                // The mark begins a reference of its own; without, two sources would be one.
                let mark = if place == 0 { "" } else { "!" };
                write!(formatter, "\t{mark}S854\t\"{source}\"")?;
            }
            writeln!(formatter)?;
        }
        Ok(())
    }
}

/// A date as Wikidata writes it: what is not known is 00, and after the slash stands how precisely it is known.
struct Time(HistoricDate);

impl fmt::Display for Time {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let first = self.0.first();
        let (month, day, precision) = match self.0.precision() {
            Precision::Day => (first.month(), first.day(), 11),
            Precision::Month => (first.month(), 0, 10),
            Precision::Year => (0, 0, 9),
        };
        write!(formatter, "+{:04}-{month:02}-{day:02}T00:00:00Z/{precision}", first.year())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_as_precise_as_the_date() {
        for (date, written) in [
            ("1978-12-19", "+1978-12-19T00:00:00Z/11"),
            ("2007-03", "+2007-03-00T00:00:00Z/10"),
            ("0963", "+0963-00-00T00:00:00Z/9"),
        ] {
            assert_eq!(Time(date.parse().unwrap()).to_string(), written);
        }
    }
}
