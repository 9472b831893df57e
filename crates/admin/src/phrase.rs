//! What values of the domain are called in words.

use jiff::Timestamp;
use signpost_core::{
    Basis, Certainty, EndCause, Ending, HistoricDate, HistoricSpan, Kind, Line, Precision, Relationship,
    Standing, State, TimeZoneName,
};

use crate::as_of::AsOf;
use crate::printer::Tone;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A moment to the minute, in a zone, else in UTC, which is said then.
pub(crate) fn minute(moment: Timestamp, zone: Option<&TimeZoneName>) -> String {
    match zone {
        Some(zone) => moment.to_zoned_datetime(zone.zone()).strftime("%Y-%m-%d %H:%M").to_string(),
        None => moment.strftime("%Y-%m-%d %H:%M UTC").to_string(),
    }
}

/// A historic date, with what is not on record of it: `1978-12-19`, `in March 2007, day not on record`.
pub(crate) fn date(date: HistoricDate) -> String {
    let year = date.first().year();
    match date.precision() {
        Precision::Day => date.to_string(),
        Precision::Month => {
            let month = usize::try_from(date.first().month() - 1).ok().and_then(|month| MONTHS.get(month));
            format!("in {} {year}, day not on record", month.unwrap_or(&"an unknown month of"))
        }
        Precision::Year => format!("in {year}, day not on record"),
    }
}

/// A historic date that may be missing.
pub(crate) fn date_if_any(date: Option<HistoricDate>) -> String {
    date.map_or_else(|| "on a day not on record".to_owned(), self::date)
}

/// When a source speaks: `in 2020/2021`, `2024-06-04`.
pub(crate) fn span(span: HistoricSpan) -> String {
    if span.from() == span.to() { date(span.from()) } else { format!("in {span}") }
}

/// A kind with the noun that it goes with.
pub(crate) const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Sister => "sister city",
        Kind::Friendship => "friendship city",
    }
}

/// How a term ends.
pub(crate) fn ending(ending: &Ending) -> String {
    match ending {
        Ending::Open => "runs until a party ends it".to_owned(),
        Ending::ByPolicy(day) => format!("until {day}, by policy"),
        Ending::Recorded { on, cause, reason } => {
            format!("until {}{}", until(*on), why(*cause, reason.as_ref()))
        }
        Ending::Unrecorded => "its end is not on record".to_owned(),
    }
}

/// How a term ended that is over.
fn ended(ending: &Ending) -> String {
    match ending {
        Ending::ByPolicy(day) => format!("ended on {day}, by policy"),
        Ending::Recorded { on, cause, reason } => {
            let preposition = if on.day().is_some() { "on" } else { "in" };
            format!("ended {preposition} {}{}", until(*on), why(*cause, reason.as_ref()))
        }
        Ending::Open | Ending::Unrecorded => "its end is not on record".to_owned(),
    }
}

/// Why a term ended.
fn why(cause: EndCause, reason: Option<&Line>) -> String {
    match (cause, reason) {
        (EndCause::Expiry, None) => String::new(),
        (EndCause::Party, None) => ", by a party".to_owned(),
        (EndCause::Change, None) => ", as it became something else".to_owned(),
        (EndCause::Expiry | EndCause::Change, Some(reason)) => format!(": {reason}"),
        (EndCause::Party, Some(reason)) => format!(", by a party: {reason}"),
    }
}

/// A date that follows "until" or "since".
fn until(date: HistoricDate) -> String {
    match date.precision() {
        Precision::Day => date.to_string(),
        Precision::Month | Precision::Year => format!("{date} (day not on record)"),
    }
}

/// What a relationship is on a day, in one sentence without its full stop.
pub(crate) fn standing(relationship: &Relationship, standing: Option<&Standing>, as_of: AsOf) -> String {
    let Some(standing) = standing else {
        return format!("Nothing on record by {}", as_of.day());
    };
    let possibly = match standing.certainty {
        Certainty::Certain => "",
        Certainty::Possible => "possibly ",
    };
    let what = format!("{possibly}{} {}", standing.state.as_str(), kind(standing.kind));
    let why = because(relationship, standing);
    let listing =
        standing.disputed_by.and_then(|id| relationship.listings.iter().find(|listing| listing.id == id));
    let dispute =
        listing.map(|listing| format!("; a listing of {} disputes it", listing.seen)).unwrap_or_default();
    let sentence = format!("{what}{why}{dispute}");
    match as_of {
        AsOf::Today(_) => capitalised(&sentence),
        AsOf::Day(_) => format!("{}: {sentence}", capitalised(as_of.words().trim_start())),
    }
}

