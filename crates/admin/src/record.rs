//! What is printed of each noun: the fields of its JSON and CSV, its row in a table, its sheet.
//!
//! `docs/json.md` describes the fields.

mod agreement;
mod alias;
mod application;
mod attention;
mod change;
mod claim;
mod committee;
mod cost;
mod database;
mod dataset;
mod difference;
mod doctor;
mod document;
mod duplicate;
mod exchange;
mod gift;
mod naming;
mod notice;
mod packet;
mod page;
mod partner;
mod policy;
mod programme;
mod relationship;
mod reminder;
mod renewal;
mod report;
mod signing;
mod source;
mod term;
mod translation;
mod verification;
mod wikidata;

pub(crate) use alias::AliasRow;
pub(crate) use application::{ApplicationRow, ShownApplication};
pub(crate) use attention::AttentionRow;
pub(crate) use change::{ChangeRecord, ChangeRow};
pub(crate) use claim::ClaimRow;
pub(crate) use committee::{CommitteeRow, ShownCommittee};
pub(crate) use cost::CostRow;
pub(crate) use database::{MigrationRow, StatusRecord};
pub(crate) use dataset::NounRow;
pub(crate) use difference::DifferenceRow;
pub(crate) use doctor::PartRow;
pub(crate) use document::{DocumentRecord, DocumentRow, PhotoRecord, PhotoRow};
pub(crate) use duplicate::DuplicateRow;
pub(crate) use exchange::{ExchangeRecord, ExchangeRow};
pub(crate) use gift::GiftRow;
pub(crate) use naming::Names;
pub(crate) use notice::{NoticeRecord, NoticeRow};
pub(crate) use packet::{Materials, Packet};
pub(crate) use page::{PageRecord, PageRow};
pub(crate) use partner::{PartnerRecord, PartnerRow};
pub(crate) use policy::{ExceptionRow, FindingRow, RuleRow, finding_words};
pub(crate) use programme::ProgrammeRecord;
pub(crate) use relationship::{RelationshipRecord, RelationshipRow};
pub(crate) use reminder::{ReminderRow, SendingState};
pub(crate) use renewal::DueRow;
pub(crate) use report::{LineRecord, ReportCell, ReportRecord, runs};
pub(crate) use signing::{AgreementRow, ShownAgreement};
pub(crate) use source::{SourceRecord, SourceRow};
pub(crate) use translation::{EntryRow, TextRecord, TextRow};
pub(crate) use verification::{FaultRow, MarkRow, PassageRow};
pub(crate) use wikidata::WikidataRow;

use serde::ser::{Serialize, SerializeStruct, Serializer};
use signpost_core::{HistoricDate, Precision};

/// A historic date as JSON has it: its text, and how precisely it is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Dated(pub(crate) HistoricDate);

impl Serialize for Dated {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let precision = match self.0.precision() {
            Precision::Day => "day",
            Precision::Month => "month",
            Precision::Year => "year",
        };
        let mut fields = serializer.serialize_struct("Dated", 2)?;
        fields.serialize_field("date", &self.0)?;
        fields.serialize_field("precision", precision)?;
        fields.end()
    }
}

/// A value as CSV has it: nothing where there is none.
fn value<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// A historic date as CSV and tables have it.
fn dated(date: Option<Dated>) -> String {
    value(date.map(|date| date.0))
}
