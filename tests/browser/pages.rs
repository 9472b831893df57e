//! The pages, and what holds on each: it keeps to itself, and the browser has nothing to say about it.

use anyhow::Result;
use serde_json::json;
use signpost_tests::{Browser, Scheme, Site, View};

/// Every page of the site, or one of each kind, by a name for its pictures. A new page is a line here.
pub(crate) const PAGES: &[(&str, &str)] = &[
    ("home", "/"),
    ("partners", "/partners"),
    ("partners-2005", "/partners?on=2005-06-01"),
    ("partner-toyokawa", "/partners/toyokawa"),
    ("partner-taipei", "/partners/taipei"),
    ("exchanges", "/exchanges"),
    ("exchanges-past", "/exchanges?period=past"),
    ("exchanges-none", "/exchanges?kind=technical"),
    ("exchange", "/exchanges/students-from-toyokawa-2025"),
    ("exchange-clocks", "/exchanges/toyokawa-45th-anniversary-2023"),
    ("exchange-cancelled", "/exchanges/fourth-students-to-copertino-2020"),
    ("embed", "/embed/exchanges?period=past"),
    ("month", "/exchanges/month/2025-10"),
    ("month-empty", "/exchanges/month/2025-12"),
    ("signpost", "/signpost"),
    ("signpost-boards", "/signpost/print"),
    ("map", "/map"),
    ("timeline", "/timeline"),
    ("timeline-2005", "/timeline?on=2005-06-01"),
    ("search", "/search"),
    ("search-found", "/search?q=Toyokawa+2019"),
    ("search-nothing", "/search?q=qqqq+zzzz"),
    ("about", "/about"),
    ("take-part", "/take-part"),
    ("data", "/data"),
    ("api", "/api"),
    ("accessibility", "/accessibility"),
    ("not-found", "/partners/toyokawaa"),
    ("bad-request", "/partners?on=2024-02-30"),
];

pub(crate) const DESK: View = View { width: 1280, scheme: Scheme::Light };
pub(crate) const PHONE: View = View { width: 390, scheme: Scheme::Light };

#[tokio::test(flavor = "multi_thread")]
async fn every_page_keeps_to_itself() -> Result<()> {
    let (site, browser) = (Site::start().await?, Browser::start().await?);
    for &(name, path) in PAGES {
        browser.open(&site.at(path), DESK).await?;
        let strangers = "return performance.getEntriesByType('resource').map(entry => entry.name)
            .filter(address => !address.startsWith(location.origin))";
        assert_eq!(browser.evaluate(strangers).await?, json!([]), "{name} asks strangers");
        let headings = browser.evaluate("return document.querySelectorAll('h1').length").await?;
        assert_eq!(headings, json!(1), "{name} has one heading of the first rank");
        let language = browser.evaluate("return document.documentElement.lang").await?;
        assert_eq!(language, json!("en"), "{name} names its language");
    }
    assert_eq!(browser.cookies().await?, json!([]), "a page sets a cookie");
    let kept = "return localStorage.length + sessionStorage.length";
    assert_eq!(browser.evaluate(kept).await?, json!(0), "a page keeps something");
    let log = browser.log().await?;
    let answered = |line: &&String| !line.contains("status of 404") && !line.contains("status of 400");
    let faults: Vec<_> = log.iter().filter(answered).collect();
    assert!(faults.is_empty(), "the browser complains: {faults:?}");
    browser.quit().await
}
