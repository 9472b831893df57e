//! Events of a calendar file and exchanges: what is made of one another.

mod series;

use std::collections::HashMap;

use jiff::civil::Date;
use signpost_core::calendar::{Entry, Found};
use signpost_core::store::exchange;
use signpost_core::{
    Direction, Exchange, ExchangeId, ExchangeKind, Line, Markdown, PartnerId, Register, SeriesId, Slug,
    Status, When,
};

use super::find;
use crate::cli::Unsaid;
use crate::draft::Draft;
use crate::failure::Failure;

/// The events to plan.
#[derive(Debug)]
pub(super) struct Plan<'a> {
    /// The file that they are from.
    pub(super) file: &'a str,
    /// They.
    pub(super) found: &'a [Found],
    /// What the file does not say of them.
    pub(super) unsaid: &'a Unsaid,
}

/// Plans events: new ones become drafts, known drafts are changed. Gives back those that are public and differ, which
/// stay as they are.
pub(super) async fn plan(draft: &mut Draft<'_>, plan: &Plan<'_>) -> Result<Vec<Slug>, Failure> {
    let partners = find::partners(draft, &plan.unsaid.partner)?;
    let uids: Vec<String> = plan.found.iter().map(|found| found.entry.uid.to_string()).collect();
    let known = exchange::known_to_calendars(draft.connection(), &uids).await?;
    let names: Vec<String> = known.values().map(Slug::to_string).collect();
    draft.exchanges(&names, &[]).await?;
    let mut planning = Planning { draft, plan, partners, known, faults: Vec::new(), public: Vec::new() };
    planning.all().await?;
    match planning.faults.as_slice() {
        [] => Ok(planning.public),
        faults => Err(Failure::input(format!("{}\nNothing was written.", faults.join("\n")))),
    }
}

/// An event, as an exchange is made of it.
#[derive(Clone, Copy, Debug)]
struct Event<'a> {
    found: &'a Found,
    kind: ExchangeKind,
    direction: Direction,
}

/// The exchange that an event is to be.
#[derive(Clone, Debug)]
enum Target {
    /// One on record, loaded in the draft.
    Known(ExchangeId),
    /// A new one.
    New { id: ExchangeId, uid: Option<Line> },
}

struct Planning<'p, 'draft, 'transaction> {
    draft: &'draft mut Draft<'transaction>,
    plan: &'p Plan<'p>,
    partners: Vec<PartnerId>,
    known: HashMap<String, Slug>,
    faults: Vec<String>,
    public: Vec<Slug>,
}

impl<'p> Planning<'p, '_, '_> {
    async fn all(&mut self) -> Result<(), Failure> {
        let mut lines: HashMap<&Line, usize> = HashMap::new();
        let mut changed: HashMap<(&Line, Date), &Found> = HashMap::new();
        for found in self.plan.found {
            if let Some(day) = found.entry.in_place_of.as_ref().and_then(When::first_day) {
                changed.insert((&found.entry.uid, day), found);
            } else if let Some(line) = lines.insert(&found.entry.uid, found.line) {
                self.fault(
                    found.line,
                    format!("the event of line {line} has the same UID: give it one of its own"),
                );
            }
        }
        for found in changed.values().filter(|found| !lines.contains_key(&found.entry.uid)) {
            self.fault(found.line, "RECURRENCE-ID: the event that this one changes is not in the file");
        }
        for found in self.plan.found.iter().filter(|found| found.entry.in_place_of.is_none()) {
            let Some(event) = self.event(found) else { continue };
            let first = self.first(event).await?;
            if let (Some(repeats), Some(first)) = (&found.entry.repeats, first) {
                let changed = |day| changed.get(&(&found.entry.uid, day)).copied();
                self.repeated(event, repeats, first, changed).await?;
            }
        }
        Ok(())
    }

    fn fault(&mut self, line: usize, words: impl AsRef<str>) {
        self.faults.push(format!("{}:{line}: {}", self.plan.file, words.as_ref()));
    }

