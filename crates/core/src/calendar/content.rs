//! Content lines, of which calendar files are made (RFC 5545, 3.1).

/// How many bytes a line may have before it is folded.
const LINE: usize = 75;

/// A content line: a name, parameters, a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ContentLine {
    /// The line of the file on which it begins, counted from 1.
    pub(super) line: usize,
    /// Its name, in upper case.
    pub(super) name: String,
    /// Its parameters, with names in upper case.
    pub(super) parameters: Vec<(String, String)>,
    /// Its value, as it is written.
    pub(super) value: String,
}

/// Why a line is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Malformed {
    /// The line of the file on which it begins, counted from 1.
    pub(super) line: usize,
    /// What is wrong.
    pub(super) words: &'static str,
}

impl ContentLine {
    /// The value of a parameter.
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    fn parse(line: usize, text: &str) -> Result<Self, Malformed> {
        let malformed = |words| Malformed { line, words };
        let end = text
            .find([':', ';'])
            .ok_or_else(|| malformed("no line of a calendar: a name, a colon and a value are expected"))?;
        let (name, mut rest) = text.split_at_checked(end).unwrap_or((text, ""));
        let is_name = |name: &str| {
            !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        };
        if !is_name(name) {
            return Err(malformed(
                "no line of a calendar: the name before the colon has other signs than letters",
            ));
        }
        let mut parameters = Vec::new();
        while let Some(after) = rest.strip_prefix(';') {
            let end = outside_quotes(after).ok_or_else(|| malformed("a parameter has no end"))?;
            let (parameter, left) = after.split_at_checked(end).unwrap_or((after, ""));
            let (name, value) =
                parameter.split_once('=').ok_or_else(|| malformed("a parameter has no value"))?;
            parameters.push((name.to_ascii_uppercase(), value.replace('"', "")));
            rest = left;
        }
        let value = rest.strip_prefix(':').unwrap_or_default().to_owned();
        Ok(Self { line, name: name.to_ascii_uppercase(), parameters, value })
    }
}

/// Where a parameter ends: at the next `;` or `:` that is not between quotation marks.
fn outside_quotes(text: &str) -> Option<usize> {
    let mut quoted = false;
    text.char_indices().find_map(|(index, character)| {
        quoted ^= character == '"';
        (!quoted && matches!(character, ';' | ':')).then_some(index)
    })
}

/// The content lines of a file, unfolded before they are decoded: some programs fold amidst a character.
pub(super) fn lines(bytes: &[u8]) -> impl Iterator<Item = Result<ContentLine, Malformed>> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let mut unfolded: Vec<(usize, Vec<u8>)> = Vec::new();
    for (index, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        match (line, unfolded.last_mut()) {
            ([b' ' | b'\t', folded @ ..], Some((_, before))) => before.extend_from_slice(folded),
            ([], _) => {}
            _ => unfolded.push((index + 1, line.to_owned())),
        }
    }
    unfolded.into_iter().map(|(line, bytes)| match String::from_utf8(bytes) {
        Ok(text) => ContentLine::parse(line, &text),
        Err(_) => Err(Malformed { line, words: "this is not Unicode (UTF-8): save the file as UTF-8" }),
    })
}

/// A text without its escapes (3.3.11).
pub(super) fn unescaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut characters = value.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => match characters.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(other) => text.push(other),
                None => {}
            },
            other => text.push(other),
        }
    }
    text
}

/// A text with its escapes (3.3.11).
pub(super) fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' | ';' | ',' => value.extend(['\\', character]),
            '\n' => value.push_str("\\n"),
            '\r' => {}
            other => value.push(other),
        }
    }
    value
}

/// A calendar file that is being written.
#[derive(Debug, Default)]
pub(super) struct Writer(String);

impl Writer {
    /// Writes a line, folded at 75 bytes without splitting a character.
    pub(super) fn line(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for character in name.chars().chain([':']).chain(value.chars()) {
            if length + character.len_utf8() > LINE {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(character);
            length += character.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// Writes a text, escaped.
    pub(super) fn text(&mut self, name: &str, text: &str) {
        self.line(name, &escaped(text));
    }

    /// What was written.
    pub(super) fn finish(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<Result<ContentLine, Malformed>> {
        lines(text.as_bytes()).collect()
    }

    #[test]
    fn lines_are_unfolded_and_keep_their_number() {
        let lines = read("BEGIN:VEVENT\r\nSUMMARY;LANGUAGE=en;X=\"a:b;c\":One\r\n  line\r\n\r\nUID:1\n");
        let summary = lines[1].as_ref().unwrap();
        assert_eq!((summary.line, summary.value.as_str()), (2, "One line"));
        assert_eq!((summary.parameter("LANGUAGE"), summary.parameter("X")), (Some("en"), Some("a:b;c")));
        assert_eq!(lines[2].as_ref().unwrap().line, 5);
    }

    #[test]
    fn what_is_no_line_is_told() {
        for text in ["nothing", "ÄÖ:x", "A;B:x", "A;B=\"c:x", ":x"] {
            assert_eq!(read(text)[0].as_ref().unwrap_err().line, 1, "{text}");
        }
        let split = [b"SUMMARY:\xe6".as_slice(), b"\r\n \x96\xb0\r\nX:\xff\r\n"].concat();
        let lines: Vec<_> = lines(&split).collect();
        assert_eq!(lines[0].as_ref().unwrap().value, "新");
        assert_eq!(lines[1].as_ref().unwrap_err().line, 3);
    }

    #[test]
    fn lines_are_folded_by_bytes_and_split_no_character() {
        let mut writer = Writer::default();
        let text = "新竹, ".repeat(40);
        writer.text("SUMMARY", &text);
        let written = writer.finish();
        assert!(written.split("\r\n").all(|line| line.len() <= 75));
        assert_eq!(unescaped(&read(&written)[0].as_ref().unwrap().value), text);
    }

    proptest::proptest! {
        #[test]
        fn every_text_comes_back(text in "[^\\r\\p{Cc}]*(\\n[;,:\\\\\"a新]*)?") {
            proptest::prop_assert_eq!(unescaped(&escaped(&text)), text);
        }
    }
}
