//! Series in calendars: one event that repeats, and what is otherwise on single days.

use std::collections::HashMap;

use jiff::Timestamp;
use jiff::civil::Date;

use super::entry::{Entry, Repetition};
use crate::exchange::{End, RepeatRule, Series, Status, When};
use crate::identity::{ExchangeId, SeriesId};
use crate::text::Line;

/// How often a series, or an exchange of it, has changed, and when last: what its event says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeriesHistory {
    /// How often (`SEQUENCE`).
    pub sequence: i32,
    /// When last (`LAST-MODIFIED`).
    pub changed_at: Timestamp,
}

/// The entries of the exchanges of a series, as calendars have them (RFC 5545, 3.8.4.4 and 3.8.5).
///
/// An exchange that the rule made is known by the series and its day by the rule, for ever, wherever it is moved to:
/// together they are one event that repeats from the first day to the last that is given. Days of the rule of which
/// no exchange is given are left out of it; an exchange that says anything else than the event stands in its place
/// on its day. An exchange that has an identity of its own, because it was there before the series or came from a
/// calendar, stays an event of its own, so that no identifier ever changes; so do all where no rule is on record.
pub fn repeated(series: &Series, history: SeriesHistory, exchanges: Vec<(ExchangeId, Entry)>) -> Vec<Entry> {
    let (Some((rule, starts)), Ok(uid)) = (series.rule.as_ref().zip(series.starts), uid_of(series.id)) else {
        return exchanges.into_iter().map(|(_, entry)| entry).collect();
    };
    let (planned, mut entries) = by_their_days(series.id, rule.days(starts), exchanges);
    let Some(event) = Event::of(rule, starts, &planned) else {
        return entries.into_iter().chain(planned.into_iter().map(|(_, entry)| entry)).collect();
    };
    entries.extend(planned.into_iter().filter_map(|(day, entry)| event.in_place(&uid, day, entry)));
    entries.push(event.written(uid, history));
    entries
}

/// The entry of one exchange of a series, by itself: of one that the rule made, under the series' identifier, in place
/// of the event's day.
pub fn one_of(series: &Series, exchanges: Vec<(ExchangeId, Entry)>, id: ExchangeId) -> Option<Entry> {
    let entry = exchanges.iter().find(|(other, _)| *other == id)?.1.clone();
    let by_rule = || {
        let ((rule, starts), uid) = series.rule.as_ref().zip(series.starts).zip(uid_of(series.id).ok())?;
        let (planned, _) = by_their_days(series.id, rule.days(starts), exchanges);
        let (day, _) = planned.iter().find(|(day, _)| series.id.instance(*day) == id)?;
        let regular = Event::of(rule, starts, &planned)?.on(*day);
        Some((uid, regular))
    };
    Some(match by_rule() {
        Some((uid, regular)) => Entry { uid, in_place_of: Some(regular), ..entry },
        None => entry,
    })
}

fn uid_of(series: SeriesId) -> Result<Line, crate::TextError> {
    series.to_string().parse()
}

/// The entries that a rule made, by the days of the rule, and those that have an identity of their own.
fn by_their_days(
    series: SeriesId,
    days: impl Iterator<Item = Date>,
    exchanges: Vec<(ExchangeId, Entry)>,
) -> (Vec<(Date, Entry)>, Vec<Entry>) {
    let mut left: HashMap<ExchangeId, Entry> = HashMap::new();
    let mut order = Vec::new();
    for (id, entry) in exchanges {
        order.push(id);
        left.insert(id, entry);
    }
    let mut planned = Vec::new();
    for day in days.take(RepeatRule::LARGEST_COUNT.into()) {
        if left.is_empty() {
            break;
        }
        planned.extend(left.remove(&series.instance(day)).map(|entry| (day, entry)));
    }
    let own = order.into_iter().filter_map(|id| left.remove(&id)).collect();
    (planned, own)
}

/// The event that repeats.
struct Event {
    /// What it says on its first day.
    first: Entry,
    /// That day.
    day: Date,
    repetition: Repetition,
}

impl Event {
    /// The event that most of the entries are as planned; nothing where there is none, or it cannot be then.
    fn of(rule: &RepeatRule, starts: Date, planned: &[(Date, Entry)]) -> Option<Self> {
        let ((day, _), (last, _)) = (planned.first()?, planned.last()?);
        let days: Vec<Date> =
            rule.days(starts).skip_while(|on| on < day).take_while(|on| on <= last).collect();
        let count = u16::try_from(days.len()).ok()?;
        let rule = RepeatRule::new(rule.pattern().clone(), rule.interval(), End::After(count)).ok()?;
        let except = days.into_iter().filter(|on| planned.iter().all(|(day, _)| day != on)).collect();
        let (on, model) = model(planned)?;
        let when = model.when.shifted(*day - model.when.first_day().unwrap_or(on));
        when.check().ok()?;
        let first = Entry { when, ..model.clone() };
        Some(Self { first, day: *day, repetition: Repetition { rule, except } })
    }

    /// What it says on a day.
    fn on(&self, day: Date) -> When {
        self.first.when.shifted(day - self.day)
    }

