//! Policy: the programme's rules as data, with the dates between which they are in force, and the checker.

mod change;
mod check;
mod statement;

pub use change::RuleSetError;
pub use check::{Finding, FindingKind, PolicyCheck};

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;

use crate::historic::HistoricDate;
use crate::identity::{PolicyExceptionId, PolicyId, RelationshipId};
use crate::period::Period;
use crate::text::{Line, Markdown};

/// One rule, with the dates between which it is in force.
#[derive(Clone, Debug, PartialEq)]
pub struct PolicyRule {
    /// Its id.
    pub id: PolicyId,
    /// What it says.
    pub rule: Rule,
    /// Since when it is in force; `None`: not on record, it counts as always.
    pub from: Option<HistoricDate>,
    /// The first day that it is no longer in force; `None`: it is.
    pub until: Option<HistoricDate>,
    /// A remark for staff.
    pub note: Option<Markdown>,
}

/// What a rule says.
#[derive(Clone, Debug, PartialEq)]
pub enum Rule {
    /// How long a friendship lasts unless renewed.
    FriendshipTerm(Period),
    /// That a sister relationship runs until a party ends it.
    SisterTermOpen,
    /// How long before its end a term counts as expiring.
    NoticePeriod(Period),
    /// How long before its end the form for a renewal is due.
    RenewalFormDue(Period),
    /// How many sister cities there may be in one country.
    SistersPerCountry(Limit),
    /// How many friendship cities there may be in one country.
    FriendshipsPerCountry(Limit),
    /// Whether a friendship needs a sponsor on the Council.
    FriendshipNeedsSponsor(Answer),
    /// Whether the City funds friendships.
    FriendshipFunding(Answer),
    /// Whether no new relationship of either kind may begin.
    Moratorium(Answer),
    /// How often a year a committee may use a room of the City for nothing.
    FreeRoomUsesPerYear(u32),
    /// How many students an exchange of students needs.
    StudentExchangeMinimum(u32),
}

/// A number that there may be at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Any number.
    Unlimited,
    /// At most so many.
    AtMost(u32),
}

/// Yes or no, as a rule says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It is so.
    Yes,
    /// It is not.
    No,
}

/// A rule's name and value do not go together.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RuleError {
    /// There is no rule of that name.
    #[error("`{0}` is not a rule: the rules are {names}", names = names())]
    UnknownName(String),
    /// The value is not one that the rule takes.
    #[error("`{value}` is not what the rule {name} takes: write {expected}")]
    Value {
        /// The rule.
        name: &'static str,
        /// The value given.
        value: String,
        /// What it takes.
        expected: &'static str,
    },
}

/// A rule's name, as files and commands write it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RuleName(&'static str);

const NAMES: [&str; 11] = [
    "friendship-term",
    "sister-term",
    "notice-period",
    "renewal-form-due",
    "sisters-per-country",
    "friendships-per-country",
    "friendship-needs-sponsor",
    "friendship-funding",
    "moratorium",
    "free-room-uses-per-year",
    "student-exchange-minimum",
];

fn names() -> String {
    NAMES.join(", ")
}

impl RuleName {
    /// The name.
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

impl fmt::Display for RuleName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.0)
    }
}

impl FromStr for RuleName {
    type Err = RuleError;

    fn from_str(text: &str) -> Result<Self, RuleError> {
        let known = NAMES.into_iter().find(|name| *name == text);
        known.map(Self).ok_or_else(|| RuleError::UnknownName(text.chars().take(60).collect()))
    }
}

impl Rule {
    /// The rule of a name that says a value, as files and commands write the two.
    ///
    /// ```
    /// use signpost_core::Rule;
    ///
    /// let rule = Rule::parse("friendship-term", "P2Y")?;
    /// assert_eq!((rule.name().as_str(), rule.value()), ("friendship-term", "P2Y".to_owned()));
    /// # Ok::<(), signpost_core::RuleError>(())
    /// ```
    pub fn parse(name: &str, value: &str) -> Result<Self, RuleError> {
        let name = name.parse::<RuleName>()?.as_str();
        let refused = |expected| RuleError::Value { name, value: value.chars().take(60).collect(), expected };
        let period = || value.parse().map_err(|_| refused("a period such as P2Y or P180D"));
        let number = || value.parse().map_err(|_| refused("a whole number"));
        let limit = || match value {
            "unlimited" => Ok(Limit::Unlimited),
            _ => value.parse().map(Limit::AtMost).map_err(|_| refused("a whole number, or unlimited")),
        };
        let answer = || match value {
            "yes" => Ok(Answer::Yes),
            "no" => Ok(Answer::No),
            _ => Err(refused("yes or no")),
        };
        Ok(match name {
            "friendship-term" => Self::FriendshipTerm(period()?),
            "sister-term" if value == "open" => Self::SisterTermOpen,
            "sister-term" => return Err(refused("open")),
            "notice-period" => Self::NoticePeriod(period()?),
            "renewal-form-due" => Self::RenewalFormDue(period()?),
            "sisters-per-country" => Self::SistersPerCountry(limit()?),
            "friendships-per-country" => Self::FriendshipsPerCountry(limit()?),
            "friendship-needs-sponsor" => Self::FriendshipNeedsSponsor(answer()?),
            "friendship-funding" => Self::FriendshipFunding(answer()?),
            "moratorium" => Self::Moratorium(answer()?),
            "free-room-uses-per-year" => Self::FreeRoomUsesPerYear(number()?),
            _ => Self::StudentExchangeMinimum(number()?),
        })
    }

