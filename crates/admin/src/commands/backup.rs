//! The database, written to a file and made again from it.

use std::fs;
use std::path::Path;

use signpost_core::database::{self, Backup, Database, DatabaseError, Programs, Settings};

use super::database::warn;
use super::place;
use crate::cli::{BackupArguments, RestoreArguments};
use crate::failure::{Failure, Outcome};
use crate::phrase;
use crate::printer::Printer;

/// Writes a backup beside its place, checks it, and moves it there.
pub(super) async fn write(
    arguments: &BackupArguments,
    database: &Database,
    settings: &Settings,
    printer: &mut Printer,
) -> Result<Outcome, Failure> {
    let file = arguments.file.as_path();
    if file.exists() && !arguments.replace {
        return Err(there_already(file));
    }
    let programs = Programs::of(database, settings).await?;
    printer.say(format_args!("Backing up {}.", place(database)))?;
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let cannot = |why: &dyn std::fmt::Display| {
        Failure::System(format!(
            "cannot write {}: {why}\nNothing was kept. Make room there or name another place, and run it again",
            file.display()
        ))
    };
    let written = tempfile::Builder::new().prefix(".backup").tempfile_in(folder);
    let written = written.map_err(|error| cannot(&error))?;
    let handle = written.as_file().try_clone().map_err(|error| cannot(&error))?;
    let working = printer.working("Backing up")?;
    programs.dump(handle).map_err(|error| match error {
        DatabaseError::Cluster(_) => error.into(),
        error => cannot(&error),
    })?;
    written.as_file().sync_all().map_err(|error| cannot(&error))?;
    let backup = programs.read(written.path())?;
    drop(working);
    let size = written.as_file().metadata().map_err(|error| cannot(&error))?.len();
    if arguments.replace {
        written.persist(file).map_err(|error| cannot(&error.error))?;
    } else {
        written.persist_noclobber(file).map_err(|error| match error.error.kind() {
            std::io::ErrorKind::AlreadyExists => there_already(file),
            _ => cannot(&error.error),
        })?;
    }
    let size = phrase::thousands(size.div_ceil(1024));
    printer.say(format_args!(
        "Wrote {} ({size} KiB), and read it back: {}.",
        file.display(),
        told(&backup)
    ))?;
    Ok(Outcome::Done)
}

/// Puts a backup in the place of what the database holds.
pub(super) async fn restore(
    arguments: &RestoreArguments,
    database: &Database,
    settings: &Settings,
    printer: &mut Printer,
) -> Result<Outcome, Failure> {
    let file = arguments.file.as_path();
    fs::File::open(file)
        .map_err(|error| Failure::input(format!("cannot read the backup {}: {error}", file.display())))?;
    let programs = Programs::of(database, settings).await?;
    let backup = programs.read(file).map_err(|error| match error {
        DatabaseError::NotABackup { .. } => Failure::input(error.to_string()),
        error => error.into(),
    })?;
    if let Some(version) = backup.foreign() {
        return Err(Failure::input(format!(
            "{} was written by a newer Signpost (migration {version} is not of this one): install that first",
            file.display()
        )));
    }
    printer.say(format_args!("{} holds {}.", file.display(), told(&backup)))?;
    agree(arguments, database, printer).await?;
    printer.say(format_args!("Restoring {}.", place(database)))?;
    let working = printer.working("Restoring")?;
    programs.restore(file).map_err(|error| match error {
        DatabaseError::Cluster(_) => error.into(),
        error => Failure::System(format!("nothing was restored, and the database is as it was: {error}")),
    })?;
    drop(working);
    let mut connection = database.pool().acquire().await.map_err(DatabaseError::from)?;
    let granted = database::grant(&mut connection, None).await;
    let granted = granted.map_err(|error| Failure::System(format!("it is restored, but {error}")))?;
    warn(granted, printer)?;
    let pending = database::migrations(&mut connection).await?.pending.len();
    let next = match pending {
        0 => "Start the site's servers again.",
        _ => "Run `signpost database migrate`, then start the site's servers again.",
    };
    printer.say(format_args!("Restored. {next}"))?;
    Ok(Outcome::Done)
}

/// Refuses to take data away unless that is wanted.
async fn agree(
    arguments: &RestoreArguments,
    database: &Database,
    printer: &mut Printer,
) -> Result<(), Failure> {
    if !database.holds_data().await? {
        return Ok(());
    }
    let place = place(database);
    if !arguments.replace {
        return Err(Failure::input(format!(
            "{place} has data: back it up, and replace it with --replace, or name an empty one with --database-url"
        )));
    }
    if arguments.yes {
        return Ok(());
    }
    printer.agree(format_args!("Replace all that {place} holds?"), "restored")
}

fn there_already(file: &Path) -> Failure {
    Failure::input(format!("{} is there already: name another file, or add --replace", file.display()))
}

/// What is in a backup, in words.
fn told(backup: &Backup) -> String {
    let changes = phrase::count(backup.changes, "change");
    match backup.newest {
        Some(newest) => format!("{changes}, the newest of {}", phrase::minute(newest, None)),
        None => changes,
    }
}
