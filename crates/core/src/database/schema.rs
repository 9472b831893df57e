//! Migrations: which are applied, which are pending, and whether the database fits this program.

use sqlx::migrate::Migrate as _;
use sqlx::migrate::Migrator;
use sqlx::{Connection, PgConnection};

use jiff::Timestamp;

use crate::database::{DatabaseError, Moment, Role};
use crate::store::search;

/// All migrations, in order.
pub(crate) static MIGRATIONS: Migrator = sqlx::migrate!("../../migrations");

/// The oldest server that will do, as `server_version_num` counts.
const OLDEST_SERVER: i32 = 150_000;

/// How a database's migrations compare with this program's.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Migrations {
    /// Those that are applied.
    pub applied: Vec<i64>,
    /// Those that this program has and the database has not.
    pub pending: Vec<i64>,
    /// The first one that the database has and this program has not, or has otherwise.
    pub foreign: Option<i64>,
    /// The first of those after which this program cannot even read what is public.
    pub unreadable: Option<i64>,
}

/// A migration that is to be applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// Its number.
    pub version: i64,
    /// What it does, as its file is named.
    pub name: String,
    /// The oldest state that a server may know to go on serving: what older ones read is taken away. `None`: nothing
    /// is.
    pub contracts_after: Option<i64>,
}

/// What there is in a database.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Status {
    /// The server's version, as it says it itself.
    pub server: String,
    /// The database's name.
    pub database: String,
    /// The role that is logged in.
    pub role: String,
    /// Its migrations and this program's.
    pub migrations: Migrations,
    /// The content version, once there is a schema.
    pub content_version: Option<i64>,
    /// The size on disk, in bytes.
    pub size: i64,
    /// The largest tables, the largest first, once there is a schema.
    pub tables: Vec<TableSize>,
    /// How many changes are on record; `None`: there is no schema yet, or the role may not see them.
    pub changes: Option<i64>,
    /// When the last of them was made.
    pub last_change: Option<Timestamp>,
    /// Since when the oldest open transaction of others in this database runs: one of hours holds its growth up.
    pub oldest_transaction: Option<Timestamp>,
    /// The servers that follow this one, as far as the role may see them.
    pub replicas: Vec<Replica>,
}

/// What a table takes on disk.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct TableSize {
    /// The table.
    pub table: String,
    /// With its indexes and long values, in bytes.
    pub size: i64,
}

/// A server that follows this one.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Replica {
    /// What it calls itself.
    pub name: String,
    /// How it follows: `streaming`, `catchup` and the like.
    pub state: Option<String>,
    /// How far it is behind, in bytes of the log.
    pub behind: Option<i64>,
}

/// Applies the pending migrations, each in a transaction; two programs may do this at once.
/// Where none is pending, nothing is written.
pub async fn migrate(connection: &mut PgConnection) -> Result<(), DatabaseError> {
    let state = migrations(connection).await?;
    if state.pending.is_empty() && state.foreign.is_none() && !state.applied.is_empty() {
        return write_search(connection).await;
    }
    let outcome = MIGRATIONS.run(&mut *connection).await;
    if outcome.is_err() {
        // Whoever fails keeps the lock otherwise, and the next one waits for as long as the connection lives.
        connection.unlock().await?;
    }
    outcome?;
    write_search(connection).await
}

/// Writes what search looks in where a database comes from a time without it.
async fn write_search(connection: &mut PgConnection) -> Result<(), DatabaseError> {
    let mut transaction = connection.begin().await?;
    let written = search::write_missing(&mut transaction).await;
    written.map_err(|error| DatabaseError::Search(Box::new(error)))?;
    Ok(transaction.commit().await?)
}

/// What [`migrate`] would apply, in its order; nothing is written.
pub async fn plan(connection: &mut PgConnection) -> Result<Vec<Planned>, DatabaseError> {
    let pending = migrations(connection).await?.pending;
    let planned = MIGRATIONS.iter().filter(|migration| pending.contains(&migration.version));
    Ok(planned
        .map(|migration| Planned {
            version: migration.version,
            name: migration.description.to_string(),
            contracts_after: contracts_after(&migration.description),
        })
        .collect())
}

