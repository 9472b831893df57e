//! What holds on every page: no fault, no stranger, no shift, room on small screens.

use anyhow::Result;
use serde_json::json;
use signpost_tests::{Browser, Scheme, Site, View};

/// A page of each kind.
pub(crate) const PAGES: [(&str, &str); 20] = [
    ("home", "/"),
    ("partners", "/partners"),
    ("partners-2005", "/partners?on=2005-06-01"),
    ("partner-toyokawa", "/partners/toyokawa"),
    ("partner-taipei", "/partners/taipei"),
    ("exchanges", "/exchanges"),
    ("exchanges-past", "/exchanges?period=past"),
    ("month", "/exchanges/month/2025-10"),
    ("month-empty", "/exchanges/month/2025-12"),
    ("signpost", "/signpost"),
    ("signpost-boards", "/signpost/print"),
    ("map", "/map"),
    ("timeline", "/timeline"),
    ("timeline-2005", "/timeline?on=2005-06-01"),
    ("about", "/about"),
    ("take-part", "/take-part"),
    ("data", "/data"),
    ("api", "/api"),
    ("accessibility", "/accessibility"),
    ("not-found", "/partners/toyokawaa"),
];

pub(crate) const DESK: View = View { width: 1280, scheme: Scheme::Light };

#[tokio::test(flavor = "multi_thread")]
async fn every_page_keeps_to_itself() -> Result<()> {
    let (site, browser) = (Site::start().await?, Browser::start().await?);
    for (name, path) in PAGES {
        browser.open(&site.at(path), DESK).await?;
        let strangers = "return performance.getEntriesByType('resource').map(entry => entry.name)
            .filter(address => !address.startsWith(location.origin))";
        assert_eq!(browser.evaluate(strangers).await?, json!([]), "{name} asks strangers");
        assert_eq!(browser.evaluate("return document.cookie").await?, json!(""), "{name} sets a cookie");
        let headings = browser.evaluate("return document.querySelectorAll('h1').length").await?;
        assert_eq!(headings, json!(1), "{name} has one heading of the first rank");
        let language = browser.evaluate("return document.documentElement.lang").await?;
        assert_eq!(language, json!("en"), "{name} names its language");
    }
    let log = browser.log().await?;
    let faults: Vec<_> = log.iter().filter(|line| !line.contains("404")).collect();
    assert!(faults.is_empty(), "the browser complains: {faults:?}");
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_shifts_and_nothing_overflows() -> Result<()> {
    let (site, browser) = (Site::start().await?, Browser::start().await?);
    for (name, path) in PAGES {
        for width in [320, 390, 1280] {
            browser.open(&site.at(path), View { width, scheme: Scheme::Light }).await?;
            let shift = "return await new Promise(done => {
                new PerformanceObserver(list => done(list.getEntries().reduce((sum, entry) => sum + entry.value, 0)))
                    .observe({ type: 'layout-shift', buffered: true });
                requestAnimationFrame(() => requestAnimationFrame(() => done(0)));
            })";
            assert_eq!(browser.evaluate(shift).await?, json!(0), "{name} shifts at {width}");
            let wide = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
            assert_eq!(browser.evaluate(wide).await?, json!(0), "{name} is wider than {width}");
        }
    }
    browser.quit().await
}
