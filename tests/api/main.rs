//! The API, asked what its document allows and what it does not, thousands of times: schemathesis makes up the questions.

use anyhow::{Context, Result};
use signpost_tests::{Site, made_up_questions};

/// How many questions are made up for each endpoint and phase.
const EACH: u32 = 500;
/// How many there are at least, in all.
const LEAST: u32 = 5000;

#[tokio::test(flavor = "multi_thread")]
async fn no_question_breaks_the_api_nor_gets_an_answer_outside_of_its_schema() -> Result<()> {
    let site = Site::start().await?;
    let asked = made_up_questions(&site.at("/api/openapi.json"), &site.at(""), EACH).await?;
    assert!(asked.is_sound, "{}", asked.words);
    assert!(asked.count >= LEAST, "only {} questions:\n{}", asked.count, asked.words);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_outside_of_its_schema_is_found() -> Result<()> {
    let site = Site::start().await?;
    let folder = tempfile::tempdir()?;
    let document = site.any_page("/api/openapi.json").await?;
    let mut document: serde_json::Value = serde_json::from_str(&document)?;
    // A schema that says otherwise than the site does.
    document["components"]["schemas"]["Gift"]["properties"]["what"]["type"] = "integer".into();
    let path = folder.path().join("openapi.json");
    std::fs::write(&path, document.to_string())?;
    let path = path.to_str().context("a path that is text")?;
    let asked = made_up_questions(path, &site.at(""), 1).await?;
    assert!(!asked.is_sound && asked.words.contains("/api/v1/gifts"), "{}", asked.words);
    Ok(())
}
