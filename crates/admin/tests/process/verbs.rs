//! The verbs that every noun has: what is listed is shown, edited and removed by one's editor and by name.

use serde_json::{Value, json};

use crate::staff::{Desk, Ran};

/// Runs a command that writes, as Mei Lin, and that must work.
#[track_caller]
fn done(desk: &Desk, arguments: &[&str]) -> Ran {
    let ran = desk.run(&[arguments, &["--actor", "Mei Lin"]].concat());
    assert_eq!(ran.code, 0, "{}", ran.words);
    ran
}

/// Edits with `sed`, and agrees.
fn edit(desk: &Desk, arguments: &[&str], script: &str) -> Ran {
    let mut command = desk.command(&[arguments, &["--yes", "--actor", "Mei Lin"]].concat());
    command.env_remove("VISUAL").env("EDITOR", format!("sed -i {script}")).output().unwrap().into()
}

#[track_caller]
fn edits(desk: &Desk, arguments: &[&str], script: &str) {
    let ran = edit(desk, arguments, script);
    assert_eq!(ran.code, 0, "{}", ran.words);
    assert!(ran.words.contains("Done, as Mei Lin"), "{}", ran.words);
}

#[tokio::test]
async fn all_of_an_exchange_is_edited_at_once() {
    let desk = Desk::with_demonstration().await;
    let name = "students-from-toyokawa-2025";
    let before = desk.json(&["exchange", "show", name]);
    let script = "-e s/^#.leader.*/leader=\"K.Sato\"/ -e s/^direction.*/direction=\"online\"/ -e $aTold";
    edits(&desk, &["exchange", "edit", name], script);
    let after = desk.json(&["exchange", "show", name]);
    assert_eq!((&after["leader"], &after["direction"]), (&json!("K.Sato"), &json!("online")));
    assert!(after["description"].as_str().unwrap().ends_with("Told"), "{after}");
    for kept in ["title", "when", "partners", "students", "people", "venue", "note", "published_at", "claims"]
    {
        assert_eq!(after[kept], before[kept], "{kept}");
    }
    assert_eq!(desk.json(&["exchange", "list"]).as_array().unwrap().len(), 17);
    assert_eq!(desk.json(&["audit", "verify"]), json!([]));
}

#[tokio::test]
async fn what_is_wrong_in_an_edited_exchange_is_told_by_its_line() {
    let desk = Desk::with_demonstration().await;
    let exchange = ["exchange", "edit", "students-from-toyokawa-2025"];
    for (script, phrases) in [
        ("s/^direction.*/direction=\"sideways\"/", &["students-from-toyokawa-2025.md:", "sideways"][..]),
        ("s/^starts.*/starts=\"2025-02-30\"/", &["starts", "2025-02-30"]),
        ("s/^partners.*/partners=\"toyokowa\"/", &["toyokowa", "toyokawa"]),
        ("s/^direction/directoin/", &["directoin", "the nearest is `direction`"]),
        ("1d", &["students-from-toyokawa-2025.md", "describes no exchange"]),
    ] {
        let ran = edit(&desk, &exchange, script);
        ran.refuses(1, phrases);
    }
    assert_eq!(desk.changes().await, 1);
}

