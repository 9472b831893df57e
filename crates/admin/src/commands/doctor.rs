//! The check of a deployment from inside: what there is of it, how it is, and what to mend. Nothing is changed or sent.

mod database;
mod disk;
mod reach;

use signpost_core::Clock;
use signpost_core::database::{Database, Role, Settings};

use crate::cli::Doctor;
use crate::failure::{Failure, Outcome};
use crate::phrase;
use crate::printer::Printer;
use crate::record::PartRow;

pub(super) async fn run(
    arguments: &Doctor,
    settings: &Settings,
    printer: &mut Printer,
    clock: Clock,
) -> Result<Outcome, Failure> {
    let mut rows = Vec::new();
    let mut size = None;
    match Database::connect(settings, Role::Owner).await {
        Ok(database) => {
            let looked = database::look(arguments, &database, settings, clock).await;
            size = looked.size;
            rows.extend(looked.rows);
            rows.extend(disk::of_database(arguments, &database, size));
            database.close().await?;
        }
        Err(error) => rows.push(PartRow::failed("database", &error)),
    }
    rows.extend(disk::of_backups(arguments, size, clock));
    rows.push(reach::mail(arguments).await);
    rows.push(reach::public_address(arguments.site.as_ref()).await);
    printer.list(arguments.output.format, &rows)?;
    let ill: Vec<&PartRow> = rows.iter().filter(|row| row.is_ill()).collect();
    if ill.is_empty() {
        printer.say("Nothing is to be mended.")?;
        return Ok(Outcome::Done);
    }
    printer.say(format_args!("{} to be mended.", phrase::listed(&ill, "part")))?;
    Ok(Outcome::Found)
}
