//! A tiny site behind the real accept loop and guard, and a visitor who writes raw bytes.

use std::{fmt::Display, net::SocketAddr, str::FromStr, sync::Arc, time::Duration};

use axum::Router;
use serde::Deserialize;
use signpost_server::{
    http::{
        Answer, ConnectionLimits, Content, ErrorPages, FromQuery, Guard, PageError, Query, Sought, Transport,
        Visit, Wanted, guard, page, serve,
    },
    language::Locale,
    operator::{self, NotReady, Readiness},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::{Semaphore, oneshot},
    task::JoinHandle,
    time::timeout,
};

/// Long enough to never matter in a test that is not about it, and to give up a server that hangs.
pub(crate) const LONG: Duration = Duration::from_secs(20);
/// Short enough to wait for.
pub(crate) const SHORT: Duration = Duration::from_millis(200);

pub(crate) const LIMITS: ConnectionLimits =
    ConnectionLimits { connections: 64, header_timeout: LONG, write_timeout: LONG, drain: LONG };

/// The site's state: visits to `/held` say that they came, and wait until they are let go.
pub(crate) struct Tiny {
    pub(crate) arrived: Semaphore,
    pub(crate) released: Semaphore,
}

impl ErrorPages for Tiny {
    fn error_page(&self, error: &PageError, path: &str) -> Result<Content, PageError> {
        match path {
            "/panic/twice" => panic!("the error page too"),
            "/fault/twice" => Err(PageError::Unavailable),
            _ => Ok(Content::html(format!("<h1>{error}</h1>"))),
        }
    }
}

impl Readiness for Tiny {
    async fn ready(&self) -> Result<(), NotReady> {
        Err(NotReady::Schema)
    }
}

/// Lower-case letters.
#[derive(Deserialize)]
#[serde(try_from = "String")]
struct Slug(String);

impl TryFrom<String> for Slug {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let letters = text.bytes().all(|byte| byte.is_ascii_lowercase());
        letters.then_some(Self(text)).ok_or("not a slug")
    }
}

struct AsOf(Option<jiff::civil::Date>);

impl FromQuery for AsOf {
    fn from_query(query: &Query<'_>) -> Result<Self, PageError> {
        query.one("on", Wanted::Day).map(Self)
    }
}

async fn home(_: Visit<Tiny>) -> Result<Answer, PageError> {
    Ok(Content::html("<h1>home</h1>".to_owned()).into())
}

async fn partner(visit: Visit<Tiny, Slug, AsOf>) -> Result<Answer, PageError> {
    let on = visit.query.0.map(|day| day.to_string());
    match visit.path.0.as_str() {
        "hsinchu" => Ok(Content::html(format!("hsinchu on {on:?}")).into()),
        "shenzen" => Ok(Answer::Moved("/partners/shenzhen".to_owned())),
        unknown => Err(PageError::NotFound(Sought::Partner(unknown.to_owned()))),
    }
}

async fn held(visit: Visit<Tiny>) -> Result<Answer, PageError> {
    visit.app.arrived.add_permits(1);
    let released = visit.app.released.acquire().await;
    released.map_err(|error| PageError::internal(&error))?.forget();
    home(visit).await
}

async fn panics(visit: Visit<Tiny, String>) -> Result<Answer, PageError> {
    panic!("{} times", visit.path)
}

async fn faults(_: Visit<Tiny, String>) -> Result<Answer, PageError> {
    Err(PageError::internal(&"x".parse::<u8>().unwrap_err()))
}

async fn huge(_: Visit<Tiny>) -> Result<Answer, PageError> {
    Ok(Content::html("x".repeat(64 << 20)).into())
}

fn routes(app: &Arc<Tiny>, patience: Duration) -> Router {
    let locale = Locale::default();
    let routes = Router::new()
        .route("/", page(locale, home))
        .route("/partners/{slug}", page(locale, partner))
        .route("/held", page(locale, held))
        .route("/panic/{times}", page(locale, panics))
        .route("/fault/{times}", page(locale, faults))
        .route("/huge", page(locale, huge))
        .merge(operator::health::<Tiny>())
        .with_state(Arc::clone(app));
    guard(routes, &Arc::new(Guard::new(Arc::clone(app), patience, Transport::Plain)))
}

/// A server on a port of its own.
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    pub(crate) app: Arc<Tiny>,
    stop: oneshot::Sender<()>,
    serving: JoinHandle<()>,
}

impl Server {
    pub(crate) async fn start() -> Self {
        Self::with(LIMITS, LONG).await
    }

    pub(crate) async fn with(limits: ConnectionLimits, patience: Duration) -> Self {
        let app = Arc::new(Tiny { arrived: Semaphore::new(0), released: Semaphore::new(0) });
        let routes = routes(&app, patience);
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        let serving = tokio::spawn(serve(listener, routes, limits, async {
            let _ = stopped.await;
        }));
        Self { address, app, stop, serving }
    }

    pub(crate) async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).await.unwrap()
    }

    /// Sends bytes on a connection of their own and reads until the server closes it.
    pub(crate) async fn send(&self, bytes: impl AsRef<[u8]>) -> Reply {
        let mut stream = self.connect().await;
        stream.write_all(bytes.as_ref()).await.unwrap();
        rest(&mut stream).await.parse().unwrap()
    }

    /// Asks for a path in the ordinary way.
    pub(crate) async fn get(&self, path: impl Display) -> Reply {
        self.send(format!("GET {path} HTTP/1.1\r\n{CLOSE}\r\n")).await
    }

    /// Tells the server to stop; it goes on until the connections are done.
    pub(crate) fn stop(self) -> JoinHandle<()> {
        self.stop.send(()).unwrap();
        self.serving
    }
}

/// The headers of a visitor who wants one answer.
pub(crate) const CLOSE: &str = "Host: localhost\r\nConnection: close\r\n";

/// What the server sends until it closes the connection.
pub(crate) async fn rest(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    let read = timeout(LONG, stream.read_to_end(&mut bytes)).await;
    read.expect("the server keeps the connection open").unwrap();
    String::from_utf8(bytes).unwrap()
}

/// Asks for `/` on a connection that stays open, and reads the whole answer.
pub(crate) async fn ask_again(stream: &mut TcpStream) -> Reply {
    let asked = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
    stream.write_all(asked).await.unwrap();
    read_home(stream).await
}

/// Reads the answer to a request for `/`.
pub(crate) async fn read_home(stream: &mut TcpStream) -> Reply {
    let mut text = String::new();
    while !text.ends_with("</h1>") {
        let mut bytes = [0; 1024];
        let read = timeout(LONG, stream.read(&mut bytes)).await;
        let count = read.expect("the server does not answer").unwrap();
        assert_ne!(count, 0, "closed after {text:?}");
        text.push_str(str::from_utf8(&bytes[..count]).unwrap());
    }
    text.parse().unwrap()
}

/// One answer.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    head: String,
    pub(crate) body: String,
}

impl Reply {
    /// The value of a header, which is there once at most.
    #[track_caller]
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut values = self.head.lines().filter_map(|line| {
            let (header, value) = line.split_once(": ")?;
            header.eq_ignore_ascii_case(name).then_some(value)
        });
        let value = values.next();
        assert_eq!(values.next(), None, "{name} twice");
        value
    }
}

impl FromStr for Reply {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (head, body) = text.split_once("\r\n\r\n").ok_or(text)?;
        let status = head.split(' ').nth(1).and_then(|code| code.parse().ok());
        Ok(Self { status: status.ok_or(head)?, head: head.to_owned(), body: body.to_owned() })
    }
}
