//! Writing TOML: a record as lines of keys and values, or as one row of an array.

use std::fmt::Write;

use toml_edit::{Array, InlineTable, Value};

use super::field::{Field, IdText};
use crate::geo::Place;
use crate::identity::Id;

/// The keys and values of a record, in the order in which they are written.
#[derive(Debug, Default)]
pub(super) struct Block {
    pairs: Vec<(&'static str, Value)>,
    rows: Vec<(&'static str, Vec<Block>)>,
}

impl Block {
    /// A block of nothing yet.
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// With a value.
    pub(super) fn with(mut self, key: &'static str, value: &impl Field) -> Self {
        self.pairs.push((key, value.value()));
        self
    }

    /// With a value, if there is one.
    pub(super) fn maybe(self, key: &'static str, value: Option<&impl Field>) -> Self {
        match value {
            Some(value) => self.with(key, value),
            None => self,
        }
    }

    /// With yes, said as TOML says it.
    pub(super) fn yes(mut self, key: &'static str) -> Self {
        self.pairs.push((key, Value::from(true)));
        self
    }

    /// With several values in a row, if there are any.
    pub(super) fn list(mut self, key: &'static str, values: &[impl Field]) -> Self {
        if !values.is_empty() {
            self.pairs.push((key, Value::from(values.iter().map(Field::value).collect::<Array>())));
        }
        self
    }

    /// With where it is, if that is on record.
    pub(super) fn place(self, place: Option<Place>) -> Self {
        self.maybe("latitude", place.map(Place::latitude).as_ref())
            .maybe("longitude", place.map(Place::longitude).as_ref())
    }

    /// With its id: last, for a person looks for it last.
    pub(super) fn id(self, id: impl Id) -> Self {
        self.with("id", &IdText::of(id))
    }

    /// With an array of records, one a line, if there are any.
    pub(super) fn rows(mut self, key: &'static str, rows: impl IntoIterator<Item = Self>) -> Self {
        let rows: Vec<Self> = rows.into_iter().collect();
        if !rows.is_empty() {
            self.rows.push((key, rows));
        }
        self
    }

    /// The block as lines, each array of records with one record a line.
    pub(super) fn lines(self) -> String {
        let mut text = String::new();
        for (key, value) in self.pairs {
            line(&mut text, format_args!("{key} = {}", undecorated(value)));
        }
        for (key, rows) in self.rows {
            line(&mut text, format_args!("{key} = ["));
            for row in rows {
                let row: InlineTable = row.pairs.into_iter().collect();
                line(&mut text, format_args!("    {},", Value::from(row)));
            }
            line(&mut text, format_args!("]"));
        }
        text
    }

    /// The block as lines under a heading, set off by an empty line.
    pub(super) fn under(self, heading: &str) -> String {
        format!("\n{heading}\n{}", self.lines())
    }
}

/// The value without the space that an array's own form may set around it.
fn undecorated(mut value: Value) -> Value {
    value.decor_mut().clear();
    value
}

fn line(text: &mut String, line: std::fmt::Arguments<'_>) {
    // Writing to a string does not fail.
    let _ = writeln!(text, "{line}");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Line, Markdown};

    #[test]
    fn a_record_is_written_to_be_read() {
        let line = |text: &str| text.parse::<Line>().unwrap();
        let row = Block::new().with("text", &line("豊川市")).with("count", &43);
        let block = Block::new()
            .with("title", &line("Bridges: \"Symbol of Love\""))
            .place(Some(Place::new(37.0, -122.0322).unwrap()))
            .with("note", &"One.\n\nTwo \\ \"\"\" three.".parse::<Markdown>().unwrap())
            .list("websites", &[line("a"), line("b")])
            .yes("continues")
            .maybe("nothing", None::<&Line>)
            .rows("names", [row]);
        assert_eq!(
            block.lines(),
            "title = 'Bridges: \"Symbol of Love\"'\nlatitude = 37.0\nlongitude = -122.0322\nnote = '''\nOne.\n\n\
             Two \\ \"\"\" three.'''\nwebsites = [\"a\", \"b\"]\ncontinues = true\nnames = [\n    \
             { text = \"豊川市\", count = 43 },\n]\n"
        );
    }
}
