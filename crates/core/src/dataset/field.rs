//! What stands in one field of a file: a value of TOML or a cell of CSV, read from its text and written to it.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{RoundMode, Timestamp, TimestampRound, Unit};
use toml_edit::Value;

use crate::identity::Id;

/// Something that stands in one field.
pub(super) trait Field: Sized {
    /// It, from its text; else why not, in a sentence that quotes the text and says what would be right.
    fn parse(text: &str) -> Result<Self, String>;

    /// Its text, in the one written form.
    fn text(&self) -> String;

    /// It as a value of TOML.
    fn value(&self) -> Value {
        Value::from(self.text())
    }
}

/// Makes fields of types whose own errors say what would be right.
macro_rules! fields {
    ($($name:ty),+ $(,)?) => {$(
        impl Field for $name {
            fn parse(text: &str) -> Result<Self, String> {
                text.parse().map_err(|error: <Self as std::str::FromStr>::Err| error.to_string())
            }

            fn text(&self) -> String {
                self.to_string()
            }
        }
    )+};
}

fields! {
    crate::ClaimRank, crate::CommitteeForm, crate::Confidence, crate::CountryCode, crate::Currency,
    crate::Decision, crate::Direction, crate::EmailAddress, crate::EndCause, crate::ExchangeKind, crate::Fold,
    crate::HistoricDate, crate::HistoricSpan, crate::Kind, crate::Language, crate::Line, crate::Money, crate::NamePurpose,
    crate::RepeatRule, crate::RuleName, crate::Severity, crate::Side, crate::SigningMethod, crate::Slug, crate::Status,
    crate::TimeZoneName, crate::Vote, crate::WebAddress, crate::WikidataId,
}

/// Makes fields of whole numbers, each with the least and the most that it may be.
macro_rules! numbers {
    ($($name:ty: $range:expr, $expected:literal;)+) => {$(
        impl Field for $name {
            fn parse(text: &str) -> Result<Self, String> {
                let number = text.parse().ok().filter(|number| $range.contains(number));
                number.ok_or_else(|| format!("`{}` is not {}", super::fault::printable(text), $expected))
            }

            fn text(&self) -> String {
                self.to_string()
            }

            fn value(&self) -> Value {
                Value::from(i64::from(*self))
            }
        }
    )+};
}

numbers! {
    i16: 1..=9999, "a year from 1 to 9999";
    i32: 0..=i32::MAX, "a whole number, 0 or more";
    u32: 1..=100_000, "a number of pixels from 1 to 100000";
    i64: 0..=i64::MAX, "a whole number, 0 or more";
}

/// Why a text is not what a field takes.
fn refused<T>(text: &str, expected: &str) -> Result<T, String> {
    Err(format!("`{}` is not {expected}", super::fault::printable(text)))
}

impl Field for f64 {
    fn parse(text: &str) -> Result<Self, String> {
        match text.parse() {
            Ok(number) if Self::is_finite(number) => Ok(number),
            _ => refused(text, "a number such as 37.323"),
        }
    }

    fn text(&self) -> String {
        self.to_string()
    }

    fn value(&self) -> Value {
        Value::from(*self)
    }
}

/// A text of Markdown; line ends of any kind are read.
impl Field for crate::Markdown {
    fn parse(text: &str) -> Result<Self, String> {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        text.parse().map_err(|error: crate::TextError| error.to_string())
    }

    fn text(&self) -> String {
        self.to_string()
    }
}

impl Field for Date {
    fn parse(text: &str) -> Result<Self, String> {
        match crate::HistoricDate::parse(text)?.day() {
            Some(day) => Ok(day),
            None => refused(text, "a day: write one as 2026-04-25"),
        }
    }

    fn text(&self) -> String {
        self.to_string()
    }
}

/// A time of day on a day, to the microsecond, as the store keeps it.
impl Field for DateTime {
    fn parse(text: &str) -> Result<Self, String> {
        let (day, time) = text.split_once(['T', 't', ' ']).unwrap_or_default();
        let plain =
            time.len() >= 5 && time.bytes().all(|byte| byte.is_ascii_digit() || b":.".contains(&byte));
        let parsed = if plain && day.len() == 10 { text.parse::<Self>().ok() } else { None };
        match parsed {
            Some(time) if (1..=9999).contains(&time.year()) => {
                let micros = time.subsec_nanosecond() / 1000 * 1000;
                Ok(time.with().subsec_nanosecond(micros).build().unwrap_or(time))
            }
            _ => refused(text, "a time on a clock: write one as 2026-04-25T10:00"),
        }
    }

    fn text(&self) -> String {
        let text = self.to_string();
        match text.strip_suffix(":00") {
            Some(short) if text.len() == 19 => short.to_owned(),
            _ => text,
        }
    }
}

