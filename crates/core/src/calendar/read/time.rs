//! Times of an event.

use jiff::civil::{Date, DateTime};
use jiff::{Span, Timestamp};

use super::Noting;
use super::event::shown;
use crate::calendar::content::ContentLine;
use crate::calendar::zone;
use crate::exchange::{Fold, Timed, When, WhenError};
use crate::text::TimeZoneName;

/// A value of a time: a day, or a time on a clock.
enum Value {
    Day(Date),
    Time(Timed),
}

/// When an event is, by its start, and its end or how long it lasts.
pub(super) fn when(
    noting: Noting<'_>,
    host: &TimeZoneName,
    (starts, ends, lasts): (&ContentLine, Option<&ContentLine>, Option<&ContentLine>),
) -> Option<When> {
    let start = value(noting, host, starts, &starts.value)?;
    if let (Some(ends), Some(lasts)) = (ends, lasts) {
        noting
            .fault(lasts.line, format!("DURATION stands beside DTEND of line {}: leave one out", ends.line));
        return None;
    }
    let span = lasts.map(|line| duration(noting, line).ok_or(())).transpose().ok()?;
    let end = ends.map(|line| value(noting, host, line, &line.value).ok_or(())).transpose().ok()?;
    let line = ends.or(lasts).unwrap_or(starts).line;
    let when = match (start, end) {
        (Value::Day(first), None) => {
            let after = span.and_then(|span| first.checked_add(span).ok());
            Some(When::Days { first, last: last_day(first, after) })
        }
        (Value::Day(first), Some(Value::Day(after))) => {
            Some(When::Days { first, last: last_day(first, Some(after)) })
        }
        (Value::Time(start), None) => {
            let ends = span.and_then(|span| start.starts.checked_add(span).ok());
            Some(When::Timed(Timed { ends, ..start }))
        }
        (Value::Time(start), Some(Value::Time(end))) => Some(ended(start, &end)),
        _ => None,
    };
    let Some(when) = when else {
        noting.fault(line, "DTEND: the start and the end must both be days, or both be times");
        return None;
    };
    let refused = |error: WhenError| noting.fault(line, format!("the event cannot be then: {error}"));
    when.check().map_err(refused).ok().map(|()| when)
}

/// The last day, by the day after it; some programs write an event of one day as ending on that day.
fn last_day(first: Date, after: Option<Date>) -> Date {
    match after {
        Some(after) if after != first => after.yesterday().unwrap_or(after),
        _ => first,
    }
}

/// A time with its end, which is one on the clocks of the start.
fn ended(start: Timed, end: &Timed) -> When {
    let ends = match end.start() {
        Ok(ends) if end.zone != start.zone => ends.with_time_zone(start.zone.zone()).datetime(),
        _ => end.starts,
    };
    let fold = start.fold.or(end.fold);
    When::Timed(Timed { ends: Some(ends), fold, ..start })
}

/// The days of a value that lists some.
pub(super) fn days(noting: Noting<'_>, host: &TimeZoneName, line: &ContentLine) -> Vec<Date> {
    let values = line.value.split(',').filter_map(|text| value(noting, host, line, text));
    values.map(Value::date).collect()
}

impl Value {
    fn date(self) -> Date {
        match self {
            Self::Day(day) => day,
            Self::Time(time) => time.starts.date(),
        }
    }
}

/// One value: `20270501`, `20270501T100000`, with the zone of the line, or in UTC with a Z.
fn value(noting: Noting<'_>, host: &TimeZoneName, line: &ContentLine, text: &str) -> Option<Value> {
    let text = text.trim();
    let refused = || {
        let (name, text) = (&line.name, shown(text));
        let words = "is no day or time: write 20270501, or 20270501T100000";
        noting.fault(line.line, format!("{name}: `{text}` {words}"));
    };
    if text.len() == 8 {
        return Date::strptime("%Y%m%d", text).map_err(|_| refused()).ok().map(Value::Day);
    }
    if let Some(moment) = moment(text) {
        return Some(Value::Time(at(moment, host)));
    }
    let starts = DateTime::strptime("%Y%m%dT%H%M%S", text).map_err(|_| refused()).ok()?;
    let zone = match line.parameter("TZID") {
        None => host.clone(),
        Some(name) => zone::named(name).or_else(|| {
            let (property, name) = (&line.name, shown(name));
            let words = "is no time zone that is known: write one as America/Los_Angeles in its place";
            noting.fault(line.line, format!("{property}: `{name}` {words}"));
            None
        })?,
    };
    // Of two equal times the first is meant (3.3.5).
    let timed = Timed { starts, ends: None, zone, fold: None };
    let fold = matches!(timed.start(), Err(WhenError::Doubled { .. })).then_some(Fold::Earlier);
    Some(Value::Time(Timed { fold, ..timed }))
}

/// A moment in UTC: `20270501T170000Z`.
pub(super) fn moment(text: &str) -> Option<Timestamp> {
    let civil = DateTime::strptime("%Y%m%dT%H%M%S", text.trim().strip_suffix('Z')?).ok()?;
    civil.to_zoned_datetime(jiff::tz::TimeZone::UTC).ok().map(|moment| moment.timestamp())
}

/// A moment on the clocks of a zone.
fn at(moment: Timestamp, zone: &TimeZoneName) -> Timed {
    let starts = zone.zone().to_datetime(moment);
    let timed = Timed { starts, ends: None, zone: zone.clone(), fold: None };
    let fold = match timed.start() {
        Err(WhenError::Doubled { .. }) => {
            let earlier = Timed { fold: Some(Fold::Earlier), ..timed.clone() };
            let is_earlier = earlier.start().is_ok_and(|start| start.timestamp() == moment);
            Some(if is_earlier { Fold::Earlier } else { Fold::Later })
        }
        _ => None,
    };
    Timed { fold, ..timed }
}

/// How long an event lasts (3.3.6), as `PT1H30M`, `P2D`.
fn duration(noting: Noting<'_>, line: &ContentLine) -> Option<Span> {
    let span: Option<Span> = line.value.parse().ok();
    if span.is_none() {
        let value = shown(&line.value);
        noting.fault(line.line, format!("DURATION: `{value}` is no span of time: write one as PT2H or P3D"));
    }
    span
}
