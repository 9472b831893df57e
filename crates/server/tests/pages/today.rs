//! The pages of the demonstration, on a day of November 2026.

use axum::http::StatusCode;

use crate::site::Site;

#[tokio::test]
async fn home_shows_four_sisters_and_every_friendship_with_its_standing() {
    let home = Site::with_demonstration().await.get("/").await;
    assert_eq!(home.status, StatusCode::OK);
    home.says(&[
        "Toyokawa",
        "Copertino",
        "Hsinchu",
        "Bhubaneswar",
        "豊川市",
        "新竹市",
        "ଭୁବନେଶ୍ୱର",
        "since December 19, 1978",
        "since 1963",
        "since March 2007",
        "Taichung",
        "Tongxiang",
        "Xianning",
        "New Taipei City",
        "ends in 2027, day not on record",
        "Jiangmen",
        "Jilin",
        "Luoyang",
        "Shenzhen",
        "Yilan",
        "Zhaoqing",
        "no dates on record",
        "Taipei",
        "lapsed September 20, 2018",
        "Nanjing",
        "Beijing",
        "lapsed May 16, 2019",
    ]);
    assert!(home.html.contains("This is a demonstration"), "the demonstration says that it is one");
    home.keeps_from(&["COVID-19"]);
}

#[tokio::test]
async fn a_partner_page_tells_what_is_known_and_what_is_not() {
    let site = Site::with_demonstration().await;
    site.get("/partners/taichung")
        .await
        .says(&["Ends in 2027; the day is not on record.", "Renewed without a gap."]);
    site.get("/partners/toyokawa").await.says(&[
        "Sister city agreement",
        "December 19, 1978",
        "Yamamoto",
        "25 redwood trees",
        "200 cherry trees",
        "1983",
        "1984",
        "16 students and 3 chaperones",
        "17 hours ahead of Cupertino",
        "5:00 AM in Toyokawa",
        "The record of exchanges is incomplete.",
    ]);
    site.get("/partners/copertino").await.says(&["Dormant", "since when is not on record", "Gilbert Wong"]);
    site.get("/partners/bhubaneswar").await.says(&["Resolution No. 11-138.", "13 hours 30 minutes ahead"]);
    site.get("/partners/taipei").await.says(&["lapsed", "still lists the city"]);
    site.get("/partners/taizhou").await.says(&["place is not on record"]);
}

#[tokio::test]
async fn an_exchange_shows_both_clocks_and_names_the_shift() {
    let site = Site::with_demonstration().await;
    let past = site.get("/exchanges?period=past&partner=toyokawa").await;
    past.says(&["45th anniversary ceremony", "Student visit from Toyokawa"]);
    let ceremony = link_to(&past.html, "45th-anniversary");
    site.get(&ceremony).await.says(&[
        "9:00 AM in Toyokawa",
        "4:00 PM in Cupertino",
        "November 20, the day before",
    ]);
    let signing = link_to(&site.get("/exchanges?period=past&partner=new-taipei").await.html, "new-taipei");
    site.get(&signing).await.says(&[
        "7:30 PM in Cupertino",
        "10:30 AM in New Taipei",
        "October 15, the day after",
    ]);
}

/// The first address of an exchange on a page that holds some letters.
#[track_caller]
fn link_to(html: &str, letters: &str) -> String {
    let links = html.split("href=\"/exchanges/").skip(1).filter_map(|rest| rest.split('"').next());
    let link = links.into_iter().find(|link| link.contains(letters) && !link.starts_with("month/"));
    assert!(link.is_some(), "no link to an exchange with {letters}");
    format!("/exchanges/{}", link.unwrap_or_default())
}

#[tokio::test]
async fn exchanges_are_listed_by_what_visitors_select() {
    let site = Site::with_demonstration().await;
    site.get("/exchanges").await.says(&["Cherry Blossom Festival 2027", "Expected"]);
    let past = site.get("/exchanges?period=past").await;
    past.says(&["Students from Cupertino in Hsinchu", "The record is incomplete"]);
    let students = site.get("/exchanges?period=past&kind=student-exchange&direction=outbound").await;
    students.says(&["Students from Cupertino in Hsinchu"]);
    students.keeps_from(&["Cherry Blossom", "signpost unveiled"]);
    let nothing = site.get("/exchanges?kind=technical").await;
    assert_eq!(nothing.status, StatusCode::OK);
    nothing.says(&["Nothing is announced that fits."]);
    site.get("/exchanges?period=past&partner=copertino").await.says(&["Cancelled", "pandemic"]);
}

