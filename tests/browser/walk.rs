//! The month and the search by keyboard alone, from the first stop to the last.

use anyhow::Result;
use serde_json::{Value, json};
use signpost_tests::{Browser, Site, View};

use crate::keyboard::{ENTER, SEEN, TAB};
use crate::pages::{DESK, PHONE};

/// A month with exchanges on most of its days, many of which last for days.
const MONTH: &str = "/exchanges/month/2025-10";

/// What has the focus: where it leads or what it is called, the day that it stands on, whether it is shown to have the
/// focus, and whether all of it is in the window.
const STOP: &str = "const element = document.activeElement;
    const box = element.getBoundingClientRect();
    const day = element.closest('td, .month-days > li')?.querySelector('time')?.dateTime;
    return {
        what: element.getAttribute('href') ?? element.name ?? element.textContent.trim(),
        form: element.form?.getAttribute('action') ?? null,
        day: day ?? null,
        seen: (() => { SEEN })(),
        within: box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth,
    };";

/// Goes through a page by Tab, and tells every stop. The window follows at once.
async fn walk(browser: &Browser) -> Result<Vec<Value>> {
    browser.show_on("screen", &[("prefers-reduced-motion", "reduce")]).await?;
    let stop = STOP.replace("SEEN", SEEN);
    let mut stops = Vec::new();
    loop {
        browser.press(TAB).await?;
        if browser.evaluate("return document.activeElement === document.body").await? == json!(true) {
            return Ok(stops);
        }
        let here = browser.evaluate(&stop).await?;
        anyhow::ensure!(stops.len() < 500, "the keyboard is caught at {here}");
        stops.push(here);
    }
}

/// What some stops say under a name, in their order; nothing of those that say nothing.
fn said<'a>(stops: &'a [Value], name: &str) -> Vec<&'a str> {
    stops.iter().filter_map(|stop| stop.get(name)?.as_str()).collect()
}

#[track_caller]
fn assert_seen(stops: &[Value], view: View) {
    for stop in stops {
        assert_eq!((&stop["seen"], &stop["within"]), (&json!(true), &json!(true)), "{stop} at {view:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_day_with_exchanges_is_reached_in_its_order() -> Result<()> {
    let (site, browser) = (Site::start().await?, Browser::start().await?);
    for view in [DESK, PHONE] {
        browser.open(&site.at(MONTH), view).await?;
        let shown = "return [...document.querySelectorAll('.month td, .month-days > li')]
            .filter(day => day.checkVisibility() && day.querySelector('a'))
            .map(day => day.querySelector('time').dateTime)";
        let shown = browser.evaluate(shown).await?;
        let links = "return [...document.querySelectorAll('.month td a, .month-days a')]
            .filter(link => link.checkVisibility()).map(link => link.getAttribute('href'))";
        let links = browser.evaluate(links).await?;
        let stops = walk(&browser).await?;
        assert_seen(&stops, view);
        let (on_days, others): (Vec<Value>, Vec<Value>) =
            stops.into_iter().partition(|stop| !stop["day"].is_null());
        assert_eq!(json!(said(&on_days, "what")), links, "every link of a day is a stop, at {view:?}");
        let mut days = said(&on_days, "day");
        assert!(days.is_sorted(), "{days:?} at {view:?}");
        days.dedup();
        assert_eq!(json!(days), shown, "at {view:?}");
        let form: Vec<_> = others.iter().filter(|stop| !stop["form"].is_null()).cloned().collect();
        assert_eq!(said(&form, "what"), ["partner", "kind", "direction", "q", ""], "at {view:?}");
    }
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_months_form_keeps_the_month_and_the_ways_out_are_before_its_days() -> Result<()> {
    let (site, browser) = (Site::start().await?, Browser::start().await?);
    browser.open(&site.at(MONTH), DESK).await?;
    let stops = walk(&browser).await?;
    let place = |wanted: &str| stops.iter().position(|stop| stop["what"] == wanted);
    let first_day = stops.iter().position(|stop| !stop["day"].is_null());
    assert!(place("q") < place("/exchanges/month/2025-09"), "{stops:?}");
    assert!(place("/exchanges/month/2025-11") < first_day, "{stops:?}");
    browser.evaluate("document.querySelector('#q').focus(); return null").await?;
    browser.press("Hsinchu").await?;
    browser.press(ENTER).await?;
    let here = "return location.pathname + ' ' + new URLSearchParams(location.search).get('q')";
    assert_eq!(browser.evaluate(here).await?, json!("/exchanges/month/2025-10 Hsinchu"));
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn search_is_asked_and_its_results_are_reached_by_keyboard() -> Result<()> {
    let (site, browser) = (Site::start().await?, Browser::start().await?);
    for view in [DESK, PHONE] {
        browser.open(&site.at("/search"), view).await?;
        let before = walk(&browser).await?;
        assert_seen(&before, view);
        let form: Vec<_> = before.into_iter().filter(|stop| !stop["form"].is_null()).collect();
        assert_eq!(said(&form, "what").first(), Some(&"q"), "the field comes before its button");
        assert_eq!(form.len(), 2, "{form:?}");
        browser.evaluate("document.querySelector('main #q').focus(); return null").await?;
        browser.press("Toyokawa").await?;
        browser.press(ENTER).await?;
        assert_eq!(browser.evaluate("return location.search").await?, json!("?q=Toyokawa"));
        let results =
            "return [...document.querySelectorAll('.result-list a')].map(link => link.getAttribute('href'))";
        let results = browser.evaluate(results).await?;
        let stops = walk(&browser).await?;
        assert_seen(&stops, view);
        let reached = said(&stops, "what");
        let results: Vec<&str> = results.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        assert!(results.len() > 1, "{results:?}");
        let first = reached.iter().position(|stop| stop == &results[0]).unwrap_or_default();
        assert!(reached[first..].starts_with(&results), "{results:?} in {reached:?} at {view:?}");
    }
    browser.quit().await
}
