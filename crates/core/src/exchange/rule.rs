//! How exchanges repeat: rules as iCalendar writes them, and the days that they give.

mod said;
mod text;

pub use said::{Every, On, SaidError};

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// How exchanges repeat: weekly, monthly or yearly, on days that the rule itself names.
///
/// It is written as a recurrence rule of RFC 5545 (3.3.10), of which it takes the parts that people plan by: `FREQ`
/// from `WEEKLY` to `YEARLY`, `INTERVAL`, `BYDAY`, `BYMONTHDAY`, `BYMONTH`, and `COUNT` or `UNTIL` (a day). Days are
/// civil days: a change of clocks moves none. A day that a month or year does not have (31 April, 29 February of
/// 2027) is passed over, as the standard says.
///
/// ```
/// use signpost_core::RepeatRule;
///
/// let last_saturday_of_april: RepeatRule = "FREQ=YEARLY;BYMONTH=4;BYDAY=-1SA".parse()?;
/// let days: Vec<_> = last_saturday_of_april.days("2026-04-25".parse()?).take(2).collect();
/// assert_eq!(days, ["2026-04-25".parse()?, "2027-04-24".parse()?]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RepeatRule {
    cycle: Cycle,
    interval: u16,
    end: End,
}

/// What repeats: a week, a month or a year, and on which of its days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cycle {
    /// On these days of a week, each once, Monday first; weeks begin on Monday.
    Week(Vec<Weekday>),
    /// On a day of the month.
    Month(DayOfMonth),
    /// On a day of a month of the year.
    Year {
        /// The month, 1 to 12.
        month: i8,
        /// The day.
        day: DayOfMonth,
    },
}

/// A day of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayOfMonth {
    /// By its number, 1 to 31; from the end of the month, -1 (the last) to -31.
    Number(i8),
    /// By its weekday: the first (1) to the fifth, or the last (-1) to the last but four.
    Weekday {
        /// Which one.
        nth: i8,
        /// Of which weekday.
        weekday: Weekday,
    },
}

/// When a repetition ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Never.
    Never,
    /// After so many, the first one counted.
    After(u16),
    /// On this day, which still belongs to it.
    On(Date),
}

/// Why a text is no rule that exchanges repeat by.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RepeatRuleError {
    /// A part that is not understood.
    #[error(
        "`{0}` is no part of a rule that exchanges repeat by: write one such as FREQ=YEARLY;BYMONTH=4;BYDAY=-1SA"
    )]
    Part(String),
    /// A part stands twice, or one that excludes it stands beside it.
    #[error("`{0}` stands beside a part that says the same or otherwise: leave one of them out")]
    Twice(String),
    /// It does not say on which days.
    #[error(
        "the rule does not say on which days: add BYDAY to a weekly one, BYDAY or BYMONTHDAY to a monthly one, and \
         BYMONTH too to a yearly one"
    )]
    NoDay,
    /// There is no such day in any year.
    #[error("month {month} has no day {day} in any year")]
    NeverComes {
        /// The month.
        month: i8,
        /// The day.
        day: i8,
    },
}

impl RepeatRule {
    /// The most cycles from one to the next.
    pub const LONGEST_INTERVAL: u16 = 100;
    /// The most exchanges that one rule counts.
    pub const LARGEST_COUNT: u16 = 1000;

