//! `/`

use signpost_core::store::exchange::{self, ExchangeFilter, Order, Page as Part};

use super::{PageVisit, rendered};
use crate::app::unavailable;
use crate::http::{Answer, PageError};
use crate::pages::HomePage;
use crate::urls::Page;

/// How many exchanges to come are read, for the next three and for the next one of each sister city.
const UPCOMING: u16 = 50;
/// How many of them the page shows.
const SHOWN: usize = 3;

/// The front page.
pub async fn home(visit: PageVisit) -> Result<Answer, PageError> {
    let mut reading = visit.app.read_unfiltered().await?;
    let presenter = visit.app.presenter(&reading.register, visit.locale);
    let filter = ExchangeFilter { from: Some(presenter.today()), ..ExchangeFilter::default() };
    let found = exchange::find(&mut reading.snapshot, &filter, Order::Earliest, Part::First, UPCOMING).await;
    let upcoming = found.map_err(|error| unavailable(&error))?.exchanges;
    let view = presenter.home(&upcoming, SHOWN);
    let address = visit.app.address();
    let chrome = presenter
        .chrome(address, &Page::Home, "", &visit.locale.say("home-description"))
        .structured([presenter.organization_data(address)]);
    rendered(&HomePage { chrome, view })
}
