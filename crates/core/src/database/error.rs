//! What can go wrong between a program and its database, in a person's words.

use std::borrow::Cow;
use std::io;
use std::path::PathBuf;

use signpost_cluster::ClusterError;
use sqlx::migrate::MigrateError;

use crate::database::ClockFault;

/// Why the database cannot be worked with: what, where, and what to do next.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DatabaseError {
    /// There is no private cluster, or it does not start.
    #[error(transparent)]
    Cluster(#[from] ClusterError),
    /// What search looks in cannot be written.
    #[error("cannot write what search looks in: {0}")]
    Search(Box<crate::store::StoreError>),
    /// The URL is none.
    #[error(
        "the database URL cannot be read: write one as postgres://user:password@host:5432/name, with special \
         characters in the password percent-encoded"
    )]
    Url,
    /// The URL's file cannot be read.
    #[error(
        "cannot read the database URL from {}, which DATABASE_URL_FILE names ({source}): put the URL there for this user \
         to read, or name another file",
        file.display()
    )]
    UrlFile {
        /// The file.
        file: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// Nothing answers.
    #[error("the database {place} does not answer ({source}): start it, or correct DATABASE_URL")]
    Away {
        /// Which database, without its password.
        place: String,
        /// What was the matter.
        source: sqlx::Error,
    },
    /// The password is wrong, or the server does not let this role in.
    #[error(
        "the database {place} does not let {role} in ({source}): correct the name or password in DATABASE_URL; \
         a role that was never made is made by `signpost database grant`"
    )]
    Refused {
        /// Which database.
        place: String,
        /// The role.
        role: String,
        /// What the server said.
        source: sqlx::Error,
    },
    /// The server has no such database.
    #[error("there is no database {place}: create it first (createdb), then run `signpost database migrate`")]
    NoDatabase {
        /// Which database.
        place: String,
    },
    /// The server is too old.
    #[error("the database {place} is on PostgreSQL {version}: 15 or newer is needed")]
    TooOld {
        /// Which database.
        place: String,
        /// The server's version.
        version: String,
    },
    /// The database does not know the letters of the world.
    #[error(
        "the database {place} has the encoding {encoding} and the character type {ctype}, with which nobody could \
         search in Chinese or Japanese: create one with \
         createdb --template=template0 --encoding=UTF8 --lc-ctype=C.UTF-8 (or en_US.UTF-8)"
    )]
    NotUtf8 {
        /// Which database.
        place: String,
        /// Its encoding.
        encoding: String,
        /// Its character type.
        ctype: String,
    },
    /// There is no schema, or none that this role may see.
    #[error("the database {place} holds no programme that {role} may read: run `signpost database migrate`")]
    NoSchema {
        /// Which database.
        place: String,
        /// The role.
        role: String,
    },
    /// The database is not the private cluster.
    #[error(
        "the database {place} is not a private one: stop it the way that it was started, or unset DATABASE_URL \
         to stop the private database"
    )]
    NotPrivate {
        /// Which database.
        place: String,
    },
    /// The schema is older than the program.
    #[error(
        "the database {place} is older than this program ({pending} migrations to apply): run `signpost database migrate`"
    )]
    Older {
        /// Which database.
        place: String,
        /// How many migrations are to be applied.
        pending: usize,
    },
    /// The schema is newer than the program, or another program's.
    #[error(
        "the database {place} is newer than this program (migration {version} is not one of its own): \
         install the newer Signpost that was used on it"
    )]
    Newer {
        /// Which database.
        place: String,
        /// The migration that this program does not have.
        version: i64,
    },
    /// A migration did not work, or is not the one that was applied.
    #[error("the database cannot be migrated: {0}")]
    Migration(#[from] MigrateError),
    /// The role may not make the others.
    #[error(
        "{role} may not make roles: have an administrator run `create role {missing} login` (with a password where \
         the server asks for one), then run `signpost database grant` again"
    )]
    MayNotMakeRoles {
        /// The role that was logged in.
        role: String,
        /// The role that is missing.
        missing: String,
    },
    /// A file is no backup of a programme.
    #[error("{} is not a backup of Signpost ({why}): give a file that `signpost database backup` wrote", file.display())]
    NotABackup {
        /// The file.
        file: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// One of Postgres's own programs failed.
    #[error("{program} failed: {why}")]
    Program {
        /// The program.
        program: String,
        /// What it said.
        why: String,
    },
    /// The time is not known well enough to work by.
    #[error(transparent)]
    Clock(#[from] ClockFault),
    /// The database refused or broke off.
    #[error("{}", failure_words(.0))]
    Failed(#[from] sqlx::Error),
}

/// What a failure of the database means, by the code that the server gave (Postgres, appendix A).
pub(crate) fn failure_words(error: &sqlx::Error) -> String {
    match code(error).as_deref() {
        Some("53100") => format!("the database's disk is full ({error}): make room on it, then do it again"),
        Some("53300") => {
            format!("the database has no connection left ({error}): try again, or raise its max_connections")
        }
        _ => format!("the database failed: {error}"),
    }
}

fn code(error: &sqlx::Error) -> Option<String> {
    error.as_database_error()?.code().map(Cow::into_owned)
}

impl DatabaseError {
    /// Whether a setting is at fault: trying again mends nothing then, while a database that is away may come back.
    pub const fn is_of_settings(&self) -> bool {
        matches!(
            self,
            Self::Url
                | Self::UrlFile { .. }
                | Self::Refused { .. }
                | Self::NoDatabase { .. }
                | Self::TooOld { .. }
                | Self::NotUtf8 { .. }
        )
    }

    /// What a failure to connect means, by the code that the server gave (Postgres, appendix A).
    pub(crate) fn of_connecting(source: sqlx::Error, place: &str, role: &str) -> Self {
        let (place, role) = (place.to_owned(), role.to_owned());
        match code(&source).as_deref() {
            Some("28P01" | "28000") => Self::Refused { place, role, source },
            Some("3D000") => Self::NoDatabase { place },
            _ => Self::Away { place, source },
        }
    }
}
