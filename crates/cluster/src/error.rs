//! What can go wrong, in a person's words.

use std::io;
use std::path::{Path, PathBuf};

use crate::OLDEST_MAJOR;

/// Why there is no private cluster to work with: what, where, and what to do next.
#[derive(Debug, thiserror::Error)]
pub enum ClusterError {
    /// A client program is not on this machine, or is older than the server.
    #[error(
        "there is no {program} of PostgreSQL {major} or newer on this machine, and an older one does not understand \
         the server: install the client programs (Debian, Ubuntu: apt-get install postgresql-client-{major}), or set \
         SIGNPOST_POSTGRES_BIN to the folder that they are in"
    )]
    NoClient {
        /// The program.
        program: String,
        /// The server's major version.
        major: u32,
    },
    /// This machine has no Postgres server that is new enough.
    #[error(
        "no PostgreSQL server ({OLDEST_MAJOR} or newer) was found on this machine. Install one:\n  \
         Debian, Ubuntu:  sudo apt-get install postgresql\n  \
         Fedora, RHEL:    sudo dnf install postgresql-server\n  \
         Alpine:          sudo apk add postgresql17 postgresql17-client\n  \
         macOS:           brew install postgresql@17\n\
         or set SIGNPOST_POSTGRES_BIN to the folder that holds initdb, pg_ctl and postgres,\n\
         or set DATABASE_URL to a server that is running already."
    )]
    NoServer,

    /// The data was made by another major version than those on this machine.
    #[error(
        "the data in {} was made by PostgreSQL {major}, and this machine has no server of that version. \
         Install PostgreSQL {major}; to move to a newer one, back up with {major} first \
         (signpost database backup) and restore into a new data directory.",
        folder.display()
    )]
    NoServerOfMajor {
        /// The data's major version.
        major: u32,
        /// The cluster's data.
        folder: PathBuf,
    },

    /// `SIGNPOST_POSTGRES_BIN` names a folder without a server, or with one too old.
    #[error(
        "SIGNPOST_POSTGRES_BIN is {}, which does not hold initdb, pg_ctl and postgres of version \
         {OLDEST_MAJOR} or newer. Set it to a folder that does, or unset it.",
        folder.display()
    )]
    NotBinaries {
        /// The folder that the variable names.
        folder: PathBuf,
    },

    /// A program that belongs to Postgres is not beside its server.
    #[error(
        "{program} is not in {}, beside the PostgreSQL server. Install PostgreSQL's client programs of the same version.",
        folder.display()
    )]
    ProgramMissing {
        /// The program's name.
        program: String,
        /// Where it should be.
        folder: PathBuf,
    },

    /// Nothing says where people's data goes.
    #[error(
        "there is no home directory to keep data in. Set SIGNPOST_DATA_DIR to a folder for it, \
         or DATABASE_URL to a PostgreSQL server."
    )]
    NoDataHome,

    /// No cluster was ever made here.
    #[error(
        "there is no database in {} yet. Either make a private one there with: signpost database init\n\
         or set DATABASE_URL to a PostgreSQL server, as in postgres://user@host/signpost.",
        directory.display()
    )]
    NoCluster {
        /// The data directory.
        directory: PathBuf,
    },

    /// The user that Postgres runs as cannot enter a folder on the way.
    #[error(
        "PostgreSQL will not run as root, and the user {user}, which it runs as instead, cannot enter {}. \
         Open that folder (chmod o+x), or set SIGNPOST_DATA_DIR to a place that {user} can enter.",
        folder.display()
    )]
    ClosedFolder {
        /// The first folder from the root that is closed.
        folder: PathBuf,
        /// The user that Postgres runs as.
        user: String,
    },

    /// Root has nobody to run Postgres as.
    #[error(
        "PostgreSQL will not run as root, and this machine has neither a user postgres nor a user nobody. \
         Make one (useradd --system postgres), or run as somebody other than root."
    )]
    NoUnprivilegedUser,

    /// Other processes still work with the cluster.
    #[error("the database in {} is in use by another Signpost process. Stop that one first; the last one to leave stops the database.", directory.display())]
    InUse {
        /// The data directory.
        directory: PathBuf,
    },

    /// The folder for the socket belongs to somebody else.
    #[error("{} must be a folder of the user that PostgreSQL runs as, and of nobody else, since the database's socket goes there. Remove it, or choose a shorter SIGNPOST_DATA_DIR.", folder.display())]
    ForeignSocketFolder {
        /// The folder under `/tmp`.
        folder: PathBuf,
    },

    /// The data is there, but not its version.
    #[error("{} does not hold a PostgreSQL version, so this is no database. Restore the folder from a backup, or move it away and run: signpost database init", file.display())]
    NoVersion {
        /// The file that should say it.
        file: PathBuf,
    },

    /// One of Postgres's own programs failed.
    #[error("{program} failed: {output}")]
    Program {
        /// The program's name.
        program: String,
        /// What it said.
        output: String,
    },

    /// The server does not come up.
    #[error("PostgreSQL does not start: {output}\nIts log is {}.", log.display())]
    NotStarting {
        /// The end of the log, or what `pg_ctl` said.
        output: String,
        /// The server's log.
        log: PathBuf,
    },

    /// A file or folder is not as it should be.
    #[error("cannot {action} {}: {source}", path.display())]
    File {
        /// What was meant to happen, as in "open".
        action: &'static str,
        /// Where.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
}

impl ClusterError {
    /// For `map_err`: a file operation that failed, and where.
    pub(crate) fn file(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::File { action, path, source }
    }
}
