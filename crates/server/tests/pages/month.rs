//! A month of exchanges, and a day of it.

use axum::http::StatusCode;

use crate::site::Site;

#[tokio::test]
async fn a_month_shows_each_exchange_on_its_days() {
    let site = Site::with_demonstration().await;
    let october = site.get("/exchanges/month/2025-10").await;
    assert_eq!(october.status, StatusCode::OK);
    october.says(&[
        "Exchanges in October 2025",
        "Sun Sunday Mon Monday",
        "2 Student visit from Toyokawa, the 43rd day 1 of 9 3 Student visit from Toyokawa, the 43rd day 2 of 9",
        "31 Students from Hsinchu in Cupertino day 7 of 9",
    ]);
    assert!(october.html.contains("rel=\"prev\"") && october.html.contains("rel=\"next\""));
    let november = site.get("/exchanges/month/2025-11").await;
    november.says(&["1 Students from Hsinchu in Cupertino day 8 of 9"]);
    // The list for narrow screens names each exchange once, also one that began in the month before.
    november.says(&["Saturday, November 1, 2025 Students from Hsinchu in Cupertino day 8 of 9"]);
    november.keeps_from(&["Sunday, November 2, 2025"]);
    let list = site.get("/exchanges?partner=toyokawa").await;
    assert!(
        list.html.contains("href=\"/exchanges/month/2026-11?partner=toyokawa\""),
        "the list leads to the month"
    );
}

#[tokio::test]
async fn days_are_the_hosts_and_historic_dates_have_none() {
    let site = Site::with_demonstration().await;
    site.get("/exchanges/month/2023-11").await.says(&["20 45th anniversary ceremony 21 22"]);
    let of_2013 = site.get("/exchanges/month/2013-05").await;
    of_2013.says(&[
        "Nothing is recorded for this month that fits.",
        "The nearest months with exchanges: September 2016",
    ]);
    of_2013.keeps_from(&["Adult delegation"]);
    site.get("/exchanges/month/2013-05/07").await.says(&["Nothing is recorded for that day"]);
}

#[tokio::test]
async fn a_month_has_the_filter_of_the_list() {
    let site = Site::with_demonstration().await;
    let filtered = site.get("/exchanges/month/2025-10?partner=hsinchu&direction=inbound").await;
    filtered.says(&["Exchanges with Hsinchu in October 2025", "Students from Hsinchu in Cupertino"]);
    filtered.keeps_from(&["Student visit from Toyokawa"]);
    assert!(filtered.html.contains("/exchanges/month/2025-09?partner=hsinchu&#38;direction=inbound"));
    site.get("/exchanges/month/2025-10?kind=cultural").await.says(&["Nothing is recorded for this month"]);
    let words = site.get("/exchanges/month/2025-10?q=Toyokawa").await;
    words.says(&["Student visit from Toyokawa"]);
    words.keeps_from(&["Students from Hsinchu"]);
}

#[tokio::test]
async fn months_that_cannot_be_are_answered_with_what_would_be_right() {
    let site = Site::with_demonstration().await;
    for (address, status, words) in [
        ("/exchanges/month/2026-13", 400, "months run from 01 to 12"),
        ("/exchanges/month/november", 400, "november is no month"),
        ("/exchanges/month/2026", 400, "2026 is no month"),
        ("/exchanges/month/2025-10?kind=picnic", 400, "picnic"),
        ("/exchanges/month/1979-08", 404, "reaches from September 1979 to April 2027"),
        ("/exchanges/month/2027-05", 404, "reaches from September 1979 to April 2027"),
        ("/exchanges/month/9999-12", 404, "Nothing is on record that far away."),
        ("/exchanges/month/0001-01", 404, "Nothing is on record that far away."),
        ("/exchanges/month/2025-02/30", 400, "2025-02-30"),
        ("/exchanges/month/2025-10/5", 400, "2025-10-5"),
        ("/exchanges/month/1066-10/14", 404, "Nothing is on record that far away."),
        ("/exchanges/month/2025-10/05?after=x", 400, "x is no place in a list"),
        ("/exchanges/month/1979-09", 200, "Exchanges in September 1979"),
        ("/exchanges/month/2026-11", 200, "23 Today"),
    ] {
        let seen = site.get(address).await;
        assert_eq!(seen.status, StatusCode::from_u16(status).unwrap(), "{address}");
        assert!(seen.words().contains(words), "{address}: no {words:?} in {}", seen.words());
    }
}

#[tokio::test]
async fn a_full_day_leads_to_its_list() {
    let site = Site::with_demonstration().await;
    site.change(
        "insert into exchange (id, slug, title, kind, direction, status, form, first_day, last_day, published_at)
         select gen_random_uuid(), 'visit-' || number, 'Visit ' || number, 'cultural', 'local', 'confirmed', 'days',
                '2026-11-10', '2026-11-10', '2026-01-01'
         from generate_series(1, 1000) as number",
    )
    .await;
    let month = site.get("/exchanges/month/2026-11").await;
    month.says(&["and 996 more, Tuesday, November 10, 2026"]);
    assert!(month.html.len() < 60_000, "{} bytes", month.html.len());
    assert!(month.html.contains("href=\"/exchanges/month/2026-11/10\""));
    let day = site.get("/exchanges/month/2026-11/10").await;
    day.says(&["Exchanges on November 10, 2026"]);
    let more = day.html.split("href=\"/exchanges/month/2026-11/10?after=").nth(1).unwrap();
    let next = format!("/exchanges/month/2026-11/10?after={}", more.split('"').next().unwrap());
    let next_page = site.get(&next).await;
    assert_eq!(next_page.status, StatusCode::OK);
    let japanese = format!("href=\"/ja{next}\" hreflang=\"ja\"");
    assert!(next_page.html.contains(&japanese), "another language goes on at the same place");
}
