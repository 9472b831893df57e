//! Rules that exchanges repeat by: what is said, what is written, and the days that they give.

use jiff::civil::{Date, Weekday, date};
use jiff::{Span, ToSpan};
use proptest::prelude::*;
use signpost_core::{Cycle, DayOfMonth, End, Every, On, RepeatRule};

fn days(rule: &str, first: Date, count: usize) -> Vec<String> {
    let rule: RepeatRule = rule.parse().unwrap();
    rule.days(first).take(count).map(|day| day.to_string()).collect()
}

#[test]
fn days_that_a_month_or_year_does_not_have_are_passed_over() {
    for (rule, first, expected) in [
        ("FREQ=YEARLY;BYMONTH=4;BYDAY=-1SA", date(2026, 4, 25), ["2026-04-25", "2027-04-24", "2028-04-29"]),
        (
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
            date(2024, 2, 29),
            ["2024-02-29", "2028-02-29", "2032-02-29"],
        ),
        ("FREQ=MONTHLY;BYMONTHDAY=31", date(2026, 1, 31), ["2026-01-31", "2026-03-31", "2026-05-31"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", date(2024, 1, 31), ["2024-01-31", "2024-02-29", "2024-03-31"]),
        ("FREQ=MONTHLY;BYDAY=5MO", date(2026, 3, 1), ["2026-03-30", "2026-06-29", "2026-08-31"]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO", date(2026, 3, 5), ["2026-03-08", "2026-03-16", "2026-03-22"]),
        (
            "FREQ=YEARLY;INTERVAL=2;BYMONTH=12;BYMONTHDAY=19",
            date(2026, 1, 1),
            ["2026-12-19", "2028-12-19", "2030-12-19"],
        ),
        // From 2100-02-28 on, eight years pass without a 29 February.
        (
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
            date(2096, 2, 29),
            ["2096-02-29", "2104-02-29", "2108-02-29"],
        ),
    ] {
        assert_eq!(days(rule, first, 3), expected, "{rule}");
    }
}

#[test]
fn an_end_by_number_or_day_ends_it() {
    assert_eq!(days("FREQ=WEEKLY;BYDAY=MO;COUNT=2", date(2026, 3, 3), 9), ["2026-03-09", "2026-03-16"]);
    assert_eq!(
        days("FREQ=WEEKLY;BYDAY=MO;UNTIL=20260316", date(2026, 3, 3), 9),
        ["2026-03-09", "2026-03-16"]
    );
    assert_eq!(days("FREQ=WEEKLY;BYDAY=MO;UNTIL=20260101", date(2026, 3, 3), 9), Vec::<String>::new());
    assert_eq!(days("FREQ=MONTHLY;BYMONTHDAY=31;INTERVAL=12", date(2026, 2, 1), 1), Vec::<String>::new());
    assert_eq!(
        days("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31", date(9998, 1, 1), 9),
        ["9998-12-31", "9999-12-31"]
    );
}

#[test]
fn what_a_person_says_is_the_rule_that_it_means() {
    let first = date(2026, 4, 25);
    for (every, on, expected) in [
        ("year", Some("the last weekend of April"), "FREQ=YEARLY;BYMONTH=4;BYDAY=-1SA"),
        ("2 years", Some("29 February"), "FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=29"),
        ("year", Some("April 25th"), "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=25"),
        ("year", None, "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=25"),
        ("year", Some("second Sunday"), "FREQ=YEARLY;BYMONTH=4;BYDAY=2SU"),
        ("month", Some("last day"), "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("3 months", Some("first Tue"), "FREQ=MONTHLY;INTERVAL=3;BYDAY=1TU"),
        ("month", None, "FREQ=MONTHLY;BYMONTHDAY=25"),
        ("week", Some("Thursday and Monday"), "FREQ=WEEKLY;BYDAY=MO,TH"),
        ("week", None, "FREQ=WEEKLY;BYDAY=SA"),
    ] {
        let on: Option<On> = on.map(|on| on.parse().unwrap());
        let rule = every.parse::<Every>().unwrap().rule(on.as_ref(), first, End::Never).unwrap();
        assert_eq!(rule.to_string(), expected);
    }
}

#[test]
fn what_makes_no_sense_is_refused() {
    for text in ["", "day", "0 weeks", "101 years", "-1 month", "fortnight"] {
        assert!(text.parse::<Every>().is_err(), "{text}");
    }
    for text in ["", "the", "weekend", "sometimes", "tenth weekend of Apirl", "0", "last", "Monday 5"] {
        assert!(text.parse::<On>().is_err(), "{text}");
    }
    for (every, on) in [
        ("week", "last day"),
        ("month", "29 February"),
        ("month", "Monday"),
        ("year", "30 February"),
        ("month", "40"),
    ] {
        let on: On = on.parse().unwrap();
        assert!(
            every.parse::<Every>().unwrap().rule(Some(&on), date(2026, 1, 1), End::Never).is_err(),
            "{on:?}"
        );
    }
    for text in [
        "",
        "FREQ=DAILY",
        "FREQ=YEARLY",
        "FREQ=WEEKLY;BYDAY=2MO",
        "FREQ=MONTHLY;BYDAY=MO",
        "FREQ=MONTHLY;BYDAY=6MO",
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "FREQ=MONTHLY;BYMONTHDAY=1;COUNT=0",
        "FREQ=MONTHLY;BYMONTHDAY=1;COUNT=2;UNTIL=20300101",
        "FREQ=MONTHLY;BYMONTHDAY=1;BYMONTHDAY=2",
        "FREQ=MONTHLY;BYMONTHDAY=1;BYSETPOS=1",
        "FREQ=YEARLY;BYMONTH=13;BYMONTHDAY=1",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=WEEKLY;BYDAY=MO;WKST=SU",
        "FREQ=WEEKLY;BYDAY=é",
        "FREQ=MONTHLY;BYMONTHDAY=1;UNTIL=2026-01-01",
    ] {
        assert!(text.parse::<RepeatRule>().is_err(), "{text}");
    }
}

prop_compose! {
    fn any_day()(days in 0i32..60_000) -> Date {
        date(1950, 1, 1).checked_add(Span::new().days(days)).unwrap()
    }
}

fn any_weekday() -> impl Strategy<Value = Weekday> {
    (0i8..7).prop_map(|offset| Weekday::from_monday_zero_offset(offset).unwrap())
}

fn any_day_of_month() -> impl Strategy<Value = DayOfMonth> {
    let sign = prop_oneof![Just(1i8), Just(-1)];
    prop_oneof![
        (1i8..=31, sign.clone()).prop_map(|(number, sign)| DayOfMonth::Number(number * sign)),
        (1i8..=5, sign, any_weekday())
            .prop_map(|(nth, sign, weekday)| DayOfMonth::Weekday { nth: nth * sign, weekday }),
    ]
}

fn any_rule() -> impl Strategy<Value = RepeatRule> {
    let cycle = prop_oneof![
        proptest::collection::btree_set(0i8..7, 1..7).prop_map(|offsets| {
            Cycle::Week(
                offsets.into_iter().map(|offset| Weekday::from_monday_zero_offset(offset).unwrap()).collect(),
            )
        }),
        any_day_of_month().prop_map(Cycle::Month),
        (1i8..=12, any_day_of_month()).prop_map(|(month, day)| Cycle::Year { month, day }),
    ];
    let end = prop_oneof![Just(End::Never), (1u16..20).prop_map(End::After), any_day().prop_map(End::On)];
    (cycle, 1u16..5, end).prop_filter_map("days that never come", |(cycle, interval, end)| {
        RepeatRule::new(cycle, interval, end).ok()
    })
}

proptest! {
    #[test]
    fn a_rule_reads_as_it_is_written(rule in any_rule()) {
        prop_assert_eq!(rule.to_string().parse::<RepeatRule>(), Ok(rule));
    }

    #[test]
    fn its_days_are_in_order_on_the_rule_and_within_its_end(rule in any_rule(), first in any_day()) {
        let days: Vec<Date> = rule.days(first).take(30).collect();
        prop_assert!(days.is_sorted_by(|one, other| one < other), "{days:?}");
        prop_assert!(days.iter().all(|day| *day >= first && rule.may_be(*day)));
        match rule.end() {
            End::Never => {}
            End::After(count) => prop_assert!(days.len() <= usize::from(count)),
            End::On(last) => prop_assert!(days.iter().all(|day| *day <= last)),
        }
    }

    #[test]
    fn no_day_of_an_unbroken_rule_is_left_out(rule in any_rule(), first in any_day()) {
        let every = RepeatRule::new(rule.pattern().clone(), 1, End::Never).unwrap();
        let last = first.checked_add(3.years()).unwrap();
        let expected: Vec<Date> =
            first.series(1.day()).take_while(|day| *day <= last).filter(|day| every.may_be(*day)).collect();
        let days: Vec<Date> = every.days(first).take_while(|day| *day <= last).collect();
        prop_assert_eq!(days, expected);
    }
}
