//! What a first visit to each page weighs on the wire.

use std::collections::BTreeSet;
use std::net::{SocketAddr, TcpListener};
use std::time::Instant;

use anyhow::Result;

use crate::bench::serving::served;
use crate::bench::start::time_of_first_page;
use crate::bench::wire::fetch;
use crate::{demo, say};

/// A page of each kind, with what its first view may weigh in bytes, and its own text.
const PAGES: &[(&str, usize)] = &[
    ("/", HOME),
    ("/partners", PAGE),
    ("/partners/toyokawa", PAGE),
    ("/partners/taipei", PAGE),
    ("/exchanges", PAGE),
    ("/exchanges?period=past", PAGE),
    ("/exchanges/month/2025-10", PAGE),
    ("/signpost", PAGE),
    ("/map", PAGE),
    ("/timeline", PAGE),
    ("/exchanges/students-from-toyokawa-2025", PAGE),
    ("/embed/exchanges", PAGE),
    ("/about", PAGE),
    ("/take-part", PAGE),
    ("/data", PAGE),
    ("/nowhere", PAGE),
];

/// The front page with all that it asks for.
const HOME: usize = 90 * 1024;
/// Any other page, whose style, script and fonts a visitor has already.
const PAGE: usize = 60 * 1024;
/// All scripts.
const SCRIPT: usize = 5 * 1024;

/// What a visit brings over the wire, in bytes with their headers.
#[derive(Debug, Default)]
struct Weight {
    page: usize,
    style: usize,
    script: usize,
    fonts: usize,
    pictures: usize,
}

impl Weight {
    fn sum(&self) -> usize {
        self.page + self.style + self.script + self.fonts + self.pictures
    }
}

/// Weighs every page of the demonstration.
pub(crate) fn run() -> Result<()> {
    let (binaries, cluster) = demo::released()?;
    let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
    let mut server = demo::server(&binaries, &cluster, address)?;
    let rows = served(&mut server, |server| {
        time_of_first_page(server, address, Instant::now())?;
        PAGES.iter().map(|(path, most)| Ok((*path, *most, weigh(address, path)?))).collect()
    });
    cluster.leave()?;
    let rows: Vec<(&str, usize, Weight)> = rows?;
    say::result(&table(&rows));
    Ok(())
}

/// The page and what it asks for, as a browser with an empty cache would fetch it.
fn weigh(address: SocketAddr, path: &str) -> Result<Weight> {
    let page = fetch(address, path, "br")?.len();
    let text = String::from_utf8(fetch(address, path, "identity")?)?;
    let mut weight = Weight { page, ..Weight::default() };
    for wanted in wanted(&text) {
        let bytes = fetch(address, wanted, "br")?.len();
        let kind = match wanted.rsplit('.').next() {
            Some("css") => &mut weight.style,
            Some("js") => &mut weight.script,
            Some("woff2") => &mut weight.fonts,
            _ => &mut weight.pictures,
        };
        *kind += bytes;
    }
    Ok(weight)
}

/// What a page asks for by itself: style, script, fonts, icon and pictures. What is lazy is not of the first view.
fn wanted(html: &str) -> BTreeSet<&str> {
    let tags = html.split('<').skip(1).filter_map(|rest| rest.split('>').next());
    let fetched = tags.filter(|tag| {
        let link = tag.starts_with("link ")
            && !tag.contains("rel=\"canonical\"")
            && !tag.contains("rel=\"alternate\"");
        link || tag.starts_with("script ") || (tag.starts_with("img ") && !tag.contains("loading=\"lazy\""))
    });
    let target = |tag: &'_ str, name: &str| -> Option<(usize, usize)> {
        let start = tag.find(name)? + name.len();
        Some((start, start + tag.get(start..)?.find('"')?))
    };
    fetched
        .filter_map(|tag| {
            let (start, end) = target(tag, "href=\"").or_else(|| target(tag, "src=\""))?;
            tag.get(start..end).filter(|address| address.starts_with('/'))
        })
        .collect()
}

/// The parts in kilobytes, beside what they may be: of the front page all, of others the page itself.
fn table(rows: &[(&str, usize, Weight)]) -> String {
    let kilobytes = |bytes: usize| f64::from(u32::try_from(bytes).unwrap_or(u32::MAX)) / 1024.0;
    let head = format!(
        "{:<26}{:>8}{:>8}{:>8}{:>8}{:>10}{:>8}   (KB over the wire, Brotli)",
        "first visit", "page", "style", "script", "fonts", "pictures", "all"
    );
    let line = |(path, most, weight): &(&str, usize, Weight)| {
        let own = if *path == "/" { weight.sum() } else { weight.page + weight.pictures };
        let verdict = if own <= *most && weight.script <= SCRIPT { "" } else { "  too heavy" };
        let numbers = [weight.page, weight.style, weight.script, weight.fonts].map(kilobytes);
        let [page, style, script, fonts] = numbers;
        let (pictures, all) = (kilobytes(weight.pictures), kilobytes(weight.sum()));
        format!(
            "{path:<26}{page:>8.1}{style:>8.1}{script:>8.1}{fonts:>8.1}{pictures:>10.1}{all:>8.1}{verdict}"
        )
    };
    std::iter::once(head).chain(rows.iter().map(line)).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_page_asks_for_by_itself() {
        let html = "<link rel=\"canonical\" href=\"/a\"><link rel=\"stylesheet\" href=\"/b.css\">\
            <script type=\"module\" src=\"/c.js\"></script><a href=\"/d\">d</a><img src=\"/e.png\" alt=\"\">\
            <img src=\"/f.png\" loading=\"lazy\"><link rel=\"me\" href=\"https://example.org\">";
        assert_eq!(wanted(html).into_iter().collect::<Vec<_>>(), ["/b.css", "/c.js", "/e.png"]);
    }

    #[test]
    fn what_is_too_heavy_is_marked() {
        let heavy = Weight { page: PAGE + 1, ..Weight::default() };
        let light = Weight { page: 1024, fonts: PAGE, ..Weight::default() };
        let table = table(&[("/about", PAGE, heavy), ("/map", PAGE, light)]);
        let marks: Vec<bool> = table.lines().skip(1).map(|line| line.ends_with("too heavy")).collect();
        assert_eq!(marks, [true, false]);
    }
}
