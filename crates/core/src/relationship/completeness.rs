//! Complete years: statements that all exchanges of a year are on record.

use jiff::civil::Date;

use super::{CompleteYear, Relationship};
use crate::identity::CompletenessId;

/// Why a year cannot be stated to be complete, or no longer to be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CompletenessError {
    /// More may happen in it.
    #[error("{0} is not over: nobody knows yet whether its record is complete")]
    NotOver(i16),
    /// It is stated already.
    #[error("the record of {0} is stated to be complete already")]
    Already(i16),
    /// It is not stated.
    #[error("the record of {0} is not stated to be complete")]
    NotStated(i16),
}

impl Relationship {
    /// States that all exchanges of a year that is over on a day are on record.
    ///
    /// # Errors
    /// The year is not over, or it is stated already.
    pub fn complete_year(
        &mut self,
        id: CompletenessId,
        year: i16,
        today: Date,
    ) -> Result<(), CompletenessError> {
        if year >= today.year() {
            return Err(CompletenessError::NotOver(year));
        }
        if self.is_complete_in(year) {
            return Err(CompletenessError::Already(year));
        }
        self.complete_years.push(CompleteYear { id, year, note: None });
        Ok(())
    }

    /// Takes back that all exchanges of a year are on record.
    ///
    /// # Errors
    /// It was not stated.
    pub fn reopen_year(&mut self, year: i16) -> Result<(), CompletenessError> {
        if !self.is_complete_in(year) {
            return Err(CompletenessError::NotStated(year));
        }
        self.complete_years.retain(|complete| complete.year != year);
        Ok(())
    }
}
