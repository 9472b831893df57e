//! Events that repeat: each becomes a series, and its exchanges for the years ahead.

use jiff::ToSpan;
use jiff::civil::Date;
use signpost_core::calendar::{Found, Repetition};
use signpost_core::store::exchange;
use signpost_core::{ExchangeId, Id as _, Series, SeriesId};

use super::{Event, Planning, Target};
use crate::commands::exchange::plan::{AHEAD, starting_day, without_year, without_year_in_words};
use crate::failure::Failure;

impl<'p> Planning<'p, '_, '_> {
    /// Plans the repetitions of an event. `changed` is the event that stands in the place of a day's.
    pub(super) async fn repeated(
        &mut self,
        event: Event<'p>,
        repeats: &Repetition,
        first: ExchangeId,
        changed: impl Fn(Date) -> Option<&'p Found>,
    ) -> Result<(), Failure> {
        let when = &event.found.entry.when;
        let day = starting_day(&event.found.entry.title, when)?;
        let Some(series) = self.series(event, repeats, (first, day))? else { return Ok(()) };
        let known = exchange::of_series(self.draft.connection(), series).await?;
        let missing =
            known.iter().filter(|one| self.draft.dataset.exchanges.iter().all(|other| other.id != one.id));
        let missing: Vec<String> = missing.map(|exchange| exchange.slug.to_string()).collect();
        self.draft.exchanges(&missing, &[]).await?;
        let horizon = self.draft.today().max(day).saturating_add(AHEAD.years());
        for on in repeats.rule.days(day).skip_while(|on| *on <= day).take_while(|on| *on <= horizon) {
            if repeats.except.contains(&on) {
                continue;
            }
            let id = series.instance(on);
            let is_known = self.draft.dataset.exchanges.iter().any(|exchange| exchange.id == id);
            let target = if is_known { Target::Known(id) } else { Target::New { id, uid: None } };
            match changed(on) {
                Some(found) => {
                    let changed = Event { found, ..event };
                    self.put(target, changed, found.entry.when.clone(), Some(series)).await?;
                }
                None => {
                    self.put(target, event, when.shifted(on - day), Some(series)).await?;
                }
            }
        }
        Ok(())
    }

    /// The series of an event, as its rule makes it; the first exchange belongs to it.
    fn series(
        &mut self,
        event: Event<'p>,
        repeats: &Repetition,
        (first, day): (ExchangeId, Date),
    ) -> Result<Option<SeriesId>, Failure> {
        let entry = &event.found.entry;
        if !repeats.rule.may_be(day) {
            let words = format!("RRULE: the event is on {day}, which is no day of its rule {}", repeats.rule);
            self.fault(event.found.line, words);
            return Ok(None);
        }
        let dataset = &mut self.draft.dataset;
        let Some(exchange) = dataset.exchanges.iter_mut().find(|exchange| exchange.id == first) else {
            return Ok(None);
        };
        let id =
            exchange.series.unwrap_or_else(|| SeriesId::derived("series of calendar", entry.uid.as_str()));
        if exchange.published_at.is_none() {
            exchange.series = Some(id);
        }
        let (rule, starts) = (Some(repeats.rule.clone()), Some(day));
        if let Some(known) = dataset.series.iter_mut().find(|series| series.id == id) {
            (known.rule, known.starts) = (rule, starts);
            return Ok(Some(id));
        }
        let slug = without_year(&exchange.slug, day)?;
        let is_taken = dataset.series.iter().any(|series| series.slug == slug);
        let slug = if is_taken { exchange.slug.clone() } else { slug };
        let title = without_year_in_words(&entry.title, day);
        dataset.series.push(Series { id, slug, title, rule, starts, note: None });
        Ok(Some(id))
    }
}
