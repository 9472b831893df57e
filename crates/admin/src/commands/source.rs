//! Sources: listed and shown, added, edited and removed.

use std::collections::HashMap;

use signpost_core::database::Database;
use signpost_core::store::source::{self, Resting};
use signpost_core::store::{register, snapshot};
use signpost_core::{Register, Source, SourceId};

use crate::cli::{AddSource, Chosen, List, Show, SourceVerb};
use crate::desk::Desk;
use crate::draft::Draft;
use crate::failure::{Failure, Outcome};
use crate::nearest::{nearest, not_there};
use crate::phrase;
use crate::printer::Printer;
use crate::record::{SourceRecord, SourceRow};

pub(super) async fn run(verb: &SourceVerb, desk: Desk<'_>) -> Result<Outcome, Failure> {
    match verb {
        SourceVerb::List(arguments) => list(arguments, desk.database, desk.printer).await,
        SourceVerb::Show(arguments) => show(arguments, desk.database, desk.printer).await,
        SourceVerb::Add(arguments) => add(arguments, desk).await,
        SourceVerb::Edit(arguments) => edit(arguments, desk).await,
        SourceVerb::Remove(arguments) => remove(arguments, desk).await,
    }
}

async fn add(arguments: &AddSource, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let body = async |draft: &mut Draft<'_>| {
        let source = Source {
            id: draft.id()?,
            slug: arguments.name.clone(),
            title: arguments.title.clone(),
            publisher: arguments.publisher.clone(),
            dated: arguments.dated,
            address: arguments.address.clone(),
            note: None,
        };
        draft.dataset.sources.push(source);
        Ok(())
    };
    desk.change("source add", &arguments.writing, body).await
}

/// Has a person edit a source. Claims name sources, so all are in the file.
async fn edit(arguments: &Chosen, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let narrow = async |draft: &mut Draft<'_>| {
        find(&mut draft.dataset.sources, &arguments.name)?;
        Ok("sources.toml".to_owned())
    };
    desk.edit("source edit", &arguments.asking, narrow).await
}

async fn remove(arguments: &Chosen, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let body = async |draft: &mut Draft<'_>| {
        let source = find(&mut draft.dataset.sources, &arguments.name)?;
        let (id, slug) = (source.id, source.slug.clone());
        let resting = source::resting(draft.connection()).await?.remove(&id).unwrap_or_default();
        let resting = u64::try_from(resting.claims).unwrap_or(0);
        if resting > 0 {
            let claims = phrase::count(resting, "claim");
            return Err(Failure::input(format!(
                "{claims} would lose its ground: see them with `signpost source show {slug}`, and remove or correct them first"
            )));
        }
        draft.dataset.sources.retain(|source| source.id != id);
        Ok(())
    };
    let question = format!("Remove the source {}?", arguments.name);
    desk.ask_and_change("source remove", &arguments.asking, &question, body).await
}

/// The source with a short name.
pub(super) fn find<'a>(sources: &'a mut [Source], name: &str) -> Result<&'a mut Source, Failure> {
    let refusal = missing(&sources.iter().collect::<Vec<_>>(), name);
    sources.iter_mut().find(|source| source.slug.as_str() == name).ok_or(refusal)
}

fn missing(sources: &[&Source], name: &str) -> Failure {
    let names = sources.iter().flat_map(|source| {
        [source.slug.as_str(), source.title.as_str()].map(|name| (source.slug.as_str(), name))
    });
    Failure::input(not_there("source", name, &nearest(name, names)))
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
        return Err(missing(&sources, &arguments.name));
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
