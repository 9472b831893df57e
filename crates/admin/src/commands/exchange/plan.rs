//! Exchanges to come: planned, and repeated by a rule.

use jiff::ToSpan;
use jiff::civil::Date;
use signpost_core::store::exchange;
use signpost_core::{End, Exchange, ExchangeId, Line, People, RepeatRule, Series, Slug, Status, When};

use super::{files, find};
use crate::cli::{RepeatExchange, ScheduleExchange};
use crate::desk::Desk;
use crate::draft::Draft;
use crate::failure::{Failure, Outcome};

/// How far ahead the exchanges of a series are made, in years.
pub(super) const AHEAD: i32 = 2;

pub(super) async fn schedule(arguments: &ScheduleExchange, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    if let Some(file) = &arguments.file {
        let command = "exchange schedule";
        return files::import_calendar(command, file, (&arguments.unsaid, &arguments.writing), desk).await;
    }
    let body = async |draft: &mut Draft<'_>| {
        let exchange = planned(arguments, draft).await?;
        draft.dataset.exchanges.push(exchange);
        Ok(())
    };
    desk.change("exchange schedule", &arguments.writing, body).await
}

/// The exchange that the arguments plan.
async fn planned(arguments: &ScheduleExchange, draft: &mut Draft<'_>) -> Result<Exchange, Failure> {
    let unsaid = &arguments.unsaid;
    let needed = arguments.title.as_ref().zip(arguments.starts).zip(unsaid.kind.zip(unsaid.direction));
    let Some(((title, starts), (kind, direction))) = needed else {
        return Err(Failure::input(
            "give it a title, --kind, --direction and --starts; or a calendar with --file",
        ));
    };
    let host = draft.dataset.programme.time_zone.clone();
    let words = |words| Failure::input(format!("--starts: {words}"));
    let when = arguments.time.when(starts, &host).map_err(words)?;
    let (first, _) = when.days(&host).map_err(|error| words(error.to_string()))?;
    let slug = match &arguments.name {
        Some(name) => name.clone(),
        None => find::slug(title, first.year())?,
    };
    find::must_be_free(draft, &slug).await?;
    let organizer = arguments.organizer.as_deref().map(|name| find::committee(draft, name)).transpose()?;
    Ok(Exchange {
        description: arguments.description.clone(),
        partners: find::partners(draft, &unsaid.partner)?,
        status: if arguments.tentative { Status::Tentative } else { Status::Confirmed },
        venue: arguments.venue.clone(),
        website: arguments.website.clone(),
        organizer,
        leader: arguments.led_by.clone(),
        ..Exchange::planned((draft.id()?, slug), title.clone(), (kind, direction), when)
    })
}

pub(super) async fn repeat(arguments: &RepeatExchange, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let body = async |draft: &mut Draft<'_>| {
        let first = draft.exchange(&arguments.name).await?.clone();
        let day = starting_day(&first.slug, &first.when)?;
        if let Some(until) = arguments.until.filter(|until| until.0 < day) {
            return Err(Failure::input(format!(
                "--until {}: that is before {day}, the day of {}: name a later one",
                until.0, first.slug
            )));
        }
        let series = series(arguments, draft, &first, day)?;
        let made = instances(draft, &first, &series).await?;
        if let Some(exchange) = draft.dataset.exchanges.iter_mut().find(|exchange| exchange.id == first.id) {
            exchange.series = Some(series.id);
        }
        draft.dataset.series.retain(|other| other.id != series.id);
        draft.dataset.series.push(series);
        draft.dataset.exchanges.extend(made);
        Ok(())
    };
    desk.change("exchange repeat", &arguments.writing, body).await
}

/// The day on which something starts, by the clocks where it is.
pub(super) fn starting_day(called: &impl std::fmt::Display, when: &When) -> Result<Date, Failure> {
    match when {
        When::Timed(timed) => Ok(timed.starts.date()),
        When::Days { first, .. } => Ok(*first),
        When::Historic(date) => Err(Failure::input(format!(
            "{called}: its date is {date}, and a rule counts from a day: signpost exchange correct {called} --starts DAY"
        ))),
    }
}

/// The series that an exchange begins or belongs to, with its rule.
fn series(
    arguments: &RepeatExchange,
    draft: &Draft<'_>,
    first: &Exchange,
    day: Date,
) -> Result<Series, Failure> {
    let all = &draft.dataset.series;
    let known = match &arguments.series {
        Some(slug) => all.iter().find(|series| series.slug == *slug),
        None => all.iter().find(|series| Some(series.id) == first.series),
    };
    let known_rule = known.and_then(|series| series.rule.clone());
    let rule = rule(arguments, known_rule.as_ref(), day)?;
    // A rule that is known counts from its own first day, else from this exchange.
    let kept =
        known.filter(|series| series.rule.as_ref().is_some_and(|known| known.pattern() == rule.pattern()));
    let starts = kept.and_then(|series| series.starts).unwrap_or(day);
    if !rule.may_be(day) {
        return Err(Failure::input(format!(
            "{}: it starts on {day}, which is no day of the rule {rule}: name the first exchange that is, or mend --on",
            first.slug
        )));
    }
    if let Some(series) = known {
        return Ok(Series { rule: Some(rule), starts: Some(starts), ..series.clone() });
    }
    let slug = arguments.series.clone().map_or_else(|| without_year(&first.slug, day), Ok)?;
    if all.iter().any(|series| series.slug == slug) {
        return Err(Failure::input(format!(
            "there is a series {slug} already: to add to it, say --series {slug}; else name another"
        )));
    }
    let title = without_year_in_words(&first.title, day);
    Ok(Series { id: draft.id()?, slug, title, rule: Some(rule), starts: Some(starts), note: None })
}

