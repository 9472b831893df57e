//! Historic dates: known to the day, the month or the year, never invented precision.

use std::fmt;
use std::str::FromStr;

use jiff::Span;
use jiff::civil::Date;

/// A date that is known to the day, the month or the year.
///
/// It is written as a person would, `1978-12-19`, `2007-03` or `1963` (the calendar dates of ISO 8601,
/// extended format, at full or reduced precision), and means some day from [`first`](Self::first)
/// to [`last`](Self::last). Dates sort by their first possible day.
///
/// A date that is not on record at all is an `Option::None`.
///
/// ```
/// use signpost_core::HistoricDate;
///
/// let signed: HistoricDate = "2007-03".parse()?;
/// assert_eq!(signed.first().to_string(), "2007-03-01");
/// assert_eq!(signed.last().to_string(), "2007-03-31");
/// assert_eq!(signed.day(), None);
/// # Ok::<(), signpost_core::HistoricDateError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HistoricDate {
    first: Date,
    last: Date,
}

/// How precisely a historic date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Precision {
    /// To the day.
    Day,
    /// To the month: which day is not on record.
    Month,
    /// To the year: which month and day are not on record.
    Year,
}

/// Why a text is no historic date.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a date: write a day that exists as 1978-12-19, a month as 2007-03, or a year as 1963")]
pub struct HistoricDateError(String);

impl HistoricDate {
    /// The date known to the day.
    pub const fn of_day(day: Date) -> Self {
        Self { first: day, last: day }
    }

    /// The date with these first and last possible days, if they bound one day, one month or one year.
    pub fn between(first: Date, last: Date) -> Option<Self> {
        let whole_month = first.day() == 1 && last == first.last_of_month();
        let whole_year = first == first.first_of_year() && last == first.last_of_year();
        (first == last || whole_month || whole_year).then_some(Self { first, last })
    }

    /// The first day that it can be.
    pub const fn first(self) -> Date {
        self.first
    }

    /// The last day that it can be.
    pub const fn last(self) -> Date {
        self.last
    }

    /// The day, if it is known to the day.
    pub fn day(self) -> Option<Date> {
        (self.first == self.last).then_some(self.first)
    }

    /// How precisely it is known.
    pub fn precision(self) -> Precision {
        if self.first == self.last {
            Precision::Day
        } else if self.first.month() == self.last.month() {
            Precision::Month
        } else {
            Precision::Year
        }
    }

    /// The same date so many years later, as precisely known. What was on 29 February is on the 28th where there is none.
    #[must_use]
    pub fn years_later(self, years: i16) -> Self {
        let first = self.first.saturating_add(Span::new().years(years));
        let last = match self.precision() {
            Precision::Day => first,
            Precision::Month => first.last_of_month(),
            Precision::Year => first.last_of_year(),
        };
        Self { first, last }
    }

    /// Whether this day is one that it can be.
    pub fn may_be(self, day: Date) -> bool {
        self.first <= day && day <= self.last
    }
}

impl fmt::Display for HistoricDate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = (self.first.year(), self.first.month());
        match self.precision() {
            Precision::Day => self.first.fmt(formatter),
            Precision::Month => write!(formatter, "{year:04}-{month:02}"),
            Precision::Year => write!(formatter, "{year:04}"),
        }
    }
}

impl FromStr for HistoricDate {
    type Err = HistoricDateError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        parse(text).ok_or_else(|| HistoricDateError(text.chars().take(40).collect()))
    }
}

/// Reads `yyyy`, `yyyy-mm` or `yyyy-mm-dd`, years 0001 to 9999, and nothing else.
fn parse(text: &str) -> Option<HistoricDate> {
    let mut parts = text.split('-');
    let year: i16 = digits(parts.next()?, 4)?;
    let month = parts.next().map(|part| digits::<i8>(part, 2));
    let day = parts.next().map(|part| digits::<i8>(part, 2));
    if parts.next().is_some() || year == 0 {
        return None;
    }
    match (month, day) {
        (None, _) => {
            let first = Date::new(year, 1, 1).ok()?;
            Some(HistoricDate { first, last: first.last_of_year() })
        }
        (Some(month), None) => {
            let first = Date::new(year, month?, 1).ok()?;
            Some(HistoricDate { first, last: first.last_of_month() })
        }
        (Some(month), Some(day)) => Date::new(year, month?, day?).ok().map(HistoricDate::of_day),
    }
}

