//! Finding the Postgres server of this machine.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::{ClusterError, Environment};

/// The oldest major version of Postgres that serves.
pub const OLDEST_MAJOR: u32 = 15;

/// Folders whose children may be one installation each: parent, how the child's name starts, and
/// where in the child the binaries are.
const INSTALLATIONS: [(&str, &str, &str); 8] = [
    ("/usr/lib/postgresql", "", "bin"),                      // Debian, Ubuntu
    ("/usr", "pgsql-", "bin"),                               // Fedora, RHEL: PostgreSQL's own packages
    ("/usr/libexec", "postgresql", ""),                      // Alpine
    ("/usr/lib", "postgresql", "bin"),                       // openSUSE
    ("/opt/homebrew/opt", "postgresql", "bin"),              // Homebrew
    ("/usr/local/opt", "postgresql", "bin"),                 // Homebrew on Intel
    ("/home/linuxbrew/.linuxbrew/opt", "postgresql", "bin"), // Homebrew on Linux
    ("/Applications/Postgres.app/Contents/Versions", "", "bin"), // Postgres.app
];

/// The folder of one Postgres server's programs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binaries {
    folder: PathBuf,
    version: Version,
}

/// A Postgres version, as in 15.18.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Version {
    major: u32,
    minor: u32,
}

impl Binaries {
    /// The newest server on this machine, of [`OLDEST_MAJOR`] or later.
    ///
    /// Looks in `SIGNPOST_POSTGRES_BIN` and, where that is not set, on `PATH`, where `pg_config`
    /// points, and in the usual places of Linux distributions, Homebrew and Postgres.app.
    pub fn find(environment: &Environment) -> Result<Self, ClusterError> {
        if let Some(folder) = &environment.postgres_bin {
            return newest([folder.clone()], None)
                .ok_or_else(|| ClusterError::NotBinaries { folder: folder.clone() });
        }
        newest(candidates(environment), None).ok_or(ClusterError::NoServer)
    }

    /// The newest server whose major version is that of existing `data`.
    pub(crate) fn find_for(data: &Path, major: u32, environment: &Environment) -> Result<Self, ClusterError> {
        let named = environment.postgres_bin.iter().cloned();
        newest(named.chain(candidates(environment)), Some(major))
            .ok_or_else(|| ClusterError::NoServerOfMajor { major, folder: data.to_owned() })
    }

    /// The folder they are in.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The server's major version, as in 15.
    pub fn major(&self) -> u32 {
        self.version.major
    }

    /// One of Postgres's programs, `psql` for instance, ready for its arguments.
    ///
    /// It speaks English, reads nothing from standard input unless told, and knows none of the
    /// `PG…` variables that somebody may have set for another database.
    pub fn program(&self, name: &str) -> Result<Command, ClusterError> {
        let path = self.folder.join(name);
        if !path.is_file() {
            return Err(ClusterError::ProgramMissing {
                program: name.to_owned(),
                folder: self.folder.clone(),
            });
        }
        Ok(command(&path))
    }

    /// One of Postgres's client programs, `pg_dump` for instance, ready like [`Binaries::program`]: of this major
    /// version of the server, else the oldest newer one, since programs do not understand servers newer than they.
    ///
    /// Looks where [`Binaries::find`] does, but needs no server there.
    pub fn client(name: &str, major: u32, environment: &Environment) -> Result<Command, ClusterError> {
        let folders = match &environment.postgres_bin {
            Some(folder) => vec![folder.clone()],
            None => candidates(environment).into_iter().chain(env::split_paths(&environment.path)).collect(),
        };
        let programs = folders.iter().filter(|folder| folder.is_absolute()).map(|folder| folder.join(name));
        let versions = programs.filter(|path| path.is_file()).filter_map(|path| {
            let line = first_line(Command::new(&path).arg("--version"))?;
            Some((parse_version(&line)?.major, path))
        });
        let fitting = versions.filter(|(version, _)| *version >= major).min_by_key(|(version, _)| *version);
        let (_, path) = fitting.ok_or_else(|| ClusterError::NoClient { program: name.to_owned(), major })?;
        Ok(command(&path))
    }
}

/// A program of Postgres that knows nothing of what somebody set for another database.
fn command(path: &Path) -> Command {
    let mut command = Command::new(path);
    for (variable, _) in env::vars_os() {
        if variable.as_encoded_bytes().starts_with(b"PG") {
            command.env_remove(variable);
        }
    }
    command.env("LC_ALL", "C").env("TZ", "UTC").stdin(Stdio::null());
    command
}

/// Every folder that may hold a server, those nearest to the user's wish first.
fn candidates(environment: &Environment) -> Vec<PathBuf> {
    let on_path = || env::split_paths(&environment.path);
    let mut folders = Vec::new();
    // A link on PATH leads to the folder where the other programs are.
    for found in on_path().filter_map(|folder| fs::canonicalize(folder.join("postgres")).ok()) {
        folders.extend(found.parent().map(Path::to_owned));
    }
    if let Some(pg_config) = on_path().map(|folder| folder.join("pg_config")).find(|p| p.is_file())
        && let Some(folder) = first_line(Command::new(pg_config).arg("--bindir"))
    {
        folders.push(PathBuf::from(folder));
    }
    for (parent, prefix, rest) in INSTALLATIONS {
        folders.extend(installations(Path::new(parent), prefix, rest));
    }
    folders
}

/// The binary folders of the installations in `parent` whose names start with `prefix`.
fn installations(parent: &Path, prefix: &str, rest: &str) -> Vec<PathBuf> {
    let starts = |name: &OsStr| name.as_encoded_bytes().starts_with(prefix.as_bytes());
    fs::read_dir(parent)
        .into_iter()
        .flatten()
        .flatten()
        .filter(|entry| starts(&entry.file_name()))
        .map(|entry| entry.path().join(rest))
        .collect()
}

