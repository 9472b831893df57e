//! `/data`

use signpost_core::store::exchange::{self, ExchangeFilter};
use signpost_core::store::{history, report};

use super::calendar::Unfiltered;
use super::{PageVisit, rendered};
use crate::app::unavailable;
use crate::http::{Answer, Content, Media, PageError};
use crate::pages::DataPage;
use crate::urls::{Download, Page};

/// What is on record, and where it comes from.
pub async fn data(visit: PageVisit) -> Result<Answer, PageError> {
    let mut reading = visit.app.read().await?;
    let exchanges = exchange::count(&mut reading.snapshot, &ExchangeFilter::default()).await;
    let exchanges = exchanges.map_err(|error| unavailable(&error))?;
    let state = history::state(&mut reading.snapshot).await.map_err(|error| unavailable(&error))?;
    let presenter = visit.app.presenter(&reading.register, visit.locale);
    let people = report::people_held(&mut reading.snapshot, presenter.today()).await;
    let people = people.map_err(|error| unavailable(&error))?;
    let view = presenter.data(exchanges, people, &state);
    let description = visit.locale.say_with("data-description", [("host", presenter.host().into())]);
    let address = visit.app.address();
    let chrome = presenter
        .chrome(address, &Page::Data, &view.heading, &description)
        .structured(presenter.dataset_data(address, &state));
    rendered(&DataPage { chrome, view })
}

/// The description of the files for catalogues.
pub async fn catalogue(visit: PageVisit<(), Unfiltered>) -> Result<Answer, PageError> {
    let mut reading = visit.app.read().await?;
    let state = history::state(&mut reading.snapshot).await.map_err(|error| unavailable(&error))?;
    let presenter = visit.app.presenter(&reading.register, visit.locale);
    let text = presenter.catalogue(visit.app.address(), &state);
    Ok(Content::new(Media::named(Download::JSON_LD), text).shared().into())
}
