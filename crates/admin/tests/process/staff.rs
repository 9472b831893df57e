//! Staff at their desk: a database of their own, and commands that they run.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use signpost_core::database::TestDatabase;
use tempfile::TempDir;

/// A desk with a database.
pub(crate) struct Desk {
    pub(crate) database: TestDatabase,
}

/// What came of a command.
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) data: String,
    pub(crate) words: String,
}

/// The folder of the demonstration.
pub(crate) fn demonstration() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../demo/cupertino")
}

/// A copy of the demonstration's folder, to change.
pub(crate) fn copy_of_demonstration() -> TempDir {
    let copy = tempfile::tempdir().unwrap();
    for (name, text) in files(&demonstration()) {
        let path = copy.path().join(&name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    copy
}

/// The files of a folder, by their paths in it, with their content.
pub(crate) fn files(folder: &Path) -> BTreeMap<PathBuf, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(inner) = folders.pop() {
        for entry in fs::read_dir(inner).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(path.strip_prefix(folder).unwrap().into(), fs::read_to_string(&path).unwrap());
            }
        }
    }
    found
}

impl Desk {
    /// A desk with an empty database.
    pub(crate) async fn empty() -> Self {
        Self { database: TestDatabase::create().await.unwrap() }
    }

    /// A desk with the demonstration imported.
    pub(crate) async fn with_demonstration() -> Self {
        let desk = Self::empty().await;
        let imported = desk.run(&["import", demonstration().to_str().unwrap(), "--actor", "Mei Lin"]);
        assert_eq!(imported.code, 0, "{}", imported.words);
        desk
    }

    /// A command that is ready to run: 80 columns, on 23 November 2026, nobody at a terminal.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_signpost"));
        command
            .args(arguments)
            .env("DATABASE_URL", self.database.url())
            .env("SIGNPOST_CLOCK", "2026-11-23T20:00:00Z");
        command
            .env("COLUMNS", "80")
            .env_remove("SIGNPOST_ACTOR")
            .env_remove("SIGNPOST_DATA_DIR")
            .stdin(Stdio::null());
        command
    }

    /// Runs a command to its end.
    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        self.command(arguments).output().unwrap().into()
    }

    /// Runs a command that must work, and reads the JSON that it prints.
    #[track_caller]
    pub(crate) fn json(&self, arguments: &[&str]) -> Value {
        let ran = self.run(&[arguments, &["--format", "json"]].concat());
        assert_ne!(ran.data, "", "{}", ran.words);
        serde_json::from_str(&ran.data).unwrap()
    }

    /// How often something was changed, as the change record has it.
    pub(crate) async fn changes(&self) -> i64 {
        let owner = self.database.owner().unwrap();
        sqlx::query_scalar("select count(*) from change").fetch_one(&owner).await.unwrap()
    }
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Self {
            code: output.status.code().unwrap_or(-1),
            data: text(output.stdout),
            words: text(output.stderr),
        }
    }
}

impl Ran {
    /// Asserts how it exited, that it printed no data, and that it said each of these.
    #[track_caller]
    pub(crate) fn refuses(&self, code: i32, phrases: &[&str]) {
        assert_eq!((self.code, self.data.as_str()), (code, ""), "{}", self.words);
        for phrase in phrases {
            assert!(self.words.contains(phrase), "no {phrase:?} in: {}", self.words);
        }
    }
}
