//! What is wrong in a folder is told with file, line, value and what would be right.

use crate::support::Folder;

/// Asserts that a change of one place in the demo gives one fault, on the line that has the changed words, that begins
/// with these.
#[track_caller]
fn assert_change(name: &str, from: &str, to: &str, expected: &str) {
    let folder = Folder::of_demo();
    folder.replace(name, from, to);
    let files = folder.files();
    let line = 1 + files.get(name).unwrap().split(to).next().unwrap().matches('\n').count();
    folder.assert_faults(&[&format!("{name}:{line}: {expected}")]);
}

#[test]
fn wrong_values_say_what_would_be_right() {
    let (town, host) = ("partners/toyokawa.toml", "programme.toml");
    for (name, from, to, expected) in [
        (
            town,
            "start = \"1978-12-19\"",
            "start = \"1978-02-30\"",
            "start: `1978-02-30` is not a date: write a day that exists",
        ),
        (town, "kind = \"sister\"", "kind = \"sistr\"", "kind: `sistr` is not one of sister, friendship"),
        (
            town,
            "time_zone = \"Asia/Tokyo\"",
            "time_zone = \"Asia/Toyko\"",
            "time_zone: `Asia/Toyko` is not a time zone",
        ),
        (
            town,
            "latitude = 34.8167",
            "latitude = 134.8167",
            "latitude: latitude 134.8167, longitude 137.4 is not a place",
        ),
        (town, "country = \"JP\"", "country = \"jp\"", "country: `jp` is not a country's two letters"),
        (town, "[\"https://cup", "[\"cup", "websites: `cupertinotoyokawa.org` is not a web address"),
        (
            town,
            "published_at = \"2026-11-01T00:00:00Z\"",
            "published_at = 2026-11-01",
            "published_at: `2026-11-01` is not a moment",
        ),
        (
            host,
            "value = \"P2Y\"",
            "value = \"two years\"",
            "value: `two years` is not what the rule friendship-term takes: write a",
        ),
        (
            host,
            "rule = \"friendship-term\"",
            "rule = \"friendship-trem\"",
            "rule: `friendship-trem` is not a rule: the rules are",
        ),
        ("pages/home.md", "+++", "---", "a page begins with a line `+++`"),
        (
            "notices.toml",
            "ends_at = \"2021",
            "ends_at = \"2019",
            "ends_at: `2019-07-01T07:00:00Z` is not after",
        ),
        ("series.toml", "[[series]]", "[[series]", "this is not TOML"),
        (
            "claims.csv",
            ",single,",
            ",simple,",
            "confidence: `simple` is not one of verified, single, inferred",
        ),
    ] {
        assert_change(name, from, to, expected);
    }
}

#[test]
fn a_key_that_is_not_known_names_the_nearest() {
    let folder = Folder::of_demo();
    folder.replace("partners/toyokawa.toml", "name = ", "nmae = ");
    folder.replace("partners/toyokawa.toml", "longitude = ", "longtude = ");
    folder.assert_faults(&[
        "partners/toyokawa.toml:1: `name` is missing here",
        "partners/toyokawa.toml:1: `nmae` is no key that belongs here; the nearest is `name`",
        "partners/toyokawa.toml:4: latitude: it needs its longitude: add it, or leave out both",
        "partners/toyokawa.toml:5: `longtude` is no key that belongs here; the nearest is `longitude`",
    ]);
}

