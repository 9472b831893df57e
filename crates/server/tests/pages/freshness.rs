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

#[tokio::test]
async fn a_page_that_is_told_again_is_told_the_same() {
    let site = Site::keeping_pages().await;
    for (path, name, value) in [
        ("/", "accept-encoding", "gzip"),
        ("/partners/toyokawa", "accept-encoding", "br"),
        ("/ja/partners", "accept-encoding", "zstd"),
        ("/exchanges?kind=cultural", "accept", "text/html"),
        ("/map.svg", "accept-encoding", "identity"),
        ("/about", "if-match", "\"another\""),
        ("/signpost", "if-none-match", "*"),
    ] {
        let ask = async |method: &str| {
            let request = Request::builder().method(method).uri(path).header("host", "a.example");
            let mut seen = site.ask(request.header(name, value).body(Body::empty()).unwrap()).await;
            // Where a route has not said the length, hyper does.
            seen.headers.remove("content-length");
            seen
        };
        let made = ask("GET").await;
        for _ in 0..3 {
            let again = ask("GET").await;
            assert_eq!((again.status, &again.headers), (made.status, &made.headers), "{path}");
            assert_eq!(again.html, made.html, "{path}");
        }
        let head = ask("HEAD").await;
        assert_eq!((head.status, head.html.as_str()), (made.status, ""), "{path}");
        let nowhere = Request::get(path).header("host", "a b").body(Body::empty()).unwrap();
        assert_eq!(site.ask(nowhere).await.status, StatusCode::BAD_REQUEST, "{path}");
        let write = Request::post(path).header("host", "a.example").body(Body::empty()).unwrap();
        assert_eq!(site.ask(write).await.status, StatusCode::METHOD_NOT_ALLOWED, "{path}");
    }
}
