//! The kept pages, and the tasks that make them anew.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::extract::MatchedPath;
use jiff::Timestamp;
use quick_cache::{Weighter, sync::Cache};
use tokio::sync::watch;
use tokio::time::timeout;

use super::{Edition, key::Key, route::KeepsPages};
use crate::http::{Answer, Content, Heads, PageError};

/// For how long after a change visitors may be told the page as it was.
const TOLERATED: Duration = Duration::from_secs(1);

/// How long they wait for the new one before that.
const PATIENCE: Duration = Duration::from_millis(20);

/// Rendered pages, up to a number of bytes; those that are asked for stay.
pub struct PageCache {
    pages: Cache<Key, Arc<Kept>, Bytes>,
    /// Which pages were asked for where.
    addresses: Cache<String, Known>,
    /// The pages that are being made, each by one task.
    making: Mutex<HashMap<Key, Making>>,
}

/// What an address led to.
#[derive(Clone)]
struct Known {
    key: Arc<Key>,
    route: MatchedPath,
}

/// A page, and what it was right in.
pub(super) struct Kept {
    pub(super) content: Content,
    pub(super) heads: Heads,
    edition: Edition,
}

/// The end of a task that makes a page, for all who wait for it.
type Making = watch::Receiver<Option<Result<Made, PageError>>>;

/// What can be told to any number of visitors: a page, or the way to it.
#[derive(Clone)]
enum Made {
    Page(Content),
    Moved(String),
}

impl TryFrom<Answer> for Made {
    type Error = PageError;

    fn try_from(answer: Answer) -> Result<Self, PageError> {
        match answer {
            Answer::Content(content) => Ok(Self::Page(content)),
            Answer::Moved(to) => Ok(Self::Moved(to)),
            Answer::File(_) | Answer::Streamed(_) => {
                Err(PageError::Internal { report: "a file is no page to keep".to_owned() })
            }
        }
    }
}

impl From<Made> for Answer {
    fn from(made: Made) -> Self {
        match made {
            Made::Page(content) => Self::Content(content),
            Made::Moved(to) => Self::Moved(to),
        }
    }
}

/// How many bytes a kept page takes.
#[derive(Clone)]
struct Bytes;

impl Weighter<Key, Arc<Kept>> for Bytes {
    fn weight(&self, key: &Key, kept: &Arc<Kept>) -> u64 {
        let weight = key.weight() + kept.content.weight();
        u64::try_from(weight).unwrap_or(u64::MAX)
    }
}

impl PageCache {
    /// A cache of so many bytes; of none, nothing is kept.
    pub fn new(bytes: usize) -> Self {
        let pages = Cache::with_weighter(bytes / TYPICAL, bytes as u64, Bytes);
        Self { pages, addresses: Cache::new(ADDRESSES), making: Mutex::default() }
    }

    /// The page at an address, if it was asked for there before, is kept and right; and its route.
    pub(super) fn at(
        &self,
        address: &str,
        edition: Option<Edition>,
        now: Timestamp,
    ) -> Option<(Arc<Kept>, MatchedPath)> {
        let Known { key, route } = self.addresses.get(address)?;
        Some((self.current(&key, edition, now)?, route))
    }

    /// Remembers which page an address leads to.
    pub(super) fn remember(&self, address: &str, key: Key, route: MatchedPath) {
        if address.len() <= LONGEST_ADDRESS {
            self.addresses.insert(address.to_owned(), Known { key: Arc::new(key), route });
        }
    }

    /// The page with a key, if it is kept and right.
    pub(super) fn current(&self, key: &Key, edition: Option<Edition>, now: Timestamp) -> Option<Arc<Kept>> {
        let kept = self.pages.get(key)?;
        let right = kept.edition.outdated_for(edition?, now).is_none();
        right.then_some(kept)
    }

