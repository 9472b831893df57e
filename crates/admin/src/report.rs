//! The page that a report is printed as: one file, with its style and its charts in it.

use askama::Template;

use crate::record::{LineRecord, ReportRecord, runs};

/// The widest bar of a chart, in pixels.
const WIDEST: i64 = 360;

/// The height of a chart's row, in pixels.
const ROW: i64 = 24;

/// A report as a page.
#[derive(Debug, Template)]
#[template(path = "staff/report.html", whitespace = "suppress")]
pub(crate) struct ReportPage<'record> {
    record: &'record ReportRecord,
    subtitle: String,
    total: String,
    joint: Option<String>,
    charts: Vec<Chart>,
    tables: Vec<Table>,
}

/// Horizontal bars with their numbers.
#[derive(Debug)]
struct Chart {
    id: String,
    title: String,
    words: String,
    height: i64,
    bars: Vec<Bar>,
}

/// One bar.
#[derive(Debug)]
struct Bar {
    name: String,
    number: i64,
    fill: &'static str,
    width: i64,
    top: i64,
    baseline: i64,
    number_at: i64,
}

/// The same numbers in words.
#[derive(Debug)]
struct Table {
    title: &'static str,
    rows: Vec<[String; 4]>,
}

impl<'record> ReportPage<'record> {
    /// The page of a report.
    pub(crate) fn new(record: &'record ReportRecord) -> Self {
        let exchanges = |line: &LineRecord| line.exchanges;
        let people = |line: &LineRecord| line.people.unwrap_or(0);
        let mut charts = Vec::new();
        let sets = [("year", &record.years), ("kind", &record.kinds), ("direction", &record.directions)];
        for (by, lines) in sets {
            charts.extend(Chart::new(format!("Exchanges by {by}"), lines, exchanges));
            charts.extend(Chart::new(format!("People counted by {by}"), lines, people));
        }
        let mut tables = vec![
            Table::new("By kind", &record.kinds),
            Table::new("By direction", &record.directions),
            Table::new("By partner", &record.partners),
        ];
        tables.push(Table::of_years(&record.years));
        tables.retain(|table| !table.rows.is_empty());
        Self {
            record,
            subtitle: record.subtitle(),
            total: record.total.words(),
            joint: record.joint_words(),
            charts,
            tables,
        }
    }
}

impl Chart {
    /// A chart of the lines that have something, or none where there is nothing to draw.
    fn new(title: String, lines: &[LineRecord], number: fn(&LineRecord) -> i64) -> Option<Self> {
        let lines: Vec<&LineRecord> = lines.iter().filter(|line| number(line) > 0).collect();
        let most = lines.iter().map(|line| number(line)).max()?;
        let bars: Vec<Bar> =
            lines.iter().zip(0..).map(|(line, index)| Bar::new(line, number(line), most, index)).collect();
        let words: Vec<String> = bars.iter().map(|bar| format!("{}: {}", bar.name, bar.number)).collect();
        Some(Self {
            id: title.to_lowercase().replace(' ', "-"),
            title,
            words: words.join("; "),
            height: bars.last().map_or(0, |bar| bar.top + ROW),
            bars,
        })
    }
}

impl Bar {
    fn new(line: &LineRecord, number: i64, most: i64, index: i64) -> Self {
        // Never thinner than can be seen.
        let width = (number.saturating_mul(WIDEST) / most.max(1)).max(2);
        let top = index * ROW;
        Self {
            name: line.name.clone(),
            number,
            fill: if line.is_incomplete() { "url(#incomplete)" } else { "#1f5a4a" },
            width,
            top: top + 4,
            baseline: top + 17,
            number_at: 170 + width + 6,
        }
    }
}

impl Table {
    fn new(title: &'static str, lines: &[LineRecord]) -> Self {
        let row = |line: &LineRecord| {
            let people = line.people_in_words().unwrap_or_default();
            [line.name.clone(), line.exchanges_in_words(), people, line.costs().unwrap_or_default()]
        };
        Self { title, rows: lines.iter().map(row).collect() }
    }

    /// The years, of which those without anything are told together.
    fn of_years(lines: &[LineRecord]) -> Self {
        let told = runs(lines).into_iter().map(|(years, words)| {
            match lines.iter().find(|line| line.name == years) {
                Some(line) => [
                    years,
                    line.exchanges_in_words(),
                    line.people_in_words().unwrap_or_default(),
                    line.costs().unwrap_or_default(),
                ],
                None => [years, words, String::new(), String::new()],
            }
        });
        Self { title: "By year", rows: told.collect() }
    }
}
