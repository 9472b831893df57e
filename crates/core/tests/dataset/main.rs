//! Datasets in real folders: what is written is what is read, and whatever is wrong is told at once.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use signpost_core::dataset::{self, Dataset};

fn demo() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/cupertino")
}

/// The files of a folder, by path relative to it.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let (mut files, mut unseen) = (BTreeMap::new(), vec![folder.to_owned()]);
    while let Some(path) = unseen.pop() {
        for entry in fs::read_dir(path).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                unseen.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
                files.insert(name, fs::read(path).unwrap());
            }
        }
    }
    files
}

/// Asserts that two folders have the same files, byte for byte.
#[track_caller]
fn assert_same_files(one: &Path, other: &Path) {
    let (one, other) = (files(one), files(other));
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
    for ((name, bytes), other) in one.iter().zip(other.values()) {
        assert_eq!(String::from_utf8_lossy(bytes), String::from_utf8_lossy(other), "{name}");
    }
}

fn written(dataset: &Dataset) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    dataset::write(dataset, folder.path()).unwrap();
    folder
}

#[test]
fn the_demo_is_in_the_written_form() {
    let demo = demo();
    let folder = written(&dataset::read(&demo).unwrap_or_else(|faults| panic!("{faults}")));
    assert_same_files(&demo, folder.path());
}
