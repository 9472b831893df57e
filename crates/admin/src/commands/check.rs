//! The check of the whole record: what needs a person.

use signpost_core::attention_to_translations;
use signpost_core::store::{attention, document, register, snapshot};

use crate::cli::CheckRecord;
use crate::desk::Desk;
use crate::failure::{Failure, Outcome};
use crate::phrase;
use crate::record::AttentionRow;

pub(super) async fn run(arguments: &CheckRecord, desk: Desk<'_>) -> Result<Outcome, Failure> {
    let mut connection = snapshot(desk.database.pool()).await?;
    let register = register::load(&mut connection).await?;
    let exchanges = attention::exchanges(&mut connection).await?;
    let translations = attention::translations(&mut connection).await?;
    let documents = document::all(&mut connection).await?;
    let used = attention::used_sources(&mut connection).await?;
    let today = desk.clock.today(&register.programme().time_zone.zone());
    let mut found = register.attention(today);
    found.extend(register.attention_to_agreements(&documents));
    found.extend(register.attention_to_exchanges(&exchanges, today));
    found.extend(attention_to_translations(&translations));
    found.extend(register.attention_to_sources(&used));
    let rows: Vec<AttentionRow> = found.iter().map(AttentionRow::new).collect();
    desk.printer.list(arguments.output.format, &rows)?;
    if rows.is_empty() {
        desk.printer.say("Nothing on record needs a person.")?;
        return Ok(Outcome::Done);
    }
    desk.printer.say(format_args!(
        "{} in the record of {}.",
        phrase::listed(&rows, "finding"),
        register.programme().city
    ))?;
    Ok(Outcome::Found)
}
