//! Waiting until what is public has changed.

use std::time::Duration;

use sqlx::PgPool;
use sqlx::postgres::PgListener;
use tokio::time::{Interval, MissedTickBehavior, interval};

use crate::database::Moment;
use crate::store::StoreError;

/// The channel that a committed change is told on; what is told there does not matter.
const CHANNEL: &str = "signpost_content";

/// Which edition of the programme the public sees: another one after each change, and each time that the moment
/// comes from which something is public.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edition {
    /// The content version.
    pub version: i64,
    /// When the next thing becomes public by itself.
    pub next_publication: Option<jiff::Timestamp>,
}

/// Waits for a new edition: by listening, which is quick, and by looking once a second, which also works on a read
/// replica, through a pooler and after a connection broke.
#[derive(Debug)]
pub struct Freshness {
    pool: PgPool,
    listener: Option<PgListener>,
    ticks: Interval,
    seen: Option<Edition>,
}

impl Freshness {
    /// Waits with connections of this pool, one of which it keeps.
    pub fn of(pool: PgPool) -> Self {
        let mut ticks = interval(Duration::from_secs(1));
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        Self { pool, listener: None, ticks, seen: None }
    }

    /// The edition, as soon as it is another than the one that was returned before; at first at once.
    ///
    /// # Errors
    /// The database is away. Asked again, it waits for the next second and tries again. Dropping the future loses
    /// nothing.
    pub async fn changed(&mut self) -> Result<Edition, StoreError> {
        loop {
            self.told_or_due().await;
            if self.listener.is_none() {
                self.listener = listener(&self.pool).await;
            }
            let edition = edition(&self.pool).await?;
            if self.seen.replace(edition) != Some(edition) {
                return Ok(edition);
            }
        }
    }

    /// Waits for a notification or the next second.
    async fn told_or_due(&mut self) {
        let Some(listener) = &mut self.listener else {
            self.ticks.tick().await;
            return;
        };
        let lost = tokio::select! {
            told = listener.try_recv() => !matches!(told, Ok(Some(_))),
            _ = self.ticks.tick() => false,
        };
        if lost {
            self.listener = None;
        }
    }
}

/// A listener, where the server allows one.
async fn listener(pool: &PgPool) -> Option<PgListener> {
    let mut listener = PgListener::connect_with(pool).await.ok()?;
    listener.listen(CHANNEL).await.ok()?;
    Some(listener)
}

async fn edition(pool: &PgPool) -> Result<Edition, StoreError> {
    let row = sqlx::query!(
        r#"select version, (select at from next_publication) as "next_publication: Moment" from content_version"#
    )
    .fetch_one(pool)
    .await?;
    Ok(Edition { version: row.version, next_publication: row.next_publication.map(Into::into) })
}
