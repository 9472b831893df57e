//! Notices.

use jiff::Timestamp;
use serde::Serialize;
use signpost_core::{Line, Markdown, Notice, Severity, Slug, TimeZoneName, WebAddress};

use super::value;
use crate::printer::{Cell, Column, Record, Row, Section, Sheet, Tone};

/// A notice in a list.
#[derive(Debug, Serialize)]
pub(crate) struct NoticeRow {
    slug: Slug,
    title: Line,
    severity: Severity,
    state: NoticeState,
    starts_at: Timestamp,
    ends_at: Option<Timestamp>,
    #[serde(skip)]
    zone: TimeZoneName,
}

/// What a notice is at a moment.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
enum NoticeState {
    Coming,
    Shown,
    Past,
}

/// A notice, whole.
#[derive(Debug, Serialize)]
pub(crate) struct NoticeRecord {
    #[serde(flatten)]
    row: NoticeRow,
    body: Option<Markdown>,
    link: Option<WebAddress>,
    note: Option<Markdown>,
}

impl NoticeState {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Coming => "coming",
            Self::Shown => "shown",
            Self::Past => "past",
        }
    }

    const fn tone(self) -> Tone {
        match self {
            Self::Coming => Tone::Soon,
            Self::Shown => Tone::Good,
            Self::Past => Tone::Quiet,
        }
    }
}

impl NoticeRow {
    /// A notice as it is at a moment; its times are shown in the host's zone.
    pub(crate) fn new(notice: &Notice, now: Timestamp, zone: &TimeZoneName) -> Self {
        let state = match notice {
            shown if shown.is_shown_at(now) => NoticeState::Shown,
            coming if now < coming.starts_at => NoticeState::Coming,
            _ => NoticeState::Past,
        };
        Self {
            slug: notice.slug.clone(),
            title: notice.title.clone(),
            severity: notice.severity,
            state,
            starts_at: notice.starts_at,
            ends_at: notice.ends_at,
            zone: zone.clone(),
        }
    }

    fn day(&self, moment: Timestamp) -> String {
        moment.to_zoned_datetime(self.zone.zone()).date().to_string()
    }

    fn time(&self, moment: Timestamp) -> String {
        format!("{}, {}", moment.to_zoned_datetime(self.zone.zone()).strftime("%Y-%m-%d %H:%M"), self.zone)
    }
}

impl Row for NoticeRow {
    const COLUMNS: &'static [Column] = &[
        Column::whole("notice"),
        Column::wrapping("title"),
        Column::whole("severity"),
        Column::whole("state"),
        Column::whole("from"),
        Column::whole("until"),
    ];
    const FIELDS: &'static [&'static str] = &["slug", "title", "severity", "state", "starts_at", "ends_at"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::toned(self.slug.as_str(), Tone::Strong),
            Cell::plain(self.title.as_str()),
            Cell::plain(self.severity.as_str()),
            Cell::toned(self.state.as_str(), self.state.tone()),
            Cell::plain(self.day(self.starts_at)),
            self.ends_at.map_or_else(|| Cell::quiet("open"), |end| Cell::plain(self.day(end))),
        ]
    }

    fn values(&self) -> Vec<String> {
        vec![
            self.slug.to_string(),
            self.title.to_string(),
            self.severity.to_string(),
            self.state.as_str().to_owned(),
            self.starts_at.to_string(),
            value(self.ends_at),
        ]
    }
}

impl NoticeRecord {
    /// A notice as it is at a moment.
    pub(crate) fn new(notice: &Notice, now: Timestamp, zone: &TimeZoneName) -> Self {
        Self {
            row: NoticeRow::new(notice, now, zone),
            body: notice.body.clone(),
            link: notice.link.clone(),
            note: notice.note.clone(),
        }
    }
}

impl Record for NoticeRecord {
    type Row = NoticeRow;

    fn row(&self) -> &NoticeRow {
        &self.row
    }

    fn sheet(&self) -> Sheet {
        let row = &self.row;
        let until = row.ends_at.map_or_else(|| "withdrawn".to_owned(), |end| row.time(end));
        let subtitle = match row.state {
            NoticeState::Coming => "Not shown yet",
            NoticeState::Shown => "Shown on every page of the site",
            NoticeState::Past => "No longer shown",
        };
        let facts = Section::new("")
            .entry("short name", row.slug.as_str())
            .entry("severity", row.severity.as_str())
            .entry("from", row.time(row.starts_at))
            .entry("until", until)
            .maybe("text", self.body.as_ref().map(Markdown::as_str))
            .maybe("link", self.link.as_ref().map(WebAddress::as_str))
            .maybe("remark", self.note.as_ref().map(Markdown::as_str));
        Sheet::new(row.title.as_str(), subtitle).with(facts)
    }
}
