//! Days, moments and historic dates.

use std::borrow::Cow;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;
use signpost_core as core;
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, SchemaFormat, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use super::words::NoWord;

/// Defines a text that a format describes.
macro_rules! formatted {
    ($($(#[$doc:meta])* $name:ident($inner:ty), $format:ident, $description:literal;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
        #[serde(transparent)]
        pub(super) struct $name(pub $inner);

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                let text = ObjectBuilder::new().schema_type(Type::String).description(Some($description));
                let format = SchemaFormat::KnownFormat(KnownFormat::$format);
                RefOr::T(Schema::Object(text.format(Some(format)).build()))
            }
        }

        impl ToSchema for $name {
            fn name() -> Cow<'static, str> {
                stringify!($name).into()
            }
        }

        impl From<$inner> for $name {
            fn from(inner: $inner) -> Self {
                Self(inner)
            }
        }
    )+};
}

formatted! {
    /// A day of the calendar.
    Day(Date), Date, "A day of the calendar (RFC 3339, full-date).";
    /// A moment.
    Moment(Timestamp), DateTime, "A moment in UTC (RFC 3339, date-time).";
}

/// A day of the years 0001 to 9999, as `2017-01-01` and no other way.
impl FromStr for Day {
    type Err = NoWord;

    fn from_str(text: &str) -> Result<Self, NoWord> {
        text.parse::<core::HistoricDate>().ok().and_then(core::HistoricDate::day).map(Self).ok_or(NoWord)
    }
}

/// A date that is known to the day, the month or the year.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct HistoricDate {
    /// The date as precisely as it is known (ISO 8601): `1978-12-19`, `2007-03` or `1963`.
    #[schema(pattern = r"^\d{4}(-\d{2}(-\d{2})?)?$")]
    pub date: String,
    /// How precisely that is.
    pub precision: Precision,
    /// The first day that it can be.
    pub first: Day,
    /// The last day that it can be.
    pub last: Day,
}

/// How precisely a date is known.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Precision {
    /// To the day.
    Day,
    /// To the month: which day is not on record.
    Month,
    /// To the year: which month and day are not on record.
    Year,
}

impl From<core::Precision> for Precision {
    fn from(precision: core::Precision) -> Self {
        match precision {
            core::Precision::Day => Self::Day,
            core::Precision::Month => Self::Month,
            core::Precision::Year => Self::Year,
        }
    }
}

impl From<core::HistoricDate> for HistoricDate {
    fn from(date: core::HistoricDate) -> Self {
        Self {
            date: date.to_string(),
            precision: date.precision().into(),
            first: date.first().into(),
            last: date.last().into(),
        }
    }
}

/// A time during which a source speaks: from one historic date to another, which may be the same.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct HistoricSpan {
    /// From when.
    pub from: HistoricDate,
    /// Up to when.
    pub to: HistoricDate,
}

impl From<core::HistoricSpan> for HistoricSpan {
    fn from(span: core::HistoricSpan) -> Self {
        Self { from: span.from().into(), to: span.to().into() }
    }
}