#[tokio::test]
async fn about_states_the_policy_and_what_sources_dispute() {
    let about = Site::with_demonstration().await.get("/about").await;
    about.says(&["A friendship lasts", "2 years", "Sister cities in one country", "September 2016"]);
}

#[tokio::test]
async fn other_names_lead_to_the_partner() {
    let site = Site::with_demonstration().await;
    for (word, slug) in [
        ("shenzen", "shenzhen"),
        ("zhoaqing", "zhaoqing"),
        ("Shenzhen", "shenzhen"),
        ("%E6%B7%B1%E5%9C%B3%E5%B8%82", "shenzhen"),
    ] {
        let seen = site.get(&format!("/partners/{word}")).await;
        assert_eq!(seen.status, StatusCode::PERMANENT_REDIRECT, "{word}");
        assert_eq!(seen.headers["location"], format!("/partners/{slug}"), "{word}");
    }
}

#[tokio::test]
async fn a_preview_shows_what_is_not_public_to_who_has_its_link() {
    let site = Site::with_demonstration().await;
    site.change("update exchange set published_at = null where slug = 'cherry-blossom-festival-2027'").await;
    let token = site.preview("cherry-blossom-festival-2027").await;
    let hash = token.hash();

    assert_eq!(site.get("/exchanges/cherry-blossom-festival-2027").await.status, StatusCode::NOT_FOUND);
    let seen = site.get(&format!("/preview/{token}")).await;
    assert_eq!((seen.status, &seen.headers["cache-control"]), (StatusCode::OK, &"no-store".parse().unwrap()));
    seen.says(&["Cherry Blossom Festival 2027", "Toyokawa"]);
    for part in ["A preview, not public", "December 31, 2998", "name=\"robots\" content=\"noindex\""] {
        assert!(seen.html.contains(part), "{part}");
    }
    for wrong in ["/preview/00000000000000000000000000000000", "/preview/x", &format!("/preview/{hash}")] {
        let gone = site.get(wrong).await;
        assert_eq!(gone.status, StatusCode::NOT_FOUND, "{wrong}");
        gone.says(&["no longer here", "Ask whoever sent it"]);
    }
}

#[tokio::test]
async fn one_reads_whom_to_write_to_and_how_a_friendship_begins() {
    let site = Site::with_demonstration().await;
    let page = site.get("/take-part").await;
    page.says(&[
        "Toyokawa 豊川市 Sister city In Cupertino Cupertino-Toyokawa Sister Cities",
        "cupertinotoyokawa.org",
        "No association is on record for these cities",
        "A friendship lasts 2 years",
    ]);
    page.keeps_from(&["Nanjing", "A sister relationship lasts"]);
    page.says(&[
        "All exchanges",
        "/calendar.ics Exchanges with Bhubaneswar",
        "Apple Calendar and Thunderbird",
    ]);
    for calendar in ["/calendar.ics", "/partners/toyokawa/calendar.ics"] {
        assert_eq!(
            page.html.matches(&format!("href=\"webcal://cities.example.org{calendar}\"")).count(),
            1,
            "{calendar}"
        );
        assert!(site.get(calendar).await.html.starts_with("BEGIN:VCALENDAR"), "{calendar}");
    }
    assert!(!page.html.contains("/partners/nanjing/calendar.ics"));
    assert!(site.get("/").await.html.contains("<a href=\"/take-part\""));
}

#[tokio::test]
async fn the_data_is_counted_and_a_barrier_can_be_told() {
    let site = Site::with_demonstration().await;
    site.get("/data").await.says(&["Partner cities 25", "Exchanges 17 People counted 44", "Sources 24"]);
    site.get("/accessibility").await.says(&["WCAG) 2.2, level AA", "Where something stands in your way"]);
}
