//! Notices: listed, shown, posted and withdrawn.

use jiff::Timestamp;
use signpost_core::database::Database;
use signpost_core::{Clock, Notice};

use super::load;
use crate::cli::{Chosen, List, Moment, Named, NoticeVerb, PostNotice, Show};
use crate::desk::Desk;
use crate::draft::Draft;
use crate::failure::{Failure, Outcome};
use crate::nearest::{nearest, not_there};
use crate::phrase;
use crate::printer::Printer;
use crate::record::{NoticeRecord, NoticeRow};

pub(super) async fn run(verb: &NoticeVerb, desk: Desk<'_>) -> Result<Outcome, Failure> {
    match verb {
        NoticeVerb::List(arguments) => list(arguments, desk.database, desk.printer, desk.clock).await,
        NoticeVerb::Show(arguments) => show(arguments, desk.database, desk.printer, desk.clock).await,
        NoticeVerb::Post(arguments) => post(arguments, desk).await,
        NoticeVerb::Edit(arguments) => edit(arguments, desk).await,
        NoticeVerb::Withdraw(arguments) => withdraw(arguments, desk).await,
        NoticeVerb::Remove(arguments) => remove(arguments, desk).await,
    }
}

/// Posts a notice, from now on or for a time.
async fn post(arguments: &PostNotice, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let body = async |draft: &mut Draft<'_>| {
        let (starts_at, ends_at) = times(arguments, draft)?;
        let notice = Notice {
            id: draft.id()?,
            slug: arguments.name.clone(),
            title: arguments.title.clone(),
            body: arguments.body.clone(),
            severity: arguments.severity,
            link: arguments.link.clone(),
            starts_at,
            ends_at,
            note: None,
        };
        draft.dataset.notices.push(notice);
        Ok(())
    };
    desk.change("notice post", &arguments.writing, body).await
}

/// From when and until when a new notice is shown.
fn times(arguments: &PostNotice, draft: &Draft<'_>) -> Result<(Timestamp, Option<Timestamp>), Failure> {
    let (now, zone) = (draft.now(), draft.zone());
    let instant = |moment: Option<Moment>| moment.map(|moment| moment.instant(&zone)).transpose();
    let (from, until) = (instant(arguments.from)?.unwrap_or(now), instant(arguments.until)?);
    let local =
        |moment: Timestamp| moment.to_zoned_datetime(zone.clone()).strftime("%Y-%m-%d %H:%M").to_string();
    if from < now {
        return Err(Failure::input(format!(
            "--from {} is past: leave it out, and the notice is shown from now on",
            local(from)
        )));
    }
    if let Some(until) = until.filter(|until| *until <= from) {
        let from = local(from);
        return Err(Failure::input(format!(
            "--until {} is not after {from}, from when on the notice is shown: give a later one",
            local(until)
        )));
    }
    Ok((from, until))
}

/// Has a person edit a notice.
async fn edit(arguments: &Chosen, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let narrow = async |draft: &mut Draft<'_>| {
        let slug = find(&mut draft.dataset.notices, &arguments.name)?.slug.clone();
        draft.dataset.notices.retain(|notice| notice.slug == slug);
        Ok("notices.toml".to_owned())
    };
    desk.edit("notice edit", &arguments.asking, narrow).await
}

/// Takes a notice off the site: what is shown ends now, what is yet to come never appears.
async fn withdraw(arguments: &Named, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let body = async |draft: &mut Draft<'_>| {
        let now = draft.now();
        let notice = find(&mut draft.dataset.notices, &arguments.name)?;
        if let Some(end) = notice.ends_at.filter(|end| *end <= now) {
            return Err(Failure::input(format!(
                "the notice {} is withdrawn already, since {end}",
                notice.slug
            )));
        }
        notice.ends_at = Some(now.max(notice.starts_at));
        Ok(())
    };
    desk.change("notice withdraw", &arguments.writing, body).await
}

/// Removes a notice.
async fn remove(arguments: &Chosen, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let body = async |draft: &mut Draft<'_>| {
        let id = find(&mut draft.dataset.notices, &arguments.name)?.id;
        draft.dataset.notices.retain(|notice| notice.id != id);
        Ok(())
    };
    let question = format!("Remove the notice {}?", arguments.name);
    desk.ask_and_change("notice remove", &arguments.asking, &question, body).await
}

/// The notice with a short name.
fn find<'a>(notices: &'a mut [Notice], name: &str) -> Result<&'a mut Notice, Failure> {
    let slugs: Vec<String> = notices.iter().map(|notice| notice.slug.to_string()).collect();
    let names = slugs.iter().map(|slug| (slug.as_str(), slug.as_str()));
    let refusal = not_there("notice", name, &nearest(name, names));
    notices.iter_mut().find(|notice| notice.slug.as_str() == name).ok_or(Failure::Input(refusal))
}

async fn list(
    arguments: &List,
    database: &Database,
    printer: &mut Printer,
    clock: Clock,
) -> Result<Outcome, Failure> {
    let register = load(database).await?;
    let zone = &register.programme().time_zone;
    let notices = register.notices().iter();
    let rows: Vec<NoticeRow> = notices.map(|notice| NoticeRow::new(notice, clock.now(), zone)).collect();
    printer.list(arguments.output.format, &rows)?;
    printer.say(format_args!("{}.", phrase::listed(&rows, "notice")))?;
    Ok(Outcome::Done)
}

async fn show(
    arguments: &Show,
    database: &Database,
    printer: &mut Printer,
    clock: Clock,
) -> Result<Outcome, Failure> {
    let register = load(database).await?;
    let Some(notice) = register.notices().iter().find(|notice| notice.slug.as_str() == arguments.name) else {
        let names = register.notices().iter().map(|notice| (notice.slug.as_str(), notice.slug.as_str()));
        return Err(Failure::input(not_there("notice", &arguments.name, &nearest(&arguments.name, names))));
    };
    let record = NoticeRecord::new(notice, clock.now(), &register.programme().time_zone);
    printer.record(arguments.output.format, &record)?;
    Ok(Outcome::Done)
}