#[test]
fn dates_that_cannot_be_true_together_are_told() {
    for (name, from, to, expected) in [
        (
            "hsinchu",
            "[[terms]]\nkind = \"friendship\"\nstart = \"1998\"",
            "[[terms]]\nkind = \"friendship\"\nstart = \"2009\"",
            "the term that starts 2009 cannot end 2007-03",
        ),
        (
            "hsinchu",
            "continues = true",
            "continues = \"ddd519a7-6c6f-8e7e-9290-baad1715c54d\"",
            "continues: `ddd519a7-6c6f-8e7e-9290-baad1715c54d` is no such term: write `true`",
        ),
        (
            "hsinchu",
            "[[terms]]\nkind = \"sister\"\nstart = \"2007-03\"",
            "[[terms]]\nkind = \"sister\"\nstart = \"2007\"",
            "the term that starts 2007 continues one that ends 2007-03",
        ),
        (
            "new-taipei",
            "[[terms]]\nkind = \"friendship\"\nstart = \"2023\"",
            "[[terms]]\nkind = \"friendship\"\nstart = \"2022\"",
            "the terms that start 2021-10-14 and 2022 overlap",
        ),
        (
            "copertino",
            "[[terms.dormancies]]\nend = \"2013\"",
            "[[terms.dormancies]]\nend = \"1950\"",
            "the dormancy from on a day not on record to 1950 is not inside a term",
        ),
        (
            "taipei",
            "start = \"2016-09-20\"",
            "start = \"2016-09\"",
            "start: only a term whose start is known to the day",
        ),
    ] {
        let folder = Folder::of_demo();
        // An agreement may name the term by the date that is changed.
        folder.replace("partners/hsinchu.toml", "term = \"2007-03\"\n", "");
        let name = format!("partners/{name}.toml");
        folder.replace(&name, from, to);
        let line = 1 + folder.files().get(&name).unwrap().split(to).next().unwrap().matches('\n').count();
        folder.assert_faults(&[&format!("{name}:{line}: {expected}")]);
    }
}

#[test]
fn what_is_named_must_be_there() {
    for (name, from, to, expected) in [
        (
            "partners/toyokawa.toml",
            "toyokawa-association",
            "toyokawa-asociation",
            "source: `toyokawa-asociation` is the name of no source; the nearest is `toyokawa-association`",
        ),
        (
            "partners/toyokawa.toml",
            "term = \"1978-12-19\"",
            "term = \"1978-12-18\"",
            "term: no term starts `1978-12-18`: write the start of one; the nearest is `1978-12-19`",
        ),
        (
            "exchanges.csv",
            "visit from Toyokawa,toyokawa",
            "visit from Toyokawa,toyakawa",
            "partners: `toyakawa` is the name of no partner; the nearest is `toyokawa`",
        ),
        (
            "exchanges.csv",
            ",students-to-copertino,",
            ",students-at-copertino,",
            "series: `students-at-copertino` is the name of no series; the nearest is `students-to-copertino`",
        ),
        (
            "claims.csv",
            "delegation-to-copertino-2015",
            "delegation-to-copertino-2051",
            "exchange: `delegation-to-copertino-2051` is the name of no exchange; the nearest is",
        ),
    ] {
        assert_change(name, from, to, expected);
    }
}

#[test]
fn a_file_that_cannot_be_read_makes_no_faults_of_those_that_name_it() {
    let folder = Folder::of_demo();
    folder.put("sources.toml", "[[sources]");
    folder.put("partners/toyokawa.toml", "name = ");
    folder.assert_faults(&["partners/toyokawa.toml:1: this is not TOML", "sources.toml:1: this is not TOML"]);
}

#[test]
fn no_two_records_have_one_name_or_one_id() {
    for (name, text, expected) in [
        (
            "sources.toml",
            "\n[[sources]]\nslug = \"paperblog\"\ntitle = \"A\"\n",
            "slug: `paperblog` is the name of another source, on line ",
        ),
        (
            "series.toml",
            "\n[[series]]\nslug = \"cherry-blossom-festival\"\ntitle = \"A\"\n",
            "slug: `cherry-blossom-festival` is the name of another series, on line 2: choose another",
        ),
        (
            "series.toml",
            "\n[[series]]\nslug = \"a\"\ntitle = \"A\"\nid = \"3a3a3a3a-1111-8222-8333-444444444444\"\n\
          [[series]]\nslug = \"b\"\ntitle = \"B\"\nid = \"3a3a3a3a-1111-8222-8333-444444444444\"\n",
            "id: `3a3a3a3a-1111-8222-8333-444444444444` is the id of another series, at series.toml:",
        ),
    ] {
        let folder = Folder::of_demo();
        folder.add(name, text);
        let faults = folder.faults();
        assert!(faults.iter().any(|fault| fault.contains(expected)), "{expected}: {faults:#?}");
    }
}

