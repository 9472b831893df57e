//! A sample of the search.

use super::{sisters, site};
use crate::{
    language::Locale,
    pages::*,
    urls::{ExchangesQuery, Page},
};

fn passage(words: &str, is_sought: bool) -> Passage {
    Passage { words: words.into(), is_sought }
}

fn result(locale: Locale, title: Vec<Passage>) -> ResultView {
    ResultView {
        url: sisters(locale)[0].url.clone(),
        title: Marked { passages: title, language: None },
        particulars: vec!["Sister city".into(), Written::foreign("Japan", &"en".parse().unwrap())],
        reason: None,
        text: Marked::default(),
    }
}

pub(crate) fn search(locale: Locale) -> SearchPage {
    let page = Page::Search { words: Some("豊川 <b>".into()) };
    let hostile = "<script>alert(1)</script>\u{202e}";
    let all = Page::Exchanges(ExchangesQuery::default()).url(locale);
    let cities = ResultView {
        reason: Some(Reason {
            words: "Also known as: ".into(),
            name: Some(Written::foreign("豊川市", &"ja".parse().unwrap())),
        }),
        ..result(locale, vec![passage("Toyokawa", false)])
    };
    let exchange = ResultView {
        text: Marked {
            passages: vec![passage("…", false), passage("豊川", true), passage(hostile, false)],
            language: "ja".parse().ok(),
        },
        ..result(locale, vec![passage("桜祭り", false), passage(hostile, true)])
    };
    SearchPage {
        chrome: Chrome::new(&site(), locale, &page, "Search: 豊川 <b>").unlisted(),
        view: SearchView {
            heading: "Search: 豊川 <b>".into(),
            action: Page::Search { words: None }.url(locale),
            words: "豊川 <b>\"".into(),
            similar: Some("Nothing on record says “豊川 <b>”. This is nearly what it says:".into()),
            years: vec![YearView {
                year: "2019".into(),
                statements: vec![
                    "No exchange is on record in 2019.".into(),
                    "There may have been more.".into(),
                ],
            }],
            groups: vec![
                ResultGroup { heading: "Cities".into(), results: vec![cities], more: Vec::new() },
                ResultGroup {
                    heading: "Exchanges".into(),
                    results: vec![exchange],
                    more: vec![Link::new("All of these held before", all.clone())],
                },
            ],
            nothing: Some(NothingView {
                statement: "Nothing on record says “豊川 <b>”.".into(),
                nearest: vec![Link::new("Toyokawa", sisters(locale)[0].url.clone())],
                parts: vec![Link::new("<b>", page.url(locale))],
                ways: vec![Link::new("Exchanges", all)],
            }),
        },
    }
}
