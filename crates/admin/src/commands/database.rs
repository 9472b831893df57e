//! The database: made ready, migrated, reported on, granted, backed up, restored, stopped.

use std::fs;

use signpost_core::database::{self, Database, DatabaseError, Granted, Role, Settings};

use super::{backup, place};
use crate::cli::{DatabaseVerb, GrantArguments, Output};
use crate::failure::{Failure, Outcome};
use crate::phrase;
use crate::printer::Printer;
use crate::record::{MigrationRow, StatusRecord};

pub(super) async fn run(
    verb: DatabaseVerb,
    settings: &Settings,
    printer: &mut Printer,
) -> Result<Outcome, Failure> {
    if let DatabaseVerb::Stop = verb {
        return stop(settings, printer).await;
    }
    let database = match verb {
        DatabaseVerb::Init => create(settings, printer).await?,
        _ => Database::connect(settings, Role::Owner).await?,
    };
    let outcome = match verb {
        DatabaseVerb::Init | DatabaseVerb::Stop => Ok(Outcome::Done),
        DatabaseVerb::Migrate(arguments) if arguments.plan => {
            plan(arguments.output, &database, printer).await
        }
        DatabaseVerb::Migrate(_) => migrate(&database, printer).await,
        DatabaseVerb::Status(output) => status(output, &database, printer).await,
        DatabaseVerb::Grant(arguments) => grant(&arguments, &database, printer).await,
        DatabaseVerb::Backup(arguments) => backup::write(&arguments, &database, settings, printer).await,
        DatabaseVerb::Restore(arguments) => backup::restore(&arguments, &database, settings, printer).await,
    };
    let left = database.close().await;
    let outcome = outcome?;
    left?;
    Ok(outcome)
}

async fn create(settings: &Settings, printer: &mut Printer) -> Result<Database, Failure> {
    let database = Database::create(settings).await?;
    printer.say(format_args!("Ready: {}.", place(&database)))?;
    Ok(database)
}

async fn migrate(database: &Database, printer: &mut Printer) -> Result<Outcome, Failure> {
    printer.say(format_args!("Migrating {}.", place(database)))?;
    let mut connection = database.pool().acquire().await.map_err(DatabaseError::from)?;
    let before = database::migrations(&mut connection).await?;
    database::migrate(&mut connection).await?;
    let granted = database::grant(&mut connection, None).await?;
    match before.pending.len() {
        0 => printer.say("Nothing to apply: its tables are those of this program.")?,
        count => printer.say(format_args!("Applied {}.", phrase::count(count as u64, "migration")))?,
    }
    warn(granted, printer)?;
    Ok(Outcome::Done)
}

async fn plan(output: Output, database: &Database, printer: &mut Printer) -> Result<Outcome, Failure> {
    let mut connection = database.pool().acquire().await.map_err(DatabaseError::from)?;
    let planned = database::plan(&mut connection).await?;
    let rows: Vec<MigrationRow> = planned.iter().map(MigrationRow::new).collect();
    printer.list(output.format, &rows)?;
    let count = phrase::listed(&rows, "migration");
    printer.say(format_args!("{count} to apply to {}. Nothing was written.", place(database)))?;
    Ok(Outcome::Done)
}

async fn status(output: Output, database: &Database, printer: &mut Printer) -> Result<Outcome, Failure> {
    let mut connection = database.pool().acquire().await.map_err(DatabaseError::from)?;
    let status = database::status(&mut connection).await?;
    printer.record(output.format, &StatusRecord::new(&place(database), &status))?;
    Ok(Outcome::Done)
}

async fn grant(
    arguments: &GrantArguments,
    database: &Database,
    printer: &mut Printer,
) -> Result<Outcome, Failure> {
    let password = arguments.web_password_file.as_ref().map(|file| {
        let read = fs::read_to_string(file);
        read.map_err(|error| {
            Failure::input(format!("cannot read the password from {}: {error}", file.display()))
        })
    });
    let password = password.transpose()?;
    printer.say(format_args!("Granting in {}.", place(database)))?;
    let mut connection = database.pool().acquire().await.map_err(DatabaseError::from)?;
    let granted = database::grant(&mut connection, password.as_deref().map(str::trim_end)).await?;
    printer.say(format_args!("{} may read what is public, and nothing else.", database::WEB_ROLE))?;
    warn(granted, printer)?;
    Ok(Outcome::Done)
}

pub(super) fn warn(granted: Granted, printer: &mut Printer) -> Result<(), Failure> {
    match granted {
        Granted::Whole => Ok(()),
        Granted::ButLargeObjects => Ok(printer.say(
            "Large objects stay open to every role, since only a superuser may close them: let one run \
             `signpost database grant` once.",
        )?),
    }
}

async fn stop(settings: &Settings, printer: &mut Printer) -> Result<Outcome, Failure> {
    let directory = Database::stop(settings).await?;
    printer.say(format_args!("The private database in {} is stopped.", directory.display()))?;
    Ok(Outcome::Done)
}
