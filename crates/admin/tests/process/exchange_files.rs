//! Exchanges from sheets and calendars, and back.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::staff::{Desk, Ran};

/// A folder with a file of exchanges.
struct Files(tempfile::TempDir);

impl Files {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn put(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.path(name);
        fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }
}

#[track_caller]
fn writes(desk: &Desk, arguments: &[&str]) -> Ran {
    let ran = desk.run(&[arguments, &["--actor", "Mei Lin"]].concat());
    assert_eq!(ran.code, 0, "{}", ran.words);
    ran
}

#[track_caller]
fn refused(desk: &Desk, arguments: &[&str], phrases: &[&str]) {
    desk.run(&[arguments, &["--actor", "Mei Lin"]].concat()).refuses(1, phrases);
}

fn show(desk: &Desk, name: &str) -> Value {
    desk.json(&["exchange", "show", name])
}

const LIKE: [&str; 6] = ["--partner", "toyokawa", "--kind", "cultural", "--direction", "local"];

fn calendar(events: &[&[&str]]) -> String {
    let mut lines = vec!["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Town hall//EN"];
    for event in events {
        lines.push("BEGIN:VEVENT");
        lines.extend(*event);
        lines.push("END:VEVENT");
    }
    lines.extend(["END:VCALENDAR", ""]);
    lines.join("\r\n")
}

#[tokio::test]
async fn a_calendar_makes_drafts_and_the_same_again_changes_them() {
    let (desk, files) = (Desk::with_demonstration().await, Files::new());
    let concert =
        ["UID:1@town", "SUMMARY:Sakura concert", "DTSTART;TZID=Pacific Standard Time:20270403T140000"];
    let file = files.put(
        "town.ics",
        calendar(&[
            &concert,
            &["UID:2@town", "SUMMARY:豊川おいでん祭", "DTSTART:20270522", "DTEND:20270524"],
        ]),
    );
    let schedule = [&["exchange", "schedule", "--file", &file][..], &LIKE].concat();
    writes(&desk, &schedule);
    let planned = show(&desk, "sakura-concert-2027");
    assert_eq!((&planned["published_at"], &planned["partners"]), (&json!(null), &json!(["toyokawa"])));
    assert_eq!(planned["when"]["zone"], "America/Los_Angeles");
    assert_eq!(show(&desk, "cultural-2027-05-22")["when"]["last"], "2027-05-23");
    let again = writes(&desk, &schedule);
    assert!(again.words.contains("nothing was written"), "{}", again.words);

    let moved = [
        "UID:1@town",
        "SUMMARY:Sakura concert",
        "LOCATION:Quinlan Center",
        "DTSTART:20270404T210000Z",
        "DTEND:20270404T230000Z",
    ];
    files.put("town.ics", calendar(&[&moved]));
    writes(&desk, &schedule);
    let moved = show(&desk, "sakura-concert-2027");
    assert_eq!(
        (&moved["when"]["starts"], &moved["venue"]),
        (&json!("2027-04-04T14:00:00"), &json!("Quinlan Center"))
    );

    writes(&desk, &["exchange", "publish", "sakura-concert-2027"]);
    files.put("town.ics", calendar(&[&concert]));
    let public = writes(&desk, &schedule);
    assert!(public.words.contains("sakura-concert-2027 is public"), "{}", public.words);
    assert_eq!(show(&desk, "sakura-concert-2027")["when"], moved["when"]);
}

