//! What programs read: calendars, Atom, data, and the lists for search engines.

use std::collections::HashSet;

use axum::body::Body;
use axum::http::{HeaderName, Request, StatusCode};
use serde_json::Value;

use crate::site::{Seen, Site};

/// What an answer carries in a header.
fn header<'a>(seen: &'a Seen, name: &str) -> Option<&'a str> {
    seen.headers.get(name).and_then(|value| value.to_str().ok())
}

async fn asked(site: &Site, path: &str, headers: &[(&str, &str)]) -> Seen {
    let mut request = Request::get(path).header("host", "a.example");
    for (name, value) in headers {
        request = request.header(HeaderName::try_from(*name).unwrap(), *value);
    }
    site.ask(request.body(Body::empty()).unwrap()).await
}

/// Every address that programs read, with its media type.
const READ: [(&str, &str); 17] = [
    ("/calendar.ics", "text/calendar; charset=utf-8"),
    ("/calendar.ics?partner=toyokawa&kind=cultural", "text/calendar; charset=utf-8"),
    ("/partners/toyokawa/calendar.ics", "text/calendar; charset=utf-8"),
    ("/exchanges/cherry-blossom-festival-2027/calendar.ics", "text/calendar; charset=utf-8"),
    ("/exchanges.atom", "application/atom+xml; charset=utf-8"),
    ("/news.atom", "application/atom+xml; charset=utf-8"),
    ("/data/partners.csv", "text/csv; charset=utf-8"),
    ("/data/partners.json", "application/json"),
    ("/data/partners.geojson", "application/geo+json"),
    ("/data/terms.csv", "text/csv; charset=utf-8"),
    ("/data/exchanges.csv", "text/csv; charset=utf-8"),
    ("/data/exchanges.json", "application/json"),
    ("/data/wikidata", "text/plain; charset=utf-8"),
    ("/data/catalogue.jsonld", "application/ld+json"),
    ("/sitemap.xml", "application/xml; charset=utf-8"),
    ("/sitemap/pages.xml", "application/xml; charset=utf-8"),
    ("/robots.txt", "text/plain; charset=utf-8"),
];

#[tokio::test]
async fn whatever_is_asked_along_the_answer_has_the_right_status() {
    let site = Site::with_demonstration().await;
    let many = vec!["\"a\""; 1000].join(", ");
    for (path, media) in READ {
        let plain = site.get(path).await;
        assert_eq!((plain.status, header(&plain, "content-type")), (StatusCode::OK, Some(media)), "{path}");
        let tag = header(&plain, "etag").unwrap().to_owned();
        for (name, value, status) in [
            ("if-none-match", tag.as_str(), 304),
            ("if-none-match", "*", 304),
            ("if-none-match", &many, 200),
            ("if-none-match", "nonsense", 200),
            ("if-match", "\"other\"", 412),
            ("if-match", "*", 200),
            ("if-modified-since", "Thu, 32 Foo 2026 99:99:99 GMT", 200),
            ("if-modified-since", "Fri, 31 Dec 2999 23:59:59 GMT", 200),
            ("if-unmodified-since", "yesterday", 200),
            ("range", "bytes=0-9", 200),
            ("range", "bytes=9999999999-,-0,x", 200),
            ("accept", "image/png;q=0.1, */*;q=0", 200),
            ("accept", ";;;,=\"", 200),
            ("accept-language", "xx;q=9, *", 200),
        ] {
            let seen = asked(&site, path, &[(name, value)]).await;
            assert_eq!(seen.status, status, "{path} {name}: {value:.40}");
            if status != 412 {
                assert_eq!(header(&seen, "etag"), Some(tag.as_str()), "{path} {name}: {value:.40}");
            }
        }
        let head = Request::head(path).header("host", "a.example").body(Body::empty()).unwrap();
        let head = site.ask(head).await;
        assert_eq!(
            (head.status, head.html.as_str(), head.headers["etag"].to_str().unwrap()),
            (StatusCode::OK, "", &*tag)
        );
    }
}

