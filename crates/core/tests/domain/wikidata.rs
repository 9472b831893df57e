//! Wikidata: what the record states there, what an extract says, and what differs.

use std::path::Path;

use jiff::civil::{Date, date};
use signpost_core::wikidata::{Comparison, Extract, QuickStatements, StatementEnd, query, statements};
use signpost_core::{Register, WikidataId, dataset};

/// An extract made by hand; the items above 900 million are invented.
const EXTRACT: &str = include_str!("wikidata.json");
const TODAY: Date = date(2026, 11, 23);

fn demo() -> Register {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/cupertino");
    dataset::read(&folder).unwrap().into_register(1)
}

fn cupertino() -> WikidataId {
    "Q189471".parse().unwrap()
}

fn now() -> jiff::Timestamp {
    "2026-11-23T20:00:00Z".parse().unwrap()
}

#[test]
fn a_time_without_a_gap_is_one_statement() {
    let register = demo();
    let of = |slug: &str, today| {
        let told = statements(&register, today);
        let told = told.iter().filter(|statement| statement.partner.slug.as_str() == slug);
        told.map(|statement| statement.span().to_string()).collect::<Vec<_>>()
    };
    for (slug, expected) in [
        ("toyokawa", &["from 1978-12-19"][..]),
        ("copertino", &["from 1963"]),
        ("hsinchu", &["from 1998"]),
        ("taichung", &["from 2023"]),
        ("new-taipei", &["from 2021-10-14 until 2023-10-14", "from 2023"]),
        ("taipei", &["from 2016-09-20 until 2018-09-20"]),
        ("jiangmen", &["without dates"]),
    ] {
        assert_eq!(of(slug, TODAY), expected, "{slug}");
    }
    assert_eq!(of("taipei", date(2018, 9, 19)), ["from 2016-09-20"], "what is to end has not ended");
    assert_eq!(of("taipei", date(2018, 9, 20)), ["from 2016-09-20 until 2018-09-20"]);
    assert_eq!(of("bhubaneswar", date(2012, 11, 23)), Vec::<String>::new(), "it has not begun");
    let end_of = |slug: &str| {
        let told = statements(&register, TODAY);
        told.iter().find(|statement| statement.partner.slug.as_str() == slug).unwrap().end
    };
    assert_eq!(end_of("taichung"), StatementEnd::Running(Some("2027".parse().unwrap())));
    assert_eq!(end_of("toyokawa"), StatementEnd::Running(None));
    assert_eq!(end_of("jiangmen"), StatementEnd::Unrecorded);
}

#[test]
fn statements_are_written_for_the_tool() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/cupertino");
    let mut dataset = dataset::read(&folder).unwrap();
    for (number, source) in dataset.sources.iter_mut().enumerate() {
        source.address = Some(format!("https://example.org/{number}").parse().unwrap());
    }
    dataset.partners.iter_mut().find(|one| one.slug.as_str() == "beijing").unwrap().published_at = None;
    let register = dataset.into_register(1);
    let city = cupertino();
    let quick = QuickStatements::new(&city, statements(&register, TODAY), now());
    let written = quick.to_string();
    let line = |item: &str| {
        let mut lines = written.lines().filter(|line| line.split('\t').nth(2) == Some(item));
        let line = lines.next().unwrap_or_default().split('\t').collect::<Vec<_>>();
        assert_eq!(lines.next(), None, "one statement for {item}");
        line
    };
    assert_eq!(
        line("Q249994").get(..5).unwrap(),
        ["Q189471", "P190", "Q249994", "P580", "+1998-00-00T00:00:00Z/9"]
    );
    let taipei = line("Q1867");
    assert_eq!(
        taipei.get(3..7).unwrap(),
        ["P580", "+2016-09-20T00:00:00Z/11", "P582", "+2018-09-20T00:00:00Z/11"]
    );
    assert_eq!(taipei.get(7).copied(), Some("S854"));
    assert!(taipei.get(8).unwrap().starts_with("\"https://example.org/"), "{taipei:?}");
    let references = |line: &[&str]| line.iter().filter(|part| part.ends_with("S854")).count();
    assert_eq!(
        references(&line("Q249994")),
        line("Q249994").iter().filter(|part| part.starts_with('"')).count()
    );
    assert!(written.contains("\t!S854\t"), "a second source is a reference of its own: {written}");
    assert!(line("Q244898").contains(&"+2023-00-00T00:00:00Z/9"), "the latest of two");
    let earlier = quick.earlier.iter().map(|statement| statement.span().to_string()).collect::<Vec<_>>();
    assert_eq!(earlier, ["from 2021-10-14 until 2023-10-14"]);
    assert!(!written.contains("Q956"), "what is private is not written");
    assert!(quick.without_item.iter().any(|partner| partner.slug.as_str() == "toyokawa"));
    assert!(!quick.without_item.iter().any(|partner| partner.slug.as_str() == "beijing"));
}

