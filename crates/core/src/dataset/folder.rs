//! The files of a dataset folder: which there may be, how large, and reading them in bounded memory.

use std::collections::BTreeMap;
use std::fs::{self, DirEntry, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::fault::{FaultList, printable};
use super::nearest::Nearest;
use crate::document::MOST_BYTES;
use crate::text::{Language, Slug};

const MEGABYTE: u64 = 1_000_000;

/// How large a file of TOML or Markdown may be, in bytes.
pub(super) const TEXT_SIZE: u64 = MEGABYTE;
/// How large a file of CSV may be, in bytes.
pub(super) const SHEET_SIZE: u64 = 256 * MEGABYTE;
/// How large a document or image may be, in bytes.
pub(super) const ATTACHMENT_SIZE: u64 = MOST_BYTES;
/// How large all files may be together, in bytes.
pub(super) const FOLDER_SIZE: u64 = 2_000 * MEGABYTE;
/// How many files there may be.
pub(super) const FILES: usize = 600_000;
/// How many rows a file of CSV may have.
pub(super) const ROWS: usize = 1_000_000;

/// The lists of records with structure, that stand at the top of a folder.
const LISTS: [&str; 7] = [
    "programme.toml",
    "sources.toml",
    "series.toml",
    "notices.toml",
    "documents.toml",
    "images.toml",
    "costs.toml",
];

/// The long lists, that stand there too.
const SHEETS: [&str; 4] = ["exchanges.csv", "claims.csv", "costs.csv", "redirects.csv"];

/// The folders that stand at the top of a folder.
const FOLDERS: [&str; 6] = ["partners", "exchanges", "pages", "translations", "documents", "images"];

/// How large a file of a dataset may be; None where the format has no such file.
///
/// A path is relative, with `/` between its parts.
pub(super) fn size_limit(path: &str) -> Option<u64> {
    let is_slug = |name: &str| name.parse::<Slug>().is_ok();
    let is_toml = |name: &str| name.strip_suffix(".toml").is_some_and(is_slug);
    let is_text = |name: &str| name.strip_suffix(".md").is_some_and(is_slug);
    let parts: Vec<&str> = path.split('/').collect();
    match parts.as_slice() {
        [name] if LISTS.contains(name) => Some(TEXT_SIZE),
        [name] if SHEETS.contains(name) => Some(SHEET_SIZE),
        ["partners", name] => (is_toml(name) || is_text(name)).then_some(TEXT_SIZE),
        ["exchanges" | "pages", name] => is_text(name).then_some(TEXT_SIZE),
        ["translations", language, rest @ ..] => {
            let known = match rest {
                ["programme.toml"] => true,
                ["exchanges" | "notices" | "pages" | "partners", name] => is_toml(name),
                _ => false,
            };
            (known && language.parse::<Language>().is_ok()).then_some(TEXT_SIZE)
        }
        ["documents" | "images", _, ..] => Some(ATTACHMENT_SIZE),
        _ => None,
    }
}

/// Whether a dataset may have a folder of this path.
pub(super) fn may_be_folder(path: &str) -> bool {
    path.split('/').count() < 4 && FOLDERS.contains(&path.split('/').next().unwrap_or_default())
}

/// The files of a folder, found and not yet read.
#[derive(Debug)]
pub(super) struct Folder<'a> {
    root: PathBuf,
    sizes: BTreeMap<String, u64>,
    faults: &'a FaultList,
}

impl<'a> Folder<'a> {
    /// Looks through a folder. Whatever does not belong there is a fault: links, pipes and devices, names that are not
    /// Unicode, files that the format does not have, too many files or too large. Hidden entries are passed over.
    pub(super) fn open(root: &Path, faults: &'a FaultList, nearest: &Nearest) -> Self {
        let mut folder = Self { root: root.to_owned(), sizes: BTreeMap::new(), faults };
        let (mut unseen, mut seen) = (vec![String::new()], 0_usize);
        while let Some(path) = unseen.pop() {
            let entries = match fs::read_dir(folder.root.join(&path)) {
                Ok(entries) => entries,
                Err(error) => {
                    let name = if path.is_empty() { "." } else { &path };
                    faults.add(name, None, format!("the folder cannot be read: {error}"));
                    continue;
                }
            };
            for entry in entries {
                seen += 1;
                if seen > FILES {
                    faults.add(
                        ".",
                        None,
                        format!("there are more than {FILES} files: that is the most that is read"),
                    );
                    return folder;
                }
                unseen.extend(folder.look_at(&path, entry, nearest));
            }
        }
        let total = folder.sizes.values().fold(0_u64, |total, size| total.saturating_add(*size));
        if total > FOLDER_SIZE {
            let text =
                format!("the files have {total} bytes together: {FOLDER_SIZE} is the most that is read");
            faults.add(".", None, text);
            folder.sizes.clear();
        }
        folder
    }

