//! A dataset as rows of tables.

use std::collections::{BTreeMap, HashMap};

use serde_json::Value;
use sqlx::PgConnection;
use sqlx::types::Json;
use uuid::Uuid;

use super::NounSummary;
use crate::dataset::Dataset;
use crate::partner::Partner;
use crate::store::StoreError;
use crate::store::agreement::{AgreementRow, SignatoryRow};
use crate::store::claim::ClaimRow;
use crate::store::committee::{CommitteeRow, ContactRow};
use crate::store::cost::CostRow;
use crate::store::document::DocumentRow;
use crate::store::exchange::{ExchangePartnerRow, ExchangeRow};
use crate::store::gift::GiftRow;
use crate::store::image::ImageRow;
use crate::store::notice::NoticeRow;
use crate::store::page::PageRow;
use crate::store::partner::{PartnerNameRow, PartnerRow};
use crate::store::policy::{PolicyExceptionRow, PolicyRow};
use crate::store::preview::PreviewRow;
use crate::store::programme::ProgrammeRow;
use crate::store::redirect::RedirectRow;
use crate::store::relationship::{
    ApplicationRow, CompletenessRow, DormancyRow, ListingRow, MilestoneRow, RelationshipRow, TermRow,
};
use crate::store::row::{self, Record};
use crate::store::series::SeriesRow;
use crate::store::source::SourceRow;
use crate::store::translation::TranslationRow;

/// Defines the rows of all tables, in the order in which they can be written: each after those that it names.
macro_rules! rows {
    ($($table:ident: $row:ty,)+) => {
        /// The rows of all tables.
        #[derive(Default)]
        pub(in crate::store) struct Rows {
            $($table: Vec<$row>,)+
        }

        impl Rows {
            /// Writes what differs.
            pub(super) async fn write(&self, connection: &mut PgConnection) -> Result<(), StoreError> {
                $(row::write(connection, &self.$table).await?;)+
                Ok(())
            }

            /// Writes what is otherwise than before, and removes what is no more.
            pub(in crate::store) async fn write_differences(
                self,
                connection: &mut PgConnection,
                before: &Self,
            ) -> Result<(), StoreError> {
                $(row::write_differences(connection, &before.$table, self.$table).await?;)+
                Ok(())
            }

            /// Writes rows as the change record has them, by their tables.
            pub(in crate::store) async fn restore(
                connection: &mut PgConnection,
                rows: &BTreeMap<String, Vec<Value>>,
            ) -> Result<(), StoreError> {
                $(
                    for batch in rows.get(<$row>::NOUN).into_iter().flat_map(|rows| rows.chunks(<$row>::BATCH)) {
                        <$row>::restore(connection, Json(batch)).await?;
                    }
                )+
                Ok(())
            }

            /// Removes rows by their tables and ids.
            pub(in crate::store) async fn remove(
                connection: &mut PgConnection,
                ids: &BTreeMap<String, Vec<Uuid>>,
            ) -> Result<(), StoreError> {
                $(
                    if let Some(ids) = ids.get(<$row>::NOUN) {
                        <$row>::remove(connection, ids).await?;
                    }
                )+
                Ok(())
            }

            /// Removes what is on record and not here.
            pub(super) async fn remove_others(&self, connection: &mut PgConnection) -> Result<(), StoreError> {
                $(
                    let ids: Vec<Uuid> = self.$table.iter().map(Record::id).collect();
                    <$row>::remove_others(connection, &ids).await?;
                )+
                Ok(())
            }

            /// What was done, as the change record says.
            pub(super) async fn summarise(
                &self,
                connection: &mut PgConnection,
            ) -> Result<Vec<NounSummary>, StoreError> {
                let mut recorded = recorded(connection).await?;
                let mut nouns = Vec::new();
                $(
                    let on_record = <$row>::count(connection).await?;
                    let written = recorded.remove(<$row>::NOUN).unwrap_or_default();
                    nouns.push(written.compared(<$row>::NOUN, self.$table.len(), on_record));
                )+
                nouns.retain(|noun| *noun != NounSummary { noun: noun.noun, ..NounSummary::default() });
                Ok(nouns)
            }
        }
    };
}

rows! {
    programmes: ProgrammeRow,
    policy: PolicyRow,
    sources: SourceRow,
    partners: PartnerRow,
    partner_names: PartnerNameRow,
    relationships: RelationshipRow,
    terms: TermRow,
    dormancies: DormancyRow,
    listings: ListingRow,
    applications: ApplicationRow,
    milestones: MilestoneRow,
    complete_years: CompletenessRow,
    policy_exceptions: PolicyExceptionRow,
    agreements: AgreementRow,
    signatories: SignatoryRow,
    committees: CommitteeRow,
    contacts: ContactRow,
    gifts: GiftRow,
    series: SeriesRow,
    exchanges: ExchangeRow,
    exchange_partners: ExchangePartnerRow,
    redirects: RedirectRow,
    previews: PreviewRow,
    costs: CostRow,
    notices: NoticeRow,
    pages: PageRow,
    translations: TranslationRow,
    documents: DocumentRow,
    images: ImageRow,
    claims: ClaimRow,
}

