//! Pages: the programme's own texts.

use jiff::Timestamp;

use crate::identity::PageId;
use crate::text::{Line, Markdown, Slug};

/// One of the programme's own texts, shown at the place that its slug names: `home`, `about`, `sister`, `friendship`.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// Its id.
    pub id: PageId,
    /// The place that it is shown at.
    pub slug: Slug,
    /// Its heading.
    pub title: Line,
    /// What it says.
    pub body: Markdown,
    /// Since when it is public; `None`: it is not.
    pub published_at: Option<Timestamp>,
}