/// The rule that the arguments say, else the one that is known.
fn rule(arguments: &RepeatExchange, known: Option<&RepeatRule>, day: Date) -> Result<RepeatRule, Failure> {
    let end = match (arguments.until, arguments.count) {
        (Some(until), _) => Some(End::On(until.0)),
        (None, Some(count)) => Some(End::After(count)),
        (None, None) => None,
    };
    let refused = |error: &dyn std::fmt::Display| Failure::input(format!("the rule cannot be: {error}"));
    match (&arguments.rule, arguments.every, known) {
        (Some(rule), ..) => Ok(rule.clone()),
        (None, Some(every), _) => {
            let rule = every.rule(arguments.on.as_ref(), day, end.unwrap_or(End::Never));
            rule.map_err(|error| refused(&error))
        }
        (None, None, Some(known)) => {
            let rule = RepeatRule::new(known.pattern().clone(), known.interval(), end.unwrap_or(known.end()));
            rule.map_err(|error| refused(&error))
        }
        (None, None, None) => Err(Failure::input(
            "it belongs to no series with a rule: say how often with --every, as --every year --on \"last weekend of April\"",
        )),
    }
}

/// The exchanges of a series that are still to be made, for the years ahead.
///
/// Each has an id that derives from its series and its day by the rule, so that none is made twice, wherever it was
/// moved to.
async fn instances(
    draft: &mut Draft<'_>,
    first: &Exchange,
    series: &Series,
) -> Result<Vec<Exchange>, Failure> {
    let Some((rule, starts)) = series.rule.as_ref().zip(series.starts) else { return Ok(Vec::new()) };
    let day = starting_day(&first.slug, &first.when)?;
    let horizon = draft.today().max(day).saturating_add(AHEAD.years());
    let known = exchange::of_series(draft.connection(), series.id).await?;
    let is_known = |id: ExchangeId, on: Date| {
        known.iter().any(|exchange| {
            let times = [Some(&exchange.when), exchange.previously.as_ref()];
            exchange.id == id || times.into_iter().flatten().any(|when| when.first_day() == Some(on))
        })
    };
    let mut made: Vec<Exchange> = Vec::new();
    for on in rule.days(starts).skip_while(|on| *on <= day).take_while(|on| *on <= horizon) {
        let id = series.id.instance(on);
        if !is_known(id, on) {
            let yearly = matches!(rule.pattern(), signpost_core::Cycle::Year { .. });
            let slug = instance_slug(draft, series, on, yearly).await?;
            made.push(instance(first, series, (id, slug), on)?);
        }
    }
    Ok(made)
}

/// The short name of one of a series: with its year where there is one a year, else with its day.
async fn instance_slug(
    draft: &mut Draft<'_>,
    series: &Series,
    on: Date,
    yearly: bool,
) -> Result<Slug, Failure> {
    let base: String = series.slug.as_str().chars().take(69).collect();
    let base = base.trim_end_matches('-');
    let named = |text: String| text.parse::<Slug>().map_err(|error| Failure::input(error.to_string()));
    if yearly {
        let slug = named(format!("{base}-{}", on.year()))?;
        if exchange::by_slug(draft.connection(), &slug).await?.is_none() {
            return Ok(slug);
        }
    }
    let slug = named(format!("{base}-{on}"))?;
    find::must_be_free(draft, &slug).await?;
    Ok(slug)
}

/// One of a series: as the first, on its own day, a draft of which nothing has happened yet.
fn instance(
    first: &Exchange,
    series: &Series,
    (id, slug): (ExchangeId, Slug),
    on: Date,
) -> Result<Exchange, Failure> {
    let day = starting_day(&first.slug, &first.when)?;
    let when = first.when.shifted(on - day);
    when.check().map_err(|error| {
        Failure::input(format!(
            "{}: the rule comes to {on}, and {error}: end the series before it with --until, or begin at another time",
            series.slug
        ))
    })?;
    let year = |year: i16| year.to_string();
    let title = first.title.as_str().replace(&year(day.year()), &year(on.year()));
    Ok(Exchange {
        id,
        slug,
        title: title.parse().unwrap_or_else(|_| first.title.clone()),
        when,
        status: if first.status == Status::Tentative { Status::Tentative } else { Status::Confirmed },
        status_reason: None,
        previously: None,
        leader: None,
        people: People::default(),
        series: Some(series.id),
        ordinal: None,
        calendar_uid: None,
        sequence: 0,
        published_at: None,
        note: None,
        ..first.clone()
    })
}

pub(super) fn without_year(slug: &Slug, day: Date) -> Result<Slug, Failure> {
    let short = slug.as_str().trim_end_matches(&day.year().to_string()).trim_end_matches('-');
    short.parse().map_err(|_| Failure::input(format!("{slug}: name the series with --series")))
}

pub(super) fn without_year_in_words(title: &Line, day: Date) -> Line {
    let short = title.as_str().replace(&day.year().to_string(), "");
    let words: Vec<&str> = short.split_whitespace().collect();
    words.join(" ").parse().unwrap_or_else(|_| title.clone())
}
