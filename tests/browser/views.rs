//! Every page on a desk and on a phone, by day and by night: everybody can use it, nothing shifts, nothing overflows.
//! Pictures for people to look at are an output of the run, in `target/pictures`.

use std::fs;

use anyhow::Result;
use serde_json::{Value, json};
use signpost_tests::{Browser, Site, View, accessibility_faults, checkout};

use crate::pages::PAGES;

/// No page is shorter than this, in pixels: shorter ones are pictures of nothing.
const LEAST_HEIGHT: u32 = 300;

#[tokio::test(flavor = "multi_thread")]
async fn everybody_can_use_every_page() -> Result<()> {
    let (site, browser) = (Site::start().await?, Browser::start().await?);
    let folder = checkout().join("target/pictures");
    fs::create_dir_all(&folder)?;
    let mut faults = Vec::new();
    for &(name, path) in PAGES {
        for view in View::ALL {
            browser.open(&site.at(path), view).await?;
            let view_name = view.name();
            assert_eq!(shift(&browser).await?, json!(0), "{name} shifts at {view_name}");
            assert_eq!(overflow(&browser).await?, json!(0), "{name} is wider than {view_name}");
            let picture = browser.picture().await?;
            let (width, height) = extent(&picture);
            assert_eq!(width, view.width, "{name} at {view_name}");
            assert!(height > LEAST_HEIGHT, "{name} at {view_name} is {height} pixels high");
            fs::write(folder.join(format!("{name}-{view_name}.png")), picture)?;
            let found = accessibility_faults(&browser).await?;
            faults.extend(found.iter().map(|fault| format!("{name} at {view_name}: {fault}")));
        }
    }
    browser.open(&site.at("/"), View::ALL[0]).await?;
    fs::write(folder.join("readme.png"), browser.first_view().await?)?;
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    browser.quit().await
}

/// How much has moved since the page was opened (the sum of Layout Instability's values).
pub(crate) async fn shift(browser: &Browser) -> Result<Value> {
    let shift = "return await new Promise(done => {
        new PerformanceObserver(list => done(list.getEntries().reduce((sum, entry) => sum + entry.value, 0)))
            .observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => done(0)));
    })";
    browser.evaluate(shift).await
}

/// By how many pixels the page is wider than the window.
pub(crate) async fn overflow(browser: &Browser) -> Result<Value> {
    let wider = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
    browser.evaluate(wider).await
}

/// The width and height that a PNG says it has (PNG specification, 11.2.2).
fn extent(png: &[u8]) -> (u32, u32) {
    let number =
        |at: usize| png.get(at..).and_then(<[u8]>::first_chunk).map_or(0, |bytes| u32::from_be_bytes(*bytes));
    (number(16), number(20))
}
