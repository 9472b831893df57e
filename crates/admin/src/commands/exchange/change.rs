//! What staff do to an exchange that is on record.

use jiff::ToSpan;
use signpost_core::store::preview;
use signpost_core::{Exchange, ExchangeError, People, Period, PreviewToken, TimeZoneName, WebAddress, When};

use super::find;
use crate::author::random;
use crate::cli::{
    CancelExchange, Chosen, CorrectExchange, MoveExchange, Named, PostponeExchange, PreviewExchange, Publish,
    RecordExchange,
};
use crate::commands::publishing;
use crate::desk::Desk;
use crate::draft::Draft;
use crate::failure::{Failure, Outcome};

/// The refusal of a change, with the exchange that it is about.
fn refused(name: &str) -> impl Fn(ExchangeError) -> Failure {
    move |error| {
        let way_out = match &error {
            ExchangeError::Cancelled => format!("\nTo do so: signpost exchange confirm {name}"),
            ExchangeError::NotBegun(_) => {
                format!("\nIf the date on record is wrong: signpost exchange correct {name} --starts DATE")
            }
            ExchangeError::FewerInSum { .. } => "\nMend --people, or the number of a kind".to_owned(),
            _ => String::new(),
        };
        Failure::input(format!("{name}: {error}{way_out}"))
    }
}

fn host(draft: &Draft<'_>) -> TimeZoneName {
    draft.dataset.programme.time_zone.clone()
}

/// When it is to be, by the arguments; a time keeps the zone that it has on record, unless another is named.
fn moved(arguments: &MoveExchange, exchange: &Exchange, host: &TimeZoneName) -> Result<When, Failure> {
    let zone = match &exchange.when {
        When::Timed(timed) => &timed.zone,
        _ => host,
    };
    let words = |words| Failure::input(format!("--to: {words}"));
    arguments.time.when(arguments.to, zone).map_err(words)
}

pub(super) async fn move_to(arguments: &MoveExchange, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let body = async |draft: &mut Draft<'_>| {
        let host = host(draft);
        let exchange = draft.exchange(&arguments.name).await?;
        let when = moved(arguments, exchange, &host)?;
        exchange.move_to(when).map_err(refused(&arguments.name))
    };
    desk.change("exchange move", &arguments.writing, body).await
}

pub(super) async fn postpone(arguments: &PostponeExchange, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let moving = &arguments.moving;
    let body = async |draft: &mut Draft<'_>| {
        let host = host(draft);
        let exchange = draft.exchange(&moving.name).await?;
        let when = moved(moving, exchange, &host)?;
        exchange.postpone(when, arguments.because.clone()).map_err(refused(&moving.name))
    };
    desk.change("exchange postpone", &moving.writing, body).await
}

pub(super) async fn cancel(arguments: &CancelExchange, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let body = async |draft: &mut Draft<'_>| {
        let exchange = draft.exchange(&arguments.name).await?;
        exchange.cancel(arguments.because.clone()).map_err(refused(&arguments.name))
    };
    desk.change("exchange cancel", &arguments.writing, body).await
}

pub(super) async fn confirm(arguments: &Named, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let body = async |draft: &mut Draft<'_>| {
        draft.exchange(&arguments.name).await?.confirm().map_err(refused(&arguments.name))
    };
    desk.change("exchange confirm", &arguments.writing, body).await
}

pub(super) async fn correct(arguments: &CorrectExchange, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let time = &arguments.time;
    if arguments.starts.is_none() && (time.ends.is_some() || time.zone.is_some() || time.fold.is_some()) {
        return Err(Failure::input("--ends, --zone and --fold need the start beside them: add --starts"));
    }
    let body = async |draft: &mut Draft<'_>| {
        let host = host(draft);
        let partners = find::partners(draft, &arguments.partner)?;
        let organizer =
            arguments.organizer.as_deref().map(|name| find::committee(draft, name)).transpose()?;
        let exchange = draft.exchange(&arguments.name).await?;
        if let Some(starts) = arguments.starts {
            let zone = match &exchange.when {
                When::Timed(timed) => timed.zone.clone(),
                _ => host,
            };
            let words = |words| Failure::input(format!("--starts: {words}"));
            let when = time.when(starts, &zone).map_err(words)?;
            exchange.correct_time(when).map_err(refused(&arguments.name))?;
        }
        if !partners.is_empty() {
            exchange.partners = partners;
        }
        exchange.title = arguments.title.clone().unwrap_or_else(|| exchange.title.clone());
        exchange.kind = arguments.kind.unwrap_or(exchange.kind);
        exchange.direction = arguments.direction.unwrap_or(exchange.direction);
        exchange.organizer = organizer.or(exchange.organizer);
        exchange.note = arguments.remark.clone().or_else(|| exchange.note.take());
        exchange.venue = arguments.venue.clone().or_else(|| exchange.venue.take());
        exchange.website = arguments.website.clone().or_else(|| exchange.website.take());
        exchange.leader = arguments.led_by.clone().or_else(|| exchange.leader.take());
        Ok(())
    };
    desk.change("exchange correct", &arguments.writing, body).await
}

