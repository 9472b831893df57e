//! Rules as a person says them: every 2 years, on the last weekend of April.

use std::str::FromStr;

use jiff::civil::{Date, Weekday};

use super::text::short;
use super::{Cycle, DayOfMonth, End, RepeatRule, RepeatRuleError};

/// How often: every so many weeks, months or years.
///
/// It is written `week`, `2 weeks`, `month`, `6 months`, `year`, `2 years`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Every {
    interval: u16,
    unit: Unit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Week,
    Month,
    Year,
}

/// On which day of a week, month or year.
///
/// It is written as a person says it: `Monday and Thursday`, `15`, `the last day`, `29 February`, `first Tuesday`,
/// `the last weekend of April`. A weekend is named by its Saturday.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum On {
    /// On weekdays, Monday first.
    Weekdays(Vec<Weekday>),
    /// On a day of a month: of every month, or of the one of this number.
    Day {
        /// The day.
        day: DayOfMonth,
        /// The month, 1 to 12.
        month: Option<i8>,
    },
}

/// Why what was said is no rule.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SaidError {
    /// How often is not understood.
    #[error("`{0}` does not say how often: write week, 2 weeks, month, 6 months, year or 2 years")]
    Every(String),
    /// The day is not understood.
    #[error(
        "`{0}` names no day: write Monday, 15, last day, first Tuesday, 29 February or last weekend of April"
    )]
    On(String),
    /// The day is not one of such a cycle.
    #[error("{0}")]
    Mismatch(&'static str),
    /// The rule cannot be.
    #[error(transparent)]
    Rule(#[from] RepeatRuleError),
}

impl Every {
    /// The rule that it is, with the day where one is said, else that of the first exchange.
    pub fn rule(self, on: Option<&On>, first: Date, end: End) -> Result<RepeatRule, SaidError> {
        let cycle = match (self.unit, on) {
            (Unit::Week, None) => Cycle::Week(vec![first.weekday()]),
            (Unit::Week, Some(On::Weekdays(days))) => Cycle::Week(days.clone()),
            (Unit::Week, Some(On::Day { .. })) => {
                return Err(SaidError::Mismatch("a week has weekdays: write them, as Monday and Thursday"));
            }
            (Unit::Month | Unit::Year, Some(On::Weekdays(_))) => {
                return Err(SaidError::Mismatch(
                    "say which one of the month, as first Tuesday or last Saturday of April",
                ));
            }
            (Unit::Month, None) => Cycle::Month(DayOfMonth::Number(first.day())),
            (Unit::Month, Some(On::Day { day, month: None })) => Cycle::Month(*day),
            (Unit::Month, Some(On::Day { month: Some(_), .. })) => {
                return Err(SaidError::Mismatch(
                    "a month is of every year: write --every year, or leave the month out",
                ));
            }
            (Unit::Year, None) => Cycle::Year { month: first.month(), day: DayOfMonth::Number(first.day()) },
            (Unit::Year, Some(On::Day { day, month })) => {
                Cycle::Year { month: month.unwrap_or(first.month()), day: *day }
            }
        };
        Ok(RepeatRule::new(cycle, self.interval, end)?)
    }
}

impl FromStr for Every {
    type Err = SaidError;

    fn from_str(text: &str) -> Result<Self, SaidError> {
        let refused = || SaidError::Every(short(text));
        let (number, unit) = text.trim().split_once(' ').unwrap_or(("1", text.trim()));
        let interval = number.parse().map_err(|_| refused())?;
        let unit = match unit.trim() {
            "week" | "weeks" => Unit::Week,
            "month" | "months" => Unit::Month,
            "year" | "years" => Unit::Year,
            _ => return Err(refused()),
        };
        if !(1..=RepeatRule::LONGEST_INTERVAL).contains(&interval) {
            return Err(refused());
        }
        Ok(Self { interval, unit })
    }
}

impl FromStr for On {
    type Err = SaidError;

    fn from_str(text: &str) -> Result<Self, SaidError> {
        let said = text.to_lowercase().replace(',', " ");
        let words: Vec<&str> =
            said.split_whitespace().filter(|word| !["the", "of", "and", "on"].contains(word)).collect();
        read(&words).ok_or_else(|| SaidError::On(short(text)))
    }
}

fn read(words: &[&str]) -> Option<On> {
    if let Some(days) = words.iter().map(|word| weekday(word)).collect::<Option<Vec<_>>>()
        && !days.is_empty()
    {
        let mut days = days;
        days.sort_by_key(|day| day.to_monday_zero_offset());
        days.dedup();
        return Some(On::Weekdays(days));
    }
    // The month stands last, or first: 29 February, February 29.
    let (rest, month) = match words {
        [rest @ .., last] if month(last).is_some() => (rest, month(last)),
        [first, rest @ ..] if month(first).is_some() => (rest, month(first)),
        rest => (rest, None),
    };
    let day = match rest {
        [nth, "weekend"] => DayOfMonth::Weekday { nth: ordinal(nth)?, weekday: Weekday::Saturday },
        [nth, "day"] => DayOfMonth::Number(ordinal(nth)?),
        [nth, day] => DayOfMonth::Weekday { nth: ordinal(nth)?, weekday: weekday(day)? },
        [number] => {
            DayOfMonth::Number(number.parse().ok().or_else(|| ordinal(number)).filter(|day| *day > 0)?)
        }
        _ => return None,
    };
    Some(On::Day { day, month })
}

/// A name in full or by its first letters, three at least.
fn named<const N: usize>(word: &str, names: [&str; N]) -> Option<usize> {
    let long_enough = word.len() >= 3;
    names.iter().position(|name| long_enough && (name.starts_with(word) || format!("{name}s") == word))
}

fn weekday(word: &str) -> Option<Weekday> {
    let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let index = named(word, names)?;
    Weekday::from_monday_zero_offset(i8::try_from(index).ok()?).ok()
}

fn month(word: &str) -> Option<i8> {
    let names = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    i8::try_from(named(word, names)? + 1).ok()
}

fn ordinal(word: &str) -> Option<i8> {
    match word {
        "first" => Some(1),
        "second" => Some(2),
        "third" => Some(3),
        "fourth" => Some(4),
        "fifth" => Some(5),
        "last" => Some(-1),
        _ => {
            let number = ["st", "nd", "rd", "th"].iter().find_map(|suffix| word.strip_suffix(suffix))?;
            number.parse().ok()
        }
    }
}