#[tokio::test]
async fn an_event_that_repeats_becomes_a_series_with_what_is_moved_and_left_out() {
    let (desk, files) = (Desk::with_demonstration().await, Files::new());
    let rule = [
        "UID:f",
        "SUMMARY:Spring market 2027",
        "DTSTART;TZID=America/Los_Angeles:20270306T090000",
        "RRULE:FREQ=MONTHLY;BYDAY=1SA;COUNT=5;WKST=SU",
        "EXDATE;TZID=America/Los_Angeles:20270501T090000",
    ];
    let moved = [
        "UID:f",
        "SUMMARY:Spring market, moved",
        "RECURRENCE-ID;TZID=America/Los_Angeles:20270605T090000",
        "DTSTART;TZID=America/Los_Angeles:20270606T090000",
    ];
    let file = files.put("market.ics", calendar(&[&rule, &moved]));
    let import = [&["exchange", "import", &file][..], &LIKE].concat();
    writes(&desk, &import);
    let days = || {
        let list =
            desk.json(&["exchange", "list", "--partner", "toyokawa", "--from", "2027", "--kind", "cultural"]);
        let rows = list
            .as_array()
            .unwrap()
            .iter()
            .filter(|row| row["title"].as_str().unwrap().starts_with("Spring"));
        rows.map(|row| row["when"]["starts"].as_str().unwrap()[..16].to_owned()).collect::<Vec<_>>()
    };
    // Nine o'clock stays nine o'clock over the change of clocks on 14 March.
    let expected = ["2027-03-06T09:00", "2027-04-03T09:00", "2027-06-06T09:00", "2027-07-03T09:00"];
    assert_eq!(days(), expected);
    assert!(writes(&desk, &import).words.contains("nothing was written"));
    assert_eq!(days(), expected);
}

#[tokio::test]
async fn faults_of_a_calendar_are_told_by_line_and_nothing_is_written() {
    let (desk, files) = (Desk::with_demonstration().await, Files::new());
    let before = desk.changes().await;
    let text = calendar(&[
        &["UID:1", "SUMMARY:a", "DTSTART;TZID=Mars/Olympus:20270403T140000"],
        &["UID:2", "SUMMARY:b", "DTSTART:20270403T140000", "DTEND:20270403T130000"],
    ]);
    let file = files.put("town.ics", text);
    let schedule = [&["exchange", "schedule", "--file", &file][..], &LIKE].concat();
    refused(&desk, &schedule, &["town.ics:7:", "Mars/Olympus", "town.ics:13:", "before it starts"]);
    let file = files.put(
        "two.ics",
        calendar(&[&["UID:1", "SUMMARY:a", "DTSTART:20270403"], &["UID:1", "SUMMARY:b", "DTSTART:20270404"]]),
    );
    refused(
        &desk,
        &["exchange", "schedule", "--file", &file],
        &["two.ics:4:", "--kind", "--direction", "two.ics:9:", "same UID"],
    );
    let skipped = ["UID:1", "SUMMARY:a", "DTSTART:20270214T023000", "RRULE:FREQ=MONTHLY;BYDAY=2SU"];
    let file = files.put("skipped.ics", calendar(&[&skipped]));
    refused(
        &desk,
        &[&["exchange", "import", &file][..], &LIKE].concat(),
        &["skipped.ics:4:", "2027-03-14", "set forward"],
    );
    refused(&desk, &["exchange", "schedule", "--file", "/nowhere.ics"], &["/nowhere.ics"]);
    let both = ["exchange", "schedule", "Title", "--file", "a.ics"];
    refused(&desk, &both, &["--file", "cannot be used"]);
    assert_eq!(desk.changes().await, before);
}

#[tokio::test]
async fn a_sheet_goes_out_is_changed_and_comes_back() {
    let (desk, files) = (Desk::with_demonstration().await, Files::new());
    let out = files.path("visits.csv");
    let out = out.to_str().unwrap();
    desk.run(&["exchange", "export", "csv", "--output", out]).refuses(0, &["exchanges."]);
    let unchanged = writes(&desk, &["exchange", "import", out]);
    assert!(unchanged.words.contains("nothing was written"), "{}", unchanged.words);

    let text = "\u{feff}slug,title,partners,kind,direction,starts,status,students,leader\r\n\
                cherry-blossom-festival-2027,\"The \"\"Big\"\" one\",toyokawa,cultural,local,2027-04-24,confirmed,,\"Mayor, Toyokawa\"\r\n\
                new-visit-2027,New visit,toyokawa hsinchu,delegation,inbound,2027-05,tentative,12,\r\n";
    let file = files.put("from-excel.csv", text);
    writes(&desk, &["exchange", "import", &file]);
    let new = show(&desk, "new-visit-2027");
    assert_eq!((&new["students"], &new["partners"]), (&json!(12), &json!(["toyokawa", "hsinchu"])));
    assert_eq!(show(&desk, "cherry-blossom-festival-2027")["leader"], "Mayor, Toyokawa");

    let narrow = files.put("narrow.csv", "slug,students\nnew-visit-2027,13\ncherry-blossom-festival-2027,\n");
    writes(&desk, &["exchange", "import", &narrow]);
    let kept = show(&desk, "new-visit-2027");
    assert_eq!(
        (&kept["students"], &kept["title"], &kept["kind"]),
        (&json!(13), &json!("New visit"), &json!("delegation"))
    );
    assert_eq!(show(&desk, "cherry-blossom-festival-2027")["title"], "The \"Big\" one");
}

