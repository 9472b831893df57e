//! Reminders: what is due, and whom it concerns.

use jiff::civil::Date;
use jiff::{Span, Timestamp};

use crate::agreement::Side;
use crate::attention::{ExchangeSummary, TranslationSummary};
use crate::historic::HistoricDate;
use crate::identity::PartnerId;
use crate::notice::Notice;
use crate::partner::Partner;
use crate::register::Register;
use crate::relationship::{Kind, Relationship};
use crate::renewal::DueRenewal;
use crate::text::EmailAddress;

/// So many days before the form for a renewal is due, it is reminded of.
const FORM_DAYS: i32 = 30;
/// So many days before a notice expires, it is reminded of.
const NOTICE_DAYS: i32 = 7;
/// So many days after its end, an exchange should be on record,
const RECORD_DAYS: i32 = 7;
/// and after so many it is history, which `signpost check` finds.
const HISTORY_DAYS: i32 = 365;
/// So many days before an anniversary, it is reminded of.
const ANNIVERSARY_DAYS: i32 = 180;
/// Every so many years there is an anniversary.
const ANNIVERSARY_YEARS: i16 = 5;

/// Something that is due, of which a person is reminded once.
#[derive(Clone, Copy, Debug)]
pub enum Reminder<'a> {
    /// The form for a renewal must be in by a day.
    RenewalForm(DueRenewal<'a>, Date),
    /// A term ends, and nothing continues it.
    Renewal(DueRenewal<'a>),
    /// A notice that is shown expires.
    NoticeExpires(&'a Notice, Timestamp),
    /// An exchange is over, and what happened is not on record.
    ExchangeToRecord(&'a ExchangeSummary),
    /// A text was changed after it was translated.
    TranslationOutdated(&'a TranslationSummary),
    /// A relationship has an anniversary.
    Anniversary(&'a Partner, Anniversary),
}

/// The date on which a relationship is so many years old.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anniversary {
    /// Of what kind it is.
    pub kind: Kind,
    /// How many years.
    pub years: i16,
    /// When, as precisely as the beginning is known.
    pub on: HistoricDate,
}

impl Reminder<'_> {
    /// The word for its kind.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::RenewalForm(..) => "renewal-form",
            Self::Renewal(_) => "renewal",
            Self::NoticeExpires(..) => "notice",
            Self::ExchangeToRecord(_) => "exchange",
            Self::TranslationOutdated(_) => "translation",
            Self::Anniversary(..) => "anniversary",
        }
    }

    /// What it is about, as one text: kind, record and date. Where the date moves, it is another reminder.
    pub fn key(&self) -> String {
        let kind = self.kind();
        match self {
            Self::RenewalForm(renewal, day) => format!("{kind}:{}:{day}", renewal.term.id),
            Self::Renewal(renewal) => format!("{kind}:{}:{}", renewal.term.id, renewal.end),
            Self::NoticeExpires(notice, at) => format!("{kind}:{}:{at}", notice.id),
            Self::ExchangeToRecord(exchange) => format!("{kind}:{}:{}", exchange.id, exchange.last_day),
            Self::TranslationOutdated(translation) => {
                let wording = translation.original.unwrap_or(translation.follows).0;
                let wording =
                    wording.iter().take(8).fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"));
                format!("{kind}:{}:{wording}", translation.id)
            }
            Self::Anniversary(partner, anniversary) => {
                format!("{kind}:{}:{}", partner.relationship.id, anniversary.on)
            }
        }
    }

    /// The partners that it concerns.
    fn partners(&self) -> Vec<PartnerId> {
        match self {
            Self::RenewalForm(renewal, _) | Self::Renewal(renewal) => vec![renewal.partner.id],
            Self::ExchangeToRecord(exchange) => exchange.partners.clone(),
            Self::Anniversary(partner, _) => vec![partner.id],
            Self::NoticeExpires(..) | Self::TranslationOutdated(_) => Vec::new(),
        }
    }
}

impl Register {
    /// Everything of which a person should be reminded at a moment: renewals first, anniversaries last.
    pub fn reminders<'a>(
        &'a self,
        exchanges: &'a [ExchangeSummary],
        translations: &'a [TranslationSummary],
        now: Timestamp,
    ) -> Vec<Reminder<'a>> {
        let today = now.to_zoned_datetime(self.programme().time_zone.zone()).date();
        let mut due = Vec::new();
        for renewal in self.renewals_due(today) {
            let form = renewal.form_due.filter(|day| later(today, FORM_DAYS) >= *day);
            due.extend(form.map(|day| Reminder::RenewalForm(renewal, day)));
            due.extend((renewal.notice_from <= today).then_some(Reminder::Renewal(renewal)));
        }
        let soon = now.saturating_add(Span::new().hours(24 * NOTICE_DAYS)).unwrap_or(Timestamp::MAX);
        due.extend(self.notices_at(now).filter_map(|notice| {
            let end = notice.ends_at.filter(|end| *end <= soon)?;
            Some(Reminder::NoticeExpires(notice, end))
        }));
        let recent = later(today, -HISTORY_DAYS)..=later(today, -RECORD_DAYS);
        due.extend(
            exchanges
                .iter()
                .filter(|exchange| recent.contains(&exchange.last_day))
                .filter(|exchange| exchange.is_uncounted(today) || exchange.is_unconfirmed(today))
                .map(Reminder::ExchangeToRecord),
        );
        let outdated = translations.iter().filter(|translation| translation.is_outdated());
        due.extend(outdated.map(Reminder::TranslationOutdated));
        for partner in self.partners() {
            let standing = self.standing(partner, today).filter(|standing| standing.state.is_current());
            let next = standing.and_then(|standing| partner.relationship.anniversary(standing.kind, today));
            let next = next.filter(|next| {
                next.on.day().is_some_and(|day| (today..=later(today, ANNIVERSARY_DAYS)).contains(&day))
            });
            due.extend(next.map(|next| Reminder::Anniversary(partner, next)));
        }
        due
    }

    /// The addresses of the host's committees whom a reminder concerns, as far as any are on record, each once.
    pub fn concerned(&self, reminder: &Reminder<'_>) -> Vec<EmailAddress> {
        let partners = reminder.partners().into_iter().filter_map(|id| self.partner(id));
        let committees = partners.flat_map(|partner| &partner.relationship.committees);
        let host = committees.filter(|committee| committee.side == Side::Host);
        let mut addresses: Vec<_> = host
            .flat_map(|committee| &committee.contacts)
            .filter_map(|contact| contact.email.clone())
            .collect();
        addresses.sort();
        addresses.dedup();
        addresses
    }
}

impl Relationship {
    /// The next round anniversary of its first term of a kind, one that is not over on a day: every five years, as
    /// precisely as its start is known; none where its start is not on record.
    pub fn anniversary(&self, kind: Kind, from: Date) -> Option<Anniversary> {
        let first = self.terms.iter().filter(|term| term.kind == kind).min_by_key(|term| term.start)?;
        let start = first.start?;
        let age = from.year().saturating_sub(start.first().year()).max(1);
        let mut ages = age..age.saturating_add(2 * ANNIVERSARY_YEARS);
        let years =
            ages.find(|years| years % ANNIVERSARY_YEARS == 0 && start.years_later(*years).last() >= from)?;
        Some(Anniversary { kind, years, on: start.years_later(years) })
    }
}

fn later(day: Date, days: i32) -> Date {
    day.saturating_add(Span::new().days(days))
}
