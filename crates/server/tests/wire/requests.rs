//! What is answered to which request.

use tokio::io::AsyncWriteExt;

use crate::site::{CLOSE, LIMITS, Reply, SHORT, Server, rest};

/// The headers that every answer of ours carries.
#[track_caller]
fn assert_protected(reply: &Reply) {
    let policy = reply.header("content-security-policy").unwrap_or_default();
    assert!(policy.starts_with("default-src 'none';"), "{reply:?}");
    assert!(!policy.contains("unsafe"), "{policy}");
    assert_eq!(reply.header("x-content-type-options"), Some("nosniff"));
    assert_eq!(reply.header("x-frame-options"), Some("DENY"));
    for name in [
        "referrer-policy",
        "cross-origin-opener-policy",
        "cross-origin-resource-policy",
        "permissions-policy",
        "cache-control",
    ] {
        assert!(reply.header(name).is_some(), "{name} is missing: {reply:?}");
    }
    assert_eq!(reply.header("set-cookie"), None);
    assert_eq!(reply.header("strict-transport-security"), None);
}

#[tokio::test]
async fn every_request_that_can_be_read_gets_a_page() {
    let server = Server::start().await;
    let long = format!("/?on={}", "9".repeat(8 * 1024 - 5));
    let longer = format!("/?on={}", "9".repeat(8 * 1024));
    let table: &[(&str, u16, &str)] = &[
        ("/", 200, "home"),
        ("/?utm_source=%ff%00", 200, "home"),
        ("/nowhere", 404, "nothing is at this address"),
        ("/xx/partners", 404, "nothing"),
        ("/partners/hsinchu", 200, "hsinchu on None"),
        ("/partners/hsinchu?on=2017-01-01", 200, "2017-01-01"),
        ("/partners/hsinchu?on=", 200, "hsinchu on None"),
        ("/partners/hsinchu?on=2024-02-30", 400, "on cannot be"),
        ("/partners/hsinchu?on=2017-01-01&on=2018-01-01", 400, "on cannot be"),
        ("/partners/hsinchu?on=%ff", 400, "on cannot be"),
        ("/partners/hsinchu?on=%00", 400, "on cannot be"),
        (&format!("/partners/hsinchu{}", &long[1..8000]), 400, "999…"),
        (&long, 200, "home"),
        (&longer, 414, "more than 8192 bytes"),
        ("/partners/Hsinchu", 404, "nothing"),
        ("/partners/%E6%96%B0%E7%AB%B9", 404, "nothing"),
        ("/partners/%00", 404, "nothing"),
        ("/partners/%ff", 404, "nothing"),
        ("/partners/%2e%2e", 404, "nothing"),
        ("/partners/..", 404, "nothing"),
        ("/partners/a%2fb", 404, "nothing"),
        ("/partners/hsinchu/", 308, ""),
        ("//evil.example/", 404, "nothing"),
        ("http://localhost/partners/hsinchu", 200, "hsinchu"),
        ("*", 404, "nothing"),
        ("/fault/once", 500, "invalid digit"),
        ("/fault/twice", 500, "500 Internal Server Error"),
        ("/panic/once", 500, "once times"),
        ("/panic/twice", 500, "500 Internal Server Error"),
        ("/healthz", 200, "alive"),
        ("/readyz", 503, "another schema"),
    ];
    for (path, status, words) in table {
        let reply = server.get(path).await;
        assert_eq!(reply.status, *status, "{path}: {reply:?}");
        assert!(reply.body.contains(words), "{path}: {reply:?}");
        assert_protected(&reply);
    }
}

#[tokio::test]
async fn a_request_is_for_one_host() {
    let server = Server::start().await;
    let table = [
        ("HTTP/1.1", "Host: localhost\r\n", 200),
        ("HTTP/1.1", "Host: [::1]:8080\r\n", 200),
        ("HTTP/1.0", "Host: localhost\r\n", 200),
        ("HTTP/1.1", "", 400),
        ("HTTP/1.0", "", 400),
        ("HTTP/1.1", "Host: localhost\r\nHost: localhost\r\n", 400),
        ("HTTP/1.1", "Host:\r\n", 400),
        ("HTTP/1.1", "Host: a b\r\n", 400),
        ("HTTP/1.1", "Host: <script>\r\n", 400),
        ("HTTP/1.1", "Host: user@localhost\r\n", 400),
        ("HTTP/1.1", "Host: localhost, localhost\r\n", 400),
    ];
    for (version, host, status) in table {
        let request = format!("GET / {version}\r\n{host}Connection: close\r\n\r\n");
        let reply = server.send(request).await;
        assert_eq!(reply.status, status, "{version} {host:?}");
        assert_protected(&reply);
        assert_eq!(reply.body.contains("Host header"), status == 400, "{host:?}");
    }
}

