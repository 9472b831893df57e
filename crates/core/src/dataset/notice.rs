//! Notices as files hold them: `notices.toml`.

use jiff::Timestamp;

use super::block::Block;
use super::reading::{Names, Reading};
use super::record::Record;
use super::writing::Writing;
use crate::identity::NoticeId;
use crate::notice::Notice;
use crate::text::Slug;

const FILE: &str = "notices.toml";

/// The notices, and what they are called.
pub(super) fn read(reading: &Reading<'_>) -> (Vec<Notice>, Names<NoticeId>) {
    let mut names = Names::new("notice");
    let (notices, whole) = reading.whole(|| {
        reading.toml(FILE, |file| {
            file.rows("notices", |row| {
                let slug: Option<Slug> = row.required("slug");
                let title = row.required("title");
                let severity = row.required("severity");
                let starts_at: Option<Timestamp> = row.required("starts_at");
                let ends_at: Option<Timestamp> = row.optional("ends_at");
                let link = row.optional("link");
                let body = row.optional("body");
                let note = row.optional("note");
                if let (Some(starts), Some(ends)) = (starts_at, ends_at)
                    && ends <= starts
                {
                    row.fault("ends_at", format!("`{ends}` is not after `{starts}`, when it appears"));
                }
                let slug = slug?;
                let id = reading.ids.of(row, "notice", slug.as_str());
                names.add(row, "slug", slug.as_str(), id);
                let (title, severity, starts_at) = (title?, severity?, starts_at?);
                Some(Notice { id, slug, title, body, severity, link, starts_at, ends_at, note })
            })
        })
    });
    (notices.unwrap_or_default(), names.or_more(whole))
}

/// The file of the notices.
pub(super) fn write(writing: &Writing<'_>) -> Option<(String, String)> {
    let blocks = writing.dataset.notices.iter().map(|notice| {
        Block::new()
            .with("slug", &notice.slug)
            .with("title", &notice.title)
            .with("severity", &notice.severity)
            .with("starts_at", &notice.starts_at)
            .maybe("ends_at", notice.ends_at.as_ref())
            .maybe("link", notice.link.as_ref())
            .maybe("body", notice.body.as_ref())
            .maybe("note", notice.note.as_ref())
            .id(notice.id)
            .under("[[notices]]")
    });
    super::write::listed(FILE, blocks)
}
