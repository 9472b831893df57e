//! The partner list as of a day: today's knowledge of it.

use axum::http::StatusCode;

use crate::site::Site;

#[tokio::test]
async fn the_list_as_of_a_day_is_todays_knowledge_of_it() {
    let site = Site::with_demonstration().await;
    let on = async |day: &str| {
        let seen = site.get(&format!("/partners?on={day}")).await;
        assert_eq!(seen.status, StatusCode::OK, "{day}");
        seen.says(&["This is what is known today about"]);
        seen
    };
    let early = on("1950-01-01").await;
    early.says(&["No relationship is on record for that day."]);
    early.keeps_from(&["Toyokawa", "Jiangmen"]);

    let middle = on("2005-06-01").await;
    middle.says(&[
        "Friendship city, since 1998",
        "Sister city, dormant, since when is not on record",
        "Toyokawa",
    ]);
    middle.keeps_from(&["Bhubaneswar", "Taichung"]);

    let first_friendships = on("2017-01-01").await;
    first_friendships.says(&["Taipei", "Nanjing", "ends September 20, 2018"]);
    first_friendships.keeps_from(&["Taichung", "Beijing", "New Taipei"]);

    on("2012-01-01").await.says(&["Proposed sister city"]);
    on("2027-02-01").await.says(&["Friendship city, up for renewal"]);
    on("9999-12-31").await.says(&["Toyokawa", "Former friendship city"]);
}

#[tokio::test]
async fn today_needs_no_statement() {
    let site = Site::with_demonstration().await;
    for address in ["/partners", "/partners?on=", "/partners?on=2026-11-23"] {
        let seen = site.get(address).await;
        assert_eq!(seen.status, StatusCode::OK);
        seen.keeps_from(&["This is what is known today about"]);
    }
}
