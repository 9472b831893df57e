//! Costs: what can be done with them.

use std::str::FromStr;

use clap::{ArgGroup, Args, Subcommand};
use signpost_core::{HistoricDate, Line, Money};

use super::reading::{Output, ShowMarked};
use super::writing::{Marked, Writing};
use crate::mark::Mark;

/// What to do with costs.
#[derive(Debug, Subcommand)]
pub(crate) enum CostVerb {
    /// List what the city spent: money, hours of its staff, uses of its rooms
    #[command(after_help = "\
Examples:
  signpost cost list --partner toyokawa
  signpost cost list --year 2025 --format csv > costs.csv")]
    List(ListCosts),

    /// Show one
    Show(ShowMarked),

    /// Add one, of a partner or of an exchange; the public sees none
    #[command(override_usage = "\
signpost cost add [OPTIONS] <WHAT> --on <DATE>
         <--partner <PARTNER>|--exchange <NAME>>")]
    #[command(after_help = "\
Examples:
  signpost cost add \"Gifts for the hosts\" --partner toyokawa --on 2025-06 \\
    --money \"USD 480.50\"
  signpost cost add \"Reception\" --exchange students-from-toyokawa-2025 \\
    --on 2025-10-03 --hours 6:30 --room-uses 1")]
    Add(AddCost),

    /// Mend what is wrong about one
    Correct(CorrectCost),

    /// Edit one, in your editor
    Edit(Marked),

    /// Remove one; the change record keeps it
    Remove(Marked),
}

/// Which costs to list.
#[derive(Debug, Args)]
pub(crate) struct ListCosts {
    /// Of this partner, and of exchanges with it
    #[arg(long)]
    pub(crate) partner: Option<String>,

    /// Of this year
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(i16).range(1..=9999))]
    pub(crate) year: Option<i16>,

    #[command(flatten)]
    pub(crate) output: Output,
}

/// What was spent.
#[derive(Debug, Args)]
pub(crate) struct Spending {
    /// Money: the currency and the amount, as "USD 1250.50"
    #[arg(long, value_name = "AMOUNT")]
    pub(crate) money: Option<Money>,

    /// Hours of the staff: 6:30, or 6.5
    #[arg(long, value_name = "HOURS")]
    pub(crate) hours: Option<Hours>,

    /// How often a room of the city was used
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(i32).range(1..))]
    pub(crate) room_uses: Option<i32>,
}

/// Time that was worked, in minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hours(pub(crate) i32);

impl FromStr for Hours {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let refused = || "write hours and minutes as 6:30, or hours as 6.5".to_owned();
        let digits =
            |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()) && (1..=5).contains(&text.len());
        let number = |text: &str| text.parse::<i32>().ok().filter(|_| digits(text));
        let minutes = match (text.split_once(':'), text.split_once('.')) {
            (Some((hours, minutes)), None) if minutes.len() == 2 => {
                let minutes = number(minutes).filter(|minutes| *minutes < 60);
                number(hours).zip(minutes).map(|(hours, minutes)| hours * 60 + minutes)
            }
            (None, Some((hours, part))) if part.len() <= 2 => {
                let hundredths = number(&format!("{part:0<2}"));
                let exact = hundredths.map(|part| part * 60).filter(|part| part % 100 == 0);
                number(hours).zip(exact).map(|(hours, part)| hours * 60 + part / 100)
            }
            (None, None) => number(text).map(|hours| hours * 60),
            _ => None,
        };
        minutes.filter(|minutes| *minutes > 0).map(Self).ok_or_else(refused)
    }
}

/// The cost to add.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("spent on").args(["partner", "exchange"]).required(true))]
#[command(group = ArgGroup::new("spent").args(["money", "hours", "room_uses"]).required(true).multiple(true))]
pub(crate) struct AddCost {
    /// For what it was spent
    #[arg(value_name = "WHAT")]
    pub(crate) what: Line,

    /// Spent on the relationship with this partner
    #[arg(long, value_name = "PARTNER")]
    pub(crate) partner: Option<String>,

    /// Spent on this exchange
    #[arg(long, value_name = "NAME")]
    pub(crate) exchange: Option<String>,

    /// When, as far as is known
    #[arg(long, value_name = "DATE")]
    pub(crate) on: HistoricDate,

    #[command(flatten)]
    pub(crate) spending: Spending,

    #[command(flatten)]
    pub(crate) writing: Writing,
}

/// What is right about a cost.
#[derive(Debug, Args)]
pub(crate) struct CorrectCost {
    /// Its mark, as the list prints it
    #[arg(value_name = "MARK")]
    pub(crate) mark: Mark,

    /// For what it was spent
    #[arg(long, value_name = "WORDS")]
    pub(crate) what: Option<Line>,

    /// When, as far as is known
    #[arg(long, value_name = "DATE")]
    pub(crate) on: Option<HistoricDate>,

    #[command(flatten)]
    pub(crate) spending: Spending,

    #[command(flatten)]
    pub(crate) writing: Writing,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_written_as_people_write_them() {
        for (text, minutes) in [("6", 360), ("6:30", 390), ("6.5", 390), ("0.25", 15), ("0:05", 5)] {
            assert_eq!(text.parse(), Ok(Hours(minutes)), "{text}");
        }
        for text in ["", "0", "6:3", "6:60", "-1", "6,5", "6.33", "half", "6:30:00", "999999"] {
            assert!(text.parse::<Hours>().is_err(), "{text}");
        }
    }
}
