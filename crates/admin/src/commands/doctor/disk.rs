//! Disks: whether there is room for what grows, and whether backups are written.

use std::path::Path;
use std::{fs, io};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use rustix::fs::statvfs;
use signpost_core::Clock;
use signpost_core::database::Database;

use crate::cli::Doctor;
use crate::commands::nightly::rotation;
use crate::record::PartRow;

/// The disk that the database is on, where that is known.
pub(super) fn of_database(arguments: &Doctor, database: &Database, size: Option<u64>) -> Option<PartRow> {
    let folder = match (&arguments.database_disk, database.cluster()) {
        (Some(folder), _) => folder,
        (None, Some(cluster)) => cluster.directory(),
        (None, None) => return None,
    };
    Some(room("data disk", folder, size))
}

/// The disk of the backups, and the newest of them.
pub(super) fn of_backups(arguments: &Doctor, size: Option<u64>, clock: Clock) -> Vec<PartRow> {
    let Some(folder) = &arguments.backups else {
        let advice = "Have them written every night: `signpost nightly --backups FOLDER`";
        return vec![PartRow::unset(
            "backups",
            "no folder is named, with --backups or SIGNPOST_BACKUPS",
            advice,
        )];
    };
    let newest = match newest(folder) {
        Ok(newest) => backup(folder, newest, clock),
        Err(error) => PartRow::ill(
            "backups",
            format!("cannot read the folder {}: {error}", folder.display()),
            "Make it, for this user to write, or name another with --backups or SIGNPOST_BACKUPS",
        ),
    };
    vec![newest, room("backup disk", folder, size)]
}

fn newest(folder: &Path) -> io::Result<Option<Date>> {
    let mut newest = None;
    for entry in fs::read_dir(folder)? {
        newest = newest.max(rotation::day_of(&entry?.path()));
    }
    Ok(newest)
}

fn backup(folder: &Path, newest: Option<Date>, clock: Clock) -> PartRow {
    let advice = format!(
        "Write one now with `signpost nightly --backups {}`; what failed at night is in the log of the jobs",
        folder.display()
    );
    let Some(newest) = newest else {
        return PartRow::ill("backups", format!("none in {}", folder.display()), advice);
    };
    let days = clock.today(&TimeZone::UTC).duration_since(newest).as_hours() / 24;
    let found = format!("the newest in {} is of {newest}", folder.display());
    // The host's day may be the one before or after that of UTC.
    if days <= 2 { PartRow::well("backups", found) } else { PartRow::ill("backups", found, advice) }
}

/// Whether there is room for what comes: a tenth of the disk, and twice the database.
fn room(part: &'static str, folder: &Path, size: Option<u64>) -> PartRow {
    let disk = match statvfs(folder) {
        Ok(disk) => disk,
        Err(error) => {
            let found = format!("cannot look at {}: {error}", folder.display());
            return PartRow::ill(part, found, "Name a folder that is there");
        }
    };
    let (free, all) =
        (disk.f_bavail.saturating_mul(disk.f_frsize), disk.f_blocks.saturating_mul(disk.f_frsize));
    let found = format!("{} of {} are free in {}", gibibytes(free), gibibytes(all), folder.display());
    if is_roomy(free, all, size.unwrap_or(0)) {
        return PartRow::well(part, found);
    }
    PartRow::ill(
        part,
        found,
        "Make room there: a tenth of it, and twice the size of the database, should be free",
    )
}

/// Whether a tenth of a disk is free, and room for the database twice.
const fn is_roomy(free: u64, all: u64, database: u64) -> bool {
    free >= all / 10 && free / 2 >= database
}

/// Bytes as GiB, with a decimal.
fn gibibytes(bytes: u64) -> String {
    let tenths = bytes.saturating_mul(10) >> 30;
    format!("{}.{} GiB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_disk_has_room_for_what_comes() {
        for (free, all, database, roomy) in
            [(10, 100, 5, true), (9, 100, 1, false), (50, 100, 26, false), (0, 0, 0, true)]
        {
            assert_eq!(is_roomy(free, all, database), roomy, "{free} {all} {database}");
        }
        let here = tempfile::tempdir().unwrap();
        assert!(room("disk", here.path(), Some(u64::MAX)).is_ill());
        assert!(room("disk", Path::new("/nowhere"), None).is_ill());
        assert_eq!(gibibytes(5 << 29), "2.5 GiB");
    }
}
