//! Periods of the calendar: what a policy counts in.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use jiff::{Span, Unit};

use crate::historic::HistoricDate;

/// A period of the calendar: whole years, months, weeks and days, more than none, at most 200 years.
///
/// It is written as in ISO 8601: `P2Y`, `P180D`. Adding it to a day follows the calendar and clamps to the
/// month's last day: two years after 2024-02-29 is 2026-02-28.
#[derive(Clone, Copy, Debug)]
pub struct Period(Span);

/// Why a text is no period.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a period: write one as P2Y for two years, P6M for six months or P180D for 180 days")]
pub struct PeriodError(String);

impl Period {
    /// A period of days.
    pub fn days(days: u16) -> Self {
        Self(Span::new().days(days))
    }

    /// Its years, months and days; a week counts as seven days.
    pub fn parts(self) -> (i64, i64, i64) {
        let days = i64::from(self.0.get_days()) + 7 * i64::from(self.0.get_weeks());
        (self.0.get_years().into(), self.0.get_months().into(), days)
    }

    /// The day that is this period after another, or the last of the calendar, 9999-12-31.
    pub fn after(self, day: Date) -> Date {
        day.saturating_add(self.0)
    }

    /// The day that is this period before another, or the first of the calendar.
    pub fn before(self, day: Date) -> Date {
        day.saturating_sub(self.0)
    }

    /// The historic date that is this period after another, as precisely as that one is known.
    /// A period that is finer than the date's precision gives none.
    pub fn after_historic(self, date: HistoricDate) -> Option<HistoricDate> {
        let first = self.after(date.first());
        if date.day().is_some() {
            return Some(HistoricDate::of_day(first));
        }
        let last = self.after(date.last());
        HistoricDate::between(first, last).or_else(|| HistoricDate::between(first, last.last_of_month()))
    }
}

impl PartialEq for Period {
    fn eq(&self, other: &Self) -> bool {
        self.0.fieldwise() == other.0.fieldwise()
    }
}

impl fmt::Display for Period {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl FromStr for Period {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Self, PeriodError> {
        let refused = || PeriodError(text.chars().take(40).collect());
        // The library also reads phrases such as "2 years", which a file should not have.
        let designated = text.strip_prefix('P').map(|_| text).ok_or_else(refused)?;
        let span: Span = designated.parse().map_err(|_| refused())?;
        let largest_is_days = span.get_hours() == 0
            && span.get_minutes() == 0
            && span.get_seconds() == 0
            && span.get_milliseconds() == 0
            && span.get_microseconds() == 0
            && span.get_nanoseconds() == 0;
        let reference = Date::constant(2000, 1, 1);
        let years = span.total((Unit::Year, reference)).map_err(|_| refused())?;
        if largest_is_days && years > 0.0 && years <= 200.0 { Ok(Self(span)) } else { Err(refused()) }
    }
}

impl serde::Serialize for Period {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_follows_the_calendar() {
        for (period, day, after) in [
            ("P2Y", "2024-02-29", "2026-02-28"),
            ("P2Y", "2016-09-20", "2018-09-20"),
            ("P1M", "2026-01-31", "2026-02-28"),
            ("P180D", "2026-01-01", "2026-06-30"),
            ("P200Y", "9990-01-01", "9999-12-31"),
        ] {
            let period: Period = period.parse().unwrap();
            assert_eq!(period.after(day.parse().unwrap()).to_string(), after);
        }
    }

    #[test]
    fn a_period_has_parts() {
        for (period, parts) in [("P2Y", (2, 0, 0)), ("P1Y6M", (1, 6, 0)), ("P2W3D", (0, 0, 17))] {
            assert_eq!(period.parse::<Period>().unwrap().parts(), parts);
        }
    }

    #[test]
    fn a_historic_date_keeps_its_precision() {
        for (period, date, after) in [
            ("P2Y", "2025", Some("2027")),
            ("P2Y", "2007-03", Some("2009-03")),
            ("P2Y", "2024-02", Some("2026-02")),
            ("P2Y", "2022-02", Some("2024-02")),
            ("P2Y", "2024-02-29", Some("2026-02-28")),
            ("P6M", "2025", None),
            ("P10D", "2025-03", None),
        ] {
            let (period, date): (Period, HistoricDate) = (period.parse().unwrap(), date.parse().unwrap());
            assert_eq!(period.after_historic(date).map(|date| date.to_string()).as_deref(), after, "{date}");
        }
    }

    #[test]
    fn what_is_no_period_is_refused() {
        for text in ["", "2Y", "P", "P0D", "-P2Y", "PT5H", "P1DT1H", "two years", "2 years", "p2y", "P201Y"] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
    }
}
