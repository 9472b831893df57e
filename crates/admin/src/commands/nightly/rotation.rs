//! Which backups are kept.

use std::collections::BTreeSet;
use std::path::Path;

use jiff::civil::Date;

use crate::cli::Keep;

/// What the names of backups begin and end with, around their day.
const NAME: (&str, &str) = ("signpost-", ".dump");

/// The name of a day's backup.
pub(super) fn name_of(day: Date) -> String {
    let (before, after) = NAME;
    format!("{before}{day}{after}")
}

/// The day of a backup; nothing of another file.
pub(in crate::commands) fn day_of(path: &Path) -> Option<Date> {
    let (before, after) = NAME;
    path.file_name()?.to_str()?.strip_prefix(before)?.strip_suffix(after)?.parse().ok()
}

/// The backups that are kept: the newest of each of the last days, weeks (ISO 8601) and months that have any. A job
/// that stood still for a year thins out nothing by itself, as only those that are there count.
pub(super) fn kept(days: &BTreeSet<Date>, keep: Keep) -> BTreeSet<Date> {
    let mut kept: BTreeSet<Date> = newest_of_each(days, keep.days, |day| day);
    kept.extend(newest_of_each(days, keep.weeks, |day| {
        let week = day.iso_week_date();
        (week.year(), week.week())
    }));
    kept.extend(newest_of_each(days, keep.months, Date::first_of_month));
    kept.extend(days.last());
    kept
}

/// The newest of each of the last so many periods; a period is named by any value of its own.
fn newest_of_each<P: Ord>(days: &BTreeSet<Date>, periods: u16, period: impl Fn(Date) -> P) -> BTreeSet<Date> {
    let mut seen = BTreeSet::new();
    let newest = days.iter().rev().filter(|day| seen.insert(period(**day)));
    newest.take(periods.into()).copied().collect()
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use jiff::civil::date;

    use super::*;

    fn days(first: Date, count: i32) -> BTreeSet<Date> {
        (0..count).map(|later| first + later.days()).collect()
    }

    fn keep(days: u16, weeks: u16, months: u16) -> Keep {
        Keep { days, weeks, months }
    }

    #[test]
    fn the_newest_of_the_last_days_weeks_and_months() {
        // 2026-03-01 is a Sunday.
        let all = days(date(2026, 1, 1), 63);
        assert_eq!(all.last(), Some(&date(2026, 3, 4)));
        let by_days = [date(2026, 3, 3), date(2026, 3, 4)];
        assert_eq!(kept(&all, keep(2, 0, 0)), by_days.into());
        let by_weeks = [date(2026, 2, 22), date(2026, 3, 1), date(2026, 3, 4)];
        assert_eq!(kept(&all, keep(0, 3, 0)), by_weeks.into());
        let by_months = [date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 4)];
        assert_eq!(kept(&all, keep(0, 0, 24)), by_months.into());
    }

    #[test]
    fn the_newest_is_always_kept_and_gaps_take_nothing_away() {
        assert_eq!(kept(&days(date(2026, 1, 1), 9), keep(0, 0, 0)), [date(2026, 1, 9)].into());
        let old: BTreeSet<Date> = [date(2020, 1, 1), date(2026, 1, 1)].into();
        assert_eq!(kept(&old, keep(2, 0, 0)), old);
        assert_eq!(kept(&BTreeSet::new(), keep(9, 9, 9)), BTreeSet::new());
    }

    #[test]
    fn only_backups_have_a_day() {
        assert_eq!(
            day_of(Path::new("/backups").join(name_of(date(2026, 1, 9))).as_path()),
            Some(date(2026, 1, 9))
        );
        for name in [
            "signpost-2026-02-30.dump",
            "signpost.dump",
            "other-2026-01-09.dump",
            "signpost-2026-01-09.dump.gz",
        ] {
            assert_eq!(day_of(Path::new(name)), None, "{name}");
        }
    }
}
