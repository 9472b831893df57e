//! Agreements and who signed them as files hold them.

use super::block::Block;
use super::claim;
use super::field::text;
use super::reading::Reading;
use super::record::Record;
use super::table::Table;
use super::term::{self, Terms};
use super::writing::Writing;
use crate::agreement::{Agreement, Signatory};
use crate::historic::HistoricDate;
use crate::identity::Id;
use crate::partner::Partner;
use crate::relationship::Relationship;
use crate::source::Subject;
use crate::text::Line;

/// The agreements of a partner's file.
pub(super) fn read(reading: &Reading<'_>, file: &Table<'_>, partner: &str, terms: &Terms) -> Vec<Agreement> {
    file.rows("agreements", |row| {
        let title: Option<Line> = row.required("title");
        let term = terms.find(row, "term");
        let signed = row.optional("signed");
        let place = row.optional("place");
        let method = row.optional("method");
        let published_at = row.optional("published_at");
        let note = row.optional("note");
        let key = format!("{partner}/{}/{}", text(signed.as_ref()), text(title.as_ref()));
        let id = reading.ids.of(row, "agreement", &key);
        let signatories = row.rows("signatories", |row| read_signatory(reading, row, &key));
        claim::read(reading, row, Subject::Agreement(id), &key);
        Some(Agreement { id, term, title: title?, signed, place, method, signatories, published_at, note })
    })
}

fn read_signatory(reading: &Reading<'_>, row: &Table<'_>, agreement: &str) -> Option<Signatory> {
    let side = row.required("side");
    let name: Option<Line> = row.optional("name");
    let office: Option<Line> = row.optional("office");
    let on_behalf_of = row.optional("on_behalf_of");
    if !row.has("name") && !row.has("office") {
        row.fault_here("a signatory needs a name or an office: write what is on record");
    }
    let key =
        format!("{agreement}/{}/{}/{}", text(side.as_ref()), text(office.as_ref()), text(name.as_ref()));
    let id = reading.ids.of(row, "signatory", &key);
    Some(Signatory { id, side: side?, name, office, on_behalf_of })
}

/// The agreements, each under its heading.
pub(super) fn write(writing: &Writing<'_>, relationship: &Relationship) -> String {
    let blocks = relationship.agreements.iter().map(|agreement| {
        let signatories = agreement.signatories.iter().map(|signatory| {
            Block::new()
                .with("side", &signatory.side)
                .maybe("name", signatory.name.as_ref())
                .maybe("office", signatory.office.as_ref())
                .maybe("on_behalf_of", signatory.on_behalf_of.as_ref())
                .id(signatory.id)
        });
        Block::new()
            .with("title", &agreement.title)
            .maybe("term", agreement.term.map(|id| term::name(&relationship.terms, id)).as_ref())
            .maybe("signed", agreement.signed.as_ref())
            .maybe("place", agreement.place.as_ref())
            .maybe("method", agreement.method.as_ref())
            .maybe("published_at", agreement.published_at.as_ref())
            .maybe("note", agreement.note.as_ref())
            .id(agreement.id)
            .rows("signatories", signatories)
            .rows("claims", claim::write(writing, Subject::Agreement(agreement.id)))
            .under("[[agreements]]")
    });
    blocks.collect()
}

/// The agreement that a record names: by the date on which it was signed or by its title, where that is its own among
/// those of the partner, else by its id.
pub(super) fn find<'p>(row: &impl Record, key: &'static str, partner: &'p Partner) -> Option<&'p Agreement> {
    let name: String = row.required(key)?;
    let agreements = &partner.relationship.agreements;
    let found = |called: fn(&Agreement) -> Vec<String>| {
        let mut found = agreements.iter().filter(|agreement| called(agreement).contains(&name));
        found.next().filter(|_| found.next().is_none())
    };
    let found = found(|agreement| vec![agreement.id.to_string()]).or_else(|| found(names));
    if found.is_none() {
        let known: Vec<String> = agreements.iter().flat_map(names).collect();
        let hint = row.nearest().hint(&name, known.iter().map(String::as_str));
        let name = super::fault::printable(&name);
        row.fault(
            key,
            format!("`{name}` is the date or title of no single agreement of {}{hint}", partner.slug),
        );
    }
    found
}

/// What an agreement is called in files.
pub(super) fn name(partner: &Partner, agreement: &Agreement) -> String {
    let others = partner.relationship.agreements.iter().filter(|other| other.id != agreement.id);
    let taken: Vec<String> = others.flat_map(names).collect();
    let own = names(agreement).into_iter().find(|name| !taken.contains(name));
    own.unwrap_or_else(|| agreement.id.uuid().to_string())
}

/// What may call an agreement, the better name first.
fn names(agreement: &Agreement) -> Vec<String> {
    let signed = agreement.signed.as_ref().map(HistoricDate::to_string);
    signed.into_iter().chain([agreement.title.to_string()]).collect()
}
