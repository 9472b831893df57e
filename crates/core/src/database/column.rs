//! Column types: how dates and times cross to Postgres and back (`sqlx.toml` maps them).
//!
//! They wait for jiff-sqlx to follow jiff 1, and are no more than Postgres's binary formats: days or microseconds
//! since the start of the year 2000. Times are kept to the microsecond, what is finer is dropped.

use jiff::civil::{Date, DateTime};
use jiff::{SignedDuration, Timestamp};
use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::postgres::types::Oid;
use sqlx::postgres::{PgArgumentBuffer, PgHasArrayType, PgTypeInfo, PgValueFormat, PgValueRef};
use sqlx::{Decode, Encode, Postgres, Type};

const DATE: u32 = 1082;
const DATE_ARRAY: u32 = 1182;
const TIMESTAMP: u32 = 1114;
const TIMESTAMP_ARRAY: u32 = 1115;
const TIMESTAMPTZ: u32 = 1184;
const TIMESTAMPTZ_ARRAY: u32 = 1185;

/// Postgres counts days from this one.
const FIRST_DAY: Date = Date::constant(2000, 1, 1);
/// The same, as microseconds since the start of 1970.
const FIRST_MICROSECOND: i64 = 946_684_800_000_000;

/// Defines a column type around one of jiff's types.
macro_rules! column {
    ($(
        $(#[$doc:meta])*
        $name:ident($inner:ty), $oid:ident, $array:ident, $wire:ty, $encode:expr, $decode:expr;
    )+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        #[serde(transparent)]
        pub struct $name(pub $inner);

        impl From<$inner> for $name {
            fn from(inner: $inner) -> Self {
                Self(inner)
            }
        }

        impl From<$name> for $inner {
            fn from(column: $name) -> Self {
                column.0
            }
        }

        impl Type<Postgres> for $name {
            fn type_info() -> PgTypeInfo {
                PgTypeInfo::with_oid(Oid($oid))
            }
        }

        impl PgHasArrayType for $name {
            fn array_type_info() -> PgTypeInfo {
                PgTypeInfo::with_oid(Oid($array))
            }
        }

        impl Encode<'_, Postgres> for $name {
            fn encode_by_ref(&self, buffer: &mut PgArgumentBuffer) -> Result<IsNull, BoxDynError> {
                let encode: fn($inner) -> Result<$wire, BoxDynError> = $encode;
                <$wire as Encode<Postgres>>::encode(encode(self.0)?, buffer)
            }
        }

        impl Decode<'_, Postgres> for $name {
            fn decode(value: PgValueRef<'_>) -> Result<Self, BoxDynError> {
                let decode: fn($wire) -> Result<$inner, jiff::Error> = $decode;
                match value.format() {
                    PgValueFormat::Binary => Ok(Self(decode(<$wire as Decode<Postgres>>::decode(value)?)?)),
                    PgValueFormat::Text => Ok(Self(value.as_str()?.parse()?)),
                }
            }
        }
    )+};
}

column! {
    /// A DATE: a day of the calendar.
    Day(Date), DATE, DATE_ARRAY, i32,
        |day| Ok(i32::try_from(day.duration_since(FIRST_DAY).as_hours() / 24)?),
        |days| FIRST_DAY.checked_add(SignedDuration::from_hours(i64::from(days) * 24));

    /// A TIMESTAMP: a day and a time as a clock shows them, in no zone.
    CivilTime(DateTime), TIMESTAMP, TIMESTAMP_ARRAY, i64,
        |time| Ok(i64::try_from(time.duration_since(FIRST_DAY.to_datetime(jiff::civil::Time::midnight())).as_micros())?),
        |micros| FIRST_DAY.to_datetime(jiff::civil::Time::midnight()).checked_add(SignedDuration::from_micros(micros));

    /// A TIMESTAMPTZ: an instant.
    Moment(Timestamp), TIMESTAMPTZ, TIMESTAMPTZ_ARRAY, i64,
        |instant| Ok(instant.as_microsecond() - FIRST_MICROSECOND),
        |micros| Timestamp::from_microsecond(micros.saturating_add(FIRST_MICROSECOND));
}
