//! What a translation must keep of its original: placeholders, headings, links; and no HTML or address of its own.

use std::collections::{BTreeMap, BTreeSet};

use comrak::nodes::NodeValue;
use comrak::{Arena, Options, parse_document};

/// What in a text is not words.
#[derive(Debug, Default, PartialEq, Eq)]
struct Markup {
    /// Words in braces that something else stands for, and how often.
    placeholders: BTreeMap<String, usize>,
    /// HTML, and how often.
    html: BTreeMap<String, usize>,
    /// What links and pictures lead to.
    addresses: BTreeSet<String>,
    /// The levels of its headings, in their order.
    headings: Vec<u8>,
}

/// What a translation drops or adds that is not for a translator to change, each in words.
pub(super) fn unfaithful(original: &str, translation: &str) -> Vec<String> {
    let (original, translation) = (Markup::of(original), Markup::of(translation));
    let mut faults = Vec::new();
    for (placeholder, count) in &original.placeholders {
        if translation.placeholders.get(placeholder) != Some(count) {
            faults.push(format!("keep `{placeholder}` as the original has it, {}", times(*count)));
        }
    }
    for placeholder in translation.placeholders.keys() {
        if !original.placeholders.contains_key(placeholder) {
            faults.push(format!("take out `{placeholder}`: the original has no such placeholder"));
        }
    }
    for (html, count) in &translation.html {
        if original.html.get(html).is_none_or(|allowed| count > allowed) {
            faults.push(format!("take out `{}`: the original has no such HTML", short(html)));
        }
    }
    for address in original.addresses.difference(&translation.addresses) {
        faults.push(format!("keep the link to `{}`", short(address)));
    }
    for address in translation.addresses.difference(&original.addresses) {
        faults.push(format!("take out the link to `{}`: the original has none", short(address)));
    }
    if translation.headings != original.headings {
        faults.push(format!(
            "keep the headings: the original has {}, the translation {}",
            headings(&original.headings),
            headings(&translation.headings)
        ));
    }
    faults
}

impl Markup {
    fn of(text: &str) -> Self {
        let mut markup = Self { placeholders: placeholders(text), ..Self::default() };
        let arena = Arena::new();
        let root = parse_document(&arena, text, &Options::default());
        for node in root.descendants() {
            match &node.data().value {
                NodeValue::HtmlInline(html) => markup.add_html(html),
                NodeValue::HtmlBlock(html) => markup.add_html(&html.literal),
                NodeValue::Link(link) | NodeValue::Image(link) => {
                    markup.addresses.insert(link.url.clone());
                }
                NodeValue::Heading(heading) => markup.headings.push(heading.level),
                _ => {}
            }
        }
        markup
    }

    fn add_html(&mut self, html: &str) {
        *self.html.entry(html.trim().to_owned()).or_default() += 1;
    }
}

/// The words in braces, such as `{city}`, and how often each is there.
fn placeholders(text: &str) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::new();
    for part in text.split('{').skip(1) {
        let Some((name, _)) = part.split_once('}') else { continue };
        let is_name = |character: char| character.is_ascii_alphanumeric() || " _-.$".contains(character);
        if !name.trim().is_empty() && name.len() <= 60 && name.chars().all(is_name) {
            *found.entry(format!("{{{name}}}")).or_default() += 1;
        }
    }
    found
}

/// Headings by their marks: `#, ##`.
fn headings(levels: &[u8]) -> String {
    let marks: Vec<String> = levels.iter().map(|level| "#".repeat(usize::from(*level))).collect();
    if marks.is_empty() { "none".to_owned() } else { marks.join(", ") }
}

fn times(count: usize) -> String {
    if count == 1 { "once".to_owned() } else { format!("{count} times") }
}

fn short(text: &str) -> String {
    text.chars().take(60).flat_map(char::escape_debug).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_faithful() {
        for (original, translation) in [
            ("Two mayors sign.", "二人の市長が署名する。"),
            ("[the City](https://a.org)", "[市](https://a.org)"),
            ("[about](/about) and [the City](https://a.org)", "[市](https://a.org)の[概要](/about)"),
            ("Title\n=====\n\ntext", "# 題\n\n文"),
            ("<b>x</b>", "<b>ｘ</b>"),
            ("{count} visits since {year}", "{year}年以来{count}回"),
            ("a < b & c", "あ < い & う"),
            ("set {1, 2}", "集合 {1、2}"),
            ("# Title\n\n* one\n* two", "# 題\n\n* 一\n* 二"),
        ] {
            assert_eq!(unfaithful(original, translation), Vec::<String>::new(), "{translation}");
        }
    }

    #[test]
    fn what_is_not() {
        for (original, translation, words) in [
            ("{count} visits", "回", "keep `{count}`"),
            ("{count} visits", "{Count}回", "keep `{count}`"),
            ("visits", "{count}回", "take out `{count}`"),
            ("{a} {a}", "{a}", "2 times"),
            ("x", "<script>alert(1)</script>", "take out `<script>"),
            ("<b>x</b>", "<b>x</b><b>y</b>", "take out `<b>`"),
            ("x", "a <img src=x onerror=alert(1)>", "take out `<img"),
            ("x", "[x](https://spam.example)", "`https://spam.example`: the original has none"),
            ("[x](https://a.org)", "x", "keep the link to `https://a.org`"),
            ("[x](https://a.org)", "[x](https://b.org)", "take out the link to `https://b.org`"),
            ("[x](https://a.org)", "[x](javascript:alert(1))", "`javascript:alert(1)`"),
            ("[x](https://a.org)", "[x][1]\n\n[1]: mailto:a@b.org", "`mailto:a@b.org`"),
            ("[x](https://a.org)", "![x](javascript:y)", "`javascript:y`"),
            ("[x](https://a.org)", "<javascript:alert(1)>", "`javascript:alert(1)`"),
            ("# One\n\n## Two", "# 一\n\n二", "original has #, ##, the translation #"),
            ("one", "# 一", "original has none"),
        ] {
            let faults = unfaithful(original, translation);
            assert!(faults.iter().any(|fault| fault.contains(words)), "{translation}: {faults:?}");
        }
    }
}
