//! Backups: Postgres's own dumps, checked by reading them whole.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, Write};
use std::path::{self, Path};
use std::process::{Child, ChildStdin, Command, Stdio};

use jiff::Timestamp;
use percent_encoding::percent_decode_str;
use signpost_cluster::{Binaries, Environment};
use sqlx::ConnectOptions;

use crate::database::open::environment;
use crate::database::schema::{MIGRATIONS, server_version};
use crate::database::{Database, DatabaseError, Settings, migrations};

/// Makes room for what a backup holds, in the transaction that restores it.
const MAKE_ROOM: &str = "set client_min_messages = warning;
drop schema if exists previewed, published, public cascade;
create schema public authorization pg_database_owner;
";

/// Numbers of transactions are a server's own: to this one they would say something else, or be yet to come.
const FORGET_TRANSACTIONS: &str = "update public.change set transaction = null;\n";

/// What is in a backup.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Backup {
    /// The migrations that were applied.
    pub migrations: Vec<i64>,
    /// How many changes are on record.
    pub changes: u64,
    /// When the last of them was made.
    pub newest: Option<Timestamp>,
}

impl Backup {
    /// The first migration that it has and this program has not.
    pub fn foreign(&self) -> Option<i64> {
        self.migrations.iter().copied().find(|version| !MIGRATIONS.version_exists(*version))
    }

    /// Reads the script that makes a database from a backup; `None`: not a programme's.
    fn of_script(mut script: impl BufRead) -> io::Result<Option<Self>> {
        let mut backup = Self::default();
        let mut tables = 0;
        let mut table = None;
        let mut line = Vec::new();
        while script.read_until(b'\n', &mut line)? > 0 {
            let text = line.strip_suffix(b"\n").unwrap_or(&line);
            match &table {
                None => {
                    table = Table::begun_by(text);
                    tables += usize::from(table.as_ref().is_some_and(Table::is_wanted));
                }
                Some(_) if text == b"\\." => table = None,
                Some(table) => table.count(text, &mut backup),
            }
            line.clear();
        }
        Ok((tables == 2).then_some(backup))
    }
}

/// A table of which a script has the rows.
struct Table {
    name: String,
    columns: Vec<String>,
}

impl Table {
    /// Reads `COPY public.change (id, at, actor) FROM stdin;`.
    fn begun_by(line: &[u8]) -> Option<Self> {
        let line = str::from_utf8(line).ok()?.strip_prefix("COPY ")?.strip_suffix(") FROM stdin;")?;
        let (name, columns) = line.split_once(" (")?;
        Some(Self { name: name.to_owned(), columns: columns.split(", ").map(str::to_owned).collect() })
    }

    /// Whether every backup of a programme has it.
    fn is_wanted(&self) -> bool {
        matches!(self.name.as_str(), "public.change" | "public._sqlx_migrations")
    }

    /// Notes what a row says of the backup.
    fn count(&self, row: &[u8], backup: &mut Backup) {
        if !self.is_wanted() {
            return;
        }
        let row = String::from_utf8_lossy(row);
        let cell = |name: &str| {
            self.columns.iter().position(|column| column == name).and_then(|n| row.split('\t').nth(n))
        };
        if self.name == "public.change" {
            backup.changes += 1;
            backup.newest = backup.newest.max(cell("at").and_then(|at| at.parse().ok()));
        } else {
            backup.migrations.extend(cell("version").and_then(|version| version.parse::<i64>().ok()));
        }
    }
}

/// Postgres's own programs, as they connect to one database.
#[derive(Debug)]
pub struct Programs {
    environment: Environment,
    major: u32,
    variables: Vec<(&'static str, String)>,
}

impl Programs {
    /// Those that understand the database's server.
    pub async fn of(database: &Database, settings: &Settings) -> Result<Self, DatabaseError> {
        let server = server_version(&mut *database.pool().acquire().await?).await?;
        let major = server.split(|character: char| !character.is_ascii_digit()).next();
        let major = major.and_then(|major| major.parse().ok()).unwrap_or(signpost_cluster::OLDEST_MAJOR);
        Ok(Self { environment: environment(settings), major, variables: variables(database) })
    }

    /// What the program that writes backups says of itself.
    pub fn version(&self) -> Result<String, DatabaseError> {
        let said = self.command("pg_dump")?.arg("--version").output();
        let said = said.map_err(|error| failed("pg_dump", &error.to_string()))?;
        Ok(String::from_utf8_lossy(&said.stdout).trim().to_owned())
    }

