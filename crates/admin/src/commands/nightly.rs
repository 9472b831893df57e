//! What is done every night. Each step is tried, whatever came of the others; what failed is mailed.

pub(super) mod rotation;

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Span, ZonedDateTime};
use signpost_core::database::{Database, DatabaseError, Role, Settings};
use signpost_core::store::{programme, snapshot};
use signpost_core::{Clock, LetterId};

use super::{backup, check_clock, remind};
use crate::author::new_id;
use crate::cli::{BackupArguments, Format, Nightly, Output, Remind};
use crate::desk::Desk;
use crate::failure::{Failure, Outcome};
use crate::mail::{Letter, MailServer, Undelivered};
use crate::phrase;
use crate::printer::Printer;

pub(super) async fn run(
    arguments: &Nightly,
    settings: &Settings,
    printer: &mut Printer,
    clock: Clock,
) -> Result<Outcome, Failure> {
    let Some(at) = arguments.at else {
        return once(arguments, settings, printer, clock).await;
    };
    loop {
        let now = clock.now().to_zoned_datetime(zone(settings).await);
        let next = next_run(&now, at)?;
        printer.say(format_args!("The next run is on {}.", next.strftime("%Y-%m-%d at %H:%M %Z")))?;
        wait(Duration::try_from(now.duration_until(&next)).unwrap_or_default()).await;
        // What failed was said and mailed; tomorrow is another day.
        if let Err(Failure::Input(words) | Failure::System(words)) =
            once(arguments, settings, printer, clock).await
        {
            printer.complain(words);
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "a time of day is what is meant")]
async fn wait(time: Duration) {
    tokio::time::sleep(time).await;
}

/// The next time that the clocks show a time of day; one that a change of clocks leaves out comes right after it.
fn next_run(now: &ZonedDateTime, at: Time) -> Result<ZonedDateTime, Failure> {
    let on = |day: Date| day.to_datetime(at).to_zoned_datetime(now.time_zone().clone());
    let beyond = |error: jiff::Error| Failure::System(format!("the calendar ends: {error}"));
    let today = on(now.date()).map_err(beyond)?;
    if today > *now {
        return Ok(today);
    }
    let tomorrow = now.date().checked_add(Span::new().days(1)).map_err(beyond)?;
    on(tomorrow).map_err(beyond)
}

/// The host city's time zone, as far as the database tells; else that of all.
async fn zone(settings: &Settings) -> TimeZone {
    let zone = async {
        let database = Database::open(settings, Role::Owner).await.ok()?;
        let mut snapshot = snapshot(database.pool()).await.ok()?;
        Some(programme::get(&mut snapshot).await.ok()??.time_zone.zone())
    };
    zone.await.unwrap_or(TimeZone::UTC)
}

/// What the steps of one night share.
struct Night<'a> {
    arguments: &'a Nightly,
    settings: &'a Settings,
    database: &'a Database,
    clock: Clock,
    today: Date,
}

async fn once(
    arguments: &Nightly,
    settings: &Settings,
    printer: &mut Printer,
    clock: Clock,
) -> Result<Outcome, Failure> {
    let opened = open(settings, clock).await;
    let mut troubles = Vec::new();
    match &opened {
        Ok(database) => {
            let today = clock.today(&zone(settings).await);
            let night = Night { arguments, settings, database, clock, today };
            night.steps(printer, &mut troubles).await?;
        }
        Err(error) => troubles.push(error.to_string()),
    }
    if let Ok(database) = opened {
        database.close().await?;
    }
    if troubles.is_empty() {
        return Ok(Outcome::Done);
    }
    let words = troubles.join("\n");
    match tell(arguments, &words, clock).await {
        Ok(()) => Err(Failure::System(words)),
        Err(trouble) => Err(Failure::System(format!("{words}\n{trouble}"))),
    }
}

/// The database, unless the clock is far off: backups are named and thinned out by it.
async fn open(settings: &Settings, clock: Clock) -> Result<Database, DatabaseError> {
    let database = Database::open(settings, Role::Owner).await?;
    check_clock(&database, clock).await?;
    Ok(database)
}

