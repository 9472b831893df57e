//! A site of its own for a test: a database with the demonstration, and the server's process over it.

use std::process::Stdio;

use anyhow::{Context, Result};
use signpost_core::database::TestDatabase;
use signpost_core::dataset::{self, Dataset};
use signpost_core::store::change::{self, NewChange};
use signpost_core::store::import::{self, Removal};
use signpost_core::{ChangeId, Id, samples};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use crate::{checkout, program};

/// A running site with the demonstration in it; it ends with this value.
pub struct Site {
    database: TestDatabase,
    server: Server,
}

/// The server's process over a database; it ends with this value.
pub struct Server {
    address: String,
    _process: Child,
}

/// The moment that it is for the site: what the pages say does not change with the day of the test.
const NOW: &str = "2026-11-23T20:00:00Z";

impl Site {
    /// A site with the demonstration, and with photographs and a document in it.
    pub async fn start() -> Result<Self> {
        let database = TestDatabase::create().await?;
        let mut demonstration = dataset::read(&checkout().join("demo/cupertino"))
            .map_err(|faults| anyhow::anyhow!("the demonstration has faults: {faults}"))?;
        samples::attach(&mut demonstration, "toyokawa", "students-from-toyokawa-2025")
            .context("the demonstration has no Toyokawa")?;
        fill(&database, &demonstration).await?;
        let server = Server::start(&database, NOW).await?;
        Ok(Self { database, server })
    }

    /// An address of the site: its scheme, host and port with a path.
    pub fn at(&self, path: &str) -> String {
        self.server.at(path)
    }

    /// The text of a page, also of one that says that nothing is there.
    pub async fn any_page(&self, path: &str) -> Result<String> {
        Ok(reqwest::get(self.at(path)).await?.text().await?)
    }

    /// The database under the site.
    pub const fn database(&self) -> &TestDatabase {
        &self.database
    }
}

impl Server {
    /// A server for whom it is always the same moment.
    pub async fn start(database: &TestDatabase, now: &str) -> Result<Self> {
        let mut process = Command::new(program("signpost-server")?)
            .args(["--listen", "127.0.0.1:0", "--metrics-listen", "off", "--log-format", "json"])
            .env("DATABASE_URL", database.web_url())
            .env("SIGNPOST_CLOCK", now)
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()?;
        Ok(Self { address: public_address(&mut process).await?, _process: process })
    }

    /// An address of the site: its scheme, host and port with a path.
    pub fn at(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    /// The text of a page that is there.
    pub async fn page(&self, path: &str) -> Result<String> {
        Ok(reqwest::get(self.at(path)).await?.error_for_status()?.text().await?)
    }
}

async fn fill(database: &TestDatabase, demonstration: &Dataset) -> Result<()> {
    let mut transaction = database.owner()?.begin().await?;
    let change = NewChange::new(ChangeId::derived("change", "demonstration"), "a test", "import");
    change::begin(&mut transaction, &change).await?;
    import::run(&mut transaction, demonstration, Removal::Keep).await?;
    Ok(transaction.commit().await?)
}

/// The address that the server says it serves at.
async fn public_address(server: &mut Child) -> Result<String> {
    let words = server.stderr.take().context("what the server says")?;
    let mut lines = BufReader::new(words).lines();
    while let Some(line) = lines.next_line().await? {
        let line: serde_json::Value = serde_json::from_str(&line)?;
        if let Some(address) = line.get("public_address").and_then(serde_json::Value::as_str) {
            tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
            return Ok(address.to_owned());
        }
    }
    anyhow::bail!("the server ended before it served")
}
