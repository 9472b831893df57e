//! Documents and photos.

use jiff::Timestamp;
use serde::Serialize;
use signpost_core::{
    AgreementId, Digest, Document, DocumentId, DocumentSubject, File, GiftId, Image, ImageId, ImageSubject,
    Language, Line, Markdown, MediaType, Minors, Partner, Register, Slug,
};

use super::value;
use crate::printer::{Cell, Column, Record, Row, Section, Sheet, Tone};

/// A file, as documents and photos have it.
#[derive(Debug, Serialize)]
struct FileRow {
    file: Line,
    media_type: MediaType,
    length: u64,
    sha256: Digest,
}

/// What a file belongs to.
#[derive(Debug, Serialize)]
struct Place {
    place: &'static str,
    partner: Option<Slug>,
}

/// A document in a list.
#[derive(Debug, Serialize)]
pub(crate) struct DocumentRow {
    id: DocumentId,
    title: Line,
    language: Language,
    #[serde(flatten)]
    at: Place,
    #[serde(flatten)]
    kept: FileRow,
    published_at: Option<Timestamp>,
}

/// A document, whole but for its bytes.
#[derive(Debug, Serialize)]
pub(crate) struct DocumentRecord {
    #[serde(flatten)]
    row: DocumentRow,
    text_alternative: Option<Markdown>,
    note: Option<Markdown>,
}

/// A photo in a list.
#[derive(Debug, Serialize)]
pub(crate) struct PhotoRow {
    id: ImageId,
    #[serde(flatten)]
    kept: FileRow,
    #[serde(flatten)]
    at: Place,
    alternative: Line,
    credit: Line,
    minors: &'static str,
    published_at: Option<Timestamp>,
}

/// A photo, whole but for its bytes.
#[derive(Debug, Serialize)]
pub(crate) struct PhotoRecord {
    #[serde(flatten)]
    row: PhotoRow,
    caption: Option<Line>,
    consent: Option<Line>,
    width: u32,
    height: u32,
}

impl FileRow {
    fn new(file: &File) -> Self {
        Self {
            file: file.name.clone(),
            media_type: file.media_type,
            length: file.length,
            sha256: file.digest,
        }
    }

    fn size(&self) -> String {
        match self.length {
            0..1_000_000 => format!("{} kB", self.length.div_ceil(1000)),
            length => format!("{}.{} MB", length / 1_000_000, length % 1_000_000 / 100_000),
        }
    }
}

impl Place {
    fn of(place: &'static str, partner: Option<&Partner>) -> Self {
        Self { place, partner: partner.map(|partner| partner.slug.clone()) }
    }

    fn with_agreement(id: AgreementId, register: &Register) -> Self {
        let has =
            |partner: &&Partner| partner.relationship.agreements.iter().any(|agreement| agreement.id == id);
        Self::of("agreement", register.partners().iter().find(has))
    }

    fn with_gift(id: GiftId, register: &Register) -> Self {
        let has = |partner: &&Partner| partner.relationship.gifts.iter().any(|gift| gift.id == id);
        Self::of("gift", register.partners().iter().find(has))
    }

    fn words(&self) -> String {
        match &self.partner {
            Some(partner) => format!("{} {partner}", self.place),
            None => self.place.to_owned(),
        }
    }
}

impl DocumentRow {
    /// A document with what it is attached to.
    pub(crate) fn new(document: &Document, register: &Register) -> Self {
        let at = match document.attached_to {
            DocumentSubject::Relationship(id) => Place::of(
                "relationship",
                register.partners().iter().find(|partner| partner.relationship.id == id),
            ),
            DocumentSubject::Agreement(id) => Place::with_agreement(id, register),
            DocumentSubject::Exchange(_) => Place::of("exchange", None),
        };
        Self {
            id: document.id,
            title: document.title.clone(),
            language: document.language.clone(),
            at,
            kept: FileRow::new(&document.file),
            published_at: document.published_at,
        }
    }
}

impl PhotoRow {
    /// A photo with where it is shown.
    pub(crate) fn new(image: &Image, register: &Register) -> Self {
        let at = match image.shown_at {
            ImageSubject::Home(_) => Place::of("home", None),
            ImageSubject::Partner(id) => Place::of("partner", register.partner(id)),
            ImageSubject::Exchange(_) => Place::of("exchange", None),
            ImageSubject::Gift(id) => Place::with_gift(id, register),
            ImageSubject::Agreement(id) => Place::with_agreement(id, register),
        };
        Self {
            id: image.id,
            kept: FileRow::new(&image.file),
            at,
            alternative: image.alternative.clone(),
            credit: image.credit.clone(),
            minors: if image.minors == Minors::None { "none" } else { "shown" },
            published_at: image.published_at,
        }
    }
}

/// Since when something is public, in a list.
fn public(published_at: Option<Timestamp>) -> Cell {
    published_at
        .map_or_else(|| Cell::quiet("no"), |since| Cell::plain(since.strftime("%Y-%m-%d").to_string()))
}

