//! Dates, times, numbers and lists in the words of a language, and names in its order.

use std::borrow::Borrow;

use jiff::civil::{Date, Time, Weekday};

use super::{Locale, formats::Shown};

/// A date as precisely as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KnownDate {
    /// The day is known.
    Day(Date),
    /// Only the month is known; the date is any day in it.
    Month(Date),
    /// Only the year is known; the date is any day in it.
    Year(Date),
    /// Nothing is known.
    Unrecorded,
}

impl Locale {
    /// Thursday, April 24, 2027.
    pub fn weekday_and_date(self, date: Date) -> String {
        self.formats().date(date, Shown::WeekdayAndDate)
    }

    /// April 24, 2027.
    pub fn date(self, date: Date) -> String {
        self.formats().date(date, Shown::Date)
    }

    /// April 2027.
    pub fn month_and_year(self, date: Date) -> String {
        self.formats().date(date, Shown::MonthAndYear)
    }

    /// April 24.
    pub fn month_and_day(self, date: Date) -> String {
        self.formats().date(date, Shown::MonthAndDay)
    }

    /// Apr, for the leaf of a calendar.
    pub fn short_month(self, date: Date) -> String {
        self.formats().date(date, Shown::ShortMonth)
    }

    /// 24, for the leaf of a calendar.
    pub fn day(self, date: Date) -> String {
        self.formats().date(date, Shown::Day)
    }

    /// 2027.
    pub fn year(self, date: Date) -> String {
        self.formats().date(date, Shown::Year)
    }

    /// Thursday.
    pub fn weekday(self, date: Date) -> String {
        self.formats().date(date, Shown::Weekday)
    }

    /// Thu, for the head of a calendar.
    pub fn short_weekday(self, date: Date) -> String {
        self.formats().date(date, Shown::ShortWeekday)
    }

    /// The day that weeks begin with: Sunday in the United States, Monday in most of Europe.
    pub fn first_weekday(self) -> Weekday {
        self.formats().first_weekday()
    }

    /// The first to the last day, naming month and year once where they are the same.
    pub fn days(self, first: Date, last: Date) -> String {
        let year = self.year(last);
        if first == last {
            self.date(first)
        } else if first.year() == last.year() && first.month() == last.month() {
            let month = self.formats().date(first, Shown::Month);
            self.say_with(
                "days-in-a-month",
                [
                    ("month", month.into()),
                    ("first", self.day(first).into()),
                    ("last", self.day(last).into()),
                    ("year", year.into()),
                ],
            )
        } else if first.year() == last.year() {
            let (first, last) = (self.month_and_day(first), self.month_and_day(last));
            self.say_with(
                "days-in-a-year",
                [("first", first.into()), ("last", last.into()), ("year", year.into())],
            )
        } else {
            self.say_with(
                "days-over-years",
                [("first", self.date(first).into()), ("last", self.date(last).into())],
            )
        }
    }

    /// A date with the precision that is known and no more, alone on its line:
    /// March 2007, day not on record.
    pub fn known_date(self, date: KnownDate) -> String {
        match date {
            KnownDate::Day(date) => self.date(date),
            KnownDate::Month(date) => {
                self.say_with("date-month", [("month", self.month_and_year(date).into())])
            }
            KnownDate::Year(date) => self.year(date),
            KnownDate::Unrecorded => self.say("date-unrecorded"),
        }
    }

    /// The same where a sentence goes on to say that a day is missing: March 2007.
    pub fn brief_date(self, date: KnownDate) -> String {
        match date {
            KnownDate::Month(date) => self.month_and_year(date),
            other => self.known_date(other),
        }
    }

    /// 9:00 AM in Toyokawa: a time is never said without its place.
    pub fn time_in(self, time: Time, city: &str) -> String {
        self.say_with("time-in-city", [("time", self.formats().time(time).into()), ("city", city.into())])
    }

    /// The same with a place for a time that a browser tells: {time} in Toyokawa.
    pub fn any_time_in(self, city: &str) -> String {
        self.say_with("time-in-city", [("time", "{time}".into()), ("city", city.into())])
    }

    /// 6,554.
    pub fn number(self, number: i64) -> String {
        self.formats().number(number)
    }

    /// 6,554, the nearest whole number.
    pub fn whole(self, number: f64) -> String {
        self.number(rounded(number))
    }

    /// 304.1, to one decimal place.
    pub fn decimal(self, number: f64) -> String {
        self.formats().tenths(rounded(number * 10.0))
    }

    /// 5,326 mi.
    pub fn miles(self, miles: f64) -> String {
        self.say_with("distance-miles", [("miles", self.whole(miles).into())])
    }

    /// 8,571 km.
    pub fn kilometres(self, kilometres: f64) -> String {
        self.say_with("distance-kilometres", [("kilometres", self.whole(kilometres).into())])
    }