#[test]
fn rows_of_exchanges_are_checked() {
    for (row, expected) in [
        (
            "a,A,toyokawa,cultural,local,2024-04-27,2024-04-26,,confirmed",
            &["exchanges.csv:2: starts: it ends at 2024-04-26"][..],
        ),
        (
            "a,A,toyokawa,cultural,local,2026-03-08T02:30,,,confirmed",
            &["exchanges.csv:2: starts: 2026-03-08T02:30:00 does not exist"],
        ),
        (
            "a,A,toyokawa,cultural,local,2026-11-01T01:30,,,confirmed",
            &["exchanges.csv:2: starts: 2026-11-01T01:30:00 happens twice"],
        ),
        (
            "a,A,toyokawa,cultural,local,2026-04-27,,Asia/Tokyo,confirmed",
            &["exchanges.csv:2: zone: only a time of day has it"],
        ),
        (
            "a,A,toyokawa,cultural,local,2026-04,2026-05,,confirmed",
            &["exchanges.csv:2: ends: `2026-04` is a historic date"],
        ),
        (
            "a,A,toyokawa,cultural,local,27.4.2026,,,confirmed",
            &["exchanges.csv:2: starts: `27.4.2026` is not a date"],
        ),
        ("a,A,toyokawa,cultural,local,,,,confirmed", &["exchanges.csv:2: `starts` is missing here"]),
        (
            "a,A,toyokawa toyokawa,cultural,local,2026,,,confirmed",
            &["exchanges.csv:2: partners: `toyokawa` is named twice"],
        ),
        (
            "month,A,toyokawa,culture,near,2026,,,on",
            &[
                "exchanges.csv:2: direction: `near` is not one of",
                "exchanges.csv:2: kind: `culture` is not one of",
                "exchanges.csv:2: slug: `month` is not a short name",
                "exchanges.csv:2: status: `on` is not one of",
            ],
        ),
        (
            "a,A,toyokawa,cultural,local,2026",
            &["exchanges.csv:2: the row has 6 cells, the first line names 9"],
        ),
    ] {
        let folder = Folder::of_demo();
        std::fs::remove_file(folder.path().join("claims.csv")).unwrap();
        std::fs::remove_dir_all(folder.path().join("exchanges")).unwrap();
        folder.put(
            "exchanges.csv",
            format!("slug,title,partners,kind,direction,starts,ends,zone,status\n{row}\n"),
        );
        folder.assert_faults(expected);
    }
}

#[test]
fn a_claim_has_a_source_or_is_inferred_and_a_value_has_a_fact() {
    let folder = Folder::of_demo();
    folder.replace(
        "partners/jilin.toml",
        "{ source = \"seed-page\", confidence = \"single\"",
        "{ value = \"x\", confidence = \"single\"",
    );
    let faults = folder.faults();
    assert!(faults.iter().any(|fault| fault.contains("value: a value needs its fact")), "{faults:#?}");
    assert!(faults.iter().any(|fault| fault.contains("confidence: name the source")), "{faults:#?}");
}

#[test]
fn files_that_belong_to_nothing_are_told() {
    let folder = Folder::of_demo();
    for (name, text) in [
        ("exchange.csv", "slug\n"),
        ("partner/tokyo.toml", ""),
        ("partners/tokyo.md", "Text\n"),
        ("exchanges/nothing.md", "Text\n"),
        ("documents/letter.pdf", "%PDF"),
        ("translations/ja/pages/house.toml", ""),
        (".git/config", "hidden files are passed over"),
    ] {
        folder.put(name, text);
    }
    folder.assert_faults(&[
        "documents/letter.pdf: documents.toml does not name it",
        "exchange.csv: a dataset has no such file; the nearest is `exchanges.csv`",
        "exchanges/nothing.md: it describes no exchange",
        "partner: a dataset has no such folder; the nearest is `partners`",
        "partners/tokyo.md: it introduces no partner",
        "translations/ja/pages/house.toml: it translates nothing",
    ]);
}

#[test]
fn a_folder_that_is_not_there_or_has_no_programme_is_told() {
    let folder = Folder::new();
    folder.assert_faults(&["programme.toml: the file is missing"]);
    let faults = signpost_core::dataset::read(&folder.path().join("nowhere")).unwrap_err();
    assert!(faults.to_string().contains("the folder cannot be read"), "{faults}");
}