#[tokio::test]
async fn the_site_is_for_reading() {
    let server = Server::start().await;
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"] {
        for path in ["/", "/nowhere"] {
            let reply = server.send(format!("{method} {path} HTTP/1.1\r\n{CLOSE}\r\n")).await;
            assert_eq!(reply.status, 405, "{method} {path}");
            assert_eq!(reply.header("allow"), Some("GET, HEAD"));
            assert!(reply.body.contains("only GET and HEAD"));
            assert_protected(&reply);
        }
    }
    let tunnel = format!("CONNECT localhost:80 HTTP/1.1\r\n{CLOSE}\r\n");
    assert_eq!(server.send(tunnel).await.status, 405);
}

#[tokio::test]
async fn head_is_get_without_the_body() {
    let server = Server::start().await;
    for path in ["/", "/nowhere", "/partners/hsinchu?on=x", "/healthz"] {
        let whole = server.get(path).await;
        let head = server.send(format!("HEAD {path} HTTP/1.1\r\n{CLOSE}\r\n")).await;
        assert_eq!(head.body, "", "{path}");
        assert_eq!(head.status, whole.status, "{path}");
        for name in ["content-length", "content-type", "etag"] {
            assert_eq!(head.header(name), whole.header(name), "{path} {name}");
        }
        assert_protected(&head);
    }
}

#[tokio::test]
async fn what_the_visitor_holds_is_not_sent_again() {
    let server = Server::start().await;
    let first = server.get("/").await;
    let tag = first.header("etag").unwrap();
    assert!(tag.starts_with('"'), "a weak tag: {tag}");
    let held = |tag: &str| format!("GET / HTTP/1.1\r\n{CLOSE}If-None-Match: {tag}\r\n\r\n");

    let second = server.send(held(tag)).await;
    assert_eq!((second.status, second.body.as_str()), (304, ""));
    assert_eq!(second.header("etag"), Some(tag));
    assert_eq!(second.header("cache-control"), first.header("cache-control"));
    assert_protected(&second);

    let other = server.send(held("\"other\"")).await;
    assert_eq!((other.status, other.body), (200, first.body));
}

#[tokio::test]
async fn redirects() {
    let server = Server::start().await;
    for (path, to) in [
        ("/partners/shenzen", "/partners/shenzhen"),
        ("/partners/", "/partners"),
        ("/partners/?on=2017-01-01", "/partners?on=2017-01-01"),
    ] {
        let reply = server.get(path).await;
        assert_eq!(reply.status, 308, "{path}");
        assert_eq!(reply.header("location"), Some(to));
        assert_protected(&reply);
    }
}

#[tokio::test]
async fn what_takes_too_long_is_given_up() {
    let server = Server::with(LIMITS, SHORT).await;
    let reply = server.get("/held").await;
    assert_eq!(reply.status, 503);
    assert!(reply.header("retry-after").is_some());
    assert!(reply.body.contains("took too long"));
    assert_protected(&reply);
}

#[tokio::test]
async fn what_cannot_be_read_closes_the_connection_only() {
    let server = Server::start().await;
    let many = "A: b\r\n".repeat(200);
    let big = "b".repeat(64 * 1024);
    let requests = [
        "\r\nnonsense\r\n\r\n".to_owned(),
        "\u{0}\u{1}\u{2}\r\n\r\n".to_owned(),
        "GET /\u{0} HTTP/1.1\r\n\r\n".to_owned(),
        "GET / HTTP/9.9\r\n\r\n".to_owned(),
        format!("GET / HTTP/1.1\r\n{CLOSE}Content-Length: 1\r\nContent-Length: 2\r\n\r\n"),
        format!("GET / HTTP/1.1\r\n{CLOSE}{many}\r\n"),
        format!("GET / HTTP/1.1\r\n{CLOSE}A: {big}\r\n\r\n"),
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_owned(),
    ];
    for request in requests {
        let mut stream = server.connect().await;
        // The server may close before all is written.
        let _ = stream.write_all(request.as_bytes()).await;
        let answer = tokio::io::AsyncReadExt::read_u8(&mut stream).await;
        let kind = request.chars().take(20).collect::<String>();
        assert!(answer.is_err() || answer.is_ok_and(|first| first == b'H'), "{kind:?}");
        assert_eq!(server.get("/").await.status, 200, "after {kind:?}");
    }
}

#[tokio::test]
async fn a_body_is_not_waited_for() {
    let server = Server::start().await;
    let mut stream = server.connect().await;
    let request = b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10000000000\r\n\r\nxx";
    stream.write_all(request).await.unwrap();
    let reply: Reply = rest(&mut stream).await.parse().unwrap();
    assert_eq!(reply.status, 200);
}
