//! Where things go: data to standard output, words to standard error; long lists part by part.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::pipe;

use unicode_width::UnicodeWidthStr;

use crate::staff::{Desk, Ran, copy_of_demonstration};

#[tokio::test]
async fn a_closed_pipe_ends_it_quietly() {
    let desk = Desk::with_demonstration().await;
    for arguments in [
        &["source", "list"][..],
        &["exchange", "list", "--format", "csv"],
        &["partner", "show", "toyokawa", "--format", "json"],
        &["policy", "check"],
        &["--help"],
    ] {
        let (reader, writer) = pipe().unwrap();
        drop(reader);
        let ran: Ran = desk.command(arguments).stdout(writer).output().unwrap().into();
        assert_eq!(ran.code, 0, "{arguments:?}: {}", ran.words);
        assert!(!ran.words.contains("error"), "{arguments:?}: {}", ran.words);
    }
}

#[tokio::test]
async fn when_nothing_can_be_printed_the_system_is_at_fault() {
    let desk = Desk::with_demonstration().await;
    let full = File::options().write(true).open("/dev/full").unwrap();
    let ran: Ran = desk.command(&["partner", "list"]).stdout(full).output().unwrap().into();
    assert_eq!(ran.code, 2, "{}", ran.words);
    assert!(ran.words.contains("cannot print"), "{}", ran.words);
}

/// A desk with so many exchanges more than the demonstration's that they are read in several parts.
async fn desk_with_many_exchanges() -> Desk {
    let folder = copy_of_demonstration();
    let path = folder.path().join("exchanges.csv");
    let mut text = fs::read_to_string(&path).unwrap();
    let header: Vec<&str> = text.lines().next().unwrap().split(',').collect();
    let mut rows = String::new();
    for number in 1..=2400 {
        let month = number % 12 + 1;
        let cells = header.iter().map(|field| match *field {
            "slug" => format!("visit-{number}"),
            "title" => format!("豊川市からの訪問 {number}"),
            "partners" => "toyokawa".to_owned(),
            "kind" => "delegation".to_owned(),
            "direction" => "inbound".to_owned(),
            "starts" => format!("1990-{month:02}"),
            "status" => "confirmed".to_owned(),
            _ => String::new(),
        });
        writeln!(rows, "{}", cells.collect::<Vec<_>>().join(",")).unwrap();
    }
    text.push_str(&rows);
    fs::write(path, text).unwrap();
    let desk = Desk::empty().await;
    let imported = desk.run(&["import", folder.path().to_str().unwrap(), "--actor", "Mei Lin"]);
    assert_eq!(imported.code, 0, "{}", imported.words);
    desk
}

#[tokio::test]
async fn a_long_list_comes_whole_and_in_order() {
    let desk = desk_with_many_exchanges().await;
    let rows = desk.json(&["exchange", "list"]);
    assert_eq!(rows.as_array().unwrap().len(), 2417);
    let csv = desk.run(&["exchange", "list", "--format", "csv"]).data;
    let mut csv = csv::Reader::from_reader(csv.as_bytes());
    let start = csv.headers().unwrap().iter().position(|field| field == "start").unwrap();
    let starts: Vec<String> = csv.records().map(|record| record.unwrap()[start].to_owned()).collect();
    assert_eq!(starts.len(), 2417);
    assert!(starts.is_sorted());
    for limit in ["1", "1000", "1001", "2400"] {
        let limited = desk.json(&["exchange", "list", "--limit", limit]);
        assert_eq!(limited.as_array().unwrap().len().to_string(), limit);
    }
}

#[tokio::test]
async fn every_part_of_a_long_table_lines_up() {
    let table = desk_with_many_exchanges().await.run(&["exchange", "list"]).data;
    assert_eq!(table.matches("EXCHANGE").count(), 1);
    let before = |line: &str| line.split_once("toyokawa").map(|(before, _)| before.width());
    let visits: Vec<&str> = table.lines().filter(|line| line.contains("訪問")).collect();
    assert_eq!(visits.len(), 2400);
    let column = before(visits[0]).unwrap();
    assert!(visits.iter().all(|line| before(line) == Some(column)));
}

#[tokio::test]
async fn exchanges_are_filtered() {
    let desk = Desk::with_demonstration().await;
    let slugs = |filter: &[&str]| -> Vec<String> {
        let rows = desk.json(&[&["exchange", "list"], filter].concat());
        rows.as_array().unwrap().iter().map(|row| row["slug"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(slugs(&["--kind", "ceremony", "--direction", "online"]).len(), 2);
    assert_eq!(slugs(&["--partner", "豊川市", "--from", "2025", "--until", "2025"]).len(), 2);
    assert_eq!(slugs(&["--from", "2016-09-26", "--until", "2016-09-26"]).len(), 2, "a year holds the day");
    assert!(slugs(&["--from", "2030"]).is_empty());
    let backwards = desk.run(&["exchange", "list", "--from", "2025", "--until", "2024"]);
    backwards.refuses(1, &["--until 2024", "--from 2025"]);
}