impl Rows {
    /// The rows of a dataset.
    pub(in crate::store) fn of(dataset: &Dataset) -> Result<Self, StoreError> {
        let (programme, host) = (&dataset.programme, &dataset.programme.time_zone);
        let exchanges = dataset.exchanges.iter().map(|exchange| ExchangeRow::of(exchange, host));
        let mut rows = Self {
            programmes: vec![programme.into()],
            policy: rows_of(&dataset.policy),
            sources: rows_of(&dataset.sources),
            policy_exceptions: rows_of(&dataset.policy_exceptions),
            contacts: ContactRow::all_of_programme(programme.id, &programme.contacts).collect(),
            series: rows_of(&dataset.series),
            exchanges: exchanges.collect::<Result<_, _>>()?,
            exchange_partners: dataset.exchanges.iter().flat_map(ExchangePartnerRow::all_of).collect(),
            redirects: rows_of(&dataset.redirects),
            costs: rows_of(&dataset.costs),
            notices: rows_of(&dataset.notices),
            pages: rows_of(&dataset.pages),
            translations: rows_of(&dataset.translations),
            documents: rows_of(&dataset.documents),
            images: ImageRow::all_of(&dataset.images).collect(),
            claims: rows_of(&dataset.claims),
            ..Self::default()
        };
        for partner in &dataset.partners {
            rows.add_partner(partner);
        }
        Ok(rows)
    }

    /// Removes what is no record of its own but a field in rows, where the field is another now.
    pub(super) async fn remove_former_fields(
        &self,
        connection: &mut PgConnection,
        dataset: &Dataset,
    ) -> Result<(), StoreError> {
        ExchangePartnerRow::remove_former(connection, &dataset.exchanges, &self.exchange_partners).await
    }

    fn add_partner(&mut self, partner: &Partner) {
        let (relationship, id) = (&partner.relationship, partner.relationship.id);
        self.partners.push(partner.into());
        self.partner_names.extend(PartnerNameRow::all_of(partner));
        self.relationships.push(partner.into());
        self.terms.extend(relationship.terms.iter().map(|term| TermRow::of(id, term)));
        self.dormancies.extend(relationship.dormancies.iter().map(|dormancy| DormancyRow::of(id, dormancy)));
        self.listings.extend(relationship.listings.iter().map(|listing| ListingRow::of(id, listing)));
        self.applications
            .extend(relationship.applications.iter().map(|application| ApplicationRow::of(id, application)));
        self.milestones
            .extend(relationship.milestones.iter().map(|milestone| MilestoneRow::of(id, milestone)));
        self.complete_years
            .extend(relationship.complete_years.iter().map(|complete| CompletenessRow::of(id, complete)));
        self.agreements
            .extend(relationship.agreements.iter().map(|agreement| AgreementRow::of(id, agreement)));
        self.signatories.extend(relationship.agreements.iter().flat_map(SignatoryRow::all_of));
        self.committees
            .extend(relationship.committees.iter().map(|committee| CommitteeRow::of(id, committee)));
        self.contacts.extend(relationship.committees.iter().flat_map(ContactRow::all_of));
        self.gifts.extend(relationship.gifts.iter().map(|gift| GiftRow::of(id, gift)));
    }
}

/// The rows of records that have one each.
fn rows_of<'a, T, R: From<&'a T>>(records: &'a [T]) -> Vec<R> {
    records.iter().map(R::from).collect()
}

/// How many rows of a table a change wrote.
#[derive(Default)]
struct Recorded {
    added: i64,
    changed: i64,
    removed: i64,
}

impl Recorded {
    fn compared(self, noun: &'static str, in_dataset: usize, on_record: i64) -> NounSummary {
        let in_dataset = i64::try_from(in_dataset).unwrap_or(i64::MAX);
        let Self { added, changed, removed } = self;
        let (unchanged, left) = (in_dataset - added - changed, on_record - in_dataset);
        NounSummary { noun, added, changed, unchanged, removed, left }
    }
}

/// What the change of this transaction did to each table: a row that came and went counts as neither.
async fn recorded(connection: &mut PgConnection) -> Result<HashMap<String, Recorded>, StoreError> {
    let rows = sqlx::query!(
        r#"select noun as "noun!",
                  count(*) filter (where added and not removed) as "added!",
                  count(*) filter (where not added and not removed) as "changed!",
                  count(*) filter (where removed and not added) as "removed!"
           from (
               select noun, row_id, bool_or(action = 'insert') as added, bool_or(action = 'delete') as removed
               from audit_entry
               where change = (select id from change where transaction = pg_current_xact_id())
               group by noun, row_id
           ) as written
           group by noun"#
    );
    let rows = rows.fetch_all(connection).await?.into_iter();
    Ok(rows
        .map(|row| (row.noun, Recorded { added: row.added, changed: row.changed, removed: row.removed }))
        .collect())
}