    /// Writes a backup into a file; a disk that is full leaves half of one, and an error.
    pub fn dump(&self, file: File) -> Result<(), DatabaseError> {
        let mut dump = self.command("pg_dump")?;
        dump.args(["--format=custom", "--no-owner", "--no-acl"]).stdout(file);
        Running::start("pg_dump", dump)?.end()
    }

    /// Reads a backup to its end, and says what is in it.
    ///
    /// # Errors
    /// It is none, none of a programme, or damaged.
    pub fn read(&self, file: &Path) -> Result<Backup, DatabaseError> {
        let not_a_backup = |why: String| DatabaseError::NotABackup { file: file.to_owned(), why };
        let mut reading = self.script(file, &[])?;
        let script = reading.child.stdout.take().map(BufReader::new);
        let read = script.map_or_else(|| Ok(None), Backup::of_script);
        match (reading.end(), read) {
            (Err(DatabaseError::Program { why, .. }), _) => Err(not_a_backup(why)),
            (Err(error), _) => Err(error),
            (Ok(()), Err(error)) => Err(not_a_backup(error.to_string())),
            (Ok(()), Ok(None)) => Err(not_a_backup("it has no change record".to_owned())),
            (Ok(()), Ok(Some(backup))) => Ok(backup),
        }
    }

    /// Puts a backup in the place of all that the database holds, in one transaction.
    pub fn restore(&self, file: &Path) -> Result<(), DatabaseError> {
        let mut psql = self.command("psql")?;
        psql.args(["--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", "--file=-"]);
        psql.stdin(Stdio::piped()).stdout(Stdio::null());
        let mut psql = Running::start("psql", psql)?;
        let Some(stdin) = psql.child.stdin.take() else { return psql.end() };
        // Ended while it still waits for more, it commits nothing: half a script must never look like a whole one.
        if let Err((error, _waiting)) = self.feed(stdin, file) {
            let said = psql.stop()?;
            return Err(if said.is_empty() { error } else { failed("psql", &said) });
        }
        psql.end()
    }

    /// Feeds psql with the script; when that fails, gives back the pipe, still open.
    fn feed(&self, mut psql: ChildStdin, file: &Path) -> Result<(), (DatabaseError, ChildStdin)> {
        match self.write_script(&mut psql, file) {
            Ok(()) => Ok(()),
            Err(error) => Err((error, psql)),
        }
    }

    /// The tables and rows first, then what guards them: until then a row may still be mended.
    fn write_script(&self, psql: &mut ChildStdin, file: &Path) -> Result<(), DatabaseError> {
        let broken = |error: io::Error| failed("psql", &error.to_string());
        psql.write_all(MAKE_ROOM.as_bytes()).map_err(broken)?;
        self.copy(&["--section=pre-data", "--section=data"], file, psql)?;
        psql.write_all(FORGET_TRANSACTIONS.as_bytes()).map_err(broken)?;
        self.copy(&["--section=post-data"], file, psql)
    }

    fn copy(&self, sections: &[&str], file: &Path, psql: &mut ChildStdin) -> Result<(), DatabaseError> {
        let mut script = self.script(file, sections)?;
        let copied = script.child.stdout.take().map_or(Ok(0), |mut stdout| io::copy(&mut stdout, psql));
        let ended = script.end();
        copied.map_err(|error| failed("psql", &error.to_string()))?;
        ended
    }

    /// Starts to write the script that makes a database from a backup.
    fn script(&self, file: &Path, sections: &[&str]) -> Result<Running, DatabaseError> {
        let file = path::absolute(file).map_err(|error| failed("pg_restore", &error.to_string()))?;
        let mut restore = self.command("pg_restore")?;
        restore.args(["--no-owner", "--no-acl", "--file=-"]).args(sections).arg(file).stdout(Stdio::piped());
        Running::start("pg_restore", restore)
    }

