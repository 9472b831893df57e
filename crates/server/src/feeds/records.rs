//! The record as data: partners, terms and exchanges, each as a row of a table and as an object.

mod exchange;
mod partner;
mod term;

pub use exchange::ExchangeRecord;
pub(super) use exchange::span;
pub use partner::PartnerRecord;
pub use term::TermRecord;

use crate::language::Locale;
use crate::urls::{Page, PublicAddress};

/// A record that is also a row of a table.
pub trait Row: Sized + 'static {
    /// The columns, in their order.
    const COLUMNS: &'static [Column<Self>];
}

/// The name of a column, and what its cell says of a record.
pub type Column<R> = (&'static str, fn(&R) -> String);

/// Rows of a table as lines of CSV (RFC 4180), under its head where they are the first.
pub fn csv<R: Row>(rows: &[R], with_head: bool) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    if with_head {
        writer.write_record(R::COLUMNS.iter().map(|(name, _)| name))?;
    }
    for row in rows {
        writer.write_record(R::COLUMNS.iter().map(|(_, cell)| cell(row)))?;
    }
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}

fn text<T: ToString>(value: Option<T>) -> Option<String> {
    value.map(|value| value.to_string())
}

fn cell<T: ToString>(value: Option<&T>) -> String {
    value.map(ToString::to_string).unwrap_or_default()
}

/// A link to the page in the default language.
fn address(page: &Page, site: &PublicAddress) -> String {
    page.url(Locale::default()).absolute(site)
}
