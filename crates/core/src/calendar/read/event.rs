//! One event of a calendar file.

use jiff::civil::Date;

use super::{Noting, time};
use crate::calendar::content::{ContentLine, unescaped};
use crate::calendar::entry::{Entry, Found, Repetition};
use crate::exchange::{Direction, ExchangeKind, RepeatRule, Status, When};
use crate::geo::Place;
use crate::text::{Line, Slug, TimeZoneName};

/// The lines of an event.
#[derive(Debug)]
pub(super) struct Event {
    line: usize,
    /// Its lines, without BEGIN and END.
    pub(super) lines: Vec<ContentLine>,
}

impl Event {
    /// An event that begins on a line.
    pub(super) const fn new(line: usize) -> Self {
        Self { line, lines: Vec::new() }
    }

    /// The line of a name, of which an event has one.
    fn one(&self, noting: Noting<'_>, name: &str) -> Option<&ContentLine> {
        let mut named = self.lines.iter().filter(|line| line.name == name);
        let first = named.next();
        if let Some(second) = named.next() {
            noting.fault(
                second.line,
                format!("the event of line {} has {name} twice: leave one out", self.line),
            );
        }
        first.filter(|line| !line.value.is_empty())
    }

    fn required(&self, noting: Noting<'_>, name: &str) -> Option<&ContentLine> {
        let found = self.one(noting, name);
        if found.is_none() {
            noting.fault(self.line, format!("the event that begins here has no {name}"));
        }
        found
    }

    /// What the event says, with every fault noted.
    pub(super) fn read(&self, noting: Noting<'_>, zone: &TimeZoneName) -> Option<Found> {
        let uid = self.required(noting, "UID").and_then(|line| one_line(noting, line));
        let title = self.required(noting, "SUMMARY").and_then(|line| one_line(noting, line));
        let starts = self.required(noting, "DTSTART");
        let (ends, lasts) = (self.one(noting, "DTEND"), self.one(noting, "DURATION"));
        let when = starts.and_then(|starts| time::when(noting, zone, (starts, ends, lasts)));
        let in_place_of = self.one(noting, "RECURRENCE-ID");
        let in_place_of = in_place_of.and_then(|line| time::when(noting, zone, (line, None, None)));
        let repeats = when.as_ref().and_then(|when| self.repetition(noting, zone, when));
        let (uid, title, when) = (uid?, title?, when?);
        let mut entry = Entry::new(uid, title, when);
        entry.repeats = repeats;
        entry.in_place_of = in_place_of;
        self.read_details(noting, &mut entry);
        Some(Found { line: self.line, entry })
    }

    fn read_details(&self, noting: Noting<'_>, entry: &mut Entry) {
        let text = |name| self.one(noting, name).map(|line| unescaped(&line.value));
        entry.description = text("DESCRIPTION").filter(|text| !text.trim().is_empty());
        entry.venue = self.one(noting, "LOCATION").and_then(|line| one_line(noting, line));
        // Programs put rooms and telephone links here: what is no page is passed over.
        entry.website = text("URL").and_then(|text| text.trim().parse().ok());
        entry.place = self.one(noting, "GEO").and_then(|line| place(noting, line));
        entry.sequence = self.one(noting, "SEQUENCE").and_then(|line| number(noting, line)).unwrap_or(0);
        entry.changed_at = text("LAST-MODIFIED").and_then(|text| time::moment(&text));
        entry.status = self.one(noting, "STATUS").and_then(|line| status(noting, line));
        if let Some(status) = self.own(noting, "X-SIGNPOST-STATUS", Status::ALL, Status::as_str) {
            entry.status = Some(status);
        }
        entry.kind = self.own(noting, "X-SIGNPOST-KIND", ExchangeKind::ALL, ExchangeKind::as_str);
        entry.direction = self.own(noting, "X-SIGNPOST-DIRECTION", Direction::ALL, Direction::as_str);
        entry.partners = self.partners(noting);
    }

    /// A property of our own that is one of some words.
    fn own<T: Copy>(
        &self,
        noting: Noting<'_>,
        name: &str,
        all: &[T],
        word: fn(T) -> &'static str,
    ) -> Option<T> {
        let line = self.one(noting, name)?;
        let found = all.iter().copied().find(|one| word(*one) == line.value);
        if found.is_none() {
            let words: Vec<&str> = all.iter().map(|one| word(*one)).collect();
            noting.fault(
                line.line,
                format!("{name}: `{}` is none of {}", shown(&line.value), words.join(", ")),
            );
        }
        found
    }

    fn partners(&self, noting: Noting<'_>) -> Vec<Slug> {
        let Some(line) = self.one(noting, "X-SIGNPOST-PARTNERS") else { return Vec::new() };
        let parsed = line.value.split(',').map(|slug| slug.trim().parse());
        let refused = |error: crate::TextError| noting.fault(line.line, format!("{}: {error}", line.name));
        parsed.filter_map(|slug| slug.map_err(refused).ok()).collect()
    }

