//! The database: its server, tables, roles and clock, and Postgres's programs.

use std::fs;

use signpost_core::Clock;
use signpost_core::database::{
    self, Connection, Database, DatabaseError, Programs, Rights, Settings, Status,
};
use signpost_core::store::programme;

use crate::cli::Doctor;
use crate::commands::place;
use crate::record::PartRow;

/// What was found of the database.
pub(super) struct Looked {
    /// Its parts.
    pub(super) rows: Vec<PartRow>,
    /// Its size in bytes, as far as it tells.
    pub(super) size: Option<u64>,
}

/// Looks at a database that answers.
pub(super) async fn look(
    arguments: &Doctor,
    database: &Database,
    settings: &Settings,
    clock: Clock,
) -> Looked {
    let mut looked = Looked { rows: Vec::new(), size: None };
    if let Err(error) = parts(arguments, database, clock, &mut looked).await {
        looked.rows.push(PartRow::failed("database", &error));
    }
    looked.rows.push(programs(database, settings).await);
    looked
}

async fn parts(
    arguments: &Doctor,
    database: &Database,
    clock: Clock,
    looked: &mut Looked,
) -> Result<(), DatabaseError> {
    let mut connection = database.pool().acquire().await?;
    let status = database::status(&mut connection).await?;
    looked.size = u64::try_from(status.size).ok();
    looked.rows.push(server(database, &status));
    looked.rows.push(PartRow::tables(&status.migrations));
    if status.migrations.applied.is_empty() {
        return Ok(());
    }
    if let Some(row) = told_clock(&mut connection, clock).await? {
        looked.rows.push(row);
    }
    looked.rows.push(roles(&database::rights(&mut connection).await?));
    looked.rows.extend(login(arguments, database).await);
    if status.migrations.pending.is_empty() && status.migrations.foreign.is_none() {
        looked.rows.push(record(&mut connection).await);
    }
    Ok(())
}

fn server(database: &Database, status: &Status) -> PartRow {
    PartRow::well(
        "database",
        format!("{}, PostgreSQL {}; Signpost {}", place(database), status.server, env!("CARGO_PKG_VERSION")),
    )
}

/// The clock; nothing where it stands still for a rehearsal.
async fn told_clock(connection: &mut Connection, clock: Clock) -> Result<Option<PartRow>, DatabaseError> {
    let Some(clocks) = database::clocks(connection, clock).await? else { return Ok(None) };
    let found = format!("{} ms apart from the database's", clocks.apart().as_millis());
    Ok(Some(match clocks.check() {
        Ok(()) if clocks.apart().as_secs() < 60 => PartRow::well("clock", found),
        Ok(()) => PartRow::ill("clock", found, "Set the clocks of both machines by NTP"),
        Err(fault) => PartRow::failed("clock", &fault),
    }))
}

fn roles(rights: &Rights) -> PartRow {
    let Rights { missing, unreadable, excess } = rights;
    let advice = "Mend it with `signpost database grant`";
    if !missing.is_empty() {
        return PartRow::ill("roles", format!("missing, or may not log in: {}", missing.join(", ")), advice);
    }
    if !unreadable.is_empty() {
        return PartRow::ill("roles", format!("the site may not read {}", unreadable.join(", ")), advice);
    }
    if !excess.is_empty() {
        let found = format!("the site's role has more than it needs: {}", excess.join(", "));
        return PartRow::ill("roles", found, "Revoke it; `signpost database grant` does so for tables");
    }
    PartRow::well("roles", "the site reads what is public, and nothing else")
}

/// Whether the site's role logs in with the password that the server has.
async fn login(arguments: &Doctor, database: &Database) -> Option<PartRow> {
    let file = arguments.web_password_file.as_ref()?;
    let password = match fs::read_to_string(file) {
        Ok(password) => password,
        Err(error) => {
            let found =
                format!("cannot read the password of the site's role from {}: {error}", file.display());
            return Some(PartRow::ill("login", found, "Put it there, for this user to read"));
        }
    };
    Some(match database::try_login(database, password.trim_end()).await {
        Ok(()) => PartRow::well("login", "the site's role logs in with its password"),
        Err(error) => PartRow::ill(
            "login",
            error.to_string(),
            "Set the password of the file with `signpost database grant --web-password-file`",
        ),
    })
}

async fn record(connection: &mut Connection) -> PartRow {
    match programme::get(connection).await {
        Ok(Some(programme)) => PartRow::well("record", format!("the programme of {}", programme.city)),
        Ok(None) => {
            PartRow::unset("record", "no programme yet", "Bring one in with `signpost import FOLDER`")
        }
        Err(error) => PartRow::failed("record", &error),
    }
}

/// Postgres's own programs, which write and read backups.
async fn programs(database: &Database, settings: &Settings) -> PartRow {
    let version = async { Programs::of(database, settings).await?.version() };
    match version.await {
        Ok(version) => PartRow::well("programs", version),
        Err(error) => PartRow::failed("programs", &error),
    }
}
