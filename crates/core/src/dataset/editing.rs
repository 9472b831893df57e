//! One file of a dataset as text: what a person edits, and what the dataset is with their text in its place.

use std::fs;
use std::io;
use std::path::Path;

use csv::ReaderBuilder;

use super::read::read_keeping;
use super::writing::Writing;
use super::{Dataset, Faults, WriteError, cost, exchange, read, write};

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
/// What export writes as a row of a sheet is a file of its own here: an exchange as `exchanges/SLUG.md`, with its keys
/// in a head, and costs as `costs.toml`.
///
/// # Errors
/// The dataset cannot be written.
pub fn text(dataset: &Dataset, file: &str) -> Result<String, EditingError> {
    if let Some((text, _)) = alone(dataset, file) {
        return Ok(text);
    }
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
    put(dataset, &root, file, text.as_bytes())?;
    if let Some((_, sheet)) = alone(dataset, file) {
        fs::remove_file(root.join(sheet))?;
    }
    Ok(read(&root)?)
}

/// The text of a file that stands for the only row of a sheet, and that sheet.
fn alone(dataset: &Dataset, file: &str) -> Option<(String, &'static str)> {
    let writing = Writing::new(dataset);
    match (file, exchange::slug_of(file), dataset.exchanges.as_slice()) {
        (cost::ALONE, ..) => Some((cost::write_alone(&writing), cost::FILE)),
        (_, Some(slug), [one]) if one.slug == slug => Some((exchange::text(&writing, one), exchange::FILE)),
        _ => None,
    }
}

/// The exchanges of a dataset as a sheet (`exchanges.csv`); empty where it has none.
pub fn exchange_sheet(dataset: &Dataset) -> String {
    exchange::write(&Writing::new(dataset)).map(|(_, text)| text).unwrap_or_default()
}

/// What a row of a sheet of exchanges calls its exchange, right or wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedRow {
    /// What stands in the column `slug`.
    pub slug: String,
    /// What stands in the column `id`; empty where there is none.
    pub id: String,
}

/// What the rows of a sheet of exchanges call them, as far as it can be read.
pub fn rows_of_exchange_sheet(sheet: &[u8]) -> Vec<NamedRow> {
    let sheet = sheet.strip_prefix("\u{feff}".as_bytes()).unwrap_or(sheet);
    let mut reader = ReaderBuilder::new().flexible(true).from_reader(sheet);
    let head = reader.byte_headers().cloned().unwrap_or_default();
    let rows = reader.byte_records().flatten();
    rows.map(|row| {
        let cell = |column: &str| {
            let index = head.iter().position(|name| name == column.as_bytes());
            let cell = index.and_then(|index| row.get(index)).unwrap_or_default();
            String::from_utf8_lossy(cell).into_owned()
        };
        NamedRow { slug: cell("slug"), id: cell("id") }
    })
    .collect()
}

/// The dataset with the exchanges of a sheet in the place of its own. What a row has no column for stays as it is in
/// the dataset's exchange of that slug; a column that is there and empty takes a value away.
///
/// # Errors
/// Everything that is wrong in the sheet, at once, with its lines.
pub fn with_exchange_sheet(dataset: &Dataset, sheet: &[u8]) -> Result<Dataset, EditingError> {
    let folder = tempfile::tempdir()?;
    let root = folder.path().join("dataset");
    put(dataset, &root, exchange::FILE, sheet)?;
    Ok(read_keeping(&root, exchange::cells(&Writing::new(dataset)))?)
}

/// Writes a dataset with other bytes in the place of a file.
fn put(dataset: &Dataset, root: &Path, file: &str, bytes: &[u8]) -> Result<(), EditingError> {
    write(dataset, root)?;
    let path = root.join(file);
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    Ok(fs::write(path, bytes)?)
}
