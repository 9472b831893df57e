//! Costs: what the city spent, printed beside people counted.

use std::fmt;
use std::str::FromStr;

use crate::historic::HistoricDate;
use crate::identity::{CostId, ExchangeId, RelationshipId};
use crate::text::{Currency, Line};

/// What the city spent on a relationship or an exchange: money, its staff's time, its rooms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Its id.
    pub id: CostId,
    /// What it was spent on.
    pub spent_on: CostSubject,
    /// When.
    pub on: HistoricDate,
    /// For what, in words.
    pub what: Line,
    /// Money.
    pub money: Option<Money>,
    /// Minutes of the staff's time.
    pub staff_minutes: Option<i32>,
    /// How often a room was used.
    pub room_uses: Option<i32>,
}

/// What a cost was for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CostSubject {
    /// A relationship.
    Relationship(RelationshipId),
    /// An exchange.
    Exchange(ExchangeId),
}

/// An amount of money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Money {
    /// In the currency's smallest unit, as cents.
    pub minor: i64,
    /// The currency.
    pub currency: Currency,
}

/// Why a text is no amount of money.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// It is not written as one.
    #[error(
        "`{0}` is not an amount of money: write the currency's three letters and the amount, as `USD 1250.50`"
    )]
    Form(String),
    /// The currency has no such small coin.
    #[error("`{text}` has more decimals than {currency} has: at most {digits}")]
    TooFine {
        /// What was written.
        text: String,
        /// The currency.
        currency: Currency,
        /// How many decimals it has.
        digits: u8,
    },
}

impl Currency {
    /// How many decimals an amount has: the minor units of ISO 4217, two where it names no others.
    pub fn decimals(&self) -> u8 {
        const NONE: [&str; 16] = [
            "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF",
            "XOF", "XPF",
        ];
        const THREE: [&str; 7] = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"];
        match self.as_str() {
            none if NONE.contains(&none) => 0,
            three if THREE.contains(&three) => 3,
            _ => 2,
        }
    }
}

impl Money {
    /// The amount as a plain decimal number: `1250.50`.
    pub fn amount(&self) -> String {
        let decimals = usize::from(self.currency.decimals());
        let sign = if self.minor < 0 { "-" } else { "" };
        let digits = format!("{:0width$}", self.minor.unsigned_abs(), width = decimals + 1);
        match digits.split_at_checked(digits.len() - decimals) {
            Some((whole, fraction)) if !fraction.is_empty() => format!("{sign}{whole}.{fraction}"),
            _ => format!("{sign}{digits}"),
        }
    }
}

/// The currency and the amount: `USD 1250.50`.
impl fmt::Display for Money {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}", self.currency, self.amount())
    }
}

impl FromStr for Money {
    type Err = MoneyError;

    /// Reads a currency and an amount of at least nothing, in either order, with or without commas between
    /// thousands: `USD 1250.50`, `1,250.50 USD`.
    fn from_str(text: &str) -> Result<Self, MoneyError> {
        let malformed = || MoneyError::Form(text.chars().take(40).collect());
        let (one, other) = text.trim().split_once(' ').ok_or_else(malformed)?;
        let (currency, amount) = match (one.parse::<Currency>(), other.parse::<Currency>()) {
            (Ok(currency), _) => (currency, other),
            (_, Ok(currency)) => (currency, one),
            _ => return Err(malformed()),
        };
        let (whole, fraction) = amount.trim().split_once('.').unwrap_or((amount.trim(), ""));
        let whole = without_commas(whole).ok_or_else(malformed)?;
        let digits = currency.decimals();
        if amount.ends_with('.') || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(malformed());
        }
        if fraction.len() > usize::from(digits) {
            return Err(MoneyError::TooFine { text: text.to_owned(), currency, digits });
        }
        let minor = format!("{whole}{fraction:0<width$}", width = usize::from(digits));
        Ok(Self { minor: minor.parse().map_err(|_| malformed())?, currency })
    }
}

/// A whole number without the commas between its thousands, where they stand right.
fn without_commas(text: &str) -> Option<String> {
    let mut groups = text.split(',');
    let first = groups.next()?;
    let is_number = |group: &str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    let is_grouped =
        !text.contains(',') || first.len() <= 3 && groups.all(|group| group.len() == 3 && is_number(group));
    (is_number(first) && is_grouped).then(|| text.replace(',', ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_written_as_people_write_it() {
        for (written, minor, shown) in [
            ("USD 1250.50", 125_050, "USD 1250.50"),
            ("1,250.5 USD", 125_050, "USD 1250.50"),
            ("USD 1250", 125_000, "USD 1250.00"),
            ("USD 0.05", 5, "USD 0.05"),
            ("JPY 30,000", 30_000, "JPY 30000"),
            ("KWD 1.234", 1234, "KWD 1.234"),
        ] {
            let money: Money = written.parse().unwrap();
            assert_eq!((money.minor, money.to_string().as_str()), (minor, shown), "{written}");
            assert_eq!(shown.parse(), Ok(money), "{written}");
        }
    }

    #[test]
    fn what_is_no_money_is_refused() {
        for text in [
            "",
            "1250",
            "USD",
            "usd 5",
            "USD -5",
            "USD 1.",
            "USD .5",
            "USD 1,25",
            "USD 12,50,000",
            "USD 1 250",
            "USD 99999999999999999999",
            "$5",
            "USD 1e3",
            "USD １",
        ] {
            assert!(matches!(text.parse::<Money>(), Err(MoneyError::Form(_))), "{text}");
        }
        let refusal = "JPY 12.50".parse::<Money>().unwrap_err().to_string();
        assert_eq!(refusal, "`JPY 12.50` has more decimals than JPY has: at most 0");
    }
}
