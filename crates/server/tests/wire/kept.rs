//! Pages are made once, and told again while they are right.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use futures_util::future::join_all;
use http_body_util::BodyExt;
use jiff::{SignedDuration, Timestamp};
use metrics_exporter_prometheus::PrometheusBuilder;
use signpost_server::cache::{Edition, Finite, KeepsPages, PageCache, kept_page};
use signpost_server::http::{
    Answer, Content, ErrorPages, FromQuery, PageError, Query, Sought, Visit, Wanted,
};
use signpost_server::language::Locale;
use tokio::sync::Semaphore;
use tower::ServiceExt;

/// A site whose time and edition the test tells.
struct Keeper {
    pages: PageCache,
    now: Mutex<Timestamp>,
    edition: Mutex<Edition>,
    outcome: Mutex<Outcome>,
    made: AtomicUsize,
    /// Pages are made as long as there are permits.
    going: Semaphore,
}

/// What becomes of a page that is made.
#[derive(Clone, Copy)]
enum Outcome {
    Page,
    Clock(Timestamp),
    NotFound,
    Away,
    Panic,
}

impl ErrorPages for Keeper {
    fn error_page(&self, error: &PageError, _: &str) -> Result<Content, PageError> {
        Ok(Content::html(error.to_string()))
    }
}

impl KeepsPages for Keeper {
    fn pages(&self) -> &PageCache {
        &self.pages
    }

    fn edition(&self) -> Option<Edition> {
        Some(*self.edition.lock().unwrap())
    }

    fn now(&self) -> Timestamp {
        *self.now.lock().unwrap()
    }

    async fn renewed_edition(&self) -> Result<Edition, PageError> {
        let now = self.now();
        let mut edition = self.edition.lock().unwrap();
        if edition.until <= now {
            edition.until = now + SignedDuration::from_hours(1);
        }
        Ok(*edition)
    }
}

/// A text, of which there are any number.
struct Text(Option<String>);

impl FromQuery for Text {
    fn from_query(query: &Query<'_>) -> Result<Self, PageError> {
        query.one("q", Wanted::Text).map(Self)
    }
}

impl Finite for Text {
    fn write_key(&self, _: &mut String) -> bool {
        self.0.is_none()
    }
}

async fn partner(visit: Visit<Keeper, String, Text>) -> Result<Answer, PageError> {
    let app = &visit.app;
    let count = app.made.fetch_add(1, Ordering::SeqCst) + 1;
    app.going.acquire().await.unwrap().forget();
    let page = Content::html(format!("{} made {count}", visit.path));
    let outcome = *app.outcome.lock().unwrap();
    match outcome {
        Outcome::Page => Ok(page.into()),
        Outcome::Clock(until) => Ok(page.right_until(until).into()),
        Outcome::NotFound => Err(PageError::NotFound(Sought::Page)),
        Outcome::Away => Err(PageError::Unavailable),
        Outcome::Panic => panic!("a template"),
    }
}

struct Site(Arc<Keeper>, Router);

impl Site {
    fn new(bytes: usize) -> Self {
        let now: Timestamp = "2026-11-23T20:00:00Z".parse().unwrap();
        let edition = Edition { version: 1, since: now, until: now + SignedDuration::from_hours(1) };
        let keeper = Arc::new(Keeper {
            pages: PageCache::new(bytes),
            now: Mutex::new(now),
            edition: Mutex::new(edition),
            outcome: Mutex::new(Outcome::Page),
            made: AtomicUsize::new(0),
            going: Semaphore::new(1000),
        });
        let routes = Router::new().route("/partners/{slug}", kept_page(Locale::default(), partner));
        Self(Arc::clone(&keeper), routes.with_state(keeper))
    }

    async fn get(&self, path: &str) -> (StatusCode, HeaderMap, String) {
        let request = Request::get(path).body(Body::empty()).unwrap();
        let (head, body) = self.1.clone().oneshot(request).await.unwrap().into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        (head.status, head.headers, String::from_utf8(bytes.to_vec()).unwrap())
    }

    async fn words(&self, path: &str) -> String {
        self.get(path).await.2
    }

    fn made(&self) -> usize {
        self.0.made.load(Ordering::SeqCst)
    }

    /// Staff change something that the site hears of now.
    fn change(&self) {
        let mut edition = self.0.edition.lock().unwrap();
        *edition = Edition { version: edition.version + 1, since: self.0.now(), ..*edition };
    }

    fn wait(&self, time: SignedDuration) {
        *self.0.now.lock().unwrap() += time;
    }

