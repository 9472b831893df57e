//! Reading a catalogue, with every fault on its line.

use super::Message;

/// The messages of a catalogue. What is no part of one is told as a fault, by its line, and so is a message that lacks
/// a part; the rest is read all the same. Obsolete messages (`#~`) are passed over.
pub(crate) fn read(text: &str, fault: impl FnMut(usize, String)) -> Vec<Message> {
    let mut reader = Reader { fault, messages: Vec::new(), current: Building::default() };
    for (line, number) in text.trim_start_matches('\u{feff}').lines().zip(1..) {
        if let Err(text) = reader.take(line.trim(), number) {
            reader.current.is_broken = true;
            (reader.fault)(number, text);
        }
    }
    reader.finish();
    reader.messages
}

struct Reader<F> {
    fault: F,
    messages: Vec<Message>,
    current: Building,
}

/// A message, as far as it was read.
#[derive(Default)]
struct Building {
    message: Message,
    /// The part that a line which begins with a quote continues.
    part: Option<Part>,
    has_original: bool,
    has_translation: bool,
    /// Whether a fault of it was told: then it is not read.
    is_broken: bool,
}

#[derive(Clone, Copy)]
enum Part {
    Context,
    Original,
    Translation,
}

impl<F: FnMut(usize, String)> Reader<F> {
    fn take(&mut self, line: &str, number: usize) -> Result<(), String> {
        if line.is_empty() {
            Ok(())
        } else if let Some(comment) = line.strip_prefix('#') {
            self.take_comment(comment);
            Ok(())
        } else if line.starts_with('"') {
            let part = self.current.part.ok_or("a text in quotes belongs after msgctxt, msgid or msgstr")?;
            self.current.text(part).push_str(&unquoted(line)?);
            Ok(())
        } else {
            self.take_keyword(line, number)
        }
    }

    fn take_comment(&mut self, comment: &str) {
        if self.current.has_translation || comment.starts_with('~') {
            self.finish();
        }
        if let Some(text) = comment.strip_prefix('.') {
            self.current.message.comments.push(text.trim().to_owned());
        } else if let Some(flags) = comment.strip_prefix(',') {
            self.current.message.fuzzy |= flags.split(',').any(|flag| flag.trim() == "fuzzy");
        }
    }

    fn take_keyword(&mut self, line: &str, number: usize) -> Result<(), String> {
        let (keyword, text) = line.split_at(line.find([' ', '\t', '"']).unwrap_or(line.len()));
        let part = match keyword {
            "msgctxt" => Part::Context,
            "msgid" => Part::Original,
            "msgstr" => Part::Translation,
            "msgid_plural" => return Err("plural forms: no text here has any".to_owned()),
            _ if keyword.starts_with("msgstr[") => {
                return Err("plural forms: no text here has any".to_owned());
            }
            _ => {
                return Err(
                    "write msgctxt, msgid or msgstr, a text in quotes, or a comment that begins with #"
                        .to_owned(),
                );
            }
        };
        if matches!(part, Part::Translation) && self.current.has_translation {
            return Err("msgstr: this message has one already".to_owned());
        }
        if self.current.ends_before(part) {
            self.finish();
        }
        self.current.part = Some(part);
        match part {
            Part::Context => self.current.message.line = number,
            Part::Original => (self.current.has_original, self.current.message.line) = (true, number),
            Part::Translation if !self.current.has_original => {
                return Err("msgstr: the msgid that it translates is missing before it".to_owned());
            }
            Part::Translation => self.current.has_translation = true,
        }
        *self.current.text(part) = unquoted(text.trim())?;
        Ok(())
    }

    /// Ends the message that was read last, if there is one.
    fn finish(&mut self) {
        let Building { message, has_original, has_translation, is_broken, part } =
            std::mem::take(&mut self.current);
        match (has_original, has_translation) {
            _ if is_broken || part.is_none() => {}
            (true, true) => self.messages.push(message),
            (true, false) => (self.fault)(message.line, "the msgstr of this msgid is missing".to_owned()),
            (false, _) => (self.fault)(
                message.line,
                format!("the msgid of the context `{}` is missing", message.context.unwrap_or_default()),
            ),
        }
    }
}

impl Building {
    /// Whether a part can only belong to the next message.
    const fn ends_before(&self, part: Part) -> bool {
        match part {
            Part::Context => self.has_original || self.message.context.is_some(),
            Part::Original => self.has_original,
            Part::Translation => false,
        }
    }

