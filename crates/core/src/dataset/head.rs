//! Files with a head: TOML between two lines of `+++`, and a text of Markdown below.

const MARK: &str = "+++";

/// The head and the body of a text, without the empty line between them; none where it has no head.
pub(super) fn parts(text: &str) -> Option<(&str, &str)> {
    let (first, rest) = text.split_once('\n')?;
    let mut start = 0;
    for line in rest.split_inclusive('\n') {
        let end = start + line.len();
        if line.trim_end() == MARK {
            let body = rest.get(end..)?;
            let body = body.strip_prefix("\r\n").or_else(|| body.strip_prefix('\n')).unwrap_or(body);
            return (first.trim_end() == MARK).then_some((rest.get(..start)?, body));
        }
        start = end;
    }
    None
}

/// The line on which the body begins that follows a head.
pub(super) fn line_of_body(head: &str) -> usize {
    3 + head.lines().count()
}

/// A text with a head, whose lines end the text, and a body.
pub(super) fn joined(head: &str, body: &str) -> String {
    format!("{MARK}\n{head}{MARK}\n\n{body}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_a_head_and_a_body() {
        assert_eq!(parts("+++\na = 1\n+++\n\nText\n"), Some(("a = 1\n", "Text\n")));
        assert_eq!(parts("+++\r\na = 1\r\n+++\r\n\r\nText"), Some(("a = 1\r\n", "Text")));
        assert_eq!(parts("+++\n+++\n+++\n"), Some(("", "+++\n")));
        for text in ["", "+++", "+++\na = 1\n", "Text\n+++\n+++\n", "# Home"] {
            assert_eq!(parts(text), None, "{text:?}");
        }
        assert_eq!(parts(&joined("a = 1\n", "Text")), Some(("a = 1\n", "Text\n")));
    }
}
