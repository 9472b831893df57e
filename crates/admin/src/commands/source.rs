//! Sources: listed and shown.

use std::collections::HashMap;

use signpost_core::database::Database;
use signpost_core::store::source::{self, Resting};
use signpost_core::store::{register, snapshot};
use signpost_core::{Register, Source, SourceId};

use crate::cli::{List, Show, SourceVerb};
use crate::desk::Desk;
use crate::failure::{Failure, Outcome};
use crate::nearest::{nearest, not_there};
use crate::phrase;
use crate::printer::Printer;
use crate::record::{SourceRecord, SourceRow};

pub(super) async fn run(verb: &SourceVerb, desk: Desk<'_>) -> Result<Outcome, Failure> {
    let Desk { database, printer, .. } = desk;
    match verb {
        SourceVerb::List(arguments) => list(arguments, database, printer).await,
        SourceVerb::Show(arguments) => show(arguments, database, printer).await,
    }
}

async fn list(arguments: &List, database: &Database, printer: &mut Printer) -> Result<Outcome, Failure> {
    let (register, resting) = load(database).await?;
    let of = |source: &Source| resting.get(&source.id).copied().unwrap_or_default();
    let sources = register.sources().into_iter();
    let rows: Vec<SourceRow> = sources.map(|source| SourceRow::new(source, of(source))).collect();
    printer.list(arguments.output.format, &rows)?;
    printer.say(format_args!("{}.", phrase::listed(&rows, "source")))?;
    Ok(Outcome::Done)
}

async fn show(arguments: &Show, database: &Database, printer: &mut Printer) -> Result<Outcome, Failure> {
    let (register, resting) = load(database).await?;
    let sources = register.sources();
    let Some(source) = sources.iter().find(|source| source.slug.as_str() == arguments.name) else {
        let names = sources.iter().flat_map(|source| {
            [source.slug.as_str(), source.title.as_str()].map(|name| (source.slug.as_str(), name))
        });
        return Err(Failure::input(not_there("source", &arguments.name, &nearest(&arguments.name, names))));
    };
    let resting = resting.get(&source.id).copied().unwrap_or_default();
    printer.record(arguments.output.format, &SourceRecord::new(&register, source, resting))?;
    Ok(Outcome::Done)
}

/// The register, and how many claims rest on each source.
async fn load(database: &Database) -> Result<(Register, HashMap<SourceId, Resting>), Failure> {
    let mut snapshot = snapshot(database.pool()).await?;
    let register = register::load(&mut snapshot).await?;
    Ok((register, source::resting(&mut snapshot).await?))
}
