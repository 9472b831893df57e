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
    #[command(after_help = "Doing it again changes nothing.")]
    Migrate,

    /// Say which database it is, and what state it is in
    Status(Output),

    /// Let the site's role read what is public, and nothing else
    #[command(after_help = "\
Needed after a restore, since roles are in no dump. Doing it again changes nothing.")]
    Grant(GrantArguments),

    /// Stop the private database that a killed program left running
    Stop,
}

/// How the site's role logs in.
#[derive(Debug, Args)]
pub(crate) struct GrantArguments {
    /// A file with the password that the site's role logs in with; without one, its password stays
    #[arg(long, env = "SIGNPOST_WEB_PASSWORD_FILE", value_name = "FILE")]
    pub(crate) web_password_file: Option<PathBuf>,
}
