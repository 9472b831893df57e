//! The programme: one row.

use serde::Serialize;
use sqlx::PgConnection;

use crate::identity::ProgrammeId;
use crate::programme::Programme;
use crate::store::row::{Record, record};
use crate::store::{StoreError, committee};
use crate::text::{CountryCode, Language, Line, Markdown, TimeZoneName, WebAddress, WikidataId};

#[derive(Debug, Serialize)]
pub(super) struct ProgrammeRow {
    id: ProgrammeId,
    only_row: bool,
    city: Line,
    region: Option<Line>,
    country: CountryCode,
    country_label: Line,
    latitude: f64,
    longitude: f64,
    reference_point: Line,
    time_zone: TimeZoneName,
    geonames: Option<i64>,
    language: Language,
    council: Line,
    registered_with: Option<Line>,
    website: Option<WebAddress>,
    note: Option<Markdown>,
    languages: Option<Vec<Language>>,
    licence: Option<WebAddress>,
    wikidata: Option<WikidataId>,
}

record!(
    ProgrammeRow,
    "programme",
    "insert into programme select * from jsonb_populate_recordset(null::programme, $1)
     on conflict (id) do update set
        (city, region, country, country_label, latitude, longitude, reference_point, time_zone, geonames,
         language, council, registered_with, website, note, languages, licence, wikidata) =
        (excluded.city, excluded.region, excluded.country, excluded.country_label, excluded.latitude,
         excluded.longitude, excluded.reference_point, excluded.time_zone, excluded.geonames,
         excluded.language, excluded.council, excluded.registered_with, excluded.website, excluded.note,
         excluded.languages, excluded.licence, excluded.wikidata)
     where (programme.*) is distinct from (excluded.*)"
);

impl From<&Programme> for ProgrammeRow {
    fn from(programme: &Programme) -> Self {
        let programme = programme.clone();
        Self {
            id: programme.id,
            only_row: true,
            city: programme.city,
            region: programme.region,
            country: programme.country,
            country_label: programme.country_label,
            latitude: programme.place.latitude(),
            longitude: programme.place.longitude(),
            reference_point: programme.reference_point,
            time_zone: programme.time_zone,
            geonames: programme.geonames,
            language: programme.language,
            council: programme.council,
            registered_with: programme.registered_with,
            website: programme.website,
            note: programme.note,
            languages: Some(programme.languages).filter(|languages| !languages.is_empty()),
            licence: programme.licence,
            wikidata: programme.wikidata,
        }
    }
}

/// The programme, with its contacts.
pub async fn get(connection: &mut PgConnection) -> Result<Option<Programme>, StoreError> {
    let row = sqlx::query_as!(
        ProgrammeRow,
        r#"select id, only_row, city, region, country, country_label, latitude, longitude, reference_point, time_zone,
                  geonames, language, council, registered_with, website, note, languages, licence,
                  (select item from wikidata_item where wikidata_item.id = programme.id) as "wikidata: WikidataId"
           from programme"#
    );
    let Some(row) = row.fetch_optional(&mut *connection).await? else {
        return Ok(None);
    };
    let place = row.place(Some(row.latitude), Some(row.longitude))?;
    Ok(Some(Programme {
        place: place.ok_or_else(|| row.unreadable("place"))?,
        contacts: committee::contacts_of_programme(connection).await?,
        id: row.id,
        city: row.city,
        region: row.region,
        country: row.country,
        country_label: row.country_label,
        reference_point: row.reference_point,
        time_zone: row.time_zone,
        geonames: row.geonames,
        wikidata: row.wikidata,
        language: row.language,
        council: row.council,
        registered_with: row.registered_with,
        website: row.website,
        note: row.note,
        languages: row.languages.unwrap_or_default(),
        licence: row.licence,
    }))
}