#[tokio::test]
async fn feeds_and_data_are_for_every_site_and_pages_for_none() {
    let site = Site::with_demonstration().await;
    let feeds = READ
        .map(|(path, _)| path)
        .into_iter()
        .filter(|path| !path.contains("sitemap") && !path.contains("robots"));
    for path in feeds.chain(["/map.svg", "/signpost.svg"]) {
        for seen in [site.get(path).await, asked(&site, path, &[("if-none-match", "*")]).await] {
            assert_eq!(header(&seen, "access-control-allow-origin"), Some("*"), "{path}");
            assert_eq!(header(&seen, "cross-origin-resource-policy"), Some("cross-origin"), "{path}");
        }
    }
    for path in ["/", "/partners", "/exchanges", "/data", "/nowhere", "/robots.txt"] {
        let seen = site.get(path).await;
        assert_eq!(header(&seen, "access-control-allow-origin"), None, "{path}");
        assert_eq!(header(&seen, "cross-origin-resource-policy"), Some("same-origin"), "{path}");
    }
}

#[tokio::test]
async fn what_makes_no_sense_is_refused_and_never_an_empty_feed() {
    let site = Site::with_demonstration().await;
    for (path, status, words) in [
        ("/calendar.ics?partners=toyokawa", 400, "partner, kind, direction"),
        ("/calendar.ics?period=past", 400, "period is no filter here"),
        ("/calendar.ics?kind=picnic", 400, "picnic"),
        ("/calendar.ics?partner=nowhere", 400, "nowhere"),
        ("/calendar.ics?partner=toyokawa&partner=hsinchu", 400, "only once"),
        ("/partners/toyokawa/calendar.ics?kind=cultural", 400, "kind is no filter here"),
        ("/exchanges.atom?knd=cultural", 400, "knd is no filter here"),
        ("/exchanges.atom?after=2024-01-01", 400, "2024-01-01"),
        ("/exchanges.atom?after=2024-01-01.%3Cscript%3E", 400, "2024-01-01"),
        ("/news.atom?after=2023-10-14.lapsed.x", 400, "lapsed"),
        ("/news.atom?page=2", 400, "page is no filter here"),
        ("/data/exchanges.csv?partner=toyokawa", 400, "partner is no filter here"),
        ("/partners/nowhere/calendar.ics", 404, "There is no page here"),
        ("/exchanges/cherry-blosom-festival/calendar.ics", 404, "cherry-blossom"),
        ("/sitemap/exchanges/1700", 404, "There is no page here"),
        ("/sitemap/exchanges/99999", 404, "There is no page here"),
        ("/sitemap/exchanges/x", 404, "There is no page here"),
    ] {
        let seen = site.get(path).await;
        assert_eq!(seen.status, status, "{path}");
        assert!(seen.words().contains(words), "{path}: no {words:?} in {}", seen.words());
    }
    let moved = site.get("/partners/shenzen/calendar.ics").await;
    assert_eq!(header(&moved, "location"), Some("/partners/shenzhen/calendar.ics"));
}

#[tokio::test]
async fn a_calendar_says_what_the_page_says() {
    let site = Site::with_demonstration().await;
    site.change("update exchange set status = 'cancelled' where slug = 'students-to-hsinchu-2026'").await;
    let calendar = site.get("/calendar.ics").await.html.replace("\r\n ", "");
    for line in [
        "NAME;LANGUAGE=en:Cupertino Sister & Friendship Cities",
        "SOURCE;VALUE=URI:http://cities.example.org/calendar.ics",
        "REFRESH-INTERVAL;VALUE=DURATION:PT240M",
        "DTSTART;TZID=Asia/Tokyo:20231121T090000",
        "DTSTART;TZID=America/Los_Angeles:20211014T193000",
        "URL:http://cities.example.org/exchanges/cherry-blossom-festival-2027",
        "STATUS:TENTATIVE",
        "STATUS:CANCELLED",
    ] {
        assert!(calendar.contains(&format!("{line}\r\n")), "no {line} in {calendar}");
    }
    assert!(calendar.contains("SUMMARY:Cancelled: "), "the word is in the summary");
    assert!(calendar.contains("4:00\u{202f}PM in Cupertino (November 20\\, the day before)"), "{calendar}");
    assert!(!calendar.contains("DTSTART;VALUE=DATE:19830101"), "what has no day is left out");

    site.change("update exchange set form = 'historic', status = 'postponed', status_reason = 'The trees are late', previous_form = form, previous_first_day = first_day, previous_last_day = last_day, first_day = '2027-06-01', last_day = '2027-06-30' where slug = 'cherry-blossom-festival-2027'").await;
    let festival = site.get("/exchanges/cherry-blossom-festival-2027/calendar.ics").await;
    let festival = festival.html.replace("\r\n ", "");
    for part in [
        "SUMMARY:Postponed: Cherry",
        "STATUS:CANCELLED",
        "DTSTART;VALUE=DATE:20270424",
        "New date: June 2027",
        "The trees are late",
    ] {
        assert!(festival.contains(part), "no {part} in {festival}");
    }
}

