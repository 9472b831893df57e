//! The only place that prints: data to standard output, words to standard error.

mod screen;
mod sheet;
mod table;
mod working;

pub(crate) use sheet::{NOT_ON_RECORD, Section, Sheet};
pub(crate) use table::{Cell, Column, Tone};
pub(crate) use working::Working;

use screen::{Screen, Words};

use std::fmt::Display;
use std::io::{self, BufWriter, IsTerminal, Stdout, Write};

use serde::Serialize;

use crate::cli::Format;
use crate::failure::Failure;

/// One line of a list, in each of the ways that a list is printed.
///
/// As JSON it is what it serialises to.
pub(crate) trait Row: Serialize {
    /// The columns of the table.
    const COLUMNS: &'static [Column];
    /// The header of the CSV: the names of the JSON's fields, in their order.
    const FIELDS: &'static [&'static str];

    /// Its cells in the table.
    fn cells(&self) -> Vec<Cell>;
    /// Its values in the CSV.
    fn values(&self) -> Vec<String>;
}

/// One record, shown whole. As JSON it is what it serialises to, and as CSV the row that it has in a list.
pub(crate) trait Record: Serialize {
    /// The row that it has in a list.
    type Row: Row;

    /// That row.
    fn row(&self) -> &Self::Row;
    /// What a person reads.
    fn sheet(&self) -> Sheet;
}

/// Prints for a person or a program, as wide and colourful as the other end can take.
#[derive(Debug)]
pub(crate) struct Printer {
    data: BufWriter<Stdout>,
    screen: Screen,
}

/// A list that is printed row by row.
#[derive(Debug)]
pub(crate) struct List<'printer> {
    printer: &'printer mut Printer,
    format: Format,
    rows: u64,
}

impl Printer {
    /// A printer on this process's standard output.
    pub(crate) fn new() -> Self {
        Self { data: BufWriter::new(io::stdout()), screen: Screen::of_this_process() }
    }

    /// Prints a list that is at hand whole.
    pub(crate) fn list<R: Row>(&mut self, format: Format, rows: &[R]) -> io::Result<()> {
        let mut list = self.begin_list(format);
        list.add(rows)?;
        list.end().map(drop)
    }

