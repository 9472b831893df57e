//! From the start of the server's process to its first page.

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::{demo, say};

/// How often the server is started.
const STARTS: usize = 20;

/// After this, a server that has not answered will not.
const PATIENCE: Duration = Duration::from_secs(30);

/// Measures from the start of the server's process to its first page, with the private cluster
/// running already.
pub(crate) fn run() -> Result<()> {
    let (binaries, cluster) = demo::released()?;

    say::step(&format!("Starting the server {STARTS} times"));
    let mut times = Vec::with_capacity(STARTS);
    for _ in 0..STARTS {
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let mut server = demo::server(&binaries, &cluster, address)?;
        server.stdout(Stdio::null()).stderr(Stdio::null());
        let started = Instant::now();
        let mut server = server.spawn().context("cannot start signpost-server")?;
        let page = time_of_first_page(&mut server, address, started);
        server.kill()?;
        server.wait()?;
        times.push(page?);
    }
    cluster.leave()?;
    say::result(&table(&mut times));
    Ok(())
}

/// The time from `started` until the server has answered `/` with 200.
pub(crate) fn time_of_first_page(
    server: &mut Child,
    address: SocketAddr,
    started: Instant,
) -> Result<Duration> {
    time_of_first(server, address, "/", started)
}

/// The same for the answer at any path.
pub(crate) fn time_of_first(
    server: &mut Child,
    address: SocketAddr,
    path: &str,
    started: Instant,
) -> Result<Duration> {
    loop {
        // An error is the server's way of not listening yet.
        if let Ok(answer) = ask(address, path) {
            let time = started.elapsed();
            let status = answer.lines().next().unwrap_or_default();
            if !status.starts_with("HTTP/1.1 200") {
                bail!("the server answers {status}");
            }
            return Ok(time);
        }
        if let Some(status) = server.try_wait()? {
            bail!("the server ended before its first page ({status})");
        }
        if started.elapsed() > PATIENCE {
            bail!("the server does not listen on {address}");
        }
        thread::yield_now();
    }
}

/// The answer to `GET` of a path.
fn ask(address: SocketAddr, path: &str) -> io::Result<String> {
    let mut connection = TcpStream::connect(address)?;
    connection.set_read_timeout(Some(PATIENCE))?;
    let request = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    connection.write_all(request.as_bytes())?;
    let mut answer = Vec::new();
    connection.read_to_end(&mut answer)?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

/// Median and worst, in milliseconds.
fn table(times: &mut [Duration]) -> String {
    times.sort_unstable();
    let row = |name: &str, time: Option<&Duration>| {
        let milliseconds = time.map_or(f64::NAN, |time| time.as_secs_f64() * 1000.0);
        format!("{name:<22}{milliseconds:>8.1} ms")
    };
    [
        format!("from process start to the first page, {} starts", times.len()),
        row("median", times.get(times.len() / 2)),
        row("worst", times.last()),
    ]
    .join("\n")
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::*;

    #[test]
    fn the_table_gives_the_middle_and_the_end() {
        let mut times = [90, 10, 50, 20, 60].map(Duration::from_millis);
        let table = table(&mut times);
        let lines: Vec<_> = table.lines().collect();
        assert!(lines[0].ends_with("5 starts"), "{table}");
        assert!(lines[1].starts_with("median") && lines[1].ends_with(" 50.0 ms"), "{table}");
        assert!(lines[2].starts_with("worst") && lines[2].ends_with(" 90.0 ms"), "{table}");
    }

    /// What is said about a server process, while `answer` comes from the address.
    fn time_with(program: &str, answer: &'static str) -> Result<Duration> {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let answering = thread::spawn(move || {
            let (mut connection, _) = listener.accept().unwrap();
            let mut request = [0; 1024];
            assert!(connection.read(&mut request).unwrap() > 0);
            connection.write_all(answer.as_bytes()).unwrap();
        });
        let mut server = Command::new(program);
        let mut server = server.stdin(Stdio::piped()).spawn().unwrap();
        let time = time_of_first_page(&mut server, address, Instant::now());
        answering.join().unwrap();
        server.kill().unwrap();
        server.wait().unwrap();
        time
    }

    #[test]
    fn the_first_page_is_one_that_is_whole_and_well() {
        assert!(time_with("cat", "HTTP/1.1 200 OK\r\n\r\nhello").is_ok());
        let error = time_with("cat", "HTTP/1.1 503 Service Unavailable\r\n\r\n").unwrap_err();
        assert!(error.to_string().contains("503"), "{error}");
    }

    #[test]
    fn a_server_that_ends_is_not_waited_for() {
        let mut server = Command::new("false").spawn().unwrap();
        server.wait().unwrap();
        let nobody = SocketAddr::from(([127, 0, 0, 1], 1));
        let error = time_of_first_page(&mut server, nobody, Instant::now()).unwrap_err();
        assert!(error.to_string().contains("ended before its first page"), "{error}");
    }
}
