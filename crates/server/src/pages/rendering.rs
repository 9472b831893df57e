//! Every template is rendered: with much, with nothing, with names that try to break it.

use askama::Template;

use super::samples;
use crate::language::Locale;
use crate::pages::*;
use crate::urls::Page;

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
    assert!(svg.contains("href=\"https://cities.example.org/partners/"));
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
    let home = rendered(&samples::home());
    assert!(home.contains("<bdi class=\"foreign\" lang=\"ja\">豊川市</bdi>"));
    assert!(home.contains("<h1>Connecting with communities around the world</h1>"));
    assert!(rendered(&samples::partners()).contains("value=\"2017-01-01\""));
    assert!(rendered(&samples::partner()).contains("for Mayor James E. Jackson"));
    assert!(rendered(&samples::exchanges()).contains("<option value=\"toyokawa\" selected>"));
    assert!(rendered(&samples::take_part()).contains("International Friendship Association"));
    assert!(rendered(&samples::data()).contains("Partner cities"));
    assert!(rendered(&samples::accessibility()).contains("WCAG"));
    let embedded = rendered(&samples::embedded());
    assert!(embedded.contains("Cherry Blossom Festival 2027") && !embedded.contains("<script"));
    let exchange = rendered(&samples::exchange());
    assert!(exchange.find("Postponed") < exchange.find("<h1>"), "the status is said first");
    let search = rendered(&samples::search());
    assert!(search.contains("<mark>豊川</mark>") && search.contains("<li lang=\"ja\">"));
    rendered(&samples::about());
    let api = rendered(&samples::api());
    assert!(api.contains("&#60;Toyokawa&#62;") && api.contains("It takes no parameters."));
    assert!(rendered(&samples::error()).contains("href=\"/partners/shenzhen\""));
    assert!(
        rendered(&samples::signpost()).contains("<th scope=\"rowgroup\" colspan=\"3\">Sister cities</th>")
    );
    let month = rendered(&samples::month());
    assert!(month.contains("<td class=\"month-today\" aria-current=\"date\">"));
    assert!(month.contains("and 14 more<span class=\"hidden\">, Friday, October 3, 2025</span>"));
    assert!(rendered(&samples::boards()).contains("Points to the left, seen facing north."));
    assert!(rendered(&samples::map()).contains("aria-label=\"Toyokawa, Japan, 5,314 mi, north-west, 305°\""));
    assert!(rendered(&samples::timeline()).contains("class=\"bar-dormant\" fill=\"url(#dots-wide)\""));
}

#[test]
fn pictures_by_themselves() {
    assert!(drawn(&samples::signpost_file()).contains("Copertino"));
    assert!(drawn(&samples::map_file()).contains("Toyokawa"));
    assert!(drawn(&samples::timeline_file()).contains("Hsinchu"));
}

#[test]
fn pages_with_nothing() {
    let mut search = samples::search();
    (search.view.words, search.view.similar, search.view.nothing) = (String::new(), None, None);
    search.view.years.clear();
    search.view.groups.clear();
    rendered(&search);
    let mut home = samples::home();
    home.chrome.notices.clear();
    home.chrome.site.city_site = None;
    home.chrome.site.contact = None;
    home.view.contact = None;
    home.view.courtyard = Prose::default();
    home.view.upcoming.clear();
    home.view.sisters.clear();
    home.view.friendships.clear();
    home.view.past_friendships.clear();
    home.view.signpost = crate::pictures::Signpost::draw(samples::english(), "Cupertino", &[]);
    assert!(rendered(&home).contains("No exchange has been announced yet"));

    let mut partners = samples::partners();
    partners.view.groups.clear();
    assert!(rendered(&partners).contains("No relationship is on record for that day."));

    let mut partner = samples::partner();
    let view = &mut partner.view;
    (view.clock, view.spellings, view.people, view.exchanges_record, view.all_exchanges) =
        (None, None, None, None, None);
    (view.blade.foreign, view.blade.reach) = (None, None);
    view.names.clear();
    view.photos.clear();
    view.documents.clear();
    view.terms.clear();
    view.agreements.clear();
    view.committees.clear();
    view.upcoming.clear();
    view.past.clear();
    view.years = YearsView::default();
    view.gifts.clear();
    view.disputes.clear();
    let html = rendered(&partner);
    for sentence in [
        "no dates of the relationship are on record",
        "No committee is on record",
        "None recorded; the record is incomplete.",
    ] {
        assert!(html.contains(sentence), "{sentence}");
    }

    let mut exchanges = samples::exchanges();
    exchanges.view.exchanges.clear();
    exchanges.view.nothing = Some("No exchange with Jilin is on record.".into());
    exchanges.view.nearest = vec![samples::festival()];
    assert!(rendered(&exchanges).contains("The nearest to what you asked for"));
}

