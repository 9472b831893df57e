//! Translations: texts in another language, by people.

mod export;
mod faithful;
mod glossary;
mod import;
mod original;
mod review;
mod state;

pub use export::Export;
pub use glossary::{Entry, entries_in, glossary};
pub use import::{By, Received, Taken};
pub use original::{Original, Which};
pub use review::ReviewError;
pub use state::{TextInLanguage, TranslationState};

use jiff::civil::Date;
use sha2::{Digest, Sha256};

use crate::identity::{ExchangeId, NoticeId, PageId, PartnerId, ProgrammeId, TranslationId};
use crate::text::{Language, Line, Markdown};

/// A text in another language of one field of one record, by a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Translation {
    /// Its id.
    pub id: TranslationId,
    /// The record.
    pub of: TranslationSubject,
    /// The field of the record, as `title`.
    pub field: Line,
    /// The language.
    pub language: Language,
    /// The text.
    pub text: Markdown,
    /// The original that it translates.
    pub follows: Version,
    /// Who translated it.
    pub translator: Line,
    /// When.
    pub translated_on: Date,
    /// Who reviewed it, and when; `None`: nobody has.
    pub review: Option<Review>,
}

/// A second person's word for a translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// Who reviewed it.
    pub reviewer: Line,
    /// When.
    pub on: Date,
}

/// The record that a translation is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TranslationSubject {
    /// The programme.
    Programme(ProgrammeId),
    /// A page.
    Page(PageId),
    /// A partner.
    Partner(PartnerId),
    /// An exchange.
    Exchange(ExchangeId),
    /// A notice.
    Notice(NoticeId),
}

impl TranslationSubject {
    /// The fields of such a record that have words to translate.
    pub const fn fields(self) -> &'static [&'static str] {
        match self {
            Self::Programme(_) => {
                &["city", "country_label", "region", "reference_point", "council", "registered_with"]
            }
            Self::Page(_) | Self::Notice(_) => &["title", "body"],
            Self::Partner(_) => &["country_label", "region", "introduction"],
            Self::Exchange(_) => &["title", "description", "status_reason", "venue", "people_remark"],
        }
    }
}

/// Which wording of an original a translation follows: the SHA-256 (FIPS 180-4) of its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Version(pub [u8; 32]);

impl Version {
    /// The version that a text is.
    pub fn of(text: &str) -> Self {
        Self(Sha256::digest(text).into())
    }

    /// Its first digits, enough to tell wordings apart.
    pub fn short(&self) -> String {
        let [first, second, third, fourth, fifth, sixth, ..] = self.0;
        format!("{first:02x}{second:02x}{third:02x}{fourth:02x}{fifth:02x}{sixth:02x}")
    }
}