    fn repetition(&self, noting: Noting<'_>, zone: &TimeZoneName, when: &When) -> Option<Repetition> {
        for line in self.lines.iter().filter(|line| matches!(line.name.as_str(), "RDATE" | "EXRULE")) {
            let words = "days that are added one by one cannot be read: give each an event of its own";
            noting.fault(line.line, format!("{}: {words}", line.name));
        }
        let line = self.one(noting, "RRULE")?;
        let first = match when {
            When::Timed(timed) => timed.starts.date(),
            When::Days { first, .. } => *first,
            When::Historic(date) => date.first(),
        };
        let refused = |error| noting.fault(line.line, format!("RRULE: {error}"));
        let rule: RepeatRule = completed(&line.value, first).parse().map_err(refused).ok()?;
        let except = self.lines.iter().filter(|line| line.name == "EXDATE");
        let except = except.flat_map(|line| time::days(noting, zone, line)).collect();
        Some(Repetition { rule, except })
    }
}

/// A rule with the days that it takes from the first event, where it names none (3.8.5.3), and without the week's
/// first day where that changes nothing.
fn completed(rule: &str, first: Date) -> String {
    let upper = rule.to_ascii_uppercase();
    let has =
        |part: &str| upper.split(';').any(|other| other == part || other.starts_with(&format!("{part}=")));
    let every_week = has("FREQ=WEEKLY") && (!has("INTERVAL") || has("INTERVAL=1"));
    let is_needed = |part: &&str| !part.starts_with("WKST") || (has("FREQ=WEEKLY") && !every_week);
    let parts = upper.split(';').filter(is_needed);
    let mut parts: Vec<String> = parts.map(ToOwned::to_owned).collect();
    let has_day = has("BYDAY") || has("BYMONTHDAY");
    if has("FREQ=WEEKLY") && !has_day {
        let weekday = first.strftime("%a").to_string().to_ascii_uppercase();
        parts.push(format!("BYDAY={}", weekday.get(..2).unwrap_or_default()));
    }
    if has("FREQ=YEARLY") && !has("BYMONTH") {
        parts.push(format!("BYMONTH={}", first.month()));
    }
    if (has("FREQ=MONTHLY") || has("FREQ=YEARLY")) && !has_day {
        parts.push(format!("BYMONTHDAY={}", first.day()));
    }
    parts.join(";")
}

/// A value as a line of text: line ends within it are spaces.
fn one_line(noting: Noting<'_>, line: &ContentLine) -> Option<Line> {
    let text = unescaped(&line.value);
    let words: Vec<&str> = text.split_whitespace().collect();
    let refused = |error| noting.fault(line.line, format!("{}: {error}", line.name));
    words.join(" ").parse().map_err(refused).ok()
}

fn place(noting: Noting<'_>, line: &ContentLine) -> Option<Place> {
    let degrees = line.value.split_once([';', ',']);
    let degrees = degrees.and_then(|(one, other)| one.trim().parse().ok().zip(other.trim().parse().ok()));
    let place = degrees.and_then(|(latitude, longitude)| Place::new(latitude, longitude).ok());
    if place.is_none() {
        let value = shown(&line.value);
        noting.fault(line.line, format!("GEO: `{value}` is no place: write latitude;longitude in degrees"));
    }
    place
}

fn number(noting: Noting<'_>, line: &ContentLine) -> Option<i32> {
    let number = line.value.trim().parse().ok().filter(|number| *number >= 0);
    if number.is_none() {
        noting.fault(line.line, format!("{}: `{}` is no whole number", line.name, shown(&line.value)));
    }
    number
}

fn status(noting: Noting<'_>, line: &ContentLine) -> Option<Status> {
    match line.value.trim().to_ascii_uppercase().as_str() {
        "TENTATIVE" => Some(Status::Tentative),
        "CONFIRMED" => Some(Status::Confirmed),
        "CANCELLED" => Some(Status::Cancelled),
        _ => {
            let value = shown(&line.value);
            noting.fault(line.line, format!("STATUS: `{value}` is none of TENTATIVE, CONFIRMED, CANCELLED"));
            None
        }
    }
}

/// A value from a file, to be shown in a message.
pub(super) fn shown(value: &str) -> String {
    value.chars().take(60).flat_map(char::escape_debug).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_takes_its_days_from_the_first_event() {
        let first: Date = "2027-04-24".parse().unwrap();
        for (rule, whole) in [
            ("FREQ=YEARLY", "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=24"),
            ("FREQ=MONTHLY;COUNT=3", "FREQ=MONTHLY;COUNT=3;BYMONTHDAY=24"),
            ("FREQ=WEEKLY;WKST=SU", "FREQ=WEEKLY;BYDAY=SA"),
            ("FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SA", "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SA"),
            ("FREQ=YEARLY;BYDAY=-1SA;BYMONTH=4", "FREQ=YEARLY;BYDAY=-1SA;BYMONTH=4"),
        ] {
            assert_eq!(completed(rule, first), whole);
        }
    }
}