impl Night<'_> {
    async fn steps(&self, printer: &mut Printer, troubles: &mut Vec<String>) -> Result<(), Failure> {
        let file = self.arguments.backups.join(rotation::name_of(self.today));
        match self.back_up(&file, printer).await {
            Ok(()) => {
                troubles.extend(self.copy(&file).err());
                match thin(&self.arguments.backups, self.arguments) {
                    Ok(0) => {}
                    Ok(count) => {
                        let count = phrase::count(count, "old backup");
                        printer.say(format_args!("Thinned out {count}."))?;
                    }
                    Err(trouble) => troubles.push(trouble),
                }
            }
            Err(failure) => troubles.extend(words(failure)?),
        }
        if self.arguments.mail.host.is_some()
            && let Err(failure) = self.remind(printer).await
        {
            troubles.extend(words(failure)?);
        }
        Ok(())
    }

    async fn back_up(&self, file: &Path, printer: &mut Printer) -> Result<(), Failure> {
        let arguments = BackupArguments { file: file.to_owned(), replace: true };
        backup::write(&arguments, self.database, self.settings, printer).await.map(drop)
    }

    /// Has the new backup copied by the command that the operator named.
    fn copy(&self, file: &Path) -> Result<(), String> {
        let Some(command) = &self.arguments.copy else { return Ok(()) };
        let output = Command::new("sh").arg("-c").arg(command).env("BACKUP", file).output();
        let output = output.map_err(|error| format!("--copy: no shell starts: {error}"))?;
        if output.status.success() {
            return Ok(());
        }
        let said = String::from_utf8_lossy(&output.stderr);
        let said: String = said.trim().chars().take(500).collect();
        Err(format!("--copy `{command}` failed ({}): {said}", output.status))
    }

    async fn remind(&self, printer: &mut Printer) -> Result<(), Failure> {
        let arguments = Remind {
            send: true,
            again: false,
            to: self.arguments.to.clone(),
            mail: self.arguments.mail.clone(),
            output: Output { format: Format::Table },
        };
        let desk = Desk { database: self.database, printer, clock: self.clock };
        remind::run(&arguments, desk).await.map(drop)
    }
}

/// Removes the backups that are not kept, and counts them.
fn thin(folder: &Path, arguments: &Nightly) -> Result<u64, String> {
    let cannot = |error: io::Error| format!("cannot thin out the backups in {}: {error}", folder.display());
    let entries = fs::read_dir(folder).map_err(cannot)?;
    let paths = entries.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<PathBuf>>>();
    let paths = paths.map_err(cannot)?;
    let days: BTreeSet<Date> = paths.iter().filter_map(|path| rotation::day_of(path)).collect();
    let kept = rotation::kept(&days, arguments.keep);
    let mut removed = 0;
    for path in paths.iter().filter(|path| rotation::day_of(path).is_some_and(|day| !kept.contains(&day))) {
        fs::remove_file(path).map_err(cannot)?;
        removed += 1;
    }
    Ok(removed)
}

/// The words of what failed; that nobody reads on is passed on.
fn words(failure: Failure) -> Result<Option<String>, Failure> {
    match failure {
        Failure::Input(words) | Failure::System(words) => Ok(Some(words)),
        Failure::Unread => Err(Failure::Unread),
    }
}

/// Mails what failed to those who should hear of it, where a mail server is named.
async fn tell(arguments: &Nightly, troubles: &str, clock: Clock) -> Result<(), String> {
    if arguments.mail.host.is_none() || arguments.to.is_empty() {
        return Ok(());
    }
    let server = MailServer::of(&arguments.mail).map_err(plain)?;
    for to in &arguments.to {
        let id: LetterId = new_id(clock).map_err(plain)?;
        let letter = Letter {
            id: id.to_string(),
            to,
            subject: "Signpost: the nightly run failed".to_owned(),
            body: format!(
                "This failed in the nightly run, backups in {}:\n\n{troubles}\n\nThe next run tries again.\n",
                arguments.backups.display()
            ),
            at: clock.now(),
        };
        server.send(&letter).await.map_err(|error| match error {
            Undelivered::Refused(why) | Undelivered::Unsure(why) => {
                format!("and nobody could be told by mail: {}: {why}", server.place())
            }
        })?;
    }
    Ok(())
}

fn plain(failure: Failure) -> String {
    words(failure).ok().flatten().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_run_is_the_next_time_that_the_clocks_show_it() {
        for (now, at, next) in [
            (
                "2026-11-23T01:00-08:00[America/Los_Angeles]",
                "03:30",
                "2026-11-23T03:30:00-08:00[America/Los_Angeles]",
            ),
            (
                "2026-11-23T03:30-08:00[America/Los_Angeles]",
                "03:30",
                "2026-11-24T03:30:00-08:00[America/Los_Angeles]",
            ),
            // Clocks go forward at two: half past two is half past three.
            (
                "2027-03-13T12:00-08:00[America/Los_Angeles]",
                "02:30",
                "2027-03-14T03:30:00-07:00[America/Los_Angeles]",
            ),
        ] {
            let now: ZonedDateTime = now.parse().unwrap();
            assert_eq!(next_run(&now, at.parse().unwrap()).unwrap().to_string(), next);
        }
    }
}
