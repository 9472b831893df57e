//! Which exchanges are meant: the same filter for the list, the month, feeds and frames.

use signpost_core::store::exchange::ExchangeFilter;
use signpost_core::{Called, Direction, ExchangeKind, Partner, Register, SearchWords};

use crate::app::{App, Reading};
use crate::cache::Finite;
use crate::http::{FromQuery, PageError, Query, Wanted};
use crate::present::Selection;
use crate::urls::Period;

/// The filter of exchanges, as a query says it: `?partner=toyokawa&kind=cultural&direction=inbound&q=festival`.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    partner: Option<String>,
    kind: Option<ExchangeKind>,
    direction: Option<Direction>,
    text: Option<SearchWords>,
}

impl Filter {
    /// What a filter's arguments are called.
    const NAMES: [&str; 4] = ["partner", "kind", "direction", "q"];

    /// The filter in a query that may also have arguments of these names; any other one is refused.
    pub(crate) fn beside(query: &Query<'_>, others: &[&'static str]) -> Result<Self, PageError> {
        query.only(&[&Self::NAMES, others].concat())?;
        let text: Option<SearchWords> = query.one("q", Wanted::Words)?;
        Ok(Self {
            partner: query.one("partner", Wanted::Listed)?,
            kind: query.one("kind", Wanted::Listed)?,
            direction: query.one("direction", Wanted::Listed)?,
            text: text.filter(|text| !text.as_str().trim().is_empty()),
        })
    }

    /// Reads the site as suits what will be asked of it: plans for no filter are kept, for others they depend on it.
    pub(crate) async fn read(&self, app: &App) -> Result<Reading, PageError> {
        let none =
            self.partner.is_none() && self.kind.is_none() && self.direction.is_none() && self.text.is_none();
        if none { app.read_unfiltered().await } else { app.read().await }
    }

    /// What it selects of the register, in a period.
    pub(crate) fn selection<'a>(
        &'a self,
        register: &'a Register,
        period: Period,
    ) -> Result<Selection<'a>, PageError> {
        let partner = self.partner.as_deref().map(|word| called(register, word)).transpose()?;
        Ok(Selection {
            partner,
            kind: self.kind,
            direction: self.direction,
            text: self.text.as_ref(),
            period,
        })
    }
}

/// There are as many selections as the form offers; a search for words is one of any number.
impl Finite for Filter {
    fn write_key(&self, key: &mut String) -> bool {
        let kind = self.kind.map(ExchangeKind::as_str);
        let direction = self.direction.map(Direction::as_str);
        for word in [self.partner.as_deref(), kind, direction] {
            key.push('?');
            key.push_str(word.unwrap_or_default());
        }
        self.text.is_none()
    }
}

/// A filter and nothing else.
impl FromQuery for Filter {
    fn from_query(query: &Query<'_>) -> Result<Self, PageError> {
        Self::beside(query, &[])
    }
}

/// The partner of a word, by any of its names.
fn called<'a>(register: &'a Register, word: &str) -> Result<&'a Partner, PageError> {
    match register.called(word) {
        Some(Called::Slug(partner) | Called::OtherName(partner)) => Ok(partner),
        None => Err(PageError::bad_argument("partner", word, Wanted::Listed)),
    }
}

/// What a selection lets through, of any time.
pub(crate) fn through(selection: Selection<'_>) -> ExchangeFilter {
    ExchangeFilter {
        partner: selection.partner.map(|partner| partner.id),
        kind: selection.kind,
        direction: selection.direction,
        text: selection.text.cloned(),
        ..ExchangeFilter::default()
    }
}
