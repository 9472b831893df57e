//! Staff at their desk: a database of their own, and commands that they run.

use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use signpost_core::database::TestDatabase;

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
