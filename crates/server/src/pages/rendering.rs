//! Every template is rendered: with much, with nothing, with names that try to break it.

use std::{collections::BTreeSet, fs};

use askama::Template;

use super::samples;
use crate::language::Locale;
use crate::pages::*;

/// Elements that have no end tag.
const VOID: [&str; 8] = ["meta", "link", "base", "input", "img", "br", "hr", "!doctype"];

/// A name with markup, quotes, a change of direction, and no place to break.
const HOSTILE: &str = "<script>alert('x')</script>\"&\u{202e}شهر\u{202c}AVeryLongNameWithoutAnyPlaceToBreak";

/// Asserts that tags are closed in order, that text is escaped, and that nothing is inline.
#[track_caller]
fn assert_sound(html: &str) {
    let mut open: Vec<&str> = Vec::new();
    for tag in html.split('<').skip(1) {
        let tag = tag.split('>').next().unwrap();
        let name = tag.trim_start_matches('/').split([' ', '\n', '/']).next().unwrap();
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name), "closed out of order: <{tag}>");
        } else if !VOID.contains(&name) && !tag.ends_with('/') {
            assert!(name.chars().all(|letter| letter.is_ascii_alphanumeric()), "unescaped: <{tag}>");
            open.push(name);
        }
        assert!(!tag.contains(" style="), "style in the markup: <{tag}>");
        let is_script = |part: &str| part.starts_with("on") && part.contains('=');
        assert!(!tag.split(' ').any(is_script), "script in the markup: <{tag}>");
        let script = name == "script" && !tag.starts_with('/');
        let data = tag == "script type=\"application/ld+json\"";
        assert!(!script || tag.contains("src=") || data, "script in the page");
        assert!(
            !tag.contains("=\"\"") || tag.contains("value=\"\"") || tag.contains("alt=\"\""),
            "empty: <{tag}>"
        );
    }
    assert!(open.is_empty(), "never closed: {open:?}");
    assert_eq!(html.matches("<h1>").count(), 1, "one main heading");
    assert!(!html.contains("Unknown localization"), "a message is missing");
    for list in ["ul", "ol", "dl", "tbody"] {
        let empty = |after: &str| {
            after.split_once('>').is_some_and(|(_, content)| content.trim_start().starts_with("</"))
        };
        let found = html.split(&format!("<{list}")).skip(1).find(|after| empty(after));
        assert!(found.is_none(), "nothing in <{list}{}", &found.unwrap()[..60]);
    }
    for id in html.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert_eq!(html.matches(&format!(" id=\"{id}\"")).count(), 1, "twice on the page: {id}");
    }
    for place in html.split("href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(html.contains(&format!(" id=\"{place}\"")), "leads nowhere: #{place}");
    }
}

/// The text of a picture by itself, whose links lead to the site from anywhere.
fn drawn(picture: &impl Template) -> String {
    let svg = picture.render().unwrap();
    assert_eq!(svg.matches("<svg ").count(), 1);
    assert!(!svg.contains("href=\"/"), "a link that leads nowhere from a file");
    assert!(svg.contains("href=\"https://cities.example.org/") && svg.contains("/partners/"));
    assert!(!svg.contains(" style=") && !svg.contains("var(--"), "a style that a file does not have");
    svg
}

fn rendered(page: &impl Template) -> String {
    let html = page.render().unwrap();
    assert_sound(&html);
    html
}

#[test]
fn pages_with_much() {
    let home = rendered(&samples::home(samples::english()));
    assert!(home.contains("<bdi class=\"foreign\" lang=\"ja\">豊川市</bdi>"));
    assert!(home.contains("<h1>Connecting with communities around the world</h1>"));
    assert!(rendered(&samples::partners(samples::english())).contains("value=\"2017-01-01\""));
    assert!(
        rendered(&samples::partner(samples::english()))
            .contains("On behalf of: <bdi>Mayor James E. Jackson</bdi>")
    );
    assert!(
        rendered(&samples::exchanges(samples::english())).contains("<option value=\"toyokawa\" selected>")
    );
    assert!(
        rendered(&samples::take_part(samples::english())).contains("International Friendship Association")
    );
    assert!(rendered(&samples::data(samples::english())).contains("Partner cities"));
    assert!(rendered(&samples::accessibility(samples::english())).contains("WCAG"));
    let embedded = rendered(&samples::embedded(samples::english()));
    assert!(embedded.contains("Cherry Blossom Festival 2027") && !embedded.contains("<script"));
    let exchange = rendered(&samples::exchange(samples::english()));
    assert!(exchange.find("Postponed") < exchange.find("<h1>"), "the status is said first");
    let search = rendered(&samples::search(samples::english()));
    assert!(search.contains("<bdi lang=\"ja\">…<mark>豊川</mark>"));
    rendered(&samples::about(samples::english()));
    let api = rendered(&samples::api(samples::english()));
    assert!(api.contains("&#60;Toyokawa&#62;") && api.contains("It takes no parameters."));
    assert!(rendered(&samples::error(samples::english())).contains("href=\"/partners/shenzhen\""));
    assert!(
        rendered(&samples::signpost(samples::english()))
            .contains("<th scope=\"rowgroup\" colspan=\"3\">Sister cities</th>")
    );
    let month = rendered(&samples::month(samples::english()));
    assert!(month.contains("<td class=\"month-today\" aria-current=\"date\">"));
    assert!(month.contains("and 14 more<span class=\"hidden\">, Friday, October 3, 2025</span>"));
    assert!(
        rendered(&samples::boards(samples::english())).contains("Points to the left, seen facing north.")
    );
    assert!(
        rendered(&samples::map(samples::english()))
            .contains("aria-label=\"Toyokawa, Japan, 5,314 mi, north-west, 305°\"")
    );
    assert!(
        rendered(&samples::timeline(samples::english()))
            .contains("class=\"bar-dormant\" fill=\"url(#dots-wide)\"")
    );
}