    /// The entry of a day, where it says anything else than the event.
    fn in_place(&self, uid: &Line, day: Date, entry: Entry) -> Option<Entry> {
        let (sequence, changed_at) = (entry.sequence, entry.changed_at);
        let regular =
            Entry { when: self.on(day), uid: entry.uid.clone(), sequence, changed_at, ..self.first.clone() };
        (entry != regular).then(|| Entry { uid: uid.clone(), in_place_of: Some(self.on(day)), ..entry })
    }

    fn written(self, uid: Line, history: SeriesHistory) -> Entry {
        Entry {
            uid,
            sequence: history.sequence,
            changed_at: Some(history.changed_at),
            repeats: Some(self.repetition),
            ..self.first
        }
    }
}

/// The entry that the event is made of: one on its day by the rule that is on, else one that is at least on its day.
fn model(planned: &[(Date, Entry)]) -> Option<(Date, &Entry)> {
    let on_its_day = |(day, entry): &&(Date, Entry)| entry.when.first_day() == Some(*day);
    let is_on = |(_, entry): &&(Date, Entry)| entry.status != Some(Status::Cancelled);
    let mut regular = planned.iter().filter(on_its_day);
    let found = regular.clone().find(is_on).or_else(|| regular.next()).or_else(|| planned.first());
    found.map(|(day, entry)| (*day, entry))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identity::Id;

    fn series(rule: &str, starts: &str) -> Series {
        Series {
            id: SeriesId::derived("series", "talk"),
            slug: "talk".parse().unwrap(),
            title: "Talk".parse().unwrap(),
            rule: Some(rule.parse().unwrap()),
            starts: Some(starts.parse().unwrap()),
            note: None,
        }
    }

    fn made(series: &Series, days: &[&str]) -> Vec<(ExchangeId, Entry)> {
        let entry = |day: &&str| {
            let day: Date = day.parse().unwrap();
            let id = series.id.instance(day);
            let when = When::Days { first: day, last: day };
            (id, Entry::new(id.to_string().parse().unwrap(), "Talk".parse().unwrap(), when))
        };
        days.iter().map(entry).collect()
    }

    fn history() -> SeriesHistory {
        SeriesHistory { sequence: 7, changed_at: "2026-11-23T20:00:00Z".parse().unwrap() }
    }

    fn days(days: &[&str]) -> Vec<Date> {
        days.iter().map(|day| day.parse().unwrap()).collect()
    }

    #[test]
    fn what_is_as_planned_is_one_event() {
        let series = series("FREQ=WEEKLY;BYDAY=TU", "2027-01-05");
        let exchanges = made(&series, &["2027-01-12", "2027-01-19", "2027-02-02"]);
        let entries = repeated(&series, history(), exchanges);
        let [event] = entries.as_slice() else { panic!("{entries:?}") };
        let repeats = event.repeats.as_ref().unwrap();
        assert_eq!(repeats.rule.to_string(), "FREQ=WEEKLY;BYDAY=TU;COUNT=4");
        assert_eq!(repeats.except, days(&["2027-01-26"]));
        assert_eq!((event.uid.as_str(), event.sequence), (series.id.to_string().as_str(), 7));
        assert_eq!(event.when.first_day(), "2027-01-12".parse().ok());
    }

    #[test]
    fn what_differs_stands_in_its_place_and_keeps_its_identity() {
        let series = series("FREQ=WEEKLY;BYDAY=TU", "2027-01-05");
        let mut exchanges = made(&series, &["2027-01-05", "2027-01-12", "2027-01-19"]);
        let moved = "2027-01-07".parse().unwrap();
        exchanges[0].1.when = When::Days { first: moved, last: moved };
        exchanges[2].1.status = Some(Status::Cancelled);
        exchanges[2].1.sequence = 1;
        let own = Entry { uid: "own".parse().unwrap(), ..exchanges[1].1.clone() };
        exchanges.push((ExchangeId::derived("exchange", "own"), own.clone()));
        let all = exchanges.clone();
        let entries = repeated(&series, history(), exchanges);
        let places: Vec<_> =
            entries.iter().map(|entry| entry.in_place_of.as_ref().and_then(When::first_day)).collect();
        assert_eq!(places, [None, "2027-01-05".parse().ok(), "2027-01-19".parse().ok(), None]);
        assert_eq!(entries[0], own);
        assert_eq!(entries[1].when.first_day(), Some(moved));
        assert_eq!((entries[2].status, entries[2].sequence), (Some(Status::Cancelled), 1));
        assert_eq!(entries[3].when.first_day(), "2027-01-05".parse().ok());
        assert!(entries[1..].iter().all(|entry| entry.uid == entries[3].uid));
        let cancelled = series.id.instance("2027-01-19".parse().unwrap());
        let of_cancelled = |exchanges| one_of(&series, exchanges, cancelled);
        assert_eq!(of_cancelled(all), Some(entries[2].clone()));
        assert_eq!(of_cancelled(Vec::new()), None);
    }

    #[test]
    fn without_a_rule_each_is_an_event_of_its_own() {
        let ruled = series("FREQ=WEEKLY;BYDAY=TU", "2027-01-05");
        let exchanges = made(&ruled, &["2027-01-05", "2027-01-12"]);
        let without = Series { rule: None, starts: None, ..ruled };
        let entries = repeated(&without, history(), exchanges.clone());
        assert_eq!(entries, exchanges.into_iter().map(|(_, entry)| entry).collect::<Vec<_>>());
    }
}
