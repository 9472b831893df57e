//! What others know: the accessibility rules of axe-core, html-validate, readers and validators of what programs read,
//! and schemathesis, which asks an API everything.

use std::fs;
use std::path::PathBuf;
use std::process::Stdio;

use anyhow::{Context, Result};
use serde_json::Value;
use tokio::io::AsyncWriteExt;
use tokio::process::Command;

use crate::{Browser, checkout};

/// The rules that hold on every page: WCAG 2.2 A and AA, and what is good practice besides.
const RULES: &str = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']";

/// Where `cargo xtask test` puts the tools.
fn tool(path: &str) -> PathBuf {
    checkout().join("tests/tools/node_modules").join(path)
}

/// What axe-core finds on the page that a browser shows, a line each.
///
/// # Errors
/// It is not installed, or the page does not let it run.
pub async fn accessibility_faults(browser: &Browser) -> Result<Vec<String>> {
    let axe = fs::read_to_string(tool("axe-core/axe.min.js")).context("axe-core: run `cargo xtask test`")?;
    let script = format!(
        "{axe}; const {{ violations }} = await axe.run(document, {{ runOnly: {RULES} }});
         return violations.flatMap(({{ id, nodes }}) =>
             nodes.map(node => `${{id}}: ${{node.html}} ${{node.failureSummary}}`))"
    );
    lines(&browser.evaluate(&script).await?)
}

/// What html-validate finds in a page's text, a line each.
///
/// # Errors
/// It is not installed, or fails.
pub async fn markup_faults(html: &str) -> Result<Vec<String>> {
    let mut validator = Command::new("node")
        .arg(tool("html-validate/bin/html-validate.mjs"))
        .args(["--stdin", "--stdin-filename", "page.html", "--formatter", "json"])
        .arg("--config")
        .arg(checkout().join("tests/tools/html-validate.json"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .context("node does not start: run `cargo xtask test`")?;
    validator.stdin.take().context("its input")?.write_all(html.as_bytes()).await?;
    let output = validator.wait_with_output().await?;
    let report: Value =
        serde_json::from_slice(&output.stdout).context("html-validate: run `cargo xtask test`")?;
    let files = report.as_array().into_iter().flatten();
    let messages =
        files.flat_map(|file| file.get("messages").and_then(Value::as_array).into_iter().flatten());
    let text = |message: &Value, name: &str| message.get(name).map(ToString::to_string).unwrap_or_default();
    let line = |message: &Value| {
        format!("line {}: {} ({})", text(message, "line"), text(message, "message"), text(message, "ruleId"))
    };
    Ok(messages.map(line).collect())
}

/// What ical.js reads in calendars: of each its `events`, and its `happenings`, where those that repeat are every time
/// that they are.
///
/// # Errors
/// It is not installed, or cannot read one of them.
pub async fn calendar_facts(calendars: &[String]) -> Result<Vec<Value>> {
    let facts = through("calendars.mjs", &calendars.into()).await?;
    Ok(facts.as_array().context("a calendar each")?.clone())
}

/// What others find wrong in documents that programs read, a line each. A document is its kind (`atom`, `sitemap`,
/// `geojson`, `jsonld`, `schema.org`), a name for it, and its text.
///
/// # Errors
/// The tools are not installed, or fail.
pub async fn document_faults(documents: &[[String; 3]]) -> Result<Vec<String>> {
    lines(&through("feeds.mjs", &serde_json::to_value(documents)?).await?)
}

/// What a script of ours makes of a value.
async fn through(script: &str, input: &Value) -> Result<Value> {
    let mut node = Command::new("node")
        .arg(checkout().join("tests/tools").join(script))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .context("node does not start: run `cargo xtask test`")?;
    let mut given = node.stdin.take().context("its input")?;
    let text = input.to_string();
    let write = tokio::spawn(async move { given.write_all(text.as_bytes()).await });
    let output = node.wait_with_output().await?;
    write.await??;
    anyhow::ensure!(output.status.success(), "{script} fails: run `cargo xtask test`");
    Ok(serde_json::from_slice(&output.stdout)?)
}

fn lines(found: &Value) -> Result<Vec<String>> {
    let found = found.as_array().context("a list of faults")?;
    Ok(found.iter().map(|fault| fault.as_str().unwrap_or_default().to_owned()).collect())
}

/// What came of questions that were made up.
#[derive(Debug)]
pub struct Asked {
    /// Whether every answer was what the document allows.
    pub is_sound: bool,
    /// How many questions there were.
    pub count: u32,
    /// What was said of them.
    pub words: String,
}

/// Asks an API at an address what its document allows and what it does not, so many times for each endpoint. The same document gets
/// the same questions each time.
///
/// # Errors
/// Schemathesis is not installed, or says nothing that can be understood.
pub async fn made_up_questions(document: &str, address: &str, each: u32) -> Result<Asked> {
    let checks = "not_a_server_error,status_code_conformance,content_type_conformance,\
                  response_headers_conformance,response_schema_conformance";
    let folder = tempfile::tempdir()?;
    let output = Command::new(checkout().join("target/python/bin/schemathesis"))
        .args(["run", document, "--url", address])
        .args(["--phases", "examples,coverage,fuzzing", "--checks", checks])
        .args(["--max-examples", &each.to_string(), "--seed", "1", "--workers", "2", "--continue-on-failure"])
        .env("NO_COLOR", "1")
        // It keeps what it has learnt where it runs.
        .current_dir(folder.path())
        .kill_on_drop(true)
        .output()
        .await
        .context("schemathesis does not start: run `cargo xtask test`")?;
    let words = String::from_utf8_lossy(&output.stdout).into_owned();
    let count =
        words.lines().find_map(|line| line.trim().split_once(" generated")?.0.replace(',', "").parse().ok());
    let count = count.with_context(|| format!("no number of test cases in: {words}"))?;
    Ok(Asked { is_sound: output.status.success(), count, words })
}
