//! Little room: a window of 320 pixels, which is also what 400 % of a desk's window leaves, and text set wide.

use anyhow::Result;
use serde_json::json;
use signpost_tests::{Browser, Scheme, Site, View};

use crate::pages::PAGES;
use crate::views::{overflow, shift};

const NARROW: View = View { width: 320, scheme: Scheme::Light };

/// Text as far apart as anybody may set it (WCAG 2.2, 1.4.12).
const SET_WIDE: &str = "const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important;'
        + 'word-spacing: 0.16em !important } p { margin-block-end: 2em !important }');
    document.adoptedStyleSheets = [sheet];
    return null";

/// The words that are cut off, of elements that hide what is too much for them. What only a screen reader is told is
/// cut down to nothing on purpose.
const CUT: &str = "const unseen = (element) => element !== null
        && (getComputedStyle(element).clipPath === 'inset(50%)' || unseen(element.parentElement));
    return [...document.querySelectorAll('main *, header *, footer *')].filter(element => {
        const style = getComputedStyle(element);
        return style.overflowX === 'hidden' && style.display !== 'inline' && !unseen(element)
            && element.scrollWidth > element.clientWidth + 1;
    }).map(element => element.textContent.trim())";

#[tokio::test(flavor = "multi_thread")]
async fn every_page_fits_into_320_pixels_and_stays_whole_with_text_set_wide() -> Result<()> {
    let (site, browser) = (Site::start().await?, Browser::start().await?);
    for &(name, path) in PAGES {
        browser.open(&site.at(path), NARROW).await?;
        assert_eq!(shift(&browser).await?, json!(0), "{name} shifts");
        assert_eq!(overflow(&browser).await?, json!(0), "{name} is wider than the window");
        browser.evaluate(SET_WIDE).await?;
        assert_eq!(overflow(&browser).await?, json!(0), "{name} is wider than the window when its text is");
        assert_eq!(browser.evaluate(CUT).await?, json!([]), "{name} cuts words off");
    }
    browser.quit().await
}
