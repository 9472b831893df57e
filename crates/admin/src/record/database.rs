//! The database's own state.

use jiff::Timestamp;
use serde::Serialize;
use signpost_core::database::{Migrations, Planned, Replica, Status, TableSize};

use super::value;
use crate::phrase;
use crate::printer::{Cell, Column, Record, Row, Section, Sheet, Tone};

/// What there is in a database.
#[derive(Debug, Serialize)]
pub(crate) struct StatusRow {
    place: String,
    server: String,
    database: String,
    role: String,
    state: SchemaState,
    applied: usize,
    pending: usize,
    content_version: Option<i64>,
    size: i64,
}

/// The same, whole.
#[derive(Debug, Serialize)]
pub(crate) struct StatusRecord {
    #[serde(flatten)]
    row: StatusRow,
    pending_migrations: Vec<i64>,
    foreign_migration: Option<i64>,
    changes: Option<i64>,
    last_change: Option<Timestamp>,
    oldest_transaction: Option<Timestamp>,
    tables: Vec<TableSize>,
    replicas: Vec<Replica>,
}

/// A migration that is to be applied.
#[derive(Debug, Serialize)]
pub(crate) struct MigrationRow {
    version: i64,
    name: String,
    servers: Servers,
}

/// What a migration does to servers that are up.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Servers {
    /// Those of the release before go on serving.
    Serve,
    /// Those that know no migration after the one that its name tells stop.
    OldOnesStop,
}

impl Servers {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Serve => "serve",
            Self::OldOnesStop => "old-ones-stop",
        }
    }
}

impl MigrationRow {
    /// What is to be applied.
    pub(crate) fn new(planned: &Planned) -> Self {
        let servers = if planned.contracts_after.is_some() { Servers::OldOnesStop } else { Servers::Serve };
        Self { version: planned.version, name: planned.name.clone(), servers }
    }
}

impl Row for MigrationRow {
    const COLUMNS: &'static [Column] =
        &[Column::number("migration"), Column::wrapping("name"), Column::whole("servers meanwhile")];
    const FIELDS: &'static [&'static str] = &["version", "name", "servers"];

    fn cells(&self) -> Vec<Cell> {
        let servers = match self.servers {
            Servers::Serve => Cell::quiet("go on serving"),
            Servers::OldOnesStop => Cell::toned("old ones stop", Tone::Soon),
        };
        vec![Cell::plain(self.version.to_string()), Cell::plain(self.name.as_str()), servers]
    }

    fn values(&self) -> Vec<String> {
        vec![self.version.to_string(), self.name.clone(), self.servers.as_str().to_owned()]
    }
}

/// How the tables fit this program.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum SchemaState {
    Current,
    Empty,
    Older,
    Newer,
}

impl SchemaState {
    pub(super) fn of(migrations: &Migrations) -> Self {
        match migrations {
            Migrations { foreign: Some(_), .. } => Self::Newer,
            Migrations { applied, .. } if applied.is_empty() => Self::Empty,
            Migrations { pending, .. } if !pending.is_empty() => Self::Older,
            _ => Self::Current,
        }
    }

    const fn as_str(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Empty => "empty",
            Self::Older => "older",
            Self::Newer => "newer",
        }
    }

    pub(super) const fn advice(self) -> &'static str {
        match self {
            Self::Current => "Its tables are those of this program",
            Self::Empty => "It has no tables yet: make them with `signpost database migrate`",
            Self::Older => {
                "It is older than this program: bring it up to date with `signpost database migrate`"
            }
            Self::Newer => "It is newer than this program: install the newer Signpost that was used on it",
        }
    }
}

impl StatusRecord {
    /// The state of a database at a place.
    pub(crate) fn new(place: &str, status: &Status) -> Self {
        let row = StatusRow {
            place: place.to_owned(),
            server: status.server.clone(),
            database: status.database.clone(),
            role: status.role.clone(),
            state: SchemaState::of(&status.migrations),
            applied: status.migrations.applied.len(),
            pending: status.migrations.pending.len(),
            content_version: status.content_version,
            size: status.size,
        };
        Self {
            row,
            pending_migrations: status.migrations.pending.clone(),
            foreign_migration: status.migrations.foreign,
            changes: status.changes,
            last_change: status.last_change,
            oldest_transaction: status.oldest_transaction,
            tables: status.tables.clone(),
            replicas: status.replicas.clone(),
        }
    }
}

impl Row for StatusRow {
    const COLUMNS: &'static [Column] = &[Column::wrapping("database"), Column::whole("state")];
    const FIELDS: &'static [&'static str] =
        &["place", "server", "database", "role", "state", "applied", "pending", "content_version", "size"];

    fn cells(&self) -> Vec<Cell> {
        vec![Cell::toned(self.place.as_str(), Tone::Strong), Cell::plain(self.state.as_str())]
    }

    fn values(&self) -> Vec<String> {
        vec![
            self.place.clone(),
            self.server.clone(),
            self.database.clone(),
            self.role.clone(),
            self.state.as_str().to_owned(),
            self.applied.to_string(),
            self.pending.to_string(),
            value(self.content_version),
            self.size.to_string(),
        ]
    }
}

impl Record for StatusRecord {
    type Row = StatusRow;

    fn row(&self) -> &StatusRow {
        &self.row
    }

    fn sheet(&self) -> Sheet {
        let row = &self.row;
        let place = phrase::capitalised(&row.place);
        // A database has no zone of its own.
        let utc = |moment| phrase::minute(moment, None);
        let migrations = format!("{} applied, {} pending", row.applied, row.pending);
        let foreign =
            self.foreign_migration.map(|version| format!("{version}, which is not of this program"));
        let facts = Section::new("")
            .entry("server", format!("PostgreSQL {}", row.server))
            .entry("database", row.database.as_str())
            .entry("role", row.role.as_str())
            .entry("migrations", migrations)
            .maybe("foreign migration", foreign)
            .maybe("content version", row.content_version.map(|version| version.to_string()))
            .maybe("changes", self.changes.map(|count| phrase::thousands(count.unsigned_abs())))
            .maybe("last change", self.last_change.map(utc))
            .entry("oldest transaction", self.oldest_transaction.map_or("none is open".to_owned(), utc))
            .entry("size", kibibytes(row.size));
        let tables = self.tables.iter();
        let tables = tables.fold(Section::new("Largest tables"), |section, table| {
            section.entry(table.table.replace('_', " "), kibibytes(table.size))
        });
        let replicas = self.replicas.iter();
        let replicas = replicas.fold(Section::new("Servers that follow"), |section, replica| {
            section.entry(replica.name.as_str(), following(replica))
        });
        Sheet::new(place, row.state.advice()).with(facts).with(tables).with(replicas)
    }
}

/// How a server follows: `streaming, 12 KiB behind`.
fn following(replica: &Replica) -> String {
    let state = replica.state.as_deref().unwrap_or("its state is hidden from this role");
    match replica.behind {
        Some(behind) => format!("{state}, {} behind", kibibytes(behind)),
        None => state.to_owned(),
    }
}

fn kibibytes(bytes: i64) -> String {
    format!("{} KiB", phrase::thousands(u64::try_from(bytes / 1024).unwrap_or(0)))
}