    /// 43rd.
    pub fn ordinal(self, number: i64) -> String {
        let form = self.formats().ordinal_form(number);
        self.say_with("ordinal-number", [("form", form.into()), ("number", self.number(number).into())])
    }

    /// 10:00 AM – 5:30 PM in Cupertino.
    pub fn times_in(self, from: Time, to: Time, city: &str) -> String {
        let (from, to) = (self.formats().time(from), self.formats().time(to));
        self.say_with("times-in-city", [("from", from.into()), ("to", to.into()), ("city", city.into())])
    }

    /// Toyokawa, Copertino, and Hsinchu.
    pub fn list(self, things: &[String]) -> String {
        self.formats().list(things)
    }

    /// Words told one after the other: Toyokawa, 5,314 mi, north-west.
    pub fn phrase(self, parts: &[impl Borrow<str>]) -> String {
        parts.join(self.say("phrase-separator").as_str())
    }

    /// What names are sorted by in a list of this language.
    pub fn sort_key(self, name: &str) -> Vec<u8> {
        self.formats().sort_key(name)
    }
}

/// The nearest whole number.
#[expect(clippy::cast_possible_truncation, reason = "distances and degrees are far below the limit")]
fn rounded(number: f64) -> i64 {
    number.round() as i64
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;

    #[test]
    fn dates_in_english() {
        let english = Locale::default();
        let day = date(1978, 12, 19);
        assert_eq!(english.weekday_and_date(day), "Tuesday, December 19, 1978");
        assert_eq!(english.short_month(day), "Dec");
        assert_eq!((english.weekday(day).as_str(), english.short_weekday(day).as_str()), ("Tuesday", "Tue"));
        assert_eq!(english.first_weekday(), Weekday::Sunday);
        assert_eq!(english.day(day), "19");
        for (known, words) in [
            (KnownDate::Day(day), "December 19, 1978"),
            (KnownDate::Month(date(2007, 3, 1)), "March 2007, day not on record"),
            (KnownDate::Year(date(1963, 1, 1)), "1963"),
            (KnownDate::Unrecorded, "Date not on record"),
        ] {
            assert_eq!(english.known_date(known), words);
        }
        assert_eq!(english.brief_date(KnownDate::Month(date(2007, 3, 1))), "March 2007");
    }

    #[test]
    fn days_name_month_and_year_once() {
        let english = Locale::default();
        for (first, last, words) in [
            (date(2025, 10, 2), date(2025, 10, 2), "October 2, 2025"),
            (date(2025, 10, 2), date(2025, 10, 10), "October 2–10, 2025"),
            (date(2025, 10, 25), date(2025, 11, 2), "October 25 – November 2, 2025"),
            (date(2025, 12, 30), date(2026, 1, 2), "December 30, 2025 – January 2, 2026"),
        ] {
            assert_eq!(english.days(first, last), words);
        }
    }

    #[test]
    fn every_language_has_its_own_customs() {
        let (first, last) = (date(2027, 4, 24), date(2027, 4, 25));
        for (tag, day, days, time, number, week) in [
            ("ja", "2027年4月24日土曜日", "2027年4月24日～25日", "16:05", "1,234.5", Weekday::Sunday),
            ("zh-Hant", "2027年4月24日星期六", "2027年4月24日至25日", "下午4:05", "1,234.5", Weekday::Sunday),
            ("zh-Hans", "2027年4月24日星期六", "2027年4月24日至25日", "16:05", "1,234.5", Weekday::Monday),
            ("it", "sabato 24 aprile 2027", "24–25 aprile 2027", "16:05", "1234,5", Weekday::Monday),
            ("hi", "शनिवार, 24 अप्रैल, 2027", "24–25 अप्रैल 2027", "4:05 pm", "1,234.5", Weekday::Sunday),
        ] {
            let locale: Locale = tag.parse().unwrap();
            assert_eq!(locale.weekday_and_date(first), day);
            assert_eq!(locale.days(first, last), days);
            assert_eq!(locale.formats().time(time_of_day()), time, "{tag}");
            assert_eq!(locale.decimal(1234.5), number, "{tag}");
            assert_eq!(locale.first_weekday(), week, "{tag}");
        }
    }

    fn time_of_day() -> Time {
        time(16, 5, 0, 0)
    }

    #[test]
    fn times_numbers_and_lists() {
        let english = Locale::default();
        assert_eq!(english.time_in(time(16, 0, 0, 0), "Cupertino"), "4:00\u{202f}PM in Cupertino");
        assert_eq!(english.number(6554), "6,554");
        assert_eq!((english.whole(6553.6).as_str(), english.decimal(304.08).as_str()), ("6,554", "304.1"));
        for (number, ordinal) in
            [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (43, "43rd"), (50, "50th")]
        {
            assert_eq!(english.ordinal(number), ordinal);
        }
        let cities = ["Toyokawa", "Copertino", "Hsinchu"].map(str::to_owned);
        assert_eq!(english.list(&cities), "Toyokawa, Copertino, and Hsinchu");
    }
}