#[test]
fn an_extract_is_compared_with_the_record() {
    let register = demo();
    let extract = Extract::read("query.json", EXTRACT.as_bytes(), &cupertino()).unwrap();
    assert_eq!(extract.statements.len(), 8, "one row twice, and one that is marked as wrong");
    let comparison = Comparison::new(&register, &statements(&register, TODAY), &extract, now());
    let told = comparison.differences.iter().map(|difference| {
        let said = |words: &Option<String>| words.clone().unwrap_or_else(|| "-".to_owned());
        let (ours, theirs) = (said(&difference.ours), said(&difference.theirs));
        format!("{}: {} {}: {ours} / {theirs}", difference.name, difference.finding, difference.part)
    });
    assert_eq!(
        told.collect::<Vec<_>>(),
        [
            "Beijing: they-lack statement: from 2017-05-16 until 2019-05-16 / -",
            "Chengdu: they-lack statement: from 2016-09-20 until 2018-09-20 / -",
            "Guangzhou: they-lack statement: from 2017-05-16 until 2019-05-16 / -",
            "Hsinchu: disagree start: 1998 / 2007-03-04",
            "Nanjing: disagree end: 2018-09-20 / 2017-12",
            "New Taipei City: they-lack start: 2021-10-14 / 2021",
            "New Taipei City: they-lack statement: from 2023 / -",
            "Taichung: they-lack start: 2023 / -",
            "Taipei: they-lack end: 2018-09-20 / -",
            "Toyokawa: we-lack item: - / Q900000001",
            "Q900000002: we-lack statement: - / from 1990",
        ]
    );
    let uncompared = comparison.without_item.iter().map(|partner| partner.slug.as_str());
    assert!(
        uncompared.clone().any(|slug| slug == "copertino")
            && !uncompared.clone().any(|slug| slug == "toyokawa")
    );
}

/// Asserts how one start and end of ours stand beside one of theirs, as a list of findings.
#[track_caller]
fn assert_beside(term: &str, theirs: (&str, &str), expected: &[&str]) {
    let folder = tempfile::tempdir().unwrap();
    let host = "city = 'A'\ncountry = 'US'\ncountry_label = 'U'\nlatitude = 1\nlongitude = 1\n\
        reference_point = 'P'\ntime_zone = 'UTC'\nwikidata = 'Q1'\nlanguage = 'en'\ncouncil = 'C'\n";
    std::fs::write(folder.path().join("programme.toml"), host).unwrap();
    std::fs::create_dir(folder.path().join("partners")).unwrap();
    let partner = format!(
        "name = 'B'\ncountry = 'JP'\ncountry_label = 'J'\ntime_zone = 'UTC'\nwikidata = 'Q2'\n\
         published_at = 2020-01-01T00:00:00Z\n[[terms]]\nkind = 'sister'\n{term}\n"
    );
    std::fs::write(folder.path().join("partners/b.toml"), partner).unwrap();
    let register = dataset::read(folder.path()).unwrap().into_register(1);
    let precision = |date: &str| match date.len() {
        4 => 9,
        7 => 10,
        _ => 11,
    };
    let cells = |name: &str, date: &str| {
        let day = format!("{date}{}", "-01-01".get(date.len() - 4..).unwrap());
        format!(", \"{name}\": \"{day}T00:00:00Z\", \"{name}Precision\": \"{}\"", precision(date))
    };
    let cells = |name: &str, date: &str| if date.is_empty() { String::new() } else { cells(name, date) };
    let extract = format!(
        "[{{\"city\": \"Q1\", \"partner\": \"Q2\"{}{}}}]",
        cells("start", theirs.0),
        cells("end", theirs.1)
    );
    let extract = Extract::read("a", extract.as_bytes(), &"Q1".parse().unwrap()).unwrap();
    let comparison = Comparison::new(&register, &statements(&register, TODAY), &extract, now());
    let found = comparison.differences.iter().map(|one| format!("{} {}", one.part, one.finding));
    assert_eq!(found.collect::<Vec<_>>(), expected, "{term} beside {theirs:?}");
}

