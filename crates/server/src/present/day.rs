//! Historic dates in words.

use jiff::civil::Date;
use signpost_core::{HistoricDate, HistoricSpan, Precision};

use crate::language::KnownDate;
use crate::present::Presenter;

/// A historic date as the language module knows dates.
pub(super) fn known(date: HistoricDate) -> KnownDate {
    match date.precision() {
        Precision::Day => KnownDate::Day(date.first()),
        Precision::Month => KnownDate::Month(date.first()),
        Precision::Year => KnownDate::Year(date.first()),
    }
}

/// How precisely a date is known, as messages name it.
pub(super) fn precision(date: HistoricDate) -> &'static str {
    match date.precision() {
        Precision::Day => "day",
        Precision::Month => "month",
        Precision::Year => "year",
    }
}

impl Presenter<'_> {
    /// A date as precisely as it is known, without a word on what is missing: "March 2007".
    pub(crate) fn brief(self, date: HistoricDate) -> String {
        self.locale.brief_date(known(date))
    }

    /// A date, or that it is not on record.
    pub(crate) fn known(self, date: Option<HistoricDate>) -> String {
        self.locale.known_date(date.map_or(KnownDate::Unrecorded, known))
    }

    /// "since December 19, 1978".
    pub(super) fn since(self, date: HistoricDate) -> String {
        self.locale.say_with("date-since", [("date", self.brief(date).into())])
    }

    /// "ends October 14, 2023", "ends in 2027, day not on record"; in the past "ended".
    pub(super) fn ends(self, date: HistoricDate, on: Date) -> String {
        let (precision, words) = (precision(date), self.brief(date));
        if date.last() < on {
            self.locale.say_with("date-ended", [("precision", precision.into()), ("date", words.into())])
        } else {
            self.locale.say_with("date-ends", [("precision", precision.into()), ("date", words.into())])
        }
    }

    /// "lapsed September 20, 2018", "lapsed in 2027, day not on record".
    pub(super) fn lapsed(self, date: HistoricDate) -> String {
        let (precision, words) = (precision(date), self.brief(date));
        self.locale.say_with("date-lapsed", [("precision", precision.into()), ("date", words.into())])
    }

    /// "2020", "between 2020 and 2021".
    pub(super) fn span(self, span: HistoricSpan) -> String {
        if span.from() == span.to() {
            return self.brief(span.from());
        }
        let (from, to) = (self.brief(span.from()), self.brief(span.to()));
        self.locale.say_with("date-between", [("from", from.into()), ("to", to.into())])
    }
}