    /// Begins a list that comes part by part.
    pub(crate) const fn begin_list(&mut self, format: Format) -> List<'_> {
        List { printer: self, format, rows: 0 }
    }

    /// Prints one record.
    pub(crate) fn record<R: Record>(&mut self, format: Format, record: &R) -> io::Result<()> {
        match format {
            Format::Table => self.sheet(&record.sheet()),
            Format::Csv => self.list(format, std::slice::from_ref(record.row())),
            Format::Json => self.json(record),
        }
    }

    /// Prints what a person reads.
    pub(crate) fn sheet(&mut self, sheet: &Sheet) -> io::Result<()> {
        self.data.write_all(sheet.lines(self.screen).as_bytes())
    }

    /// Prints one object for programs.
    pub(crate) fn json(&mut self, record: &impl Serialize) -> io::Result<()> {
        serde_json::to_writer_pretty(&mut self.data, record)?;
        writeln!(self.data)
    }

    /// Prints a text for another program, as it is.
    pub(crate) fn text(&mut self, text: &[u8]) -> io::Result<()> {
        self.data.write_all(text)
    }

    /// Says something to the person, beside the data.
    pub(crate) fn say(&mut self, words: impl Display) -> io::Result<()> {
        self.data.flush()?;
        match io::stderr().write_all(self.wrapped(&words.to_string()).as_bytes()) {
            // Where nobody listens, the work goes on.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            result => result,
        }
    }

    /// Shows that long work goes on, until what it gives back is dropped.
    pub(crate) fn working(&mut self, what: &'static str) -> io::Result<Working> {
        self.data.flush()?;
        Ok(Working::begin(what))
    }

    /// Says why something was not done.
    pub(crate) fn complain(&mut self, words: impl Display) {
        // What cannot be printed may be what is complained of; and when this fails, nobody is left to tell.
        let _ = self.data.flush();
        let words = self.wrapped(&format!("error: {words}"));
        let words = words.replacen("error:", &self.screen.on_errors("error:", Tone::Grave), 1);
        let _ = io::stderr().write_all(words.as_bytes());
    }

    /// Words as lines: on a terminal, those that are too long for it are wrapped.
    fn wrapped(&self, words: &str) -> String {
        let line = |line: &str| match self.screen.words {
            Words::Wrapped(width) => table::paragraph(line, "", Tone::Plain, self.screen.of_words(width)),
            Words::Whole => format!("{line}\n"),
        };
        words.lines().map(line).collect()
    }

    /// Whether there is a person to ask and to answer.
    pub(crate) fn may_ask() -> bool {
        io::stdin().is_terminal() && io::stderr().is_terminal()
    }

    /// Asks a question that only `yes` or `y` answers with yes.
    pub(crate) fn ask(&mut self, question: impl Display) -> io::Result<bool> {
        self.data.flush()?;
        let mut errors = io::stderr().lock();
        write!(errors, "{question} [y/N] ")?;
        errors.flush()?;
        let mut answer = String::new();
        io::stdin().read_line(&mut answer)?;
        Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"))
    }

    /// Refuses to go on unless a person agrees: then nothing was `done`, as `written`.
    pub(crate) fn agree(&mut self, question: impl Display, done: &str) -> Result<(), Failure> {
        if !Self::may_ask() {
            let words = format!("nothing was {done}, as nobody is at a terminal to agree: add --yes");
            return Err(Failure::input(words));
        }
        if self.ask(question)? {
            return Ok(());
        }
        Err(Failure::input(format!("nothing was {done}, as you did not agree")))
    }

    /// Asks for a word, which may be nothing.
    pub(crate) fn ask_for(&mut self, question: impl Display) -> io::Result<String> {
        self.data.flush()?;
        let mut errors = io::stderr().lock();
        write!(errors, "{question} ")?;
        errors.flush()?;
        let mut answer = String::new();
        io::stdin().read_line(&mut answer)?;
        Ok(answer.trim().to_owned())
    }

    /// Hands over what is still held back.
    pub(crate) fn finish(&mut self) -> io::Result<()> {
        self.data.flush()
    }
}

impl List<'_> {
    /// Prints more of its rows.
    pub(crate) fn add<R: Row>(&mut self, rows: &[R]) -> io::Result<()> {
        match self.format {
            Format::Table => self.add_to_table(rows)?,
            Format::Csv => self.add_to_csv(rows)?,
            Format::Json => self.add_to_json(rows)?,
        }
        self.rows = self.rows.saturating_add(rows.len() as u64);
        Ok(())
    }

    /// Ends it, and says how many rows it has. Of an empty list there is no table, but brackets in JSON and a header
    /// in CSV.
    pub(crate) fn end(self) -> io::Result<u64> {
        let Self { printer, format, rows } = self;
        match format {
            Format::Json if rows == 0 => writeln!(printer.data, "[]")?,
            Format::Json => writeln!(printer.data, "\n]")?,
            Format::Csv | Format::Table => {}
        }
        Ok(rows)
    }

    fn add_to_table<R: Row>(&mut self, rows: &[R]) -> io::Result<()> {
        let cells: Vec<Vec<Cell>> = rows.iter().map(Row::cells).collect();
        let header = if self.rows == 0 { table::Header::Shown } else { table::Header::Hidden };
        let lines = table::lines(R::COLUMNS, header, &cells, self.printer.screen);
        self.printer.data.write_all(lines.as_bytes())
    }

    fn add_to_csv<R: Row>(&mut self, rows: &[R]) -> io::Result<()> {
        let mut writer = csv::Writer::from_writer(&mut self.printer.data);
        if self.rows == 0 {
            writer.write_record(R::FIELDS)?;
        }
        for row in rows {
            writer.write_record(row.values())?;
        }
        writer.flush()
    }

    fn add_to_json<R: Row>(&mut self, rows: &[R]) -> io::Result<()> {
        for (index, row) in rows.iter().enumerate() {
            let before = if self.rows == 0 && index == 0 { "[\n" } else { ",\n" };
            self.printer.data.write_all(before.as_bytes())?;
            serde_json::to_writer(&mut self.printer.data, row)?;
        }
        Ok(())
    }
}
