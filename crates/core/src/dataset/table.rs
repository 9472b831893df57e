//! Reading TOML: tables whose every value knows its line, and whose every fault is noted instead of ending the reading.

use std::cell::{Cell, RefCell};
use std::ops::Range;

use toml_edit::{Document, Item, TableLike, Value};

use super::fault::{FaultList, printable};
use super::field::Field;
use super::nearest::Nearest;
use super::record::Record;

/// The TOML of a file, or of the head of one.
#[derive(Debug)]
pub(super) struct Toml<'a> {
    /// The file.
    pub(super) file: &'a str,
    text: &'a str,
    document: Document<&'a str>,
    faults: &'a FaultList,
    nearest: &'a Nearest,
    /// The lines of the file before this text.
    before: usize,
    /// The last place whose line was asked for, and that line: places are mostly asked for in order.
    last: Cell<(usize, usize)>,
}

/// A table of a file, with the keys that it was asked for.
pub(super) struct Table<'a> {
    toml: &'a Toml<'a>,
    keys: &'a dyn TableLike,
    line: usize,
    asked: RefCell<Vec<&'static str>>,
}

impl<'a> Toml<'a> {
    /// The TOML of a file whose text begins after some lines. None, with a fault noted, where it is no TOML.
    pub(super) fn parse(
        file: &'a str,
        text: &'a str,
        before: usize,
        faults: &'a FaultList,
        nearest: &'a Nearest,
    ) -> Option<Self> {
        let last = Cell::new((0, 1));
        match Document::parse(text) {
            Ok(document) => Some(Self { file, text, document, faults, nearest, before, last }),
            Err(error) => {
                let start = error.span().map_or(0, |span| span.start);
                let start = text.as_bytes().get(..start).unwrap_or_default();
                let line = before + start.split(|byte| *byte == b'\n').count();
                let message = printable(error.message());
                faults.add(file, Some(line), format!("this is not TOML: {message}; mend it and try again"));
                None
            }
        }
    }

    /// Reads its outermost table; keys that nothing asks for are faults.
    pub(super) fn read<R>(&'a self, read: impl FnOnce(&Table<'a>) -> R) -> R {
        self.table(self.document.as_table(), self.before + 1, read)
    }

    fn table<R>(&'a self, table: &'a dyn TableLike, line: usize, read: impl FnOnce(&Table<'a>) -> R) -> R {
        let table = Table { toml: self, keys: table, line, asked: RefCell::default() };
        let read = read(&table);
        table.refuse_unknown_keys();
        read
    }

    fn line(&self, span: Option<Range<usize>>) -> Option<usize> {
        let start = span?.start;
        let (place, line) = self.last.get();
        let newlines = |from: usize, to: usize| {
            let text = self.text.as_bytes().get(from..to).unwrap_or_default();
            text.split(|byte| *byte == b'\n').count().saturating_sub(1)
        };
        let here = if place <= start { line + newlines(place, start) } else { 1 + newlines(0, start) };
        self.last.set((start, here));
        Some(self.before + here)
    }
}

impl<'a> Table<'a> {
    fn item(&self, key: &'static str) -> Option<&'a Item> {
        self.asked.borrow_mut().push(key);
        self.keys.get(key).filter(|item| !item.is_none())
    }

    /// The values of a key that has several, or none.
    pub(super) fn list<T: Field>(&self, key: &'static str) -> Vec<T> {
        let Some(item) = self.item(key) else {
            return Vec::new();
        };
        let Some(array) = item.as_array() else {
            self.fault(key, "write a list, as [\"one\", \"other\"]");
            return Vec::new();
        };
        let values = array.iter().filter_map(|value| {
            let text = value_text(value).ok_or_else(|| "write values in quotes".to_owned());
            let parsed = text.and_then(|text| T::parse(&text));
            let line = self.toml.line(value.span()).unwrap_or(self.line);
            let note = |refusal: String| {
                self.toml.faults.add(self.file(), Some(line), format!("{key}: {refusal}"));
            };
            parsed.map_err(note).ok()
        });
        values.collect()
    }

    /// The records of a key, written as `[[key]]` or as a list of rows in braces.
    pub(super) fn rows<R>(&self, key: &'static str, mut read: impl FnMut(&Table<'a>) -> Option<R>) -> Vec<R> {
        let mut rows = Vec::new();
        let mut row = |table: &'a dyn TableLike, span| {
            let line = self.toml.line(span).unwrap_or(self.line);
            rows.extend(self.toml.table(table, line, &mut read));
        };
        match self.item(key) {
            None => {}
            Some(Item::ArrayOfTables(tables)) => tables.iter().for_each(|table| row(table, table.span())),
            Some(Item::Value(Value::Array(array))) => {
                for value in array {
                    match value.as_inline_table() {
                        Some(table) => row(table, table.span()),
                        None => self.fault(key, "write every row in braces, as { … }"),
                    }
                }
            }
            Some(_) => self.fault(key, format!("write one or several records, each under [[{key}]]")),
        }
        rows
    }

    /// The table of a key, if it is there.
    pub(super) fn inner<R>(&self, key: &'static str, read: impl FnOnce(&Table<'a>) -> R) -> Option<R> {
        let item = self.item(key)?;
        let Some(table) = item.as_table_like() else {
            self.fault(key, format!("write a table, under [{key}]"));
            return None;
        };
        Some(self.toml.table(table, self.line_of(key), read))
    }

    fn refuse_unknown_keys(&self) {
        let asked = self.asked.borrow();
        for (key, item) in self.keys.iter().filter(|(key, item)| !item.is_none() && !asked.contains(key)) {
            let span = self.keys.key(key).and_then(toml_edit::Key::span).or_else(|| item.span());
            let hint = self.toml.nearest.hint(key, asked.iter().copied());
            let text = format!("`{}` is no key that belongs here{hint}", printable(key));
            self.toml.faults.add(self.file(), self.toml.line(span).or(Some(self.line)), text);
        }
    }
}