    /// The page with a key, made anew: by `make`, unless a task makes it already.
    ///
    /// Who has seen it change less than a second ago waits for the new one for a moment, and then gets the old one.
    /// An older page is told only when the database is away, and says so.
    pub(super) async fn renewed<A, Make>(
        &self,
        app: &Arc<A>,
        key: Key,
        make: Make,
    ) -> Result<Answer, PageError>
    where
        A: KeepsPages,
        Make: Future<Output = Result<Answer, PageError>> + Send + 'static,
    {
        let old = self.pages.get(&key);
        let outdated = match (&old, app.edition()) {
            (Some(old), Some(edition)) => old.edition.outdated_for(edition, app.now()).unwrap_or_default(),
            _ => Duration::MAX,
        };
        let renewed = outcome(self.join(app, key, make));
        let Some(old) = old else {
            return renewed.await;
        };
        if outdated < TOLERATED {
            return timeout(PATIENCE, renewed).await.unwrap_or_else(|_| Ok(old.content.clone().into()));
        }
        match renewed.await {
            Err(PageError::Unavailable | PageError::TimedOut) => Ok(old.content.clone().outdated().into()),
            answer => answer,
        }
    }

    /// Waits for the task that makes a page, and starts one where there is none.
    fn join<A, Make>(&self, app: &Arc<A>, key: Key, make: Make) -> Making
    where
        A: KeepsPages,
        Make: Future<Output = Result<Answer, PageError>> + Send + 'static,
    {
        let mut making = self.making();
        if let Some(making) = making.get(&key) {
            return making.clone();
        }
        let (end, outcome) = watch::channel(None);
        making.insert(key.clone(), outcome.clone());
        drop(making);
        metrics::counter!("signpost_pages_made_total").increment(1);
        let app = Arc::clone(app);
        // A task of its own: it goes on when the visitor who was first goes away.
        tokio::spawn(async move {
            let making = Unmade { app: &*app, key: &key };
            let answer = match app.renewed_edition().await {
                Ok(edition) => app.pages().keep(&key, edition, make.await.and_then(Made::try_from)),
                Err(error) => Err(error),
            };
            drop(making);
            end.send_replace(Some(answer));
        });
        outcome
    }

    /// Keeps what a task made, or forgets the page that is no longer there; while the database is away, the old one
    /// stays.
    fn keep(&self, key: &Key, edition: Edition, answer: Result<Made, PageError>) -> Result<Made, PageError> {
        match &answer {
            Ok(Made::Page(content)) => {
                let until = content.until().map_or(edition.until, |until| until.min(edition.until));
                let edition = Edition { until, ..edition };
                let kept = Kept { content: content.clone(), heads: Heads::default(), edition };
                self.pages.insert(key.clone(), Arc::new(kept));
            }
            Err(PageError::Unavailable | PageError::TimedOut) => {}
            _ => drop(self.pages.remove(key)),
        }
        answer
    }

    fn making(&self) -> MutexGuard<'_, HashMap<Key, Making>> {
        self.making.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// How many addresses are remembered, and how long they may be: together no more than a few megabytes.
const ADDRESSES: usize = 16_384;
const LONGEST_ADDRESS: usize = 256;

/// A rough size of a page in all its forms, from which the cache guesses how many it will hold.
const TYPICAL: usize = 32 * 1024;

impl fmt::Debug for PageCache {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("PageCache").field("pages", &self.pages.len()).finish_non_exhaustive()
    }
}

/// The mark of a page that is being made; it goes when the task ends, however that is.
struct Unmade<'a, A: KeepsPages> {
    app: &'a A,
    key: &'a Key,
}

impl<A: KeepsPages> Drop for Unmade<'_, A> {
    fn drop(&mut self) {
        self.app.pages().making().remove(self.key);
    }
}

/// What a task made; a task that panicked made nothing.
async fn outcome(mut made: Making) -> Result<Answer, PageError> {
    let panicked = || PageError::Internal { report: "making a page panicked".to_owned() };
    let made = made.wait_for(Option::is_some).await.map_err(|_| panicked())?;
    made.clone().ok_or_else(panicked)?.map(Answer::from)
}
