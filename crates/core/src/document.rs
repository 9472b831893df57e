//! Documents and images: files that belong to a record.

mod content;
mod jpeg;
mod kind;
mod pdf;
mod picture;
mod png;
mod publication;
#[cfg(feature = "testing")]
pub mod samples;

pub use content::{Content, ContentError, LONGEST, MOST_BYTES, MOST_PIXELS};
pub use kind::{Looks, MediaType};
pub use picture::{Rendition, WIDTHS, widths};
pub use publication::Unpublishable;

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;

use crate::identity::{
    AgreementId, DocumentId, ExchangeId, GiftId, ImageId, PartnerId, ProgrammeId, RelationshipId,
};
use crate::text::{Language, Line, Markdown};

/// A file: a memorandum, a programme, a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its id.
    pub id: DocumentId,
    /// The record that it belongs to.
    pub attached_to: DocumentSubject,
    /// What it is called.
    pub title: Line,
    /// The file.
    pub file: File,
    /// The language that it is in.
    pub language: Language,
    /// What it says, as text. A public PDF needs one.
    pub text_alternative: Option<Markdown>,
    /// Since when it is public; `None`: it is not.
    pub published_at: Option<Timestamp>,
    /// A remark for staff.
    pub note: Option<Markdown>,
}

impl Document {
    /// Whether it belongs to an exchange, and so not to the register.
    pub const fn is_of_an_exchange(&self) -> bool {
        matches!(self.attached_to, DocumentSubject::Exchange(_))
    }
}

/// The record that a document belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DocumentSubject {
    /// A relationship.
    Relationship(RelationshipId),
    /// An agreement.
    Agreement(AgreementId),
    /// An exchange.
    Exchange(ExchangeId),
}

/// A photograph: where it is shown, what it shows, whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// Its id.
    pub id: ImageId,
    /// Where it is shown.
    pub shown_at: ImageSubject,
    /// The file.
    pub file: File,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// What it shows, for those who do not see it.
    pub alternative: Line,
    /// What is printed below it.
    pub caption: Option<Line>,
    /// Whose it is.
    pub credit: Line,
    /// Whether it shows minors.
    pub minors: Minors,
    /// Since when it is public; `None`: it is not.
    pub published_at: Option<Timestamp>,
}

impl Image {
    /// Whether it is shown at an exchange, and so not in the register.
    pub const fn is_of_an_exchange(&self) -> bool {
        matches!(self.shown_at, ImageSubject::Exchange(_))
    }
}

/// Where an image is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ImageSubject {
    /// The home page.
    Home(ProgrammeId),
    /// A partner's page.
    Partner(PartnerId),
    /// An exchange's page.
    Exchange(ExchangeId),
    /// Beside a gift.
    Gift(GiftId),
    /// Beside an agreement.
    Agreement(AgreementId),
}

/// Whether an image shows minors, and who consented to that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Minors {
    /// It shows none.
    None,
    /// It shows some; it is public only with a consent on record: who consented, when, to what.
    Shown {
        /// The consent.
        consent: Option<Line>,
    },
}

/// A file, by what it is: its bytes are a [`Content`], kept once however many records have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// The name that it is offered under.
    pub name: Line,
    /// What its bytes are.
    pub media_type: MediaType,
    /// The bytes, by their hash.
    pub digest: Digest,
    /// How many bytes it has.
    pub length: u64,
}

/// Which bytes a file has: their SHA-256 (FIPS 180-4), written as 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, sqlx::Type)]
#[sqlx(transparent)]
pub struct Digest(pub [u8; 32]);

impl Digest {
    /// The hash of some bytes.
    pub fn of(bytes: &[u8]) -> Self {
        use sha2::Digest as _;
        Self(sha2::Sha256::digest(bytes).into())
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(formatter, "{byte:02x}"))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

/// The text is not a hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a file's hash has 64 digits of 0 to 9 and a to f")]
pub struct NoDigest;

/// Lower case only, so that a file has one address.
impl FromStr for Digest {
    type Err = NoDigest;

    fn from_str(text: &str) -> Result<Self, NoDigest> {
        let digit = |byte: &u8| char::from(*byte).to_digit(16).filter(|_| !byte.is_ascii_uppercase());
        let mut bytes = [0; 32];
        if text.len() != 64 {
            return Err(NoDigest);
        }
        for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
            let value =
                pair.iter().try_fold(0, |value, pair| Some(value * 16 + digit(pair)?)).ok_or(NoDigest)?;
            *byte = u8::try_from(value).map_err(|_| NoDigest)?;
        }
        Ok(Self(bytes))
    }
}

impl serde::Serialize for Digest {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_has_one_text() {
        let digest = Digest::of(b"Toyokawa");
        assert_eq!(digest.to_string().parse(), Ok(digest));
        for text in [
            digest.to_string().to_uppercase(),
            digest.to_string()[1..].to_owned(),
            "é".repeat(32),
            "+1".repeat(32),
        ] {
            assert_eq!(text.parse::<Digest>(), Err(NoDigest), "{text}");
        }
    }
}
