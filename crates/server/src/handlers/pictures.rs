//! `/signpost`, `/signpost/print`, `/timeline`, `/map`, and the pictures as files.

use askama::Template;
use jiff::civil::Date;

use super::{AsOf, PageVisit, page_text, rendered};
use crate::http::{Answer, Content, Media, PageError};
use crate::pages::{
    Chrome, MapFile, MapPage, SignpostBoardsPage, SignpostFile, SignpostPage, TimelineFile, TimelinePage,
};
use crate::present::Presenter;
use crate::urls::Page;

type Visit = PageVisit<(), AsOf>;

/// The signpost with its table, today or as of a day.
pub async fn signpost(visit: Visit) -> Result<Answer, PageError> {
    let register = visit.app.register()?;
    let presenter = visit.app.presenter(&register, visit.locale);
    let on = visit.query.day(presenter);
    let view = presenter.signpost(on);
    let description = visit.locale.say_with("signpost-description", [("host", presenter.host().into())]);
    let chrome = chrome(&visit, presenter, &Page::Signpost { on }, &view.heading, &description);
    rendered(&SignpostPage { chrome, view })
}

/// The signpost's boards for a sign maker.
pub async fn signpost_boards(visit: Visit) -> Result<Answer, PageError> {
    let register = visit.app.register()?;
    let presenter = visit.app.presenter(&register, visit.locale);
    let on = visit.query.day(presenter);
    let view = presenter.signpost_boards(on);
    let description = visit.locale.say_with("boards-description", [("host", presenter.host().into())]);
    let chrome = chrome(&visit, presenter, &Page::SignpostBoards { on }, &view.heading, &description);
    rendered(&SignpostBoardsPage { chrome, view })
}

/// The map, today or as of a day.
pub async fn map(visit: Visit) -> Result<Answer, PageError> {
    let register = visit.app.register()?;
    let presenter = visit.app.presenter(&register, visit.locale);
    let on = visit.query.day(presenter);
    let view = presenter.map(on);
    let description = visit.locale.say_with("map-description", [("host", presenter.host().into())]);
    let chrome = chrome(&visit, presenter, &Page::Map { on }, &view.heading, &description);
    rendered(&MapPage { chrome, view })
}

/// The timeline, with a line on today or on a day.
pub async fn timeline(visit: Visit) -> Result<Answer, PageError> {
    let register = visit.app.register()?;
    let presenter = visit.app.presenter(&register, visit.locale);
    let on = visit.query.day(presenter);
    let view = presenter.timeline(on);
    let description = visit.locale.say_with("timeline-description", [("host", presenter.host().into())]);
    let chrome = chrome(&visit, presenter, &Page::Timeline { on }, &view.heading, &description);
    rendered(&TimelinePage { chrome, view })
}

/// The signpost as a file.
pub async fn signpost_file(visit: Visit) -> Result<Answer, PageError> {
    let register = visit.app.register()?;
    let presenter = visit.app.presenter(&register, visit.locale);
    let signpost = presenter.signpost(visit.query.day(presenter)).signpost;
    drawn(&SignpostFile { site: visit.app.address().clone(), signpost })
}

/// The map as a file.
pub async fn map_file(visit: Visit) -> Result<Answer, PageError> {
    let register = visit.app.register()?;
    let presenter = visit.app.presenter(&register, visit.locale);
    let map = presenter.map_picture(day_or_today(&visit, presenter));
    drawn(&MapFile { site: visit.app.address().clone(), map })
}

/// The timeline as a file.
pub async fn timeline_file(visit: Visit) -> Result<Answer, PageError> {
    let register = visit.app.register()?;
    let presenter = visit.app.presenter(&register, visit.locale);
    let timeline = presenter.timeline(visit.query.day(presenter)).timeline;
    drawn(&TimelineFile { site: visit.app.address().clone(), timeline })
}

fn day_or_today(visit: &Visit, presenter: Presenter<'_>) -> Date {
    visit.query.day(presenter).unwrap_or_else(|| presenter.today())
}

fn chrome(visit: &Visit, presenter: Presenter<'_>, page: &Page, heading: &str, description: &str) -> Chrome {
    presenter.chrome(visit.app.address(), page, heading, description)
}

/// A picture by itself.
fn drawn(picture: &impl Template) -> Result<Answer, PageError> {
    let svg = page_text(picture)?.into_bytes();
    Ok(Content::new(Media::named("image/svg+xml"), svg).shared().into())
}
