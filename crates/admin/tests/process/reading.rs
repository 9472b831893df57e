//! What staff read: lists, records, what is due, what breaks policy.

use insta::assert_snapshot;
use unicode_width::UnicodeWidthStr;

use crate::staff::Desk;

#[tokio::test]
async fn tables_fit_eighty_columns_and_line_up_in_every_script() {
    let desk = Desk::with_demonstration().await;
    for list in [
        &["partner", "list"][..],
        &["relationship", "list"],
        &["exchange", "list"],
        &["notice", "list"],
        &["source", "list"],
        &["partner", "show", "bhubaneswar"],
        &["relationship", "show", "toyokawa"],
    ] {
        let ran = desk.run(list);
        assert_eq!(ran.code, 0, "{list:?}: {}", ran.words);
        assert!(ran.data.lines().count() > 2, "{list:?}: {}", ran.data);
        let widest = ran.data.lines().max_by_key(|line| line.width()).unwrap_or_default();
        assert!(widest.width() <= 80, "{list:?} is {} wide: {widest}", widest.width());
    }
    let partners = desk.run(&["partner", "list"]).data;
    let column = |name: &str| {
        let line = partners.lines().find(|line| line.starts_with(name)).unwrap();
        let (before, _) = line.split_once("sister").unwrap();
        before.width()
    };
    assert_eq!(column("Toyokawa 豊川市"), column("Bhubaneswar"));
    assert_eq!(column("Hsinchu 新竹市"), column("Copertino"));
}

#[tokio::test]
async fn a_list_is_the_same_facts_as_json_and_csv() {
    let desk = Desk::with_demonstration().await;
    for noun in ["partner", "relationship", "exchange", "notice", "source"] {
        let json = desk.run(&[noun, "list", "--format", "json"]).data;
        let rows: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap();
        let csv = desk.run(&[noun, "list", "--format", "csv"]).data;
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let columns = reader.headers().unwrap().len();
        let lines: Vec<_> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), lines.len(), "{noun}");
        assert!(!rows.is_empty() && columns > 3, "{noun}");
    }
}

#[tokio::test]
async fn standing_is_of_the_day_that_is_asked_for() {
    let desk = Desk::with_demonstration().await;
    let standing = |slug: &str, on: &str| {
        let json = desk.run(&["partner", "list", "--on", on, "--format", "json"]).data;
        let rows: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap();
        let row = rows.into_iter().find(|row| row["slug"] == slug)?;
        row["standing"].as_str().map(str::to_owned)
    };
    for (slug, on, expected) in [
        ("taipei", "2017-01-01", Some("active")),
        ("taipei", "2019-01-01", Some("lapsed")),
        ("taichung", "2017-01-01", None),
        ("copertino", "2005-06-01", Some("dormant")),
        ("taichung", "2027-02-01", Some("expiring")),
        ("jiangmen", "2026-11-23", Some("unrecorded")),
    ] {
        assert_eq!(standing(slug, on).as_deref(), expected, "{slug} on {on}");
    }
}

#[tokio::test]
async fn what_is_due_counts_to_the_first_possible_day() {
    let desk = Desk::with_demonstration().await;
    let due = desk.run(&["renewal", "due", "--within", "400d"]);
    assert_eq!(due.code, 3, "something is due");
    for slug in ["new-taipei", "taichung", "tongxiang", "xianning"] {
        assert!(due.data.contains(slug), "{}", due.data);
    }
    assert!(due.data.contains("in 2027, day not on record"), "{}", due.data);
    let soon = desk.run(&["renewal", "due", "--within", "30d"]);
    assert_eq!(soon.code, 0, "nothing is due: {}", soon.data);
}

#[tokio::test]
async fn the_policy_checker_finds_the_long_friendship() {
    let found = Desk::with_demonstration().await.run(&["policy", "check"]);
    assert_eq!(found.code, 3);
    assert!(found.data.contains("hsinchu") && found.data.contains("friendship-term"), "{}", found.data);
}

#[tokio::test]
async fn a_source_counts_all_claims_that_rest_on_it() {
    let desk = Desk::with_demonstration().await;
    let sources = desk.json(&["source", "list"]);
    let counts = |slug: &str| {
        let source = sources.as_array().unwrap().iter().find(|source| source["slug"] == slug).unwrap();
        (source["claims"].as_i64().unwrap(), source["about_exchanges"].as_i64().unwrap())
    };
    assert_eq!(counts("cupertino-courier-2024"), (1, 1));
    assert_eq!(counts("metro-1998"), (2, 0));
    let shown = desk.json(&["source", "show", "metro-1998"]);
    assert_eq!(shown["resting"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn another_name_finds_the_partner() {
    let ran = Desk::with_demonstration().await.run(&["partner", "show", "Shenzen"]);
    assert_eq!(ran.code, 0, "{}", ran.words);
    assert!(ran.data.contains("深圳市") && ran.words.contains("shenzhen"), "{}{}", ran.data, ran.words);
}

#[tokio::test]
async fn lists_at_eighty_columns() {
    let desk = Desk::with_demonstration().await;
    let seen = |arguments: &[&str]| desk.run(arguments).data;
    assert_snapshot!(seen(&["partner", "list", "--on", "2013-06-01"]), @"
    PARTNER              COUNTRY  KIND    STANDING
    Bhubaneswar ଭୁବନେଶ୍ୱର  India    sister  active
    Copertino            Italy    sister  active
    Hsinchu 新竹市       Taiwan   sister  active
    Toyokawa 豊川市      Japan    sister  active
    ");
    assert_snapshot!(seen(&["relationship", "list", "--on", "2013-06-01"]), @"
    PARTNER      KIND    STANDING  FROM        UNTIL
    bhubaneswar  sister  active    2012-11-24  open
    copertino    sister  active    1963        open
    hsinchu      sister  active    2007-03     open
    toyokawa     sister  active    1978-12-19  open
    ");
    assert_snapshot!(seen(&["renewal", "due"]), @"
    PARTNER     KIND        ENDS                        LEFT     FORM DUE
    new-taipei  friendship  in 2027, day not on record  39 days  –
    taichung    friendship  in 2027, day not on record  39 days  –
    tongxiang   friendship  in 2027, day not on record  39 days  –
    xianning    friendship  in 2027, day not on record  39 days  –
    ");
    assert_snapshot!(seen(&["exchange", "list", "--from", "2025-06"]), @"
    WHEN          EXCHANGE                                          WITH
    2025-06-26    Student visit to Toyokawa                         toyokawa
    – 2025-07-02  students-to-toyokawa-2025                         student-exchange
    2025-10-02    Student visit from Toyokawa, the 43rd             toyokawa
    – 2025-10-10  students-from-toyokawa-2025                       student-exchange
    2025-10-25    Students from Hsinchu in Cupertino                hsinchu
    – 2025-11-02  students-from-hsinchu-2025                        student-exchange
    2026-04-10    Students from Cupertino in Hsinchu                hsinchu
    – 2026-04-19  students-to-hsinchu-2026                          student-exchange
    2027-04-24    Tentative: Cherry Blossom Festival 2027           toyokawa
    – 2027-04-25  cherry-blossom-festival-2027                      cultural
    ");
}
