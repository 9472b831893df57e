//! What programs read is documented.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::staff::Desk;

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
        &["gift", "list"],
        &["agreement", "list"],
        &["agreement", "show", "new-taipei", "2021-10-14"],
        &["application", "list"],
        &["committee", "list"],
        &["claim", "list"],
        &["report", "year", "2025"],
        &["check"],
        &["remind"],
    ] {
        fields(&desk.json(command), &mut found);
    }
    let reception = ["cost", "add", "Reception", "--partner", "toyokawa", "--on", "2025", "--money", "USD 5"];
    desk.run(&[&reception[..], &["--actor", "Mei Lin"]].concat());
    for noun in ["gift", "committee", "cost"] {
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
