//! An exchange in a file of its own, as staff edit it: a head with the keys of its row, and below it what there is to
//! say.

use super::{COLUMNS, Contents, FILE, FOLDER, Known, read_one, write_one};
use crate::dataset::head;
use crate::dataset::reading::{Names, Reading};
use crate::dataset::table::Toml;
use crate::dataset::writing::Writing;
use crate::exchange::Exchange;
use crate::identity::ExchangeId;
use crate::text::Slug;

/// The short name of the exchange that a file describes.
pub(in crate::dataset) fn slug_of(file: &str) -> Option<Slug> {
    file.strip_prefix(FOLDER)?.strip_suffix(".md")?.parse().ok()
}

/// The exchanges that are in no row, each with a head in its own file; and whether all of those could be read.
pub(super) fn read(
    reading: &Reading<'_>,
    known: &Known<'_>,
    names: &mut Names<ExchangeId>,
) -> (Vec<Exchange>, bool) {
    let (mut exchanges, mut whole) = (Vec::new(), true);
    for file in reading.folder.within(FOLDER) {
        let Some(slug) = slug_of(file).filter(|slug| names.get(slug.as_str()).is_none()) else { continue };
        let text = reading.folder.text(file).unwrap_or_default();
        let Some((head, body)) = head::parts(&text) else {
            if names.is_whole() {
                reading.faults.add(
                    file,
                    None,
                    format!("it describes no exchange: {FILE} has none of that slug"),
                );
            }
            continue;
        };
        let description = Some(body).filter(|body| !body.trim().is_empty());
        let description = description.and_then(|body| reading.part(file, body, head::line_of_body(head)));
        let contents = Contents { slug: Some(slug), description };
        let exchange = Toml::parse(file, head, 1, reading.faults, reading.nearest)
            .and_then(|head| head.read(|head| read_one(reading, head, contents, known, names)));
        whole &= exchange.is_some();
        exchanges.extend(exchange);
    }
    (exchanges, whole)
}

/// The text of an exchange in a file of its own. Keys without a value are there as remarks, to be filled in.
pub(in crate::dataset) fn text(writing: &Writing<'_>, exchange: &Exchange) -> String {
    let cells = write_one(writing, exchange);
    let keys = COLUMNS.iter().filter(|column| **column != "slug");
    let head: String = keys.map(|key| cells.as_key(key)).collect();
    let body = exchange.description.as_ref().map(ToString::to_string).unwrap_or_default();
    head::joined(&head, &body)
}