    fn command(&self, name: &str) -> Result<Command, DatabaseError> {
        let mut command = Binaries::client(name, self.major, &self.environment)?;
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        Ok(command)
    }
}

/// The variables by which Postgres's programs connect (libpq, "Environment Variables"): no argument shows a password.
fn variables(database: &Database) -> Vec<(&'static str, String)> {
    let options = database.pool().connect_options();
    let host = options
        .get_socket()
        .map_or_else(|| options.get_host().to_owned(), |socket| socket.display().to_string());
    let name = options.get_database().unwrap_or_else(|| options.get_username());
    let mut variables = vec![
        ("PGHOST", host),
        ("PGPORT", options.get_port().to_string()),
        ("PGUSER", options.get_username().to_owned()),
        ("PGDATABASE", name.to_owned()),
        ("PGTZ", "UTC".to_owned()),
        ("PGAPPNAME", "signpost".to_owned()),
        ("PGCONNECT_TIMEOUT", "10".to_owned()),
    ];
    let url = options.to_url_lossy();
    if let Some(password) = url.password() {
        variables.push(("PGPASSWORD", percent_decode_str(password).decode_utf8_lossy().into_owned()));
    }
    for (key, value) in url.query_pairs() {
        match key.as_ref() {
            "sslmode" => variables.push(("PGSSLMODE", value.into_owned())),
            "sslrootcert" => variables.push(("PGSSLROOTCERT", value.into_owned())),
            _ => {}
        }
    }
    variables
}

/// A program that runs, and what it complains of.
struct Running {
    name: &'static str,
    child: Child,
    errors: File,
}

impl Running {
    fn start(name: &'static str, mut command: Command) -> Result<Self, DatabaseError> {
        let broken = |error: io::Error| failed(name, &error.to_string());
        let errors = tempfile::tempfile().map_err(broken)?;
        let child = command.stderr(errors.try_clone().map_err(broken)?).spawn().map_err(broken)?;
        Ok(Self { name, child, errors })
    }

    /// Waits for its end.
    fn end(mut self) -> Result<(), DatabaseError> {
        let name = self.name;
        let ended = self.child.wait().map_err(|error| failed(name, &error.to_string()))?;
        if ended.success() {
            return Ok(());
        }
        let said = self.said();
        Err(failed(name, if said.is_empty() { "it was ended from outside" } else { &said }))
    }

    /// Ends it at once, and says what it complained of.
    fn stop(mut self) -> Result<String, DatabaseError> {
        let ended = self.child.kill().and_then(|()| self.child.wait());
        ended.map_err(|error| failed(self.name, &error.to_string()))?;
        Ok(self.said())
    }

    fn said(&mut self) -> String {
        let mut said = Vec::new();
        // What it complained of is a help only: where it cannot be read, the failure is told without it.
        let _ = self.errors.rewind().and_then(|()| self.errors.read_to_end(&mut said));
        String::from_utf8_lossy(&said).trim().to_owned()
    }
}

fn failed(program: &str, why: &str) -> DatabaseError {
    DatabaseError::Program { program: program.to_owned(), why: why.to_owned() }
}

impl Database {
    /// Whether it holds what a restore would take away: changes of a programme, or tables of something else.
    pub async fn holds_data(&self) -> Result<bool, DatabaseError> {
        let mut connection = self.pool().acquire().await?;
        if migrations(&mut connection).await?.applied.is_empty() {
            let tables = sqlx::query_scalar!(
                r#"select exists (
                       select from pg_tables where schemaname not in ('pg_catalog', 'information_schema')
                   ) as "exists!""#
            );
            return Ok(tables.fetch_one(&mut *connection).await?);
        }
        let changes = sqlx::query_scalar!(r#"select exists (select from change) as "exists!""#);
        Ok(changes.fetch_one(&mut *connection).await?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_is_a_backup_when_it_has_the_record_and_the_migrations() {
        let change = "COPY public.change (id, at) FROM stdin;\n1\t2026-11-23 20:00:00+00\n2\t2026-11-24 08:00:00.5+00\n\\.\n";
        let migrations = "COPY public._sqlx_migrations (version, success) FROM stdin;\n1\tt\n99\tt\n\\.\n";
        let backup = Backup::of_script(format!("{change}{migrations}").as_bytes()).unwrap().unwrap();
        assert_eq!(
            (backup.changes, backup.migrations.as_slice(), backup.foreign()),
            (2, &[1, 99][..], Some(99))
        );
        assert_eq!(backup.newest.unwrap().to_string(), "2026-11-24T08:00:00.5Z");
        assert_eq!(Backup::of_script(change.as_bytes()).unwrap(), None);
        let quoted = format!("COPY public.page (text) FROM stdin;\n{change}\\.\n{migrations}");
        assert_eq!(Backup::of_script(quoted.replace("stdin;\n1", "stdin;x\n1").as_bytes()).unwrap(), None);
    }
}
