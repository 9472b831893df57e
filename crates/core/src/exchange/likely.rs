//! Exchanges that are likely the same, recorded twice.

use jiff::civil::Date;

use super::Exchange;
use crate::text::{TimeZoneName, fold};

/// Two exchanges that are likely one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LikelyDuplicate<'a> {
    /// The one that is earlier.
    pub one: &'a Exchange,
    /// The other.
    pub other: &'a Exchange,
    /// How many days apart they begin.
    pub days_apart: i32,
}

/// How many days apart two may begin that are likely one.
const NEAR: i32 = 7;
/// How alike their titles are, from 0 to 1.
const ALIKE: f64 = 0.8;

/// The pairs that have a partner in common (or none), begin within a week, and have titles that are alike.
/// Two of one series are not one.
pub fn likely_duplicates<'a>(exchanges: &'a [Exchange], host: &TimeZoneName) -> Vec<LikelyDuplicate<'a>> {
    let mut begun: Vec<(Date, String, &Exchange)> = exchanges
        .iter()
        .filter_map(|exchange| Some((exchange.when.days(host).ok()?.0, words(exchange), exchange)))
        .collect();
    begun.sort_by_key(|(day, _, exchange)| (*day, exchange.id));
    let mut pairs = Vec::new();
    for (index, (day, title, one)) in begun.iter().enumerate() {
        for (later, other_title, other) in begun.iter().skip(index + 1) {
            let days_apart = (*later - *day).get_days();
            if days_apart > NEAR {
                break;
            }
            if share_partner(one, other)
                && (one.series.is_none() || one.series != other.series)
                && strsim::jaro_winkler(title, other_title) >= ALIKE
            {
                pairs.push(LikelyDuplicate { one, other, days_apart });
            }
        }
    }
    pairs
}

fn share_partner(one: &Exchange, other: &Exchange) -> bool {
    (one.partners.is_empty() && other.partners.is_empty())
        || one.partners.iter().any(|partner| other.partners.contains(partner))
}

/// The words of a title that tell it from others: in order, without years and other numbers.
fn words(exchange: &Exchange) -> String {
    let folded = fold(exchange.title.as_str());
    let mut words: Vec<&str> =
        folded.split(|character: char| !character.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    words.join(" ")
}
