//! Calendar files of renewals, for staff.

use jiff::Timestamp;
use signpost_core::calendar::{self, Entry};
use signpost_core::{Register, RenewalDay, RenewalStep, Status, TextError, When};

use crate::phrase;

/// The days of renewals as a calendar file, as of a moment.
///
/// An entry is named by its term and step, so that a file that is written again changes entries and adds none; its
/// sequence is the record's version, which only grows. A renewal that came early cancels the entries of its term.
///
/// # Errors
/// A name is too long for a line.
pub(crate) fn renewals(
    register: &Register,
    days: &[RenewalDay<'_>],
    now: Timestamp,
) -> Result<String, TextError> {
    let entries = days.iter().map(|day| entry(register, day)).collect::<Result<Vec<_>, _>>()?;
    Ok(calendar::write(format!("Renewals: {}", register.programme().city).as_str(), &entries, now))
}

fn entry(register: &Register, day: &RenewalDay<'_>) -> Result<Entry, TextError> {
    let (term, programme) = (day.renewal.term.id, register.programme().id);
    let uid = format!("{term}-{}@{programme}.signpost", day.step.as_str()).parse()?;
    let when = When::Days { first: day.day, last: day.day };
    let status = if day.renewed_by.is_some() { Status::Cancelled } else { Status::Confirmed };
    Ok(Entry {
        status: Some(status),
        description: Some(description(day)),
        sequence: i32::try_from(register.version()).unwrap_or(i32::MAX),
        ..Entry::new(uid, summary(day).parse()?, when)
    })
}

fn summary(day: &RenewalDay<'_>) -> String {
    let name = &day.renewal.partner.name;
    let is_known = day.renewal.end.day().is_some();
    let what = match (day.step, is_known) {
        (RenewalStep::Notice, _) => format!("{name}: notice period of the friendship begins"),
        (RenewalStep::FormDue, _) => format!("{name}: renewal form due"),
        (RenewalStep::Expiry, true) => format!("{name}: friendship ends unless renewed"),
        (RenewalStep::Expiry, false) => format!("{name}: friendship may end from today"),
    };
    let doubt = if is_known { "" } else { " (end day not on record)" };
    let renewed = if day.renewed_by.is_some() { "Renewed. " } else { "" };
    format!("{renewed}{what}{doubt}")
}

fn description(day: &RenewalDay<'_>) -> String {
    let end = day.renewal.end;
    let mut lines = vec![format!("The term ends {}.", phrase::date(end))];
    if end.day().is_none() {
        lines.push(format!(
            "This entry counts from {}, the first day that it can be, so that nothing is missed.",
            end.first()
        ));
    }
    match day.renewed_by {
        Some(_) => lines.push("The renewal is on record: nothing is left to do.".to_owned()),
        None => lines.push(format!("signpost renewal packet {}", day.renewal.partner.slug)),
    }
    lines.join("\n")
}
