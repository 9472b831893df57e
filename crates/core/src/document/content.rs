//! The bytes of files, and what must hold before they are kept.

use std::fmt;

use super::kind::{Kind, Looks};
use super::{Digest, File, MediaType, pdf, picture};
use crate::text::Line;

/// How many bytes a file may have.
pub const MOST_BYTES: u64 = 20_000_000;
/// How many pixels a picture may have: 64 million, as the largest cameras' have.
pub const MOST_PIXELS: u64 = 64_000_000;
/// How long the longer side of a picture that is kept may be, in pixels; a larger one is scaled down.
pub const LONGEST: u32 = 2560;

/// The bytes of a file that may be kept.
///
/// What comes from outside becomes a content only by these doors: [`Content::document`] and [`Content::picture`].
/// Its type is told from the bytes, limits are checked before anything is decoded, and a picture is decoded whole,
/// set upright and encoded anew, without what the camera wrote beside it (place, time, owner).
#[derive(Clone, PartialEq, Eq)]
pub struct Content {
    bytes: Vec<u8>,
    digest: Digest,
    media_type: MediaType,
    size: Option<Size>,
}

/// Width and height in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Size {
    pub(super) width: u32,
    pub(super) height: u32,
}

/// Why bytes are not kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ContentError {
    /// There are none.
    #[error("it is empty")]
    Empty,
    /// There are too many.
    #[error("it has {0} bytes, and {MOST_BYTES} is the most that is kept: make it smaller")]
    TooLarge(usize),
    /// They are no document.
    #[error(
        "it is no document but {0}, whatever its name says: save it as a PDF, or a scan as JPEG, PNG or WebP"
    )]
    NoDocument(Looks),
    /// They are no picture.
    #[error("it is no picture but {0}, whatever its name says: save it as JPEG, PNG or WebP")]
    NoPicture(Looks),
    /// They are a PDF, where a picture is wanted.
    #[error("it is a PDF, not a picture: attach it as a document")]
    PdfForPicture,
    /// The picture has too many pixels.
    #[error(
        "it has {width} × {height} pixels, and {} million is the most that is decoded: scale it down",
        MOST_PIXELS / 1_000_000
    )]
    TooManyPixels {
        /// Its width.
        width: u32,
        /// Its height.
        height: u32,
    },
    /// They are not whole.
    #[error("the {kind} is broken or cut short ({fault}): save it again, or get it anew from where it came")]
    Broken {
        /// What they begin as.
        kind: &'static str,
        /// What is wrong.
        fault: String,
    },
    /// The PDF asks for a password, or limits what readers do with it.
    #[error("the PDF is encrypted, so that nobody can see what it holds: save it without protection")]
    Encrypted,
    /// The PDF does something by itself.
    #[error("the PDF holds {0}: a public record is only to be read; print it into a new PDF and take that")]
    Active(&'static str),
    /// The PDF hides what it holds.
    #[error(
        "the PDF packs its parts in a way that cannot be looked into: print it into a new PDF and take that"
    )]
    Opaque,
}

impl Content {
    /// A document: a PDF that holds nothing but what is to be read, or a scan.
    ///
    /// # Errors
    /// The bytes are something else, too many, broken, or a PDF that is encrypted or does something by itself.
    pub fn document(bytes: Vec<u8>) -> Result<Self, ContentError> {
        match recognised(&bytes)?.ok_or_else(|| ContentError::NoDocument(Looks::of(&bytes)))? {
            Kind::Pdf => {
                pdf::check(&bytes)?;
                Ok(Self { digest: Digest::of(&bytes), bytes, media_type: MediaType::Pdf, size: None })
            }
            kind => picture::take_in(bytes, kind),
        }
    }

    /// A picture.
    ///
    /// # Errors
    /// The bytes are something else, too many, broken, or more pixels than are decoded.
    pub fn picture(bytes: Vec<u8>) -> Result<Self, ContentError> {
        match recognised(&bytes)?.ok_or_else(|| ContentError::NoPicture(Looks::of(&bytes)))? {
            Kind::Pdf => Err(ContentError::PdfForPicture),
            kind => picture::take_in(bytes, kind),
        }
    }

    /// A picture that was made here.
    pub(super) fn made(bytes: Vec<u8>, media_type: MediaType, size: Size) -> Self {
        Self { digest: Digest::of(&bytes), bytes, media_type, size: Some(size) }
    }

    /// What is on record, where it was taken in once.
    pub(crate) const fn on_record(
        bytes: Vec<u8>,
        digest: Digest,
        media_type: MediaType,
        size: Option<(u32, u32)>,
    ) -> Self {
        let size = match size {
            Some((width, height)) => Some(Size { width, height }),
            None => None,
        };
        Self { bytes, digest, media_type, size }
    }

    /// The bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Their hash.
    pub const fn digest(&self) -> Digest {
        self.digest
    }

    /// What they are.
    pub const fn media_type(&self) -> MediaType {
        self.media_type
    }

    /// Width and height in pixels, of a picture.
    pub fn size(&self) -> Option<(u32, u32)> {
        self.size.map(|size| (size.width, size.height))
    }

    /// The file that has these bytes, under a name; a name that ends as another type's files do gets the right end.
    pub fn file(&self, name: Line) -> File {
        let name = self.media_type.named(name);
        let length = u64::try_from(self.bytes.len()).unwrap_or(u64::MAX);
        File { name, media_type: self.media_type, digest: self.digest, length }
    }
}

/// What bytes are, if there are some and not too many.
fn recognised(bytes: &[u8]) -> Result<Option<Kind>, ContentError> {
    match bytes.len() {
        0 => Err(ContentError::Empty),
        length if length as u64 > MOST_BYTES => Err(ContentError::TooLarge(length)),
        _ => Ok(Kind::of(bytes)),
    }
}

impl fmt::Debug for Content {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} ({}, {} bytes)", self.digest, self.media_type, self.bytes.len())
    }
}
