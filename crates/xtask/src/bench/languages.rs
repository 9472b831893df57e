//! What another language costs: how long each page takes in it, beside English.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};

use crate::bench::serving::served;
use crate::bench::start::time_of_first_page;
use crate::{demo, say};

/// The languages, English first, as the paths have them.
const LANGUAGES: [(&str, &str); 6] = [
    ("en", ""),
    ("ja", "/ja"),
    ("zh-Hant", "/zh-Hant"),
    ("zh-Hans", "/zh-Hans"),
    ("it", "/it"),
    ("hi", "/hi"),
];
/// The pages with most words, as the paths have them below the language.
const PAGES: [&str; 4] = ["", "/partners", "/partners/toyokawa", "/exchanges?period=past"];
/// How often each page is asked for in each language; the languages take turns.
const TURNS: usize = 300;
/// How much longer than in English a page may take.
const MOST: f64 = 1.10;

/// Measures every page in every language.
pub(crate) fn run() -> Result<()> {
    let (binaries, cluster) = demo::released()?;
    let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
    let mut server = demo::server(&binaries, &cluster, address)?;
    say::step(&format!("Asking for every page {TURNS} times in every language"));
    // Every page is made anew: what a kept one costs is the same in every language.
    let rows = served(server.args(["--page-cache", "0"]), |server| {
        time_of_first_page(server, address, Instant::now())?;
        measure(address)
    });
    cluster.leave()?;
    say::result(&table(&rows?));
    Ok(())
}

/// The median time of each page in each language.
fn measure(address: SocketAddr) -> Result<Vec<(&'static str, Vec<Duration>)>> {
    let mut connection = BufReader::new(TcpStream::connect(address)?);
    connection.get_ref().set_nodelay(true)?;
    let mut rows = Vec::new();
    for page in PAGES {
        let mut times = vec![Vec::with_capacity(TURNS); LANGUAGES.len()];
        for _ in 0..TURNS {
            for ((_, prefix), times) in LANGUAGES.iter().zip(&mut times) {
                let path = format!("{prefix}{page}");
                let path = if path.is_empty() { "/" } else { path.as_str() };
                times.push(time_of(&mut connection, address, path)?);
            }
        }
        rows.push((page, times.into_iter().map(median).collect()));
    }
    Ok(rows)
}

/// The time from a request to the last byte of its answer.
fn time_of(connection: &mut BufReader<TcpStream>, address: SocketAddr, path: &str) -> Result<Duration> {
    let started = Instant::now();
    write!(connection.get_mut(), "GET {path} HTTP/1.1\r\nHost: {address}\r\n\r\n")?;
    let mut line = String::new();
    connection.read_line(&mut line)?;
    ensure!(line.starts_with("HTTP/1.1 200"), "{path} is answered by {line}");
    let mut length = 0;
    loop {
        line.clear();
        connection.read_line(&mut line)?;
        if let Some(value) = line.strip_prefix("content-length:") {
            length = value.trim().parse()?;
        }
        if line.trim().is_empty() {
            break;
        }
    }
    let mut body = vec![0; length];
    connection.read_exact(&mut body)?;
    Ok(started.elapsed())
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// Milliseconds in English, and how many times that in every other language.
fn table(rows: &[(&str, Vec<Duration>)]) -> String {
    let others = LANGUAGES.iter().skip(1).map(|(name, _)| format!("{name:>9}"));
    let head = format!("{:<26}{:>8}{}", "median of a page", "en, ms", others.collect::<Vec<_>>().concat());
    let line = |(page, times): &(&str, Vec<Duration>)| {
        let english = times.first().map_or(f64::NAN, Duration::as_secs_f64);
        let ratios: Vec<f64> = times.iter().skip(1).map(|time| time.as_secs_f64() / english).collect();
        let numbers = ratios.iter().map(|ratio| format!("{ratio:>9.2}")).collect::<Vec<_>>().concat();
        let verdict = if ratios.iter().all(|ratio| *ratio <= MOST) { "" } else { "  too slow" };
        let page = if page.is_empty() { "/" } else { page };
        format!("{page:<26}{:>8.2}{numbers}{verdict}", english * 1000.0)
    };
    std::iter::once(head).chain(rows.iter().map(line)).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_that_costs_too_much_is_marked() {
        let row = |last: u64| {
            let mut times = vec![Duration::from_millis(1); LANGUAGES.len()];
            times[5] = Duration::from_micros(last);
            ("/partners", times)
        };
        let table = table(&[row(1050), row(1200)]);
        let marks: Vec<bool> = table.lines().skip(1).map(|line| line.ends_with("too slow")).collect();
        assert_eq!(marks, [false, true]);
    }
}
