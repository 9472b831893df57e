//! Rules as RFC 5545 writes them (3.3.10).

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, Weekday};

use super::{Cycle, DayOfMonth, End, RepeatRule, RepeatRuleError};

/// The two letters by which RFC 5545 calls each weekday, Monday first.
const WEEKDAYS: [(&str, Weekday); 7] = [
    ("MO", Weekday::Monday),
    ("TU", Weekday::Tuesday),
    ("WE", Weekday::Wednesday),
    ("TH", Weekday::Thursday),
    ("FR", Weekday::Friday),
    ("SA", Weekday::Saturday),
    ("SU", Weekday::Sunday),
];

fn letters(weekday: Weekday) -> &'static str {
    WEEKDAYS.iter().find(|(_, day)| *day == weekday).map_or("", |(letters, _)| letters)
}

/// The part that names weekdays.
pub(super) fn weekdays(days: &[Weekday]) -> String {
    let days: Vec<_> = days.iter().map(|day| letters(*day)).collect();
    format!("BYDAY={}", days.join(","))
}

impl fmt::Display for RepeatRule {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let frequency = match &self.cycle {
            Cycle::Week(_) => "WEEKLY",
            Cycle::Month(_) => "MONTHLY",
            Cycle::Year { .. } => "YEARLY",
        };
        write!(formatter, "FREQ={frequency}")?;
        if self.interval > 1 {
            write!(formatter, ";INTERVAL={}", self.interval)?;
        }
        if let Cycle::Year { month, .. } = self.cycle {
            write!(formatter, ";BYMONTH={month}")?;
        }
        match &self.cycle {
            Cycle::Week(days) => write!(formatter, ";{}", weekdays(days))?,
            Cycle::Month(day) | Cycle::Year { day, .. } => match day {
                DayOfMonth::Number(number) => write!(formatter, ";BYMONTHDAY={number}")?,
                DayOfMonth::Weekday { nth, weekday } => {
                    write!(formatter, ";BYDAY={nth}{}", letters(*weekday))?;
                }
            },
        }
        match self.end {
            End::Never => Ok(()),
            End::After(count) => write!(formatter, ";COUNT={count}"),
            End::On(day) => write!(formatter, ";UNTIL={}", day.strftime("%Y%m%d")),
        }
    }
}

/// The parts of a rule as they are written, each at most once.
#[derive(Default)]
struct Parts<'a>(Vec<(&'a str, &'a str)>);

impl<'a> Parts<'a> {
    fn read(text: &'a str) -> Result<Self, RepeatRuleError> {
        let mut parts = Vec::new();
        for part in text.split(';') {
            let (name, value) = part.split_once('=').ok_or_else(|| refused(part))?;
            if parts.iter().any(|(other, _)| *other == name) {
                return Err(RepeatRuleError::Twice(short(part)));
            }
            parts.push((name, value));
        }
        Ok(Self(parts))
    }

    /// Takes a part out.
    fn take(&mut self, name: &str) -> Option<&'a str> {
        let index = self.0.iter().position(|(other, _)| *other == name)?;
        Some(self.0.swap_remove(index).1)
    }

    /// Takes a part out, read as what it is.
    fn parsed<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Option<T>, RepeatRuleError> {
        let part = self.take(name);
        part.map(|value| read(value).ok_or_else(|| refused(&format!("{name}={value}")))).transpose()
    }
}

/// The beginning of a text that came from outside, for a message.
pub(super) fn short(text: &str) -> String {
    text.chars().take(60).flat_map(char::escape_debug).collect()
}

fn refused(part: &str) -> RepeatRuleError {
    RepeatRuleError::Part(short(part))
}

/// The days of `BYDAY`: weekdays, or one weekday by its number in the month.
enum ByDay {
    Each(Vec<Weekday>),
    Nth { nth: i8, weekday: Weekday },
}

impl ByDay {
    fn read(text: &str) -> Option<Self> {
        let weekday =
            |letters: &str| WEEKDAYS.iter().find(|(known, _)| *known == letters).map(|(_, day)| *day);
        if text.starts_with(|first: char| first == '+' || first == '-' || first.is_ascii_digit()) {
            let (nth, letters) = text.split_at_checked(text.len().checked_sub(2)?)?;
            return Some(Self::Nth { nth: nth.parse().ok()?, weekday: weekday(letters)? });
        }
        let mut days = text.split(',').map(weekday).collect::<Option<Vec<_>>>()?;
        days.sort_by_key(|day| day.to_monday_zero_offset());
        days.dedup();
        Some(Self::Each(days))
    }
}

impl FromStr for RepeatRule {
    type Err = RepeatRuleError;

    fn from_str(text: &str) -> Result<Self, RepeatRuleError> {
        let text = text.strip_prefix("RRULE:").unwrap_or(text).to_ascii_uppercase();
        let mut parts = Parts::read(&text)?;
        let frequency = parts.take("FREQ").ok_or_else(|| refused(&text))?.to_owned();
        let interval = parts.parsed("INTERVAL", |value| value.parse().ok())?.unwrap_or(1);
        let end = read_end(&mut parts)?;
        parts.parsed("WKST", |value| (value == "MO").then_some(()))?;
        let month =
            if frequency == "YEARLY" { parts.parsed("BYMONTH", |value| value.parse().ok())? } else { None };
        let by_day = parts.parsed("BYDAY", ByDay::read)?;
        let number = if frequency == "WEEKLY" {
            None
        } else {
            parts.parsed("BYMONTHDAY", |value| value.parse().ok().map(DayOfMonth::Number))?
        };
        if let Some((name, value)) = parts.0.first() {
            return Err(refused(&format!("{name}={value}")));
        }
        let (days, day) = match (by_day, number) {
            (Some(_), Some(_)) => return Err(RepeatRuleError::Twice("BYMONTHDAY".to_owned())),
            (Some(ByDay::Each(days)), None) => (Some(days), None),
            (Some(ByDay::Nth { nth, weekday }), None) => (None, Some(DayOfMonth::Weekday { nth, weekday })),
            (None, number) => (None, number),
        };
        let cycle = match (frequency.as_str(), days, day, month) {
            ("WEEKLY", Some(days), None, None) => Cycle::Week(days),
            ("MONTHLY", None, Some(day), None) => Cycle::Month(day),
            ("YEARLY", None, Some(day), Some(month)) => Cycle::Year { month, day },
            ("WEEKLY" | "MONTHLY" | "YEARLY", ..) => return Err(RepeatRuleError::NoDay),
            _ => return Err(refused(&format!("FREQ={frequency}"))),
        };
        Self::new(cycle, interval, end)
    }
}

fn read_end(parts: &mut Parts<'_>) -> Result<End, RepeatRuleError> {
    let count = parts.parsed("COUNT", |value| value.parse().ok())?;
    let until = parts.parsed("UNTIL", |value| {
        let day = value.get(..8).filter(|_| value.len() == 8 || value.as_bytes().get(8) == Some(&b'T'))?;
        Date::strptime("%Y%m%d", day).ok()
    })?;
    match (count, until) {
        (Some(_), Some(_)) => Err(RepeatRuleError::Twice("COUNT".to_owned())),
        (Some(count), None) => Ok(End::After(count)),
        (None, Some(day)) => Ok(End::On(day)),
        (None, None) => Ok(End::Never),
    }
}
