//! Committees, and the contacts of committees and of the programme.

use std::collections::HashMap;

use serde::Serialize;
use sqlx::PgConnection;

use crate::agreement::Side;
use crate::committee::{Committee, CommitteeForm, Contact};
use crate::database::{Day, Moment};
use crate::identity::{CommitteeId, ContactId, ProgrammeId, RelationshipId};
use crate::store::StoreError;
use crate::store::row::{Grouped, Record, first, last, position, record};
use crate::text::{EmailAddress, Line, Markdown, WebAddress};

#[derive(Debug, Serialize)]
pub(super) struct CommitteeRow {
    id: CommitteeId,
    relationship: RelationshipId,
    name: Line,
    side: Side,
    form: Option<CommitteeForm>,
    founded_first: Option<Day>,
    founded_last: Option<Day>,
    websites: Vec<WebAddress>,
    offers: Option<Markdown>,
    published_at: Option<Moment>,
    note: Option<Markdown>,
}

record!(
    CommitteeRow,
    "committee",
    "insert into committee select * from jsonb_populate_recordset(null::committee, $1)
     on conflict (id) do update set
        (relationship, name, side, form, founded_first, founded_last, websites, offers, published_at, note) =
        (excluded.relationship, excluded.name, excluded.side, excluded.form, excluded.founded_first,
         excluded.founded_last, excluded.websites, excluded.offers, excluded.published_at, excluded.note)
     where (committee.*) is distinct from (excluded.*)"
);

impl CommitteeRow {
    pub(super) fn of(relationship: RelationshipId, committee: &Committee) -> Self {
        Self {
            id: committee.id,
            relationship,
            name: committee.name.clone(),
            side: committee.side,
            form: committee.form,
            founded_first: first(committee.founded),
            founded_last: last(committee.founded),
            websites: committee.websites.clone(),
            offers: committee.offers.clone(),
            published_at: committee.published_at.map(Moment),
            note: committee.note.clone(),
        }
    }

    fn into_committee(self, contacts: Vec<ContactRow>) -> Result<Committee, StoreError> {
        let founded = self.historic("founding", self.founded_first, self.founded_last)?;
        Ok(Committee {
            id: self.id,
            name: self.name,
            side: self.side,
            form: self.form,
            founded,
            websites: self.websites,
            offers: self.offers,
            contacts: contacts.into_iter().map(Contact::from).collect(),
            published_at: self.published_at.map(Into::into),
            note: self.note,
        })
    }
}

#[derive(Debug, Serialize)]
pub(super) struct ContactRow {
    id: ContactId,
    programme: Option<ProgrammeId>,
    committee: Option<CommitteeId>,
    position: i32,
    name: Line,
    role: Option<Line>,
    email: Option<EmailAddress>,
    telephone: Option<Line>,
    website: Option<WebAddress>,
    published_at: Option<Moment>,
}

record!(
    ContactRow,
    "contact",
    "insert into contact select * from jsonb_populate_recordset(null::contact, $1)
     on conflict (id) do update set
        (programme, committee, position, name, role, email, telephone, website, published_at) =
        (excluded.programme, excluded.committee, excluded.position, excluded.name, excluded.role,
         excluded.email, excluded.telephone, excluded.website, excluded.published_at)
     where (contact.*) is distinct from (excluded.*)"
);

impl ContactRow {
    /// The contacts of the programme.
    pub(super) fn all_of_programme(
        programme: ProgrammeId,
        contacts: &[Contact],
    ) -> impl Iterator<Item = Self> {
        contacts
            .iter()
            .enumerate()
            .map(move |(index, contact)| Self { programme: Some(programme), ..Self::of(index, contact) })
    }

    /// The contacts of a committee.
    pub(super) fn all_of(committee: &Committee) -> impl Iterator<Item = Self> {
        committee
            .contacts
            .iter()
            .enumerate()
            .map(|(index, contact)| Self { committee: Some(committee.id), ..Self::of(index, contact) })
    }

    fn of(index: usize, contact: &Contact) -> Self {
        let contact = contact.clone();
        Self {
            id: contact.id,
            programme: None,
            committee: None,
            position: position(index),
            name: contact.name,
            role: contact.role,
            email: contact.email,
            telephone: contact.telephone,
            website: contact.website,
            published_at: contact.published_at.map(Moment),
        }
    }
}

impl From<ContactRow> for Contact {
    fn from(row: ContactRow) -> Self {
        Self {
            id: row.id,
            name: row.name,
            role: row.role,
            email: row.email,
            telephone: row.telephone,
            website: row.website,
            published_at: row.published_at.map(Into::into),
        }
    }
}

async fn contacts(connection: &mut PgConnection) -> Result<Vec<ContactRow>, StoreError> {
    Ok(sqlx::query_as!(ContactRow, "select * from contact order by position, id")
        .fetch_all(connection)
        .await?)
}

/// The programme's own contacts, in order.
pub(super) async fn contacts_of_programme(connection: &mut PgConnection) -> Result<Vec<Contact>, StoreError> {
    let rows = contacts(connection).await?;
    Ok(rows.into_iter().filter(|row| row.programme.is_some()).map(Contact::from).collect())
}

/// All committees by their relationships, the host's own first, by name.
pub(super) async fn by_relationship(
    connection: &mut PgConnection,
) -> Result<HashMap<RelationshipId, Vec<Committee>>, StoreError> {
    let rows =
        sqlx::query_as!(CommitteeRow, r#"select * from committee order by side, name collate "C", id"#)
            .fetch_all(&mut *connection)
            .await?;
    let mut contacts = Grouped::by(contacts(connection).await?, |row| row.committee);
    let mut committees: HashMap<_, Vec<_>> = HashMap::new();
    for row in rows {
        let (relationship, contacts) = (row.relationship, contacts.take(&Some(row.id)));
        committees.entry(relationship).or_default().push(row.into_committee(contacts)?);
    }
    Ok(committees)
}
