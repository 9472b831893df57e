//! `/data/partners.csv` and the other files of data

use std::sync::Arc;

use axum::body::Bytes;
use futures_util::stream::{Stream, try_unfold};
use serde_json::json;
use signpost_core::store::exchange;
use signpost_core::store::history;
use signpost_core::wikidata::{QuickStatements, statements};
use signpost_core::{Exchange, ExchangeId, Register};

use super::PageVisit;
use super::calendar::Unfiltered;
use crate::app::{App, unavailable};
use crate::feeds::records::{ExchangeRecord, PartnerRecord, TermRecord, csv};
use crate::http::{Answer, Content, Media, PageError, Streamed};
use crate::urls::Download;

/// The partners in a table.
pub async fn partners_csv(visit: PageVisit<(), Unfiltered>) -> Result<Answer, PageError> {
    let partners = partners(&visit)?;
    table(Download::PartnersCsv, csv(&partners, true))
}

/// The partners as JSON.
pub async fn partners_json(visit: PageVisit<(), Unfiltered>) -> Result<Answer, PageError> {
    let partners = partners(&visit)?;
    Ok(file(Download::PartnersJson, json!({ "partners": partners }).to_string()))
}

/// The partners as places.
pub async fn partners_geojson(visit: PageVisit<(), Unfiltered>) -> Result<Answer, PageError> {
    let features: Vec<_> = partners(&visit)?.iter().map(PartnerRecord::feature).collect();
    let collection = json!({ "type": "FeatureCollection", "features": features });
    Ok(file(Download::PartnersGeoJson, collection.to_string()))
}

/// The terms of all relationships in a table.
pub async fn terms_csv(visit: PageVisit<(), Unfiltered>) -> Result<Answer, PageError> {
    let register = visit.app.register()?;
    table(Download::TermsCsv, csv(&TermRecord::all(&register), true))
}

/// The partners as statements for Wikidata; none where the host city's item is not on record.
pub async fn wikidata(visit: PageVisit<(), Unfiltered>) -> Result<Answer, PageError> {
    let register = visit.app.register()?;
    let presenter = visit.app.presenter(&register, visit.locale);
    let statements = statements(&register, presenter.today());
    let city = register.programme().wikidata.as_ref();
    let written = city.map(|city| QuickStatements::new(city, statements, presenter.now).to_string());
    Ok(file(Download::Wikidata, written.unwrap_or_default()))
}

fn partners(visit: &PageVisit<(), Unfiltered>) -> Result<Vec<PartnerRecord>, PageError> {
    let register = visit.app.register()?;
    let today = visit.app.presenter(&register, visit.locale).today();
    Ok(PartnerRecord::all(&register, today, visit.app.address()))
}

fn table(download: Download, written: Result<Vec<u8>, csv::Error>) -> Result<Answer, PageError> {
    Ok(file(download, written.map_err(|error| PageError::internal(&error))?))
}

fn file(download: Download, bytes: impl Into<Bytes>) -> Answer {
    Content::new(Media::named(download.media()), bytes).shared().into()
}

/// The exchanges in a table.
pub async fn exchanges_csv(visit: PageVisit<(), Unfiltered>) -> Result<Answer, PageError> {
    exchanges(visit, Download::ExchangesCsv, Form::Table).await
}

/// The exchanges as JSON.
pub async fn exchanges_json(visit: PageVisit<(), Unfiltered>) -> Result<Answer, PageError> {
    exchanges(visit, Download::ExchangesJson, Form::Objects).await
}

/// How many exchanges are read, and held, at a time.
const PART: u16 = 500;

/// Sends the exchanges as they are read: however many there are, only a part of them is held. The first part is read
/// before anything is said, so that a database that is away is told as what it is.
async fn exchanges(
    visit: PageVisit<(), Unfiltered>,
    download: Download,
    form: Form,
) -> Result<Answer, PageError> {
    let mut reading = visit.app.read().await?;
    let state = history::state(&mut reading.snapshot).await.map_err(|error| unavailable(&error))?;
    let first = exchange::following(&mut reading.snapshot, None, PART).await;
    let first = first.map_err(|error| unavailable(&error))?;
    let first = Part { exchanges: first, register: reading.register.clone(), place: Place::First };
    let first = Arc::new(first);
    drop(reading);
    let state = format!("{}-{state}", env!("CARGO_PKG_VERSION"));
    let begin = move || pieces(Arc::clone(&visit.app), form, Arc::clone(&first));
    Ok(Streamed::new(Media::named(download.media()), &state, begin).into())
}

/// A part of the exchanges, and the register that knows their partners.
struct Part {
    exchanges: Vec<Exchange>,
    register: Arc<Register>,
    place: Place,
}

/// Where a part stands among all.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    First,
    Later,
}

/// How exchanges are written.
#[derive(Clone, Copy)]
enum Form {
    Table,
    Objects,
}

/// What is sent next: a part that was read, what follows an exchange, or nothing.
enum Next {
    Read(Arc<Part>),
    After(ExchangeId),
    Nothing,
}

fn pieces(app: Arc<App>, form: Form, first: Arc<Part>) -> impl Stream<Item = Result<Bytes, PageError>> {
    try_unfold(Next::Read(first), move |next| {
        let app = Arc::clone(&app);
        async move {
            let part = match next {
                Next::Nothing => return Ok(None),
                Next::Read(part) => part,
                Next::After(id) => {
                    let mut reading = app.read().await?;
                    let read = exchange::following(&mut reading.snapshot, Some(id), PART).await;
                    let exchanges = read.map_err(|error| unavailable(&error))?;
                    Arc::new(Part { exchanges, register: reading.register.clone(), place: Place::Later })
                }
            };
            let is_last = part.exchanges.len() < PART.into();
            let last = part.exchanges.last().filter(|_| !is_last).map(|exchange| exchange.id);
            let piece = form.piece(&app, &part, is_last)?;
            Ok(Some((piece, last.map_or(Next::Nothing, Next::After))))
        }
    })
}

impl Form {
    /// The bytes of a part.
    fn piece(self, app: &App, part: &Part, is_last: bool) -> Result<Bytes, PageError> {
        let record = |exchange| ExchangeRecord::of(&part.register, exchange, app.address());
        let records: Vec<ExchangeRecord> = part.exchanges.iter().map(record).collect();
        let is_first = part.place == Place::First;
        match self {
            Self::Table => {
                let written = csv(&records, is_first).map_err(|error| PageError::internal(&error))?;
                Ok(written.into())
            }
            Self::Objects => {
                let objects = records.iter().map(serde_json::to_string).collect::<Result<Vec<_>, _>>();
                let objects = objects.map_err(|error| PageError::internal(&error))?.join(",\n");
                let before = match (is_first, objects.is_empty()) {
                    (true, _) => "{\"exchanges\":[\n",
                    (false, false) => ",\n",
                    (false, true) => "",
                };
                let after = if is_last { "\n]}\n" } else { "" };
                Ok(format!("{before}{objects}{after}").into())
            }
        }
    }
}
