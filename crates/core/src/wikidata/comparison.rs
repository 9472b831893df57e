//! The record beside what Wikidata states: what they lack, what we lack, and what disagrees.

use std::fmt;

use jiff::Timestamp;
use serde::Serialize;

use super::extract::{Extract, Stated};
use super::statement::{Statement, StatementEnd};
use crate::historic::HistoricDate;
use crate::partner::Partner;
use crate::register::{Called, Register};
use crate::text::WikidataId;
use crate::word::words;

/// What one difference is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Finding {
    /// The record says more.
    TheyLack,
    /// Wikidata says more.
    WeLack,
    /// Both cannot be right.
    Disagree,
}

words!(Finding { TheyLack = "they-lack", WeLack = "we-lack", Disagree = "disagree" });

/// The part of a statement that differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// Which item the partner is.
    Item,
    /// The statement as a whole.
    Statement,
    /// When it began.
    Start,
    /// When it ended.
    End,
}

words!(Part { Item = "item", Statement = "statement", Start = "start", End = "end" });

/// The time of a statement, in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    start: Option<HistoricDate>,
    end: Option<HistoricDate>,
}

impl fmt::Display for Span {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.start, self.end) {
            (Some(start), Some(end)) => write!(formatter, "from {start} until {end}"),
            (Some(start), None) => write!(formatter, "from {start}"),
            (None, Some(end)) => write!(formatter, "until {end}"),
            (None, None) => formatter.write_str("without dates"),
        }
    }
}

/// One thing that differs.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference<'a> {
    /// The partner; `None`: the city that Wikidata names is none.
    pub partner: Option<&'a Partner>,
    /// The item, as the record or Wikidata has it.
    pub item: WikidataId,
    /// What the city is called: here, or there where it is no partner.
    pub name: String,
    /// What the difference is.
    pub finding: Finding,
    /// What differs.
    pub part: Part,
    /// What the record says of it.
    pub ours: Option<String>,
    /// What Wikidata says of it.
    pub theirs: Option<String>,
}

/// The record beside an extract.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison<'a> {
    /// All differences: of partners by name, then of cities that are none.
    pub differences: Vec<Difference<'a>>,
    /// Public partners that could not be compared: no item of theirs is on record, nor does Wikidata name them.
    pub without_item: Vec<&'a Partner>,
}