    fn text(&mut self, part: Part) -> &mut String {
        match part {
            Part::Context => self.message.context.get_or_insert_default(),
            Part::Original => &mut self.message.original,
            Part::Translation => &mut self.message.translation,
        }
    }
}

/// The text that stands between quotes.
fn unquoted(text: &str) -> Result<String, String> {
    let inner = text.strip_prefix('"').ok_or("write the text in quotes: \"…\"")?;
    let inner = inner.strip_suffix('"').ok_or("the quote at the end of the line is missing")?;
    let mut read = String::new();
    let mut characters = inner.chars();
    while let Some(character) = characters.next() {
        match character {
            '"' => return Err("a quote within a text is written \\\"".to_owned()),
            '\\' => read.push(match characters.next() {
                Some('n') => '\n',
                Some('t') => '\t',
                Some('r') => '\r',
                Some('"') => '"',
                Some('\\') => '\\',
                Some(other) => {
                    return Err(format!(
                        "`\\{}` means nothing: a backslash is written \\\\",
                        other.escape_debug()
                    ));
                }
                None => return Err("the quote at the end of the line is missing".to_owned()),
            }),
            other => read.push(other),
        }
    }
    Ok(read)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(text: &str) -> Vec<(usize, String)> {
        let mut faults = Vec::new();
        read(text, |line, text| faults.push((line, text)));
        faults
    }

    #[test]
    fn a_file_as_tools_write_it() {
        let text = "\u{feff}# Title\r\nmsgid \"\"\r\nmsgstr \"\"\r\n\"Language: zh_Hant\\n\"\r\n\r\n\
            #. The page home\n#: page/home:12\n#, fuzzy, no-wrap\n#| msgid \"Old\"\nmsgctxt \"a\"\nmsgid \"\"\n\"One\\n\"\n\"two\"\n\
            msgstr\t\"一\"\n# by hand\nmsgctxt \"b\"\nmsgid \"One\"\nmsgstr \"\"\n#~ msgid \"gone\"\n#~ msgstr \"gone\"\n";
        let mut messages = read(text, |line, text| panic!("{line}: {text}")).into_iter();
        let header = messages.next().unwrap();
        assert!(header.is_header());
        assert_eq!(header.header_field("language"), Some("zh_Hant"));
        let first = messages.next().unwrap();
        assert_eq!((first.original.as_str(), first.translation.as_str()), ("One\ntwo", "一"));
        assert_eq!((first.fuzzy, first.context.as_deref(), first.line), (true, Some("a"), 11));
        assert_eq!(first.comments, ["The page home"]);
        let second = messages.next().unwrap();
        assert_eq!(
            (second.fuzzy, second.translation.as_str(), second.context.as_deref()),
            (false, "", Some("b"))
        );
        assert!(messages.next().is_none());
    }

    #[test]
    fn every_fault_has_its_line() {
        for (text, line, words) in [
            ("\n\"text\"", 2, "belongs after"),
            ("msgid \"a", 1, "the quote at the end"),
            ("msgid a", 1, "in quotes"),
            ("msgid \"a\" b\"\nmsgstr \"\"", 1, "within a text"),
            ("msgid \"\\q\"", 1, "`\\q` means nothing"),
            ("msgid \"a\\\"", 1, "the quote at the end"),
            ("msgid \"a\"\n\nmsgid \"b\"\nmsgstr \"\"", 1, "the msgstr of this msgid"),
            ("msgid \"a\"\nmsgstr \"\"\nmsgstr \"\"", 3, "one already"),
            ("msgctxt \"a\"\nmsgstr \"\"", 2, "missing before it"),
            ("msgctxt \"a\"\nmsgctxt \"b\"\nmsgid \"a\"\nmsgstr \"\"", 1, "of the context `a`"),
            ("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"c\"", 2, "plural"),
            ("hello", 1, "write msgctxt"),
        ] {
            let found = faults(text);
            let first = found.first().unwrap_or_else(|| panic!("no fault in {text:?}"));
            assert!(first.0 == line && first.1.contains(words), "{text:?}: {found:?}");
        }
    }

    #[test]
    fn a_fault_does_not_hide_the_next() {
        let found =
            faults("msgid \"a\nmsgstr \"\"\n\nmsgid \"b\"\nmsgstr \"\\q\"\n\nmsgid \"c\"\nmsgstr \"d\"\n");
        assert_eq!(found.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [1, 5]);
    }
}
