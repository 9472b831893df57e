//! Committees and contacts as files hold them.

use super::block::Block;
use super::claim;
use super::field::text;
use super::reading::Reading;
use super::record::Record;
use super::table::Table;
use super::writing::Writing;
use crate::committee::{Committee, Contact};
use crate::source::Subject;
use crate::text::Line;

/// The committees of a partner's file.
pub(super) fn read(reading: &Reading<'_>, file: &Table<'_>, partner: &str) -> Vec<Committee> {
    file.rows("committees", |row| {
        let name: Option<Line> = row.required("name");
        let side = row.required("side");
        let form = row.optional("form");
        let founded = row.optional("founded");
        let websites = row.list("websites");
        let offers = row.optional("offers");
        let published_at = row.optional("published_at");
        let note = row.optional("note");
        let key = format!("{partner}/{}", text(name.as_ref()));
        let id = reading.ids.of(row, "committee", &key);
        let contacts = read_contacts(reading, row, &key);
        claim::read(reading, row, Subject::Committee(id), &key);
        Some(Committee {
            id,
            name: name?,
            side: side?,
            form,
            founded,
            websites,
            offers,
            contacts,
            published_at,
            note,
        })
    })
}

/// The contacts of a record, whose name is unique among the records that have some.
pub(super) fn read_contacts(reading: &Reading<'_>, table: &Table<'_>, of: &str) -> Vec<Contact> {
    table.rows("contacts", |row| {
        let name: Option<Line> = row.required("name");
        let role = row.optional("role");
        let email = row.optional("email");
        let telephone = row.optional("telephone");
        let website = row.optional("website");
        let published_at = row.optional("published_at");
        let id = reading.ids.of(row, "contact", &format!("{of}/{}", text(name.as_ref())));
        Some(Contact { id, name: name?, role, email, telephone, website, published_at })
    })
}

/// The committees, each under its heading.
pub(super) fn write(writing: &Writing<'_>, committees: &[Committee]) -> String {
    let blocks = committees.iter().map(|committee| {
        Block::new()
            .with("name", &committee.name)
            .with("side", &committee.side)
            .maybe("form", committee.form.as_ref())
            .maybe("founded", committee.founded.as_ref())
            .list("websites", &committee.websites)
            .maybe("offers", committee.offers.as_ref())
            .maybe("published_at", committee.published_at.as_ref())
            .maybe("note", committee.note.as_ref())
            .id(committee.id)
            .rows("contacts", write_contacts(&committee.contacts))
            .rows("claims", claim::write(writing, Subject::Committee(committee.id)))
            .under("[[committees]]")
    });
    blocks.collect()
}

/// Contacts, as rows.
pub(super) fn write_contacts(contacts: &[Contact]) -> impl Iterator<Item = Block> {
    contacts.iter().map(|contact| {
        Block::new()
            .with("name", &contact.name)
            .maybe("role", contact.role.as_ref())
            .maybe("email", contact.email.as_ref())
            .maybe("telephone", contact.telephone.as_ref())
            .maybe("website", contact.website.as_ref())
            .maybe("published_at", contact.published_at.as_ref())
            .id(contact.id)
    })
}
