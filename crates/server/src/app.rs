//! The site as its pages see it: what they are made from, shared by all visits.

use std::sync::{Arc, PoisonError, RwLock};

use jiff::Timestamp;
use signpost_core::database::{self, Freshness};
use signpost_core::store::{self, StoreError, exchange, register};
use signpost_core::{Clock, Digest, Register};
use sqlx::{PgConnection, PgPool, Postgres, Transaction};

use crate::cache::{Edition, KeepsPages, PageCache};
use crate::http::PageError;
use crate::keep::Kept;
use crate::language::Locale;
use crate::operator::{NotReady, Readiness};
use crate::present::Presenter;
use crate::urls::{PublicAddress, TagAuthority};

/// What all visits share.
#[derive(Debug)]
pub struct App {
    address: PublicAddress,
    authority: TagAuthority,
    clock: Clock,
    pool: PgPool,
    pages: PageCache,
    files: Kept<FileKey>,
    previews: Kept<Digest>,
    current: RwLock<Option<Current>>,
}

/// The register that was read last, and the edition that it belongs to.
#[derive(Clone, Debug)]
struct Current {
    register: Arc<Register>,
    edition: Edition,
}

/// A document, or a picture in a width.
pub type FileKey = (Digest, Option<u32>);

/// How many bytes of documents and pictures are kept in memory.
const FILES_KEPT: u64 = 64_000_000;
/// How many bytes of the pages' previews.
const PREVIEWS_KEPT: u64 = 16_000_000;

/// A state of the database, and the register that belongs to it.
pub struct Reading {
    /// The register of that state.
    pub register: Arc<Register>,
    /// The state, for what is not in the register.
    pub snapshot: Transaction<'static, Postgres>,
}

impl App {
    /// A site at an address, by a clock, over a database that it is logged in to as the public.
    ///
    /// `kept` is how many bytes its rendered pages may take.
    pub fn new(address: PublicAddress, clock: Clock, pool: PgPool, kept: usize) -> Self {
        let (files, previews) = (Kept::with_room(FILES_KEPT), Kept::with_room(PREVIEWS_KEPT));
        let (authority, current) = (TagAuthority::from(&address), RwLock::new(None));
        Self { address, authority, clock, pool, pages: PageCache::new(kept), files, previews, current }
    }

    /// The same site, whose feeds have identifiers that begin otherwise than its address says.
    #[must_use]
    pub fn identified_by(self, authority: TagAuthority) -> Self {
        Self { authority, ..self }
    }

    /// Where visitors find the site.
    pub const fn address(&self) -> &PublicAddress {
        &self.address
    }

    /// Files that were asked for lately. Whether they are still public is another question.
    pub const fn files(&self) -> &Kept<FileKey> {
        &self.files
    }

    /// Previews of pages that were drawn lately, by what they were drawn from.
    pub const fn previews(&self) -> &Kept<Digest> {
        &self.previews
    }

    /// What the identifiers in its feeds begin with.
    pub const fn authority(&self) -> &TagAuthority {
        &self.authority
    }

    /// The register that was read last.
    ///
    /// # Errors
    /// None was read yet.
    pub fn register(&self) -> Result<Arc<Register>, PageError> {
        self.current().map(|current| current.register).ok_or(PageError::Unavailable)
    }

    /// Reads one state of the database: a register that is older than it is read again.
    ///
    /// # Errors
    /// The database is away.
    pub async fn read(&self) -> Result<Reading, PageError> {
        self.read_in(store::snapshot(&self.pool).await).await
    }

    /// The same for a page that asks nothing filtered: it is answered by plans that are kept.
    ///
    /// # Errors
    /// The database is away.
    pub async fn read_unfiltered(&self) -> Result<Reading, PageError> {
        self.read_in(store::snapshot_with_kept_plans(&self.pool).await).await
    }

