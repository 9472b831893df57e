//! Requests that make no sense: the right status, a page that helps, and never a fault of ours.

use axum::body::Body;
use axum::http::{Request, StatusCode};

use crate::site::Site;

#[tokio::test]
async fn what_makes_no_sense_is_answered_with_a_page_that_helps() {
    let site = Site::with_demonstration().await;
    let words = format!("/exchanges?q={}", "a".repeat(201));
    let long = format!("/partners?{}", "a".repeat(8192));
    for (address, status, words) in [
        ("/partners/shenzhenn", 404, "Shenzhen"),
        ("/partners/nowhere-at-all", 404, "There is no page here"),
        ("/exchanges/cherry-blosom-festival", 404, "cherry-blossom"),
        ("/partner/toyokawa", 404, "Toyokawa"),
        ("/xx/partners", 404, "There is no page here"),
        ("/partners?on=2024-02-30", 400, "2024-02-30"),
        ("/partners?on=2017-01", 400, "2017-01"),
        ("/partners?on=2017-01-01&on=2018-01-01", 400, "only once"),
        ("/partners?on=%FF%00", 400, "on"),
        ("/exchanges?kind=picnic", 400, "picnic"),
        ("/exchanges?partner=nowhere", 400, "nowhere"),
        ("/exchanges?after=yesterday", 400, "yesterday"),
        ("/exchanges?knd=cultural", 400, "There are: partner, kind, direction, q, period, and after."),
        (words.as_str(), 400, "at most 200 characters"),
        ("/exchanges?q=%00", 400, "no text"),
        ("/exchanges?q=++&utm_source=mail", 200, "Exchanges"),
        ("/exchanges?q=%E2%80%AE%3Cscript%3E%27%5C", 200, "Exchanges"),
        ("/exchanges?after=2024-01-01.00000000-0000-0000-0000-000000000000", 200, "Exchanges"),
        ("/partners/%00", 404, "There is no page here"),
        ("/partners/%FF%FE", 404, "There is no page here"),
        ("/exchanges/%00", 404, "There is no page here"),
        ("/assets/0000/../../etc/passwd", 404, "There is no page here"),
        ("/assets/0000/..%2f..%2fetc%2fpasswd", 404, "There is no page here"),
        ("/partners?utm_source=mail", 200, "Partner cities"),
        (long.as_str(), 414, "too long"),
    ] {
        let seen = site.get(address).await;
        let shown = &address[..address.len().min(80)];
        assert_eq!(seen.status, StatusCode::from_u16(status).unwrap(), "{shown}");
        assert!(seen.words().contains(words), "{shown}: no {words:?} in {}", seen.words());
        assert!(seen.headers.contains_key("content-security-policy"), "{shown}");
        assert!(!seen.headers.contains_key("set-cookie"), "{shown}");
    }
}

#[tokio::test]
async fn what_visitors_typed_is_never_part_of_the_page() {
    let site = Site::with_demonstration().await;
    let seen = site.get("/partners?on=%3Cscript%3Ealert(1)%3C/script%3E").await;
    assert_eq!(seen.status, StatusCode::BAD_REQUEST);
    assert!(!seen.html.contains("<script>alert"));
}

#[tokio::test]
async fn pages_are_read_only() {
    let site = Site::with_demonstration().await;
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "BREW"] {
        let request = Request::builder().method(method).uri("/partners").header("host", "a.example");
        let seen = site.ask(request.body(Body::empty()).unwrap()).await;
        assert_eq!(seen.status, StatusCode::METHOD_NOT_ALLOWED, "{method}");
        assert_eq!(seen.headers["allow"], "GET, HEAD");
    }
}

#[tokio::test]
async fn without_a_programme_or_a_database_the_site_says_so() {
    let site = Site::empty().await;
    assert_eq!(site.get("/").await.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(site.get("/partners").await.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(site.get("/healthz").await.status, StatusCode::OK);
    assert_eq!(site.get("/readyz").await.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(site.get("/nowhere").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn with_everything_there_the_site_is_ready() {
    assert_eq!(Site::with_demonstration().await.get("/readyz").await.status, StatusCode::OK);
}
