//! Texts, made ready to be found.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use comrak::nodes::NodeValue;
use comrak::{Arena, Options, parse_document};

use super::letters::is_misspellable;
use super::{Token, tokens};

/// How much it says that a word stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// What the record is called.
    Name,
    /// What else it is called.
    OtherName,
    /// What it says.
    Text,
}

impl Weight {
    /// The label of Postgres.
    const fn label(self) -> char {
        match self {
            Self::Name => 'A',
            Self::OtherName => 'B',
            Self::Text => 'C',
        }
    }
}

/// The words of a record, by which it is found.
#[derive(Clone, Debug, Default)]
pub struct Indexed {
    words: BTreeMap<String, char>,
}

impl Indexed {
    /// Adds the words of a text.
    pub fn add(&mut self, weight: Weight, text: &str) {
        for token in tokens(text) {
            match token {
                Token::Word(word, _) => self.put(word, weight),
                Token::Run(run) => {
                    let letters: Vec<char> = run.into_iter().map(|(letter, _)| letter).collect();
                    for part in letters.chunks(1).chain(letters.windows(2)) {
                        self.put(part.iter().collect(), weight);
                    }
                }
            }
        }
    }

    /// Adds the mark of another record that this one is with.
    pub fn mark(&mut self, mark: String) {
        self.words.entry(mark).or_insert('D');
    }

    fn put(&mut self, word: String, weight: Weight) {
        let label = self.words.entry(word).or_insert(weight.label());
        *label = weight.label().min(*label);
    }

    /// The words as Postgres reads them (`tsvector`).
    pub fn vector(&self) -> String {
        let mut vector = String::new();
        for (word, label) in &self.words {
            // Words have no quotes and backslashes. Writing to a string cannot fail.
            let _ = write!(vector, "'{word}':1{label} ");
        }
        vector
    }

    /// The words that somebody may misspell.
    pub fn misspellable(&self) -> impl Iterator<Item = &str> {
        self.words.keys().map(String::as_str).filter(|word| is_misspellable(word))
    }
}

/// The words of a Markdown text without its markup, in one line.
pub fn plain(markdown: &str) -> String {
    const MARKUP: [char; 12] = ['*', '_', '#', '[', ']', '<', '>', '`', '\\', '&', '~', '|'];
    if !markdown.contains(MARKUP) {
        return markdown.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    let arena = Arena::new();
    let mut words = String::new();
    for node in parse_document(&arena, markdown, &Options::default()).descendants() {
        match &node.data.borrow().value {
            NodeValue::Text(text) => words.push_str(text),
            NodeValue::Code(code) => words.push_str(&code.literal),
            NodeValue::CodeBlock(block) => words.push_str(&block.literal),
            node if node.block() || matches!(node, NodeValue::SoftBreak | NodeValue::LineBreak) => {
                words.push(' ');
            }
            _ => {}
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_best_weight() {
        let mut indexed = Indexed::default();
        indexed.add(Weight::Text, "Visit of 豊川市, Toyokawa's 43rd");
        indexed.add(Weight::Name, "Toyokawa");
        indexed.mark("=7".into());
        assert_eq!(
            indexed.vector(),
            "'43rd':1C '=7':1D 'of':1C 's':1C 'toyokawa':1A 'visit':1C '川':1C '川市':1C '市':1C '豊':1C '豊川':1C "
        );
        assert_eq!(indexed.misspellable().collect::<Vec<_>>(), ["toyokawa", "visit"]);
    }

    #[test]
    fn markup_is_no_word() {
        for (markdown, words) in [
            ("Both *mayors* spoke.\n\n- one\n- two", "Both mayors spoke. one two"),
            ("See [the record](https://a.example/b_c) & `x`", "See the record & x"),
            ("# Title\ntext\nmore", "Title text more"),
            ("plain\n  text", "plain text"),
            ("<script>alert(1)</script>", ""),
        ] {
            assert_eq!(plain(markdown), words, "{markdown}");
        }
    }
}