fn digits<N: FromStr>(text: &str, count: usize) -> Option<N> {
    let plain = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

impl serde::Serialize for HistoricDate {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A time during which a source speaks: one historic date, or the span between two, as `2020/2021`
/// (the time interval of ISO 8601).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HistoricSpan {
    from: HistoricDate,
    to: HistoricDate,
}

impl HistoricSpan {
    /// The span from the first possible day of one date to the last of another, if they are in order.
    pub fn new(from: HistoricDate, to: HistoricDate) -> Option<Self> {
        (from.first() <= to.first() && from.last() <= to.last()).then_some(Self { from, to })
    }

    /// The date from which it is.
    pub const fn from(self) -> HistoricDate {
        self.from
    }

    /// The date up to which it is.
    pub const fn to(self) -> HistoricDate {
        self.to
    }
}

impl fmt::Display for HistoricSpan {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.from == self.to {
            self.from.fmt(formatter)
        } else {
            write!(formatter, "{}/{}", self.from, self.to)
        }
    }
}

impl FromStr for HistoricSpan {
    type Err = HistoricDateError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (from, to) = text.split_once('/').unwrap_or((text, text));
        Self::new(from.parse()?, to.parse()?)
            .ok_or_else(|| HistoricDateError(text.chars().take(40).collect()))
    }
}

impl serde::Serialize for HistoricSpan {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_written_is_what_is_meant() {
        for (text, first, last, precision) in [
            ("1978-12-19", "1978-12-19", "1978-12-19", Precision::Day),
            ("2007-03", "2007-03-01", "2007-03-31", Precision::Month),
            ("2024-02", "2024-02-01", "2024-02-29", Precision::Month),
            ("1963", "1963-01-01", "1963-12-31", Precision::Year),
        ] {
            let date: HistoricDate = text.parse().unwrap();
            assert_eq!(date.first().to_string(), first);
            assert_eq!(date.last().to_string(), last);
            assert_eq!(date.precision(), precision);
            assert_eq!(date.to_string(), text);
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "",
            "63",
            "0000",
            "1963-",
            "1963-13",
            "1963-1",
            "2023-02-29",
            "2024-02-30",
            "1963-01-01-01",
            "+1963",
            "-1963",
            "１９６３",
            "1963 ",
            "1963-00",
            "1963-01-00",
            "19630101",
            "1963/01/01",
            "unknown",
        ] {
            assert!(text.parse::<HistoricDate>().is_err(), "{text}");
        }
        let message = "2024-02-30".parse::<HistoricDate>().unwrap_err().to_string();
        assert!(message.contains("2024-02-30") && message.contains("2007-03"), "{message}");
    }

    #[test]
    fn a_span_is_in_order() {
        let span: HistoricSpan = "2020/2021".parse().unwrap();
        assert_eq!((span.from().to_string(), span.to().to_string()), ("2020".into(), "2021".into()));
        assert_eq!("2020".parse::<HistoricSpan>().unwrap().to_string(), "2020");
        assert!("2021/2020".parse::<HistoricSpan>().is_err());
        assert!("2020/".parse::<HistoricSpan>().is_err());
    }

    fn any_day() -> impl Strategy<Value = Date> {
        (1i16..=9999, 1i8..=12, 1i8..=28).prop_map(|(year, month, day)| Date::constant(year, month, day))
    }

    proptest! {
        #[test]
        fn a_year_or_month_never_claims_a_day(day in any_day()) {
            let year: HistoricDate = format!("{:04}", day.year()).parse().unwrap();
            let month: HistoricDate = format!("{:04}-{:02}", day.year(), day.month()).parse().unwrap();
            prop_assert_eq!(year.day(), None);
            prop_assert_eq!(month.day(), None);
            prop_assert!(year.may_be(day) && month.may_be(day));
            prop_assert!(!month.to_string().ends_with("-01") || day.month() == 1);
        }

        #[test]
        fn the_two_days_and_the_text_say_the_same(day in any_day(), precision in 0..3) {
            let text = day.to_string();
            let text = match precision { 0 => &text[..4], 1 => &text[..7], _ => &text[..] };
            let date: HistoricDate = text.parse().unwrap();
            prop_assert_eq!(date.to_string(), text);
            prop_assert_eq!(HistoricDate::between(date.first(), date.last()), Some(date));
        }

        #[test]
        fn no_text_panics(text in ".*") {
            let _ = text.parse::<HistoricDate>();
            let _ = text.parse::<HistoricSpan>();
        }
    }
}
