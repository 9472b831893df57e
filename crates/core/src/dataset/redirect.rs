//! Former slugs as files hold them: `redirects.csv`.

use std::collections::HashSet;

use super::field::IdText;
use super::reading::{Names, Reading};
use super::record::Record;
use super::sheet::{Cells, Row, write_rows};
use super::writing::Writing;
use super::{Redirect, RedirectTarget};
use crate::identity::{ExchangeId, PartnerId};
use crate::text::Slug;

const FILE: &str = "redirects.csv";
const COLUMNS: &[&str] = &["noun", "slug", "to", "id"];

/// The redirects.
pub(super) fn read(
    reading: &Reading<'_>,
    partners: &Names<PartnerId>,
    exchanges: &Names<ExchangeId>,
) -> Vec<Redirect> {
    let mut taken = HashSet::new();
    reading.sheet(FILE, COLUMNS, |row| read_one(reading, row, partners, exchanges, &mut taken))
}

fn read_one(
    reading: &Reading<'_>,
    row: &Row<'_>,
    partners: &Names<PartnerId>,
    exchanges: &Names<ExchangeId>,
    taken: &mut HashSet<(String, Slug)>,
) -> Option<Redirect> {
    let noun: String = row.required("noun")?;
    let slug: Option<Slug> = row.required("slug");
    let (to, is_current) = match noun.as_str() {
        "partner" => (
            partners.required(row, "to").map(RedirectTarget::Partner),
            slug.as_ref().is_some_and(|slug| partners.get(slug.as_str()).is_some()),
        ),
        "exchange" => (
            exchanges.required(row, "to").map(RedirectTarget::Exchange),
            slug.as_ref().is_some_and(|slug| exchanges.get(slug.as_str()).is_some()),
        ),
        _ => {
            row.fault(
                "noun",
                format!("`{}` is not one of partner, exchange", super::fault::printable(&noun)),
            );
            return None;
        }
    };
    let slug = slug?;
    if is_current {
        row.fault("slug", format!("`{slug}` is the slug of a {noun}: a former slug is no other's now"));
    }
    if !taken.insert((noun.clone(), slug.clone())) {
        row.fault("slug", format!("`{slug}` is there twice: it leads to one {noun}"));
    }
    let id = reading.ids.of(row, "redirect", &format!("{noun}/{slug}"));
    Some(Redirect { id, slug, to: to? })
}

/// The list of the redirects.
pub(super) fn write(writing: &Writing<'_>) -> Option<(String, String)> {
    let rows = writing.dataset.redirects.iter().map(|redirect| {
        let (noun, to) = match redirect.to {
            RedirectTarget::Partner(id) => ("partner", writing.partner(id).map(|partner| &partner.slug)),
            RedirectTarget::Exchange(id) => ("exchange", writing.exchange(id).map(|exchange| &exchange.slug)),
        };
        Cells::default()
            .with("noun", &noun.to_owned())
            .with("slug", &redirect.slug)
            .maybe("to", to)
            .with("id", &IdText::of(redirect.id))
    });
    write_rows(COLUMNS, COLUMNS, rows).map(|text| (FILE.to_owned(), text))
}
