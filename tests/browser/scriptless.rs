//! The site where no script runs.

use anyhow::Result;
use signpost_tests::{Browser, Site};

use crate::pages::{PAGES, PHONE};

#[tokio::test(flavor = "multi_thread")]
async fn the_same_is_read_and_opened_without_script() -> Result<()> {
    let (site, browser, scriptless) =
        (Site::start().await?, Browser::start().await?, Browser::start().await?);
    scriptless.forbid_scripts().await?;
    for &(name, path) in PAGES {
        browser.open(&site.at(path), PHONE).await?;
        scriptless.look(&site.at(path), PHONE).await?;
        let (with, without) = (browser.reading().await?, scriptless.reading().await?);
        let (with, without): (Vec<_>, Vec<_>) =
            (with.lines().filter(is_of_the_page).collect(), without.lines().filter(is_of_the_page).collect());
        assert_eq!(with, without, "{name} says something else without script");
    }
    let opens = async |details: &str| -> Result<bool> {
        scriptless.enter(&format!("{details} > summary")).await?;
        Ok(scriptless.attributes(details).await?.iter().any(|name| name == "open"))
    };
    scriptless.look(&site.at("/"), PHONE).await?;
    assert!(opens(".menu-narrow").await? && opens(".fold").await?);
    browser.quit().await?;
    scriptless.quit().await
}

/// Whether a line is not the script's: it adds the button that puts a notice away, and lets clocks go on.
fn is_of_the_page(line: &&str) -> bool {
    !["Put this notice away", "\u{d7}", "M in "].iter().any(|words| line.contains(words))
}