    /// An event with what it needs beside its time.
    fn event(&mut self, found: &'p Found) -> Option<Event<'p>> {
        let unsaid = self.plan.unsaid;
        let kind = found.entry.kind.or(unsaid.kind);
        let direction = found.entry.direction.or(unsaid.direction);
        if kind.is_none() {
            self.fault(
                found.line,
                "the event does not say of which kind it is: add --kind, as --kind cultural",
            );
        }
        if direction.is_none() {
            self.fault(
                found.line,
                "the event does not say who goes where: add --direction, as --direction inbound",
            );
        }
        Some(Event { found, kind: kind?, direction: direction? })
    }

    /// Plans the event itself, the first one where it repeats.
    async fn first(&mut self, event: Event<'p>) -> Result<Option<ExchangeId>, Failure> {
        let entry = &event.found.entry;
        let known = self
            .known
            .get(entry.uid.as_str())
            .and_then(|slug| self.draft.dataset.exchanges.iter().find(|exchange| exchange.slug == *slug));
        let target = match known {
            Some(exchange) => Target::Known(exchange.id),
            None => Target::New { id: self.draft.id()?, uid: Some(entry.uid.clone()) },
        };
        self.put(target, event, entry.when.clone(), None).await
    }

    /// Makes an exchange what an event says, or adds it.
    async fn put(
        &mut self,
        target: Target,
        event: Event<'p>,
        when: When,
        series: Option<SeriesId>,
    ) -> Result<Option<ExchangeId>, Failure> {
        if let Err(error) = when.check() {
            self.fault(
                event.found.line,
                format!("RRULE: it comes to a time that cannot be: {error}; end it before with UNTIL"),
            );
            return Ok(None);
        }
        let (id, uid) = match target {
            Target::Known(id) => {
                let known = self.draft.dataset.exchanges.iter().find(|exchange| exchange.id == id).cloned();
                let Some(known) = known else { return Ok(None) };
                let said = self.said(event, known.clone(), when);
                if said != known && known.published_at.is_some() {
                    self.public.push(known.slug);
                } else if let Some(slot) =
                    self.draft.dataset.exchanges.iter_mut().find(|exchange| exchange.id == id)
                {
                    *slot = said;
                }
                return Ok(Some(id));
            }
            Target::New { id, uid } => (id, uid),
        };
        let Some(slug) = self.slug(event, &when).await? else { return Ok(None) };
        let entry = &event.found.entry;
        let mut new =
            Exchange::planned((id, slug), entry.title.clone(), (event.kind, event.direction), when.clone());
        new.calendar_uid = uid;
        new.series = series;
        let mut new = self.said(event, new, when);
        new.sequence = 0;
        self.draft.dataset.exchanges.push(new);
        Ok(Some(id))
    }

    /// An exchange as an event says that it is; what the event does not say stays.
    fn said(&mut self, event: Event<'p>, mut exchange: Exchange, when: When) -> Exchange {
        let (entry, line) = (&event.found.entry, event.found.line);
        exchange.title = entry.title.clone();
        exchange.venue = entry.venue.clone().or(exchange.venue);
        exchange.website = entry.website.clone().or(exchange.website);
        exchange.place = entry.place.or(exchange.place);
        exchange.kind = event.kind;
        exchange.direction = event.direction;
        match entry.description.as_deref().map(Markdown::normalized) {
            Some(Ok(description)) => exchange.description = Some(description),
            Some(Err(error)) => self.fault(line, format!("DESCRIPTION: {error}")),
            None => {}
        }
        let slugs: Vec<String> = entry.partners.iter().map(Slug::to_string).collect();
        match find::partners(self.draft, &slugs) {
            Ok(mut partners) => {
                for given in &self.partners {
                    if !partners.contains(given) {
                        partners.push(*given);
                    }
                }
                if !partners.is_empty() {
                    exchange.partners = partners;
                }
            }
            Err(Failure::Input(words)) => self.fault(line, words),
            Err(_) => {}
        }
        let was_moved_from = exchange.previously.as_ref() == Some(&when);
        if exchange.when != when
            && !was_moved_from
            && let Err(error) = exchange.correct_time(when)
        {
            self.fault(line, error.to_string());
        }
        take_status(&mut exchange, entry.status);
        exchange
    }

    /// A short name that is free: from the title and the year, else with the day too.
    async fn slug(&mut self, event: Event<'p>, when: &When) -> Result<Option<Slug>, Failure> {
        let host = self.draft.dataset.programme.time_zone.clone();
        let title = &event.found.entry.title;
        let Ok((first, _)) = when.days(&host) else {
            self.fault(
                event.found.line,
                "the rule comes to a time that clocks skip: end it before with UNTIL",
            );
            return Ok(None);
        };
        let short: String = title.as_str().chars().take(60).collect();
        let short =
            Slug::suggested(&short).map_or_else(|| event.kind.as_str().to_owned(), |slug| slug.to_string());
        let named = [find::slug(title, first.year()).ok(), format!("{short}-{first}").parse().ok()];
        for slug in named.into_iter().flatten() {
            let here = self.draft.dataset.exchanges.iter().any(|exchange| exchange.slug == slug);
            if !here && exchange::by_slug(self.draft.connection(), &slug).await?.is_none() {
                return Ok(Some(slug));
            }
        }
        let words = "there is an exchange of this name on this day already: signpost exchange list --from";
        self.fault(event.found.line, format!("{words} {first} --until {first}"));
        Ok(None)
    }
}

/// Takes over whether an event is on. What staff cancelled or postponed stays so, unless the event is cancelled.
fn take_status(exchange: &mut Exchange, said: Option<Status>) {
    match (exchange.status, said) {
        (Status::Tentative | Status::Confirmed | Status::Postponed, Some(Status::Cancelled))
        | (Status::Tentative, Some(Status::Confirmed))
        | (Status::Confirmed, Some(Status::Tentative)) => {
            exchange.status = said.unwrap_or(exchange.status);
            exchange.sequence = exchange.sequence.saturating_add(1);
        }
        _ => {}
    }
}

/// An exchange as an entry of a calendar; none where no day of it is on record.
pub(super) fn entry(register: &Register, exchange: &Exchange) -> Option<Entry> {
    if matches!(exchange.when, When::Historic(_)) {
        return None;
    }
    let uid = exchange.calendar_uid.clone().or_else(|| exchange.id.to_string().parse().ok())?;
    let partners = exchange.partners.iter().filter_map(|id| register.partner(*id));
    Some(Entry {
        status: Some(exchange.status),
        description: exchange.description.as_ref().map(ToString::to_string),
        venue: exchange.venue.clone(),
        place: exchange.place,
        website: exchange.website.clone(),
        sequence: exchange.sequence,
        partners: partners.map(|partner| partner.slug.clone()).collect(),
        kind: Some(exchange.kind),
        direction: Some(exchange.direction),
        ..Entry::new(uid, exchange.title.clone(), exchange.when.clone())
    })
}
