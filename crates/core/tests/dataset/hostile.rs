//! Hostile folders: clear errors in bounded memory, and never a panic.

use std::fs;
use std::os::unix::fs::symlink;
use std::process::Command;

use proptest::prelude::*;
use signpost_core::dataset;

use crate::support::{Folder, demo, files};

#[test]
fn links_pipes_and_folders_in_place_of_files_are_refused() {
    let folder = Folder::of_demo();
    symlink("/etc/passwd", folder.path().join("costs.csv")).unwrap();
    symlink("/", folder.path().join("documents")).unwrap();
    fs::create_dir(folder.path().join("redirects.csv")).unwrap();
    let made = Command::new("mkfifo").arg(folder.path().join("images.toml")).status().unwrap();
    assert!(made.success());
    folder.assert_faults(&[
        "costs.csv: this is a link, a pipe or a device",
        "documents: this is a link, a pipe or a device",
        "images.toml: this is a link, a pipe or a device",
        "redirects.csv: a dataset has no such folder",
    ]);
}

#[test]
fn files_that_are_too_large_are_refused_unread() {
    let folder = Folder::of_demo();
    for (name, size) in
        [("documents.toml", 2_000_000_000), ("costs.csv", 2_000_000_000), ("documents/a.pdf", 20_000_001)]
    {
        folder.put(name, "");
        fs::OpenOptions::new().write(true).open(folder.path().join(name)).unwrap().set_len(size).unwrap();
    }
    folder.assert_faults(&[
        "costs.csv: it has 2000000000 bytes: 256000000 is the most that is read",
        "documents.toml: it has 2000000000 bytes: 1000000 is the most that is read",
        "documents/a.pdf: it has 20000001 bytes: 20000000 is the most that is read",
    ]);
}

#[test]
fn more_than_a_million_rows_are_refused_with_their_count() {
    let folder = Folder::of_demo();
    folder.put("exchanges.csv", format!("slug,title\n{}", "a,b\n".repeat(1_000_001)));
    fs::remove_file(folder.path().join("claims.csv")).unwrap();
    for part in ["exchanges", "translations"] {
        fs::remove_dir_all(folder.path().join(part)).unwrap();
    }
    folder.assert_faults(&["exchanges.csv: it has 1000001 rows: 1000000 is the most that is read"]);
}

#[test]
fn a_path_that_climbs_out_is_refused() {
    let folder = Folder::of_demo();
    let outside = folder.path().parent().unwrap().join("outside.txt");
    for path in ["../outside.txt", "documents/../../outside.txt", outside.to_str().unwrap()] {
        let list = format!(
            "[[documents]]\nfile = \"{path}\"\ntitle = \"A\"\nlanguage = \"en\"\npartner = \"toyokawa\"\n"
        );
        folder.put("documents.toml", list);
        folder.assert_faults(&[&format!("documents.toml:2: file: `{path}` is not a file in documents/")]);
    }
}

#[test]
fn text_that_is_not_unicode_is_told_with_its_line() {
    let folder = Folder::of_demo();
    folder.put("exchanges.csv", b"slug,title\na,b\nc,\xff\n");
    folder.put("pages/home.md", b"+++\ntitle = \"\xe9\"\n+++\nText\n");
    fs::remove_dir_all(folder.path().join("exchanges")).unwrap();
    let faults = folder.faults();
    for expected in ["exchanges.csv:3: this is not Unicode", "pages/home.md:2: this is not Unicode"] {
        assert!(faults.iter().any(|fault| fault.starts_with(expected)), "{faults:#?}");
    }
}

#[test]
fn what_is_told_of_hostile_text_is_short_and_plain() {
    let folder = Folder::of_demo();
    let long = "x".repeat(900_000);
    folder.add("series.toml", &format!("\n[[series]]\nslug = \"{long}\"\n{long} = 1\n\"\\u001b[31m\" = 1\n"));
    folder.put("notices.toml", "a = [".repeat(100_000));
    let faults = folder.faults();
    assert!(faults.len() >= 5, "{faults:#?}");
    for fault in faults {
        assert!(fault.len() < 1200 && !fault.contains('\u{1b}'), "{fault}");
    }
}

/// A change to a text: bytes taken away, repeated or put in.
#[derive(Clone, Debug)]
struct Mutation {
    file: prop::sample::Index,
    from: prop::sample::Index,
    length: usize,
    put: String,
}

fn mutation() -> impl Strategy<Value = Mutation> {
    let put = prop_oneof![
        Just(String::new()),
        "[\\[\\]{}=\",;\n\r+#'-]{1,4}",
        "[0-9:TZ/.-]{1,20}",
        ".{0,30}",
        Just("\u{0}\u{feff}\u{202e}".to_owned()),
    ];
    let index = any::<prop::sample::Index>;
    (index(), index(), 0_usize..40, put).prop_map(|(file, from, length, put)| Mutation {
        file,
        from,
        length,
        put,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// What survives a change can be written, and is then the same; what does not is told.
    #[test]
    fn no_change_to_the_demo_panics(mutations in prop::collection::vec(mutation(), 1..4)) {
        let folder = Folder::of_demo();
        let names: Vec<String> = files(&demo()).into_keys().collect();
        for Mutation { file, from, length, put } in mutations {
            let name = file.get(&names);
            let mut bytes = fs::read(folder.path().join(name)).unwrap();
            let start = from.index(bytes.len() + 1);
            let end = (start + length).min(bytes.len());
            bytes.splice(start..end, put.into_bytes());
            folder.put(name, bytes);
        }
        match dataset::read(folder.path()) {
            Ok(read) => {
                let written = Folder::new();
                dataset::write(&read, written.path()).unwrap();
                prop_assert_eq!(dataset::read(written.path()), Ok(read));
            }
            Err(faults) => {
                prop_assert!(faults.count() > 0 && faults.first().is_sorted());
                let told = faults.to_string();
                prop_assert!(!told.contains(char::from(0)), "{}", told);
            }
        }
    }
}
