//! Gifts: tokens given, with their places.

use crate::agreement::Side;
use crate::historic::HistoricDate;
use crate::identity::GiftId;
use crate::text::{Line, Markdown};

/// A token given: trees, statues, stones.
#[derive(Clone, Debug, PartialEq)]
pub struct Gift {
    /// Its id.
    pub id: GiftId,
    /// What it is.
    pub what: Line,
    /// When it was given; `None`: not on record.
    pub given: Option<HistoricDate>,
    /// Who gave it; `None`: not on record.
    pub giver: Option<Side>,
    /// Where to see it; `None`: not on record.
    pub place: Option<Line>,
    /// A remark for staff.
    pub note: Option<Markdown>,
}