#[test]
fn pictures_by_themselves() {
    assert!(drawn(&samples::signpost_file(samples::english())).contains("Copertino"));
    assert!(drawn(&samples::map_file(samples::english())).contains("Toyokawa"));
    assert!(drawn(&samples::timeline_file(samples::english())).contains("Hsinchu"));
}

#[test]
fn pages_with_nothing() {
    let english = samples::english();
    let home = rendered(&samples::nothing::home(english));
    assert!(home.contains("No exchange has been announced yet"));
    let partners = rendered(&samples::nothing::partners(english));
    assert!(partners.contains("No relationship is on record for that day."));
    let partner = rendered(&samples::nothing::partner(english));
    for sentence in [
        "no dates of the relationship are on record",
        "No committee is on record",
        "None recorded; the record is incomplete.",
    ] {
        assert!(partner.contains(sentence), "{sentence}");
    }
    let exchanges = rendered(&samples::nothing::exchanges(english));
    assert!(exchanges.contains("The nearest to what you asked for"));
}

/// Every page in a language, with much and with nothing in it: the name of its type, and its text.
fn every_page(locale: Locale) -> Vec<(&'static str, String)> {
    macro_rules! with_much_and_with_nothing {
        ($($sample:ident),+) => {
            [$([named(&samples::$sample(locale)), named(&samples::nothing::$sample(locale))]),+].concat()
        };
    }
    let mut pages = with_much_and_with_nothing![
        about,
        accessibility,
        api,
        boards,
        data,
        embedded,
        error,
        exchange,
        exchanges,
        home,
        map,
        month,
        partner,
        partners,
        search,
        signpost,
        take_part,
        timeline
    ];
    pages.push(named(&samples::nothing::partner_in_outline(locale)));
    pages
}

fn named<Page: Template>(page: &Page) -> (&'static str, String) {
    (type_name(page), rendered(page))
}

/// The name of a value's type, without its modules.
fn type_name<Type>(value: &Type) -> &'static str {
    std::any::type_name_of_val(value).rsplit("::").next().unwrap()
}