    fn comes(&self, outcome: Outcome) {
        *self.0.outcome.lock().unwrap() = outcome;
    }
}

const MUCH: usize = 1 << 20;
const PAGE: &str = "/partners/toyokawa";

#[tokio::test]
async fn five_hundred_visitors_are_one_page() {
    let counts = PrometheusBuilder::new().build_recorder();
    let _counting = metrics::set_default_local_recorder(&counts);
    let site = Site::new(MUCH);
    let pages = join_all((0..500).map(|_| site.words(PAGE))).await;
    assert!(pages.iter().all(|page| page == "toyokawa made 1"));
    assert_eq!(site.made(), 1);
    assert_eq!(site.words("/partners/hsinchu").await, "hsinchu made 2");
    assert!(counts.handle().render().contains("signpost_pages_made_total 2\n"));
}

#[tokio::test]
async fn a_change_and_the_course_of_time_make_it_anew() {
    let site = Site::new(MUCH);
    site.words(PAGE).await;
    site.change();
    assert_eq!(site.words(PAGE).await, "toyokawa made 2");
    site.wait(SignedDuration::from_mins(59));
    assert_eq!(site.words(PAGE).await, "toyokawa made 2");
    site.wait(SignedDuration::from_mins(1));
    assert_eq!(site.words(PAGE).await, "toyokawa made 3");
    site.comes(Outcome::Clock(site.0.now() + SignedDuration::from_mins(1)));
    site.change();
    assert_eq!(site.words(PAGE).await, "toyokawa made 4");
    site.wait(SignedDuration::from_mins(1));
    assert_eq!(site.words(PAGE).await, "toyokawa made 5", "it showed a clock");
}

#[tokio::test]
async fn the_old_page_is_told_while_the_new_one_takes_long() {
    let site = Site::new(MUCH);
    site.words(PAGE).await;
    site.0.going.forget_permits(1000);
    site.change();
    let (status, headers, words) = site.get(PAGE).await;
    assert_eq!((status, words.as_str()), (StatusCode::OK, "toyokawa made 1"));
    assert!(!headers.contains_key("warning"), "it was right a moment ago");
    // It goes on to be made; a second later nobody is told the old one.
    site.wait(SignedDuration::from_secs(2));
    site.0.going.add_permits(1);
    assert_eq!(site.words(PAGE).await, "toyokawa made 2");
    assert_eq!(site.made(), 2);
}

#[tokio::test]
async fn without_a_database_the_old_page_is_told_as_such() {
    let site = Site::new(MUCH);
    site.words(PAGE).await;
    site.comes(Outcome::Away);
    site.change();
    site.wait(SignedDuration::from_mins(10));
    let (status, headers, words) = site.get(PAGE).await;
    assert_eq!((status, words.as_str()), (StatusCode::OK, "toyokawa made 1"));
    assert_eq!(headers["warning"], "111 - \"Revalidation Failed\"");
    assert_eq!(site.get("/partners/hsinchu").await.0, StatusCode::SERVICE_UNAVAILABLE);
}

#[tokio::test]
async fn what_is_gone_is_forgotten() {
    let site = Site::new(MUCH);
    site.words(PAGE).await;
    site.comes(Outcome::NotFound);
    site.change();
    assert_eq!(site.get(PAGE).await.0, StatusCode::NOT_FOUND);
    site.comes(Outcome::Away);
    assert_eq!(site.get(PAGE).await.0, StatusCode::SERVICE_UNAVAILABLE, "the old one is not there");
}

#[tokio::test]
async fn a_panic_is_one_visitors_fault_and_not_kept() {
    let site = Site::new(MUCH);
    site.comes(Outcome::Panic);
    assert_eq!(site.get(PAGE).await.0, StatusCode::INTERNAL_SERVER_ERROR);
    site.comes(Outcome::Page);
    assert_eq!(site.words(PAGE).await, "toyokawa made 2");
}

#[tokio::test]
async fn what_there_is_any_number_of_is_made_each_time() {
    let site = Site::new(MUCH);
    for count in 1..=3 {
        assert_eq!(site.words(&format!("{PAGE}?q=cherry")).await, format!("toyokawa made {count}"));
    }
    assert_eq!(site.words(&format!("{PAGE}?utm_source=mail")).await, "toyokawa made 4");
    assert_eq!(site.words(PAGE).await, "toyokawa made 4", "what is not asked of the page tells none apart");
}

#[tokio::test]
async fn a_site_may_keep_nothing() {
    let site = Site::new(0);
    site.words(PAGE).await;
    assert_eq!(site.words(PAGE).await, "toyokawa made 2");
}
