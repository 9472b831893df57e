//! What programs read is documented.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;
use signpost_core::samples;

use crate::staff::{Desk, Ran};

/// What Wikidata answered, made by hand.
const WIKIDATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../core/tests/domain/wikidata.json");

/// The names of all fields of a value, however deep.
fn fields(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| fields(value, found)),
        Value::Object(object) => {
            for (name, value) in object {
                found.insert(name.clone());
                fields(value, found);
            }
        }
        _ => {}
    }
}

#[tokio::test]
async fn every_field_is_in_the_document() {
    let desk = Desk::with_demonstration().await;
    let mut found = BTreeSet::new();
    for noun in ["partner", "relationship", "exchange", "notice", "source", "page"] {
        let list = desk.json(&[noun, "list"]);
        fields(&list, &mut found);
        for row in list.as_array().unwrap() {
            let name = row["slug"].as_str().or_else(|| row["partner"].as_str()).unwrap();
            fields(&desk.json(&[noun, "show", name]), &mut found);
        }
    }
    for command in [
        &["renewal", "due"][..],
        &["policy", "show"],
        &["policy", "check"],
        &["database", "status"],
        &["programme", "show"],
        &["wikidata", "diff", WIKIDATA],
        &["gift", "list"],
        &["agreement", "list"],
        &["agreement", "show", "new-taipei", "2021-10-14"],
        &["alias", "list"],
        &["translation", "list"],
        &["committee", "list"],
        &["claim", "list"],
        &["report", "year", "2025"],
        &["check"],
        &["remind"],
        &["doctor"],
    ] {
        fields(&desk.json(command), &mut found);
    }
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("memorandum.pdf"), samples::pdf("")).unwrap();
    fs::write(folder.path().join("sign.jpg"), samples::jpeg(40, 30)).unwrap();
    for line in [
        "cost add Reception --partner toyokawa --on 2025 --money USD5",
        "application add jiangmen --kind friendship --on 2026-11-02",
        "document add memorandum.pdf --partner toyokawa --title Memorandum --language en",
        "photo add sign.jpg --home --alternative Signpost --credit Cupertino --minors none",
        "exchange schedule Visit --kind delegation --direction inbound --starts 2027-05-01",
        "exchange schedule Visit --name again --kind delegation --direction inbound --starts 2027-05-02",
    ] {
        let words: Vec<&str> =
            line.split(' ').map(|word| if word == "USD5" { "USD 5" } else { word }).collect();
        let mut command = desk.command(&[&words[..], &["--actor", "Mei Lin"]].concat());
        let ran: Ran = command.current_dir(&folder).output().unwrap().into();
        assert_eq!(ran.code, 0, "{line}: {}", ran.words);
    }
    for command in [
        &["application", "list"][..],
        &["application", "show", "jiangmen"],
        &["document", "list"],
        &["document", "show", "Memorandum"],
        &["photo", "list"],
        &["photo", "show", "Signpost"],
        &["exchange", "duplicates"],
    ] {
        fields(&desk.json(command), &mut found);
    }
    for noun in ["gift", "committee", "cost", "claim"] {
        let mark = desk.json(&[noun, "list"])[0]["mark"].as_str().unwrap().to_owned();
        fields(&desk.json(&[noun, "show", &mark]), &mut found);
    }
    for words in [&["status", "ja"][..], &["glossary", "ja"], &["show", "ja", "page/home/title"]] {
        fields(&desk.json(&[&["translation"], words].concat()), &mut found);
    }
    fields(&desk.json(&["audit", "log"]), &mut found);
    let log = desk.json(&["audit", "log"]);
    fields(&desk.json(&["audit", "show", log[0]["id"].as_str().unwrap()]), &mut found);
    for statement in ["alter table page disable trigger user", "update page set title = 'Past the record'"] {
        sqlx::query(statement).execute(&desk.database.owner().unwrap()).await.unwrap();
    }
    fields(&desk.json(&["audit", "verify"]), &mut found);
    assert!(found.len() > 80, "{found:?}");
    let document = include_str!("../../../../docs/json.md");
    let missing: Vec<_> = found.iter().filter(|field| !document.contains(&format!("`{field}`"))).collect();
    assert!(missing.is_empty(), "docs/json.md does not name {missing:?}");
}

#[tokio::test]
async fn a_date_states_its_precision() {
    let desk = Desk::with_demonstration().await;
    let rows = desk.json(&["relationship", "list"]);
    let start = |slug: &str| {
        rows.as_array().unwrap().iter().find(|row| row["partner"] == slug).unwrap()["start"].to_string()
    };
    assert_eq!(start("toyokawa"), r#"{"date":"1978-12-19","precision":"day"}"#);
    assert_eq!(start("hsinchu"), r#"{"date":"2007-03","precision":"month"}"#);
    assert_eq!(start("copertino"), r#"{"date":"1963","precision":"year"}"#);
}
