//! Connections: how many, how long they may be silent, and how they end.
//!
//! `axum::serve` sets no timer, so a visitor who sends half a header would be held for ever; hence
//! our own loop. It speaks HTTP/1.1 only: a proxy in front speaks whatever browsers like. HTTP/2
//! would be told apart in `Connection::keep`, by the first bytes and under `header_timeout`,
//! before a builder is chosen, since the builder that does both has no time limit for that.

use std::{convert::Infallible, io, pin::pin, sync::Arc, time::Duration};

use axum::response::Response;
use hyper::{Request, body::Incoming, server::conn::http1};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::{GracefulShutdown, Watcher},
    service::TowerToHyperService,
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore},
    task::JoinSet,
    time::timeout,
};
use tokio_io_timeout::TimeoutStream;
use tower::Service;

/// How much of the machine visitors may hold, and for how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ConnectionLimits {
    /// The most connections open at once; further ones wait in the system's queue.
    pub connections: usize,
    /// The longest that a connection may take to send the head of a request, its first one or the next.
    pub header_timeout: Duration,
    /// The longest that a visitor may take none of an answer.
    pub write_timeout: Duration,
    /// How long requests under way may take to finish once the server is told to stop.
    pub drain: Duration,
}

/// The most bytes that hyper keeps of the head of a request; it answers more with 431 by itself,
/// as it answers what it cannot parse with 400: both without a page of ours.
const HEAD_LIMIT: usize = 32 * 1024;

/// How long to wait when the system has no more sockets or memory to give.
const EXHAUSTED: Duration = Duration::from_secs(1);

/// Serves the site until `shutdown` completes and the requests under way are finished, or the time
/// for that is up.
pub async fn serve<Site>(
    listener: TcpListener,
    site: Site,
    limits: ConnectionLimits,
    shutdown: impl Future<Output = ()>,
) where
    Site: Service<Request<Incoming>, Response = Response, Error = Infallible, Future: Send>
        + Clone
        + Send
        + 'static,
{
    let mut shutdown = pin!(shutdown);
    let permits = Arc::new(Semaphore::new(limits.connections));
    let draining = GracefulShutdown::new();
    let mut open = JoinSet::new();
    loop {
        let (stream, permit) = tokio::select! {
            () = &mut shutdown => break,
            accepted = accept(&listener, &permits) => match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    pause_after(&error).await;
                    continue;
                }
            },
        };
        let connection = Connection { stream, limits, watcher: draining.watcher() };
        let site = site.clone();
        open.spawn(async move {
            connection.keep(site).await;
            drop(permit);
        });
        while open.try_join_next().is_some() {}
    }
    drop(listener);
    if timeout(limits.drain, draining.shutdown()).await.is_err() {
        tracing::warn!("stopping although requests are under way: they took too long");
    }
}

/// Waits for room, then for a visitor.
async fn accept(
    listener: &TcpListener,
    permits: &Arc<Semaphore>,
) -> io::Result<(TcpStream, OwnedSemaphorePermit)> {
    let permit = Arc::clone(permits).acquire_owned().await.map_err(io::Error::other)?;
    let (stream, _) = listener.accept().await?;
    Ok((stream, permit))
}

/// Goes on at once after a visitor's fault, and a little later after the system's.
async fn pause_after(error: &io::Error) {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    if matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset) {
        return;
    }
    tracing::error!("no connection can be accepted: {error}");
    pause().await;
}

#[expect(clippy::disallowed_methods, reason = "nothing tells when the system has sockets again")]
async fn pause() {
    tokio::time::sleep(EXHAUSTED).await;
}

/// A visitor's connection.
struct Connection {
    stream: TcpStream,
    limits: ConnectionLimits,
    watcher: Watcher,
}

impl Connection {
    /// Answers the requests of a connection until either side ends it.
    async fn keep<Site>(self, site: Site)
    where
        Site: Service<Request<Incoming>, Response = Response, Error = Infallible, Future: Send>
            + Clone
            + Send
            + 'static,
    {
        // Without this, small answers wait for the acknowledgement of earlier ones.
        if let Err(error) = self.stream.set_nodelay(true) {
            tracing::debug!("a connection ended before it began: {error}");
            return;
        }
        let mut stream = TimeoutStream::new(self.stream);
        stream.set_write_timeout(Some(self.limits.write_timeout));
        let kept = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(self.limits.header_timeout)
            .max_buf_size(HEAD_LIMIT)
            .serve_connection(TokioIo::new(Box::pin(stream)), TowerToHyperService::new(site));
        if let Err(error) = self.watcher.watch(kept).await {
            tracing::debug!("a connection broke: {error}");
        }
    }
}
