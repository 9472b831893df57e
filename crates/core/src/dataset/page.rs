//! Pages as files hold them: `pages/SLUG.md`, whose head, between two lines of `+++`, is TOML.

use super::block::Block;
use super::head;
use super::reading::{Names, Reading};
use super::record::Record;
use super::table::Toml;
use super::writing::Writing;
use crate::identity::{Id, PageId};
use crate::page::Page;
use crate::text::Slug;

const FOLDER: &str = "pages/";

/// The pages, and what they are called: whatever file there is, there is a page of that name.
pub(super) fn read(reading: &Reading<'_>) -> (Vec<Page>, Names<PageId>) {
    let (mut pages, mut names) = (Vec::new(), Names::new("page"));
    for file in reading.folder.within(FOLDER) {
        let slug = file.strip_prefix(FOLDER).and_then(|name| name.strip_suffix(".md")).unwrap_or_default();
        let page = reading.folder.text(file).and_then(|text| read_one(reading, file, slug, &text));
        names.insert(slug, page.as_ref().map_or_else(|| Id::derived("page", slug), |page| page.id));
        pages.extend(page);
    }
    (pages, names)
}

fn read_one(reading: &Reading<'_>, file: &str, slug: &str, text: &str) -> Option<Page> {
    let Some((head, body)) = head::parts(text) else {
        let text = "a page begins with a line `+++`, then `title = \"…\"`, then another line `+++`";
        reading.faults.add(file, Some(1), text);
        return None;
    };
    let body = reading.part(file, body, head::line_of_body(head));
    let head = Toml::parse(file, head, 1, reading.faults, reading.nearest)?;
    head.read(|head| {
        let title = head.required("title");
        let published_at = head.optional("published_at");
        let id = reading.ids.of(head, "page", slug);
        Some(Page { id, slug: slug.parse::<Slug>().ok()?, title: title?, body: body?, published_at })
    })
}

/// The files of the pages.
pub(super) fn write<'a>(writing: &'a Writing<'_>) -> impl Iterator<Item = (String, String)> + 'a {
    writing.dataset.pages.iter().map(|page| {
        let head = Block::new()
            .with("title", &page.title)
            .maybe("published_at", page.published_at.as_ref())
            .id(page.id)
            .lines();
        (format!("{FOLDER}{}.md", page.slug), head::joined(&head, page.body.as_str()))
    })
}
