//! What rules say, in a sentence: the words in which a command is refused.

use super::{Answer, Limit, Rule};
use crate::period::Period;

impl Rule {
    /// The rule in a sentence, in English: "there is at most 1 sister city in a country".
    pub fn statement(&self) -> String {
        match self {
            Self::FriendshipTerm(period) => format!("a friendship lasts {} unless renewed", spoken(*period)),
            Self::SisterTermOpen => "a sister relationship runs until a party ends it".to_owned(),
            Self::NoticePeriod(period) => {
                format!("a term counts as expiring {} before its end", spoken(*period))
            }
            Self::RenewalFormDue(period) => {
                format!("the form for a renewal is due {} before the end of the term", spoken(*period))
            }
            Self::SistersPerCountry(limit) => per_country(*limit, "sister city", "sister cities"),
            Self::FriendshipsPerCountry(limit) => per_country(*limit, "friendship city", "friendship cities"),
            Self::FriendshipNeedsSponsor(Answer::Yes) => {
                "a friendship needs a sponsor on the Council".to_owned()
            }
            Self::FriendshipNeedsSponsor(Answer::No) => {
                "a friendship needs no sponsor on the Council".to_owned()
            }
            Self::FriendshipFunding(Answer::Yes) => "the City funds friendships".to_owned(),
            Self::FriendshipFunding(Answer::No) => "the City does not fund friendships".to_owned(),
            Self::Moratorium(Answer::Yes) => "no new relationship begins for now".to_owned(),
            Self::Moratorium(Answer::No) => "new relationships may begin".to_owned(),
            Self::FreeRoomUsesPerYear(number) => {
                format!("a committee uses a room of the City for nothing {number} times a year at most")
            }
            Self::StudentExchangeMinimum(number) => {
                format!("a student exchange has {number} students at least")
            }
        }
    }
}

fn per_country(limit: Limit, one: &str, many: &str) -> String {
    match limit {
        Limit::Unlimited => format!("there may be any number of {many} in a country"),
        Limit::AtMost(0) => format!("there is no {one} in any country"),
        Limit::AtMost(1) => format!("there is at most 1 {one} in a country"),
        Limit::AtMost(number) => format!("there are at most {number} {many} in a country"),
    }
}

/// A period as a person says it: "2 years", "1 year and 6 months".
fn spoken(period: Period) -> String {
    let (years, months, days) = period.parts();
    let parts = [(years, "year"), (months, "month"), (days, "day")];
    let parts = parts.into_iter().filter(|(count, _)| *count != 0);
    let words = parts.map(|(count, unit)| format!("{count} {unit}{}", if count == 1 { "" } else { "s" }));
    words.collect::<Vec<_>>().join(" and ")
}