#[test]
fn a_date_is_beside_another_as_it_is_known() {
    let open = "start = 1963\nending = 'open'";
    let month = "start = '2007-03'\nending = 'open'";
    let over = "start = '2016-09-20'\nending = 'recorded'\nend = '2018'\nend_cause = 'party'";
    let planned = "start = '2025-09-20'\nending = 'recorded'\nend = '2027'\nend_cause = 'expiry'";
    let unrecorded = "start = 1963\nending = 'unrecorded'";
    for (term, theirs, expected) in [
        (open, ("1963", ""), &[][..]),
        (open, ("", ""), &["start they-lack"]),
        (open, ("1963-02-03", ""), &["start we-lack"]),
        (open, ("1964", ""), &["start disagree"]),
        (open, ("1963", "1999"), &["end disagree"]),
        (month, ("2007", ""), &["start they-lack"]),
        (month, ("2007-04", ""), &["start disagree"]),
        (month, ("2007-03-31", ""), &["start we-lack"]),
        (over, ("2016-09-20", "2018"), &[]),
        (over, ("2016-09-20", ""), &["end they-lack"]),
        (over, ("2016-09-20", "2018-05"), &["end we-lack"]),
        (over, ("2016", "2019"), &["start they-lack", "end disagree"]),
        (planned, ("2025-09-20", ""), &[]),
        (planned, ("2025-09-20", "2027-09-20"), &[]),
        (planned, ("2025-09-20", "2026"), &["end disagree"]),
        (unrecorded, ("1963", ""), &[]),
        (unrecorded, ("1963", "1970"), &["end we-lack"]),
    ] {
        assert_beside(term, theirs, expected);
    }
}

#[test]
fn both_kinds_of_json_say_the_same() {
    let value: serde_json::Value = serde_json::from_str(EXTRACT).unwrap();
    let rows = value.pointer("/results/bindings").unwrap().as_array().unwrap();
    let plain = rows.iter().map(|row| {
        let cells = row.as_object().unwrap().iter().map(|(name, cell)| (name.clone(), cell["value"].clone()));
        serde_json::Value::Object(cells.collect())
    });
    let plain = serde_json::Value::Array(plain.collect()).to_string();
    let read = |text: &str| Extract::read("query.json", text.as_bytes(), &cupertino()).unwrap();
    assert_eq!(read(&plain), read(EXTRACT));
    assert!(read("[]").statements.is_empty());
}

#[test]
fn every_fault_of_an_extract_is_told_by_its_place() {
    let row = |cells: &str| format!("[{{\"city\": \"Q189471\", \"partner\": \"Q62\"{cells}}}]");
    for (text, expected) in [
        (String::new(), "query.json:1: this is no JSON"),
        ("{\n\"results\":\n".to_owned(), "query.json:3: this is no JSON"),
        ("[".repeat(500), "query.json:1: this is no JSON"),
        ("{}".to_owned(), "query.json: `results.bindings` is missing"),
        ("\"text\"".to_owned(), "`results.bindings` is missing"),
        ("[1]".to_owned(), "[0] is no row of results"),
        (r#"{"results": {"bindings": [{}]}}"#.to_owned(), "results.bindings[0].city: it is missing"),
        (r#"[{"city": "Q189471"}]"#.to_owned(), "[0].partner: it is missing"),
        (
            r#"[{"city": "Q62", "partner": "Q1"}]"#.to_owned(),
            "[0].city: it is about `Q62`, and the host city is `Q189471`",
        ),
        (
            r#"[{"city": "Q189471", "partner": "http://www.wikidata.org/.well-known/genid/1"}]"#.to_owned(),
            "[0].partner: `http",
        ),
        (r#"[{"city": "Q189471", "partner": {"type": "uri"}}]"#.to_owned(), "[0].partner: it has no `value`"),
        (row(r#", "start": "1963-01-01T00:00:00Z""#), "[0].startPrecision: it is missing"),
        (row(r#", "start": "1963-01-01T00:00:00Z", "startPrecision": "twelve""#), "`twelve` is no precision"),
        (
            row(r#", "end": "1963-02-30T00:00:00Z", "endPrecision": "11""#),
            "[0].end: `1963-02-30T00:00:00Z` is no date",
        ),
        (
            row(r#", "end": "-0044-03-15T00:00:00Z", "endPrecision": "11""#),
            "[0].end: `-0044-03-15T00:00:00Z` is no date",
        ),
        (row(r#", "end": "é", "endPrecision": "9""#), "[0].end: `é` is no date"),
    ] {
        let faults = Extract::read("query.json", text.as_bytes(), &cupertino()).unwrap_err().to_string();
        assert!(faults.contains(expected), "{text}\n{faults}");
    }
    let decade = row(r#", "start": "1960-01-01T00:00:00Z", "startPrecision": "8""#);
    let extract = Extract::read("query.json", decade.as_bytes(), &cupertino()).unwrap();
    assert_eq!(extract.statements.first().unwrap().start, None, "a decade is no date");
}

#[test]
fn the_query_asks_for_every_cell_that_is_read() {
    let query = query(&cupertino());
    for name in ["city", "partner", "partnerLabel", "rank", "start", "startPrecision", "end", "endPrecision"]
    {
        assert!(query.lines().next().unwrap().contains(&format!("?{name} ")), "{name}: {query}");
    }
    assert!(query.contains("wd:Q189471"));
}
