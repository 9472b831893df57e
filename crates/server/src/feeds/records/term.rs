//! A term as data.

use serde::Serialize;
use signpost_core::{Ending, Partner, Register, Subject, Term};

use super::{Column, Row, cell, text};

/// A term of a relationship, with the Council's vote and the sources that it rests on.
#[derive(Clone, Debug, Serialize)]
pub struct TermRecord {
    id: String,
    partner: String,
    partner_name: String,
    kind: &'static str,
    start: Option<String>,
    ending: &'static str,
    end: Option<String>,
    end_cause: Option<&'static str>,
    end_reason: Option<String>,
    continues: Option<String>,
    approved: Option<String>,
    resolution: Option<String>,
    ayes: Option<u8>,
    noes: Option<u8>,
    abstentions: Option<u8>,
    agenda: Option<String>,
    record_number: Option<String>,
    sponsor: Option<String>,
    sources: Vec<String>,
}

impl TermRecord {
    /// The terms of all relationships of a register.
    pub fn all(register: &Register) -> Vec<Self> {
        let terms = |partner| {
            let partner: &Partner = partner;
            partner.relationship.terms.iter().map(move |term| Self::of(register, partner, term))
        };
        register.partners().iter().flat_map(terms).collect()
    }

    fn of(register: &Register, partner: &Partner, term: &Term) -> Self {
        let approval = term.approval.clone().unwrap_or_default();
        let (ending, cause, reason) = match &term.ending {
            Ending::Open => ("open", None, None),
            Ending::ByPolicy(_) => ("by-policy", None, None),
            Ending::Recorded { cause, reason, .. } => ("recorded", Some(cause.as_str()), reason.as_ref()),
            Ending::Unrecorded => ("unrecorded", None, None),
        };
        let sources = register.claims(Subject::Term(term.id)).iter().filter_map(|claim| {
            let source = register.source(claim.source?)?;
            Some(match &source.address {
                Some(address) => format!("{} <{address}>", source.title),
                None => source.title.to_string(),
            })
        });
        let mut sources: Vec<String> = sources.collect();
        sources.sort();
        sources.dedup();
        Self {
            id: term.id.to_string(),
            partner: partner.slug.to_string(),
            partner_name: partner.name.to_string(),
            kind: term.kind.as_str(),
            start: text(term.start),
            ending,
            end: text(term.end()),
            end_cause: cause,
            end_reason: text(reason),
            continues: text(term.continues),
            approved: text(approval.on),
            resolution: text(approval.resolution),
            ayes: approval.vote.map(|vote| vote.ayes),
            noes: approval.vote.map(|vote| vote.noes),
            abstentions: approval.vote.map(|vote| vote.abstentions),
            agenda: text(approval.agenda),
            record_number: text(approval.record_number),
            sponsor: text(term.sponsor.as_ref()),
            sources,
        }
    }
}

impl Row for TermRecord {
    const COLUMNS: &'static [Column<Self>] = &[
        ("id", |row| row.id.clone()),
        ("partner", |row| row.partner.clone()),
        ("partner_name", |row| row.partner_name.clone()),
        ("kind", |row| row.kind.to_owned()),
        ("start", |row| cell(row.start.as_ref())),
        ("ending", |row| row.ending.to_owned()),
        ("end", |row| cell(row.end.as_ref())),
        ("end_cause", |row| cell(row.end_cause.as_ref())),
        ("end_reason", |row| cell(row.end_reason.as_ref())),
        ("continues", |row| cell(row.continues.as_ref())),
        ("approved", |row| cell(row.approved.as_ref())),
        ("resolution", |row| cell(row.resolution.as_ref())),
        ("ayes", |row| cell(row.ayes.as_ref())),
        ("noes", |row| cell(row.noes.as_ref())),
        ("abstentions", |row| cell(row.abstentions.as_ref())),
        ("agenda", |row| cell(row.agenda.as_ref())),
        ("record_number", |row| cell(row.record_number.as_ref())),
        ("sponsor", |row| cell(row.sponsor.as_ref())),
        ("sources", |row| row.sources.join("; ")),
    ];
}
