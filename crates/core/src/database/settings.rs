//! The arguments and variables that say where the database is.

use std::convert::Infallible;
use std::path::PathBuf;
use std::str::FromStr;
use std::{fmt, fs};

use sqlx::postgres::PgConnectOptions;

use crate::database::DatabaseError;

/// Where the database is: a part of the settings of every program.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(next_help_heading = "Database")]
pub struct Settings {
    /// A Postgres database, as <postgres://user:password@host/name>; without one, the private cluster
    #[arg(long, env = "DATABASE_URL", hide_env_values = true, value_name = "URL", global = true)]
    pub database_url: Option<Secret>,

    /// A file that holds the database URL, as a container's secret
    #[arg(long, env = "DATABASE_URL_FILE", value_name = "FILE", global = true)]
    pub database_url_file: Option<PathBuf>,

    /// The folder of the private cluster; else `.data` here where it exists, else the user's data home
    #[arg(long, env = "SIGNPOST_DATA_DIR", value_name = "FOLDER", global = true)]
    pub data_dir: Option<PathBuf>,

    /// The folder with the programs of Postgres; else the newest on this machine
    #[arg(long, env = "SIGNPOST_POSTGRES_BIN", value_name = "FOLDER", global = true)]
    pub postgres_bin: Option<PathBuf>,
}

/// A text that is never printed, as it may hold a password.
#[derive(Clone, Default)]
pub struct Secret(String);

impl Secret {
    /// The text itself.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl FromStr for Secret {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(if self.0.is_empty() { "empty" } else { "(not shown)" })
    }
}

impl Settings {
    /// The settings that name a database by its URL.
    pub fn of_url(url: &str) -> Self {
        Self { database_url: Some(Secret(url.to_owned())), ..Self::default() }
    }

    /// How to connect to the database that they name; `None`: to the private cluster. An empty URL names none.
    pub(crate) fn named(&self) -> Result<Option<PgConnectOptions>, DatabaseError> {
        let url = match (&self.database_url, &self.database_url_file) {
            (Some(url), _) if !url.0.is_empty() => url.0.clone(),
            (_, Some(file)) if !file.as_os_str().is_empty() => {
                let text = fs::read_to_string(file);
                text.map_err(|source| DatabaseError::UrlFile { file: file.clone(), source })?
            }
            _ => return Ok(None),
        };
        url.trim().parse().map(Some).map_err(|_| DatabaseError::Url)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    #[test]
    fn a_password_is_never_printed() {
        let settings = Settings::of_url("postgres://office:hunter2@localhost/signpost");
        let printed = format!("{settings:?}");
        assert!(!printed.contains("hunter2"), "{printed}");
        let wrong = Settings::of_url("hunter2").named().unwrap_err();
        assert!(!format!("{wrong} {wrong:?}").contains("hunter2"), "{wrong}");
    }

    #[test]
    fn a_url_may_be_in_a_file_and_an_empty_one_is_none() {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        writeln!(file, "postgres://office@localhost/elsewhere").unwrap();
        let of_file = Settings { database_url_file: Some(file.path().into()), ..Settings::of_url("") };
        assert_eq!(of_file.named().unwrap().unwrap().get_database(), Some("elsewhere"));
        assert!(Settings::of_url("").named().unwrap().is_none());
        assert!(Settings::default().named().unwrap().is_none());
        let missing = Settings { database_url_file: Some("/nowhere/url".into()), ..Settings::default() };
        assert!(missing.named().unwrap_err().to_string().contains("/nowhere/url"));
    }
}