/// What there is in the database.
pub async fn status(connection: &mut PgConnection) -> Result<Status, DatabaseError> {
    let server = sqlx::query!(
        r#"select current_setting('server_version') as "version!", current_database() as "database!",
                  current_user::text as "role!", pg_database_size(current_database()) as "size!""#
    )
    .fetch_one(&mut *connection)
    .await?;
    let migrations = migrations(connection).await?;
    let oldest_transaction = sqlx::query_scalar!(
        r#"select min(xact_start) as "oldest: Moment" from pg_stat_activity
           where datname = current_database() and pid <> pg_backend_pid()"#
    );
    let oldest_transaction = oldest_transaction.fetch_one(&mut *connection).await?.map(Into::into);
    let replicas = sqlx::query_as!(
        Replica,
        r#"select coalesce(nullif(application_name, ''), 'unnamed') as "name!", state,
                  case when not pg_is_in_recovery()
                      then pg_wal_lsn_diff(pg_current_wal_lsn(), replay_lsn)::bigint end as behind
           from pg_stat_replication order by 1"#
    );
    let replicas = replicas.fetch_all(&mut *connection).await?;
    let content =
        if migrations.applied.is_empty() { Content::default() } else { content(connection).await? };
    Ok(Status {
        server: server.version,
        database: server.database,
        role: server.role,
        migrations,
        content_version: content.version,
        size: server.size,
        tables: content.tables,
        changes: content.changes,
        last_change: content.last_change,
        oldest_transaction,
        replicas,
    })
}

