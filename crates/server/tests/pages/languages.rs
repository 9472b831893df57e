//! The same pages in every language: where they are, what they say, and how far they are translated.

use axum::http::StatusCode;
use axum::http::header::LOCATION;

use crate::site::{Seen, Site};

#[path = "../../build.rs"]
#[expect(
    dead_code,
    clippy::print_stdout,
    reason = "the build calls the rest, and cargo reads what it prints"
)]
mod build;

const LANGUAGES: [&str; 5] = ["ja", "zh-Hant", "zh-Hans", "it", "hi"];

const PAGES: [&str; 10] = [
    "",
    "/partners",
    "/partners?on=2017-01-01",
    "/partners/toyokawa",
    "/partners/jilin",
    "/exchanges?partner=toyokawa&period=past",
    "/exchanges/signpost-unveiled-2016",
    "/about",
    "/take-part",
    "/data",
];

#[tokio::test]
async fn every_page_is_there_in_every_language_and_names_the_others() {
    let site = Site::with_demonstration().await;
    for page in PAGES {
        for language in LANGUAGES {
            let seen = site.get(&format!("/{language}{page}")).await;
            assert_eq!(seen.status, StatusCode::OK, "{language}{page}");
            assert!(
                seen.html.contains(&format!("<html lang=\"{language}\" dir=\"ltr\">")),
                "{language}{page}"
            );
            assert!(!seen.html.contains("Unknown localization"), "{language}{page}");
            let page = page.replace('&', "&#38;");
            let canonical =
                format!("<link rel=\"canonical\" href=\"http://cities.example.org/{language}{page}\">");
            assert!(seen.html.contains(&canonical), "no {canonical} in {}", seen.html);
            for other in LANGUAGES {
                let address = format!("http://cities.example.org/{other}{page}");
                assert!(seen.html.contains(&alternate(other, &address)), "{language}{page}: {other}");
                let link = format!("<a href=\"/{other}{page}\" hreflang=\"{other}\" lang=\"{other}\"");
                assert!(seen.html.contains(&link), "{language}{page}: no {link}");
            }
            let page = if page.is_empty() { "/" } else { page.as_str() };
            let default = format!("http://cities.example.org{page}");
            assert!(seen.html.contains(&alternate("en", &default)), "{language}{page}");
            assert!(seen.html.contains(&alternate("x-default", &default)), "{language}{page}");
            assert!(!seen.headers.contains_key("set-cookie"));
            assert!(!seen.headers.get_all("vary").iter().any(|vary| vary == "accept-language"));
        }
    }
}

fn alternate(language: &str, address: &str) -> String {
    format!("<link rel=\"alternate\" hreflang=\"{language}\" href=\"{address}\">")
}

#[tokio::test]
async fn a_language_in_another_spelling_leads_to_the_one_meant() {
    let site = Site::with_demonstration().await;
    for (address, location) in [
        ("/JA", "/ja"),
        ("/JA/", "/JA"),
        ("/zh-tw/", "/zh-tw"),
        ("/zh-tw", "/zh-Hant"),
        ("/JA/partners?on=2017-01-01", "/ja/partners?on=2017-01-01"),
        ("/ja-JP/partners/toyokawa", "/ja/partners/toyokawa"),
        ("/zh-tw/about", "/zh-Hant/about"),
        ("/zh-HK", "/zh-Hant"),
        ("/zh-hant/map%20x", "/zh-Hant/map%20x"),
        ("/zh-cn/partners", "/zh-Hans/partners"),
        ("/zh", "/zh-Hans"),
        ("/en/partners", "/partners"),
        ("/en", "/"),
    ] {
        let seen = site.get(address).await;
        assert_eq!(seen.status, StatusCode::PERMANENT_REDIRECT, "{address}");
        assert_eq!(seen.headers[LOCATION], location, "{address}");
    }
    for address in ["/xx", "/de/partners", "/ja/nowhere", "/Zh-Hant-x/about/a"] {
        let seen = site.get(address).await;
        assert_eq!(seen.status, StatusCode::NOT_FOUND, "{address}");
    }
    site.get("/ja/nowhere").await.says(&["ページが見つかりません"]);
}

#[tokio::test]
async fn texts_are_translated_and_say_who_has_not_seen_them_yet() {
    let site = Site::with_demonstration().await;
    let home = site.get("/ja").await;
    home.says(&["世界の地域とつながる", "豊川市", "まだ済んでいません · 誤りを報告する", "日本"]);
    home.keeps_from(&["Connecting with communities", "未翻訳"]);
    assert!(home.html.contains("href=\"/ja/data#mistake\""));
    let translated = "翻訳：<bdi lang=\"en\">Signpost project, draft</bdi>、<span class=\"whole\">2026年";
    assert!(home.html.contains(translated));
    let copertino = site.get("/partners/copertino").await;
    copertino.says(&["Copertino Puglia, Italy", "コペルティーノ Japanese"]);
    let partner = site.get("/ja/partners/toyokawa").await;
    partner.says(&["1978年12月19日から", "豊川市", "Toyokawa", "桜まつり", "姉妹都市です"]);
    assert!(partner.html.contains("<span lang=\"en\">25 redwood trees</span>"), "{}", partner.html);
}