#[tokio::test]
async fn a_cost_is_edited() {
    let desk = Desk::with_demonstration().await;
    let visit = "students-from-toyokawa-2025";
    done(&desk, &["cost", "add", "Buses", "--exchange", visit, "--on", "2025-10", "--money", "USD 480.50"]);
    done(&desk, &["cost", "add", "Gifts", "--partner", "taipei", "--on", "2025-10", "--hours", "2"]);
    let costs = desk.json(&["cost", "list"]);
    let mark = |what: &str| {
        let row = costs.as_array().unwrap().iter().find(|row| row["what"] == what).unwrap();
        row["mark"].as_str().unwrap().to_owned()
    };
    edits(&desk, &["cost", "edit", &mark("Buses")], "s/480.50/490/");
    let shown = desk.json(&["cost", "show", &mark("Buses")]);
    assert_eq!((&shown["amount"], &shown["exchange"]), (&json!("490.00"), &json!(visit)));
    edits(&desk, &["cost", "edit", &mark("Gifts")], "s/taipei/taichung/");
    assert_eq!(desk.json(&["cost", "show", &mark("Gifts")])["partner"], "taichung");
    edit(&desk, &["cost", "edit", &mark("Gifts")], "s/^staff_minutes.*//")
        .refuses(1, &["costs.toml:1", "nothing was spent"]);
    assert_eq!(desk.json(&["cost", "list"]).as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn other_names_are_listed() {
    let desk = Desk::with_demonstration().await;
    done(&desk, &["alias", "add", "shenzhen", "Shenzhun"]);
    let names = desk.json(&["alias", "list", "--partner", "shenzhen"]);
    let found = names.as_array().unwrap().iter().find(|row| row["text"] == "Shenzhun").unwrap();
    assert_eq!((&found["purpose"], &found["language"]), (&json!("alias"), &Value::Null));
    assert!(names.as_array().unwrap().iter().any(|row| row["purpose"] == "preferred"));
    assert!(desk.json(&["alias", "list"]).as_array().unwrap().len() > names.as_array().unwrap().len());
}

#[tokio::test]
async fn an_application_is_added_shown_edited_and_removed() {
    let desk = Desk::with_demonstration().await;
    let add = ["application", "add", "jiangmen", "--kind", "friendship", "--on", "2026-11-02"];
    done(&desk, &[&add[..], &["--missing", "the letter"]].concat());
    let shown = desk.json(&["application", "show", "jiangmen"]);
    assert_eq!((&shown["missing"], &shown["decision"]), (&json!("the letter"), &Value::Null));
    edits(&desk, &["application", "edit", "jiangmen"], "s/the.letter/a.sponsor/");
    assert_eq!(desk.json(&["application", "show", "jiangmen"])["missing"], "a.sponsor");
    let remove = ["application", "remove", "jiangmen"];
    desk.run(&[&remove[..], &["--actor", "Mei Lin"]].concat());
    done(&desk, &[&remove[..], &["--yes"]].concat());
    desk.run(&["application", "show", "jiangmen"]).refuses(1, &["jiangmen", "relationship apply"]);
}

#[tokio::test]
async fn a_term_that_was_never_is_removed_for_a_reason() {
    let desk = Desk::with_demonstration().await;
    let terms = || desk.json(&["relationship", "show", "taichung"])["terms"].as_array().unwrap().len();
    let remove = |start| ["relationship", "remove", "taichung", "--term", start, "--yes"];
    let before = terms();
    let run = |arguments: &[&str]| desk.run(&[arguments, &["--actor", "Mei Lin"]].concat());
    run(&remove("2025")).refuses(1, &["--reason"]);
    let because = ["--reason", "it was never approved"];
    run(&[&remove("2023")[..], &because].concat()).refuses(1, &["2025", "remove that one first"]);
    run(&[&remove("2024")[..], &because].concat()).refuses(1, &["2024", "2023, 2025"]);
    done(&desk, &[&remove("2025")[..], &because].concat());
    assert_eq!(terms(), before - 1);
    let log = desk.json(&["audit", "log"]);
    done(&desk, &["undo", log[0]["id"].as_str().unwrap()]);
    assert_eq!(terms(), before);
}

#[tokio::test]
async fn a_claim_is_shown_and_edited_wherever_it_stands() {
    let desk = Desk::with_demonstration().await;
    let visit = "students-from-toyokawa-2025";
    let add = ["claim", "add", "--exchange", visit, "--fact", "host school", "--value", "Lawson"];
    done(&desk, &[&add[..], &["--source", "seed-page"]].concat());
    let of_exchange = desk.json(&["claim", "list", "--exchange", visit]);
    let of_exchange = of_exchange.as_array().unwrap().iter().find(|row| row["value"] == "Lawson").unwrap();
    let of_partner = desk.json(&["claim", "list", "--partner", "copertino"]);
    let of_partner =
        of_partner.as_array().unwrap().iter().find(|row| row["value"] == "John Benetti").unwrap();
    for (row, from, to) in [(of_exchange, "Lawson", "Kennedy"), (of_partner, "John.Benetti", "J.Benetti")] {
        let mark = row["mark"].as_str().unwrap();
        assert_eq!(desk.json(&["claim", "show", mark])["value"], row["value"]);
        edits(&desk, &["claim", "edit", mark], &format!("s/{from}/{to}/"));
        assert_eq!(desk.json(&["claim", "show", mark])["value"], to);
    }
    desk.run(&["claim", "show", "00000000"]).refuses(1, &["00000000", "signpost claim list"]);
}

#[tokio::test]
async fn whatever_is_on_record_may_be_said_to_be_added() {
    let desk = Desk::with_demonstration().await;
    done(&desk, &["notice", "add", "closed", "--title", "Closed on Monday"]);
    done(&desk, &["agreement", "add", "taichung", "--on", "2026-11-20"]);
    let plan =
        ["exchange", "add", "Visit", "--kind", "delegation", "--direction", "inbound", "--starts", "2027"];
    done(&desk, &plan);
    assert_eq!(desk.json(&["exchange", "show", "visit-2027"])["title"], "Visit");
}
