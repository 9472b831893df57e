//! The day that a page is asked for: `?on=2017-01-01`.

use std::str::FromStr;

use jiff::civil::Date;
use signpost_core::HistoricDate;

use crate::cache::Finite;
use crate::http::{FromQuery, PageError, Query, Wanted};
use crate::present::Presenter;

/// What the query of a page says that can tell of any day.
#[derive(Clone, Copy, Debug)]
pub struct AsOf {
    on: Option<Date>,
}

impl AsOf {
    /// The day, where it is another than today.
    pub(super) fn day(self, presenter: Presenter<'_>) -> Option<Date> {
        self.on.filter(|on| *on != presenter.today())
    }
}

impl FromQuery for AsOf {
    fn from_query(query: &Query<'_>) -> Result<Self, PageError> {
        Ok(Self { on: query.one::<Day>("on", Wanted::Day)?.map(|day| day.0) })
    }
}

/// Today's page is one; there are as many others as days.
impl Finite for AsOf {
    fn write_key(&self, _: &mut String) -> bool {
        self.on.is_none()
    }
}

/// A day of the calendar, as historic dates write it.
struct Day(Date);

impl FromStr for Day {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        text.parse::<HistoricDate>().ok().and_then(HistoricDate::day).map(Self).ok_or(())
    }
}
