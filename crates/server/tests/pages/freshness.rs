//! What staff change is on the site, and what they have not published is not.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, StatusCode};

use crate::site::Site;

#[tokio::test]
async fn a_draft_is_not_there() {
    let site = Site::with_demonstration().await;
    site.change("update exchange set published_at = null where slug = 'cherry-blossom-festival-2027'").await;
    site.change("update partner set published_at = '2027-01-01' where slug = 'toyokawa'").await;
    assert_eq!(site.get("/exchanges/cherry-blossom-festival-2027").await.status, StatusCode::NOT_FOUND);
    assert_eq!(site.get("/partners/toyokawa").await.status, StatusCode::NOT_FOUND);
    site.get("/").await.keeps_from(&["Cherry Blossom Festival 2027"]);
}

#[tokio::test]
async fn a_change_is_told_to_the_site() {
    let site = Site::keeping_pages().await;
    let app = Arc::clone(&site.app);
    let current = tokio::spawn(async move { app.stay_current().await });
    site.change("update partner set name = 'Toyokawa City' where slug = 'toyokawa'").await;
    let told = async {
        while !site.get("/partners").await.words().contains("Toyokawa City") {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(10), told).await.unwrap();
    current.abort();
}

#[tokio::test]
async fn an_unchanged_page_is_not_sent_again() {
    let site = Site::keeping_pages().await;
    let first = site.get("/partners").await;
    let tag = first.headers["etag"].clone();
    let request = Request::get("/partners").header("host", "a.example").header("if-none-match", &tag);
    let again = site.ask(request.body(Body::empty()).unwrap()).await;
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
    assert_eq!((again.html.as_str(), &again.headers["etag"]), ("", &tag));
}
