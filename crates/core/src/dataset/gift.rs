//! Gifts as files hold them.

use super::block::Block;
use super::claim;
use super::field::text;
use super::reading::Reading;
use super::record::Record;
use super::table::Table;
use super::writing::Writing;
use crate::gift::Gift;
use crate::source::Subject;
use crate::text::Line;

/// The gifts of a partner's file.
pub(super) fn read(reading: &Reading<'_>, file: &Table<'_>, partner: &str) -> Vec<Gift> {
    file.rows("gifts", |row| {
        let what: Option<Line> = row.required("what");
        let given = row.optional("given");
        let given_by = row.optional("giver");
        let place = row.optional("place");
        let note = row.optional("note");
        let key = format!("{partner}/{}/{}", text(given.as_ref()), text(what.as_ref()));
        let id = reading.ids.of(row, "gift", &key);
        claim::read(reading, row, Subject::Gift(id), &key);
        Some(Gift { id, what: what?, given, giver: given_by, place, note })
    })
}

/// The gifts, each under its heading.
pub(super) fn write(writing: &Writing<'_>, gifts: &[Gift]) -> String {
    let blocks = gifts.iter().map(|gift| {
        Block::new()
            .with("what", &gift.what)
            .maybe("given", gift.given.as_ref())
            .maybe("giver", gift.giver.as_ref())
            .maybe("place", gift.place.as_ref())
            .maybe("note", gift.note.as_ref())
            .id(gift.id)
            .rows("claims", claim::write(writing, Subject::Gift(gift.id)))
            .under("[[gifts]]")
    });
    blocks.collect()
}
