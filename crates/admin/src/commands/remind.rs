//! Reminders: listed, and mailed to whom they concern, once each.

use std::collections::{BTreeMap, HashMap};

use jiff::Timestamp;
use signpost_core::database::DatabaseError;
use signpost_core::store::reminder::{self, Sending};
use signpost_core::store::{attention, register, snapshot};
use signpost_core::{EmailAddress, LetterId, Register};

use crate::author::new_id;
use crate::cli::Remind;
use crate::desk::Desk;
use crate::failure::{Failure, Outcome};
use crate::mail::{Letter, MailServer, Undelivered};
use crate::phrase;
use crate::record::{ReminderRow, SendingState};

pub(super) async fn run(arguments: &Remind, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let server = if arguments.send { Some(MailServer::of(&arguments.mail)?) } else { None };
    if arguments.again {
        let mut connection = desk.database.pool().acquire().await.map_err(DatabaseError::from)?;
        reminder::forget_unsure(&mut connection).await?;
    }
    let (register, rows) = rows(arguments, &desk).await?;
    desk.printer.list(arguments.output.format, &rows)?;
    let unsent: Vec<&ReminderRow> = rows.iter().filter(|row| row.state() == SendingState::Due).collect();
    desk.printer.say(format_args!("{} not mailed yet.", phrase::listed(&unsent, "reminder")))?;
    if rows.iter().any(|row| row.state() == SendingState::Unsure) {
        desk.printer.say(
            "Whether the mails marked unsure arrived is not known, so they are not sent again. Ask, or send them \
             again with: signpost remind --send --again",
        )?;
    }
    if unsent.iter().any(|row| row.recipient().is_none()) {
        desk.printer.say("Some go to nobody: say who the staff are, with --to or SIGNPOST_REMIND_TO.")?;
    }
    match server {
        Some(server) => send(&server, &register, &unsent, &mut desk).await,
        None => Ok(Outcome::Done),
    }
}

/// What is due, one row for each whom it concerns.
async fn rows(arguments: &Remind, desk: &Desk<'_>) -> Result<(Register, Vec<ReminderRow>), Failure> {
    let mut connection = snapshot(desk.database.pool()).await?;
    let register = register::load(&mut connection).await?;
    let exchanges = attention::exchanges(&mut connection).await?;
    let translations = attention::translations(&mut connection).await?;
    let sendings = reminder::all(&mut connection).await?;
    let sendings: HashMap<(&str, &str), &Sending> = sendings
        .iter()
        .map(|sending| ((sending.reminder.as_str(), sending.recipient.as_str()), sending))
        .collect();
    let mut rows = Vec::new();
    for due in register.reminders(&exchanges, &translations, desk.clock.now()) {
        let key = due.key();
        let mut recipients = arguments.to.clone();
        recipients.extend(register.concerned(&due));
        recipients.sort();
        recipients.dedup();
        for recipient in &recipients {
            let sending = sendings.get(&(key.as_str(), recipient.as_str()));
            let state = sending.map_or((SendingState::Due, None), |sending| match sending.sent_at {
                Some(at) => (SendingState::Sent, Some(at.into())),
                None => (SendingState::Unsure, None),
            });
            rows.push(ReminderRow::new(&register, &due, Some(recipient.clone()), state));
        }
        if recipients.is_empty() {
            rows.push(ReminderRow::new(&register, &due, None, (SendingState::Due, None)));
        }
    }
    Ok((register, rows))
}

/// Mails what is due, one mail to each address. What the server does not take waits for the next run.
async fn send(
    server: &MailServer,
    register: &Register,
    unsent: &[&ReminderRow],
    desk: &mut Desk<'_>,
) -> Result<Outcome, Failure> {
    let mut by_recipient: BTreeMap<&EmailAddress, Vec<&ReminderRow>> = BTreeMap::new();
    for row in unsent {
        if let Some(recipient) = row.recipient() {
            by_recipient.entry(recipient).or_default().push(row);
        }
    }
    let mut troubles = Vec::new();
    for (recipient, rows) in by_recipient {
        match mail(server, register, (recipient, &rows), desk).await? {
            Ok(0) => {}
            Ok(count) => {
                let count = phrase::count(count, "reminder");
                desk.printer.say(format_args!("Mailed {count} to {recipient}."))?;
            }
            Err(Undelivered::Refused(why)) => {
                troubles.push(format!("{recipient}: {why}. The next run tries again"));
            }
            Err(Undelivered::Unsure(why)) => troubles.push(format!(
                "{recipient}: {why}. The mail may have arrived, so that it is not sent again by itself"
            )),
        }
    }
    if troubles.is_empty() {
        return Ok(Outcome::Done);
    }
    Err(Failure::System(format!("by the mail server {}:\n{}", server.place(), troubles.join("\n"))))
}

/// Sends one mail: on record before it is handed over, marked when it is taken, forgotten when it is not.
async fn mail(
    server: &MailServer,
    register: &Register,
    (recipient, rows): (&EmailAddress, &[&ReminderRow]),
    desk: &Desk<'_>,
) -> Result<Result<u64, Undelivered>, Failure> {
    let mut connection = desk.database.pool().acquire().await.map_err(DatabaseError::from)?;
    let (letter, now): (LetterId, Timestamp) = (new_id(desk.clock)?, desk.clock.now());
    let keys: Vec<String> = rows.iter().map(|row| row.key().to_owned()).collect();
    let begun = reminder::begin(&mut connection, letter, recipient.as_str(), &keys, now).await?;
    let rows: Vec<&&ReminderRow> =
        rows.iter().filter(|row| begun.iter().any(|key| key == row.key())).collect();
    if rows.is_empty() {
        return Ok(Ok(0));
    }
    let city = &register.programme().city;
    let paragraphs: Vec<String> = rows.iter().map(|row| row.paragraph()).collect();
    let sent = server
        .send(&Letter {
            id: letter.to_string(),
            to: recipient,
            subject: format!("Sister and friendship cities of {city}: {}", phrase::count(rows.len() as u64, "reminder")),
            body: format!(
                "This is due in the record of {city}'s sister and friendship cities:\n\n{}\n\nYou are reminded of each once.\n",
                paragraphs.join("\n\n")
            ),
            at: now,
        })
        .await;
    match sent {
        Ok(()) => {
            reminder::sent(&mut connection, letter, now).await?;
            Ok(Ok(rows.len() as u64))
        }
        Err(Undelivered::Refused(why)) => {
            reminder::forget(&mut connection, letter).await?;
            Ok(Err(Undelivered::Refused(why)))
        }
        Err(unsure) => Ok(Err(unsure)),
    }
}
