//! The database: what can be done with it.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::reading::Output;

/// What to do with the database.
#[derive(Debug, Subcommand)]
pub(crate) enum DatabaseVerb {
    /// Make a database ready: a private one where none is named, its tables, its roles
    #[command(after_help = "\
Where no database is named, a private one is made in the folder of --data-dir, with this machine's \
own PostgreSQL, on a socket that nobody else can reach. Doing it again changes nothing.")]
    Init,

    /// Bring its tables and roles to what this program needs
    #[command(after_help = "\
Examples:
  signpost database migrate --plan
  signpost database migrate

Doing it again changes nothing. Servers of the release before go on serving meanwhile.")]
    Migrate(MigrateArguments),

    /// Say which database it is, and what state it is in
    Status(Output),

    /// Let the site's role read what is public, and nothing else
    #[command(after_help = "\
Needed after a restore, since roles are in no dump. Doing it again changes nothing.")]
    Grant(GrantArguments),

    /// Write all of it to a file, and check the file
    #[command(after_help = "\
Example:
  signpost database backup signpost-2026-11-23.dump

The file holds everything, also what is not public: keep it as safe as the database.")]
    Backup(BackupArguments),

    /// Make the database again what it was when a backup was written
    #[command(after_help = "\
Example:
  signpost database restore signpost-2026-11-23.dump

All of it is restored, or nothing. Stop the site's servers before, and start them again after.")]
    Restore(RestoreArguments),

    /// Stop the private database that a killed program left running
    Stop,
}

/// Whether it is done.
#[derive(Debug, Args)]
pub(crate) struct MigrateArguments {
    /// Only list what would be applied
    #[arg(long)]
    pub(crate) plan: bool,

    #[command(flatten)]
    pub(crate) output: Output,
}

/// How the site's role logs in.
#[derive(Debug, Args)]
pub(crate) struct GrantArguments {
    /// A file with the password that the site's role logs in with; without one, its password stays
    #[arg(long, env = "SIGNPOST_WEB_PASSWORD_FILE", value_name = "FILE")]
    pub(crate) web_password_file: Option<PathBuf>,
}

/// Where a backup is written.
#[derive(Debug, Args)]
pub(crate) struct BackupArguments {
    /// The file to write
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,

    /// Put it in the place of a file that is there
    #[arg(long)]
    pub(crate) replace: bool,
}

/// Which backup is restored.
#[derive(Debug, Args)]
pub(crate) struct RestoreArguments {
    /// A file that `signpost database backup` wrote
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,

    /// Put it in the place of what the database holds
    #[arg(long)]
    pub(crate) replace: bool,

    /// Do not ask
    #[arg(long)]
    pub(crate) yes: bool,
}
