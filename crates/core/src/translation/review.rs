//! A second person's word for a translation.

use jiff::civil::Date;

use super::{Review, Translation, TranslationState};
use crate::text::{Line, fold};

/// Why a translation cannot be called reviewed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReviewError {
    /// The reviewer is the translator.
    #[error("{0} translated it: a review is a second person's")]
    OwnWork(Line),
    /// The original was changed since.
    #[error("it is older than the original: it must be translated anew before it is reviewed")]
    Outdated,
    /// The original is gone.
    #[error("the words that it translated are gone: it is of no use any more")]
    Orphaned,
    /// The review is older than what it is of.
    #[error("it was translated on {translated_on}: a review on {reviewed_on} cannot have been of it")]
    TooEarly {
        /// When it was translated.
        translated_on: Date,
        /// When it is said to have been reviewed.
        reviewed_on: Date,
    },
}

impl Translation {
    /// Records that a second person reviewed it, whatever was recorded before; the original is as it is now.
    ///
    /// # Errors
    /// The reviewer is the translator, or it no longer fits the original.
    pub fn record_review(&mut self, original: Option<&str>, review: Review) -> Result<(), ReviewError> {
        match self.state(original) {
            TranslationState::Orphaned => return Err(ReviewError::Orphaned),
            TranslationState::Outdated => return Err(ReviewError::Outdated),
            TranslationState::Missing | TranslationState::Unreviewed | TranslationState::Reviewed => {}
        }
        if fold(self.translator.as_str()) == fold(review.reviewer.as_str()) {
            return Err(ReviewError::OwnWork(self.translator.clone()));
        }
        if review.on < self.translated_on {
            return Err(ReviewError::TooEarly { translated_on: self.translated_on, reviewed_on: review.on });
        }
        self.review = Some(review);
        Ok(())
    }
}
