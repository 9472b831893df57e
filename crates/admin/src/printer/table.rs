//! Tables that fit the screen.

use std::borrow::Cow;

use textwrap::{Options, WordSplitter};
use unicode_width::UnicodeWidthStr;

use super::screen::Screen;

/// A column of a table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Column {
    /// What stands over it.
    pub(crate) heading: &'static str,
    /// How wide it is.
    pub(crate) width: Width,
}

/// How wide a column is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Width {
    /// As wide as its widest cell: names and dates, which are not torn apart.
    Whole,
    /// What the others leave: texts, which wrap.
    Wrapping,
    /// Exactly so wide, in every part of a long list.
    Fixed(u16),
    /// As wide as its widest number; numbers stand to the right.
    Number,
}

/// A cell of a table: one or more lines, each of which may wrap.
#[derive(Clone, Debug)]
pub(crate) struct Cell {
    lines: Vec<(String, Tone)>,
}

/// How a text sounds. Colour is never the only sign: the words say it too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    /// As any.
    Plain,
    /// A heading or a name.
    Strong,
    /// Of less weight.
    Quiet,
    /// As it should be.
    Good,
    /// To be seen to soon.
    Soon,
    /// Wrong.
    Grave,
}

/// Whether the headings are printed: they stand over the first part of a list only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Header {
    /// They are.
    Shown,
    /// They are not.
    Hidden,
}

impl Column {
    /// A column as wide as its widest cell.
    pub(crate) const fn whole(heading: &'static str) -> Self {
        Self { heading, width: Width::Whole }
    }

    /// A column whose texts wrap.
    pub(crate) const fn wrapping(heading: &'static str) -> Self {
        Self { heading, width: Width::Wrapping }
    }

    /// A column of numbers.
    pub(crate) const fn number(heading: &'static str) -> Self {
        Self { heading, width: Width::Number }
    }

    /// A column of one width.
    pub(crate) const fn fixed(heading: &'static str, columns: u16) -> Self {
        Self { heading, width: Width::Fixed(columns) }
    }
}

impl Cell {
    /// A cell in a tone.
    pub(crate) fn toned(text: impl Into<String>, tone: Tone) -> Self {
        Self { lines: vec![(text.into(), tone)] }
    }

    /// A cell without a tone.
    pub(crate) fn plain(text: impl Into<String>) -> Self {
        Self::toned(text, Tone::Plain)
    }

    /// A cell of less weight.
    pub(crate) fn quiet(text: impl Into<String>) -> Self {
        Self::toned(text, Tone::Quiet)
    }

    /// How wide its widest line is.
    fn width(&self) -> u16 {
        let lines = self.lines.iter().flat_map(|(text, _)| text.split('\n'));
        u16::try_from(lines.map(UnicodeWidthStr::width).max().unwrap_or(0)).unwrap_or(u16::MAX)
    }

    /// Its lines, wrapped to a width.
    fn wrapped(&self, width: u16) -> Vec<(Cow<'_, str>, Tone)> {
        let lines = self.lines.iter();
        lines.flat_map(|(text, tone)| wrap(text, width).into_iter().map(|line| (line, *tone))).collect()
    }

    /// With one more line, of less weight, unless that is empty.
    pub(crate) fn below(mut self, text: impl Into<String>) -> Self {
        let text = text.into();
        if !text.is_empty() {
            self.lines.push((text, Tone::Quiet));
        }
        self
    }
}

/// Columns between two columns of a table.
const GAP: u16 = 2;

/// What a column of wrapping texts needs at least to be read.
const LEAST_WRAPPING: u16 = 16;

/// The lines of a table; on a screen too narrow for it, one block of lines for each row.
pub(super) fn lines(columns: &[Column], header: Header, rows: &[Vec<Cell>], screen: Screen) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let headings: Vec<Cell> =
        columns.iter().map(|column| Cell::quiet(column.heading.to_uppercase())).collect();
    let shown = (header == Header::Shown).then_some(&headings);
    let all = || shown.into_iter().chain(rows);
    let contents: Vec<u16> = (0..columns.len())
        .map(|index| all().filter_map(|row| row.get(index)).map(Cell::width).max().unwrap_or(0))
        .collect();
    let Some(widths) = widths(columns, &contents, screen) else { return blocks(columns, rows, screen) };
    let mut lines = String::new();
    for row in all() {
        put_row(&mut lines, columns, &widths, row, screen);
    }
    lines
}