    /// Its name.
    pub const fn name(&self) -> RuleName {
        RuleName(match self {
            Self::FriendshipTerm(_) => "friendship-term",
            Self::SisterTermOpen => "sister-term",
            Self::NoticePeriod(_) => "notice-period",
            Self::RenewalFormDue(_) => "renewal-form-due",
            Self::SistersPerCountry(_) => "sisters-per-country",
            Self::FriendshipsPerCountry(_) => "friendships-per-country",
            Self::FriendshipNeedsSponsor(_) => "friendship-needs-sponsor",
            Self::FriendshipFunding(_) => "friendship-funding",
            Self::Moratorium(_) => "moratorium",
            Self::FreeRoomUsesPerYear(_) => "free-room-uses-per-year",
            Self::StudentExchangeMinimum(_) => "student-exchange-minimum",
        })
    }

    /// What it says, as files and commands write it.
    pub fn value(&self) -> String {
        match self {
            Self::FriendshipTerm(period) | Self::NoticePeriod(period) | Self::RenewalFormDue(period) => {
                period.to_string()
            }
            Self::SisterTermOpen => "open".to_owned(),
            Self::SistersPerCountry(limit) | Self::FriendshipsPerCountry(limit) => match limit {
                Limit::Unlimited => "unlimited".to_owned(),
                Limit::AtMost(number) => number.to_string(),
            },
            Self::FriendshipNeedsSponsor(answer)
            | Self::FriendshipFunding(answer)
            | Self::Moratorium(answer) => match answer {
                Answer::Yes => "yes".to_owned(),
                Answer::No => "no".to_owned(),
            },
            Self::FreeRoomUsesPerYear(number) | Self::StudentExchangeMinimum(number) => number.to_string(),
        }
    }
}

impl PolicyRule {
    /// Whether it is in force on a day: from the first possible day on, until before the first possible day of its end.
    pub fn is_in_force(&self, on: Date) -> bool {
        self.from.is_none_or(|from| from.first() <= on) && self.until.is_none_or(|until| on < until.first())
    }
}

/// All the programme's rules, of all times.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Policy {
    /// The rules.
    pub rules: Vec<PolicyRule>,
}

impl Policy {
    /// The notice period where no rule says another: 180 days.
    pub const DEFAULT_NOTICE_DAYS: u16 = 180;

    /// The rules in force on a day; of two of one name the one that came later first.
    pub fn in_force(&self, on: Date) -> impl Iterator<Item = &PolicyRule> {
        let mut rules: Vec<&PolicyRule> = self.rules.iter().filter(|rule| rule.is_in_force(on)).collect();
        rules.sort_by_key(|rule| std::cmp::Reverse(rule.from));
        rules.into_iter()
    }

    fn find<T>(&self, on: Date, pick: impl Fn(&Rule) -> Option<T>) -> Option<T> {
        self.in_force(on).find_map(|rule| pick(&rule.rule))
    }

    /// How long before its end a term counts as expiring, on a day.
    pub fn notice_period(&self, on: Date) -> Period {
        let period = self.find(on, |rule| match rule {
            Rule::NoticePeriod(period) => Some(*period),
            _ => None,
        });
        period.unwrap_or_else(|| Period::days(Self::DEFAULT_NOTICE_DAYS))
    }

    /// How long a friendship that begins on a day lasts, if a rule says so.
    pub fn friendship_term(&self, on: Date) -> Option<Period> {
        self.find(on, |rule| match rule {
            Rule::FriendshipTerm(period) => Some(*period),
            _ => None,
        })
    }
}

/// A rule that was not applied to a relationship: by whose decision, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct PolicyException {
    /// Its id.
    pub id: PolicyExceptionId,
    /// The rule.
    pub rule: PolicyId,
    /// The relationship.
    pub relationship: RelationshipId,
    /// When it was decided.
    pub decided: HistoricDate,
    /// Who decided.
    pub authority: Line,
    /// Why.
    pub reason: Line,
    /// The Clerk's record number.
    pub record_number: Option<Line>,
}