/// Every template with much in it, its surroundings in a language.
fn every_page(locale: Locale) -> Vec<(&'static str, String)> {
    macro_rules! in_language {
        ($($sample:ident),+) => {
            vec![$({
                let mut page = samples::$sample();
                page.chrome = Chrome::new(&samples::site(), locale, &Page::Home, page.chrome.title.as_str())
                    .noticing(vec![samples::notice()]);
                (stringify!($sample), rendered(&page))
            }),+]
        };
    }
    in_language![about, accessibility, data, error, exchange, exchanges, home, partner, partners, take_part]
}

#[test]
fn pages_in_every_language() {
    for locale in Locale::all().chain(Locale::pseudo()) {
        for (name, html) in every_page(locale) {
            let root = format!("<html lang=\"{}\" dir=\"{}\">", locale.tag(), locale.direction());
            assert!(html.contains(&root), "{name} in {locale:?}");
            assert!(html.contains(&locale.say("skip-to-content")), "{name} in {locale:?}");
        }
    }
    let directions = |locales: Vec<Locale>| locales.into_iter().map(Locale::direction).collect::<Vec<_>>();
    assert_eq!(directions(Locale::pseudo().collect()), ["ltr", "rtl"]);
}

#[test]
fn pages_with_hostile_names() {
    let mut home = samples::home();
    home.chrome.site.host = HOSTILE.into();
    let mut partner = samples::partner();
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
    let mut exchanges = samples::exchanges();
    for exchange in &mut exchanges.view.exchanges {
        exchange.title = HOSTILE.into();
        exchange.place = Some(HOSTILE.into());
    }
    exchanges.view.filter.partners = vec![Choice::new(HOSTILE, HOSTILE, HOSTILE)];
    let mut signpost = samples::signpost();
    signpost.view.groups[0].blades = home.view.sisters.clone();
    signpost.view.signpost = home.view.signpost.clone();
    let mut boards = samples::boards();
    boards.view.boards = crate::pictures::SignBoard::of(samples::english(), &home.view.sisters);
    let host = signpost_core::Place::new(37.3, -122.0).unwrap();
    let map = crate::pictures::Map::draw(samples::english(), HOSTILE, host, &home.view.sisters);
    (home.view.map, home.view.map_words) = (map, HOSTILE.into());
    let mut timeline = samples::timeline();
    let mut lanes = samples::lane_groups();
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
    let partner = rendered(&samples::partner());
    assert!(partner.contains("<a href=\"/partners\" aria-current=\"true\">"));
    assert!(partner.contains("<span aria-current=\"page\"><bdi>Toyokawa</bdi></span>"));
    let about = rendered(&samples::about());
    assert!(about.contains("<a href=\"/about\" aria-current=\"page\">"));
    let home = rendered(&samples::home());
    assert!(!home.contains("aria-current=\"page\""));
    assert!(home.contains("<link rel=\"canonical\" href=\"https://cities.example.org/\">"));
    assert!(rendered(&samples::error()).contains("<meta name=\"robots\" content=\"noindex\">"));
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
