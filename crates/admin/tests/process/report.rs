//! Reports: counted by the rules, and every number again from the CSV.

use std::fs::{self, OpenOptions};
use std::io::Write;

use serde_json::{Value, json};

use crate::staff::{Desk, copy_of_demonstration};

/// The rows of exchanges that the tests add: slug, partners, kind, direction, starts, ends, status, and numbers of
/// students, chaperones and people in sum.
const ADDED: [[&str; 10]; 6] = [
    [
        "new-year",
        "toyokawa",
        "student-exchange",
        "inbound",
        "2018-12-30",
        "2019-01-04",
        "confirmed",
        "16",
        "3",
        "",
    ],
    ["of-a-year", "toyokawa", "delegation", "outbound", "2018", "", "confirmed", "", "", "20"],
    [
        "together",
        "toyokawa hsinchu",
        "cultural",
        "inbound",
        "2018-05-01",
        "2018-05-02",
        "confirmed",
        "",
        "",
        "5",
    ],
    ["called-off", "toyokawa", "cultural", "local", "2018-06-01", "2018-06-01", "cancelled", "", "", "900"],
    ["unsure", "toyokawa", "business", "local", "2018-06-01", "2018-06-01", "tentative", "", "", "900"],
    ["uncounted", "hsinchu", "delegation", "local", "2018-07-01", "2018-07-01", "confirmed", "", "", ""],
];

/// A desk with more exchanges and costs than the demonstration, and a year that is complete.
async fn desk() -> Desk {
    let folder = copy_of_demonstration();
    let path = folder.path().join("exchanges.csv");
    let header = fs::read_to_string(&path).unwrap().lines().next().unwrap().to_owned();
    let mut file = OpenOptions::new().append(true).open(path).unwrap();
    for added in ADDED {
        let cells = header.split(',').map(|field| match field {
            "slug" | "title" => added[0],
            "partners" => added[1],
            "kind" => added[2],
            "direction" => added[3],
            "starts" => added[4],
            "ends" => added[5],
            "status" => added[6],
            "students" => added[7],
            "chaperones" => added[8],
            "people" => added[9],
            _ => "",
        });
        writeln!(file, "{}", cells.collect::<Vec<_>>().join(",")).unwrap();
    }
    fs::write(
        folder.path().join("costs.csv"),
        "partner,exchange,on,what,money_minor,currency,staff_minutes,room_uses,id\n\
         toyokawa,,2018,Flowers,125050,USD,90,,\n\
         ,new-year,2019-01-04,Bus,30000,JPY,,2,\n\
         ,together,2018-05-01,Stage,10000,USD,30,1,\n",
    )
    .unwrap();
    let partner = folder.path().join("partners/toyokawa.toml");
    let text = fs::read_to_string(&partner).unwrap();
    fs::write(
        partner,
        format!("{text}\n[[complete_years]]\nyear = 2018\n\n[[complete_years]]\nyear = 1999\n"),
    )
    .unwrap();
    let desk = Desk::empty().await;
    let imported = desk.run(&["import", folder.path().to_str().unwrap(), "--actor", "Mei Lin"]);
    assert_eq!(imported.code, 0, "{}", imported.words);
    desk
}

fn line<'a>(report: &'a Value, list: &str, of: &str) -> &'a Value {
    report[list].as_array().unwrap().iter().find(|line| line["of"] == of).unwrap()
}

#[tokio::test]
async fn a_year_is_counted_by_the_rules() {
    let desk = desk().await;
    let report = desk.json(&["report", "year", "2018"]);
    let total = &report["total"];
    assert_eq!(total["exchanges"], 4, "the one over New Year, and the one known to the year, among them");
    assert_eq!((&total["people"], &total["students"]), (&json!(44), &json!(16)));
    assert_eq!(
        (&total["counted"], &total["cancelled"], &total["unconfirmed"]),
        (&json!(3), &json!(1), &json!(1))
    );
    assert_eq!(total["money"], json!([{ "currency": "USD", "amount": "1350.50" }]));
    assert_eq!((&total["staff_minutes"], &total["room_uses"]), (&json!(120), &json!(1)));
    assert_eq!(report["joint"], 1);
    let (toyokawa, hsinchu) = (line(&report, "partners", "toyokawa"), line(&report, "partners", "hsinchu"));
    assert_eq!((&toyokawa["exchanges"], &toyokawa["record"]), (&json!(3), &json!("complete")));
    assert_eq!((&hsinchu["exchanges"], &hsinchu["record"]), (&json!(2), &json!("incomplete")));
    let next = desk.json(&["report", "year", "2019", "--years", "1"]);
    assert_eq!(line(&next, "partners", "toyokawa")["exchanges"], 0, "it began the year before");
    assert_eq!(line(&next, "partners", "toyokawa")["money"][0]["amount"], "30000", "yen have no cents");
}