impl<'a> Comparison<'a> {
    /// What the record states, beside an extract; what is not public is not missed there.
    pub fn new(
        register: &'a Register,
        statements: &[Statement<'a>],
        extract: &Extract,
        now: Timestamp,
    ) -> Self {
        let mut comparison = Self::default();
        let mut theirs: Vec<&Stated> = extract.statements.iter().collect();
        for partner in register.partners() {
            let ours: Vec<_> = statements.iter().filter(|one| one.partner.id == partner.id).collect();
            let named = theirs.extract_if(.., |stated| is_of(register, partner, stated)).collect();
            let is_public = partner.published_at.is_some_and(|at| at <= now);
            comparison.add_partner(partner, &ours, named, is_public);
        }
        for stated in theirs {
            let name = stated.label.clone().unwrap_or_else(|| stated.item.to_string());
            comparison.differences.push(Difference {
                partner: None,
                item: stated.item.clone(),
                name,
                finding: Finding::WeLack,
                part: Part::Statement,
                ours: None,
                theirs: Some(stated.span().to_string()),
            });
        }
        comparison
    }

    fn add_partner(
        &mut self,
        partner: &'a Partner,
        ours: &[&Statement<'a>],
        theirs: Vec<&Stated>,
        is_public: bool,
    ) {
        let item = partner.wikidata.as_ref().or_else(|| theirs.first().map(|stated| &stated.item));
        let Some(item) = item.cloned() else {
            self.without_item.extend(Some(partner).filter(|_| is_public && !ours.is_empty()));
            return;
        };
        let mut add = |part, finding, ours: Option<String>, theirs: Option<String>| {
            let name = partner.name.to_string();
            let item = item.clone();
            self.differences.push(Difference {
                partner: Some(partner),
                item,
                name,
                finding,
                part,
                ours,
                theirs,
            });
        };
        if partner.wikidata.is_none() {
            add(Part::Item, Finding::WeLack, None, Some(item.to_string()));
        }
        for (ours, theirs) in paired(ours, theirs) {
            match (ours, theirs) {
                (Some(ours), Some(theirs)) => {
                    if let Some(finding) = differing(ours.start, theirs.start) {
                        add(Part::Start, finding, text(ours.start), text(theirs.start));
                    }
                    if let Some(finding) = differing_end(ours.end, theirs.end) {
                        add(Part::End, finding, ours.end.text(), text(theirs.end));
                    }
                }
                (Some(ours), None) if is_public => {
                    add(Part::Statement, Finding::TheyLack, Some(ours.span().to_string()), None);
                }
                (None, Some(theirs)) => {
                    add(Part::Statement, Finding::WeLack, None, Some(theirs.span().to_string()));
                }
                (_, None) => {}
            }
        }
    }
}

impl Statement<'_> {
    /// Its time, in words.
    pub const fn span(&self) -> Span {
        Span { start: self.start, end: self.end.date() }
    }
}

impl Stated {
    const fn span(&self) -> Span {
        Span { start: self.start, end: self.end }
    }
}

impl StatementEnd {
    /// What the record says of it, where it says anything.
    fn text(self) -> Option<String> {
        match self {
            Self::Over(end) | Self::Running(Some(end)) => Some(end.to_string()),
            Self::Running(None) => Some("open".to_owned()),
            Self::Unrecorded => None,
        }
    }
}

fn text(date: Option<HistoricDate>) -> Option<String> {
    date.map(|date| date.to_string())
}

/// Whether a statement is about a partner: it has that item; or none is on record, and it is called so there.
fn is_of(register: &Register, partner: &Partner, stated: &Stated) -> bool {
    if let Some(item) = &partner.wikidata {
        return *item == stated.item;
    }
    let is_other = |other: &Partner| other.wikidata.as_ref() == Some(&stated.item);
    let called = stated.label.as_deref().and_then(|label| register.called(label));
    let is_called = called.is_some_and(|called| {
        let (Called::Slug(called) | Called::OtherName(called)) = called;
        called.id == partner.id
    });
    is_called && !register.partners().iter().any(is_other)
}

/// The statements of both sides about one partner, those together that begin together; what is left over is paired in
/// its order.
fn paired<'o, 't, 'a>(
    ours: &[&'o Statement<'a>],
    mut theirs: Vec<&'t Stated>,
) -> Vec<(Option<&'o Statement<'a>>, Option<&'t Stated>)> {
    theirs.sort_by_key(|stated| stated.start);
    let mut pairs: Vec<_> = ours
        .iter()
        .map(|ours| {
            let together = |stated: &&Stated| match (ours.start, stated.start) {
                (Some(ours), Some(theirs)) => may_be_one(ours, theirs),
                _ => false,
            };
            let found = theirs.iter().position(together).map(|place| theirs.remove(place));
            (Some(*ours), found)
        })
        .collect();
    let mut left = theirs.into_iter();
    for (_, unpaired) in pairs.iter_mut().filter(|(_, theirs)| theirs.is_none()) {
        *unpaired = left.next();
    }
    pairs.extend(left.map(|theirs| (None, Some(theirs))));
    pairs
}

/// Whether two dates can be one day: of such, one is as precise as the other or more so.
fn may_be_one(one: HistoricDate, other: HistoricDate) -> bool {
    one.first() <= other.last() && other.first() <= one.last()
}

fn differing(ours: Option<HistoricDate>, theirs: Option<HistoricDate>) -> Option<Finding> {
    match (ours, theirs) {
        (None, None) => None,
        (Some(_), None) => Some(Finding::TheyLack),
        (None, Some(_)) => Some(Finding::WeLack),
        (Some(ours), Some(theirs)) if ours == theirs => None,
        (Some(ours), Some(theirs)) if !may_be_one(ours, theirs) => Some(Finding::Disagree),
        (Some(ours), Some(theirs)) => {
            let ours_is_finer = theirs.first() <= ours.first() && ours.last() <= theirs.last();
            Some(if ours_is_finer { Finding::TheyLack } else { Finding::WeLack })
        }
    }
}

fn differing_end(ours: StatementEnd, theirs: Option<HistoricDate>) -> Option<Finding> {
    match (ours, theirs) {
        (StatementEnd::Running(_), None) => None,
        (StatementEnd::Running(planned), Some(theirs)) => {
            let is_planned = planned.is_some_and(|planned| may_be_one(planned, theirs));
            (!is_planned).then_some(Finding::Disagree)
        }
        (StatementEnd::Over(_) | StatementEnd::Unrecorded, theirs) => differing(ours.date(), theirs),
    }
}
