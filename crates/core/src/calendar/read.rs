//! Reading a calendar file: every fault with its line, and only what is whole given back.

mod event;
mod time;

use super::content::{ContentLine, lines};
use super::entry::Found;
use crate::dataset::{FaultList, Faults};
use crate::text::{Line, TimeZoneName};
use event::Event;

/// How large a calendar file may be, in bytes.
const SIZE: usize = 20_000_000;

/// What a calendar file says.
#[derive(Clone, Debug, PartialEq)]
pub struct Calendar {
    /// What it is called.
    pub name: Option<Line>,
    /// Its events, in their order in the file.
    pub entries: Vec<Found>,
}

/// Where faults of a file go.
#[derive(Clone, Copy)]
struct Noting<'a> {
    file: &'a str,
    faults: &'a FaultList,
}

impl Noting<'_> {
    /// Notes what is wrong on a line.
    fn fault(self, line: usize, words: impl AsRef<str>) {
        self.faults.add(self.file, Some(line), words);
    }
}

/// Reads a calendar file (RFC 5545, 7986) of a name.
///
/// A time in UTC, or in no zone, is one in the file's own zone (`X-WR-TIMEZONE`), else the host's. Tasks, journals,
/// alarms, attendees and whatever else a record of exchanges has no place for are passed over.
///
/// # Errors
/// Everything that is wrong in it, at once, with its lines.
pub fn read(file: &str, bytes: &[u8], host: &TimeZoneName) -> Result<Calendar, Faults> {
    let faults = FaultList::default();
    let noting = Noting { file, faults: &faults };
    let calendar = if bytes.len() > SIZE {
        faults.add(file, None, format!("it has {} bytes: {SIZE} is the most that is read", bytes.len()));
        None
    } else {
        read_all(noting, bytes, host)
    };
    faults.or(calendar)
}

/// A component that is open: its name, and the line on which it begins.
struct Open {
    name: String,
    line: usize,
}

fn read_all(noting: Noting<'_>, bytes: &[u8], host: &TimeZoneName) -> Option<Calendar> {
    let lines: Vec<ContentLine> = lines(bytes)
        .filter_map(|line| line.map_err(|malformed| noting.fault(malformed.line, malformed.words)).ok())
        .collect();
    if !lines.first().is_some_and(|line| line.name == "BEGIN" && line.value.eq_ignore_ascii_case("VCALENDAR"))
    {
        noting.fault(1, "this is no calendar file: the first line of one is BEGIN:VCALENDAR");
        return None;
    }
    let own = lines.iter().find(|line| line.name == "X-WR-TIMEZONE");
    let zone = own.and_then(|line| super::zone::named(&line.value)).unwrap_or_else(|| host.clone());
    let called = lines.iter().find(|line| matches!(line.name.as_str(), "NAME" | "X-WR-CALNAME"));
    let name = called.and_then(|line| super::content::unescaped(&line.value).trim().parse().ok());
    let entries = events(noting, lines).into_iter().filter_map(|event| event.read(noting, &zone));
    Some(Calendar { name, entries: entries.collect() })
}

/// The lines of each event, without those of what is within it.
fn events(noting: Noting<'_>, lines: Vec<ContentLine>) -> Vec<Event> {
    let mut open: Vec<Open> = Vec::new();
    let mut events: Vec<Event> = Vec::new();
    for line in lines {
        match line.name.as_str() {
            "BEGIN" => {
                let name = line.value.to_ascii_uppercase();
                if name == "VEVENT" {
                    events.push(Event::new(line.line));
                }
                open.push(Open { name, line: line.line });
            }
            "END" => match open.pop() {
                Some(begun) if begun.name.eq_ignore_ascii_case(&line.value) => {}
                Some(begun) => {
                    let (name, at) = (&begun.name, begun.line);
                    noting.fault(
                        line.line,
                        format!("BEGIN:{name} of line {at} is to be ended first, by END:{name}"),
                    );
                    return events;
                }
                None => noting.fault(line.line, "nothing was begun that this ends"),
            },
            _ if open.last().is_some_and(|open| open.name == "VEVENT") => {
                if let Some(event) = events.last_mut() {
                    event.lines.push(line);
                }
            }
            _ => {}
        }
    }
    for begun in open {
        noting.fault(
            begun.line,
            format!("BEGIN:{} is never ended: the file may have been cut off", begun.name),
        );
    }
    events
}
