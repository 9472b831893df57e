//! Notices: the site-wide banner, which appears and expires by itself.

use jiff::Timestamp;

use crate::identity::NoticeId;
use crate::text::{Line, Markdown, Slug, WebAddress};
use crate::word::words;

/// A site-wide notice.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// Its id.
    pub id: NoticeId,
    /// Its name in commands.
    pub slug: Slug,
    /// Its first words.
    pub title: Line,
    /// What else it says, in Markdown.
    pub body: Option<Markdown>,
    /// How grave it is.
    pub severity: Severity,
    /// Where to read more.
    pub link: Option<WebAddress>,
    /// When it appears.
    pub starts_at: Timestamp,
    /// When it expires; `None`: it stays until withdrawn.
    pub ends_at: Option<Timestamp>,
    /// A remark for staff.
    pub note: Option<Markdown>,
}

/// How grave a notice is, gravest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, sqlx::Type)]
#[serde(rename_all = "kebab-case")]
#[sqlx(type_name = "text", rename_all = "kebab-case")]
pub enum Severity {
    /// Good to know.
    Information,
    /// Better to know.
    Warning,
    /// Must be known at once.
    Emergency,
}

words!(Severity { Information = "information", Warning = "warning", Emergency = "emergency" });

impl Notice {
    /// Whether it is shown at a moment: from its start to before its end.
    pub fn is_shown_at(&self, moment: Timestamp) -> bool {
        self.starts_at <= moment && self.ends_at.is_none_or(|end| moment < end)
    }
}
