//! Texts that staff write in Markdown, as HTML that is safe to show.

use std::{fmt, sync::LazyLock};

use ammonia::Builder;
use askama::filters::{Escaper, Html, HtmlSafe};
use comrak::{Arena, Options, format_html, nodes::NodeValue, parse_document};
use signpost_core::Language;

use crate::pages::{Link, Written};

/// The elements that a text may have; anything else leaves only its words.
const ELEMENTS: [&str; 21] = [
    "a",
    "blockquote",
    "br",
    "code",
    "dd",
    "dl",
    "dt",
    "em",
    "h2",
    "h3",
    "h4",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "strong",
    "sub",
    "sup",
    "ul",
    "del",
];

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut cleaner = Builder::default();
    cleaner
        .tags(ELEMENTS.into())
        .generic_attributes(["lang", "dir"].into())
        .url_schemes(["http", "https", "mailto"].into())
        .link_rel(Some("noopener"));
    cleaner
});

/// HTML made of a Markdown text, cleaned by an allow-list; its highest heading stands right below the page's own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    text: String,
    /// The line below it, on how it came to be in this language.
    note: String,
}

impl Prose {
    /// The HTML of a Markdown text, right below a page's own heading.
    pub fn from_markdown(text: &str) -> Self {
        Self::below(text, 2)
    }

    /// The HTML of a Markdown text whose highest heading has a rank, from 2.
    pub fn below(text: &str, rank: u8) -> Self {
        let arena = Arena::new();
        let options = Options::default();
        let root = parse_document(&arena, text, &options);
        let ranks = root.descendants().filter_map(|node| match &node.data().value {
            NodeValue::Heading(heading) => Some(heading.level),
            _ => None,
        });
        let highest = ranks.min().unwrap_or(1);
        for node in root.descendants() {
            if let NodeValue::Heading(heading) = &mut node.data_mut().value {
                heading.level = (heading.level - highest + rank).min(rank.max(4));
            }
        }
        let mut html = String::new();
        // Writing into a String cannot fail; if it did, the text so far is what there is.
        let _ = format_html(root, &options, &mut html);
        Self { text: CLEANER.clean(&html).to_string(), note: String::new() }
    }

    /// The same in another language than the page's.
    #[must_use]
    pub fn in_language(self, language: &Language) -> Self {
        Self { text: format!("<div lang=\"{language}\" dir=\"auto\">{}</div>\n", self.text), ..self }
    }

    /// The same with a line below it, on how it came to be in this language.
    #[must_use]
    pub fn noting(self, parts: &[NotePart]) -> Self {
        if parts.is_empty() {
            return self;
        }
        let parts = parts.iter().map(NotePart::html).collect::<Vec<_>>().join(" · ");
        Self { note: format!("<p class=\"translation-note\">{parts}</p>\n"), ..self }
    }

    /// The text alone and the line alone, for where something stands between them.
    pub fn apart(&self) -> [Self; 2] {
        let alone = |text: &String| Self { text: text.clone(), note: String::new() };
        [alone(&self.text), alone(&self.note)]
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

/// A part of the line below a text, on how it came to be in this language.
#[derive(Clone, Debug)]
pub enum NotePart {
    /// Words in the page's language.
    Words(String),
    /// Somebody who had to do with it, with the words before and after the name, and the day.
    By {
        /// What was done: "Translated by: ".
        before: String,
        /// The name.
        name: Written,
        /// What stands before the day: ", ".
        after: String,
        /// The day: "November 23, 2026".
        on: String,
    },
    /// Where to tell of a mistake.
    Link(Link),
}

impl NotePart {
    fn html(&self) -> String {
        match self {
            Self::Words(words) => escaped(words),
            Self::By { before, name, after, on } => format!(
                "{}<bdi{}>{}</bdi>{}<span class=\"whole\">{}</span>",
                escaped(before),
                name.lang(),
                escaped(name),
                escaped(after),
                escaped(on)
            ),
            Self::Link(Link { words, url }) => {
                format!("<a href=\"{}\">{}</a>", escaped(&url.to_string()), escaped(words))
            }
        }
    }
}

/// A text as it stands in HTML.
fn escaped(text: &str) -> String {
    let mut html = String::new();
    // Writing into a String cannot fail; if it did, the text so far is what there is.
    let _ = Html.write_escaped_str(&mut html, text);
    html
}

impl fmt::Display for Prose {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}{}", self.text, self.note)
    }
}

/// It was cleaned when it was made.
impl HtmlSafe for Prose {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_becomes_clean_html() {
        for (text, html) in [
            ("Two *mayors* sign.", "<p>Two <em>mayors</em> sign.</p>\n"),
            ("# Title\n\n## Part", "<h2>Title</h2>\n<h3>Part</h3>\n"),
            ("## Part\n\n#### Detail", "<h2>Part</h2>\n<h4>Detail</h4>\n"),
            ("<script>alert(1)</script>", ""),
            ("[a](javascript:alert(1))", "<p><a href=\"\" rel=\"noopener\">a</a></p>\n"),
            ("<p style=\"color:red\" onclick=\"x\">words</p>", ""),
            ("![a photo](https://example.org/track.gif)", "<p></p>\n"),
        ] {
            assert_eq!(Prose::from_markdown(text).to_string().trim_start_matches('\n'), html, "{text}");
        }
        assert_eq!(Prose::below("# Article\n\n## 1", 4).to_string(), "<h4>Article</h4>\n<h4>1</h4>\n");
    }
}