impl Record for Table<'_> {
    fn file(&self) -> &str {
        self.toml.file
    }

    fn line(&self) -> usize {
        self.line
    }

    fn line_of(&self, key: &str) -> usize {
        let key = self.keys.get_key_value(key);
        let line = key.and_then(|(key, item)| self.toml.line(key.span().or_else(|| item.span())));
        line.unwrap_or(self.line)
    }

    fn has(&self, key: &'static str) -> bool {
        self.item(key).is_some()
    }

    fn text(&self, key: &'static str) -> Option<String> {
        let text = self.item(key)?.as_value().and_then(value_text);
        if text.is_none() {
            self.fault(key, "write one value, in quotes");
        }
        text
    }

    fn faults(&self) -> &FaultList {
        self.toml.faults
    }

    fn nearest(&self) -> &Nearest {
        self.toml.nearest
    }
}

/// The text of a single value: with or without quotes, as people write dates and numbers.
fn value_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.value().clone()),
        Value::Integer(number) => Some(number.value().to_string()),
        Value::Float(number) => Some(number.value().to_string()),
        Value::Boolean(answer) => Some(answer.value().to_string()),
        Value::Datetime(date) => Some(date.value().to_string()),
        Value::Array(_) | Value::InlineTable(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{HistoricDate, Line, Slug};

    /// The faults of a text, read by a function.
    fn faults(text: &str, read: impl Fn(&Table<'_>)) -> Vec<String> {
        let (list, nearest) = (FaultList::default(), Nearest::default());
        if let Some(toml) = Toml::parse("a.toml", text, 0, &list, &nearest) {
            toml.read(|table| read(table));
        }
        let faults = list.or(Some(()));
        faults.map_or_else(|faults| faults.first().iter().map(ToString::to_string).collect(), |()| Vec::new())
    }

    #[test]
    fn dates_may_be_written_with_or_without_quotes() {
        for (text, meant) in
            [("1963", "1963"), ("'2007-03'", "2007-03"), ("1978-12-19", "1978-12-19"), ("'1963'", "1963")]
        {
            let text = format!("on = {text}");
            let found = faults(&text, |table| {
                let date: HistoricDate = table.required("on").unwrap();
                assert_eq!(date.to_string(), meant);
            });
            assert_eq!(found, Vec::<String>::new());
        }
    }

    #[test]
    fn every_fault_is_told_with_its_line() {
        let text = "slug = 'A'\ntitel = 'x'\n\n[[rows]]\non = '2023-02-29'\n[[rows]]\n";
        let found = faults(text, |table| {
            table.required::<Slug>("slug");
            table.required::<Line>("title");
            table.rows("rows", |row| row.required::<HistoricDate>("on"));
        });
        assert_eq!(found.len(), 5, "{found:#?}");
        assert!(found[0].starts_with("a.toml:1: `title` is missing"), "{found:#?}");
        assert!(found[1].starts_with("a.toml:1: slug: `A` is not a short name"), "{found:#?}");
        assert_eq!(found[2], "a.toml:2: `titel` is no key that belongs here; the nearest is `title`");
        assert!(found[3].starts_with("a.toml:5: on: `2023-02-29` is not a date"), "{found:#?}");
        assert_eq!(found[4], "a.toml:6: `on` is missing here");
    }

    #[test]
    fn what_has_the_wrong_shape_is_a_fault() {
        let found = faults("a = [1]\nb = 1\nc = 'x'\nd = [1]\ne = 1\nlatitude = 1\n", |table| {
            table.optional::<Line>("a");
            table.list::<Line>("b");
            table.rows("c", |_| Some(()));
            table.rows("d", |_| Some(()));
            table.inner("e", |_| ());
            table.place();
        });
        assert_eq!(found.len(), 6, "{found:#?}");
        assert_eq!(faults("a = ", |_| ()).len(), 1);
        assert!(faults("a = 1\nb = = 2", |_| ())[0].starts_with("a.toml:2: this is not TOML"));
    }
}
