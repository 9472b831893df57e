// Reads calendars, a JSON array of their texts, as ical.js does, and writes what each says: its events, and when each
// of them happens, repeated ones with every time.
import ICAL from "ical.js";
import { readFileSync } from "node:fs";

// A rule without an end is followed this far.
const MOST = 100;

const time = (value) => (value.isDate ? value.toString() : value.toJSDate().toISOString());

function read(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(zone);
  }
  const events = calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
  const facts = (event) => ({
    uid: event.uid,
    sequence: event.sequence,
    status: event.component.getFirstPropertyValue("status"),
    summary: event.summary,
    description: event.description,
    location: event.location,
    replaces: event.recurrenceId ? time(event.recurrenceId) : null,
    starts: time(event.startDate),
    ends: time(event.endDate),
  });
  const masters = events.filter((event) => !event.isRecurrenceException());
  const alone = events.filter(
    (event) => event.isRecurrenceException() && !masters.some((master) => master.uid === event.uid),
  );
  const happenings = masters.flatMap((event) => {
    if (!event.isRecurring()) {
      return [facts(event)];
    }
    const times = [];
    const iterator = event.iterator();
    for (let next = iterator.next(); next && times.length < MOST; next = iterator.next()) {
      const { item, startDate, endDate } = event.getOccurrenceDetails(next);
      times.push({ ...facts(item), starts: time(startDate), ends: time(endDate) });
    }
    return times;
  });
  const property = (name) => calendar.getFirstPropertyValue(name);
  return {
    name: property("name"),
    refresh: property("refresh-interval")?.toString() ?? null,
    events: events.map(facts),
    happenings: [...happenings, ...alone.map(facts)],
  };
}

const texts = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(texts.map(read)));