pub(super) async fn record(arguments: &RecordExchange, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let body = async |draft: &mut Draft<'_>| {
        let (host, today) = (host(draft), draft.today());
        let exchange = draft.exchange(&arguments.name).await?;
        let people = People {
            students: arguments.students,
            chaperones: arguments.chaperones,
            adults: arguments.adults,
            host_families: arguments.host_families,
            sum: arguments.people,
            remark: arguments.remark.clone(),
        };
        exchange.record(people, today, &host).map_err(refused(&arguments.name))?;
        exchange.leader = arguments.led_by.clone().or_else(|| exchange.leader.take());
        Ok(())
    };
    desk.change("exchange record", &arguments.writing, body).await
}

pub(super) async fn publish(arguments: &Publish, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let body = async |draft: &mut Draft<'_>| {
        let (now, zone) = (draft.now(), draft.zone());
        let exchange = draft.exchange(&arguments.name).await?;
        let what = format!("the exchange {}", exchange.slug);
        publishing::publish(&mut exchange.published_at, arguments.at, (now, &zone), &what)
    };
    desk.change("exchange publish", &arguments.writing, body).await
}

pub(super) async fn unpublish(arguments: &Named, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let body = async |draft: &mut Draft<'_>| {
        let exchange = draft.exchange(&arguments.name).await?;
        let what = format!("the exchange {}", exchange.slug);
        publishing::unpublish(&mut exchange.published_at, &what)
    };
    desk.change("exchange unpublish", &arguments.writing, body).await
}

pub(super) async fn edit(arguments: &Chosen, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let narrow = async |draft: &mut Draft<'_>| {
        let slug = draft.exchange(&arguments.name).await?.slug.clone();
        Ok(format!("exchanges/{slug}.md"))
    };
    desk.edit("exchange edit", &arguments.asking, narrow).await
}

pub(super) async fn remove(arguments: &Chosen, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let body = async |draft: &mut Draft<'_>| {
        let id = draft.exchange(&arguments.name).await?.id;
        draft.dataset.exchanges.retain(|exchange| exchange.id != id);
        let about = signpost_core::Subject::Exchange(id);
        draft.dataset.claims.retain(|claim| claim.subject != about);
        Ok(())
    };
    let question = format!("Remove the exchange {}?", arguments.name);
    desk.ask_and_change("exchange remove", &arguments.asking, &question, body).await
}

/// Makes a link to an exchange that is perhaps not public, or withdraws all of them.
pub(super) async fn preview(arguments: &PreviewExchange, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    if arguments.withdraw {
        let body = async |draft: &mut Draft<'_>| {
            let exchange = draft.exchange(&arguments.name).await?.id;
            match preview::withdraw(draft.connection(), exchange).await? {
                0 => Err(Failure::input(format!(
                    "{}: no link to a preview of it is on record",
                    arguments.name
                ))),
                _ => Ok(()),
            }
        };
        return desk.change("exchange preview", &arguments.writing, body).await;
    }
    let token = PreviewToken::new(random()?);
    let ends = std::cell::Cell::new(None);
    let body = async |draft: &mut Draft<'_>| {
        let (today, zone, id) = (draft.today(), draft.zone(), draft.id()?);
        let last = arguments.lasts.0.after(today);
        if last > Period::days(366).after(today) {
            return Err(Failure::input("--for: a link lasts at most a year: shorten it, as --for 14d"));
        }
        let midnight = last.saturating_add(1.day()).to_zoned_datetime(zone);
        let expires_at = midnight.map_err(|error| Failure::System(error.to_string()))?.timestamp();
        let exchange = draft.exchange(&arguments.name).await?.id;
        preview::add(draft.connection(), (id, exchange), &token, expires_at).await?;
        ends.set(Some(last));
        Ok(())
    };
    let outcome = desk.change("exchange preview", &arguments.writing, body).await?;
    if let Some(last) = ends.get().filter(|_| !arguments.writing.dry_run) {
        let site = arguments.site.as_ref().map_or("", WebAddress::as_str).trim_end_matches('/');
        desk.printer
            .say(format_args!("Until {last}, whoever has this link sees it: {site}/preview/{token}"))?;
    }
    Ok(outcome)
}