#[tokio::test]
async fn faults_of_a_sheet_are_told_by_line_and_nothing_is_written() {
    let (desk, files) = (Desk::with_demonstration().await, Files::new());
    let before = desk.changes().await;
    let text = "\u{feff}slug,title,partners,kind,direction,starts,status,colour\r\n\
                a,\"He said \"\"hi\"\"\",toyokowa,party,inbound,2027-02-29,confirmed,red\r\n\
                b,Two,toyokawa,cultural,inbound,2027-05-01 10:00,confirmed\r\n\
                c,Three,toyokawa,cultural,inbound,2027-03-14T02:30,confirmed,\r\n";
    let file = files.put("visits.csv", text);
    refused(
        &desk,
        &["exchange", "import", &file],
        &[
            "visits.csv:1:",
            "colour",
            "visits.csv:2:",
            "toyokowa",
            "toyokawa",
            "party",
            "2027-02-29",
            "visits.csv:3:",
            "7 cells",
            "visits.csv:4:",
            "set forward",
        ],
    );
    let other = desk.json(&["exchange", "list", "--limit", "1"])[0]["slug"].as_str().unwrap().to_owned();
    let sheet = desk.run(&["exchange", "export", "csv"]).data;
    let id = sheet.lines().nth(1).unwrap().rsplit(',').next().unwrap().to_owned();
    let stolen = files.put(
        "stolen.csv",
        format!("slug,title,kind,direction,starts,status,id\nmine,Mine,cultural,local,2027,confirmed,{id}\n"),
    );
    refused(&desk, &["exchange", "import", &stolen], &["stolen.csv", "`mine`", &other]);
    refused(&desk, &["exchange", "import", &file, "--kind", "cultural"], &["--kind", "sheet"]);
    let bytes = files.put("latin.csv", b"slug,title\na,caf\xe9\n");
    refused(&desk, &["exchange", "import", &bytes], &["latin.csv:2:", "UTF-8"]);
    assert_eq!(desk.changes().await, before);
}

#[tokio::test]
async fn a_calendar_goes_out_and_comes_back_into_the_same_exchanges() {
    let (desk, files) = (Desk::with_demonstration().await, Files::new());
    writes(
        &desk,
        &[
            &[
                "exchange",
                "schedule",
                "Sakura concert",
                "--starts",
                "2027-04-03T14:00",
                "--description",
                "First, *second*; third",
            ][..],
            &LIKE,
        ]
        .concat(),
    );
    let out = files.path("toyokawa.ics");
    let out = out.to_str().unwrap();
    let exported = desk.run(&["exchange", "export", "ics", "--partner", "toyokawa", "--output", out]);
    assert!(exported.code == 0 && exported.words.contains("left out"), "{}", exported.words);
    let text = fs::read_to_string(out).unwrap();
    assert!(text.contains("X-SIGNPOST-PARTNERS:toyokawa\r\n") && text.contains("BEGIN:VTIMEZONE"), "{text}");
    let again = writes(&desk, &["exchange", "import", out]);
    assert!(again.words.contains("nothing was written"), "{}", again.words);
    fs::write(out, text.replace("Sakura concert", "Spring concert")).unwrap();
    writes(&desk, &["exchange", "import", out]);
    assert_eq!(show(&desk, "sakura-concert-2027")["title"], "Spring concert");
}
