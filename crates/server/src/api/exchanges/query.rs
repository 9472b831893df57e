//! The filter, order and place that a list of exchanges is asked for with.

use std::str::FromStr;

use signpost_core as core;
use signpost_core::SearchWords;
use signpost_core::store::exchange::{Cursor, ExchangeFilter, Order, Page as Part};
use utoipa::{IntoParams, ToSchema};

use super::RecordState;
use crate::api::dates::Day;
use crate::api::endpoint::Limit;
use crate::api::words::{Direction, ExchangeKind, NoWord};
use crate::http::{FromQuery, PageError, Query, Wanted};
use crate::urls::Url;

/// How many exchanges a page has where nothing is said.
const USUAL: u16 = 50;
/// How many it has at most.
const MOST: u16 = 200;

/// What the query says.
#[derive(Clone, Debug, Default, IntoParams)]
#[into_params(parameter_in = Query)]
pub(in crate::api) struct ExchangesQuery {
    /// Only those with this partner, by its short name.
    #[param(inline)]
    pub(super) partner: Option<String>,
    /// Only those of this kind.
    #[param(inline)]
    kind: Option<ExchangeKind>,
    /// Only those in this direction.
    #[param(inline)]
    direction: Option<Direction>,
    /// Only those that are, or may be, on this day or later, on the host's calendar.
    #[param(inline)]
    from: Option<Day>,
    /// Only those that are, or may be, on this day or earlier.
    #[param(inline)]
    until: Option<Day>,
    /// Only those in whose text these words are found.
    #[param(value_type = Option<String>, max_length = 200)]
    q: Option<SearchWords>,
    /// Which come first; `earliest` without it.
    #[param(inline)]
    order: Option<ListOrder>,
    /// How many there are on a page; 50 without it.
    #[param(inline, minimum = 1, maximum = 200)]
    limit: Option<u16>,
    /// Where the list goes on: take it from the `next` of the page before, with the rest of its address.
    #[param(value_type = Option<String>)]
    after: Option<Cursor>,
}

/// Which exchanges come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ToSchema)]
#[schema(rename_all = "kebab-case")]
pub(in crate::api) enum ListOrder {
    /// Those of the earliest days.
    Earliest,
    /// Those of the latest days.
    Latest,
}

impl ListOrder {
    const fn word(self) -> &'static str {
        match self {
            Self::Earliest => "earliest",
            Self::Latest => "latest",
        }
    }
}

impl FromStr for ListOrder {
    type Err = NoWord;

    fn from_str(text: &str) -> Result<Self, NoWord> {
        [Self::Earliest, Self::Latest].into_iter().find(|order| order.word() == text).ok_or(NoWord)
    }
}

impl FromQuery for ExchangesQuery {
    fn from_query(query: &Query<'_>) -> Result<Self, PageError> {
        let limit = query.one::<Limit<MOST>>("limit", Wanted::Number { least: 1, most: MOST })?;
        let after = query.one::<Cursor>("after", Wanted::Cursor)?;
        Ok(Self {
            partner: query.one("partner", Wanted::Listed)?,
            kind: query.one("kind", Wanted::Listed)?,
            direction: query.one("direction", Wanted::Listed)?,
            from: query.one("from", Wanted::Day)?,
            until: query.one("until", Wanted::Day)?,
            q: query.one("q", Wanted::Words)?,
            order: query.one("order", Wanted::Listed)?,
            limit: limit.map(|limit| limit.0),
            after,
        })
    }
}

impl ExchangesQuery {
    /// The filter, with the partner that it names.
    pub(super) fn filter(&self, partner: Option<&core::Partner>) -> ExchangeFilter {
        ExchangeFilter {
            partner: partner.map(|partner| partner.id),
            kind: self.kind.map(|kind| kind.0),
            direction: self.direction.map(|direction| direction.0),
            from: self.from.map(|day| day.0),
            until: self.until.map(|day| day.0),
            text: self.q.clone(),
        }
    }

