//! Pages: the programme's own texts.

use std::fs;
use std::path::Path;

use signpost_core::{Markdown, Page};

use super::load;
use super::publishing::{publish, unpublish};
use crate::cli::{AddPage, Chosen, List, Named, PageVerb, Publish, Show};
use crate::desk::Desk;
use crate::draft::Draft;
use crate::failure::{Failure, Outcome};
use crate::nearest::{nearest, not_there};
use crate::phrase;
use crate::record::{PageRecord, PageRow};

pub(super) async fn run(verb: &PageVerb, desk: Desk<'_>) -> Result<Outcome, Failure> {
    match verb {
        PageVerb::List(arguments) => list(arguments, desk).await,
        PageVerb::Show(arguments) => show(arguments, desk).await,
        PageVerb::Add(arguments) => add(arguments, desk).await,
        PageVerb::Edit(arguments) => edit(arguments, desk).await,
        PageVerb::Publish(arguments) => publish_page(arguments, desk).await,
        PageVerb::Unpublish(arguments) => unpublish_page(arguments, desk).await,
        PageVerb::Remove(arguments) => remove(arguments, desk).await,
    }
}

async fn list(arguments: &List, desk: Desk<'_>) -> Result<Outcome, Failure> {
    let register = load(desk.database).await?;
    let rows: Vec<PageRow> = register.pages().iter().map(PageRow::new).collect();
    desk.printer.list(arguments.output.format, &rows)?;
    desk.printer.say(format_args!("{}.", phrase::listed(&rows, "page")))?;
    Ok(Outcome::Done)
}

async fn show(arguments: &Show, desk: Desk<'_>) -> Result<Outcome, Failure> {
    let register = load(desk.database).await?;
    let page = register.pages().iter().find(|page| page.slug.as_str() == arguments.name);
    let page = page.ok_or_else(|| missing(register.pages(), &arguments.name))?;
    desk.printer.record(arguments.output.format, &PageRecord::new(page))?;
    Ok(Outcome::Done)
}

async fn add(arguments: &AddPage, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let text = text(&arguments.file)?;
    let body = async |draft: &mut Draft<'_>| {
        let (slug, title) = (arguments.name.clone(), arguments.title.clone());
        let page = Page { id: draft.id()?, slug, title, body: text.clone(), published_at: None };
        draft.dataset.pages.push(page);
        Ok(())
    };
    desk.change("page add", &arguments.writing, body).await
}

async fn edit(arguments: &Chosen, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let narrow = async |draft: &mut Draft<'_>| {
        let slug = &find(&mut draft.dataset.pages, &arguments.name)?.slug;
        Ok(format!("pages/{slug}.md"))
    };
    desk.edit("page edit", &arguments.asking, narrow).await
}

async fn publish_page(arguments: &Publish, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let body = async |draft: &mut Draft<'_>| {
        let (now, zone) = (draft.now(), draft.zone());
        let page = find(&mut draft.dataset.pages, &arguments.name)?;
        publish(&mut page.published_at, arguments.at, (now, &zone), &format!("the page {}", page.slug))
    };
    desk.change("page publish", &arguments.writing, body).await
}

async fn unpublish_page(arguments: &Named, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let body = async |draft: &mut Draft<'_>| {
        let page = find(&mut draft.dataset.pages, &arguments.name)?;
        unpublish(&mut page.published_at, &format!("the page {}", page.slug))
    };
    desk.change("page unpublish", &arguments.writing, body).await
}

async fn remove(arguments: &Chosen, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let body = async |draft: &mut Draft<'_>| {
        let id = find(&mut draft.dataset.pages, &arguments.name)?.id;
        draft.dataset.pages.retain(|page| page.id != id);
        Ok(())
    };
    let question = format!("Remove the page {}?", arguments.name);
    desk.ask_and_change("page remove", &arguments.asking, &question, body).await
}

/// The page with a short name.
fn find<'a>(pages: &'a mut [Page], name: &str) -> Result<&'a mut Page, Failure> {
    let refusal = missing(pages, name);
    pages.iter_mut().find(|page| page.slug.as_str() == name).ok_or(refusal)
}

fn missing(pages: &[Page], name: &str) -> Failure {
    let names = pages
        .iter()
        .flat_map(|page| [page.slug.as_str(), page.title.as_str()].map(|name| (page.slug.as_str(), name)));
    Failure::input(not_there("page", name, &nearest(name, names)))
}

/// The Markdown in a file.
pub(super) fn text(file: &Path) -> Result<Markdown, Failure> {
    let text = fs::read_to_string(file)
        .map_err(|error| Failure::input(format!("--file {} cannot be read: {error}", file.display())))?;
    Markdown::normalized(&text).map_err(|error| Failure::input(format!("--file {}: {error}", file.display())))
}