/// How wide each column is; none where the screen is too narrow for them.
fn widths(columns: &[Column], contents: &[u16], screen: Screen) -> Option<Vec<u16>> {
    let gaps = GAP.saturating_mul(u16::try_from(columns.len().saturating_sub(1)).unwrap_or(u16::MAX));
    // A long list is printed part by part: every part must line up, whatever its texts.
    let is_in_parts = columns.iter().any(|column| matches!(column.width, Width::Fixed(_)));
    let mut left = screen.width.checked_sub(gaps)?;
    let mut widths = vec![0; columns.len()];
    let mut wrapping: Vec<(usize, u16)> = Vec::new();
    for (index, (column, content)) in columns.iter().zip(contents).enumerate() {
        let width = match column.width {
            Width::Whole | Width::Number => *content,
            Width::Fixed(columns) => columns,
            Width::Wrapping => {
                wrapping.push((index, if is_in_parts { u16::MAX } else { *content }));
                continue;
            }
        };
        left = left.checked_sub(width)?;
        if let Some(place) = widths.get_mut(index) {
            *place = width;
        }
    }
    // The narrowest first: what they leave of their share goes to the wider ones.
    wrapping.sort_by_key(|(_, content)| *content);
    let count = u16::try_from(wrapping.len()).unwrap_or(u16::MAX);
    for ((index, content), others) in wrapping.into_iter().zip((1..=count).rev()) {
        let width = content.min(left / others);
        if width < content.min(LEAST_WRAPPING) {
            return None;
        }
        left -= width;
        if let Some(place) = widths.get_mut(index) {
            *place = width;
        }
    }
    Some(widths)
}

/// Writes a row: as many lines as its highest cell has.
fn put_row(lines: &mut String, columns: &[Column], widths: &[u16], row: &[Cell], screen: Screen) {
    let cells: Vec<Vec<(Cow<'_, str>, Tone)>> =
        row.iter().zip(widths).map(|(cell, width)| cell.wrapped(*width)).collect();
    for line in 0..cells.iter().map(Vec::len).max().unwrap_or(0) {
        let mut gap = 0;
        for ((cell, width), column) in cells.iter().zip(widths).zip(columns) {
            let width = usize::from(*width);
            match cell.get(line).filter(|(text, _)| !text.is_empty()) {
                None => gap += width,
                Some((text, tone)) => {
                    let rest = width.saturating_sub(text.width());
                    let (before, after) =
                        if let Width::Number = column.width { (rest, 0) } else { (0, rest) };
                    lines.extend(std::iter::repeat_n(' ', gap + before));
                    lines.push_str(&screen.on_data(text, *tone));
                    gap = after;
                }
            }
            gap += usize::from(GAP);
        }
        lines.push('\n');
    }
}

/// A text in lines of a width; an empty text is one empty line.
fn wrap(text: &str, width: u16) -> Vec<Cow<'_, str>> {
    let width = usize::from(width.max(1));
    if !text.contains('\n') && text.width() <= width {
        return vec![Cow::Borrowed(text)];
    }
    // A short name stays whole where it can, so that it can be copied.
    let is_split = text.split_whitespace().any(|word| word.width() > width);
    let splitter = if is_split { WordSplitter::HyphenSplitter } else { WordSplitter::NoHyphenation };
    // First-fit: what a person compares line by line does not shift when a word is added.
    let options =
        Options::new(width).word_splitter(splitter).wrap_algorithm(textwrap::WrapAlgorithm::FirstFit);
    textwrap::wrap(text, options)
}

/// One block of lines for each row: its first cell, then each of the others after its heading.
fn blocks(columns: &[Column], rows: &[Vec<Cell>], screen: Screen) -> String {
    let mut lines = String::new();
    for row in rows {
        for (index, (column, cell)) in columns.iter().zip(row).enumerate() {
            let texts: Vec<&str> = cell.lines.iter().map(|(text, _)| text.as_str()).collect();
            let text = texts.join(", ");
            lines.push_str(&match index {
                0 => paragraph(&text, "", Tone::Strong, screen),
                _ if text.is_empty() => String::new(),
                _ => hanging(&format!("{}: {text}", column.heading), screen),
            });
        }
        lines.push('\n');
    }
    lines
}

