//! Catalogues of translations in the format of GNU gettext (PO), as translators' tools read and write them.
//!
//! The format: <https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html>. Of it, a catalogue here has no
//! plural forms, and every message a context.

mod read;
mod write;

pub(crate) use read::read;
pub(crate) use write::write;

/// A text and what it is in another language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Message {
    /// The line of its original, counted from 1; of no meaning when written.
    pub(crate) line: usize,
    /// What tools show the translator, line by line.
    pub(crate) comments: Vec<String>,
    /// Whether somebody must look at the translation again.
    pub(crate) fuzzy: bool,
    /// What tells it from another message with the same original.
    pub(crate) context: Option<String>,
    /// What the original was when it was translated, where it was changed since; it is written, and not read.
    pub(crate) previous: Option<String>,
    /// The original; empty: the message is the catalogue's header.
    pub(crate) original: String,
    /// The translation; empty: there is none yet.
    pub(crate) translation: String,
}

impl Message {
    /// Whether it says what the catalogue is.
    pub(crate) const fn is_header(&self) -> bool {
        self.original.is_empty() && self.context.is_none()
    }

    /// A field of the header.
    pub(crate) fn header_field(&self, name: &str) -> Option<&str> {
        let fields = self.translation.lines().filter_map(|line| line.split_once(':'));
        let mut named = fields.filter(|(field, _)| field.eq_ignore_ascii_case(name));
        named.next().map(|(_, value)| value.trim())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read(original in "[ -~\n\r\t\"\\\\あଓ\u{2028}]{1,40}", translation in "[ -~\n\r\t\"\\\\友ଡ଼िଶା]{0,40}", fuzzy: bool) {
            let message = Message {
                line: 4,
                comments: vec!["The page home: its title.".to_owned()],
                fuzzy,
                context: Some("page/home/title".to_owned()),
                previous: None,
                original,
                translation,
            };
            let mut faults = Vec::new();
            let mut read = read(&write(std::slice::from_ref(&message)), |line, text| faults.push((line, text)));
            prop_assert_eq!(faults, vec![]);
            read[0].line = 4;
            prop_assert_eq!(read, vec![message]);
        }

        #[test]
        fn no_text_makes_it_panic(text in "(#[.,~| ]?|msgid|msgstr|msgctxt|\"|\\\\|n|\\[|\n| |あ|\r){0,60}") {
            read(&text, |line, _| assert!(line > 0));
        }
    }
}