/// What a standing rests on.
fn because(relationship: &Relationship, standing: &Standing) -> String {
    match standing.basis {
        Basis::Term(id) => {
            let Some(term) = relationship.term(id) else { return String::new() };
            match standing.state {
                State::Unrecorded => ", no dates on record".to_owned(),
                State::Proposed => {
                    let approved = term.approval.as_ref().and_then(|approval| approval.on);
                    format!(", approved {}", date_if_any(approved))
                }
                State::Lapsed | State::Ended => format!(", {}", ended(&term.ending)),
                _ => {
                    let since = term.start.map_or_else(|| "a day not on record".to_owned(), until);
                    format!(" since {since}, {}", ending(&term.ending))
                }
            }
        }
        Basis::Dormancy(id) => {
            let dormancy = relationship.dormancies.iter().find(|dormancy| dormancy.id == id);
            let since = dormancy.and_then(|dormancy| dormancy.start);
            since.map_or_else(
                || ", since when is not on record".to_owned(),
                |since| format!(" since {}", until(since)),
            )
        }
        Basis::Listing(id) => {
            let listing = relationship.listings.iter().find(|listing| listing.id == id);
            let seen = listing.map(|listing| format!(", listed {}", span(listing.seen))).unwrap_or_default();
            format!("{seen}, no dates on record")
        }
        Basis::Application(id) => {
            let application = relationship.applications.iter().find(|application| application.id == id);
            let outcome = application.and_then(|application| application.outcome.as_ref());
            match (standing.state, application, outcome) {
                (State::Ended, _, Some(outcome)) => {
                    format!(", {} {}", outcome.decision, date_if_any(outcome.approval.on))
                }
                (_, Some(application), _) => format!(", applied for {}", date(application.on)),
                _ => String::new(),
            }
        }
    }
}

/// Whether the public sees something, and since when.
pub(crate) fn public(published_at: Option<Timestamp>) -> String {
    match published_at {
        Some(moment) => format!("since {}", moment.strftime("%Y-%m-%d %H:%M UTC")),
        None => "no".to_owned(),
    }
}

/// The same in a list, where there is room for the day only.
pub(crate) fn public_briefly(published_at: Option<Timestamp>) -> String {
    match published_at {
        Some(moment) => format!("since {}", moment.strftime("%Y-%m-%d")),
        None => "no".to_owned(),
    }
}

/// How a state sounds.
pub(crate) const fn tone(state: State) -> Tone {
    match state {
        State::Active => Tone::Good,
        State::Expiring => Tone::Soon,
        State::Dormant | State::Proposed => Tone::Plain,
        State::Unrecorded | State::Lapsed | State::Ended => Tone::Quiet,
    }
}

/// A text with its first letter a capital.
pub(crate) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A count with its noun: `1 partner`, `1,200 partners`.
pub(crate) fn count(number: u64, noun: &str) -> String {
    counted(number, noun, &plural(noun))
}

/// Several of a noun, in the regular way: `partners`, `policies`, `series`.
fn plural(noun: &str) -> String {
    match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ if noun.ends_with("series") => noun.to_owned(),
        _ => format!("{noun}s"),
    }
}

/// A number with its noun, whose plural takes more than an s: `1 entry`, `2 entries`.
pub(crate) fn counted(number: u64, one: &str, several: &str) -> String {
    format!("{} {}", thousands(number), if number == 1 { one } else { several })
}

/// The count of a list at the beginning of a sentence: `No partners`, `1 partner`.
pub(crate) fn listed<T>(list: &[T], noun: &str) -> String {
    if list.is_empty() { format!("No {}", plural(noun)) } else { count(list.len() as u64, noun) }
}

/// A text of at most so many characters: one that is longer ends in dots.
pub(crate) fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept = text.chars().take(most.saturating_sub(1));
    kept.chain(['…']).collect()
}

/// A whole number with commas between its thousands.
pub(crate) fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A measure as a whole number with commas.
pub(crate) fn rounded(measure: f64) -> String {
    let digits = format!("{:.0}", measure.abs());
    digits.parse().map_or(digits, thousands)
}

/// The direction in which a bearing points: `north-west`.
pub(crate) fn compass(bearing: f64) -> &'static str {
    const POINTS: [&str; 8] =
        ["north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"];
    let turned = (bearing + 22.5).rem_euclid(360.0);
    let sectors = POINTS.iter().zip(1u8..);
    sectors
        .into_iter()
        .find(|(_, sector)| turned < f64::from(*sector) * 45.0)
        .map_or("north", |(point, _)| point)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_says_what_is_not_on_record() {
        for (written, words) in [
            ("1978-12-19", "1978-12-19"),
            ("2007-03", "in March 2007, day not on record"),
            ("2027", "in 2027, day not on record"),
        ] {
            assert_eq!(date(written.parse().unwrap()), words);
        }
    }

    #[test]
    fn thousands_have_commas() {
        for (number, text) in [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567")] {
            assert_eq!(thousands(number), text);
        }
    }

    #[test]
    fn counts_take_the_plural() {
        let cases = [(1, "policy", "1 policy"), (8, "policy", "8 policies"), (2, "day", "2 days")];
        for (number, noun, words) in
            cases.into_iter().chain([(3, "series", "3 series"), (0, "term", "0 terms")])
        {
            assert_eq!(count(number, noun), words);
        }
    }

    #[test]
    fn a_bearing_points_somewhere() {
        for (bearing, point) in [(0.0, "north"), (304.0, "north-west"), (350.0, "north"), (112.0, "east")] {
            assert_eq!(compass(bearing), point);
        }
    }
}
