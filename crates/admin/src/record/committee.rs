//! Committees in a list.

use jiff::Timestamp;
use serde::Serialize;
use signpost_core::{CommitteeForm, CommitteeId, Line, Partner, Side, Slug, WebAddress};

use super::{Dated, dated, value};
use crate::mark::Mark;
use crate::phrase;
use crate::printer::{Cell, Column, Row, Tone};

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

impl CommitteeRow {
    /// The committees that nurture the relationship with a partner.
    pub(crate) fn all(partner: &Partner) -> Vec<Self> {
        let committees = partner.relationship.committees.iter().map(|committee| Self {
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
        });
        committees.collect()
    }
}

impl Row for CommitteeRow {
    const COLUMNS: &'static [Column] = &[
        Column::whole("mark"),
        Column::whole("partner"),
        Column::wrapping("committee"),
        Column::whole("side"),
        Column::wrapping("public"),
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
            Cell::plain(phrase::public(self.published_at)),
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
