//! Reading and writing CSV (RFC 4180): rows whose cells are known by the head of their column.

use std::collections::{HashMap, HashSet};

use csv::{ReaderBuilder, StringRecord, WriterBuilder};

use super::fault::{FaultList, printable};
use super::field::Field;
use super::nearest::Nearest;
use super::record::Record;

/// Reads the rows of a file's text, unless they are too many. Columns that no row may have are faults.
pub(super) fn read_rows<R>(
    source: SheetText<'_>,
    columns: &'static [&'static str],
    most: usize,
    mut read: impl FnMut(&Row<'_>) -> Option<R>,
) -> Vec<R> {
    let SheetText { file, text, faults, .. } = source;
    let count = count_rows(text, most);
    if count > most {
        faults.add(file, None, format!("it has {count} rows: {most} is the most that is read"));
        return Vec::new();
    }
    let mut reader = ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let Ok(head) = reader.headers().cloned() else {
        faults.add(file, Some(1), "the first line must name the columns");
        return Vec::new();
    };
    refuse_unknown_columns(source, &head, columns);
    let unclosed = text.bytes().filter(|byte| *byte == b'"').count() % 2 == 1;
    let mut lines = Lines { text: text.as_bytes(), read: 0, line: 1 };
    let mut rows = Vec::new();
    for record in reader.records().flatten() {
        let line = lines.of(&record);
        if record.len() != head.len() {
            let text = format!("the row has {} cells, the first line names {}", record.len(), head.len());
            faults.add(file, Some(line), text);
            continue;
        }
        rows.extend(read(&Row { source, line, head: &head, record: &record, kept: None }));
    }
    if unclosed {
        let text = "a quotation mark is not closed, in this row or before it: quotes come in pairs, and one that \
                    is meant is written twice";
        faults.add(file, Some(lines.line), text);
    }
    rows
}

/// The text of a CSV file, and where its faults go.
#[derive(Clone, Copy, Debug)]
pub(super) struct SheetText<'a> {
    /// The file.
    pub(super) file: &'a str,
    /// Its text.
    pub(super) text: &'a str,
    /// Where its faults go.
    pub(super) faults: &'a FaultList,
    /// Who knows nearest words.
    pub(super) nearest: &'a Nearest,
}

/// How many rows follow the first. Fast, and in no memory: a text of too many is refused before anything is made of it.
fn count_rows(text: &str, most: usize) -> usize {
    if text.bytes().filter(|byte| matches!(byte, b'\n' | b'\r')).count() <= most {
        return 0;
    }
    let mut reader = ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let mut record = csv::ByteRecord::new();
    let mut count = 0;
    while let Ok(true) = reader.read_byte_record(&mut record) {
        count += 1;
    }
    count
}

/// Knows the line on which each row begins. The reader counts the empty lines before a row into it.
struct Lines<'a> {
    text: &'a [u8],
    read: usize,
    line: usize,
}

impl Lines<'_> {
    /// The line on which a row begins, that comes after those asked for before.
    fn of(&mut self, record: &StringRecord) -> usize {
        let start = record.position().and_then(|position| usize::try_from(position.byte()).ok());
        let start = start.unwrap_or(self.read);
        let empty = self.text.get(start..).unwrap_or_default();
        let start = start + empty.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
        let between = self.text.get(self.read..start).unwrap_or_default();
        self.line += between.split(|byte| *byte == b'\n').count().saturating_sub(1);
        self.read = start;
        self.line
    }
}

fn refuse_unknown_columns(source: SheetText<'_>, head: &StringRecord, columns: &[&str]) {
    for (index, column) in head.iter().enumerate() {
        let twice = head.iter().take(index).any(|other| other == column);
        if !columns.contains(&column) {
            let hint = source.nearest.hint(column, columns.iter().copied());
            let text = format!("`{}` is no column that belongs here{hint}", printable(column));
            source.faults.add(source.file, Some(1), text);
        } else if twice {
            source.faults.add(source.file, Some(1), format!("the column `{column}` is there twice"));
        }
    }
}

/// One row of a sheet.
pub(super) struct Row<'a> {
    source: SheetText<'a>,
    line: usize,
    head: &'a StringRecord,
    record: &'a StringRecord,
    /// The cells of columns that the sheet does not have.
    kept: Option<&'a Cells>,
}

impl<'a> Row<'a> {
    /// The row with what is kept under its slug, where the sheet has no such column.
    pub(super) fn keeping(&self, kept: &'a HashMap<String, Cells>) -> Self {
        let kept = self.cell("slug").and_then(|slug| kept.get(slug));
        Self { source: self.source, line: self.line, head: self.head, record: self.record, kept }
    }

    fn cell(&self, column: &str) -> Option<&str> {
        let cell = match self.head.iter().position(|name| name == column) {
            Some(index) => self.record.get(index),
            None => self.kept.and_then(|kept| kept.get(column)),
        };
        cell.filter(|cell| !cell.is_empty())
    }
}

impl Record for Row<'_> {
    fn file(&self) -> &str {
        self.source.file
    }

    fn line(&self) -> usize {
        self.line
    }

    fn line_of(&self, _column: &str) -> usize {
        self.line
    }

    fn has(&self, column: &'static str) -> bool {
        self.cell(column).is_some()
    }

    fn text(&self, column: &'static str) -> Option<String> {
        self.cell(column).map(ToOwned::to_owned)
    }

    fn faults(&self) -> &FaultList {
        self.source.faults
    }

    fn nearest(&self) -> &Nearest {
        self.source.nearest
    }
}

