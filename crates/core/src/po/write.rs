//! Writing a catalogue.

use super::Message;

/// The text of a catalogue: one empty line between its messages, one line for each of a text's own.
pub(crate) fn write(messages: &[Message]) -> String {
    let written: Vec<String> = messages.iter().map(write_one).collect();
    written.join("\n")
}

fn write_one(message: &Message) -> String {
    // Comments of the header are for whoever opens the file; those of a message are for the tool to show.
    let mark = if message.is_header() { "#" } else { "#." };
    let mut lines: Vec<String> =
        message.comments.iter().map(|comment| format!("{mark} {comment}").trim_end().to_owned()).collect();
    if message.fuzzy {
        lines.push("#, fuzzy".to_owned());
    }
    if let Some(previous) = &message.previous {
        lines.extend(part("msgid", previous).lines().map(|line| format!("#| {line}")));
    }
    if let Some(context) = &message.context {
        lines.push(part("msgctxt", context));
    }
    lines.push(part("msgid", &message.original));
    lines.push(part("msgstr", &message.translation));
    lines.join("\n") + "\n"
}

/// A keyword and its text: beside it, or below it where the text has several lines.
fn part(keyword: &str, text: &str) -> String {
    let lines: Vec<String> = text.split_inclusive('\n').map(quoted).collect();
    match lines.as_slice() {
        [] => format!("{keyword} \"\""),
        [one] => format!("{keyword} {one}"),
        _ => format!("{keyword} \"\"\n{}", lines.join("\n")),
    }
}

fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '\n' => quoted += "\\n",
            '\t' => quoted += "\\t",
            '\r' => quoted += "\\r",
            '"' => quoted += "\\\"",
            '\\' => quoted += "\\\\",
            other => quoted.push(other),
        }
    }
    quoted + "\""
}