    /// A rule, if its numbers are within their bounds and its day comes in some year.
    pub fn new(cycle: Cycle, interval: u16, end: End) -> Result<Self, RepeatRuleError> {
        let part = |text: String| Err(RepeatRuleError::Part(text));
        let day = match &cycle {
            Cycle::Week(days) if days.is_empty() => return Err(RepeatRuleError::NoDay),
            Cycle::Week(days) if !days.is_sorted_by_key(|day| day.to_monday_zero_offset()) => {
                return part(text::weekdays(days));
            }
            Cycle::Week(_) => None,
            Cycle::Month(day) => Some(*day),
            Cycle::Year { month, day } => {
                let Ok(longest) = Date::new(2024, *month, 1).map(Date::days_in_month) else {
                    return part(format!("BYMONTH={month}"));
                };
                match day {
                    DayOfMonth::Number(number) if number.checked_abs().is_none_or(|day| day > longest) => {
                        return Err(RepeatRuleError::NeverComes { month: *month, day: *number });
                    }
                    _ => Some(*day),
                }
            }
        };
        match day {
            Some(DayOfMonth::Number(number)) if number == 0 || !(-31..=31).contains(&number) => {
                part(format!("BYMONTHDAY={number}"))
            }
            Some(DayOfMonth::Weekday { nth, .. }) if nth == 0 || !(-5..=5).contains(&nth) => {
                part(format!("BYDAY={nth}"))
            }
            _ if !(1..=Self::LONGEST_INTERVAL).contains(&interval) => part(format!("INTERVAL={interval}")),
            _ => match end {
                End::After(count) if !(1..=Self::LARGEST_COUNT).contains(&count) => {
                    part(format!("COUNT={count}"))
                }
                _ => Ok(Self { cycle, interval, end }),
            },
        }
    }

    /// What repeats.
    pub const fn pattern(&self) -> &Cycle {
        &self.cycle
    }

    /// How many weeks, months or years from one to the next.
    pub const fn interval(&self) -> u16 {
        self.interval
    }

    /// When it ends.
    pub const fn end(&self) -> End {
        self.end
    }

    /// Whether a day is one on which an exchange that repeats so can be.
    pub fn may_be(&self, day: Date) -> bool {
        self.in_cycle(day, 0).contains(&day)
    }

    /// Its days, counted from the first day on which it holds, up to the year 9999.
    pub fn days(&self, first: Date) -> impl Iterator<Item = Date> {
        let rule = self.clone();
        let (count, until) = match self.end {
            End::Never => (usize::MAX, Date::MAX),
            End::After(count) => (count.into(), Date::MAX),
            End::On(day) => (usize::MAX, day),
        };
        let latest = Date::constant(9999, 12, 1);
        let cycles = (0_i32..).step_by(self.interval.into()).map_while(move |cycle| {
            let start = rule.start(first, cycle).filter(|start| *start <= latest && *start <= until);
            start.map(|_| rule.in_cycle(first, cycle))
        });
        cycles.flatten().filter(move |day| *day >= first).take(count).take_while(move |day| *day <= until)
    }

    /// The first day of the week, month or year that is so many cycles after the one of a day.
    fn start(&self, day: Date, cycle: i32) -> Option<Date> {
        match self.cycle {
            Cycle::Week(_) => {
                let monday = day.checked_sub(day.weekday().to_monday_zero_offset().days()).ok()?;
                monday.checked_add(cycle.weeks()).ok()
            }
            Cycle::Month(_) => day.first_of_month().checked_add(cycle.months()).ok(),
            Cycle::Year { .. } => day.first_of_year().checked_add(cycle.years()).ok(),
        }
    }

    /// The days of the week, month or year that is so many cycles after the one of a day.
    fn in_cycle(&self, day: Date, cycle: i32) -> Vec<Date> {
        let Some(start) = self.start(day, cycle) else { return Vec::new() };
        match &self.cycle {
            Cycle::Week(weekdays) => {
                let days = weekdays.iter().map(|weekday| weekday.to_monday_zero_offset().days());
                days.filter_map(|offset| start.checked_add(offset).ok()).collect()
            }
            Cycle::Month(day) => day.in_month(start).into_iter().collect(),
            Cycle::Year { month, day } => {
                let month = Date::new(start.year(), *month, 1).ok();
                month.and_then(|month| day.in_month(month)).into_iter().collect()
            }
        }
    }
}

impl DayOfMonth {
    /// The day of the month that begins on a day, if it has one.
    fn in_month(self, first: Date) -> Option<Date> {
        match self {
            Self::Number(number) if number > 0 => Date::new(first.year(), first.month(), number).ok(),
            Self::Number(number) => {
                Date::new(first.year(), first.month(), first.days_in_month() + 1 + number).ok()
            }
            Self::Weekday { nth, weekday } => first.nth_weekday_of_month(nth, weekday).ok(),
        }
    }
}
