//! Agreements: memoranda of understanding and the like.

use jiff::Timestamp;

use crate::historic::HistoricDate;
use crate::identity::{AgreementId, SignatoryId, TermId};
use crate::text::{Line, Markdown};
use crate::word::words;

/// A memorandum of understanding or the like.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreement {
    /// Its id.
    pub id: AgreementId,
    /// The term that it begins, where that is known.
    pub term: Option<TermId>,
    /// What it is called.
    pub title: Line,
    /// When it was signed; `None`: not on record.
    pub signed: Option<HistoricDate>,
    /// Where it was signed.
    pub place: Option<Line>,
    /// How it was signed; `None`: not on record.
    pub method: Option<SigningMethod>,
    /// Who signed it, in order.
    pub signatories: Vec<Signatory>,
    /// Since when it is public; `None`: it is not.
    pub published_at: Option<Timestamp>,
    /// A remark for staff.
    pub note: Option<Markdown>,
}

/// How an agreement was signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, sqlx::Type)]
#[serde(rename_all = "kebab-case")]
#[sqlx(type_name = "text", rename_all = "kebab-case")]
pub enum SigningMethod {
    /// With both sides in one room.
    InPerson,
    /// By video.
    Video,
    /// Each side at home, by post.
    Post,
}

words!(SigningMethod { InPerson = "in-person", Video = "video", Post = "post" });

/// Somebody who signed.
#[derive(Clone, Debug, PartialEq)]
pub struct Signatory {
    /// Its id.
    pub id: SignatoryId,
    /// For which side.
    pub side: Side,
    /// The name; `None`: only the office is on record.
    pub name: Option<Line>,
    /// The office at the time.
    pub office: Option<Line>,
    /// On whose behalf, where that was somebody else.
    pub on_behalf_of: Option<Line>,
}

/// One of the two sides of a relationship.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, sqlx::Type)]
#[serde(rename_all = "kebab-case")]
#[sqlx(type_name = "text", rename_all = "kebab-case")]
pub enum Side {
    /// The host city.
    Host,
    /// The partner.
    Partner,
}

words!(Side { Host = "host", Partner = "partner" });
