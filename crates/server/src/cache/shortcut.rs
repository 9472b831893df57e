//! The way past the routes, for addresses whose page is kept.

use std::convert::Infallible;
use std::future::{Ready, ready};
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Instant;

use axum::Router;
use axum::body::{Body, Bytes, HttpBody};
use axum::extract::Request;
use axum::http::Method;
use axum::response::Response;
use axum::routing::future::RouteFuture;
use futures_util::future::Either;
use tower::{BoxError, Service};

use super::KeepsPages;
use crate::http::Guard;

/// A site's routes, and before them its kept pages: an address that was asked before leads to its page at once.
///
/// What is answered is the same either way. Routing, reading the address into types and writing the key of a page take
/// longer than all the rest of an answer from memory.
#[derive(Debug)]
pub struct Shortcut<A> {
    guard: Arc<Guard<A>>,
    routes: Router,
}

impl<A> Shortcut<A> {
    /// The way past these routes, which have the same guard.
    pub fn past(routes: Router, guard: Arc<Guard<A>>) -> Self {
        Self { guard, routes }
    }
}

impl<A: KeepsPages> Shortcut<A> {
    /// The answer from memory, where there is one.
    fn answer<B>(&self, request: &Request<B>) -> Option<Response> {
        let started = Instant::now();
        if *request.method() != Method::GET {
            return None;
        }
        let app = &*self.guard.app;
        let address = request.uri().path_and_query()?.as_str();
        let (kept, route) = app.pages().at(address, app.edition(), app.now())?;
        self.guard.answer_at_once(request, (&kept.content, &kept.heads), &route, started)
    }
}

impl<A> Clone for Shortcut<A> {
    fn clone(&self) -> Self {
        Self { guard: Arc::clone(&self.guard), routes: self.routes.clone() }
    }
}

impl<A, B> Service<Request<B>> for Shortcut<A>
where
    A: KeepsPages,
    B: HttpBody<Data = Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
{
    type Response = Response;
    type Error = Infallible;
    type Future = Either<Ready<Result<Response, Infallible>>, RouteFuture<Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        // A router is always ready.
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        match self.answer(&request) {
            Some(response) => Either::Left(ready(Ok(response))),
            None => Either::Right(self.routes.call(request.map(Body::new))),
        }
    }
}
