//! Which one of its series an exchange is: the 43rd visit.

use super::{Exchange, Status, When};

impl Exchange {
    /// Which one of its series it is: as a source counts, else counted on from the last one before it that a source
    /// counts. `series` is the whole series in the order of its days.
    ///
    /// Where a year between the two may hold exchanges that are not on record (`is_complete` knows), nobody can count
    /// on. What was cancelled is not counted.
    pub fn ordinal_among(&self, series: &[Self], is_complete: impl Fn(i16) -> bool) -> Option<i32> {
        if self.ordinal.is_some() || self.status == Status::Cancelled {
            return self.ordinal;
        }
        let before = series.iter().take_while(|other| other.id != self.id);
        let counted = before.filter(|other| other.status != Status::Cancelled || other.ordinal.is_some());
        let (anchor, since) = counted.fold((None, 0), |(anchor, since), other| {
            if other.ordinal.is_some() { (Some(other), 0) } else { (anchor, since + 1) }
        });
        let anchor = anchor?;
        let mut between = (anchor.when.year() + 1)..self.when.year();
        between.all(is_complete).then_some(anchor.ordinal? + since + 1)
    }
}

impl When {
    /// The year in which it begins, or may begin.
    fn year(&self) -> i16 {
        match self {
            Self::Timed(timed) => timed.starts.year(),
            Self::Days { first, .. } => first.year(),
            Self::Historic(date) => date.first().year(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::{Direction, ExchangeKind};
    use crate::identity::{ExchangeId, Id};

    fn visit(year: &str, ordinal: Option<i32>, status: Status) -> Exchange {
        let planned = Exchange::planned(
            (ExchangeId::derived("exchange", year), format!("visit-{year}").parse().unwrap()),
            "Visit".parse().unwrap(),
            (ExchangeKind::StudentExchange, Direction::Inbound),
            When::Historic(year.parse().unwrap()),
        );
        Exchange { status, ordinal, ..planned }
    }

    #[test]
    fn later_ones_count_on_as_far_as_the_record_is_complete() {
        let confirmed = |year, ordinal| visit(year, ordinal, Status::Confirmed);
        let series = [
            confirmed("2018", None),
            confirmed("2020", Some(43)),
            confirmed("2021", None),
            visit("2022", None, Status::Cancelled),
            confirmed("2023-03", None),
            confirmed("2023-10", None),
            confirmed("2026", None),
        ];
        let complete = |year: i16| (2020..=2023).contains(&year);
        let counted: Vec<_> = series.iter().map(|visit| visit.ordinal_among(&series, complete)).collect();
        assert_eq!(counted, [None, Some(43), Some(44), None, Some(45), Some(46), None]);
    }
}
