//! What is noted of a visit, and what is not.

use std::{
    io::{self, Write},
    sync::{Arc, Mutex},
};

use tracing::subscriber::set_default;

use crate::site::{CLOSE, Server};

/// The lines that were written.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Lines {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

#[tokio::test]
async fn a_line_says_what_was_answered_and_not_to_whom() {
    let lines = Lines::default();
    let writer = lines.clone();
    let subscriber = tracing_subscriber::fmt()
        .json()
        .flatten_event(true)
        .with_max_level(tracing::Level::TRACE)
        .with_writer(move || writer.clone())
        .finish();
    let _guard = set_default(subscriber);
    let server = Server::start().await;
    let request = format!(
        "GET /partners/hsinchu?on=nobody HTTP/1.1\r\n{CLOSE}User-Agent: Curious/1\r\n\
         X-Forwarded-For: 192.0.2.7\r\nReferer: https://elsewhere.example\r\n\r\n"
    );
    assert_eq!(server.send(request).await.status, 400);
    server.get("/panic/once").await;

    let text = lines.text();
    assert_eq!(text.matches("\"message\":\"request\"").count(), 2, "{text}");
    for part in [
        "\"method\":\"GET\"",
        "\"route\":\"/partners/{slug}\"",
        "\"status\":400",
        "\"milliseconds\":",
        "\"bytes\":",
        "a page panicked: once times",
    ] {
        assert!(text.contains(part), "{part} is missing: {text}");
    }
    for private in ["127.0.0.1", "192.0.2.7", "Curious", "elsewhere", "nobody", "hsinchu"] {
        assert!(!text.contains(private), "{private} is logged: {text}");
    }
}
