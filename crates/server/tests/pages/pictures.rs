//! The signpost, the map and the timeline: as pages, as files, as of a day.

use axum::http::StatusCode;

use crate::site::Site;

#[tokio::test]
async fn the_signpost_is_a_picture_a_table_and_boards_to_print() {
    let site = Site::with_demonstration().await;
    let page = site.get("/signpost").await;
    page.says(&[
        "Toyokawa 豊川市 Japan ↖ 304° north-west 5,326 mi 8,571 km",
        "Their place is not on record: Taizhou",
        "Distances and directions are counted from one point",
    ]);
    assert!(page.html.contains("<a class=\"sign-board sign-sister\" href=\"/partners/toyokawa\""));
    let boards = site.get("/signpost/print").await;
    boards.says(&["← 304°", "29° →", "Points to the right, seen facing north. 6,525 mi (10,500 km), 29.4°"]);
    boards.keeps_from(&["Jiangmen", "Nanjing"]);
}

#[tokio::test]
async fn the_map_has_every_partner_and_a_table() {
    let site = Site::with_demonstration().await;
    let page = site.get("/map").await;
    page.says(&["Bhubaneswar", "2,500 mi", "Sister cities", "No longer current, or without dates"]);
    let spots = page.html.matches("<a class=\"map-spot").count();
    assert_eq!(spots, page.html.matches("class=\"direction-arrow\"").count(), "each in the table, too");
    assert!(spots > 20, "{spots}");
    assert!(site.get("/").await.html.contains("class=\"map-land\""), "the front page has the map");
}

#[tokio::test]
async fn the_timeline_says_what_is_certain() {
    let site = Site::with_demonstration().await;
    let page = site.get("/timeline").await;
    page.says(&[
        "Copertino Sister city Sister city 1963 – today Dormant",
        "Friendship city 1998 – March 2007 Sister city March 2007 – today",
        "Friendship city 2023 – 2027",
        "Listed as a friendship city",
    ]);
    for bar in
        ["bar-sister", "bar-friendship", "bar-dormant", "bar-sister-possibly", "bar-listed", "bar-renewed"]
    {
        assert!(page.html.contains(&format!("class=\"{bar}\"")), "{bar}");
    }
    let then = site.get("/timeline?on=2005-06-01").await;
    then.says(&[
        "This is what is known today about June 1, 2005",
        "Sister city, dormant",
        "Nothing on record yet",
    ]);
}

#[tokio::test]
async fn every_picture_is_a_file() {
    let site = Site::with_demonstration().await;
    for address in ["/signpost.svg", "/map.svg", "/timeline.svg", "/map.svg?on=2005-06-01"] {
        let seen = site.get(address).await;
        assert_eq!(
            (seen.status, &seen.headers["content-type"]),
            (StatusCode::OK, &"image/svg+xml".parse().unwrap())
        );
        assert!(seen.html.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""), "{address}");
        assert!(seen.html.contains("href=\"http://cities.example.org/partners/toyokawa\""), "{address}");
    }
}

#[tokio::test]
async fn days_before_the_programme_and_to_come_are_answered() {
    let site = Site::with_demonstration().await;
    for page in ["/partners", "/signpost", "/map", "/timeline"] {
        let on = async |day: &str| {
            let seen = site.get(&format!("{page}?on={day}")).await;
            assert_eq!(seen.status, StatusCode::OK, "{page} on {day}");
            seen
        };
        on("0001-01-01").await.says(&["It is before the first relationship on record, of 1963."]);
        on("9999-12-31").await.says(&["That day is still to come"]);
        on("2017-01-01").await.keeps_from(&["still to come", "before the first"]);
        on("").await.keeps_from(&["This is what is known today"]);
        assert_eq!(
            site.get(&format!("{page}?on=2026-02-30")).await.status,
            StatusCode::BAD_REQUEST,
            "{page}"
        );
    }
    assert_eq!(site.get("/map.svg?on=yesterday").await.status, StatusCode::BAD_REQUEST);
    assert_eq!(site.get("/signpost/print?on=0001-01-01").await.status, StatusCode::OK);
}

#[tokio::test]
async fn names_are_text_in_pictures() {
    let site = Site::with_demonstration().await;
    site.change("update partner set name = '\"><script>alert(1)</script>&\u{202e}x', country_label = '</svg><b>' where slug = 'toyokawa'")
        .await;
    site.app.read_again().await.unwrap();
    for address in
        ["/signpost", "/signpost/print", "/map", "/timeline", "/signpost.svg", "/map.svg", "/timeline.svg"]
    {
        let seen = site.get(address).await;
        assert_eq!(seen.status, StatusCode::OK, "{address}");
        assert!(!seen.html.contains("<script>alert") && !seen.html.contains("</svg><b>"), "{address}");
        assert!(seen.html.contains("&#60;script&#62;"), "{address}");
    }
}
