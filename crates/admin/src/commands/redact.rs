//! Redaction: personal data taken out of the change record.

use signpost_core::Line;
use signpost_core::database::Connection;
use signpost_core::store::change::{self, NewChange};
use signpost_core::store::redaction::{self, Passage, Sought, Warrant};
use signpost_core::store::{StoreError, snapshot};

use super::audit::zone;
use crate::author::new_id;
use crate::cli::RedactArguments;
use crate::desk::Desk;
use crate::failure::{Failure, Outcome};
use crate::phrase;
use crate::record::PassageRow;

pub(super) async fn run(arguments: &RedactArguments, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let writing = &arguments.asking.writing;
    let reason = writing.author.reason.as_ref().ok_or_else(|| {
        Failure::input("a redaction needs a --reason: it stays on record in the place of what is taken out")
    })?;
    let change = desk.new_change("audit redact", writing)?;
    desk.announce(writing).await?;
    let mut connection = snapshot(desk.database.pool()).await?;
    let passages = seek(arguments, &mut connection).await?;
    let zone = zone(&mut connection).await?;
    let rows = PassageRow::all_of(&mut connection, &passages, zone.as_ref()).await?;
    drop(connection);
    desk.printer.list(writing.output.format, &rows)?;
    if writing.dry_run {
        desk.printer.say("Nothing was written.")?;
        return Ok(Outcome::Done);
    }
    if !arguments.asking.yes {
        desk.printer.agree("Take this out of the record for ever?", "written")?;
    }
    let entries = perform(arguments, &change, reason, &desk).await?;
    let entries = phrase::counted(entries, "entry", "entries");
    desk.printer.say(format_args!("Done, as {}: taken out of {entries}.", change.actor))?;
    desk.printer.say("Backups from before still hold it.")?;
    Ok(Outcome::Done)
}

/// What there is to take out. The record writes `record number` as `record_number`.
async fn seek(arguments: &RedactArguments, connection: &mut Connection) -> Result<Vec<Passage>, Failure> {
    let fields: Vec<String> = arguments.fields.iter().map(|field| field.replace([' ', '-'], "_")).collect();
    let sought = redaction::seek(connection, &arguments.name, &fields).await?;
    found(sought, &arguments.name, &fields)
}

/// What was found, unless there is nothing to take out: then why.
fn found(sought: Sought, name: &str, fields: &[String]) -> Result<Vec<Passage>, Failure> {
    if sought.fields.is_empty() {
        let words = format!(
            "nothing on record is or was called `{name}`; `signpost audit show` says what things are called"
        );
        return Err(Failure::input(words));
    }
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
    Ok(sought.passages)
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
    let passages = seek(arguments, &mut transaction).await?;
    for passage in &passages {
        redaction::redact(&mut transaction, (change.id, new_id(desk.clock)?), passage, warrant).await?;
    }
    change::commit(transaction, change.id).await?;
    Ok(passages.len() as u64)
}
