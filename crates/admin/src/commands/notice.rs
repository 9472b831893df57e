//! Notices: listed and shown.

use signpost_core::Clock;
use signpost_core::database::Database;

use super::load;
use crate::cli::{List, NoticeVerb, Show};
use crate::failure::{Failure, Outcome};
use crate::nearest::{nearest, not_there};
use crate::phrase;
use crate::printer::Printer;
use crate::record::{NoticeRecord, NoticeRow};

pub(super) async fn run(
    verb: &NoticeVerb,
    database: &Database,
    printer: &mut Printer,
    clock: Clock,
) -> Result<Outcome, Failure> {
    match verb {
        NoticeVerb::List(arguments) => list(arguments, database, printer, clock).await,
        NoticeVerb::Show(arguments) => show(arguments, database, printer, clock).await,
    }
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
