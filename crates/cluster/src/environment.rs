//! The variables that say where things are.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::ClusterError;

/// What a process's surroundings say about the data directory and the Postgres binaries.
///
/// Read once, at the start of a program, with [`Environment::read`]; tests fill it in themselves.
/// An empty variable counts as one that is not set.
#[derive(Debug, Clone, Default)]
pub struct Environment {
    /// `SIGNPOST_DATA_DIR`: the data directory, whatever else there is.
    pub data_dir: Option<PathBuf>,
    /// `SIGNPOST_POSTGRES_BIN`: the folder with `initdb`, `pg_ctl` and `postgres`.
    pub postgres_bin: Option<PathBuf>,
    /// `PATH`.
    pub path: OsString,
    /// `HOME`.
    pub home: Option<PathBuf>,
    /// `XDG_DATA_HOME`.
    pub xdg_data_home: Option<PathBuf>,
    /// The working directory.
    pub working_directory: PathBuf,
    /// Whether the process runs as root.
    pub is_root: bool,
}

impl Environment {
    /// The surroundings of this process.
    pub fn read() -> Self {
        let variable = |name| env::var_os(name).filter(|value| !value.is_empty());
        Self {
            data_dir: variable("SIGNPOST_DATA_DIR").map(PathBuf::from),
            postgres_bin: variable("SIGNPOST_POSTGRES_BIN").map(PathBuf::from),
            path: variable("PATH").unwrap_or_default(),
            home: variable("HOME").map(PathBuf::from),
            xdg_data_home: variable("XDG_DATA_HOME").map(PathBuf::from),
            working_directory: env::current_dir().unwrap_or_default(),
            is_root: rustix::process::geteuid().is_root(),
        }
    }

    /// The folder that holds the private cluster, which need not exist yet.
    ///
    /// `SIGNPOST_DATA_DIR`; else `.data` in the working directory where that exists, as in a
    /// checkout; else, for root, `/var/lib/signpost`, since root's own home is closed to the user
    /// that Postgres runs as; else the user's data home.
    pub fn data_directory(&self) -> Result<PathBuf, ClusterError> {
        if let Some(folder) = &self.data_dir {
            return Ok(self.working_directory.join(folder));
        }
        let checkout = self.working_directory.join(".data");
        if checkout.is_dir() {
            return Ok(checkout);
        }
        if self.is_root {
            return Ok(PathBuf::from("/var/lib/signpost"));
        }
        self.data_home().ok_or(ClusterError::NoDataHome)
    }

    /// `$XDG_DATA_HOME/signpost` or the system's usual place; a relative `XDG_DATA_HOME` is
    /// ignored, as the XDG base directory specification asks.
    fn data_home(&self) -> Option<PathBuf> {
        let absolute = |path: &&PathBuf| path.is_absolute();
        if let Some(folder) = self.xdg_data_home.as_ref().filter(absolute) {
            return Some(folder.join("signpost"));
        }
        let usual = if cfg!(target_os = "macos") {
            Path::new("Library/Application Support/signpost")
        } else {
            Path::new(".local/share/signpost")
        };
        Some(self.home.as_ref().filter(absolute)?.join(usual))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn somebody() -> Environment {
        Environment {
            home: Some("/home/mei".into()),
            working_directory: "/nowhere".into(),
            ..Environment::default()
        }
    }

    #[test]
    fn the_data_directory_is_the_first_place_that_is_named() {
        let home = if cfg!(target_os = "macos") {
            "/home/mei/Library/Application Support/signpost"
        } else {
            "/home/mei/.local/share/signpost"
        };
        let cases = [
            (somebody(), home),
            (
                Environment { xdg_data_home: Some("/home/mei/xdg".into()), ..somebody() },
                "/home/mei/xdg/signpost",
            ),
            (Environment { xdg_data_home: Some("relative".into()), ..somebody() }, home),
            (
                Environment { is_root: true, xdg_data_home: Some("/root/xdg".into()), ..somebody() },
                "/var/lib/signpost",
            ),
            (
                Environment { data_dir: Some("/srv/signpost".into()), is_root: true, ..somebody() },
                "/srv/signpost",
            ),
            (Environment { data_dir: Some("here".into()), ..somebody() }, "/nowhere/here"),
        ];
        for (environment, expected) in cases {
            let directory = environment.data_directory().unwrap();
            assert_eq!(directory, Path::new(expected), "{environment:?}");
        }
    }

    #[test]
    fn a_checkout_with_a_data_folder_is_its_own_place() {
        let checkout = tempfile::tempdir().unwrap();
        let environment = Environment { working_directory: checkout.path().into(), ..somebody() };
        assert!(environment.data_directory().unwrap().starts_with("/home/mei"));

        let data = checkout.path().join(".data");
        std::fs::create_dir(&data).unwrap();
        assert_eq!(environment.data_directory().unwrap(), data);
        let root = Environment { is_root: true, ..environment };
        assert_eq!(root.data_directory().unwrap(), data);
    }

    #[test]
    fn without_a_home_the_variable_to_set_is_named() {
        let environment = Environment { home: None, ..somebody() };
        let error = environment.data_directory().unwrap_err();
        assert!(error.to_string().contains("SIGNPOST_DATA_DIR"), "{error}");
    }
}
