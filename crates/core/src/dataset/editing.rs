//! One file of a dataset as text: what a person edits, and what the dataset is with their text in its place.

use std::fs;
use std::io;

use super::{Dataset, Faults, WriteError, read, write};

/// Why a file of a dataset cannot be edited, or what was made of it cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum EditingError {
    /// The text is no such file.
    #[error(transparent)]
    Faults(#[from] Faults),
    /// The dataset cannot be written.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// The file system refused.
    #[error("no folder can be made for a moment: {0}")]
    Refused(#[from] io::Error),
}

/// The text of a file of a dataset, as export writes it: `partners/taichung.toml`; empty where it has none.
///
/// # Errors
/// The dataset cannot be written.
pub fn text(dataset: &Dataset, file: &str) -> Result<String, EditingError> {
    let folder = tempfile::tempdir()?;
    let root = folder.path().join("dataset");
    write(dataset, &root)?;
    match fs::read_to_string(root.join(file)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(String::new()),
        text => Ok(text?),
    }
}

/// The dataset with a text in the place of a file.
///
/// # Errors
/// Everything that is wrong in the text, at once, with its lines.
pub fn with_text(dataset: &Dataset, file: &str, text: &str) -> Result<Dataset, EditingError> {
    let folder = tempfile::tempdir()?;
    let root = folder.path().join("dataset");
    write(dataset, &root)?;
    let path = root.join(file);
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(path, text)?;
    Ok(read(&root)?)
}
