//! Visitors who come one after another, and try once more after a second when they are refused.

use std::fmt;
use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// The pages that they look at.
const PAGES: [&str; 4] = ["/", "/partners", "/partners/toyokawa", "/exchanges"];

/// How long a visitor waits for an answer.
const PATIENCE: Duration = Duration::from_mins(1);

/// How visitors come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// To a server itself.
    Plain,
    /// By TLS, through the proxy, whose own authority is not asked for its name.
    Proxied,
}

/// What visitors saw.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Seen {
    visits: u64,
    failed: u64,
    failed_again: u64,
    slowest: Duration,
    time: Duration,
}

/// Visitors who come until they are told to stop.
pub(super) struct Visits {
    started: Instant,
    stop: Arc<AtomicBool>,
    visitors: Vec<JoinHandle<Seen>>,
}

impl Visits {
    /// Lets so many come at once.
    pub(super) fn begin(address: SocketAddr, way: Way, count: usize) -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        let visitors = (0..count).map(|_| {
            let stop = Arc::clone(&stop);
            thread::spawn(move || visit(address, way, &stop))
        });
        Self { started: Instant::now(), visitors: visitors.collect(), stop }
    }

    /// Lets no more come, and tells what they saw.
    pub(super) fn end(self) -> Seen {
        self.stop.store(true, Ordering::Relaxed);
        let mut all = Seen { time: self.started.elapsed(), ..Seen::default() };
        for seen in self.visitors.into_iter().filter_map(|visitor| visitor.join().ok()) {
            all.visits += seen.visits;
            all.failed += seen.failed;
            all.failed_again += seen.failed_again;
            all.slowest = all.slowest.max(seen.slowest);
        }
        all
    }
}

fn visit(address: SocketAddr, way: Way, stop: &AtomicBool) -> Seen {
    let mut seen = Seen::default();
    for path in PAGES.iter().cycle() {
        seen.visits += 1;
        let asked = Instant::now();
        if is_shown(address, way, path) {
            seen.slowest = seen.slowest.max(asked.elapsed());
        } else {
            seen.failed += 1;
            wait_a_second();
            seen.failed_again += u64::from(!is_shown(address, way, path));
        }
        if stop.load(Ordering::Relaxed) {
            break;
        }
    }
    seen
}

#[expect(clippy::disallowed_methods, reason = "a visitor who waits a second is what is measured")]
fn wait_a_second() {
    thread::sleep(Duration::from_secs(1));
}

fn is_shown(address: SocketAddr, way: Way, path: &str) -> bool {
    match way {
        Way::Plain => ask(address, path).is_ok_and(|answer| answer.starts_with(b"HTTP/1.1 200 ")),
        Way::Proxied => {
            let mut curl = Command::new("curl");
            curl.args(["--insecure", "--silent", "--fail", "--max-time", "60"]);
            curl.arg(format!("https://localhost:{}{path}", address.port()));
            curl.stdout(Stdio::null()).status().is_ok_and(|status| status.success())
        }
    }
}

/// The whole answer, head and body.
fn ask(address: SocketAddr, path: &str) -> io::Result<Vec<u8>> {
    let mut connection = TcpStream::connect_timeout(&address, PATIENCE)?;
    connection.set_read_timeout(Some(PATIENCE))?;
    write!(connection, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")?;
    let mut answer = Vec::new();
    connection.read_to_end(&mut answer)?;
    Ok(answer)
}

impl fmt::Display for Seen {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { visits, failed, failed_again, slowest, time } = self;
        let seconds = time.as_secs().max(1);
        write!(
            formatter,
            "{visits} ({} a second), {failed} failed, {failed_again} again after a second; the slowest took {:.1} s",
            visits / seconds,
            slowest.as_secs_f64()
        )
    }
}

#[cfg(test)]
mod tests {
    use std::net::TcpListener;

    use super::*;

    #[test]
    fn a_visitor_who_is_refused_comes_again() {
        let nobody = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let seen = Visits::begin(nobody, Way::Plain, 2).end();
        assert_eq!((seen.visits, seen.failed, seen.failed_again), (2, 2, 2));
    }

    #[test]
    fn what_they_saw_is_told_in_a_line() {
        let (slowest, time) = (Duration::from_millis(1_240), Duration::from_secs(3));
        let seen = Seen { visits: 300, failed: 2, failed_again: 0, slowest, time };
        let told = "300 (100 a second), 2 failed, 0 again after a second; the slowest took 1.2 s";
        assert_eq!(seen.to_string(), told);
    }
}
