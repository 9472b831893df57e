//! The view of the list of exchanges.

use jiff::civil::Date;
use signpost_core::{Direction, Exchange, ExchangeKind, Partner, SearchWords};

use crate::pages::{Choice, ExchangesView, FilterView, Link, MenuItem};
use crate::present::Presenter;
use crate::urls::{ExchangesQuery, Page, Period};

/// What visitors selected.
#[derive(Clone, Copy)]
pub struct Selection<'a> {
    /// Only exchanges with this partner.
    pub partner: Option<&'a Partner>,
    /// Only exchanges of this kind.
    pub kind: Option<ExchangeKind>,
    /// Only exchanges in this direction.
    pub direction: Option<Direction>,
    /// Only exchanges that say these words.
    pub text: Option<&'a SearchWords>,
    /// To come, or past.
    pub period: Period,
}

/// What there is of it.
#[derive(Clone, Copy)]
pub struct Listing<'a> {
    /// The exchanges of one page of the list.
    pub exchanges: &'a [Exchange],
    /// Where the list goes on.
    pub after: Option<&'a str>,
    /// Where there are none, the nearest that another selection would show.
    pub nearest: &'a [Exchange],
}

impl Selection<'_> {
    /// The query that selects the same.
    pub fn query(self) -> ExchangesQuery {
        ExchangesQuery {
            partner: self.partner.map(|partner| partner.slug.to_string()),
            kind: self.kind.map(|kind| kind.as_str().to_owned()),
            direction: self.direction.map(|direction| direction.as_str().to_owned()),
            text: self.text.map(ToString::to_string),
            period: self.period,
            after: None,
        }
    }
}

impl Presenter<'_> {
    /// The exchanges that visitors selected.
    pub fn exchanges(self, selection: Selection<'_>, listing: Listing<'_>) -> ExchangesView {
        let query = selection.query();
        let page = |query: ExchangesQuery| Page::Exchanges(query).url(self.locale);
        let cards = |exchanges: &[Exchange]| exchanges.iter().map(|exchange| self.card(exchange)).collect();
        ExchangesView {
            heading: self.exchanges_heading(selection),
            periods: self.periods(&query, Some(selection.period), self.today()),
            filter: FilterView {
                period: Some(selection.period.word()),
                ..self.filter(selection, Page::Exchanges)
            },
            exchanges: cards(listing.exchanges),
            nothing: listing.exchanges.is_empty().then(|| match selection.period {
                Period::Upcoming => self.locale.say("exchanges-none-upcoming"),
                Period::Past => self.locale.say("exchanges-none-past"),
            }),
            nearest: cards(listing.nearest),
            record: (selection.period == Period::Past)
                .then(|| self.locale.say("exchanges-record-incomplete")),
            embedded: Some(Page::EmbeddedExchanges(query.clone()).url(self.locale)),
            more: listing.after.map(|after| {
                let query = ExchangesQuery { after: Some(after.to_owned()), ..query.clone() };
                Link::new(self.locale.say("exchanges-more"), page(query))
            }),
        }
    }

    /// What is selected, in words: "Exchanges with Toyokawa · Cultural".
    pub(crate) fn words_of(self, selection: Selection<'_>) -> String {
        let heading = self.exchanges_heading(selection);
        let kind = selection.kind.map(|kind| self.exchange_kind(kind));
        let direction = selection.direction.map(|direction| self.direction(direction));
        let text = selection.text.map(ToString::to_string);
        [Some(heading), kind, direction, text].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    fn exchanges_heading(self, selection: Selection<'_>) -> String {
        let partner = selection.partner.map(|partner| self.name(partner));
        match (selection.period, partner) {
            (Period::Upcoming, None) => self.locale.say("exchanges-heading"),
            (Period::Past, None) => self.locale.say("exchanges-heading-past"),
            (Period::Upcoming, Some(city)) => {
                self.locale.say_with("exchanges-heading-with", [("city", city.into())])
            }
            (Period::Past, Some(city)) => {
                self.locale.say_with("exchanges-heading-past-with", [("city", city.into())])
            }
        }
    }

    /// The ways to see the exchanges, the one on screen marked current: the list of a period, else the month of a day.
    pub(super) fn periods(self, query: &ExchangesQuery, shown: Option<Period>, day: Date) -> Vec<MenuItem> {
        let item = |words: String, page: Page, is_current: bool| MenuItem {
            link: Link::new(words, page.url(self.locale)),
            current: is_current.then_some("page"),
        };
        let list = |words: String, period: Period| {
            let query = ExchangesQuery { period, after: None, ..query.clone() };
            item(words, Page::Exchanges(query), shown == Some(period))
        };
        let month = Page::Month { month: day.first_of_month(), query: query.clone() };
        vec![
            list(self.locale.say("exchanges-upcoming"), Period::Upcoming),
            list(self.locale.say("exchanges-past"), Period::Past),
            item(self.locale.say("month-by-month"), month, shown.is_none()),
        ]
    }

    /// The filter as a form that leads to a page with the same time.
    pub(super) fn filter(
        self,
        selection: Selection<'_>,
        page: impl Fn(ExchangesQuery) -> Page,
    ) -> FilterView {
        let query = &selection.query();
        let any = |chosen: &Option<String>| {
            Choice::new("", self.locale.say("filter-any"), chosen.as_deref().unwrap_or_default())
        };
        let choice = |value: &str, words: String, chosen: &Option<String>| {
            Choice::new(value, words, chosen.as_deref().unwrap_or_default())
        };
        let partners = self.partners_by_name().into_iter();
        let partners = partners
            .map(|partner| choice(partner.slug.as_str(), self.name(partner).to_owned(), &query.partner));
        let kinds = ExchangeKind::ALL.iter();
        let kinds = kinds.map(|kind| choice(kind.as_str(), self.exchange_kind(*kind), &query.kind));
        let directions = Direction::ALL.iter();
        let directions = directions
            .map(|direction| choice(direction.as_str(), self.direction(*direction), &query.direction));
        let bare = ExchangesQuery { period: selection.period, ..ExchangesQuery::default() };
        FilterView {
            action: page(ExchangesQuery::default()).url(self.locale),
            period: None,
            partners: std::iter::once(any(&query.partner)).chain(partners).collect(),
            kinds: std::iter::once(any(&query.kind)).chain(kinds).collect(),
            directions: std::iter::once(any(&query.direction)).chain(directions).collect(),
            text: query.text.clone().unwrap_or_default(),
            clear: (*query != bare).then(|| page(bare).url(self.locale)),
        }
    }

    /// A direction by itself, in words.
    fn direction(self, direction: Direction) -> String {
        match direction {
            Direction::Inbound => self.locale.say_with("filter-inbound", [("host", self.host().into())]),
            Direction::Outbound => self.locale.say_with("filter-outbound", [("host", self.host().into())]),
            Direction::Local => self.locale.say_with("direction-local", [("host", self.host().into())]),
            Direction::Online => self.locale.say("direction-online"),
        }
    }
}