/// The cells of one row to be written.
#[derive(Debug, Default)]
pub(super) struct Cells(Vec<(&'static str, String)>);

impl Cells {
    fn get(&self, column: &str) -> Option<&str> {
        self.0.iter().find(|(name, _)| *name == column).map(|(_, text)| text.as_str())
    }

    /// A cell as a key of TOML with its value; one without a value as a remark, to be filled in.
    pub(super) fn as_key(&self, column: &str) -> String {
        match self.get(column) {
            None => format!("# {column} = \"\"\n"),
            // A number needs no quotes; one that is written otherwise than TOML writes it keeps them.
            Some(text) if text.parse().is_ok_and(|number: i64| number.to_string() == text) => {
                format!("{column} = {text}\n")
            }
            Some(text) => format!("{column} = {}\n", toml_edit::Value::from(text)),
        }
    }

    /// With a value.
    pub(super) fn with(mut self, column: &'static str, value: &impl Field) -> Self {
        self.0.push((column, value.text()));
        self
    }

    /// With a value, if there is one.
    pub(super) fn maybe(self, column: &'static str, value: Option<&impl Field>) -> Self {
        match value {
            Some(value) => self.with(column, value),
            None => self,
        }
    }
}

/// The text of rows: the head, then the rows. None where there are no rows.
///
/// Columns that no row fills are left out, but for those that always stand.
pub(super) fn write_rows(
    columns: &[&'static str],
    always: &[&'static str],
    rows: impl Iterator<Item = Cells> + Clone,
) -> Option<String> {
    let used: HashSet<&str> =
        rows.clone().flat_map(|row| row.0).map(|(column, _)| column).chain(always.iter().copied()).collect();
    let columns: Vec<&str> = columns.iter().copied().filter(|column| used.contains(column)).collect();
    let mut writer = WriterBuilder::new().from_writer(Vec::new());
    let mut count = 0_usize;
    // Writing to memory does not fail.
    let _ = writer.write_record(&columns);
    for row in rows {
        let cell = |column: &&str| row.get(column).unwrap_or_default();
        let _ = writer.write_record(columns.iter().map(cell));
        count += 1;
    }
    let text = writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok());
    text.filter(|_| count > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Line, Slug};

    const COLUMNS: &[&str] = &["slug", "title", "count"];

    /// What rows read as, or their faults.
    fn read(text: &str, most: usize) -> Result<Vec<(Slug, Line)>, Vec<String>> {
        let (faults, nearest) = (FaultList::default(), Nearest::default());
        let source = SheetText { file: "a.csv", text, faults: &faults, nearest: &nearest };
        let rows = read_rows(source, COLUMNS, most, |row| {
            row.optional::<i32>("count");
            Some((row.required("slug")?, row.required("title")?))
        });
        faults.or(Some(rows)).map_err(|faults| faults.first().iter().map(ToString::to_string).collect())
    }

    #[test]
    fn rows_of_any_line_ends_and_quotes_are_read() {
        for text in ["slug,title\na,\"One, \"\"two\"\"\"\n", "title,slug\r\n\"One, \"\"two\"\"\",a\r\n"] {
            let rows = read(text, 10).unwrap();
            assert_eq!((rows[0].0.as_str(), rows[0].1.as_str()), ("a", "One, \"two\""));
        }
        assert_eq!(read("", 10), Ok(Vec::new()));
    }

    #[test]
    fn every_fault_is_told_with_its_line() {
        let text = "slug,titel,count\nA,x,1\n\nb,\"y\nz\",many\nc,x\nd,x,1,2\n";
        assert_eq!(
            read(text, 10).unwrap_err(),
            [
                "a.csv:1: `titel` is no column that belongs here; the nearest is `title`",
                "a.csv:2: slug: `A` is not a short name: 1 to 80 of a to z, 0 to 9 and single hyphens, as in \
                 `new-taipei` (`month` is taken)",
                "a.csv:4: `title` is missing here",
                "a.csv:4: count: `many` is not a whole number, 0 or more",
                "a.csv:6: the row has 2 cells, the first line names 3",
                "a.csv:7: the row has 4 cells, the first line names 3",
            ]
        );
        let windows = read("slug,title\r\na,b\r\n\r\nA,\"b\r\nc\"\r\nB,d\r\n", 10).unwrap_err();
        assert!(windows[0].starts_with("a.csv:4:") && windows[1].starts_with("a.csv:6:"), "{windows:?}");
        assert!(read("slug,title,slug\na,b,c\n", 10).unwrap_err()[0].contains("twice"));
        let unclosed = read("slug,title\na,\"b\nc,d\n", 10).unwrap_err();
        assert!(unclosed.iter().any(|fault| fault.contains("not closed")), "{unclosed:?}");
    }

    #[test]
    fn too_many_rows_are_refused_with_their_count() {
        let text = format!("slug,title\n{}", "a,b\n".repeat(11));
        assert_eq!(read(&text, 10).unwrap_err(), ["a.csv: it has 11 rows: 10 is the most that is read"]);
        assert_eq!(read(&text, 11).unwrap().len(), 11);
    }

    #[test]
    fn columns_that_nothing_fills_are_left_out() {
        assert_eq!(write_rows(COLUMNS, &["slug"], std::iter::empty()), None);
        let slug: Slug = "a".parse().unwrap();
        let rows =
            [slug].into_iter().map(|slug| Cells::default().with("slug", &slug).maybe("count", None::<&i32>));
        assert_eq!(write_rows(COLUMNS, &["slug", "title"], rows).unwrap(), "slug,title\na,\n");
    }
}
