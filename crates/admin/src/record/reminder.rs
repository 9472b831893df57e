//! Reminders: what is due, to whom, and whether it was mailed.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;
use signpost_core::{EmailAddress, Kind, Register, Reminder};

use super::value;
use crate::phrase;
use crate::printer::{Cell, Column, Row, Tone};

/// Something that is due, and one whom it concerns.
#[derive(Debug, Serialize)]
pub(crate) struct ReminderRow {
    #[serde(skip)]
    key: String,
    reminder: &'static str,
    about: String,
    due: Option<Date>,
    words: String,
    command: String,
    recipient: Option<EmailAddress>,
    state: SendingState,
    sent_at: Option<Timestamp>,
}

/// Whether somebody was reminded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum SendingState {
    /// Not yet.
    Due,
    /// A mail may have arrived, or not.
    Unsure,
    /// The mail server has taken the mail.
    Sent,
}

impl SendingState {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::Unsure => "unsure",
            Self::Sent => "sent",
        }
    }
}

impl ReminderRow {
    /// A reminder for one whom it concerns, if anybody, with what became of it.
    pub(crate) fn new(
        register: &Register,
        reminder: &Reminder<'_>,
        recipient: Option<EmailAddress>,
        (state, sent_at): (SendingState, Option<Timestamp>),
    ) -> Self {
        let zone = register.programme().time_zone.zone();
        let (about, due) = match reminder {
            Reminder::RenewalForm(renewal, day) => (renewal.partner.slug.to_string(), Some(*day)),
            Reminder::Renewal(renewal) => (renewal.partner.slug.to_string(), Some(renewal.end.first())),
            Reminder::NoticeExpires(notice, at) => {
                (notice.slug.to_string(), Some(at.to_zoned_datetime(zone).date()))
            }
            Reminder::ExchangeToRecord(exchange) => (exchange.slug.to_string(), Some(exchange.last_day)),
            Reminder::TranslationOutdated(translation) => (translation.of.clone(), None),
            Reminder::Anniversary(partner, next) => (partner.slug.to_string(), next.on.day()),
        };
        Self {
            key: reminder.key(),
            reminder: reminder.kind(),
            words: words(reminder),
            command: command(reminder, &about),
            about,
            due,
            recipient,
            state,
            sent_at,
        }
    }

    /// What the record of sent mails calls the reminder.
    pub(crate) fn key(&self) -> &str {
        &self.key
    }

    /// Whom it goes to.
    pub(crate) const fn recipient(&self) -> Option<&EmailAddress> {
        self.recipient.as_ref()
    }

    /// Whether it was mailed.
    pub(crate) const fn state(&self) -> SendingState {
        self.state
    }

    /// What a mail says of it.
    pub(crate) fn paragraph(&self) -> String {
        format!("* {}\n  {}", self.words, self.command)
    }
}

impl Row for ReminderRow {
    const COLUMNS: &'static [Column] =
        &[Column::wrapping("what is due"), Column::wrapping("to"), Column::whole("mail")];
    const FIELDS: &'static [&'static str] =
        &["reminder", "about", "due", "words", "command", "recipient", "state", "sent_at"];

    fn cells(&self) -> Vec<Cell> {
        let recipient = self.recipient.as_ref();
        let recipient =
            recipient.map_or_else(|| Cell::quiet("nobody"), |address| Cell::plain(address.as_str()));
        let tone = match self.state {
            SendingState::Due => Tone::Soon,
            SendingState::Unsure => Tone::Grave,
            SendingState::Sent => Tone::Quiet,
        };
        vec![Cell::plain(self.words.as_str()), recipient, Cell::toned(self.state.as_str(), tone)]
    }

    fn values(&self) -> Vec<String> {
        vec![
            self.reminder.to_owned(),
            self.about.clone(),
            value(self.due),
            self.words.clone(),
            self.command.clone(),
            value(self.recipient.as_ref()),
            self.state.as_str().to_owned(),
            value(self.sent_at),
        ]
    }
}

fn words(reminder: &Reminder<'_>) -> String {
    match reminder {
        Reminder::RenewalForm(renewal, day) => {
            format!("{}: the form for a renewal must be in by {day}", renewal.partner.name)
        }
        Reminder::Renewal(renewal) => {
            format!("{}: the friendship ends {}", renewal.partner.name, phrase::date(renewal.end))
        }
        Reminder::NoticeExpires(notice, at) => {
            format!(
                "The notice \"{}\" goes from the site on {}",
                notice.title,
                at.strftime("%Y-%m-%d %H:%M UTC")
            )
        }
        Reminder::ExchangeToRecord(exchange) => {
            format!(
                "{} was over on {}, and what happened is not on record",
                exchange.title, exchange.last_day
            )
        }
        Reminder::TranslationOutdated(translation) => format!(
            "The {} of {} was changed after it was translated ({})",
            translation.field, translation.of, translation.language
        ),
        Reminder::Anniversary(partner, next) => {
            let kind = match next.kind {
                Kind::Sister => "sister city",
                Kind::Friendship => "friendship city",
            };
            format!("{}: {} years a {kind} on {}", partner.name, next.years, next.on)
        }
    }
}

fn command(reminder: &Reminder<'_>, about: &str) -> String {
    match reminder {
        Reminder::RenewalForm(..) | Reminder::Renewal(_) => format!("signpost renewal packet {about}"),
        Reminder::NoticeExpires(..) => format!("signpost notice show {about}"),
        Reminder::ExchangeToRecord(_) => format!("signpost exchange record {about}"),
        Reminder::TranslationOutdated(translation) => {
            format!("signpost translation status {}", translation.language)
        }
        Reminder::Anniversary(..) => format!("signpost relationship show {about}"),
    }
}
