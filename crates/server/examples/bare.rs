//! The yardstick of `cargo xtask bench load`: a bare axum handler that answers with one file, packed beforehand.
//!
//! ```sh
//! cargo run --release --package signpost-server --example bare -- 127.0.0.1:8081 home.html.gz
//! ```

use std::net::SocketAddr;

use anyhow::{Context, Result};
use axum::{
    Router,
    body::Bytes,
    http::header::{CONTENT_ENCODING, CONTENT_TYPE},
    routing::get,
};
use hyper::server::conn::http1;
use hyper_util::{rt::TokioIo, service::TowerToHyperService};
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let mut next = || arguments.next().context("say an address and a file");
    let (address, file): (SocketAddr, String) = (next()?.parse()?, next()?);
    let page = Bytes::from(std::fs::read(file)?);
    let headers = [(CONTENT_TYPE, "text/html; charset=utf-8"), (CONTENT_ENCODING, "gzip")];
    let routes = Router::new().route("/", get(async move || (headers, page.clone())));
    let listener = TcpListener::bind(address).await?;
    loop {
        let (stream, _) = listener.accept().await?;
        stream.set_nodelay(true)?;
        let served = http1::Builder::new()
            .serve_connection(TokioIo::new(stream), TowerToHyperService::new(routes.clone()));
        tokio::spawn(served);
    }
}
