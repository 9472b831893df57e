//! Pages as files hold them: `pages/SLUG.md`, whose head, between two lines of `+++`, is TOML.

use super::block::Block;
use super::reading::{Names, Reading};
use super::record::Record;
use super::table::Toml;
use super::writing::Writing;
use crate::identity::{Id, PageId};
use crate::page::Page;
use crate::text::Slug;

const FOLDER: &str = "pages/";
const MARK: &str = "+++";

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
    let Some((head, body)) = parts(text) else {
        let text = "a page begins with a line `+++`, then `title = \"…\"`, then another line `+++`";
        reading.faults.add(file, Some(1), text);
        return None;
    };
    let lines = 2 + head.lines().count();
    let body = reading.part(file, body, lines + 1);
    let head = Toml::parse(file, head, 1, reading.faults, reading.nearest)?;
    head.read(|head| {
        let title = head.required("title");
        let published_at = head.optional("published_at");
        let id = reading.ids.of(head, "page", slug);
        Some(Page { id, slug: slug.parse::<Slug>().ok()?, title: title?, body: body?, published_at })
    })
}

/// The head and the body of a page, without the empty line between them.
fn parts(text: &str) -> Option<(&str, &str)> {
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

/// The files of the pages.
pub(super) fn write<'a>(writing: &'a Writing<'_>) -> impl Iterator<Item = (String, String)> + 'a {
    writing.dataset.pages.iter().map(|page| {
        let head = Block::new()
            .with("title", &page.title)
            .maybe("published_at", page.published_at.as_ref())
            .id(page.id)
            .lines();
        (format!("{FOLDER}{}.md", page.slug), format!("{MARK}\n{head}{MARK}\n\n{}\n", page.body))
    })
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn a_page_has_a_head_and_a_body() {
        assert_eq!(parts("+++\na = 1\n+++\n\nText\n"), Some(("a = 1\n", "Text\n")));
        assert_eq!(parts("+++\r\na = 1\r\n+++\r\n\r\nText"), Some(("a = 1\r\n", "Text")));
        assert_eq!(parts("+++\n+++\n+++\n"), Some(("", "+++\n")));
        for text in ["", "+++", "+++\na = 1\n", "Text\n+++\n+++\n", "# Home"] {
            assert_eq!(parts(text), None, "{text:?}");
        }
    }
}