/// A moment, to the microsecond, as the store keeps it.
impl Field for Timestamp {
    fn parse(text: &str) -> Result<Self, String> {
        let rounding = TimestampRound::new().smallest(Unit::Microsecond).mode(RoundMode::Floor);
        match text.parse::<Self>().and_then(|moment| moment.round(rounding)) {
            Ok(moment) if (1..=9998).contains(&moment.to_zoned_datetime(TimeZone::UTC).year()) => Ok(moment),
            _ => refused(text, "a moment: write one as 2026-11-01T00:00:00Z"),
        }
    }

    fn text(&self) -> String {
        self.to_string()
    }
}

/// The wording that a translation follows, in hexadecimal digits.
impl Field for crate::Version {
    fn parse(text: &str) -> Result<Self, String> {
        let mut version = [0; 32];
        let plain = text.len() == 64 && text.bytes().all(|digit| digit.is_ascii_hexdigit());
        let bytes = version.iter_mut().enumerate().map(|(index, byte)| {
            let digits = text.get(2 * index..2 * index + 2)?;
            *byte = u8::from_str_radix(digits, 16).ok()?;
            Some(())
        });
        match bytes.collect::<Option<()>>() {
            Some(()) if plain => Ok(Self(version)),
            _ => refused(
                text,
                "the mark of a wording: leave it out where the translation follows the original as it is",
            ),
        }
    }

    fn text(&self) -> String {
        use std::fmt::Write;
        self.0.iter().fold(String::new(), |mut text, byte| {
            // Writing to a string does not fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
    }
}

/// The text of a field; empty where it is left out.
pub(super) fn text(field: Option<&impl Field>) -> String {
    field.map_or(String::new(), Field::text)
}

/// Any text, for what is read in two steps.
impl Field for String {
    fn parse(text: &str) -> Result<Self, String> {
        Ok(text.to_owned())
    }

    fn text(&self) -> String {
        self.clone()
    }
}

/// An id of any noun, as files write it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct IdText(pub(super) uuid::Uuid);

impl IdText {
    /// The text of an id.
    pub(super) fn of(id: impl Id) -> Self {
        Self(id.uuid())
    }
}

impl Field for IdText {
    fn parse(text: &str) -> Result<Self, String> {
        match text.parse() {
            Ok(uuid) if text.len() == 36 => Ok(Self(uuid)),
            _ => refused(text, "an id: leave it out, and one is derived from what the record is called"),
        }
    }

    fn text(&self) -> String {
        self.0.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Asserts what a field's texts mean, as it writes them itself, and that others are refused.
    #[track_caller]
    fn assert_field<T: Field>(written: &[(&str, &str)], refused: &[&str]) {
        for (text, written) in written {
            assert_eq!(T::parse(text).unwrap().text(), *written);
        }
        for text in refused {
            let Err(refusal) = T::parse(text) else { panic!("{text} should be refused") };
            assert!(refusal.contains(text), "{refusal}");
        }
    }

    #[test]
    fn each_field_has_one_written_form() {
        assert_field::<i32>(&[("16", "16")], &["", "-1", "16.0", "sixteen", "99999999999"]);
        assert_field::<i16>(&[("2024", "2024")], &["0", "10000"]);
        assert_field::<f64>(&[("37.3230", "37.323"), ("-122", "-122")], &["", "nan", "inf", "37,3"]);
        assert_field::<Date>(&[("2026-04-25", "2026-04-25")], &["", "2026-04", "2026-02-30", "25.4.2026"]);
        assert_field::<DateTime>(
            &[("2026-04-25T10:00", "2026-04-25T10:00"), ("2026-04-25 10:00:30", "2026-04-25T10:00:30")],
            &["", "2026-04-25", "2026-04-25T10:00Z", "2026-04-25T10:00+09:00", "2026-04-25T25:00"],
        );
        assert_field::<Timestamp>(
            &[
                ("2026-11-01T00:00:00Z", "2026-11-01T00:00:00Z"),
                ("2026-11-01T09:00:00+09:00", "2026-11-01T00:00:00Z"),
            ],
            &["", "2026-11-01", "2026-11-01T00:00:00", "-009999-01-02T00:00:00Z"],
        );
        let version = crate::Version::of("Home").text();
        assert_field::<crate::Version>(
            &[(&version, &version)],
            &["", "ff", &"g".repeat(64), &"é".repeat(32)],
        );
        let id = "67e55044-10b1-8d21-89d0-1b2c3d4e5f60";
        assert_field::<IdText>(&[(id, id)], &["", "7", "67e5504410b18d2189d01b2c3d4e5f60"]);
    }
}
