//! Tables that fit the screen.

use comfy_table::presets::NOTHING;
use comfy_table::{
    Attribute, CellAlignment, Color, ColumnConstraint, ContentArrangement, Table, Width as Measure,
};

use super::screen::{Colour, Screen};

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
    let mut table = bare(screen);
    if header == Header::Shown {
        let headings = columns.iter().map(|column| styled(&column.heading.to_uppercase(), Tone::Quiet));
        table.set_header(headings.collect::<Vec<_>>());
    }
    for row in rows {
        for line in 0..row.iter().map(|cell| cell.lines.len()).max().unwrap_or(0) {
            let parts = row.iter().map(|cell| cell.lines.get(line));
            let cells = parts
                .map(|part| part.map_or_else(|| styled("", Tone::Plain), |(text, tone)| styled(text, *tone)));
            table.add_row(cells.collect::<Vec<_>>());
        }
    }
    let widths: Vec<u16> = table.column_max_content_widths();
    let needed = columns.iter().zip(&widths).map(|(column, widest)| match column.width {
        Width::Whole | Width::Number => *widest,
        Width::Wrapping => LEAST_WRAPPING,
        Width::Fixed(columns) => columns,
    });
    let gaps = GAP * u16::try_from(columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    if needed.fold(gaps, u16::saturating_add) > screen.width {
        return blocks(columns, rows, screen);
    }
    table.set_constraints(columns.iter().map(|column| constraint(column.width, rest(columns, screen))));
    for (column, set) in table.column_iter_mut().zip(columns) {
        if let Width::Number = set.width {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    finish(&mut table)
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
                _ => paragraph(&format!("{}: {text}", column.heading), "  ", Tone::Plain, screen),
            });
        }
        lines.push('\n');
    }
    lines
}

/// A text wrapped to the screen, every line indented.
pub(super) fn paragraph(text: &str, indent: &str, tone: Tone, screen: Screen) -> String {
    let indentation = u16::try_from(indent.len()).unwrap_or(0);
    let mut table = bare(screen.indented(indentation));
    table.add_row(vec![styled(text, tone)]);
    let mut lines = String::new();
    for line in finish(&mut table).lines() {
        lines.push_str(indent);
        lines.push_str(line);
        lines.push('\n');
    }
    lines
}

/// Labels and values: every value is wrapped to what its label, so many columns wide, leaves of the screen.
pub(super) fn pairs<T: AsRef<str>>(entries: &[(T, T)], label: u16, indent: &str, screen: Screen) -> String {
    let mut table = bare(screen);
    for (name, value) in entries {
        let name = format!("{indent}{}", name.as_ref());
        table.add_row(vec![styled(&name, Tone::Quiet), styled(value.as_ref(), Tone::Plain)]);
    }
    let indentation = u16::try_from(indent.len()).unwrap_or(0);
    table.set_constraints([ColumnConstraint::Absolute(Measure::Fixed(indentation + label + GAP))]);
    finish(&mut table)
}

fn bare(screen: Screen) -> Table {
    let mut table = Table::new();
    table
        .load_style(NOTHING)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(screen.width + GAP);
    table.force_no_tty();
    if screen.data == Colour::Shown {
        table.enforce_styling().style_text_only();
    }
    table
}

/// Its lines, with nothing at their ends.
fn finish(table: &mut Table) -> String {
    for column in table.column_iter_mut() {
        column.set_padding((0, GAP));
    }
    let mut lines = String::new();
    for line in table.lines() {
        lines.push_str(line.trim_end());
        lines.push('\n');
    }
    lines
}

/// What columns of fixed widths leave to the wrapping one, so that every part of a long list lines up; none in a
/// table without such columns, where the texts decide.
fn rest(columns: &[Column], screen: Screen) -> Option<u16> {
    let fixed = columns.iter().filter_map(|column| match column.width {
        Width::Fixed(columns) => Some(columns + GAP),
        _ => None,
    });
    fixed.reduce(u16::saturating_add).map(|fixed| screen.width.saturating_sub(fixed))
}

fn constraint(width: Width, rest: Option<u16>) -> ColumnConstraint {
    match (width, rest) {
        (Width::Whole | Width::Number, _) => ColumnConstraint::ContentWidth,
        (Width::Fixed(columns), _) | (Width::Wrapping, Some(columns)) => {
            ColumnConstraint::Absolute(Measure::Fixed(columns + GAP))
        }
        (Width::Wrapping, None) => ColumnConstraint::LowerBoundary(Measure::Fixed(1)),
    }
}

fn styled(text: &str, tone: Tone) -> comfy_table::Cell {
    let cell = comfy_table::Cell::new(text);
    match tone {
        Tone::Plain => cell,
        Tone::Strong => cell.add_attribute(Attribute::Bold),
        Tone::Quiet => cell.add_attribute(Attribute::Dim),
        Tone::Good => cell.fg(Color::DarkGreen),
        Tone::Soon => cell.fg(Color::DarkYellow),
        Tone::Grave => cell.fg(Color::DarkRed).add_attribute(Attribute::Bold),
    }
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
