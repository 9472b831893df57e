//! Folders to read from and to write into.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use signpost_core::dataset;

/// The folder of the demo programme.
pub(crate) fn demo() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/cupertino")
}

/// The files of a folder as text, by path relative to it.
pub(crate) fn files(folder: &Path) -> BTreeMap<String, String> {
    let (mut files, mut unseen) = (BTreeMap::new(), vec![folder.to_owned()]);
    while let Some(path) = unseen.pop() {
        for entry in fs::read_dir(path).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                unseen.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
                files.insert(name, String::from_utf8_lossy(&fs::read(path).unwrap()).into_owned());
            }
        }
    }
    files
}

/// A folder of a test's own.
pub(crate) struct Folder(tempfile::TempDir);

impl Folder {
    /// An empty one.
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// One with the demo programme in it.
    pub(crate) fn of_demo() -> Self {
        let folder = Self::new();
        for (name, text) in files(&demo()) {
            folder.put(&name, &text);
        }
        folder
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn files(&self) -> BTreeMap<String, String> {
        files(self.path())
    }

    /// Puts a file into it.
    pub(crate) fn put(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Adds to a file.
    pub(crate) fn add(&self, name: &str, text: &str) {
        self.put(name, fs::read_to_string(self.path().join(name)).unwrap() + text);
    }

    /// Replaces words of a file, that must be there.
    #[track_caller]
    pub(crate) fn replace(&self, name: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.path().join(name)).unwrap();
        assert!(text.contains(from), "{name} has no {from}");
        self.put(name, text.replacen(from, to, 1));
    }

    /// What is wrong in it; nothing, where it is whole.
    pub(crate) fn faults(&self) -> Vec<String> {
        match dataset::read(self.path()) {
            Ok(_) => Vec::new(),
            Err(faults) => faults.first().iter().map(ToString::to_string).collect(),
        }
    }

    /// Asserts that exactly these things are wrong in it: the beginning of each.
    #[track_caller]
    pub(crate) fn assert_faults(&self, expected: &[&str]) {
        let faults = self.faults();
        let as_expected = faults.iter().zip(expected).all(|(fault, expected)| fault.starts_with(expected));
        assert!(as_expected && faults.len() == expected.len(), "{faults:#?}\nare not\n{expected:#?}");
    }
}
