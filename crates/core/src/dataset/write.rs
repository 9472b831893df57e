//! Writing a dataset: the same files for the same dataset, and never half of them.

use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::folder::{ROWS, may_be_folder, size_limit};
use super::writing::Writing;
use super::{
    Dataset, attachment, claim, cost, exchange, notice, page, partner, programme, redirect, source,
    translation,
};

/// Why a dataset was not written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The folder has files of another kind.
    #[error("{}: `{entry}` is no part of a dataset: write into a new or empty folder, or take it away", folder.display())]
    InTheWay {
        /// The folder.
        folder: PathBuf,
        /// The file, relative to it.
        entry: String,
    },
    /// An earlier export was cut short, or another is at work.
    #[error("{}: another export is at work, or one was cut short: wait for it, or take that folder away", .0.display())]
    Unfinished(PathBuf),
    /// A file would be larger than what is read.
    #[error(
        "{file}: it would have {size} bytes, and {limit} is the most that is read: shorten it, or split it up"
    )]
    TooLarge {
        /// The file.
        file: String,
        /// Its size in bytes.
        size: u64,
        /// The most that it may have.
        limit: u64,
    },
    /// There are more exchanges than what is read.
    #[error("there are {0} exchanges, and {ROWS} is the most that a dataset holds")]
    TooMany(usize),
    /// The file system refused.
    #[error("{}: {cause}", path.display())]
    Refused {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        cause: io::Error,
    },
}

/// Writes a dataset into a folder that is not there, is empty, or holds a dataset, which it then replaces as a whole.
///
/// Whatever the order of its parts, the files are the same. What it names must be in it: a claim whose source is not,
/// say, is written without it.
///
/// # Errors
/// The folder holds something else, the dataset is too large to be read again, or the file system refuses. The folder
/// is then as it was.
pub fn write(dataset: &Dataset, folder: &Path) -> Result<(), WriteError> {
    if dataset.exchanges.len() > ROWS {
        return Err(WriteError::TooMany(dataset.exchanges.len()));
    }
    let mut ordered = dataset.clone();
    ordered.sort();
    let dataset = &ordered;
    let there = entries(folder)?;
    if there.as_ref().is_some_and(Vec::is_empty) {
        return write_files(dataset, folder).inspect_err(|_| clear(folder));
    }
    let (name, parent) =
        (folder.file_name(), folder.parent().filter(|parent| !parent.as_os_str().is_empty()));
    let name = name.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let parent = parent.unwrap_or(Path::new("."));
    let (fresh, old) = (parent.join(format!(".{name}.new")), parent.join(format!(".{name}.old")));
    for path in [&fresh, &old] {
        if path.symlink_metadata().is_ok() {
            return Err(WriteError::Unfinished(path.clone()));
        }
    }
    fs::create_dir_all(&fresh).map_err(refused(&fresh))?;
    let written = write_files(dataset, &fresh).and_then(|()| match there {
        None => fs::rename(&fresh, folder).map_err(refused(folder)),
        Some(_) => replace(folder, &fresh, &old),
    });
    written.inspect_err(|_| {
        // What is left of a failed export is no use to anybody; the failure itself is what is told.
        let _ = fs::remove_dir_all(&fresh);
    })
}

/// Puts one folder into the place of another.
fn replace(folder: &Path, fresh: &Path, old: &Path) -> Result<(), WriteError> {
    fs::rename(folder, old).map_err(refused(folder))?;
    if let Err(cause) = fs::rename(fresh, folder) {
        fs::rename(old, folder).map_err(refused(old))?;
        return Err(refused(folder)(cause));
    }
    fs::remove_dir_all(old).map_err(refused(old))
}

fn refused(path: &Path) -> impl FnOnce(io::Error) -> WriteError {
    let path = path.to_owned();
    |cause| WriteError::Refused { path, cause }
}

/// The entries of a folder, if it is there. Anything that is no part of a dataset is in the way.
fn entries(folder: &Path) -> Result<Option<Vec<String>>, WriteError> {
    match folder.symlink_metadata() {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(cause) => return Err(refused(folder)(cause)),
        Ok(_) => {}
    }
    let (mut found, mut unseen) = (Vec::new(), vec![String::new()]);
    while let Some(path) = unseen.pop() {
        for entry in fs::read_dir(folder.join(&path)).map_err(refused(folder))? {
            let entry = entry.map_err(refused(folder))?;
            let kind = entry.file_type().map_err(refused(folder))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let name = if path.is_empty() { name } else { format!("{path}/{name}") };
            if kind.is_dir() && may_be_folder(&name) {
                unseen.push(name.clone());
            } else if !kind.is_file() || size_limit(&name).is_none() {
                return Err(WriteError::InTheWay { folder: folder.to_owned(), entry: name });
            }
            found.push(name);
        }
    }
    Ok(Some(found))
}

/// Takes away what a failed export left in a folder that was empty.
fn clear(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        // What is left of a failed export is no use to anybody; the failure itself is what is told.
        let _ = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    }
}

/// Writes the files; the programme last, so that half of them are no dataset.
fn write_files(dataset: &Dataset, folder: &Path) -> Result<(), WriteError> {
    let writing = Writing::new(dataset);
    let put = |(file, text): (String, String)| put(folder, &file, text.as_bytes());
    let lists = [
        source::write(&writing),
        exchange::write_series(&writing),
        exchange::write(&writing),
        claim::write_about_exchanges(&writing),
        cost::write(&writing),
        redirect::write(&writing),
        notice::write(&writing),
    ];
    lists.into_iter().flatten().try_for_each(put)?;
    partner::write(&writing).try_for_each(put)?;
    exchange::write_descriptions(&writing).try_for_each(put)?;
    page::write(&writing).try_for_each(put)?;
    translation::write(&writing).into_iter().try_for_each(put)?;
    for (list, files) in [attachment::write_documents(&writing), attachment::write_images(&writing)] {
        list.into_iter().try_for_each(put)?;
        files
            .iter()
            .try_for_each(|(file, bytes): &(String, Cow<'_, [u8]>)| self::put(folder, file, bytes))?;
    }
    put(programme::write(&writing))
}

fn put(folder: &Path, file: &str, bytes: &[u8]) -> Result<(), WriteError> {
    let limit = size_limit(file).unwrap_or(0);
    let size = bytes.len() as u64;
    if size > limit {
        return Err(WriteError::TooLarge { file: file.to_owned(), size, limit });
    }
    let path = folder.join(file);
    let parent = path.parent().unwrap_or(folder);
    fs::create_dir_all(parent).map_err(refused(parent))?;
    fs::write(&path, bytes).map_err(refused(&path))
}

/// A file of these blocks, if there are any.
pub(super) fn listed(file: &str, blocks: impl Iterator<Item = String>) -> Option<(String, String)> {
    let text: String = blocks.collect();
    (!text.is_empty()).then(|| (file.to_owned(), text.trim_start().to_owned()))
}
