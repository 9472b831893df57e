//! Reading a dataset: file by file, whatever is wrong noted, and only what is whole given back.

use std::collections::HashMap;
use std::path::Path;

use super::attachment::{Owners, read_documents, read_images};
use super::exchange::Known;
use super::fault::{FaultList, Faults};
use super::folder::{Folder, ROWS};
use super::nearest::Nearest;
use super::reading::{Names, Reading};
use super::sheet::{Cells, Row, SheetText, read_rows};
use super::translation::Originals;
use super::{
    Dataset, claim, cost, exchange, notice, page, partner, programme, redirect, source, translation,
};

/// Reads a dataset from a folder.
///
/// # Errors
/// Everything that is wrong in it, at once: nothing is given back that is not whole.
pub fn read(folder: &Path) -> Result<Dataset, Faults> {
    read_keeping(folder, HashMap::new())
}

/// Reads a dataset from a folder, in which the rows of exchanges may leave out columns that are kept, by slug.
///
/// # Errors
/// Everything that is wrong in it, at once: nothing is given back that is not whole.
pub(super) fn read_keeping(folder: &Path, kept: HashMap<String, Cells>) -> Result<Dataset, Faults> {
    let (faults, nearest) = (FaultList::default(), Nearest::default());
    let dataset = {
        let folder = Folder::open(folder, &faults, &nearest);
        read_all(&mut Reading { kept, ..Reading::new(&folder, &faults, &nearest) })
    };
    faults.or(dataset)
}

fn read_all(reading: &mut Reading<'_>) -> Option<Dataset> {
    let (sources, source_names) = source::read(reading);
    reading.sources = source_names;
    let reading = &*reading;
    let (programme, policy) = programme::read(reading);
    let (partners, partner_names) = partner::read(reading, &policy);
    let (series, series_names) = exchange::read_series(reading);
    let known = Known::new(&partner_names, &series_names, &partners, programme.as_ref());
    let (exchanges, exchange_names) = exchange::read(reading, &known);
    let (notices, notice_names) = notice::read(reading);
    let (pages, page_names) = page::read(reading);
    claim::read_about_exchanges(reading, &exchange_names);
    let redirects = redirect::read(reading, &partner_names, &exchange_names);
    let numbers = partners.iter().enumerate();
    let (mut relationships, mut by_slug) = (Names::new("partner"), Names::new("partner"));
    for (number, partner) in numbers {
        relationships.insert(partner.slug.as_str(), partner.relationship.id);
        by_slug.insert(partner.slug.as_str(), number);
    }
    let whole = partners.len() == partner_names.len();
    let costs = cost::read(reading, &relationships.or_more(whole), &exchange_names);
    let owners = Owners {
        partners: &partners,
        by_slug: by_slug.or_more(whole),
        exchanges: &exchange_names,
        programme: programme.as_ref().map(|programme| programme.id),
    };
    let documents = read_documents(reading, &owners);
    let images = read_images(reading, &owners);
    let whole =
        whole && exchange_names.is_whole() && notice_names.is_whole() && pages.len() == page_names.len();
    let originals = Originals::new(programme.as_ref(), &pages, &partners, &exchanges, &notices, whole);
    let translations = translation::read(reading, &originals);
    let mut dataset = Dataset {
        programme: programme?,
        policy: policy.rules,
        policy_exceptions: reading.exceptions.take(),
        sources,
        partners,
        series,
        exchanges,
        redirects,
        costs,
        notices,
        pages,
        translations,
        documents,
        images,
        files: reading.files.take().into_values().collect(),
        claims: reading.claims.take(),
    };
    dataset.sort();
    Some(dataset)
}

impl Reading<'_> {
    /// What the rows of a file of CSV read as; none where there is no such file.
    pub(super) fn sheet<R>(
        &self,
        file: &str,
        columns: &'static [&'static str],
        read: impl FnMut(&Row<'_>) -> Option<R>,
    ) -> Vec<R> {
        let text = self.folder.text(file).unwrap_or_default();
        let source = SheetText { file, text: &text, faults: self.faults, nearest: self.nearest };
        read_rows(source, columns, ROWS, read)
    }
}
