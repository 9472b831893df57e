//! Text as Markdown (CommonMark): what would mean something is escaped.

use std::fmt;

use askama::filters::Escaper;

/// Escapes what Markdown would read as its own.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Markdown;

impl Escaper for Markdown {
    fn write_escaped_str<W: fmt::Write>(&self, mut destination: W, text: &str) -> fmt::Result {
        for character in text.chars() {
            match character {
                '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '&' => {
                    write!(destination, "\\{character}")?;
                }
                '\n' => destination.write_char(' ')?,
                _ => destination.write_char(character)?,
            }
        }
        Ok(())
    }
}
