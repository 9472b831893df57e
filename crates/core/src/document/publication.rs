//! When a document or an image may be public.

use jiff::Timestamp;

use super::{Document, Image, Minors};

/// Why something may not be public.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unpublishable {
    /// A document has no text alternative.
    #[error("a public document needs a text alternative: what it says, for those who cannot read the file")]
    NoTextAlternative,
    /// An image shows minors, and no consent is on record.
    #[error(
        "a photo that shows minors needs its consent on record to be public: who consented, when, to what"
    )]
    NoConsent,
}

impl Document {
    /// Makes it public from a moment on.
    ///
    /// # Errors
    /// It has no text alternative.
    pub fn publish(&mut self, from: Timestamp) -> Result<(), Unpublishable> {
        if self.text_alternative.is_none() {
            return Err(Unpublishable::NoTextAlternative);
        }
        self.published_at = Some(from);
        Ok(())
    }
}

impl Image {
    /// Makes it public from a moment on.
    ///
    /// # Errors
    /// It shows minors, and no consent is on record.
    pub fn publish(&mut self, from: Timestamp) -> Result<(), Unpublishable> {
        if self.minors == (Minors::Shown { consent: None }) {
            return Err(Unpublishable::NoConsent);
        }
        self.published_at = Some(from);
        Ok(())
    }
}
