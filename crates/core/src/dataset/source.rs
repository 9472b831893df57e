//! Sources as files hold them: `sources.toml`.

use super::block::Block;
use super::reading::{Names, Reading};
use super::record::Record;
use super::writing::Writing;
use crate::identity::SourceId;
use crate::source::Source;
use crate::text::Slug;

const FILE: &str = "sources.toml";

/// The sources, and what they are called.
pub(super) fn read(reading: &Reading<'_>) -> (Vec<Source>, Names<SourceId>) {
    let mut names = Names::new("source");
    let (sources, whole) = reading.whole(|| {
        reading.toml(FILE, |file| {
            file.rows("sources", |row| {
                let slug: Option<Slug> = row.required("slug");
                let title = row.required("title");
                let publisher = row.optional("publisher");
                let dated = row.optional("dated");
                let address = row.optional("address");
                let note = row.optional("note");
                let slug = slug?;
                let id = reading.ids.of(row, "source", slug.as_str());
                names.add(row, "slug", slug.as_str(), id);
                Some(Source { id, slug, title: title?, publisher, dated, address, note })
            })
        })
    });
    (sources.unwrap_or_default(), names.or_more(whole))
}

/// The file of the sources.
pub(super) fn write(writing: &Writing<'_>) -> Option<(String, String)> {
    let blocks = writing.dataset.sources.iter().map(|source| {
        Block::new()
            .with("slug", &source.slug)
            .with("title", &source.title)
            .maybe("publisher", source.publisher.as_ref())
            .maybe("dated", source.dated.as_ref())
            .maybe("address", source.address.as_ref())
            .maybe("note", source.note.as_ref())
            .id(source.id)
            .under("[[sources]]")
    });
    super::write::listed(FILE, blocks)
}