#[tokio::test]
async fn visits_are_inbound_and_outbound() {
    let desk = desk().await;
    let report = desk.json(&["report", "visitors", "--year", "2018"]);
    assert_eq!((&report["total"]["exchanges"], &report["total"]["people"]), (&json!(3), &json!(44)));
    assert_eq!(report["total"]["money"], json!([{ "currency": "USD", "amount": "100.00" }]));
    let report = desk.json(&["report", "visitors", "--year", "2018", "--partner", "hsinchu"]);
    assert_eq!((&report["total"]["exchanges"], &report["total"]["people"]), (&json!(1), &json!(5)));
}

#[tokio::test]
async fn where_nothing_is_recorded_it_says_whether_that_means_nothing() {
    let desk = desk().await;
    let told = desk.run(&["report", "partner", "toyokawa"]).data;
    assert!(told.contains("none recorded; the record is incomplete"), "{told}");
    assert!(told.lines().any(|line| line.contains("1999 ") && line.contains("none held")), "{told}");
    assert!(told.contains("2000 to 2015"), "years that say the same are told together: {told}");
}

/// The sum of a column of the CSV, of the rows that a filter takes.
fn sum(rows: &[csv::StringRecord], column: usize, takes: impl Fn(&csv::StringRecord) -> bool) -> i64 {
    let cells = rows.iter().filter(|row| takes(row)).map(|row| &row[column]);
    cells.filter(|cell| !cell.is_empty()).map(|cell| cell.parse::<i64>().unwrap()).sum()
}

#[tokio::test]
async fn every_number_can_be_summed_from_the_csv() {
    let desk = desk().await;
    for command in [
        &["report", "year", "2018"][..],
        &["report", "partner", "toyokawa"],
        &["report", "visitors", "--year", "2018"],
    ] {
        let report = desk.json(command);
        let page = desk.run(&[command, &["--format", "html"]].concat()).data;
        let text = desk.run(&[command, &["--format", "csv"]].concat()).data;
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let header = reader.headers().unwrap().clone();
        let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
        let at = |name: &str| header.iter().position(|field| field == name).unwrap();
        let years = (
            report["from"].as_str().unwrap()[..4].to_owned(),
            report["until"].as_str().unwrap()[..4].to_owned(),
        );
        let of_report = |row: &csv::StringRecord| years.0.as_str() <= &row[0] && &row[0] <= years.1.as_str();
        let numbers = [
            "exchanges",
            "counted",
            "students",
            "chaperones",
            "adults",
            "host_families",
            "people",
            "coming",
            "unconfirmed",
            "cancelled",
            "staff_minutes",
            "room_uses",
        ];
        for number in numbers {
            let check = |line: &Value, takes: &dyn Fn(&csv::StringRecord) -> bool| {
                let summed = sum(&rows, at(number), takes);
                assert_eq!(line[number].as_i64().unwrap_or(0), summed, "{command:?} {number} of {line}");
            };
            check(&report["total"], &of_report);
            for (list, column) in [("kinds", "kind"), ("directions", "direction")] {
                for line in
                    report[list].as_array().unwrap().iter().filter(|line| line["of"] != "relationship")
                {
                    check(line, &|row| of_report(row) && row[at(column)] == *line["of"].as_str().unwrap());
                }
            }
            for line in report["partners"].as_array().unwrap() {
                let of = line["of"].as_str().unwrap();
                check(line, &|row| of_report(row) && row[at("partners")].split(' ').any(|slug| slug == of));
            }
            for line in report["years"].as_array().unwrap() {
                check(line, &|row| row[0] == *line["of"].as_str().unwrap());
            }
        }
        let cents = rows.iter().filter(|row| of_report(row) && &row[at("currency")] == "USD");
        let cents: i64 = cents.map(|row| row[at("money")].replace('.', "").parse::<i64>().unwrap()).sum();
        let money = report["total"]["money"].as_array().unwrap();
        let dollars = money.iter().find(|money| money["currency"] == "USD").unwrap();
        assert_eq!(dollars["amount"].as_str().unwrap().replace('.', "").parse(), Ok(cents));
        for people in report["kinds"].as_array().unwrap().iter().filter_map(|line| line["people"].as_i64()) {
            assert!(page.contains(&format!(">{people}</text>")), "{people} is on the page");
        }
    }
}

#[tokio::test]
async fn the_page_is_one_file_that_asks_for_nothing_else() {
    let desk = desk().await;
    let page = desk.run(&["report", "year", "2018", "--format", "html"]).data;
    assert!(page.contains("<svg") && page.contains("People counted by direction"), "{page}");
    for foreign in ["http:", "https:", "<script", "<link", "src="] {
        assert!(!page.contains(foreign), "{foreign}");
    }
    assert_eq!(page.matches("role=\"img\"").count(), page.matches("<desc").count());
}

#[tokio::test]
async fn what_cannot_be_reported_on_is_refused() {
    let desk = desk().await;
    desk.run(&["report", "year", "0"]).refuses(1, &["0", "YEAR"]);
    desk.run(&["report", "partner", "toyokwa"]).refuses(1, &["toyokawa"]);
    let backwards = desk.run(&["report", "partner", "toyokawa", "--from", "2025", "--until", "2024"]);
    backwards.refuses(1, &["--until", "2024-12-31", "2025-01-01"]);
}
