//! What a screen reader reads. The whole of it, page by page, is an output of the run, in `target/pictures`.

use std::fs;

use anyhow::Result;
use signpost_tests::{Browser, Site, checkout};

use crate::pages::{DESK, PAGES};

/// What must have a name to be of any use.
const NAMED: [&str; 9] =
    ["link", "button", "image", "heading", "combobox", "textbox", "Date", "navigation", "DisclosureTriangle"];

#[tokio::test(flavor = "multi_thread")]
async fn everything_that_is_read_has_a_name() -> Result<()> {
    let (site, browser) = (Site::start().await?, Browser::start().await?);
    let folder = checkout().join("target/pictures");
    fs::create_dir_all(&folder)?;
    for &(name, path) in PAGES {
        browser.open(&site.at(path), DESK).await?;
        let reading = browser.reading().await?;
        fs::write(folder.join(format!("{name}.txt")), &reading)?;
        let nodes = reading.lines().map(str::trim_start);
        for node in nodes.clone() {
            let nameless = NAMED.iter().any(|role| node.starts_with(&format!("{role} \"\"")));
            assert!(!nameless, "{name} has something without a name: {node}\n{reading}");
        }
        let ranks: Vec<u32> = nodes
            .clone()
            .filter(|node| node.starts_with("heading "))
            .filter_map(|node| node.rsplit_once("level=")?.1.split(' ').next()?.parse().ok())
            .collect();
        let first = ranks.first().copied();
        assert_eq!(first, Some(1), "{name} begins with its own heading: {ranks:?}");
        let skips = ranks.windows(2).any(|pair| matches!(pair, [above, below] if *below > above + 1));
        assert!(!skips, "{name} skips a rank of headings: {ranks:?}");
        assert_eq!(nodes.filter(|node| node.starts_with("main ")).count(), 1, "{name} has one main part");
    }
    browser.quit().await
}