/// Every picture that is a file, in a language: the name of its type, and its text.
fn every_file(locale: Locale) -> [(&'static str, String); 3] {
    let (signpost, map, timeline) =
        (samples::signpost_file(locale), samples::map_file(locale), samples::timeline_file(locale));
    [
        (type_name(&signpost), drawn(&signpost)),
        (type_name(&map), drawn(&map)),
        (type_name(&timeline), drawn(&timeline)),
    ]
}

/// The types that have a template, as the files beside this one declare them.
fn templates() -> BTreeSet<String> {
    let files = fs::read_dir("src/pages").unwrap().map(|entry| entry.unwrap().path());
    let texts = files.filter(|file| file.is_file()).map(|file| fs::read_to_string(file).unwrap());
    let attribute = concat!("#[template(", "path");
    let names = |text: String| -> Vec<String> {
        let after = text.split(attribute).skip(1).filter_map(|after| after.split("pub struct ").nth(1));
        after.map(|after| after.split([' ', '<']).next().unwrap().to_owned()).collect()
    };
    texts.flat_map(names).collect()
}

#[test]
fn every_template_in_every_language() {
    let mut seen = BTreeSet::new();
    for locale in Locale::all().chain(Locale::pseudo()) {
        for (name, html) in every_page(locale) {
            let root = format!("<html lang=\"{}\" dir=\"{}\">", locale.tag(), locale.direction());
            assert!(html.contains(&root), "{name} in {locale:?}");
            let is_framed = name == "EmbeddedExchangesPage";
            assert!(is_framed || html.contains(&locale.say("skip-to-content")), "{name} in {locale:?}");
            seen.insert(name.to_owned());
        }
        seen.extend(every_file(locale).map(|(name, _)| name.to_owned()));
    }
    assert_eq!(seen, templates());
    let directions = |locales: Vec<Locale>| locales.into_iter().map(Locale::direction).collect::<Vec<_>>();
    assert_eq!(directions(Locale::pseudo().collect()), ["ltr", "rtl"]);
}

#[test]
fn pages_with_hostile_names() {
    let mut home = samples::home(samples::english());
    home.chrome.site.host = HOSTILE.into();
    let mut partner = samples::partner(samples::english());
    partner.chrome.title = HOSTILE.into();
    partner.view.missing = vec![HOSTILE.into()];
    for photo in &mut partner.view.photos {
        (photo.alternative, photo.caption, photo.credit) =
            (HOSTILE.into(), Some(HOSTILE.into()), HOSTILE.into());
    }
    for document in &mut partner.view.documents {
        (document.title, document.language) = (HOSTILE.into(), HOSTILE.into());
    }
    for blade in
        home.view.sisters.iter_mut().chain(&mut home.view.friendships).chain([&mut partner.view.blade])
    {
        blade.name = HOSTILE.into();
        blade.country = HOSTILE.into();
        blade.committee = Some(HOSTILE.into());
        blade.foreign = Some(ForeignName::new(samples::english(), "\"><script>", HOSTILE));
    }
    home.view.signpost = crate::pictures::Signpost::draw(samples::english(), HOSTILE, &home.view.sisters);
    let mut exchanges = samples::exchanges(samples::english());
    for exchange in &mut exchanges.view.exchanges {
        exchange.title = HOSTILE.into();
        exchange.place = Some(HOSTILE.into());
    }
    exchanges.view.filter.partners = vec![Choice::new(HOSTILE, HOSTILE, HOSTILE)];
    let mut signpost = samples::signpost(samples::english());
    signpost.view.groups[0].blades = home.view.sisters.clone();
    signpost.view.signpost = home.view.signpost.clone();
    let mut boards = samples::boards(samples::english());
    boards.view.boards = crate::pictures::SignBoard::of(samples::english(), &home.view.sisters);
    let host = signpost_core::Place::new(37.3, -122.0).unwrap();
    let map = crate::pictures::Map::draw(samples::english(), HOSTILE, host, &home.view.sisters);
    (home.view.map, home.view.map_words) = (map, HOSTILE.into());
    let mut timeline = samples::timeline(samples::english());
    let mut lanes = samples::lane_groups(samples::english());
    (lanes[0].heading, lanes[0].lanes[0].name, lanes[0].lanes[0].label) =
        (HOSTILE.into(), HOSTILE.into(), HOSTILE.into());
    let today = jiff::civil::date(2026, 11, 23);
    timeline.view.timeline =
        crate::pictures::Timeline::draw(samples::english(), HOSTILE.into(), &lanes, today, (today, HOSTILE));
    for html in [rendered(&signpost), rendered(&boards), rendered(&timeline)] {
        assert!(!html.contains("<script>"), "markup in a name came through");
        assert!(html.contains("&#60;script&#62;"));
    }
    for html in [rendered(&home), rendered(&partner), rendered(&exchanges)] {
        assert!(!html.contains("<script>"), "markup in a name came through");
        assert!(html.contains("&#60;script&#62;"));
    }
}

#[test]
fn the_menu_and_the_breadcrumbs_say_where_one_is() {
    let partner = rendered(&samples::partner(samples::english()));
    assert!(partner.contains("<a href=\"/partners\" aria-current=\"true\">"));
    assert!(partner.contains("<span aria-current=\"page\"><bdi>Toyokawa</bdi></span>"));
    let about = rendered(&samples::about(samples::english()));
    assert!(about.contains("<a href=\"/about\" aria-current=\"page\">"));
    let home = rendered(&samples::home(samples::english()));
    assert!(!home.contains("aria-current=\"page\""));
    assert!(home.contains("<link rel=\"canonical\" href=\"https://cities.example.org/\">"));
    assert!(
        rendered(&samples::error(samples::english())).contains("<meta name=\"robots\" content=\"noindex\">")
    );
}

#[test]
fn every_error_has_its_words() {
    let english = samples::english();
    for view in [
        ErrorView::not_found(english, Vec::new()),
        ErrorView::bad_request(english, "`2024-02-30` is not a day: February 2024 has 29.".into()),
        ErrorView::not_as_wanted(english),
        ErrorView::method_not_allowed(english),
        ErrorView::address_too_long(english),
        ErrorView::internal(english),
        ErrorView::unavailable(english),
    ] {
        let chrome = Chrome::without_page(&samples::site(), english, view.heading.clone());
        let explanation = view.explanation.clone();
        let html = rendered(&ErrorPage { chrome, view });
        assert!(html.contains(&explanation), "{explanation}");
    }
}