#[tokio::test]
async fn a_text_that_is_not_translated_is_the_original_in_its_own_language() {
    let site = Site::with_demonstration().await;
    site.change("delete from translation where language = 'it'").await;
    site.app.read_again().await.unwrap();
    let about = site.get("/it/about").await;
    about.says(&["A demonstration of a register", "Non ancora tradotto"]);
    assert!(about.html.contains("<div lang=\"en\" dir=\"auto\">"));
    assert!(about.html.contains("<h1 lang=\"en\">About the programme</h1>"));
    let partner = site.get("/it/partners/copertino").await;
    assert!(partner.html.contains("<p class=\"board-country\" lang=\"en\">Puglia, Italy</p>"));
    site.get("/it/partners/bhubaneswar").await.says(&["Approvazione (Consiglio comunale)"]);
}

#[tokio::test]
async fn a_translation_says_that_the_original_is_newer_and_who_reviewed_it() {
    let site = Site::with_demonstration().await;
    site.change(
        "update translation set reviewer = 'A. Reviewer', reviewed_on = '2026-11-22' where language = 'hi'",
    )
    .await;
    site.app.read_again().await.unwrap();
    let unreviewed = "नहीं जाँचा है";
    let about = site.get("/hi/about").await;
    about.says(&["जाँच: A. Reviewer, 22 "]);
    about.keeps_from(&[unreviewed, "मूल पाठ बदला गया है"]);
    site.change("update page set body = body || ' More.' where slug = 'about'").await;
    site.app.read_again().await.unwrap();
    let about = site.get("/hi/about").await;
    about.says(&["मूल पाठ बदला गया है"]);
    about.keeps_from(&[unreviewed]);
    site.get("/about").await.keeps_from(&["translation"]);
}

#[tokio::test]
async fn a_language_can_be_looked_at_before_it_is_offered() {
    let site = Site::with_demonstration().await;
    site.change("update programme set languages = '{it}'").await;
    site.app.read_again().await.unwrap();
    let home = site.get("/").await;
    assert!(home.html.contains("hreflang=\"it\"") && !home.html.contains("hreflang=\"ja\""));
    let japanese = site.get("/ja/partners").await;
    assert_eq!(japanese.status, StatusCode::OK);
    assert!(hidden(&japanese) && japanese.html.contains("この言語はまだ公開されていません"));
    assert!(!hidden(&site.get("/it/partners").await));
    site.change("update programme set languages = null").await;
    site.app.read_again().await.unwrap();
    let home = site.get("/").await;
    assert!(!home.html.contains("hreflang") && !home.html.contains("class=\"languages\""));
}

fn hidden(seen: &Seen) -> bool {
    seen.html.contains("<meta name=\"robots\" content=\"noindex\">")
        && !seen.html.contains("rel=\"canonical\"")
}

#[tokio::test]
async fn partners_stand_in_the_order_of_the_language() {
    let site = Site::with_demonstration().await;
    site.change("update partner set name = 'Ōtsu' where slug = 'taipei'").await;
    site.app.read_again().await.unwrap();
    let list = site.get("/exchanges").await;
    let place = |slug: &str| list.html.find(&format!("<option value=\"{slug}\"")).unwrap();
    assert!(place("new-taipei") < place("taipei") && place("taipei") < place("shenzhen"), "Ō stands with O");
}

#[tokio::test]
async fn what_is_on_record_in_one_language_only_says_so() {
    let site = Site::with_files().await;
    site.change("delete from partner_name where language = 'ja'").await;
    site.app.read_again().await.unwrap();
    let page = site.get("/ja/partners/toyokawa").await.html;
    for marked in [
        "<bdi lang=\"en\">Toyokawa</bdi>",
        "alt=\"A red square on a field of many colours\" lang=\"en\"",
        "写真：<bdi lang=\"en\">Nobody</bdi>",
        "<bdi lang=\"en\">A sample of an agreement</bdi>",
    ] {
        assert!(page.contains(marked), "no {marked} in {page}");
    }
    let english = site.get("/partners/toyokawa").await.html;
    assert!(!english.contains("<bdi lang=\"en\">"), "nothing is foreign in its own language");
}

#[tokio::test]
async fn what_stands_side_by_side_is_told_apart_as_the_language_does() {
    let site = Site::with_demonstration().await;
    let small = |html: &str| {
        let (_, after) = html.split_once("blade-standing").unwrap();
        after.split("</p>").next().unwrap().to_owned()
    };
    for (address, separator) in
        [("/partners", "</b>, "), ("/ja/partners", "</b>、"), ("/zh-Hant/partners", "</b>，")]
    {
        let standing = small(&site.get(address).await.html);
        assert!(standing.contains(separator), "{address}: {standing}");
    }
}

#[test]
fn a_fault_in_a_message_is_told_with_its_line() {
    assert!(build::faults("one-thing = { $count }\n\nanother-thing = two\n").is_empty());
    for (text, line) in
        [("one-thing = one\nanother-thing = { $count\n", "2: "), ("one-thing = one\n\n\nno message\n", "4: ")]
    {
        let faults = build::faults(text);
        assert!(faults.len() == 1 && faults[0].starts_with(line), "{text}: {faults:?}");
    }
}
