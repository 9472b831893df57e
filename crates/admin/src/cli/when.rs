//! When an exchange is, as arguments say it.

use std::str::FromStr;

use clap::Args;
use jiff::civil::{Date, DateTime, Time};
use signpost_core::{Fold, HistoricDate, TimeZoneName, Timed, When};

use super::words::one_of;
use crate::nearest::nearest;

/// The parts of a time beside its start.
#[derive(Debug, Args)]
pub(crate) struct TimeArguments {
    /// When it ends: a time, a day with a time, or its last day
    #[arg(long, value_name = "TIME")]
    pub(crate) ends: Option<DayOrTime>,

    /// The zone of the times, as Asia/Tokyo [default: the host's]
    #[arg(long, value_name = "ZONE")]
    pub(crate) zone: Option<Zone>,

    /// Which of two equal times is meant, when clocks are set back
    #[arg(long, value_parser = one_of(Fold::ALL, Fold::as_str))]
    pub(crate) fold: Option<Fold>,
}

/// A start or an end: a time on a day, a time alone, or a date as precisely as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DayOrTime {
    /// A time on a day.
    Civil(DateTime),
    /// A time of the day on which it starts.
    Time(Time),
    /// A date.
    Date(HistoricDate),
}

/// A time zone, of which a misspelling offers the nearest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Zone(pub(crate) TimeZoneName);

impl FromStr for DayOrTime {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let refused = || {
            "write a time as 2027-05-01T10:00, a day as 2027-05-01, a month as 2027-05, or a year".to_owned()
        };
        let minutes = |time: &str| {
            let plain = time.len() == 5 && time.bytes().all(|byte| byte.is_ascii_digit() || byte == b':');
            if plain { time.parse::<Time>().ok() } else { None }
        };
        let day = |day: &str| day.parse::<HistoricDate>().ok().and_then(HistoricDate::day);
        match text.split_once(['T', ' ']) {
            Some((date, time)) => {
                let civil = day(date).zip(minutes(time)).map(|(day, time)| day.to_datetime(time));
                civil.map(Self::Civil).ok_or_else(refused)
            }
            None if text.contains(':') => minutes(text).map(Self::Time).ok_or_else(refused),
            None => text.parse().map(Self::Date).map_err(|_| refused()),
        }
    }
}

impl FromStr for Zone {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        text.parse().map(Self).map_err(|_| {
            let zones: Vec<String> =
                jiff::tz::db().available().map(|zone| zone.as_str().to_owned()).collect();
            let names = zones.iter().flat_map(|zone| {
                let city = zone.rsplit('/').next().unwrap_or(zone);
                [(zone.as_str(), zone.as_str()), (zone.as_str(), city)]
            });
            match nearest(text, names).as_slice() {
                [] => "there is no such time zone: write one as Asia/Tokyo".to_owned(),
                zones => format!("there is no such time zone: the nearest are {}", zones.join(", ")),
            }
        })
    }
}

impl TimeArguments {
    /// When it is, with its start; times without a zone are the host's.
    pub(crate) fn when(&self, starts: DayOrTime, host: &TimeZoneName) -> Result<When, String> {
        let when = match starts {
            DayOrTime::Civil(starts) => When::Timed(self.timed(starts, host)?),
            DayOrTime::Time(_) => {
                return Err("--starts is a time alone: write its day too, as 2027-05-01T10:00".to_owned());
            }
            DayOrTime::Date(date) => self.date(date)?,
        };
        when.check().map_err(|refusal| match refusal {
            signpost_core::WhenError::Doubled { .. } => {
                format!("{refusal}: add --fold earlier or --fold later")
            }
            signpost_core::WhenError::Skipped { .. } => {
                format!("{refusal}: write a time an hour later or earlier")
            }
            signpost_core::WhenError::Backwards { .. } => format!("{refusal}: mend --starts or --ends"),
        })?;
        Ok(when)
    }