/// The server's version, as it says it itself.
pub(crate) async fn server_version(connection: &mut PgConnection) -> Result<String, DatabaseError> {
    let version = sqlx::query_scalar!(r#"select current_setting('server_version') as "version!""#);
    Ok(version.fetch_one(connection).await?)
}

/// What a schema holds.
#[derive(Default)]
struct Content {
    version: Option<i64>,
    changes: Option<i64>,
    last_change: Option<Timestamp>,
    tables: Vec<TableSize>,
}

async fn content(connection: &mut PgConnection) -> Result<Content, DatabaseError> {
    let version = sqlx::query_scalar!("select version from content_version");
    let version = version.fetch_optional(&mut *connection).await?;
    let (changes, last_change) = if may_read_the_record(connection).await? {
        let record = sqlx::query!(r#"select count(*) as "count!", max(at) as "last: Moment" from change"#);
        let record = record.fetch_one(&mut *connection).await?;
        (Some(record.count), record.last.map(Into::into))
    } else {
        (None, None)
    };
    let tables = sqlx::query_as!(
        TableSize,
        r#"select relname::text as "table!", pg_total_relation_size(oid) as "size!"
           from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
           order by 2 desc, 1 limit 5"#
    );
    let tables = tables.fetch_all(connection).await?;
    Ok(Content { version, changes, last_change, tables })
}

/// Whether the role may see who changed what: the site's may not.
async fn may_read_the_record(connection: &mut PgConnection) -> Result<bool, DatabaseError> {
    let may = sqlx::query_scalar!(r#"select has_table_privilege('public.change', 'select') as "may!""#);
    Ok(may.fetch_one(connection).await?)
}

/// Refuses a server that is too old, and a database that does not know the letters of the world.
pub(crate) async fn check_server(connection: &mut PgConnection, place: &str) -> Result<(), DatabaseError> {
    let server = sqlx::query!(
        r#"select current_setting('server_version_num')::integer as "number!", current_setting('server_version') as "version!",
                  pg_encoding_to_char(encoding)::text as "encoding!", datctype::text as "ctype!"
           from pg_database where datname = current_database()"#
    )
    .fetch_one(connection)
    .await?;
    let place = place.to_owned();
    if server.number < OLDEST_SERVER {
        return Err(DatabaseError::TooOld { place, version: server.version });
    }
    if server.encoding != "UTF8" || matches!(server.ctype.as_str(), "C" | "POSIX") {
        return Err(DatabaseError::NotUtf8 { place, encoding: server.encoding, ctype: server.ctype });
    }
    Ok(())
}

/// Refuses a schema that is not this program's. Who only reads what is public goes on with a newer one, as long as
/// nothing was taken away: so the old servers serve while an upgrade is under way.
pub(crate) async fn check(
    connection: &mut PgConnection,
    place: &str,
    role: Role,
) -> Result<(), DatabaseError> {
    let Migrations { applied, pending, foreign, unreadable } = migrations(connection).await?;
    let place = place.to_owned();
    let refused = match role {
        Role::Owner => foreign,
        Role::Web => unreadable,
    };
    if let Some(version) = refused {
        return Err(DatabaseError::Newer { place, version });
    }
    if applied.is_empty() {
        let role =
            sqlx::query_scalar!(r#"select current_user::text as "role!""#).fetch_one(connection).await?;
        return Err(DatabaseError::NoSchema { place, role });
    }
    match pending.len() {
        0 => Ok(()),
        pending => Err(DatabaseError::Older { place, pending }),
    }
}

/// Compares the migrations that the database has with those of this program.
pub async fn migrations(connection: &mut PgConnection) -> Result<Migrations, DatabaseError> {
    // In a transaction of its own, so that a table that is not there spoils none of the caller's.
    let mut transaction = connection.begin().await?;
    let rows = sqlx::query!(
        "select version, description, checksum from _sqlx_migrations where success order by version"
    )
    .fetch_all(&mut *transaction)
    .await;
    let rows = match rows {
        Ok(rows) => rows,
        Err(error) if is_not_there(&error) => Vec::new(),
        Err(error) => return Err(error.into()),
    };
    transaction.rollback().await?;
    let own = |version| MIGRATIONS.iter().find(|migration| migration.version == version);
    let newest = MIGRATIONS.iter().map(|migration| migration.version).max().unwrap_or(0);
    let (mut foreign, mut unreadable) = (None, None);
    for row in &rows {
        let is_readable = match own(row.version) {
            Some(migration) if *migration.checksum == row.checksum => continue,
            Some(_) => false,
            None => contracts_after(&row.description).is_none_or(|oldest| oldest <= newest),
        };
        foreign = foreign.or(Some(row.version));
        if !is_readable {
            unreadable = unreadable.or(Some(row.version));
        }
    }
    let applied: Vec<i64> = rows.iter().map(|row| row.version).collect();
    let pending = MIGRATIONS.iter().map(|migration| migration.version);
    let pending = pending.filter(|version| !applied.contains(version)).collect();
    Ok(Migrations { applied, pending, foreign, unreadable })
}

/// The oldest state that a server may know to go on serving after a migration that takes something away. Its file is
/// named so: `0021_contract_after_0014_old_names.sql` takes away what only programs older than 14 read.
fn contracts_after(name: &str) -> Option<i64> {
    let oldest = name.strip_prefix("contract after ")?.split(' ').next()?;
    // One whose number cannot be read leaves no server what it reads.
    Some(oldest.parse().unwrap_or(i64::MAX))
}

/// Whether the error says that a table does not exist, or that it may not be seen.
fn is_not_there(error: &sqlx::Error) -> bool {
    let code = error.as_database_error().and_then(sqlx::error::DatabaseError::code);
    matches!(code.as_deref(), Some("42P01" | "42501"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_migration_says_in_its_name_whom_it_takes_something_from() {
        for (name, oldest) in [
            ("exchanges", None),
            ("contract of the city", None),
            ("contract after 0014 old names", Some(14)),
            ("contract after lunch", Some(i64::MAX)),
        ] {
            assert_eq!(contracts_after(name), oldest, "{name}");
        }
    }

    /// A contraction is for a later release than the one that stopped to use what is taken away.
    #[test]
    fn every_contraction_is_after_a_migration_of_ours() {
        for migration in MIGRATIONS.iter() {
            if let Some(oldest) = contracts_after(&migration.description) {
                assert!(oldest < migration.version, "{}", migration.description);
                assert!(MIGRATIONS.version_exists(oldest), "{}", migration.description);
            }
        }
    }
}
