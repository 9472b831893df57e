//! Partners and their names.

use serde::Serialize;
use sqlx::PgConnection;

use crate::database::Moment;
use crate::identity::{PartnerId, PartnerNameId};
use crate::partner::{NamePurpose, Partner, PartnerName};
use crate::relationship::Relationship;
use crate::store::row::{Grouped, Record, position, record};
use crate::store::{StoreError, relationship};
use crate::text::{CountryCode, Language, Line, Markdown, Slug, TimeZoneName, WikidataId};

#[derive(Debug, Serialize)]
pub(super) struct PartnerRow {
    pub(super) id: PartnerId,
    slug: Slug,
    name: Line,
    country: CountryCode,
    country_label: Line,
    region: Option<Line>,
    latitude: Option<f64>,
    longitude: Option<f64>,
    time_zone: TimeZoneName,
    geonames: Option<i64>,
    introduction: Option<Markdown>,
    published_at: Option<Moment>,
    note: Option<Markdown>,
    wikidata: Option<WikidataId>,
}

record!(
    PartnerRow,
    "partner",
    "insert into partner select * from jsonb_populate_recordset(null::partner, $1)
     on conflict (id) do update set
        (slug, name, country, country_label, region, latitude, longitude, time_zone, geonames, introduction,
         published_at, note, wikidata) =
        (excluded.slug, excluded.name, excluded.country, excluded.country_label, excluded.region,
         excluded.latitude, excluded.longitude, excluded.time_zone, excluded.geonames, excluded.introduction,
         excluded.published_at, excluded.note, excluded.wikidata)
     where (partner.*) is distinct from (excluded.*)"
);

impl From<&Partner> for PartnerRow {
    fn from(partner: &Partner) -> Self {
        Self {
            id: partner.id,
            slug: partner.slug.clone(),
            name: partner.name.clone(),
            country: partner.country.clone(),
            country_label: partner.country_label.clone(),
            region: partner.region.clone(),
            latitude: partner.place.map(crate::Place::latitude),
            longitude: partner.place.map(crate::Place::longitude),
            time_zone: partner.time_zone.clone(),
            geonames: partner.geonames,
            introduction: partner.introduction.clone(),
            published_at: partner.published_at.map(Moment),
            note: partner.note.clone(),
            wikidata: partner.wikidata.clone(),
        }
    }
}

impl PartnerRow {
    fn into_partner(
        self,
        names: Vec<PartnerName>,
        relationship: Relationship,
    ) -> Result<Partner, StoreError> {
        let place = self.place(self.latitude, self.longitude)?;
        Ok(Partner {
            id: self.id,
            slug: self.slug,
            name: self.name,
            names,
            country: self.country,
            country_label: self.country_label,
            region: self.region,
            place,
            time_zone: self.time_zone,
            geonames: self.geonames,
            wikidata: self.wikidata,
            introduction: self.introduction,
            published_at: self.published_at.map(Into::into),
            note: self.note,
            relationship,
        })
    }
}

#[derive(Debug, Serialize)]
pub(super) struct PartnerNameRow {
    id: PartnerNameId,
    partner: PartnerId,
    position: i32,
    text: Line,
    language: Option<Language>,
    purpose: NamePurpose,
    reading: Option<Line>,
    note: Option<Markdown>,
}

record!(
    PartnerNameRow,
    "partner_name",
    "insert into partner_name select * from jsonb_populate_recordset(null::partner_name, $1)
     on conflict (id) do update set
        (partner, position, text, language, purpose, reading, note) =
        (excluded.partner, excluded.position, excluded.text, excluded.language, excluded.purpose,
         excluded.reading, excluded.note)
     where (partner_name.*) is distinct from (excluded.*)"
);

impl PartnerNameRow {
    pub(super) fn all_of(partner: &Partner) -> impl Iterator<Item = Self> {
        partner.names.iter().cloned().enumerate().map(|(index, name)| Self {
            id: name.id,
            partner: partner.id,
            position: position(index),
            text: name.text,
            language: name.language,
            purpose: name.purpose,
            reading: name.reading,
            note: name.note,
        })
    }
}

impl From<PartnerNameRow> for PartnerName {
    fn from(row: PartnerNameRow) -> Self {
        Self {
            id: row.id,
            text: row.text,
            language: row.language,
            purpose: row.purpose,
            reading: row.reading,
            note: row.note,
        }
    }
}

/// All partners, each with its names and its relationship.
pub(super) async fn all(connection: &mut PgConnection) -> Result<Vec<Partner>, StoreError> {
    let rows = sqlx::query_as!(
        PartnerRow,
        r#"select id, slug, name, country, country_label, region, latitude, longitude, time_zone, geonames,
                  introduction, published_at, note,
                  (select item from wikidata_item where wikidata_item.id = partner.id) as "wikidata: WikidataId"
           from partner order by slug collate "C""#
    );
    let rows = rows.fetch_all(&mut *connection).await?;
    let names = sqlx::query_as!(PartnerNameRow, "select * from partner_name order by position, id")
        .fetch_all(&mut *connection)
        .await?;
    let mut names = Grouped::by(names, |row| row.partner);
    let mut relationships = relationship::by_partner(connection).await?;
    let partners = rows.into_iter().map(|row| {
        let relationship = relationships.remove(&row.id).ok_or_else(|| row.unreadable("relationship"))?;
        let names = names.take(&row.id).into_iter().map(PartnerName::from).collect();
        row.into_partner(names, relationship)
    });
    partners.collect()
}
