//! The site as its pages see it: what they are made from, shared by all visits.

use std::sync::{Arc, PoisonError, RwLock};

use signpost_core::database::{self, Freshness};
use signpost_core::store::{self, StoreError, register};
use signpost_core::{Clock, Digest, Register};
use sqlx::{PgPool, Postgres, Transaction};

use crate::http::PageError;
use crate::keep::Kept;
use crate::language::Locale;
use crate::operator::{NotReady, Readiness};
use crate::present::Presenter;
use crate::urls::PublicAddress;

/// What all visits share.
#[derive(Debug)]
pub struct App {
    address: PublicAddress,
    clock: Clock,
    pool: PgPool,
    register: RwLock<Option<Arc<Register>>>,
    files: Kept<FileKey>,
    previews: Kept<Digest>,
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
    pub fn new(address: PublicAddress, clock: Clock, pool: PgPool) -> Self {
        let (files, previews) = (Kept::with_room(FILES_KEPT), Kept::with_room(PREVIEWS_KEPT));
        Self { address, clock, pool, register: RwLock::new(None), files, previews }
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

    /// The register that was read last.
    ///
    /// # Errors
    /// None was read yet.
    pub fn register(&self) -> Result<Arc<Register>, PageError> {
        self.current().ok_or(PageError::Unavailable)
    }

    /// Reads one state of the database: a register that is older than it is read again.
    ///
    /// # Errors
    /// The database is away.
    pub async fn read(&self) -> Result<Reading, PageError> {
        let mut snapshot = store::snapshot(&self.pool).await.map_err(|error| unavailable(&error))?;
        let version = register::version(&mut snapshot).await.map_err(|error| unavailable(&error))?;
        let known = self.current().filter(|register| register.version() == version);
        let register = if let Some(register) = known {
            register
        } else {
            let read = register::load(&mut snapshot).await.map_err(|error| unavailable(&error))?;
            self.keep(Arc::new(read))
        };
        Ok(Reading { register, snapshot })
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
        self.keep(Arc::new(register::load(&mut snapshot).await?));
        Ok(())
    }

    /// Tells a register in a language, at this moment.
    pub fn presenter<'a>(&self, register: &'a Register, locale: Locale) -> Presenter<'a> {
        Presenter { register, locale, now: self.clock.now() }
    }

    fn current(&self) -> Option<Arc<Register>> {
        self.register.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Keeps a register unless a newer one is kept already, and gives it back.
    fn keep(&self, read: Arc<Register>) -> Arc<Register> {
        let mut kept = self.register.write().unwrap_or_else(PoisonError::into_inner);
        if kept.as_ref().is_none_or(|kept| kept.version() <= read.version()) {
            *kept = Some(Arc::clone(&read));
        }
        read
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
