//! What others know about good markup holds on every page, by html-validate.

use anyhow::Result;
use signpost_tests::{Site, markup_faults};

use crate::pages::PAGES;

#[tokio::test]
async fn the_markup_of_every_page_is_valid() -> Result<()> {
    let site = Site::start().await?;
    let mut faults = Vec::new();
    for &(name, path) in PAGES {
        let found = markup_faults(&site.any_page(path).await?).await?;
        faults.extend(found.iter().map(|fault| format!("{name}, {fault}")));
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    Ok(())
}

#[tokio::test]
async fn the_validator_finds_faults() -> Result<()> {
    let found = markup_faults(
        "<!doctype html><html lang=\"en\"><head><title>x</title></head><body><p><div></p></body></html>",
    );
    assert!(!found.await?.is_empty());
    Ok(())
}
