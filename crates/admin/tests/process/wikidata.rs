//! Wikidata: what differs, what there is to add, and what is wrong with an extract.

use std::fs;

use insta::assert_snapshot;

use crate::staff::Desk;

/// What the query service answered, made by hand.
const EXTRACT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../core/tests/domain/wikidata.json");
const DOCUMENT: &str = include_str!("../../../../docs/wikidata.md");

#[tokio::test]
async fn what_differs_is_listed() {
    let desk = Desk::with_demonstration().await;
    let ran = desk.run(&["wikidata", "diff", EXTRACT]);
    assert_eq!(ran.code, 3, "{}", ran.words);
    assert!(ran.words.contains("11 differences from the 8 statements of Wikidata."), "{}", ran.words);
    assert!(ran.words.contains("no item is on record of them") && ran.words.contains("Copertino"));
    assert_snapshot!(ran.data, @"
    FINDING    CITY             PART       THE RECORD                     WIKIDATA
    they lack  Beijing          statement  from 2017-05-16 until          –
               Q956                        2019-05-16
    they lack  Chengdu          statement  from 2016-09-20 until          –
               Q30002                      2018-09-20
    they lack  Guangzhou        statement  from 2017-05-16 until          –
               Q16572                      2019-05-16
    disagree   Hsinchu          start      1998                           2007-03-04
               Q249994
    disagree   Nanjing          end        2018-09-20                     2017-12
               Q16666
    they lack  New Taipei City  start      2021-10-14                     2021
               Q244898
    they lack  New Taipei City  statement  from 2023                      –
               Q244898
    they lack  Taichung         start      2023                           –
               Q245023
    they lack  Taipei           end        2018-09-20                     –
               Q1867
    we lack    Toyokawa         item       –                              Q900000001
               Q900000001
    we lack    Q900000002       statement  –                              from 1990
               Q900000002
    ");
    let rows = desk.json(&["wikidata", "diff", EXTRACT]);
    assert_eq!(rows[3]["finding"], "disagree");
    assert_eq!(rows[3]["partner"], "hsinchu");
    assert_eq!((&rows[3]["ours"], &rows[3]["theirs"]), (&"1998".into(), &"2007-03-04".into()));
    let csv = desk.run(&["wikidata", "diff", EXTRACT, "--format", "csv"]).data;
    assert!(csv.starts_with("finding,part,partner,name,item,ours,theirs\n"), "{csv}");
    assert!(csv.contains("we-lack,item,toyokawa,Toyokawa,Q900000001,,Q900000001"), "{csv}");
}

#[tokio::test]
async fn what_is_the_same_is_no_difference() {
    let desk = Desk::with_demonstration().await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("query.json");
    let add = ["alias", "list"];
    assert_eq!(desk.run(&add).code, 0);
    let without = "-e /^wikidata/d";
    for partner in
        ["beijing", "chengdu", "guangzhou", "hsinchu", "nanjing", "new-taipei", "shenzhen", "taipei"]
    {
        let mut edit = desk.command(&["partner", "edit", partner, "--yes", "--actor", "Mei Lin"]);
        let edit = edit.env_remove("VISUAL").env("EDITOR", format!("sed -i {without}")).output().unwrap();
        assert!(edit.status.success());
    }
    let row = r#"[{"city": "Q189471", "partner": "Q245023", "start": "2023-01-01T00:00:00Z", "startPrecision": "9"}]"#;
    fs::write(&file, row).unwrap();
    let ran = desk.run(&["wikidata", "diff", file.to_str().unwrap()]);
    assert_eq!((ran.code, ran.data.as_str()), (0, ""), "{}", ran.words);
    assert!(ran.words.contains("The 1 statement of Wikidata and the record say the same."), "{}", ran.words);
}

#[tokio::test]
async fn statements_go_to_a_file_or_along() {
    let desk = Desk::with_demonstration().await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("statements.txt");
    let along = desk.run(&["wikidata", "export"]);
    let written = desk.run(&["wikidata", "export", file.to_str().unwrap()]);
    assert_eq!((along.code, written.code, written.data.as_str()), (0, 0, ""), "{}", written.words);
    assert_eq!(fs::read_to_string(&file).unwrap(), along.data);
    assert!(along.data.lines().all(|line| line.starts_with("Q189471\tP190\tQ")), "{}", along.data);
    assert_eq!(along.data.lines().count(), 9);
    for words in ["Left out, as no item is on record", "New Taipei City from 2021-10-14 until 2023-10-14"] {
        assert!(along.words.contains(words), "{}", along.words);
    }
}

#[tokio::test]
async fn the_document_has_the_query_that_is_printed() {
    let desk = Desk::with_demonstration().await;
    let query = desk.run(&["wikidata", "query"]).data;
    let documented = DOCUMENT.split("```sparql\n").nth(1).unwrap().split("   ```").next().unwrap();
    let documented = documented.lines().map(|line| line.strip_prefix("   ").unwrap_or(line));
    assert_eq!(documented.collect::<Vec<_>>(), query.lines().collect::<Vec<_>>());
}

#[tokio::test]
async fn what_cannot_be_read_is_refused_with_its_place() {
    let desk = Desk::with_demonstration().await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("query.json");
    let name = file.to_str().unwrap();
    desk.run(&["wikidata", "diff", name]).refuses(1, &[name, "cannot be read"]);
    fs::write(&file, r#"{"results": {"bindings": [{"city": "Q62", "partner": "x"}]}}"#).unwrap();
    desk.run(&["wikidata", "diff", name]).refuses(
        1,
        &[
            "results.bindings[0].city: it is about `Q62`, and the host city is `Q189471`",
            "results.bindings[0].partner: `x` is not an item of Wikidata",
            "2 faults: nothing was read",
        ],
    );
    fs::write(&file, "<html>").unwrap();
    desk.run(&["wikidata", "diff", name]).refuses(1, &[&format!("{name}:1: this is no JSON")]);
}

#[tokio::test]
async fn items_are_put_on_record_once() {
    let desk = Desk::with_demonstration().await;
    let add = |slug: &'static str, item: &'static str| {
        let kyoto =
            ["--name", slug, "--country", "JP", "--country-label", "Japan", "--time-zone", "Asia/Tokyo"];
        desk.run(&[&["partner", "add", slug, "--wikidata", item, "--actor", "Mei Lin"], &kyoto[..]].concat())
    };
    add("kyoto", "62").refuses(1, &["an item of Wikidata such as `Q62`"]);
    assert_eq!(add("kyoto", "Q34600").code, 0);
    assert_eq!(desk.json(&["partner", "show", "kyoto"])["wikidata"], "Q34600");
    add("heian", "Q34600").refuses(1, &["another partner has this item of Wikidata"]);
    let mut edit = desk.command(&["programme", "edit", "--yes", "--actor", "Mei Lin"]);
    let edit = edit.env_remove("VISUAL").env("EDITOR", "sed -i /^wikidata/d").output().unwrap();
    assert!(edit.status.success());
    desk.run(&["wikidata", "query"]).refuses(1, &["Cupertino", "signpost programme edit"]);
}
