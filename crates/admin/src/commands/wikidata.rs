//! Wikidata: the query to ask it, what differs, and what there is to add to it.

use signpost_core::wikidata::{Comparison, Extract, QuickStatements, Statement, query, statements};
use signpost_core::{Partner, Register, WikidataId};

use super::{bytes_of, load, put};
use crate::cli::{DiffWikidata, ExportWikidata, WikidataVerb};
use crate::desk::Desk;
use crate::failure::{Failure, Outcome};
use crate::phrase;
use crate::record::WikidataRow;

/// The largest file that is read.
const SIZE: u64 = 16 << 20;

pub(super) async fn run(verb: &WikidataVerb, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let register = load(desk.database).await?;
    let city = register.programme().wikidata.as_ref().ok_or_else(|| no_item(&register))?;
    match verb {
        WikidataVerb::Query => put(&query(city), None, desk.printer),
        WikidataVerb::Diff(arguments) => diff(arguments, &register, city, &mut desk),
        WikidataVerb::Export(arguments) => export(arguments, &register, city, &mut desk),
    }
}

fn no_item(register: &Register) -> Failure {
    Failure::input(format!(
        "which item of Wikidata {} is, is not on record: add a line as wikidata = \"Q62\" with: signpost programme edit",
        register.programme().city
    ))
}

/// The statements of the record today.
fn told<'a>(register: &'a Register, desk: &Desk<'_>) -> Vec<Statement<'a>> {
    statements(register, desk.clock.today(&register.programme().time_zone.zone()))
}

fn diff(
    arguments: &DiffWikidata,
    register: &Register,
    city: &WikidataId,
    desk: &mut Desk<'_>,
) -> Result<Outcome, Failure> {
    let extract = read(arguments, city)?;
    let comparison = Comparison::new(register, &told(register, desk), &extract, desk.clock.now());
    let rows: Vec<WikidataRow> = comparison.differences.iter().map(WikidataRow::new).collect();
    desk.printer.list(arguments.output.format, &rows)?;
    if !comparison.without_item.is_empty() {
        let names = names(&comparison.without_item);
        desk.printer.say(format_args!(
            "Not compared, as no item is on record of them, and Wikidata names none of them: {names}."
        ))?;
    }
    let stated = phrase::count(extract.statements.len() as u64, "statement");
    if rows.is_empty() {
        desk.printer.say(format_args!("The {stated} of Wikidata and the record say the same."))?;
        return Ok(Outcome::Done);
    }
    let differences = phrase::listed(&rows, "difference");
    desk.printer.say(format_args!("{differences} from the {stated} of Wikidata."))?;
    Ok(Outcome::Found)
}

fn read(arguments: &DiffWikidata, city: &WikidataId) -> Result<Extract, Failure> {
    let file = arguments.file.display().to_string();
    let bytes = bytes_of(&arguments.file, SIZE)?;
    Extract::read(&file, &bytes, city).map_err(|faults| Failure::input(faults.to_string()))
}

fn export(
    arguments: &ExportWikidata,
    register: &Register,
    city: &WikidataId,
    desk: &mut Desk<'_>,
) -> Result<Outcome, Failure> {
    let quick = QuickStatements::new(city, told(register, desk), desk.clock.now());
    if !quick.without_item.is_empty() {
        let names = names(&quick.without_item);
        desk.printer.say(format_args!(
            "Left out, as no item is on record of them: {names}. Add one with: signpost partner edit"
        ))?;
    }
    for statement in &quick.earlier {
        desk.printer.say(format_args!(
            "Left out: {} {}, as a later time of the same city is written; add it by hand.",
            statement.partner.name,
            statement.span()
        ))?;
    }
    put(&quick.to_string(), arguments.file.as_ref(), desk.printer)
}

fn names(partners: &[&Partner]) -> String {
    partners.iter().map(|partner| partner.name.as_str()).collect::<Vec<_>>().join(", ")
}