/// Since when something is public, on a sheet.
fn public_words(published_at: Option<Timestamp>) -> String {
    published_at
        .map_or_else(|| "no".to_owned(), |since| format!("since {}", since.strftime("%Y-%m-%d %H:%M UTC")))
}

impl Row for DocumentRow {
    const COLUMNS: &'static [Column] = &[
        Column::wrapping("title"),
        Column::wrapping("file"),
        Column::whole("size"),
        Column::whole("of"),
        Column::whole("public"),
    ];
    const FIELDS: &'static [&'static str] = &[
        "id",
        "title",
        "language",
        "place",
        "partner",
        "file",
        "media_type",
        "length",
        "sha256",
        "published_at",
    ];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::toned(self.title.as_str(), Tone::Strong),
            Cell::plain(self.kept.file.as_str()),
            Cell::plain(self.kept.size()),
            Cell::plain(self.at.words()),
            public(self.published_at),
        ]
    }

    fn values(&self) -> Vec<String> {
        vec![
            self.id.to_string(),
            self.title.to_string(),
            self.language.to_string(),
            self.at.place.to_owned(),
            value(self.at.partner.as_ref()),
            self.kept.file.to_string(),
            self.kept.media_type.to_string(),
            self.kept.length.to_string(),
            self.kept.sha256.to_string(),
            value(self.published_at),
        ]
    }
}

impl DocumentRecord {
    /// A document with what it is attached to.
    pub(crate) fn new(document: &Document, register: &Register) -> Self {
        Self {
            row: DocumentRow::new(document, register),
            text_alternative: document.text_alternative.clone(),
            note: document.note.clone(),
        }
    }
}

impl Record for DocumentRecord {
    type Row = DocumentRow;

    fn row(&self) -> &DocumentRow {
        &self.row
    }

    fn sheet(&self) -> Sheet {
        let row = &self.row;
        let facts = Section::new("")
            .entry("id", row.id.to_string())
            .entry(
                "file",
                format!("{}, {}, {}", row.kept.file, row.kept.media_type.called(), row.kept.size()),
            )
            .entry("language", row.language.to_string())
            .entry("of", row.at.words())
            .entry("public", public_words(row.published_at))
            .maybe("remark", self.note.as_ref().map(Markdown::as_str));
        let text =
            Section::new("What it says").known("text", self.text_alternative.as_ref().map(Markdown::as_str));
        Sheet::new(row.title.as_str(), "").with(facts).with(text)
    }
}

impl Row for PhotoRow {
    const COLUMNS: &'static [Column] = &[
        Column::wrapping("photo"),
        Column::wrapping("what it shows"),
        Column::whole("at"),
        Column::whole("minors"),
        Column::whole("public"),
    ];
    const FIELDS: &'static [&'static str] = &[
        "id",
        "file",
        "media_type",
        "length",
        "sha256",
        "place",
        "partner",
        "alternative",
        "credit",
        "minors",
        "published_at",
    ];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::toned(self.kept.file.as_str(), Tone::Strong),
            Cell::plain(self.alternative.as_str()),
            Cell::plain(self.at.words()),
            Cell::plain(self.minors),
            public(self.published_at),
        ]
    }

    fn values(&self) -> Vec<String> {
        vec![
            self.id.to_string(),
            self.kept.file.to_string(),
            self.kept.media_type.to_string(),
            self.kept.length.to_string(),
            self.kept.sha256.to_string(),
            self.at.place.to_owned(),
            value(self.at.partner.as_ref()),
            self.alternative.to_string(),
            self.credit.to_string(),
            self.minors.to_owned(),
            value(self.published_at),
        ]
    }
}

impl PhotoRecord {
    /// A photo with where it is shown.
    pub(crate) fn new(image: &Image, register: &Register) -> Self {
        let consent = match &image.minors {
            Minors::Shown { consent } => consent.clone(),
            Minors::None => None,
        };
        Self {
            row: PhotoRow::new(image, register),
            caption: image.caption.clone(),
            consent,
            width: image.width,
            height: image.height,
        }
    }
}

impl Record for PhotoRecord {
    type Row = PhotoRow;

    fn row(&self) -> &PhotoRow {
        &self.row
    }

    fn sheet(&self) -> Sheet {
        let row = &self.row;
        let facts = Section::new("")
            .entry("id", row.id.to_string())
            .entry("shows", row.alternative.as_str())
            .maybe("caption", self.caption.as_ref().map(Line::as_str))
            .entry("credit", row.credit.as_str())
            .entry("minors", row.minors);
        let facts = match row.minors {
            "shown" => facts.known("consent", self.consent.as_ref().map(Line::as_str)),
            _ => facts,
        };
        let (width, height) = (self.width, self.height);
        let facts = facts
            .entry(
                "size",
                format!("{width} × {height} pixels, {}, {}", row.kept.media_type.called(), row.kept.size()),
            )
            .entry("at", row.at.words())
            .entry("public", public_words(row.published_at));
        Sheet::new(row.kept.file.as_str(), "").with(facts)
    }
}
