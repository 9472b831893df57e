//! The site in every language: no fault, room for long words and for the other direction, a menu that keeps the page.

use std::fs;

use anyhow::Result;
use serde_json::json;
use signpost_tests::{Browser, Scheme, Site, View, accessibility_faults, checkout, markup_faults};

use crate::pages::DESK;

const LANGUAGES: [&str; 5] = ["ja", "zh-Hant", "zh-Hans", "it", "hi"];

/// The pages that differ most in their words.
const PAGES: [(&str, &str); 6] = [
    ("home", ""),
    ("partner", "/partners/toyokawa"),
    ("exchanges", "/exchanges?period=past"),
    ("exchange", "/exchanges/toyokawa-45th-anniversary-2023"),
    ("month", "/exchanges/month/2025-10"),
    ("search", "/search?q=toyokawa"),
];

/// Those of them that people look at in every language.
const PICTURED: [&str; 3] = ["home", "partner", "month"];

const PHONE: View = View { width: 390, scheme: Scheme::Dark };
const NARROWEST: View = View { width: 320, scheme: Scheme::Light };

const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";

/// How much wider a page is than the window.
const EXCESS: &str = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";

/// Every word twice, as if it came from a language of long words.
const LENGTHEN: &str = "
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const text = texts.currentNode;
        if (!text.parentElement.closest('svg'))
            text.data = text.data.replace(/[\\p{L}]{3,}/gu, word => word.length < 12 ? word + word : word);
    }
    return null";

#[tokio::test(flavor = "multi_thread")]
async fn everybody_can_use_every_language() -> Result<()> {
    let (site, browser) = (Site::start().await?, Browser::start().await?);
    let mut faults = Vec::new();
    for language in LANGUAGES {
        for (name, path) in PAGES {
            let path = format!("/{language}{path}");
            let markup = markup_faults_of(&site, &path);
            let (seen, markup) = tokio::join!(seen_faults(&browser, &site, &path), markup);
            let found = seen?.into_iter().chain(markup?);
            faults.extend(found.map(|fault| format!("{name} in {language}: {fault}")));
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    browser.quit().await
}

/// What is wrong with a page in a browser.
async fn seen_faults(browser: &Browser, site: &Site, path: &str) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    for view in [DESK, PHONE] {
        browser.open(&site.at(path), view).await?;
        let found = accessibility_faults(browser).await?;
        faults.extend(found.iter().map(|fault| format!("at {}: {fault}", view.name())));
    }
    browser.open(&site.at(path), NARROWEST).await?;
    let excess = browser.evaluate(EXCESS).await?;
    faults.extend((excess != json!(0)).then(|| format!("{excess} pixels wider than the narrowest window")));
    Ok(faults)
}

/// What is wrong with a page's markup.
async fn markup_faults_of(site: &Site, path: &str) -> Result<Vec<String>> {
    markup_faults(&site.any_page(path).await?).await
}

#[tokio::test(flavor = "multi_thread")]
async fn there_is_room_for_long_words_and_for_the_other_direction() -> Result<()> {
    let (site, browser) = (Site::start().await?, Browser::start().await?);
    let turn = "document.documentElement.dir = 'rtl'; return getComputedStyle(document.body).direction";
    for (name, path) in PAGES {
        let path = if path.is_empty() { "/" } else { path };
        for view in [NARROWEST, DESK] {
            browser.open(&site.at(path), view).await?;
            assert_eq!(browser.evaluate(turn).await?, json!("rtl"));
            assert_eq!(browser.evaluate(EXCESS).await?, json!(0), "{name} from right to left at {view:?}");
            browser.open(&site.at(path), view).await?;
            browser.evaluate(LENGTHEN).await?;
            assert_eq!(browser.evaluate(EXCESS).await?, json!(0), "{name} with long words at {view:?}");
        }
    }
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_menu_of_languages_opens_on_enter_and_keeps_the_page() -> Result<()> {
    let (site, browser) = (Site::start().await?, Browser::start().await?);
    browser.open(&site.at("/partners?on=2017-01-01"), DESK).await?;
    browser.evaluate("document.querySelector('.menu-languages summary').focus(); return null").await?;
    browser.press(ENTER).await?;
    let names = ["English", "日本語", "繁體中文", "简体中文", "Italiano", "हिन्दी"];
    for name in names {
        browser.press(TAB).await?;
        let focused = browser.evaluate("return document.activeElement.textContent").await?;
        assert_eq!(focused, json!(name));
    }
    let japanese = "document.querySelector('.languages [hreflang=ja]').focus(); return null";
    browser.evaluate(japanese).await?;
    browser.press(ENTER).await?;
    let here = "return location.pathname + location.search + ' ' + document.documentElement.lang";
    assert_eq!(browser.evaluate(here).await?, json!("/ja/partners?on=2017-01-01 ja"));
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn who_prefers_another_language_is_told_in_it() -> Result<()> {
    let (site, browser) = (Site::start().await?, Browser::start().await?);
    let hint = "const hint = document.querySelector('.language-hint a');
        return hint && [hint.textContent, hint.getAttribute('lang'), new URL(hint.href).pathname]";
    for (preferred, path, told) in [
        ("en-US", "/partners/toyokawa", json!(null)),
        ("ja,en", "/ja/partners/toyokawa", json!(null)),
        ("de,fr", "/partners/toyokawa", json!(null)),
        (
            "zh-TW,en",
            "/partners/toyokawa",
            json!(["以繁體中文閱讀本頁", "zh-Hant", "/zh-Hant/partners/toyokawa"]),
        ),
        ("de,it-CH", "/ja/about", json!(["Leggi questa pagina in italiano", "it", "/it/about"])),
        ("en-GB", "/hi/about", json!(["Read this page in English", "en", "/about"])),
    ] {
        browser.prefer(preferred).await?;
        browser.open(&site.at(path), DESK).await?;
        assert_eq!(browser.evaluate(hint).await?, told, "{preferred} on {path}");
    }
    browser.evaluate("document.querySelector('.language-hint button').click(); return null").await?;
    assert_eq!(browser.evaluate(hint).await?, json!(null));
    assert_eq!(browser.evaluate("return document.cookie + localStorage.length").await?, json!("0"));
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn pictures_of_every_language() -> Result<()> {
    let (site, browser) = (Site::start().await?, Browser::start().await?);
    let folder = checkout().join("target/pictures");
    fs::create_dir_all(&folder)?;
    for language in LANGUAGES {
        browser.prefer(language).await?;
        for (name, path) in PAGES.into_iter().filter(|(name, _)| PICTURED.contains(name)) {
            for view in [DESK, View { width: 390, ..DESK }] {
                browser.open(&site.at(&format!("/{language}{path}")), view).await?;
                let lines = "return document.querySelector('main').getClientRects()[0].height > 400";
                assert_eq!(browser.evaluate(lines).await?, json!(true), "{name} in {language} at {view:?}");
                let file = format!("{name}-{language}-{}.png", view.name());
                fs::write(folder.join(file), browser.picture().await?)?;
            }
        }
    }
    browser.quit().await
}