    async fn read_in(
        &self,
        snapshot: Result<Transaction<'static, Postgres>, StoreError>,
    ) -> Result<Reading, PageError> {
        let mut snapshot = snapshot.map_err(|error| unavailable(&error))?;
        let version = register::version(&mut snapshot).await.map_err(|error| unavailable(&error))?;
        let now = self.clock.now();
        let known =
            self.current().filter(|known| known.edition.version == version && now < known.edition.until);
        let current = match known {
            Some(current) => current,
            None => self.load(&mut snapshot).await.map_err(|error| unavailable(&error))?,
        };
        Ok(Reading { register: current.register, snapshot })
    }

    /// Reads the register, and again whenever what is public has changed; for as long as the site is up.
    pub async fn stay_current(&self) {
        let mut freshness = Freshness::of(self.pool.clone());
        loop {
            match freshness.changed().await {
                Ok(edition) => {
                    tracing::debug!(version = edition.version, "what is public has changed");
                    if let Err(error) = self.read_again().await {
                        tracing::warn!("the register cannot be read: {error}");
                    }
                }
                Err(error) => tracing::warn!("the database cannot be read: {error}"),
            }
        }
    }

    /// Reads the register, whatever is known already.
    ///
    /// # Errors
    /// The database is away, or holds no programme yet.
    pub async fn read_again(&self) -> Result<(), StoreError> {
        let mut snapshot = store::snapshot(&self.pool).await?;
        self.load(&mut snapshot).await?;
        Ok(())
    }

    /// Loads the register of a state, and finds when time will change what is told of it.
    async fn load(&self, snapshot: &mut PgConnection) -> Result<Current, StoreError> {
        let register = register::load(snapshot).await?;
        let now = self.clock.now();
        let next_exchange = exchange::next_moment(snapshot, now).await?;
        let until = register.next_moment(now);
        let until = next_exchange.map_or(until, |moment| until.min(moment));
        let edition = Edition { version: register.version(), since: now, until };
        Ok(self.keep(Current { register: Arc::new(register), edition }))
    }

    /// Tells a register in a language, at this moment.
    pub fn presenter<'a>(&self, register: &'a Register, locale: Locale) -> Presenter<'a> {
        Presenter { register, locale, now: self.clock.now() }
    }

    fn current(&self) -> Option<Current> {
        self.current.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Keeps what was read, unless something newer is kept already, and gives it back.
    fn keep(&self, read: Current) -> Current {
        let mut kept = self.current.write().unwrap_or_else(PoisonError::into_inner);
        let age = |current: &Current| (current.edition.version, current.edition.until);
        if kept.as_ref().is_none_or(|kept| age(kept) <= age(&read)) {
            *kept = Some(read.clone());
        }
        read
    }
}

impl KeepsPages for App {
    fn pages(&self) -> &PageCache {
        &self.pages
    }

    fn edition(&self) -> Option<Edition> {
        let current = self.current.read().unwrap_or_else(PoisonError::into_inner);
        current.as_ref().map(|current| current.edition)
    }

    fn now(&self) -> Timestamp {
        self.clock.now()
    }

    async fn renewed_edition(&self) -> Result<Edition, PageError> {
        if let Some(edition) = self.edition().filter(|edition| self.now() < edition.until) {
            return Ok(edition);
        }
        self.read_again().await.map_err(|error| unavailable(&error))?;
        self.edition().ok_or(PageError::Unavailable)
    }
}

/// What a visitor is told when the store fails; the log is told more.
pub(crate) fn unavailable(error: &StoreError) -> PageError {
    tracing::warn!("the database cannot be read: {error}");
    PageError::Unavailable
}

impl Readiness for App {
    async fn ready(&self) -> Result<(), NotReady> {
        let mut connection = self.pool.acquire().await.map_err(|_| NotReady::Database)?;
        let migrations = database::migrations(&mut connection).await.map_err(|_| NotReady::Schema)?;
        if !migrations.pending.is_empty() || migrations.unreadable.is_some() {
            return Err(NotReady::Schema);
        }
        self.current().map(|_| ()).ok_or(NotReady::Register)
    }
}