    /// Takes an entry in, or says what is wrong with it. A folder is given back to be looked through.
    fn look_at(&mut self, path: &str, entry: io::Result<DirEntry>, nearest: &Nearest) -> Option<String> {
        let found = entry.and_then(|entry| Ok((entry.file_name(), entry.metadata()?)));
        let (name, found) = found
            .map_err(|error| self.faults.add(path, None, format!("an entry cannot be looked at: {error}")))
            .ok()?;
        let Some(known) = name.to_str().map(|name| join(path, name)) else {
            let name = join(path, &name.to_string_lossy());
            self.faults.add(&name, None, "the name is not in Unicode (UTF-8): rename it");
            return None;
        };
        if name.as_encoded_bytes().starts_with(b".") {
            return None;
        }
        if found.is_dir() {
            if may_be_folder(&known) {
                return Some(known);
            }
            let hint = nearest.hint(&known, FOLDERS.into_iter());
            self.faults.add(&known, None, format!("a dataset has no such folder{hint}"));
        } else if found.is_file() {
            self.take(known, found.len(), nearest);
        } else {
            self.faults.add(&known, None, "this is a link, a pipe or a device: put the file itself here");
        }
        None
    }

    fn take(&mut self, name: String, size: u64, nearest: &Nearest) {
        let Some(limit) = size_limit(&name) else {
            let hint = nearest.hint(&name, LISTS.into_iter().chain(SHEETS));
            self.faults.add(&name, None, format!("a dataset has no such file{hint}"));
            return;
        };
        if size > limit {
            self.faults.add(&name, None, format!("it has {size} bytes: {limit} is the most that is read"));
        } else {
            self.sizes.insert(name, size);
        }
    }

    /// Whether there is a file.
    pub(super) fn has(&self, name: &str) -> bool {
        self.sizes.contains_key(name)
    }

    /// The files within a folder, by name.
    pub(super) fn within<'f>(&'f self, path: &'f str) -> impl Iterator<Item = &'f str> {
        let files = self.sizes.range(path.to_owned()..).map(|(name, _)| name.as_str());
        files.take_while(move |name| name.starts_with(path))
    }

    /// The bytes of a file. None, with a fault noted, where they cannot be read.
    pub(super) fn bytes(&self, name: &str) -> Option<Vec<u8>> {
        let limit = size_limit(name)?;
        let read = || {
            let file = File::open(self.root.join(name))?;
            let mut bytes = Vec::new();
            file.take(limit + 1).read_to_end(&mut bytes)?;
            Ok::<_, io::Error>(bytes)
        };
        match read() {
            Ok(bytes) if bytes.len() as u64 <= limit => Some(bytes),
            Ok(_) => {
                self.faults.add(name, None, format!("it grew beyond {limit} bytes while it was read"));
                None
            }
            Err(error) => {
                self.faults.add(name, None, format!("it cannot be read: {error}"));
                None
            }
        }
    }

    /// The text of a file, if there is one, without the mark that some programs put first. None, with a fault noted,
    /// where it is not Unicode.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        if !self.has(name) {
            return None;
        }
        let bytes = self.bytes(name)?;
        match String::from_utf8(bytes) {
            Ok(text) => Some(text.strip_prefix('\u{feff}').map(ToOwned::to_owned).unwrap_or(text)),
            Err(error) => {
                let valid = error.utf8_error().valid_up_to();
                let before = error.as_bytes().iter().take(valid).filter(|byte| **byte == b'\n').count();
                let text = "this is not Unicode (UTF-8): save the file as UTF-8";
                self.faults.add(name, Some(before + 1), text);
                None
            }
        }
    }
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}/{name}") }
}

/// Whether a file that a record names is one of its folder: a plain path that does not climb out.
pub(super) fn check_path(path: &str, folder: &str) -> Result<(), String> {
    let parts: Vec<&str> = path.split('/').collect();
    let plain = parts.iter().all(|part| !part.is_empty() && !part.starts_with('.') && !part.contains('\\'));
    if plain && parts.first() == Some(&folder) && (2..=4).contains(&parts.len()) {
        Ok(())
    } else {
        Err(format!("`{}` is not a file in {folder}/: write one as {folder}/name.ext", printable(path)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_of_the_format_belong_there() {
        for path in [
            "programme.toml",
            "exchanges.csv",
            "partners/new-taipei.toml",
            "partners/new-taipei.md",
            "exchanges/visit.md",
            "pages/home.md",
            "translations/zh-Hant/pages/home.toml",
            "translations/ja/programme.toml",
            "documents/mou.pdf",
            "images/signpost/one.jpg",
        ] {
            assert!(size_limit(path).is_some(), "{path}");
        }
        for path in [
            "README.md",
            "partners/New Taipei.toml",
            "partners/a/b.toml",
            "exchanges/visit.toml",
            "translations/english/pages/home.toml",
            "documents",
            "pages/month.md",
        ] {
            assert!(size_limit(path).is_none(), "{path}");
        }
    }

    #[test]
    fn a_path_that_climbs_out_is_refused() {
        assert!(check_path("documents/mou.pdf", "documents").is_ok());
        for path in [
            "../secret",
            "documents/../../secret",
            "/etc/passwd",
            "documents",
            "documents//x",
            "images/x",
            "documents/.hidden",
            "documents\\x",
            "documents/..\\x",
        ] {
            assert!(check_path(path, "documents").is_err(), "{path}");
        }
    }
}
