//! Pictures of the pages, for people to look at: an output of the run, in `target/pictures`.

use std::fs;

use anyhow::Result;
use signpost_tests::{Browser, Site, View, checkout};

use crate::pages::PAGES;

/// No page is shorter than this, in pixels: shorter ones are pictures of nothing.
const LEAST_HEIGHT: u32 = 400;

#[tokio::test(flavor = "multi_thread")]
async fn pictures_of_every_page_by_day_and_night() -> Result<()> {
    let (site, browser) = (Site::start().await?, Browser::start().await?);
    let folder = checkout().join("target/pictures");
    fs::create_dir_all(&folder)?;
    for (name, path) in PAGES {
        for view in View::ALL {
            browser.open(&site.at(path), view).await?;
            let picture = browser.picture().await?;
            let (width, height) = extent(&picture);
            assert_eq!(width, view.width, "{name} at {view:?}");
            assert!(height > LEAST_HEIGHT, "{name} at {view:?} is {height} pixels high");
            fs::write(folder.join(format!("{name}-{}.png", view.name())), picture)?;
        }
    }
    browser.open(&site.at("/"), View::ALL[0]).await?;
    fs::write(folder.join("readme.png"), browser.first_view().await?)?;
    browser.quit().await
}

/// The width and height that a PNG says it has (PNG specification, 11.2.2).
fn extent(png: &[u8]) -> (u32, u32) {
    let number =
        |at: usize| png.get(at..).and_then(<[u8]>::first_chunk).map_or(0, |bytes| u32::from_be_bytes(*bytes));
    (number(16), number(20))
}
