//! When an exchange is, as the columns of its row hold it.

use jiff::civil::{Date, DateTime};

use super::record::Record;
use super::sheet::Cells;
use crate::exchange::{Timed, When};
use crate::historic::HistoricDate;
use crate::text::TimeZoneName;

/// The columns that say when.
#[derive(Debug)]
pub(super) struct Columns {
    starts: &'static str,
    ends: &'static str,
    zone: &'static str,
    fold: &'static str,
    form: &'static str,
}

/// The columns that say when an exchange is.
pub(super) const COLUMNS_OF_WHEN: Columns =
    Columns { starts: "starts", ends: "ends", zone: "zone", fold: "fold", form: "form" };

/// The columns that say when it was to be.
pub(super) const PREVIOUS_COLUMNS: Columns = Columns {
    starts: "previous_starts",
    ends: "previous_ends",
    zone: "previous_zone",
    fold: "previous_fold",
    form: "previous_form",
};

/// The form of a day that is not for calendars.
const HISTORIC: &str = "historic";

/// When it is: a time of day where `starts` has one, whole days where it is a day, else a historic date.
pub(super) fn read(row: &impl Record, columns: &Columns, host: Option<&TimeZoneName>) -> Option<When> {
    let Some(starts) = row.text(columns.starts) else {
        let others = [columns.ends, columns.zone, columns.fold, columns.form];
        for column in others.into_iter().filter(|column| row.has(column)) {
            row.fault(column, format!("it needs `{}`: fill that in, or leave it out", columns.starts));
        }
        return None;
    };
    let historic = row.text(columns.form).inspect(|form| {
        if form != HISTORIC {
            let form = super::fault::printable(form);
            row.fault(columns.form, format!("`{form}` is not `{HISTORIC}`: write that, or leave it out"));
        }
    });
    let is_timed = starts.contains(':');
    if !is_timed {
        for column in [columns.zone, columns.fold].into_iter().filter(|column| row.has(column)) {
            row.fault(
                column,
                "only a time of day has it: leave it out, or write `starts` as 2026-04-25T10:00",
            );
        }
    }
    let when =
        if is_timed { read_timed(row, columns, host)? } else { read_days(row, columns, historic.is_some())? };
    let checked = when.check().map_err(|refusal| {
        row.fault(columns.starts, format!("{refusal}{}", fold_hint(&refusal)));
    });
    checked.ok().map(|()| when)
}

fn fold_hint(refusal: &crate::WhenError) -> &'static str {
    match refusal {
        crate::WhenError::Doubled { .. } => " (write `earlier` or `later` in the column fold)",
        _ => "",
    }
}

fn read_timed(row: &impl Record, columns: &Columns, host: Option<&TimeZoneName>) -> Option<When> {
    let starts: Option<DateTime> = row.optional(columns.starts);
    let ends: Option<DateTime> = row.optional(columns.ends);
    let zone: Option<TimeZoneName> = row.optional(columns.zone);
    let fold = row.optional(columns.fold);
    if row.has(columns.form) {
        row.fault(columns.form, "a time of day is not historic: leave it out");
    }
    let zone = if row.has(columns.zone) { zone } else { host.cloned() };
    Some(When::Timed(Timed { starts: starts?, ends, zone: zone?, fold }))
}

fn read_days(row: &impl Record, columns: &Columns, historic: bool) -> Option<When> {
    let starts: HistoricDate = row.optional(columns.starts)?;
    match starts.day() {
        Some(first) if !historic => {
            let last: Option<Date> = row.optional(columns.ends);
            Some(When::Days { first, last: last.unwrap_or(first) })
        }
        _ => {
            if row.has(columns.ends) {
                row.fault(
                    columns.ends,
                    format!("`{starts}` is a historic date, that has no end: leave it out"),
                );
            }
            Some(When::Historic(starts))
        }
    }
}

/// Cells with when it is.
pub(super) fn write(cells: Cells, columns: &Columns, when: Option<&When>) -> Cells {
    match when {
        None => cells,
        Some(When::Timed(timed)) => cells
            .with(columns.starts, &timed.starts)
            .maybe(columns.ends, timed.ends.as_ref())
            .with(columns.zone, &timed.zone)
            .maybe(columns.fold, timed.fold.as_ref()),
        Some(When::Days { first, last }) => cells.with(columns.starts, first).with(columns.ends, last),
        Some(When::Historic(date)) => {
            let form = date.day().map(|_| HISTORIC.to_owned());
            cells.with(columns.starts, date).maybe(columns.form, form.as_ref())
        }
    }
}
