//! The site by keyboard alone: what has the focus, what opens and closes.

use anyhow::Result;
use serde_json::{Value, json};
use signpost_tests::{Browser, Site};

use crate::pages::{DESK, PAGES, PHONE};

pub(crate) const TAB: &str = "\u{e004}";
pub(crate) const ENTER: &str = "\u{e007}";
const SPACE: &str = " ";
const ESCAPE: &str = "\u{e00c}";

#[tokio::test(flavor = "multi_thread")]
async fn the_keyboard_reaches_the_content_first() -> Result<()> {
    let (site, browser) = (Site::start().await?, Browser::start().await?);
    browser.open(&site.at("/partners"), DESK).await?;
    browser.press(TAB).await?;
    let first = browser.evaluate("return document.activeElement.getAttribute('href')").await?;
    let main = browser.evaluate("return '#' + document.querySelector('main').id").await?;
    assert_eq!(first, main, "the first stop skips to the content");
    browser.press(ENTER).await?;
    assert_eq!(browser.evaluate("return location.hash").await?, main);
    browser.press(TAB).await?;
    let inside = "return document.querySelector('main').contains(document.activeElement)";
    assert_eq!(browser.evaluate(inside).await?, json!(true), "the next stop is in the content");
    browser.quit().await
}

/// What has the focus, in words.
async fn focused(browser: &Browser) -> Result<Value> {
    browser.evaluate("return document.activeElement.textContent.trim()").await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_menu_of_a_phone_opens_on_enter_and_goes_on_by_tab() -> Result<()> {
    let (site, browser) = (Site::start().await?, Browser::start().await?);
    browser.open(&site.at("/partners/toyokawa"), PHONE).await?;
    let is_open = "return document.querySelector('.menu-narrow').open";
    browser.evaluate("document.querySelector('.menu-narrow summary').focus(); return null").await?;
    assert_eq!(browser.evaluate(is_open).await?, json!(false));
    browser.press(ENTER).await?;
    assert_eq!(browser.evaluate(is_open).await?, json!(true), "Enter opens it");
    let links = "return [...document.querySelectorAll('.menu-narrow a')].map(link => link.textContent)";
    for link in browser.evaluate(links).await?.as_array().into_iter().flatten() {
        browser.press(TAB).await?;
        assert_eq!(focused(&browser).await?, *link);
    }
    browser.press(ESCAPE).await?;
    assert_eq!(browser.evaluate(is_open).await?, json!(false), "Escape closes it");
    assert_eq!(focused(&browser).await?, json!("Menu"), "and goes back to its button");
    browser.press(ENTER).await?;
    let last = "[...document.querySelectorAll('.menu-narrow a')].at(-1).focus(); return null";
    browser.evaluate(last).await?;
    browser.press(TAB).await?;
    assert_eq!(browser.evaluate(is_open).await?, json!(false), "leaving it closes it");
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_notice_is_put_away_until_the_next_page() -> Result<()> {
    let (site, browser) = (Site::start().await?, Browser::start().await?);
    browser.open(&site.at("/"), DESK).await?;
    let count = "return document.querySelectorAll('.notice').length";
    let before = browser.evaluate(count).await?;
    assert!(before.as_u64() > Some(0), "the demonstration has a notice");
    browser.evaluate("document.querySelector('.notice-close').focus(); return null").await?;
    browser.press(ENTER).await?;
    let after = browser.evaluate(count).await?;
    assert_eq!(after.as_u64().map(|count| count + 1), before.as_u64());
    assert_eq!(browser.evaluate("return document.cookie + localStorage.length").await?, json!("0"));
    browser.open(&site.at("/about"), DESK).await?;
    assert_eq!(browser.evaluate(count).await?, before);
    browser.quit().await
}

/// Whether what has the focus shows it: by an outline, or by an edge of the board that it is on.
pub(crate) const SEEN: &str = "const focused = document.activeElement;
    const outlined = (style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    const edged = [...focused.querySelectorAll('polygon, path, circle, rect')].some(part => parseFloat(getComputedStyle(part).strokeWidth) >= 3);
    return outlined(getComputedStyle(focused)) || outlined(getComputedStyle(focused, '::after')) || edged";

#[tokio::test(flavor = "multi_thread")]
async fn what_has_the_focus_is_seen_and_everything_is_reached() -> Result<()> {
    let (site, browser) = (Site::start().await?, Browser::start().await?);
    for page in ["/", "/partners/toyokawa", "/exchanges?period=past"] {
        browser.open(&site.at(page), DESK).await?;
        let reachable = "return [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex=\"0\"]')]
            .filter(element => element.type !== 'hidden' && element.checkVisibility()).length";
        let count = browser.evaluate(reachable).await?.as_u64().unwrap_or_default();
        let mut reached = 0;
        loop {
            browser.press(TAB).await?;
            let on_the_page = "return document.activeElement !== document.body";
            if browser.evaluate(on_the_page).await? == json!(false) || reached > count {
                break;
            }
            reached += 1;
            let seen = browser.evaluate(SEEN).await?;
            assert_eq!(seen, json!(true), "on {page}, {} has the focus unseen", focused(&browser).await?);
        }
        assert!(reached >= count, "on {page}, {reached} of {count} are reached by Tab");
    }
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_disclosure_opens_and_closes_by_keyboard() -> Result<()> {
    let (site, browser) = (Site::start().await?, Browser::start().await?);
    for &(name, path) in PAGES {
        browser.open(&site.at(path), DESK).await?;
        let count = "return document.querySelectorAll('main details').length";
        for place in 0..browser.evaluate(count).await?.as_u64().unwrap_or_default() {
            let fold = format!("document.querySelectorAll('main details')[{place}]");
            browser.evaluate(&format!("{fold}.querySelector('summary').focus(); return null")).await?;
            for (key, open) in [(ENTER, true), (ESCAPE, false), (SPACE, true), (ENTER, false)] {
                browser.press(key).await?;
                let is_open = browser.evaluate(&format!("return {fold}.open")).await?;
                assert_eq!(is_open, json!(open), "the disclosure {place} of {name}");
            }
        }
    }
    browser.quit().await
}
