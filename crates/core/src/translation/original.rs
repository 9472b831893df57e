//! Originals: the records whose words people translate.

use jiff::Timestamp;

use super::{Translation, TranslationSubject};
use crate::dataset::Dataset;
use crate::exchange::Exchange;
use crate::notice::Notice;
use crate::page::Page;
use crate::partner::Partner;
use crate::programme::Programme;
use crate::text::{Line, Markdown};

/// A record with words to translate.
#[derive(Clone, Copy, Debug)]
pub enum Original<'a> {
    /// The programme.
    Programme(&'a Programme),
    /// A page.
    Page(&'a Page),
    /// A partner.
    Partner(&'a Partner),
    /// An exchange.
    Exchange(&'a Exchange),
    /// A notice.
    Notice(&'a Notice),
}

/// Which originals are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// Those that the public sees, or will see at a moment that is set; no notices that are past.
    Public,
    /// Those that are private too.
    All,
}

/// What a text is called: `page/home/title`.
pub(super) fn name_of_text(of: &str, field: &str) -> String {
    format!("{of}/{field}")
}

impl Dataset {
    /// The records with words to translate, in the order in which translators get them.
    pub fn originals(&self) -> impl Iterator<Item = Original<'_>> {
        let programme = std::iter::once(Original::Programme(&self.programme));
        programme
            .chain(self.pages.iter().map(Original::Page))
            .chain(self.notices.iter().map(Original::Notice))
            .chain(self.partners.iter().map(Original::Partner))
            .chain(self.exchanges.iter().map(Original::Exchange))
    }

    /// The records that a translation of a field is of besides one: those that say it in the same words, where they share
    /// it.
    pub(super) fn sharing(&self, original: Original<'_>, field: &str) -> Vec<TranslationSubject> {
        if !original.shares(field) {
            return Vec::new();
        }
        let same = |other: &Original<'_>| {
            other.shares(field)
                && other.subject() != original.subject()
                && other.words(field) == original.words(field)
        };
        self.originals().filter(same).map(Original::subject).collect()
    }

    /// The record that a translation is of.
    pub fn original(&self, subject: TranslationSubject) -> Option<Original<'_>> {
        self.originals().find(|original| original.subject() == subject)
    }

    /// The words that a translation is of, as they are now; `None`: there are none any more.
    pub fn words_translated(&self, translation: &Translation) -> Option<&str> {
        self.original(translation.of)?.words(translation.field.as_str())
    }
}

impl<'a> Original<'a> {
    /// What translations of it are of.
    pub const fn subject(self) -> TranslationSubject {
        match self {
            Self::Programme(programme) => TranslationSubject::Programme(programme.id),
            Self::Page(page) => TranslationSubject::Page(page.id),
            Self::Partner(partner) => TranslationSubject::Partner(partner.id),
            Self::Exchange(exchange) => TranslationSubject::Exchange(exchange.id),
            Self::Notice(notice) => TranslationSubject::Notice(notice.id),
        }
    }

    /// What a person calls it: `programme`, `page/home`, `partner/toyokawa`.
    pub fn name(self) -> String {
        let noun = self.subject().noun();
        match self {
            Self::Programme(_) => noun.to_owned(),
            Self::Page(page) => format!("{noun}/{}", page.slug),
            Self::Partner(partner) => format!("{noun}/{}", partner.slug),
            Self::Exchange(exchange) => format!("{noun}/{}", exchange.slug),
            Self::Notice(notice) => format!("{noun}/{}", notice.slug),
        }
    }

    /// The words of a field, if it has some.
    pub fn words(self, field: &str) -> Option<&'a str> {
        let line = |line: Option<&'a Line>| line.map(Line::as_str);
        let text = |text: Option<&'a Markdown>| text.map(Markdown::as_str);
        match (self, field) {
            (Self::Programme(programme), "city") => Some(programme.city.as_str()),
            (Self::Programme(programme), "country_label") => Some(programme.country_label.as_str()),
            (Self::Programme(programme), "region") => line(programme.region.as_ref()),
            (Self::Programme(programme), "reference_point") => Some(programme.reference_point.as_str()),
            (Self::Programme(programme), "council") => Some(programme.council.as_str()),
            (Self::Programme(programme), "registered_with") => line(programme.registered_with.as_ref()),
            (Self::Page(page), "title") => Some(page.title.as_str()),
            (Self::Page(page), "body") => Some(page.body.as_str()),
            (Self::Notice(notice), "title") => Some(notice.title.as_str()),
            (Self::Notice(notice), "body") => text(notice.body.as_ref()),
            (Self::Partner(partner), "country_label") => Some(partner.country_label.as_str()),
            (Self::Partner(partner), "region") => line(partner.region.as_ref()),
            (Self::Partner(partner), "introduction") => text(partner.introduction.as_ref()),
            (Self::Exchange(exchange), "title") => Some(exchange.title.as_str()),
            (Self::Exchange(exchange), "description") => text(exchange.description.as_ref()),
            (Self::Exchange(exchange), "status_reason") => line(exchange.status_reason.as_ref()),
            (Self::Exchange(exchange), "venue") => line(exchange.venue.as_ref()),
            (Self::Exchange(exchange), "people_remark") => line(exchange.people.remark.as_ref()),
            _ => None,
        }
    }

    /// Its fields that have words, with these.
    pub fn texts(self) -> impl Iterator<Item = (&'static str, &'a str)> {
        self.subject().fields().iter().filter_map(move |field| Some((*field, self.words(field)?)))
    }

    /// Whether a field says the same of several records, so that its words are one text: what the host calls a country
    /// stands at each partner there.
    pub fn shares(self, field: &str) -> bool {
        matches!((self, field), (Self::Partner(_), "country_label"))
    }

    /// Whether it is among those that are meant, at a moment.
    pub fn is_among(self, which: Which, now: Timestamp) -> bool {
        match (which, self) {
            (Which::All, _) | (_, Self::Programme(_)) => true,
            (Which::Public, Self::Page(page)) => page.published_at.is_some(),
            (Which::Public, Self::Partner(partner)) => partner.published_at.is_some(),
            (Which::Public, Self::Exchange(exchange)) => exchange.published_at.is_some(),
            (Which::Public, Self::Notice(notice)) => notice.ends_at.is_none_or(|end| now < end),
        }
    }
}

impl TranslationSubject {
    /// The noun of such a record.
    pub const fn noun(self) -> &'static str {
        match self {
            Self::Programme(_) => "programme",
            Self::Page(_) => "page",
            Self::Partner(_) => "partner",
            Self::Exchange(_) => "exchange",
            Self::Notice(_) => "notice",
        }
    }

    /// Whether a field of such a record is a text of several lines in Markdown, rather than one line.
    pub fn is_prose(field: &str) -> bool {
        matches!(field, "body" | "introduction" | "description")
    }
}