/// A text in a block: what does not fit on its first line is indented further.
fn hanging(text: &str, screen: Screen) -> String {
    let mut lines = wrap(text, screen.width.saturating_sub(4)).into_iter();
    let first = lines.next().map(|line| format!("  {line}\n")).unwrap_or_default();
    lines.fold(first, |text, line| text + "    " + &line + "\n")
}

/// A text wrapped to the screen, every line indented.
pub(super) fn paragraph(text: &str, indent: &str, tone: Tone, screen: Screen) -> String {
    let width = screen.width.saturating_sub(u16::try_from(indent.len()).unwrap_or(0));
    let mut lines = String::new();
    for line in wrap(text, width) {
        put_line(&mut lines, indent, &line, tone, screen);
    }
    lines
}

/// Labels and values: every value is wrapped to what its label, so many columns wide, leaves of the screen.
pub(super) fn pairs<T: AsRef<str>>(entries: &[(T, T)], label: u16, indent: &str, screen: Screen) -> String {
    let before = u16::try_from(indent.len()).unwrap_or(0) + label + GAP;
    let mut lines = String::new();
    for (name, value) in entries {
        let mut name = name.as_ref();
        for line in wrap(value.as_ref(), screen.width.saturating_sub(before)) {
            let rest = usize::from(label + GAP).saturating_sub(name.width());
            let labelled = format!("{indent}{}{:rest$}", screen.on_data(name, Tone::Quiet), "");
            put_line(&mut lines, &labelled, &line, Tone::Plain, screen);
            name = "";
        }
    }
    lines
}

/// Writes a line after what stands before it, with nothing at its end.
fn put_line(lines: &mut String, before: &str, line: &str, tone: Tone, screen: Screen) {
    let line = line.trim_end();
    if line.is_empty() {
        lines.push_str(before.trim_end());
    } else {
        lines.push_str(before);
        lines.push_str(&screen.on_data(line, tone));
    }
    lines.push('\n');
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;
    use unicode_width::UnicodeWidthStr;

    use super::*;

    const COLUMNS: &[Column] = &[
        Column::whole("partner"),
        Column::wrapping("country"),
        Column::whole("kind"),
        Column::whole("standing"),
    ];

    fn rows() -> Vec<Vec<Cell>> {
        let rows = [
            ["Bhubaneswar ଭୁବନେଶ୍ୱର", "India", "sister", "active"],
            ["Shenzhen 深圳市", "People's Republic of China", "friendship", "unrecorded"],
            ["Toyokawa 豊川市", "Japan", "sister", "active"],
        ];
        rows.iter().map(|row| row.iter().map(|cell| Cell::plain(*cell)).collect()).collect()
    }

    #[test]
    fn a_table_lines_up_whatever_the_script() {
        assert_snapshot!(lines(COLUMNS, Header::Shown, &rows(), Screen::plain(80)), @"
        PARTNER              COUNTRY                     KIND        STANDING
        Bhubaneswar ଭୁବନେଶ୍ୱର  India                       sister      active
        Shenzhen 深圳市      People's Republic of China  friendship  unrecorded
        Toyokawa 豊川市      Japan                       sister      active
        ");
    }

    #[test]
    fn a_narrower_screen_wraps_texts_and_a_very_narrow_one_gets_blocks() {
        assert_snapshot!(lines(COLUMNS, Header::Shown, &rows(), Screen::plain(66)), @"
        PARTNER              COUNTRY                KIND        STANDING
        Bhubaneswar ଭୁବନେଶ୍ୱର  India                  sister      active
        Shenzhen 深圳市      People's Republic of   friendship  unrecorded
                             China
        Toyokawa 豊川市      Japan                  sister      active
        ");
        assert_snapshot!(lines(COLUMNS, Header::Shown, &rows(), Screen::plain(40)), @"
        Bhubaneswar ଭୁବନେଶ୍ୱର
          country: India
          kind: sister
          standing: active

        Shenzhen 深圳市
          country: People's Republic of China
          kind: friendship
          standing: unrecorded

        Toyokawa 豊川市
          country: Japan
          kind: sister
          standing: active
        ");
    }

    #[test]
    fn no_line_is_wider_than_the_screen() {
        for width in 20..100 {
            let lines = lines(COLUMNS, Header::Shown, &rows(), Screen::plain(width));
            let widest = lines.lines().map(UnicodeWidthStr::width).max().unwrap();
            assert!(widest <= width.into(), "{widest} > {width}:\n{lines}");
        }
    }
}
