//! `/partners` and `/partners/{slug}`

use signpost_core::Called;
use signpost_core::store::exchange::{self, ExchangeFilter, Order, Page as Part};

use super::{AsOf, PageVisit, rendered};
use crate::app::unavailable;
use crate::http::{Answer, PageError, Sought};
use crate::pages::{PartnerPage, PartnersPage};
use crate::present::PartnerExchanges;
use crate::urls::Page;

/// The partners, today or as of a day.
pub async fn list(visit: PageVisit<(), AsOf>) -> Result<Answer, PageError> {
    let register = visit.app.register()?;
    let presenter = visit.app.presenter(&register, visit.locale);
    let on = visit.query.day(presenter);
    let view = presenter.partners(on);
    let description = visit.locale.say_with("partners-description", [("host", presenter.host().into())]);
    let chrome = presenter.chrome(visit.app.address(), &Page::Partners { on }, &view.heading, &description);
    rendered(&PartnersPage { chrome, view })
}

/// How many of a partner's exchanges, to come and past, its page shows.
const SHOWN: u16 = 12;

/// One partner; by another name than its slug, the way there.
pub async fn partner(visit: PageVisit<String>) -> Result<Answer, PageError> {
    let mut reading = visit.app.read_unfiltered().await?;
    let presenter = visit.app.presenter(&reading.register, visit.locale);
    let not_found = || PageError::NotFound(Sought::Partner(visit.path.clone()));
    let partner = match reading.register.called(&visit.path).ok_or_else(not_found)? {
        Called::Slug(partner) => partner,
        Called::OtherName(partner) => {
            let page = Page::Partner { slug: partner.slug.to_string() };
            return Ok(Answer::Moved(page.url(visit.locale).to_string()));
        }
    };
    let today = presenter.today();
    let with_partner = ExchangeFilter { partner: Some(partner.id), ..ExchangeFilter::default() };
    let upcoming = ExchangeFilter { from: Some(today), ..with_partner.clone() };
    let past = ExchangeFilter { until: today.yesterday().ok(), ..with_partner };
    let snapshot = &mut reading.snapshot;
    let upcoming = exchange::find(snapshot, &upcoming, Order::Earliest, Part::First, SHOWN).await;
    let upcoming = upcoming.map_err(|error| unavailable(&error))?;
    let past = exchange::find(snapshot, &past, Order::Latest, Part::First, SHOWN).await;
    let past = past.map_err(|error| unavailable(&error))?;
    let held = exchange::held_by_year(snapshot, partner.id, today).await;
    let held = held.map_err(|error| unavailable(&error))?;
    let exchanges = PartnerExchanges {
        upcoming: &upcoming.exchanges,
        past: &past.exchanges,
        more: upcoming.after.is_some() || past.after.is_some(),
        held: &held,
    };
    let view = presenter.partner(partner, &exchanges).ok_or_else(not_found)?;
    let page = Page::Partner { slug: partner.slug.to_string() };
    let description = visit.locale.say_with(
        "partner-description",
        [("city", view.blade.name.as_str().into()), ("standing", view.blade.standing.words.as_str().into())],
    );
    let address = visit.app.address();
    let data = presenter.city_data(address, partner, &view);
    let chrome = presenter.chrome(address, &page, &view.blade.name, &description).structured([data]);
    rendered(&PartnerPage { chrome, view })
}