#[tokio::test]
async fn atom_tells_of_changes_and_only_of_them() {
    let site = Site::with_demonstration().await;
    let first = site.get("/exchanges.atom?period=past").await;
    assert!(first.html.contains("<id>tag:cities.example.org,2026:exchange/"), "{}", first.html);
    site.change("update notice set title = 'Another' where true").await;
    assert_eq!(site.get("/exchanges.atom?period=past").await.html, first.html, "nothing of it has changed");
    site.change("update exchange set title = 'Festival' where slug = 'toyokawa-45th-anniversary-2023'").await;
    let second = site.get("/exchanges.atom?period=past").await;
    let updates = |seen: &Seen| -> Vec<String> {
        seen.html
            .split("<updated>")
            .skip(1)
            .filter_map(|rest| Some(rest.split_once('<')?.0.to_owned()))
            .collect()
    };
    let changed = updates(&first).iter().zip(&updates(&second)).filter(|(one, other)| one != other).count();
    assert_eq!(changed, 2, "the feed and its one entry");
    let news = site.get("/news.atom").await;
    for words in ["Taipei: the friendship has lapsed", "Hsinchu becomes a sister city", "signed"] {
        assert!(news.html.contains(words), "{words}: {}", news.html);
    }
}

#[tokio::test]
async fn news_go_on_where_a_page_of_them_ends() {
    let site = Site::with_demonstration().await;
    site.change(
        "insert into agreement (id, relationship, signed_first, signed_last, title, published_at) \
         select gen_random_uuid(), r.id, day, day, 'Memorandum', '2026-01-01' \
         from relationship r, generate_series(date '2001-01-01', date '2001-02-10', '1 day') as day \
         where r.partner = (select id from partner where slug = 'toyokawa')",
    )
    .await;
    let (mut path, mut pages, mut names) = (Some("/news.atom".to_owned()), Vec::new(), HashSet::new());
    while let Some(page) = path {
        let html = site.get(&page).await.html;
        let entries: Vec<&str> = html.split("<entry>").skip(1).collect();
        pages.push(entries.len());
        for entry in entries {
            let name = entry.split("<id>").nth(1).and_then(|rest| rest.split_once('<')).unwrap().0;
            assert!(names.insert(name.to_owned()), "{name} is told of twice");
        }
        let next = html.split("<link").find(|link| link.contains("rel=\"next\""));
        path = next.map(|link| {
            let address = link.split("href=\"").nth(1).unwrap().split_once('"').unwrap().0;
            address.replace("http://cities.example.org", "")
        });
    }
    let (last, full) = pages.split_last().unwrap();
    assert!(!full.is_empty() && full.iter().all(|entries| *entries == 50), "{pages:?}");
    assert!((1..=50).contains(last), "{pages:?}");
}

