//! How many requests there were, and how long they took, by route.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};
use std::time::Duration;

use metrics::{Counter, Histogram, counter, histogram};

/// The figures of each route, found once and then only added to: to find one takes longer than to answer from memory.
#[derive(Debug, Default)]
pub(super) struct Tally {
    routes: RwLock<HashMap<String, Figures>>,
}

/// The figures of a route.
#[derive(Debug)]
struct Figures {
    seconds: Histogram,
    /// By method and status.
    requests: HashMap<(&'static str, u16), Counter>,
}

impl Tally {
    /// Counts a request that was answered.
    pub(super) fn add(&self, route: &str, method: &'static str, status: u16, took: Duration) {
        let routes = self.routes.read().unwrap_or_else(PoisonError::into_inner);
        let known =
            routes.get(route).and_then(|figures| Some((figures, figures.requests.get(&(method, status))?)));
        if let Some((figures, requests)) = known {
            requests.increment(1);
            figures.seconds.record(took);
            return;
        }
        drop(routes);
        let mut routes = self.routes.write().unwrap_or_else(PoisonError::into_inner);
        let figures = routes.entry(route.to_owned()).or_insert_with(|| Figures::of(route));
        figures.requests(route, method, status).increment(1);
        figures.seconds.record(took);
    }
}

impl Figures {
    fn of(route: &str) -> Self {
        let seconds = histogram!("signpost_request_seconds", "route" => route.to_owned());
        Self { seconds, requests: HashMap::new() }
    }

    fn requests(&mut self, route: &str, method: &'static str, status: u16) -> &Counter {
        self.requests.entry((method, status)).or_insert_with(|| {
            let (route, status) = (route.to_owned(), status.to_string());
            counter!("signpost_requests_total", "method" => method, "route" => route, "status" => status)
        })
    }
}
