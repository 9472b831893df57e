//! CLDR's formats of dates, times, numbers and lists and its order of names, loaded once for each language.

use icu::{
    calendar::{Date as CalendarDate, Gregorian, types::Weekday as CalendarWeekday, week::WeekInformation},
    collator::{CollatorBorrowed, options::CollatorOptions},
    datetime::{
        DateTimeFormatterLoadError, FixedCalendarDateTimeFormatter, NoCalendarFormatter,
        fieldsets::{D, E, M, MD, T, Y, YM, YMD, YMDE},
        input::Time as ClockTime,
    },
    decimal::{DecimalFormatter, input::Decimal, options::DecimalFormatterOptions},
    list::{ListFormatter, options::ListFormatterOptions},
    locale::Locale as Customs,
    plurals::{PluralCategory, PluralRules},
};
use jiff::civil::{Date, Time, Weekday};

type Format<Fields> = FixedCalendarDateTimeFormatter<Gregorian, Fields>;

/// The formats of one language.
pub(super) struct Formats {
    weekday_and_date: Format<YMDE>,
    date: Format<YMD>,
    month_and_year: Format<YM>,
    month_and_day: Format<MD>,
    month: Format<M>,
    short_month: Format<M>,
    day: Format<D>,
    year: Format<Y>,
    weekday: Format<E>,
    short_weekday: Format<E>,
    first_weekday: Weekday,
    time: NoCalendarFormatter<T>,
    number: DecimalFormatter,
    list: ListFormatter,
    collator: CollatorBorrowed<'static>,
    ordinals: PluralRules,
}

/// The fields of a date that a text shows.
#[derive(Clone, Copy)]
pub(super) enum Shown {
    WeekdayAndDate,
    Date,
    MonthAndYear,
    MonthAndDay,
    Month,
    ShortMonth,
    Day,
    Year,
    Weekday,
    ShortWeekday,
}

impl Formats {
    /// Loads the formats of a CLDR locale such as `en-US`.
    pub(super) fn load(customs: &Customs) -> Result<Self, DateTimeFormatterLoadError> {
        let dates = || customs.into();
        Ok(Self {
            weekday_and_date: Format::try_new(dates(), YMDE::long())?,
            date: Format::try_new(dates(), YMD::long())?,
            month_and_year: Format::try_new(dates(), YM::long())?,
            month_and_day: Format::try_new(dates(), MD::long())?,
            month: month_in_dates(customs)?,
            short_month: Format::try_new(dates(), M::medium())?,
            day: Format::try_new(dates(), D::long())?,
            year: Format::try_new(dates(), Y::long())?,
            weekday: Format::try_new(dates(), E::long())?,
            short_weekday: Format::try_new(dates(), E::short())?,
            first_weekday: WeekInformation::try_new(customs.into())
                .map_or(Weekday::Monday, |week| weekday(week.first_weekday)),
            time: NoCalendarFormatter::try_new(dates(), T::hm())?,
            number: DecimalFormatter::try_new(customs.into(), DecimalFormatterOptions::default())?,
            ordinals: PluralRules::try_new_ordinal(customs.into())?,
            list: ListFormatter::try_new_and(customs.into(), ListFormatterOptions::default())?,
            collator: CollatorBorrowed::try_new(customs.into(), CollatorOptions::default())?,
        })
    }

    /// The words of a date; its ISO form where the calendar does not reach.
    pub(super) fn date(&self, date: Date, shown: Shown) -> String {
        let (Ok(month), Ok(day)) = (u8::try_from(date.month()), u8::try_from(date.day())) else {
            return date.to_string();
        };
        let Ok(calendar) = CalendarDate::try_new_gregorian(date.year().into(), month, day) else {
            return date.to_string();
        };
        match shown {
            Shown::WeekdayAndDate => self.weekday_and_date.format(&calendar),
            Shown::Date => self.date.format(&calendar),
            Shown::MonthAndYear => self.month_and_year.format(&calendar),
            Shown::MonthAndDay => self.month_and_day.format(&calendar),
            Shown::Month => self.month.format(&calendar),
            Shown::ShortMonth => self.short_month.format(&calendar),
            Shown::Day => self.day.format(&calendar),
            Shown::Year => self.year.format(&calendar),
            Shown::Weekday => self.weekday.format(&calendar),
            Shown::ShortWeekday => self.short_weekday.format(&calendar),
        }
        .to_string()
    }

    /// The day that weeks begin with.
    pub(super) const fn first_weekday(&self) -> Weekday {
        self.first_weekday
    }

    /// The words of a time of day, to the minute.
    pub(super) fn time(&self, time: Time) -> String {
        let field = |value: i8| u8::try_from(value).unwrap_or_default();
        ClockTime::try_new(field(time.hour()), field(time.minute()), 0, 0)
            .map_or_else(|_| time.to_string(), |clock| self.time.format(&clock).to_string())
    }

    /// A whole number, its digits grouped.
    pub(super) fn number(&self, number: i64) -> String {
        self.number.format(&Decimal::from(number)).to_string()
    }

    /// A number of tenths, with its decimal place.
    pub(super) fn tenths(&self, tenths: i64) -> String {
        let mut number = Decimal::from(tenths);
        number.multiply_pow10(-1);
        self.number.format(&number).to_string()
    }

    /// The form that a number in an order takes (CLDR's plural rules for ordinals), as messages name it.
    pub(super) fn ordinal_form(&self, number: i64) -> &'static str {
        match self.ordinals.category_for(number) {
            PluralCategory::Zero => "zero",
            PluralCategory::One => "one",
            PluralCategory::Two => "two",
            PluralCategory::Few => "few",
            PluralCategory::Many => "many",
            PluralCategory::Other => "other",
        }
    }

    /// Things in a row, joined as the language joins them.
    pub(super) fn list(&self, things: &[String]) -> String {
        self.list.format(things.iter()).to_string()
    }

    /// Bytes whose order is that of names in a list: to weigh each name once costs less than each pair.
    pub(super) fn sort_key(&self, name: &str) -> Vec<u8> {
        let mut key = Vec::new();
        let Ok(()) = self.collator.write_sort_key_to(name, &mut key);
        key
    }
}

/// The name of a month as it stands in a date: Chinese writes 四月 by itself and 4月 in a date.
fn month_in_dates(customs: &Customs) -> Result<Format<M>, DateTimeFormatterLoadError> {
    let (long, short) =
        (Format::try_new(customs.into(), M::long())?, Format::try_new(customs.into(), M::medium())?);
    let date = Format::try_new(customs.into(), YMD::long())?;
    let stands_in_date = CalendarDate::try_new_gregorian(2027, 4, 24)
        .is_ok_and(|day| date.format(&day).to_string().contains(&long.format(&day).to_string()));
    Ok(if stands_in_date { long } else { short })
}

/// A day of the week as our dates know it.
const fn weekday(weekday: CalendarWeekday) -> Weekday {
    match weekday {
        CalendarWeekday::Monday => Weekday::Monday,
        CalendarWeekday::Tuesday => Weekday::Tuesday,
        CalendarWeekday::Wednesday => Weekday::Wednesday,
        CalendarWeekday::Thursday => Weekday::Thursday,
        CalendarWeekday::Friday => Weekday::Friday,
        CalendarWeekday::Saturday => Weekday::Saturday,
        CalendarWeekday::Sunday => Weekday::Sunday,
    }
}
