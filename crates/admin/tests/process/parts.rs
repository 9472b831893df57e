//! What belongs to partners, and what sources say: gifts, committees, sources, claims.

use serde_json::{Value, json};

use crate::staff::{Desk, Ran};

const MEI: [&str; 2] = ["--actor", "Mei Lin"];

/// Runs a command that must work.
#[track_caller]
fn done(desk: &Desk, arguments: &[&str]) -> Ran {
    let ran = desk.run(&[arguments, &MEI].concat());
    assert_eq!(ran.code, 0, "{}", ran.words);
    ran
}

/// The rows of a list that have a value in a field.
fn rows(desk: &Desk, list: &[&str], field: &str, value: &str) -> Vec<Value> {
    let rows = desk.json(list);
    rows.as_array().unwrap().iter().filter(|row| row[field] == value).cloned().collect()
}

fn mark(row: &Value) -> String {
    row["mark"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_gift_is_added_corrected_and_removed_by_its_mark() {
    let desk = Desk::with_demonstration().await;
    done(
        &desk,
        &["gift", "add", "Taichung", "--what", "Two stone lions", "--given", "2024-05", "--giver", "partner"],
    );
    let list = ["gift", "list", "--partner", "taichung"];
    let gift = rows(&desk, &list, "what", "Two stone lions").remove(0);
    assert_eq!(gift["given"], json!({ "date": "2024-05", "precision": "month" }));
    assert_eq!((&gift["giver"], &gift["place"]), (&json!("partner"), &Value::Null));
    let edit = ["gift", "edit", &mark(&gift), "--yes", "--actor", "Mei Lin"];
    let edited =
        Ran::from(desk.command(&edit).env("EDITOR", "sed -i s/Two.stone/Three.stone/").output().unwrap());
    assert_eq!(edited.code, 0, "{}", edited.words);
    let gift = rows(&desk, &list, "what", "Three.stone lions").remove(0);
    done(&desk, &["gift", "remove", &mark(&gift), "--yes"]);
    assert_eq!(rows(&desk, &list, "partner", "taichung"), Vec::<Value>::new());
    let gone = desk.run(&[&["gift", "remove", &mark(&gift), "--yes"][..], &MEI].concat());
    assert_eq!(gone.code, 1);
    assert!(gone.words.contains("See them all with: signpost gift list"), "{}", gone.words);
}

#[tokio::test]
async fn a_committee_is_private_until_published() {
    let desk = Desk::with_demonstration().await;
    done(
        &desk,
        &[
            "committee",
            "add",
            "taichung",
            "--name",
            "Friends of Taichung",
            "--website",
            "https://example.org",
        ],
    );
    let list = ["committee", "list", "--partner", "taichung"];
    let public = || rows(&desk, &list, "name", "Friends of Taichung").remove(0)["published_at"].clone();
    let mark = mark(&rows(&desk, &list, "name", "Friends of Taichung")[0]);
    assert_eq!(public(), Value::Null);
    done(&desk, &["committee", "publish", &mark, "--at", "2027-01-01"]);
    assert_eq!(public(), "2027-01-01T08:00:00Z");
    done(&desk, &["committee", "unpublish", &mark]);
    assert_eq!(public(), Value::Null);
    done(&desk, &["committee", "remove", &mark, "--yes"]);
    assert_eq!(rows(&desk, &list, "name", "Friends of Taichung"), Vec::<Value>::new());
}

#[tokio::test]
async fn a_source_that_claims_rest_on_stays() {
    let desk = Desk::with_demonstration().await;
    done(&desk, &["source", "add", "minutes", "--title", "Minutes", "--dated", "2026-09-15"]);
    assert_eq!(desk.json(&["source", "show", "minutes"])["dated"], "2026-09-15");
    let edit = ["source", "edit", "minutes", "--yes", "--actor", "Mei Lin"];
    let edited =
        Ran::from(desk.command(&edit).env("EDITOR", "sed -i s/\"Minutes\"/\"Protocol\"/").output().unwrap());
    assert_eq!(edited.code, 0, "{}", edited.words);
    assert_eq!(desk.json(&["source", "show", "minutes"])["title"], "Protocol");
    done(&desk, &["source", "remove", "minutes", "--yes"]);
    let kept = desk.run(&[&["source", "remove", "seed-page", "--yes"][..], &MEI].concat());
    assert_eq!(kept.code, 1);
    assert!(kept.words.contains("signpost source show seed-page"), "{}", kept.words);
}

#[tokio::test]
async fn a_dispute_is_recorded_and_settled_for_a_reason() {
    let desk = Desk::with_demonstration().await;
    let list = ["claim", "list", "--partner", "copertino"];
    let mayor = "mayor of Cupertino who signed";
    let ranks = || -> Vec<(String, String)> {
        let rows = rows(&desk, &list, "fact", mayor);
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        rows.iter().map(|row| (text(&row["value"]), text(&row["rank"]))).collect()
    };
    let claims = rows(&desk, &list, "fact", mayor);
    assert_eq!(claims.len(), 2);
    done(
        &desk,
        &["claim", "dispute", &mark(&claims[0]), "--value", "Somebody else", "--source", "seed-page"],
    );
    assert!(ranks().contains(&("Somebody else".into(), "disputed".into())), "{:?}", ranks());

    let benetti = claims.iter().find(|claim| claim["value"] == "John Benetti").unwrap();
    let settle = ["claim", "settle", &mark(benetti), "--yes"];
    desk.run(&[&settle[..], &MEI].concat()).refuses(1, &["--reason"]);
    done(&desk, &[&settle[..], &["--reason", "The memorandum itself"]].concat());
    let ranks = ranks();
    assert_eq!(ranks.len(), 3);
    for (value, rank) in ranks {
        assert_eq!(rank, if value == "John Benetti" { "preferred" } else { "rejected" }, "{value}");
    }
    let disputed = desk.json(&["claim", "list", "--disputed"]);
    assert!(!disputed.to_string().contains(mayor) && disputed.as_array().unwrap().len() > 2);
}
