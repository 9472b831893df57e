//! Committees in a list.

use jiff::Timestamp;
use serde::Serialize;
use signpost_core::{Committee, CommitteeForm, CommitteeId, Line, Partner, Side, Slug, WebAddress};

use super::agreement::{CommitteeRecord, committees};
use super::{Dated, dated, value};
use crate::mark::Mark;
use crate::phrase;
use crate::printer::{Cell, Column, Record, Row, Section, Sheet, Tone};

/// A committee in a list.
#[derive(Debug, Serialize)]
pub(crate) struct CommitteeRow {
    mark: Mark,
    id: CommitteeId,
    partner: Slug,
    name: Line,
    side: Side,
    form: Option<CommitteeForm>,
    founded: Option<Dated>,
    websites: Vec<WebAddress>,
    contacts: usize,
    published_at: Option<Timestamp>,
}

/// A committee, whole.
#[derive(Debug, Serialize)]
pub(crate) struct ShownCommittee {
    mark: Mark,
    id: CommitteeId,
    partner: Slug,
    #[serde(flatten)]
    committee: CommitteeRecord,
    #[serde(skip)]
    row: CommitteeRow,
}

impl ShownCommittee {
    /// A committee that nurtures the relationship with a partner.
    pub(crate) fn new(partner: &Partner, committee: &Committee) -> Self {
        let row = CommitteeRow::new(partner, committee);
        let (mark, partner) = (row.mark.clone(), row.partner.clone());
        Self { mark, id: row.id, partner, committee: CommitteeRecord::new(committee), row }
    }
}

impl Record for ShownCommittee {
    type Row = CommitteeRow;

    fn row(&self) -> &CommitteeRow {
        &self.row
    }

    fn sheet(&self) -> Sheet {
        let facts =
            Section::new("").entry("mark", self.mark.to_string()).entry("partner", self.partner.as_str());
        let words = committees(std::slice::from_ref(&self.committee));
        Sheet::new(self.row.name.as_str(), "").with(facts).with(words)
    }
}

impl CommitteeRow {
    /// The committees that nurture the relationship with a partner.
    pub(crate) fn all(partner: &Partner) -> Vec<Self> {
        partner.relationship.committees.iter().map(|committee| Self::new(partner, committee)).collect()
    }

    fn new(partner: &Partner, committee: &Committee) -> Self {
        Self {
            mark: Mark::of(committee.id),
            id: committee.id,
            partner: partner.slug.clone(),
            name: committee.name.clone(),
            side: committee.side,
            form: committee.form,
            founded: committee.founded.map(Dated),
            websites: committee.websites.clone(),
            contacts: committee.contacts.len(),
            published_at: committee.published_at,
        }
    }
}

impl Row for CommitteeRow {
    const COLUMNS: &'static [Column] = &[
        Column::whole("mark"),
        Column::whole("partner"),
        Column::wrapping("committee"),
        Column::whole("side"),
        Column::whole("public"),
    ];
    const FIELDS: &'static [&'static str] =
        &["mark", "id", "partner", "name", "side", "form", "founded", "websites", "contacts", "published_at"];

    fn cells(&self) -> Vec<Cell> {
        let website = self.websites.first().map_or("", WebAddress::as_str);
        vec![
            Cell::quiet(self.mark.to_string()),
            Cell::toned(self.partner.as_str(), Tone::Strong),
            Cell::plain(self.name.as_str()).below(website),
            Cell::plain(self.side.as_str()),
            Cell::plain(phrase::public_briefly(self.published_at)),
        ]
    }

    fn values(&self) -> Vec<String> {
        let websites: Vec<&str> = self.websites.iter().map(WebAddress::as_str).collect();
        vec![
            self.mark.to_string(),
            self.id.to_string(),
            self.partner.to_string(),
            self.name.to_string(),
            self.side.to_string(),
            value(self.form),
            dated(self.founded),
            websites.join(" "),
            self.contacts.to_string(),
            value(self.published_at),
        ]
    }
}
