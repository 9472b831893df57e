//! Documents and images: files that belong to a record.

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

/// The bytes of a file, with what they are.
#[derive(Clone, PartialEq, Eq)]
pub struct File {
    /// The name that it is offered under.
    pub name: Line,
    /// What its bytes are, as `application/pdf` (RFC 6838).
    pub media_type: Line,
    /// The bytes.
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for File {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} ({}, {} bytes)", self.name, self.media_type, self.bytes.len())
    }
}
