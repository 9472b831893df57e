//! A person at a terminal: as wide as it is, in colour, and asked.

use std::fs::File;
use std::io::{Read, Write};
use std::process::Command;
use std::thread;

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};
use unicode_width::UnicodeWidthStr;

use crate::staff::{Desk, demonstration};

/// What a person saw.
pub(crate) struct Seen {
    pub(crate) code: i32,
    pub(crate) screen: String,
}

/// Runs a command on a terminal of a width, where somebody types.
pub(crate) fn at_terminal(mut command: Command, width: u16, typed: &str) -> Seen {
    let terminal = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    grantpt(&terminal).unwrap();
    unlockpt(&terminal).unwrap();
    let size = Winsize { ws_row: 24, ws_col: width, ws_xpixel: 0, ws_ypixel: 0 };
    tcsetwinsize(&terminal, size).unwrap();
    let name = ptsname(&terminal, Vec::new()).unwrap().into_string().unwrap();
    let end = || File::options().read(true).write(true).open(&name).unwrap();
    command.stdin(end()).stdout(end()).stderr(end()).env_remove("COLUMNS").env("TERM", "xterm");
    let mut child = command.spawn().unwrap();
    // It holds the terminal open, and so the reading below.
    drop(command);
    let mut terminal = File::from(terminal);
    terminal.write_all(typed.as_bytes()).unwrap();
    let mut bytes = Vec::new();
    let mut part = [0; 4096];
    // When the last program has left, reading fails.
    while let Ok(count @ 1..) = terminal.read(&mut part) {
        bytes.extend(part.iter().take(count));
    }
    let code = child.wait().unwrap().code().unwrap_or(-1);
    Seen { code, screen: String::from_utf8(bytes).unwrap().replace("\r\n", "\n") }
}

/// A text without the codes that colour it.
fn uncoloured(text: &str) -> String {
    let mut parts = text.split("\x1b[");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    plain.extend(parts.filter_map(|part| part.split_once('m')).map(|(_, after)| after));
    plain
}

#[tokio::test]
async fn a_terminal_gets_colours_unless_it_wants_none() {
    let desk = Desk::with_demonstration().await;
    let coloured = at_terminal(desk.command(&["partner", "list"]), 80, "");
    assert!(coloured.screen.contains("\x1b["), "{}", coloured.screen);
    let mut plain = desk.command(&["partner", "list"]);
    plain.env("NO_COLOR", "1");
    let plain = at_terminal(plain, 80, "");
    assert!(!plain.screen.contains('\x1b'), "{}", plain.screen);
    assert_eq!(uncoloured(&coloured.screen), plain.screen);
    let piped = desk.run(&["partner", "list"]);
    assert!(!piped.data.contains('\x1b') && plain.screen.starts_with(&piped.data));
}

#[tokio::test]
async fn a_narrow_window_is_readable() {
    let desk = Desk::with_demonstration().await;
    for line in [
        "gift add bhubaneswar --what ଭୁବନେଶ୍ୱର石馬 --given 2013 --giver partner",
        "cost add Reception --exchange students-from-toyokawa-2025 --on 2025-10-03 --hours 6:30",
        "application add jiangmen --kind friendship --on 2026-11-02 --missing letter",
    ] {
        let words: Vec<&str> = line.split(' ').collect();
        let ran = desk.run(&[&words[..], &["--actor", "Mei Lin"]].concat());
        assert_eq!(ran.code, 0, "{line}: {}", ran.words);
    }
    for line in [
        "partner list",
        "relationship list",
        "agreement list",
        "application list",
        "committee list",
        "gift list",
        "alias list",
        "cost list",
        "exchange list",
        "page list",
        "notice list",
        "source list",
        "claim list",
        "renewal due",
        "policy show",
        "policy check",
        "translation status ja",
        "translation glossary ja",
        "audit log",
        "check",
        "remind",
        "database status",
        "programme show",
        "partner show bhubaneswar",
        "relationship show copertino",
        "exchange show students-from-toyokawa-2025",
        "agreement show new-taipei 2021-10-14",
        "source show seed-page",
        "page show home",
        "notice show demonstration",
        "report year 2025",
        "report partner toyokawa",
        "report visitors --year 2025",
        "exchange show students-from-toyokawa",
    ] {
        let arguments: Vec<&str> = line.split(' ').collect();
        for width in [40, 80] {
            let seen = at_terminal(desk.command(&arguments), width, "");
            let screen = uncoloured(&seen.screen);
            let widest = screen.lines().map(UnicodeWidthStr::width).max().unwrap();
            assert!(widest <= width.into(), "{line} is {widest} wide:\n{screen}");
            assert!(screen.lines().count() > 1, "{line}:\n{screen}");
            assert!(!screen.lines().any(|line| line.ends_with(' ')), "{line} has spaces at ends:\n{screen}");
        }
    }
}

#[tokio::test]
async fn long_work_shows_that_it_goes_on() {
    let desk = Desk::empty().await;
    let owner = desk.database.owner().unwrap();
    let mut holder = owner.begin().await.unwrap();
    sqlx::query("lock table change in exclusive mode").execute(&mut *holder).await.unwrap();
    let folder = demonstration();
    let import = desk.command(&["import", folder.to_str().unwrap(), "--actor", "Mei Lin"]);
    let seen = thread::spawn(|| at_terminal(import, 80, ""));
    let long = "select exists (select from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock' and backend_type = 'client backend'
             and clock_timestamp() - query_start > interval '1.5 s')";
    while !sqlx::query_scalar::<_, bool>(long).fetch_one(&owner).await.unwrap() {
        assert!(!seen.is_finished());
    }
    holder.rollback().await.unwrap();
    let seen = seen.join().unwrap();
    assert_eq!(seen.code, 0, "{}", seen.screen);
    let (before, after) = seen.screen.split_once("\rImporting: 1 s").unwrap();
    assert!(before.contains("Importing into") && after.contains("\r\x1b[K"), "{}", seen.screen);
}
