//! What commands do, one file for each noun: a command is a function of its arguments, the record, the printer and
//! the clock.

mod act;
mod agreement;
mod alias;
mod application;
mod audit;
mod backup;
mod check;
mod claim;
mod committee;
mod cost;
mod database;
mod dataset;
mod doctor;
mod document;
mod exchange;
mod file;
mod gift;
mod manual;
mod nightly;
mod notice;
mod page;
mod partner;
mod photo;
mod policy;
mod programme;
mod publishing;
mod redact;
mod relationship;
mod remind;
mod renewal;
mod report;
mod source;
mod translation;
mod wikidata;

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use signpost_core::database::{Database, DatabaseError, Role, Settings, clocks};
use signpost_core::store::{self, register, snapshot};
use signpost_core::{Called, Clock, Partner, Register};

use crate::cli::{Cli, Noun, RecordNoun};
use crate::desk::Desk;
use crate::failure::{Failure, Outcome};
use crate::nearest::no_partner;
use crate::printer::Printer;

/// Does what was typed.
pub(crate) async fn run(cli: Cli, printer: &mut Printer, clock: Clock) -> Result<Outcome, Failure> {
    let Cli { noun, database: settings, clock: _ } = cli;
    match noun {
        Noun::Completions(arguments) => manual::completions(&arguments, printer),
        Noun::Manual(arguments) => manual::write(&arguments, printer),
        Noun::Settings => manual::settings(printer),
        Noun::Doctor(arguments) => doctor::run(&arguments, &settings, printer, clock).await,
        Noun::Nightly(arguments) => nightly::run(&arguments, &settings, printer, clock).await,
        Noun::Database(verb) => database::run(verb, &settings, printer).await,
        Noun::Record(noun) => with_record(&noun, &settings, printer, clock).await,
    }
}

/// Does what needs a database that fits this program, and leaves it whatever came of it.
async fn with_record(
    noun: &RecordNoun,
    settings: &Settings,
    printer: &mut Printer,
    clock: Clock,
) -> Result<Outcome, Failure> {
    let database = Database::open(settings, Role::Owner).await?;
    check_clock(&database, clock).await?;
    let desk = Desk { database: &database, printer, clock };
    let outcome = match noun {
        RecordNoun::Programme(verb) => programme::run(verb, desk).await,
        RecordNoun::Partner(verb) => partner::run(verb, desk).await,
        RecordNoun::Alias(verb) => alias::run(verb, desk).await,
        RecordNoun::Relationship(verb) => relationship::run(verb, desk).await,
        RecordNoun::Agreement(verb) => agreement::run(verb, desk).await,
        RecordNoun::Application(verb) => application::run(verb, desk).await,
        RecordNoun::Committee(verb) => committee::run(verb, desk).await,
        RecordNoun::Cost(verb) => cost::run(verb, desk).await,
        RecordNoun::Gift(verb) => gift::run(verb, desk).await,
        RecordNoun::Renewal(verb) => renewal::run(verb, desk).await,
        RecordNoun::Exchange(verb) => exchange::run(verb, desk).await,
        RecordNoun::Page(verb) => page::run(verb, desk).await,
        RecordNoun::Document(verb) => document::run(verb, desk).await,
        RecordNoun::Photo(verb) => photo::run(verb, desk).await,
        RecordNoun::Notice(verb) => notice::run(verb, desk).await,
        RecordNoun::Translation(verb) => translation::run(verb, desk).await,
        RecordNoun::Source(verb) => source::run(verb, desk).await,
        RecordNoun::Claim(verb) => claim::run(verb, desk).await,
        RecordNoun::Policy(verb) => policy::run(verb, desk).await,
        RecordNoun::Audit(verb) => audit::run(verb, desk).await,
        RecordNoun::Undo(arguments) => audit::undo(arguments, desk).await,
        RecordNoun::Report(verb) => report::run(verb, desk).await,
        RecordNoun::Wikidata(verb) => wikidata::run(verb, desk).await,
        RecordNoun::Remind(arguments) => remind::run(arguments, desk).await,
        RecordNoun::Check(arguments) => check::run(arguments, desk).await,
        RecordNoun::Import(arguments) => dataset::import(arguments, &database, desk.printer, clock).await,
        RecordNoun::Export(arguments) => dataset::export(arguments, &database, desk.printer).await,
    };
    let left = database.close().await;
    let outcome = outcome?;
    left?;
    Ok(outcome)
}

/// Refuses to work by a clock that is far off.
async fn check_clock(database: &Database, clock: Clock) -> Result<(), DatabaseError> {
    let mut connection = database.pool().acquire().await?;
    match clocks(&mut connection, clock).await? {
        Some(clocks) => Ok(clocks.check()?),
        None => Ok(()),
    }
}

/// The register as it is now.
async fn load(database: &Database) -> Result<Register, Failure> {
    let mut snapshot = snapshot(database.pool()).await?;
    Ok(register::load(&mut snapshot).await?)
}

/// Whose record it is that is written, and in which database.
pub(crate) async fn destination(database: &Database) -> Result<String, Failure> {
    let mut snapshot = snapshot(database.pool()).await?;
    match store::programme::get(&mut snapshot).await? {
        Some(programme) => Ok(format!("the record of {}, in {}", programme.city, place(database))),
        None => Ok(format!("an empty record, in {}", place(database))),
    }
}

/// Which database it is, in words.
fn place(database: &Database) -> String {
    match database.cluster() {
        Some(cluster) => format!("the private database in {}", cluster.directory().display()),
        None => format!("the database {}", database.place()),
    }
}

/// The partner that a word calls; says so where it is not its short name.
fn find_partner<'register>(
    register: &'register Register,
    word: &str,
    printer: &mut Printer,
) -> Result<&'register Partner, Failure> {
    match register.called(word) {
        Some(Called::Slug(partner)) => Ok(partner),
        Some(Called::OtherName(partner)) => {
            printer.say(format_args!("`{word}` is {} here: {}", partner.name, partner.slug))?;
            Ok(partner)
        }
        None => Err(no_partner(register.partners(), word)),
    }
}

/// The partner that a word calls, or all.
fn chosen_partners<'register>(
    register: &'register Register,
    word: Option<&str>,
    printer: &mut Printer,
) -> Result<Vec<&'register Partner>, Failure> {
    match word {
        Some(word) => Ok(vec![find_partner(register, word, printer)?]),
        None => Ok(register.partners().iter().collect()),
    }
}

/// The bytes of a file that somebody gave, which may be that many at most.
fn bytes_of(file: &Path, most: u64) -> Result<Vec<u8>, Failure> {
    let name = file.display();
    let refused = |error: io::Error| Failure::input(format!("{name} cannot be read: {error}"));
    let mut bytes = Vec::new();
    let opened = File::open(file).map_err(refused)?;
    opened.take(most + 1).read_to_end(&mut bytes).map_err(refused)?;
    if bytes.len() as u64 > most {
        let words = format!("{name} has more than {most} bytes: that is the most that is read");
        return Err(Failure::input(words));
    }
    Ok(bytes)
}

/// Writes a text to a file, or to standard output.
fn put(text: &str, file: Option<&PathBuf>, printer: &mut Printer) -> Result<Outcome, Failure> {
    match file {
        Some(file) => {
            fs::write(file, text)
                .map_err(|error| Failure::System(format!("cannot write {}: {error}", file.display())))?;
            printer.say(format_args!("Wrote {}.", file.display()))?;
        }
        None => printer.text(text.as_bytes())?,
    }
    Ok(Outcome::Done)
}
