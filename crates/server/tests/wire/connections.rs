//! How connections begin, wait and end.

use std::io::ErrorKind;

use signpost_server::{http::ConnectionLimits, operator};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

use crate::site::{LIMITS, LONG, Reply, SHORT, Server, ask_again, read_home, rest};

/// Limits that close a connection soon when it is silent.
const IMPATIENT: ConnectionLimits = ConnectionLimits { header_timeout: SHORT, ..LIMITS };

#[tokio::test]
async fn half_a_head_is_not_held() {
    let server = Server::with(IMPATIENT, LONG).await;
    for begun in ["", "G", "GET / HTTP/1.1\r\n", "GET / HTTP/1.1\r\nHost: localhost\r\n"] {
        let mut stream = server.connect().await;
        stream.write_all(begun.as_bytes()).await.unwrap();
        assert_eq!(rest(&mut stream).await, "", "{begun:?}");
    }
}

#[tokio::test]
async fn a_connection_that_falls_silent_is_not_held() {
    let server = Server::with(IMPATIENT, LONG).await;
    let mut stream = server.connect().await;
    assert_eq!(ask_again(&mut stream).await.status, 200);
    assert_eq!(ask_again(&mut stream).await.status, 200);
    assert_eq!(rest(&mut stream).await, "");
}

#[tokio::test]
async fn one_too_many_waits_for_room() {
    let limits = ConnectionLimits { connections: 1, ..LIMITS };
    let server = Server::with(limits, LONG).await;
    let mut first = server.connect().await;
    ask_again(&mut first).await;

    let mut second = server.connect().await;
    let asked = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
    second.write_all(asked).await.unwrap();
    for _ in 0..100 {
        ask_again(&mut first).await;
    }
    let early = second.try_read(&mut [0]);
    assert_eq!(early.unwrap_err().kind(), ErrorKind::WouldBlock);

    drop(first);
    assert_eq!(read_home(&mut second).await.status, 200);
}

#[tokio::test]
async fn who_stops_reading_makes_room() {
    let limits = ConnectionLimits { connections: 1, write_timeout: SHORT, ..LIMITS };
    let server = Server::with(limits, LONG).await;
    let mut idle = server.connect().await;
    let asked = b"GET /huge HTTP/1.1\r\nHost: localhost\r\n\r\n";
    idle.write_all(asked).await.unwrap();
    idle.readable().await.unwrap();
    assert_eq!(server.get("/").await.status, 200);
}

#[tokio::test]
async fn a_request_under_way_is_finished_before_the_end() {
    let server = Server::start().await;
    let (address, app) = (server.address, server.app.clone());
    let mut waiting = server.connect().await;
    let mut idle = server.connect().await;
    ask_again(&mut idle).await;
    let asked = b"GET /held HTTP/1.1\r\nHost: localhost\r\n\r\n";
    waiting.write_all(asked).await.unwrap();
    app.arrived.acquire().await.unwrap().forget();

    let serving = server.stop();
    assert_eq!(rest(&mut idle).await, "", "an idle connection ends at once");
    let late = TcpStream::connect(address).await;
    assert_eq!(late.unwrap_err().kind(), ErrorKind::ConnectionRefused);

    app.released.add_permits(1);
    let reply: Reply = rest(&mut waiting).await.parse().unwrap();
    assert_eq!((reply.status, reply.header("connection")), (200, Some("close")));
    serving.await.unwrap();
}

#[tokio::test]
async fn the_end_does_not_wait_for_ever() {
    let limits = ConnectionLimits { drain: SHORT, ..LIMITS };
    let server = Server::with(limits, LONG).await;
    let app = server.app.clone();
    let mut waiting = server.connect().await;
    let asked = b"GET /held HTTP/1.1\r\nHost: localhost\r\n\r\n";
    waiting.write_all(asked).await.unwrap();
    app.arrived.acquire().await.unwrap().forget();

    server.stop().await.unwrap();
    let cut = waiting.read(&mut [0]).await;
    assert!(cut.is_err() || cut.is_ok_and(|count| count == 0));
}

#[tokio::test]
async fn the_second_port_serves_counts() {
    let counts = operator::count().unwrap();
    let site = Server::start().await;
    site.get("/partners/hsinchu?on=2017-01-01").await;
    site.get("/nowhere/secret").await;

    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let mut stream = TcpStream::connect(listener.local_addr().unwrap()).await.unwrap();
    let routes = operator::metrics(counts);
    let serving = signpost_server::http::serve(listener, routes, LIMITS, std::future::pending());
    tokio::spawn(serving);
    let asked = b"GET /metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    stream.write_all(asked).await.unwrap();
    let reply: Reply = rest(&mut stream).await.parse().unwrap();
    assert_eq!(reply.status, 200);
    for line in [
        "signpost_requests_total{method=\"GET\",route=\"/partners/{slug}\",status=\"200\"}",
        "signpost_requests_total{method=\"GET\",route=\"none\",status=\"404\"}",
        "signpost_request_seconds_bucket{route=\"/partners/{slug}\",le=\"10\"}",
    ] {
        assert!(reply.body.contains(line), "{line} is missing:\n{}", reply.body);
    }
    assert!(!reply.body.contains("secret"));
}
