//! Pages on paper, in a system's own colours, and without motion.

use anyhow::Result;
use serde_json::json;
use signpost_tests::{Browser, Site};

use crate::pages::{DESK, PAGES};
use crate::views::overflow;

#[tokio::test(flavor = "multi_thread")]
async fn every_page_prints_as_a_clean_record() -> Result<()> {
    let (site, browser) = (Site::start().await?, Browser::start().await?);
    for &(name, path) in PAGES {
        browser.open(&site.at(path), DESK).await?;
        browser.show_on("print", &[]).await?;
        let seen = "return [...document.querySelectorAll('.menu, .skip, form, .actions, .tabs')]
            .filter(element => element.checkVisibility()).map(element => element.className)";
        assert_eq!(browser.evaluate(seen).await?, json!([]), "{name} prints what is only for screens");
        let bare = "return [...document.querySelectorAll('main p a[href], main dd a[href]')]
            .filter(link => link.checkVisibility() && !link.getAttribute('href').startsWith('#'))
            .filter(link => !getComputedStyle(link, '::after').content.includes(link.getAttribute('href')))
            .map(link => link.textContent)";
        assert_eq!(browser.evaluate(bare).await?, json!([]), "{name} prints links without their addresses");
        let folded = "return [...document.querySelectorAll('main details')]
            .filter(fold => fold.checkVisibility() && ![...fold.children].every(child => child.getBoundingClientRect().height > 0))
            .map(fold => fold.textContent.slice(0, 60))";
        assert_eq!(browser.evaluate(folded).await?, json!([]), "{name} keeps something folded on paper");
        let dark =
            "const [red, green, blue] = getComputedStyle(document.body).backgroundColor.match(/\\d+/g);
            return Number(red) + Number(green) + Number(blue)";
        assert_eq!(browser.evaluate(dark).await?, json!(765), "{name} prints its background");
    }
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn boards_and_buttons_keep_an_edge_in_the_systems_colours() -> Result<()> {
    let (site, browser) = (Site::start().await?, Browser::start().await?);
    for &(name, path) in PAGES {
        browser.open(&site.at(path), DESK).await?;
        browser.show_on("screen", &[("forced-colors", "active")]).await?;
        let edgeless = "return [...document.querySelectorAll('.board, .button, button, .notice')]
            .filter(element => getComputedStyle(element).borderTopStyle === 'none').map(element => element.className)";
        assert_eq!(browser.evaluate(edgeless).await?, json!([]), "{name} loses edges");
        assert_eq!(overflow(&browser).await?, json!(0), "{name} is wider than the window");
    }
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_moves_for_whom_motion_disturbs() -> Result<()> {
    let (site, browser) = (Site::start().await?, Browser::start().await?);
    for &(name, path) in PAGES {
        browser.open(&site.at(path), DESK).await?;
        browser.show_on("screen", &[("prefers-reduced-motion", "reduce")]).await?;
        let moving = "return document.getAnimations().length
            + (getComputedStyle(document.documentElement).scrollBehavior === 'auto' ? 0 : 1)";
        assert_eq!(browser.evaluate(moving).await?, json!(0), "{name} moves");
    }
    browser.quit().await
}