    fn timed(&self, starts: DateTime, host: &TimeZoneName) -> Result<Timed, String> {
        let ends = match self.ends {
            None => None,
            Some(DayOrTime::Civil(ends)) => Some(ends),
            Some(DayOrTime::Time(time)) => Some(starts.date().to_datetime(time)),
            Some(DayOrTime::Date(date)) => {
                return Err(format!("--ends {date} has no time, and --starts has: write it as {starts:.0}"));
            }
        };
        let zone = self.zone.as_ref().map_or(host, |zone| &zone.0).clone();
        Ok(Timed { starts, ends, zone, fold: self.fold })
    }

    fn date(&self, date: HistoricDate) -> Result<When, String> {
        if self.zone.is_some() || self.fold.is_some() {
            return Err(format!(
                "{date} has no time of day, so no zone: leave --zone and --fold out, or add a time"
            ));
        }
        let Some(first) = date.day() else {
            return match self.ends {
                None => Ok(When::Historic(date)),
                Some(_) => Err(format!("{date} is known to no day, so it has no end: leave --ends out")),
            };
        };
        let last: Date = match self.ends {
            None => first,
            Some(DayOrTime::Date(last)) => {
                last.day().ok_or_else(|| format!("--ends {last} is no day: write one as 2027-05-02"))?
            }
            Some(DayOrTime::Civil(_) | DayOrTime::Time(_)) => {
                return Err(format!(
                    "--ends has a time, and {first} has none: write both with times, or neither"
                ));
            }
        };
        Ok(When::Days { first, last })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arguments(ends: Option<&str>, zone: Option<&str>) -> TimeArguments {
        TimeArguments {
            ends: ends.map(|ends| ends.parse().unwrap()),
            zone: zone.map(|zone| zone.parse().unwrap()),
            fold: None,
        }
    }

    #[test]
    fn a_start_says_which_form_of_time_it_is() {
        let host: TimeZoneName = "America/Los_Angeles".parse().unwrap();
        let when = |starts: &str, ends, zone| arguments(ends, zone).when(starts.parse().unwrap(), &host);
        assert!(matches!(when("2027-05-01T10:00", Some("17:30"), None), Ok(When::Timed(timed))
            if timed.ends.unwrap().to_string() == "2027-05-01T17:30:00" && timed.zone == host));
        assert!(matches!(when("2027-05-01 10:00", None, Some("Asia/Tokyo")), Ok(When::Timed(_))));
        assert!(
            matches!(when("2027-05-01", Some("2027-05-02"), None), Ok(When::Days { first, last }) if first < last)
        );
        assert!(matches!(when("2027-05", None, None), Ok(When::Historic(_))));
        for (starts, ends, zone, said) in [
            ("2027-05-01T10:00", Some("09:00"), None, "before it starts"),
            ("2027-05-01T10:00", Some("2027-05-01"), None, "no time"),
            ("2027-05-01", Some("2027-04-30"), None, "before it starts"),
            ("2027-05-01", None, Some("Asia/Tokyo"), "--zone"),
            ("2027-05", Some("2027-06"), None, "--ends"),
            ("2027-03-14T02:30", None, None, "set forward"),
            ("2027-11-07T01:30", None, None, "--fold earlier"),
            ("10:00", None, None, "day"),
        ] {
            let refusal = when(starts, ends, zone).unwrap_err();
            assert!(refusal.contains(said), "{refusal}");
        }
    }

    #[test]
    fn a_misspelt_zone_offers_the_nearest() {
        assert!("Asia/Toyko".parse::<Zone>().unwrap_err().contains("Asia/Tokyo"));
        assert!("tokyo".parse::<Zone>().unwrap_err().contains("Asia/Tokyo"));
        for text in ["25:00", "2027-02-29", "2027-05-01T10", "tomorrow", "2027-05-01T10:00Z", ""] {
            assert!(text.parse::<DayOrTime>().is_err(), "{text}");
        }
    }
}
