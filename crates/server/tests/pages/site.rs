//! A site with the demonstration in it, and visits to it.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use http_body_util::BodyExt;
use signpost_core::database::TestDatabase;
use signpost_core::dataset::{self, Dataset};
use signpost_core::store::change::{self, NewChange};
use signpost_core::store::import::{self, Removal};
use signpost_core::{ChangeId, Clock, Id, PreviewToken, samples};
use signpost_server::app::App;
use signpost_server::cache::Shortcut;
use signpost_server::routes;
use tower::ServiceExt;

/// How many bytes of pages a site keeps that keeps any.
const KEPT: usize = 4 * 1024 * 1024;

/// A site of its own for a test.
pub(crate) struct Site {
    pub(crate) database: TestDatabase,
    pub(crate) app: Arc<App>,
    routes: Shortcut<App>,
}

/// What a visitor gets.
pub(crate) struct Seen {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) html: String,
}

impl Site {
    /// The demonstration on 23 November 2026, noon in Cupertino.
    pub(crate) async fn with_demonstration() -> Self {
        Self::with(&demonstration()).await
    }

    /// The demonstration with photographs and a document.
    pub(crate) async fn with_files() -> Self {
        let mut demo = demonstration();
        samples::attach(&mut demo, "toyokawa", "students-from-toyokawa-2025").unwrap();
        Self::with(&demo).await
    }

    /// The demonstration on a site that keeps its pages, and so may tell an old one for a moment.
    pub(crate) async fn keeping_pages() -> Self {
        Self::over(&demonstration(), KEPT).await
    }

    async fn with(demo: &Dataset) -> Self {
        Self::over(demo, 0).await
    }

    async fn over(demo: &Dataset, kept: usize) -> Self {
        let site = Self::without_programme(kept).await;
        let mut transaction = site.database.owner().unwrap().begin().await.unwrap();
        change::begin(&mut transaction, &change_named("demonstration")).await.unwrap();
        import::run(&mut transaction, demo, Removal::Keep).await.unwrap();
        transaction.commit().await.unwrap();
        site.app.read_again().await.unwrap();
        site
    }

    /// A site over a database without a programme.
    pub(crate) async fn empty() -> Self {
        Self::without_programme(0).await
    }

    async fn without_programme(kept: usize) -> Self {
        let database = TestDatabase::create().await.unwrap();
        let clock = Clock::Still("2026-11-23T20:00:00Z".parse().unwrap());
        let address = "http://cities.example.org".parse().unwrap();
        let app = Arc::new(App::new(address, clock, database.web().unwrap(), kept));
        let routes = routes::site(Arc::clone(&app), Duration::from_secs(10));
        Self { database, app, routes }
    }

    /// Visits an address as a browser would.
    pub(crate) async fn get(&self, path: &str) -> Seen {
        let request = Request::get(path).header("host", "cities.example.org").body(Body::empty()).unwrap();
        self.ask(request).await
    }

    /// Sends any request.
    pub(crate) async fn ask(&self, request: Request<Body>) -> Seen {
        let response = self.routes.clone().oneshot(request).await.unwrap();
        let (head, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        Seen {
            status: head.status,
            headers: head.headers,
            html: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }

    /// Makes a link by which people see an exchange that is not public.
    pub(crate) async fn preview(&self, slug: &str) -> PreviewToken {
        let token = PreviewToken::new([9; 16]);
        let mut transaction = self.database.owner().unwrap().begin().await.unwrap();
        change::begin(&mut transaction, &change_named("preview")).await.unwrap();
        let previewed =
            "insert into preview select gen_random_uuid(), id, $1, '2999-01-01T08:00Z' from exchange
                         where slug = $2";
        sqlx::query(previewed).bind(token.hash()).bind(slug).execute(&mut *transaction).await.unwrap();
        transaction.commit().await.unwrap();
        token
    }

    /// Changes something as staff would, in one recorded transaction, and tells the site.
    pub(crate) async fn change(&self, statement: &'static str) {
        let mut transaction = self.database.owner().unwrap().begin().await.unwrap();
        change::begin(&mut transaction, &change_named(statement)).await.unwrap();
        sqlx::query(statement).execute(&mut *transaction).await.unwrap();
        transaction.commit().await.unwrap();
        self.app.read_again().await.unwrap();
    }
}

fn demonstration() -> Dataset {
    dataset::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/cupertino")).unwrap()
}

fn change_named(name: &str) -> NewChange {
    NewChange::new(ChangeId::derived("change", name), "a test", "test")
}

impl Seen {
    /// The words of the page's matter: tags dropped, white space folded.
    pub(crate) fn words(&self) -> String {
        let main = self.html.split_once("<main").map_or(self.html.as_str(), |(_, main)| main);
        let main = main.split_once("</main>").map_or(main, |(main, _)| main);
        let mut words = String::new();
        for part in main.split('<') {
            words.push_str(part.split_once('>').map_or("", |(_, text)| text));
            words.push(' ');
        }
        let words = words.replace("&#39;", "'").replace("&amp;", "&").replace('\u{202f}', " ");
        words.split_whitespace().collect::<Vec<_>>().join(" ").replace(" ,", ",")
    }

    /// Asserts that the page says each of these.
    #[track_caller]
    pub(crate) fn says(&self, phrases: &[&str]) {
        let words = self.words();
        for phrase in phrases {
            assert!(words.contains(phrase), "no {phrase:?} in: {words}");
        }
    }

    /// Asserts that the page says none of these.
    #[track_caller]
    pub(crate) fn keeps_from(&self, phrases: &[&str]) {
        let words = self.words();
        for phrase in phrases {
            assert!(!words.contains(phrase), "{phrase:?} in: {words}");
        }
    }
}
