//! Faults of a dataset folder: all of them, each with its file and line and what would be right.

use std::cell::RefCell;
use std::fmt;

/// Something that is wrong in a file of a dataset.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The file, relative to the folder, with `/` between its parts.
    pub file: String,
    /// The line, counted from 1; `None`: the file as a whole.
    pub line: Option<usize>,
    /// What is wrong: the value found, and what would be right.
    pub text: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(formatter, "{}:{line}: {}", self.file, self.text),
            None => write!(formatter, "{}: {}", self.file, self.text),
        }
    }
}

/// Everything that is wrong in a dataset: the first faults by file and line, and how many there are.
#[derive(Clone, Debug, Default, PartialEq, Eq, thiserror::Error)]
pub struct Faults {
    first: Vec<Fault>,
    count: usize,
}

impl Faults {
    /// How many faults are told at most; the rest are counted.
    pub const TOLD: usize = 100;

    /// The first faults, by file and line.
    pub fn first(&self) -> &[Fault] {
        &self.first
    }

    /// The same of a file that has another name where the person has it.
    #[must_use]
    pub fn in_file(mut self, file: &str, name: &str) -> Self {
        for fault in self.first.iter_mut().filter(|fault| fault.file == file) {
            name.clone_into(&mut fault.file);
        }
        self
    }

    /// How many there are, told or not; never 0.
    pub const fn count(&self) -> usize {
        self.count
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for fault in &self.first {
            writeln!(formatter, "{fault}")?;
        }
        match self.count {
            1 => write!(formatter, "1 fault: nothing was read"),
            count if count > self.first.len() => {
                write!(formatter, "{count} faults, the first {} told: nothing was read", self.first.len())
            }
            count => write!(formatter, "{count} faults: nothing was read"),
        }
    }
}

/// Where faults are gathered while a folder is read. However many there are, it keeps a bounded number.
#[derive(Debug, Default)]
pub(crate) struct FaultList {
    gathered: RefCell<Faults>,
}

impl FaultList {
    /// Notes a fault of a file, on a line where one is to blame.
    pub(crate) fn add(&self, file: &str, line: Option<usize>, text: impl AsRef<str>) {
        let text: String = text.as_ref().chars().take(1000).collect();
        let mut gathered = self.gathered.borrow_mut();
        gathered.count += 1;
        gathered.first.push(Fault { file: printable(file), line, text });
        if gathered.first.len() >= 10 * Faults::TOLD {
            gathered.keep_first();
        }
    }

    /// How many there are so far.
    pub(crate) fn count(&self) -> usize {
        self.gathered.borrow().count
    }

    /// What was read, if nothing is wrong.
    pub(crate) fn or<T>(self, read: Option<T>) -> Result<T, Faults> {
        let mut faults = self.gathered.into_inner();
        match read {
            Some(read) if faults.count == 0 => Ok(read),
            _ => {
                faults.keep_first();
                Err(faults)
            }
        }
    }
}

impl Faults {
    fn keep_first(&mut self) {
        self.first.sort();
        self.first.truncate(Self::TOLD);
    }
}

/// A text that came from outside, shortened and without control characters, to be shown in a message.
pub(crate) fn printable(text: &str) -> String {
    let short: String = text.chars().take(120).flat_map(char::escape_debug).collect();
    let short = short.replace("\\'", "'").replace("\\\"", "\"");
    if text.chars().nth(120).is_some() { format!("{short}…") } else { short }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_hundred_are_told_and_all_are_counted() {
        let list = FaultList::default();
        for line in (1..=5000).rev() {
            list.add("exchanges.csv", Some(line), "wrong");
        }
        list.add("costs.csv", None, "wrong too");
        let faults = list.or(Some(())).unwrap_err();
        assert_eq!((faults.first().len(), faults.count()), (100, 5001));
        assert_eq!(faults.first()[0].to_string(), "costs.csv: wrong too");
        assert_eq!(faults.first()[1].to_string(), "exchanges.csv:1: wrong");
        assert!(faults.to_string().ends_with("5001 faults, the first 100 told: nothing was read"));
    }
}