    pub(super) fn order(&self) -> Order {
        match self.order {
            None | Some(ListOrder::Earliest) => Order::Earliest,
            Some(ListOrder::Latest) => Order::Latest,
        }
    }

    pub(super) fn part(&self) -> Part {
        self.after.map_or(Part::First, Part::After)
    }

    pub(super) fn limit(&self) -> u16 {
        self.limit.unwrap_or(USUAL)
    }

    /// Whether the record of a partner is stated to hold all that the filter can let through.
    pub(super) fn record(&self, partner: Option<&core::Partner>) -> RecordState {
        let (Some(partner), Some(from), Some(until)) = (partner, self.from, self.until) else {
            return RecordState::Incomplete;
        };
        let mut years = from.0.year()..=until.0.year();
        let complete = years.all(|year| partner.relationship.is_complete_in(year));
        if complete && from.0 <= until.0 { RecordState::Complete } else { RecordState::Incomplete }
    }

    /// Where the same list begins.
    pub(super) fn first(&self) -> Url {
        self.url(None)
    }

    /// Where the same list goes on.
    pub(super) fn after(&self, cursor: Cursor) -> Url {
        self.url(Some(cursor))
    }

    fn url(&self, after: Option<Cursor>) -> Url {
        let day = |day: Option<Day>| day.map(|day| day.0.to_string());
        let (from, until) = (day(self.from), day(self.until));
        let limit = self.limit.map(|limit| limit.to_string());
        let after = after.map(|cursor| cursor.to_string());
        Url::api(
            &["exchanges"],
            &[
                ("partner", self.partner.as_deref()),
                ("kind", self.kind.map(|kind| kind.0.as_str())),
                ("direction", self.direction.map(|direction| direction.0.as_str())),
                ("from", from.as_deref()),
                ("until", until.as_deref()),
                ("q", self.q.as_ref().map(SearchWords::as_str)),
                ("order", self.order.map(ListOrder::word)),
                ("limit", limit.as_deref()),
                ("after", after.as_deref()),
            ],
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(raw: &str) -> Result<ExchangesQuery, PageError> {
        ExchangesQuery::from_query(&Query::new(raw))
    }

    #[test]
    fn the_way_on_keeps_the_filter() {
        let raw = "partner=toyokawa&kind=delegation&direction=inbound&from=2001-01-01&until=2025-12-31\
                   &q=cherry%20trees&order=latest&limit=10\
                   &after=2019-04-27.0191d8e4-6c1f-7cc0-8d4e-0a1b2c3d4e5f";
        let query = read(raw).unwrap();
        let Part::After(cursor) = query.part() else { panic!("no place in the list") };
        assert_eq!(query.after(cursor).to_string(), format!("/api/v1/exchanges?{raw}"));
        assert_eq!(read("").unwrap().first().to_string(), "/api/v1/exchanges");
    }

    #[test]
    fn what_makes_no_sense_is_refused() {
        for raw in [
            "limit=0",
            "limit=201",
            "limit=%2B5",
            "limit=-1",
            "limit=1e2",
            "limit=99999999999",
            "order=random",
            "from=2024-02-30",
            "from=2024",
            "kind=picnic",
            "after=yesterday",
            "after=.",
            "after=2019-04-27.",
            "after=2019-04-27.0191D8E4-6C1F-7CC0-8D4E-0A1B2C3D4E5F",
            "after=2019-04-27.0191d8e46c1f7cc08d4e0a1b2c3d4e5f",
            "after=-000044-03-15.0191d8e4-6c1f-7cc0-8d4e-0a1b2c3d4e5f",
            "after=20190427.0191d8e4-6c1f-7cc0-8d4e-0a1b2c3d4e5f",
        ] {
            assert!(matches!(read(raw), Err(PageError::BadArgument { .. })), "{raw}");
        }
    }
}
