//! One friendship from application to lapse, new beginning and promotion over ten years: after each step, what staff,
//! visitors, the staff's calendar and the change record say.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

use std::process::Command;

use serde_json::Value;
use signpost_core::database::TestDatabase;
use signpost_tests::{Server, checkout, program};

/// What a command does, and what is so afterwards.
struct Step {
    day: &'static str,
    command: &'static str,
    /// As staff see it.
    standing: &'static str,
    /// As visitors see it: an application that is not published says nothing to them.
    shown: &'static str,
    /// The end of the term in the staff's calendar, until that day is over.
    ends: Option<&'static str>,
}

const fn step(
    day: &'static str,
    command: &'static str,
    [standing, shown]: [&'static str; 2],
    ends: Option<&'static str>,
) -> Step {
    Step { day, command, standing, shown, ends }
}

const LISTED: [&str; 2] = ["proposed", "Listed as a friendship city"];
const ACTIVE: [&str; 2] = ["active", "Friendship city"];
const EXPIRING: [&str; 2] = ["expiring", "Friendship city, up for renewal"];
const FORMER: [&str; 2] = ["proposed", "Former friendship city"];

const STORY: [Step; 16] = [
    step(
        "2026-12-01",
        "relationship apply jiangmen --kind friendship --on 2026-12-01 --missing letter",
        LISTED,
        None,
    ),
    step("2027-01-10", "application complete jiangmen", LISTED, None),
    step(
        "2027-02-16",
        "relationship approve jiangmen --on 2027-02-16 --vote 4-1 --agenda 12 --record-number R27-11",
        LISTED,
        None,
    ),
    step(
        "2027-02-17",
        "relationship establish jiangmen --kind friendship --sponsor Rao",
        ACTIVE,
        Some("20290216"),
    ),
    step(
        "2028-11-01",
        "relationship apply jiangmen --kind friendship --on 2028-11-01",
        EXPIRING,
        Some("20290216"),
    ),
    step("2028-12-05", "relationship renew jiangmen --on 2028-12-05 --vote 5-0", ACTIVE, Some("20310216")),
    step(
        "2030-12-03",
        "relationship refuse jiangmen --on 2030-12-03 --vote 2-3 --record-number R30-4",
        EXPIRING,
        Some("20310216"),
    ),
    step(
        "2031-02-16",
        "application publish jiangmen",
        ["lapsed", "Former friendship city"],
        Some("20310216"),
    ),
    step("2032-03-02", "relationship apply jiangmen --kind friendship --on 2032-03-02", FORMER, None),
    step("2032-05-04", "relationship approve jiangmen --on 2032-05-04 --vote 3-2", FORMER, None),
    step(
        "2032-05-05",
        "relationship establish jiangmen --kind friendship --sponsor Rao",
        ACTIVE,
        Some("20340504"),
    ),
    step(
        "2033-01-05",
        "relationship suspend jiangmen --on 2033-01",
        ["dormant", "Friendship city, dormant"],
        Some("20340504"),
    ),
    step("2033-06-01", "relationship resume jiangmen --on 2033-05-20", ACTIVE, Some("20340504")),
    step(
        "2034-02-10",
        "policy set sisters-per-country unlimited --from 2034-01-01",
        EXPIRING,
        Some("20340504"),
    ),
    step(
        "2034-03-01",
        "agreement sign jiangmen --on 2034-03-01 --signed-by host,Ann,Mayor --signed-by partner,Bo,Mayor",
        EXPIRING,
        Some("20340504"),
    ),
    step("2034-03-02", "relationship promote jiangmen", ["active", "Sister city"], None),
];

/// Staff at a desk on a day.
struct Desk<'a> {
    database: &'a TestDatabase,
    day: &'a str,
}