#[tokio::test]
async fn data_can_be_taken_along() {
    let site = Site::with_demonstration().await;
    let partners = site.get("/data/partners.csv").await.html;
    assert_eq!(partners.lines().count(), 26);
    assert!(partners.contains("ja:豊川市") && partners.contains(",lapsed,friendship,certain,"), "{partners}");
    let terms = site.get("/data/terms.csv").await.html;
    assert!(terms.starts_with("id,partner,partner_name,kind,start,ending,") && terms.contains(",2007-03,"));
    let geojson: Value = serde_json::from_str(&site.get("/data/partners.geojson").await.html).unwrap();
    let features = geojson["features"].as_array().unwrap();
    assert!(features.iter().any(|feature| feature["geometry"].is_null()), "one place is not on record");
    let json: Value = serde_json::from_str(&site.get("/data/exchanges.json").await.html).unwrap();
    let csv = site.get("/data/exchanges.csv").await;
    assert_eq!((json["exchanges"].as_array().unwrap().len(), csv.html.lines().count()), (17, 18));
    assert_eq!((header(&csv, "accept-ranges"), header(&csv, "content-length")), (Some("none"), None));
    let wikidata = site.get("/data/wikidata").await.html;
    let taipei = "Q189471\tP190\tQ1867\tP580\t+2016-09-20T00:00:00Z/11\tP582\t+2018-09-20T00:00:00Z/11";
    assert!(wikidata.lines().any(|line| line.starts_with(taipei)), "{wikidata}");
    let page = site.get("/data").await;
    assert!(page.html.contains("href=\"/api\">The API</a>"), "{}", page.html);
    page.says(&[
        "CSV",
        "GeoJSON",
        "QuickStatements",
        "creativecommons.org/licenses/by/4.0",
        "The record was last changed on",
    ]);
    let catalogue: Value = serde_json::from_str(&site.get("/data/catalogue.jsonld").await.html).unwrap();
    assert_eq!(
        catalogue["dcat:dataset"][2]["dcat:distribution"][0]["@id"],
        "http://cities.example.org/data/exchanges.csv"
    );
    let statements = &catalogue["dcat:dataset"][3]["dcat:distribution"][0];
    assert_eq!(statements["@id"], "http://cities.example.org/data/wikidata");
    assert_eq!(statements["dcat:mediaType"]["@id"], "http://www.iana.org/assignments/media-types/text/plain");
    site.change("update programme set wikidata = null").await;
    assert_eq!(site.get("/data/wikidata").await.html, "", "whose item is not known has no statements");
    assert!(!site.get("/data").await.html.contains("QuickStatements"));
}

#[tokio::test]
async fn a_draft_is_in_no_feed() {
    let site = Site::with_demonstration().await;
    site.change("update exchange set published_at = null where slug = 'cherry-blossom-festival-2027'").await;
    site.change("update partner set published_at = '2027-01-01' where slug = 'toyokawa'").await;
    for (path, _) in READ {
        let seen = site.get(path).await.html.to_lowercase();
        assert!(!seen.contains("cherry-blossom-festival-2027"), "{path}");
        assert!(!seen.contains("/partners/toyokawa"), "{path}");
    }
    assert!(!site.get("/sitemap/exchanges/2027").await.html.contains("cherry-blossom"));
}

#[tokio::test]
async fn every_page_says_where_its_feeds_are() {
    let site = Site::with_demonstration().await;
    for (path, feeds) in [
        ("/", ["/calendar.ics", "/exchanges.atom", "/news.atom"].as_slice()),
        (
            "/exchanges?period=past&kind=cultural",
            &["/calendar.ics?kind=cultural", "/exchanges.atom?kind=cultural&#38;period=past"],
        ),
        (
            "/partners/hsinchu",
            &["/partners/hsinchu/calendar.ics", "/exchanges.atom?partner=hsinchu", "/news.atom"],
        ),
        (
            "/exchanges/cherry-blossom-festival-2027",
            &["/exchanges/cherry-blossom-festival-2027/calendar.ics"],
        ),
    ] {
        let seen = site.get(path).await;
        for feed in feeds {
            assert!(seen.html.contains(&format!("href=\"{feed}\">\n")), "{path}: {feed} in {}", seen.html);
        }
    }
    let exchanges = site.get("/exchanges").await;
    assert!(exchanges.html.contains("href=\"webcal://cities.example.org/calendar.ics\""));
    assert!(site.get("/robots.txt").await.html.contains("Sitemap: http://cities.example.org/sitemap.xml"));
    assert!(site.get("/sitemap.xml").await.html.contains("/sitemap/exchanges/2027"));
    assert!(site.get("/sitemap/exchanges/2023").await.html.contains("toyokawa-45th-anniversary-2023"));
    site.change("insert into contact (id, programme, position, name, email, published_at) select gen_random_uuid(), id, 99, 'Security', 'security@example.org', '2026-01-01' from programme").await;
    site.app.read_again().await.unwrap();
    let security = site.get("/.well-known/security.txt").await.html;
    for line in [
        "Contact: mailto:",
        "Expires: 2027-05-01T00:00:00Z",
        "Preferred-Languages: en",
        "Canonical: http://cities.example.org/.well-known/security.txt",
    ] {
        assert!(security.contains(line), "{line}: {security}");
    }
}
