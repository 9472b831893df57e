//! Datasets: the record read from a folder, and written to one.

use signpost_core::Clock;
use signpost_core::database::Database;
use signpost_core::dataset::{self, Dataset};
use signpost_core::store::change::{self, Committed, NewChange};
use signpost_core::store::import::{self, ImportSummary, Removal};
use signpost_core::store::{StoreError, export, snapshot};

use super::destination;
use crate::author::{actor, new_id};
use crate::cli::{ExportArguments, ImportArguments};
use crate::failure::{Failure, Outcome};
use crate::phrase;
use crate::printer::Printer;
use crate::record::NounRow;

/// An import that is about to be done.
struct Import<'a> {
    dataset: Dataset,
    removal: Removal,
    change: NewChange,
    database: &'a Database,
}

/// Reads a folder into the record, all or nothing.
pub(super) async fn import(
    arguments: &ImportArguments,
    database: &Database,
    printer: &mut Printer,
    clock: Clock,
) -> Result<Outcome, Failure> {
    let change = change(arguments, clock)?;
    let folder = &arguments.folder;
    let reading = printer.working("Reading the folder")?;
    let dataset = dataset::read(folder)
        .map_err(|faults| Failure::input(format!("{} cannot be imported:\n{faults}", folder.display())))?;
    drop(reading);
    let removal = if arguments.remove { Removal::Remove } else { Removal::Keep };
    let import = Import { dataset, removal, change, database };
    let destination = destination(database).await?;
    if arguments.dry_run {
        printer.say(format_args!("What would change in {destination}:"))?;
        print(&import.rehearse().await?, arguments, printer)?;
        printer.say("Nothing was written.")?;
        return Ok(Outcome::Done);
    }
    printer.say(format_args!("Importing into {destination}."))?;
    let expected = agree(&import, arguments, printer).await?;
    let writing = printer.working("Importing")?;
    let (summary, committed) = import.run(expected.as_ref()).await?;
    drop(writing);
    if expected.is_none() {
        print(&summary, arguments, printer)?;
    }
    match committed {
        Committed::Recorded => printer.say(format_args!("Done, as {}.", import.change.actor))?,
        Committed::NothingChanged => printer.say("Everything was so already: nothing was written.")?,
    }
    Ok(Outcome::Done)
}

/// Writes the whole record to a folder.
pub(super) async fn export(
    arguments: &ExportArguments,
    database: &Database,
    printer: &mut Printer,
) -> Result<Outcome, Failure> {
    let exporting = printer.working("Exporting")?;
    let mut snapshot = snapshot(database.pool()).await?;
    let dataset = export::read(&mut snapshot).await?;
    dataset::write(&dataset, &arguments.folder).map_err(|error| match error {
        dataset::WriteError::Refused { .. } => Failure::System(error.to_string()),
        _ => Failure::input(error.to_string()),
    })?;
    drop(exporting);
    let partners = phrase::count(dataset.partners.len() as u64, "partner");
    let exchanges = phrase::count(dataset.exchanges.len() as u64, "exchange");
    let folder = arguments.folder.display();
    printer.say(format_args!(
        "Wrote {}'s record to {folder}: {partners}, {exchanges}.",
        dataset.programme.city
    ))?;
    Ok(Outcome::Done)
}

/// What the change record will say of an import. A rehearsal needs nobody's name, as it leaves nothing.
fn change(arguments: &ImportArguments, clock: Clock) -> Result<NewChange, Failure> {
    let rehearsal = || "rehearsal".parse().ok().filter(|_| arguments.dry_run);
    let given = arguments.author.actor.clone().or_else(rehearsal);
    let actor = actor(given.as_ref())?;
    let mut change = NewChange::new(new_id(clock)?, actor.as_str(), "import");
    change.reason = arguments.author.reason.as_ref().map(ToString::to_string);
    Ok(change)
}

/// Has a person agree to what an import removes: what they agreed to, where there was anything to ask.
async fn agree(
    import: &Import<'_>,
    arguments: &ImportArguments,
    printer: &mut Printer,
) -> Result<Option<ImportSummary>, Failure> {
    if import.removal == Removal::Keep || arguments.yes {
        return Ok(None);
    }
    let expected = import.rehearse().await?;
    let removed: i64 = expected.nouns.iter().map(|noun| noun.removed).sum();
    if removed == 0 {
        return Ok(None);
    }
    print(&expected, arguments, printer)?;
    let removed = phrase::count(removed.unsigned_abs(), "record");
    if !Printer::may_ask() {
        return Err(Failure::input(format!(
            "{removed} would be removed, and nobody is at a terminal to agree: add --yes"
        )));
    }
    if printer.ask(format_args!("Remove {removed}?"))? {
        return Ok(Some(expected));
    }
    Err(Failure::input("nothing was written, as you did not agree"))
}

impl Import<'_> {
    /// What it would do.
    async fn rehearse(&self) -> Result<ImportSummary, Failure> {
        let mut transaction = self.database.pool().begin().await.map_err(StoreError::from)?;
        change::begin(&mut transaction, &self.change).await?;
        let summary = import::run(&mut transaction, &self.dataset, self.removal).await?;
        transaction.rollback().await.map_err(StoreError::from)?;
        Ok(summary)
    }

    /// Does it, if it does what is expected of it.
    async fn run(&self, expected: Option<&ImportSummary>) -> Result<(ImportSummary, Committed), Failure> {
        let mut transaction = self.database.pool().begin().await.map_err(StoreError::from)?;
        change::begin(&mut transaction, &self.change).await?;
        let summary = import::run(&mut transaction, &self.dataset, self.removal).await?;
        if expected.is_some_and(|expected| *expected != summary) {
            return Err(Failure::input(
                "somebody changed the record meanwhile, so nothing was written: look again at what would change",
            ));
        }
        let committed = change::commit(transaction, self.change.id).await?;
        Ok((summary, committed))
    }
}

fn print(summary: &ImportSummary, arguments: &ImportArguments, printer: &mut Printer) -> Result<(), Failure> {
    let rows: Vec<NounRow> = summary.nouns.iter().map(NounRow::new).collect();
    Ok(printer.list(arguments.output.format, &rows)?)
}
