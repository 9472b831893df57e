//! `/data`

use signpost_core::store::exchange::{self, ExchangeFilter};

use super::{PageVisit, rendered};
use crate::app::unavailable;
use crate::http::{Answer, PageError};
use crate::pages::DataPage;
use crate::urls::Page;

/// What is on record, and where it comes from.
pub async fn data(visit: PageVisit) -> Result<Answer, PageError> {
    let mut reading = visit.app.read().await?;
    let exchanges = exchange::count(&mut reading.snapshot, &ExchangeFilter::default()).await;
    let exchanges = exchanges.map_err(|error| unavailable(&error))?;
    let presenter = visit.app.presenter(&reading.register, visit.locale);
    let view = presenter.data(exchanges);
    let description = visit.locale.say_with("data-description", [("host", presenter.host().into())]);
    let chrome = presenter.chrome(visit.app.address(), &Page::Data, &view.heading, &description);
    rendered(&DataPage { chrome, view })
}
