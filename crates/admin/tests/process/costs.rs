//! Costs, complete years and claims about exchanges.

use serde_json::json;

use crate::staff::Desk;

fn arguments<'a>(words: &[&'a str]) -> Vec<&'a str> {
    [words, &["--actor", "Mei Lin"]].concat()
}

#[track_caller]
fn writes(desk: &Desk, words: &[&str]) -> String {
    let ran = desk.run(&arguments(words));
    assert_eq!(ran.code, 0, "{}", ran.words);
    ran.words
}

#[tokio::test]
async fn costs_of_partners_and_exchanges_are_kept_mended_and_removed() {
    let desk = Desk::with_demonstration().await;
    let visit = "students-from-toyokawa-2025";
    writes(
        &desk,
        &[
            "cost",
            "add",
            "Gifts for the hosts",
            "--partner",
            "豊川市",
            "--on",
            "2025-06",
            "--money",
            "USD 480.50",
        ],
    );
    writes(
        &desk,
        &[
            "cost",
            "add",
            "Reception",
            "--exchange",
            visit,
            "--on",
            "2025-10-03",
            "--hours",
            "6:30",
            "--room-uses",
            "1",
        ],
    );
    let costs = desk.json(&["cost", "list", "--partner", "toyokawa", "--year", "2025"]);
    assert_eq!((&costs[0]["amount"], &costs[0]["partner"]), (&json!("480.50"), &json!("toyokawa")));
    assert_eq!((&costs[1]["staff_minutes"], &costs[1]["exchange"]), (&json!(390), &json!(visit)));
    assert_eq!(desk.json(&["cost", "list", "--year", "2024"]), json!([]));

    let mark = costs[1]["mark"].as_str().unwrap();
    writes(&desk, &["cost", "correct", mark, "--hours", "7", "--money", "JPY 30000"]);
    let shown = desk.json(&["cost", "show", mark]);
    assert_eq!(
        (&shown["staff_minutes"], &shown["amount"], &shown["room_uses"]),
        (&json!(420), &json!("30000"), &json!(1))
    );
    writes(&desk, &["cost", "remove", mark, "--yes"]);
    desk.run(&["cost", "show", mark]).refuses(1, &["no cost", mark, "signpost cost list"]);
    assert_eq!(desk.json(&["cost", "list"]).as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_cost_that_cannot_be_is_refused() {
    let desk = Desk::with_demonstration().await;
    let before = desk.changes().await;
    for (words, phrases) in [
        (&["--partner", "toyokawa", "--on", "2025"][..], &["--money", "--hours", "--room-uses"][..]),
        (&["--on", "2025", "--hours", "1"], &["--partner", "--exchange"]),
        (&["--partner", "toyokowa", "--on", "2025", "--hours", "1"], &["toyokowa", "toyokawa"]),
        (&["--partner", "toyokawa", "--on", "2025", "--hours", "6:75"], &["--hours", "6:75", "6:30"]),
        (&["--partner", "toyokawa", "--on", "2025", "--money", "$5"], &["--money", "$5", "USD 1250.50"]),
        (
            &["--partner", "toyokawa", "--on", "2025", "--money", "JPY 5.5"],
            &["--money", "JPY 5.5", "decimals"],
        ),
        (
            &["--exchange", "nothing-2025", "--on", "2025", "--hours", "1"],
            &["nothing-2025", "signpost exchange list"],
        ),
    ] {
        desk.run(&arguments(&[&["cost", "add", "Reception"], words].concat())).refuses(1, phrases);
    }
    assert_eq!(desk.changes().await, before);
}

#[tokio::test]
async fn years_are_stated_to_be_complete_and_reports_say_so() {
    let desk = Desk::with_demonstration().await;
    let report = || desk.run(&["report", "partner", "taichung"]).data;
    assert!(report().contains("incomplete"), "{}", report());
    writes(&desk, &["relationship", "complete", "taichung", "2019-2021", "2024"]);
    let years = || desk.json(&["relationship", "show", "taichung"])["complete_years"].clone();
    let stated: Vec<i64> = years()
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["year"].as_i64().or(one.as_i64()).unwrap())
        .collect();
    assert_eq!(stated, [2019, 2020, 2021, 2024]);
    let refused = |words: &[&str], phrases: &[&str]| {
        desk.run(&arguments(&[&["relationship", "complete", "taichung"], words].concat()))
            .refuses(1, phrases);
    };
    refused(&["2026"], &["2026 is not over"]);
    refused(&["2022", "2024"], &["2024", "already"]);
    refused(&["2018", "--no-longer"], &["2018", "not stated"]);
    refused(&["2021-2019"], &["2021-2019", "2016-2019"]);
    writes(&desk, &["relationship", "complete", "taichung", "2019-2021", "2024", "--no-longer"]);
    assert_eq!(years(), json!([]));
}

#[tokio::test]
async fn what_sources_say_of_an_exchange_is_disputed_and_settled() {
    let desk = Desk::with_demonstration().await;
    let visit = "students-from-toyokawa-2025";
    let list = || desk.json(&["claim", "list", "--exchange", visit]);
    let before = list().as_array().unwrap().len();
    let add =
        ["claim", "add", "--exchange", visit, "--fact", "students", "--value", "16", "--source", "seed-page"];
    writes(&desk, &add);
    desk.run(&arguments(&add)).refuses(1, &["students", "already", "signpost claim dispute"]);
    let mark = |value: &str| {
        let claims = list();
        let found = claims.as_array().unwrap().iter().find(|claim| claim["value"] == value).unwrap().clone();
        found["mark"].as_str().unwrap().to_owned()
    };
    writes(&desk, &["claim", "dispute", &mark("16"), "--value", "17", "--source", "seed-page"]);
    assert!(desk.run(&["exchange", "show", visit]).data.contains("Disputed"));
    writes(&desk, &["claim", "settle", &mark("17"), "--reason", "the roster says so", "--yes"]);
    let claims = list();
    let rank = |value: &str| {
        claims.as_array().unwrap().iter().find(|one| one["value"] == value).unwrap()["rank"].clone()
    };
    assert_eq!((rank("16"), rank("17")), (json!("rejected"), json!("preferred")));
    writes(&desk, &["claim", "remove", &mark("16"), "--yes"]);
    assert_eq!(list().as_array().unwrap().len(), before + 1);
}

#[tokio::test]
async fn agreements_and_applications_are_listed_and_shown() {
    let desk = Desk::with_demonstration().await;
    let agreements = desk.json(&["agreement", "list", "--partner", "new-taipei"]);
    assert_eq!(agreements[0]["signed"]["date"], "2021-10-14");
    let shown = desk.run(&["agreement", "show", "new-taipei", "2021-10-14"]);
    assert!(shown.code == 0 && shown.data.contains("signed by video"), "{}", shown.data);
    desk.run(&["agreement", "show", "new-taipei", "2020"]).refuses(1, &["`2020`", "2021-10-14"]);
    writes(
        &desk,
        &[
            "relationship",
            "apply",
            "jiangmen",
            "--kind",
            "friendship",
            "--on",
            "2026-11-02",
            "--missing",
            "a letter",
        ],
    );
    let open = desk.json(&["application", "list", "--open"]);
    assert!(
        open.as_array()
            .unwrap()
            .iter()
            .any(|one| one["partner"] == "jiangmen" && one["missing"] == "a letter"),
        "{open}"
    );
}
