//! Redaction: personal data taken out of the change record.

use signpost_core::Line;
use signpost_core::store::change::{self, NewChange};
use signpost_core::store::redaction::{self, Sought, Warrant};
use signpost_core::store::{StoreError, snapshot};

use super::audit::zone;
use crate::author::new_id;
use crate::cli::RedactArguments;
use crate::desk::Desk;
use crate::failure::{Failure, Outcome};
use crate::phrase;
use crate::printer::Printer;
use crate::record::PassageRow;

pub(super) async fn run(arguments: &RedactArguments, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let writing = &arguments.asking.writing;
    let reason = writing.author.reason.as_ref().ok_or_else(|| {
        Failure::input("a redaction needs a --reason: it stays on record in the place of what is taken out")
    })?;
    let change = desk.new_change("audit redact", writing)?;
    desk.announce(writing).await?;
    let mut connection = snapshot(desk.database.pool()).await?;
    let sought =
        found(redaction::seek(&mut connection, &arguments.name, &fields(arguments)).await?, arguments)?;
    let zone = zone(&mut connection).await?;
    let rows = PassageRow::all_of(&mut connection, &sought.passages, zone.as_ref()).await?;
    drop(connection);
    desk.printer.list(writing.output.format, &rows)?;
    if writing.dry_run {
        desk.printer.say("Nothing was written.")?;
        return Ok(Outcome::Done);
    }
    agree(arguments, &mut desk)?;
    let entries = perform(arguments, &change, reason, &desk).await?;
    let entries = phrase::counted(entries, "entry", "entries");
    desk.printer.say(format_args!("Done, as {}: taken out of {entries}.", change.actor))?;
    desk.printer.say("Backups from before still hold it.")?;
    Ok(Outcome::Done)
}

/// The fields as the record writes them: `record number` is `record_number`.
fn fields(arguments: &RedactArguments) -> Vec<String> {
    arguments.fields.iter().map(|field| field.replace([' ', '-'], "_")).collect()
}

/// What was found, unless there is nothing to take out: then why.
fn found(sought: Sought, arguments: &RedactArguments) -> Result<Sought, Failure> {
    let name = &arguments.name;
    if sought.fields.is_empty() {
        let words = format!(
            "nothing on record is or was called `{name}`; `signpost audit show` says what things are called"
        );
        return Err(Failure::input(words));
    }
    let fields = fields(arguments);
    if let Some(unknown) = fields.iter().find(|field| !sought.fields.contains(*field)) {
        let known: Vec<&str> = sought.fields.iter().map(String::as_str).collect();
        return Err(Failure::input(format!(
            "--field {unknown}: `{name}` has no such value. It has {}",
            known.join(", ")
        )));
    }
    if let Some(standing) = sought.standing.first()
        && sought.passages.is_empty()
    {
        return Err(Failure::input(format!(
            "the record still holds the {standing} of `{name}`: change it or remove `{name}` first, then take out what it was"
        )));
    }
    if sought.passages.is_empty() {
        return Err(Failure::input(format!("nothing is left to take out of `{name}`")));
    }
    Ok(sought)
}

fn agree(arguments: &RedactArguments, desk: &mut Desk<'_>) -> Result<(), Failure> {
    if arguments.asking.yes {
        return Ok(());
    }
    if !Printer::may_ask() {
        return Err(Failure::input("nothing was written, as nobody is at a terminal to agree: add --yes"));
    }
    if desk.printer.ask("Take this out of the record for ever?")? {
        return Ok(());
    }
    Err(Failure::input("nothing was written, as you did not agree"))
}

/// Takes it out, in one transaction, and says of how many entries.
async fn perform(
    arguments: &RedactArguments,
    change: &NewChange,
    reason: &Line,
    desk: &Desk<'_>,
) -> Result<u64, Failure> {
    let warrant = Warrant { authority: &arguments.authority, reason };
    let mut transaction = desk.database.pool().begin().await.map_err(StoreError::from)?;
    change::begin(&mut transaction, change).await?;
    let sought = redaction::seek(&mut transaction, &arguments.name, &fields(arguments)).await?;
    for passage in &sought.passages {
        redaction::redact(&mut transaction, (change.id, new_id(desk.clock)?), passage, warrant).await?;
    }
    change::commit(transaction, change.id).await?;
    Ok(sought.passages.len() as u64)
}
