//! Committees: the associations of volunteers that nurture a relationship.

use jiff::Timestamp;

use crate::agreement::Side;
use crate::historic::HistoricDate;
use crate::identity::{CommitteeId, ContactId};
use crate::text::{EmailAddress, Line, Markdown, WebAddress};
use crate::word::words;

/// An association of volunteers, of the host city or the partner.
#[derive(Clone, Debug, PartialEq)]
pub struct Committee {
    /// Its id.
    pub id: CommitteeId,
    /// Its name.
    pub name: Line,
    /// On which side it is.
    pub side: Side,
    /// What it is in law; `None`: not on record.
    pub form: Option<CommitteeForm>,
    /// Since when it exists; `None`: not on record.
    pub founded: Option<HistoricDate>,
    /// Its pages on the web.
    pub websites: Vec<WebAddress>,
    /// What it offers.
    pub offers: Option<Markdown>,
    /// Whom to write to.
    pub contacts: Vec<Contact>,
    /// Since when it is public; `None`: it is not.
    pub published_at: Option<Timestamp>,
    /// A remark for staff.
    pub note: Option<Markdown>,
}

/// What a committee is in law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, sqlx::Type)]
#[serde(rename_all = "kebab-case")]
#[sqlx(type_name = "text", rename_all = "kebab-case")]
pub enum CommitteeForm {
    /// A non-profit organisation.
    Nonprofit,
    /// A group without a form of its own.
    Informal,
    /// An office of the city.
    CityOffice,
}

words!(CommitteeForm { Nonprofit = "nonprofit", Informal = "informal", CityOffice = "city-office" });

/// Somebody, or an office, to write to.
#[derive(Clone, Debug, PartialEq)]
pub struct Contact {
    /// Its id.
    pub id: ContactId,
    /// The name of the person or office.
    pub name: Line,
    /// What they do.
    pub role: Option<Line>,
    /// Where to write to.
    pub email: Option<EmailAddress>,
    /// Where to call.
    pub telephone: Option<Line>,
    /// A page with more, or a form.
    pub website: Option<WebAddress>,
    /// Since when it is public; `None`: it is not.
    pub published_at: Option<Timestamp>,
}