impl Desk<'_> {
    /// Runs a command that must work, and returns what it prints.
    #[track_caller]
    fn run(&self, arguments: &[&str]) -> String {
        let ran = Command::new(program("signpost").unwrap())
            .args(arguments)
            .env("DATABASE_URL", self.database.url())
            .env("SIGNPOST_CLOCK", format!("{}T20:00:00Z", self.day))
            .env("SIGNPOST_ACTOR", "Mei Lin")
            .output()
            .unwrap();
        let words = String::from_utf8(ran.stderr).unwrap();
        assert!(ran.status.success() || ran.status.code() == Some(3), "{arguments:?}: {words}");
        String::from_utf8(ran.stdout).unwrap()
    }

    #[track_caller]
    fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.run(&[arguments, &["--format", "json"]].concat())).unwrap()
    }

    /// How many changes are on record that touched the partner.
    fn changes(&self) -> usize {
        self.json(&["audit", "log", "--record", "jiangmen"]).as_array().unwrap().len()
    }
}

/// What the page of the partner says of its standing to machines, which is what it says to people first.
async fn shown(database: &TestDatabase, day: &str) -> String {
    let server = Server::start(database, &format!("{day}T20:00:00Z")).await.unwrap();
    let page = server.page("/partners/jiangmen").await.unwrap();
    let (_, description) = page.split_once("<meta name=\"description\" content=\"Jiangmen: ").unwrap();
    description.split_once(". ").unwrap().0.to_owned()
}

/// The ends of terms with the partner that the staff's calendar has.
fn ends(calendar: &str) -> Vec<String> {
    let unfolded = calendar.replace("\r\n ", "");
    let events = unfolded.split("BEGIN:VEVENT").skip(1);
    let ends = events.filter(|event| event.contains("SUMMARY:Jiangmen") && event.contains("-expiry@"));
    ends.filter_map(|event| Some(event.split("DTSTART;VALUE=DATE:").nth(1)?.lines().next()?.to_owned()))
        .collect()
}

#[tokio::test]
async fn one_friendship_over_ten_years() {
    let database = TestDatabase::create().await.unwrap();
    let demonstration = checkout().join("demo/cupertino");
    Desk { database: &database, day: "2026-11-23" }.run(&["import", demonstration.to_str().unwrap()]);
    for step in STORY {
        let Step { day, command, .. } = step;
        let desk = Desk { database: &database, day };
        let before = desk.changes();
        desk.run(&command.split(' ').collect::<Vec<_>>());
        let touched = usize::from(!command.starts_with("policy"));
        assert_eq!(desk.changes(), before + touched, "{command} is one change on record");
        let last = &desk.json(&["audit", "log", "--limit", "1"])[0];
        let called = command.split(' ').take(2).collect::<Vec<_>>().join(" ");
        assert_eq!((&last["command"], &last["actor"]), (&called.into(), &"Mei Lin".into()));
        let differences = desk.json(&["audit", "show", last["id"].as_str().unwrap()]);
        assert_ne!(differences["differences"].as_array().unwrap().len(), 0, "{command} says what it did");
        assert_eq!(
            desk.json(&["relationship", "show", "jiangmen"])["standing"],
            step.standing,
            "after {command}"
        );
        assert_eq!(shown(&database, day).await, step.shown, "after {command}");
        let calendar = desk.run(&["renewal", "calendar"]);
        assert_eq!(ends(&calendar), step.ends.into_iter().collect::<Vec<_>>(), "after {command}: {calendar}");
        let due = desk.run(&["renewal", "due", "--within", "180d", "--format", "csv"]);
        let waits = step.standing == "expiring" && !command.contains("refuse");
        assert_eq!(due.contains("jiangmen"), waits, "due after {command}: {due}");
    }
    let desk = Desk { database: &database, day: "2036-12-01" };
    let shown = desk.json(&["relationship", "show", "jiangmen"]);
    assert_eq!((&shown["kind"], &shown["standing"]), (&"sister".into(), &"active".into()));
    let terms = shown["terms"].as_array().unwrap().iter();
    let spans: Vec<[Value; 2]> =
        terms.map(|term| [&term["start"]["date"], &term["ending"]["on"]["date"]].map(Clone::clone)).collect();
    let expected: [[Value; 2]; 4] = [
        ["2027-02-16".into(), "2029-02-16".into()],
        ["2029-02-16".into(), "2031-02-16".into()],
        ["2032-05-04".into(), "2034-03-01".into()],
        ["2034-03-01".into(), Value::Null],
    ];
    assert_eq!(spans, expected);
    assert_eq!(desk.run(&["audit", "verify"]), "", "nothing was written past the record");
}