/// The newest server in `folders`, the earlier of two equal ones; of exactly this major version
/// when one is given.
fn newest(folders: impl IntoIterator<Item = PathBuf>, major: Option<u32>) -> Option<Binaries> {
    let fits = |version: Version| match major {
        Some(major) => version.major == major,
        None => version.major >= OLDEST_MAJOR,
    };
    let mut best: Option<Binaries> = None;
    for folder in folders {
        if let Some(version) = server_version(&folder)
            && fits(version)
            && best.as_ref().is_none_or(|best| version > best.version)
        {
            best = Some(Binaries { folder, version });
        }
    }
    best
}

/// The version of the server in a folder that has all that a cluster needs.
fn server_version(folder: &Path) -> Option<Version> {
    let complete = ["initdb", "pg_ctl", "postgres"].iter().all(|name| folder.join(name).is_file());
    if !complete {
        return None;
    }
    parse_version(&first_line(Command::new(folder.join("postgres")).arg("--version"))?)
}

/// Reads `postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)`, and what other programs print likewise; a test version is `18beta1`.
fn parse_version(line: &str) -> Option<Version> {
    let (_, word) = line.split_once(" (PostgreSQL) ")?;
    let number = |text: &str| -> Option<u32> {
        let digits = text.find(|c: char| !c.is_ascii_digit());
        text.get(..digits.unwrap_or(text.len()))?.parse().ok()
    };
    let minor = word.split_once('.').and_then(|(_, rest)| number(rest));
    Some(Version { major: number(word)?, minor: minor.unwrap_or(0) })
}

/// The first line that a program prints, if it succeeds.
fn first_line(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    if !output.status.success() {
        return None;
    }
    let text = String::from_utf8(output.stdout).ok()?;
    text.lines().next().map(|line| line.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    /// A folder with programs that say they are this version.
    fn installation(parent: &Path, name: &str, version: &str) -> PathBuf {
        let folder = parent.join(name);
        fs::create_dir_all(&folder).unwrap();
        for program in ["initdb", "pg_ctl", "postgres"] {
            let file = folder.join(program);
            let script = format!("#!/bin/sh\necho '{program} (PostgreSQL) {version}'\n");
            fs::write(&file, script).unwrap();
            fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
        }
        folder
    }

    #[test]
    fn versions_are_read_as_every_system_prints_them() {
        let cases = [
            ("postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)", Some((15, 18))),
            ("postgres (PostgreSQL) 17.2", Some((17, 2))),
            ("postgres (PostgreSQL) 18beta1", Some((18, 0))),
            ("postgres (PostgreSQL) 9.6.24", Some((9, 6))),
            ("postgres, the operating system", None),
            ("", None),
        ];
        for (line, expected) in cases {
            let version = parse_version(line).map(|v| (v.major, v.minor));
            assert_eq!(version, expected, "{line}");
        }
    }

    #[test]
    fn the_newest_server_wins_unless_the_data_says_which() {
        let machine = tempfile::tempdir().unwrap();
        let old = installation(machine.path(), "14", "14.9");
        let fifteen = installation(machine.path(), "15", "15.4");
        let nine = installation(machine.path(), "16.9", "16.9");
        let ten = installation(machine.path(), "16.10", "16.10");
        let half = machine.path().join("17");
        fs::create_dir(&half).unwrap();
        fs::write(half.join("postgres"), "").unwrap();
        let folders = [&old, &fifteen, &nine, &ten, &half].map(Clone::clone);

        let of = |major| newest(folders.clone(), major).map(|found| found.folder);
        assert_eq!(of(None), Some(ten.clone()));
        assert_eq!(of(Some(16)), Some(ten));
        assert_eq!(of(Some(15)), Some(fifteen));
        assert_eq!(of(Some(17)), None);
        assert_eq!(newest([old], None), None, "14 is too old");
    }

    #[test]
    fn a_link_on_path_leads_to_the_server() {
        let machine = tempfile::tempdir().unwrap();
        let real = installation(machine.path(), "real", "999.1");
        let links = machine.path().join("links");
        fs::create_dir(&links).unwrap();
        std::os::unix::fs::symlink(real.join("postgres"), links.join("postgres")).unwrap();

        let environment = Environment { path: links.into(), ..Environment::default() };
        let found = Binaries::find(&environment).unwrap();
        assert_eq!(found.folder(), fs::canonicalize(real).unwrap());
        assert_eq!(found.major(), 999);
    }

    #[test]
    fn a_named_folder_without_a_server_is_an_error_that_names_it() {
        let environment =
            Environment { postgres_bin: Some("/nonexistent/bin".into()), ..Environment::read() };
        let error = Binaries::find(&environment).unwrap_err().to_string();
        assert!(error.contains("SIGNPOST_POSTGRES_BIN is /nonexistent/bin"), "{error}");
    }

    #[test]
    fn without_a_server_the_error_says_what_to_install_on_each_system() {
        let error = ClusterError::NoServer.to_string();
        for words in ["apt-get", "dnf", "apk", "brew", "SIGNPOST_POSTGRES_BIN", "DATABASE_URL"] {
            assert!(error.contains(words), "{words} is not in: {error}");
        }
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let machine = tempfile::tempdir().unwrap();
        let folder = installation(machine.path(), "17", "17.1");
        let binaries = newest([folder], None).unwrap();
        assert!(binaries.program("pg_ctl").is_ok());
        let error = binaries.program("psql").unwrap_err().to_string();
        assert!(error.starts_with("psql is not in"), "{error}");
    }
}
