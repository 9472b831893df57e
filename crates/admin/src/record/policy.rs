//! The policy's rules, and what on record breaks them.

use serde::Serialize;
use signpost_core::{Finding, FindingKind, Line, Markdown, PolicyException, PolicyRule, Register, Slug};

use super::{Dated, dated};
use crate::printer::{Cell, Column, Row, Tone};

/// A rule.
#[derive(Debug, Serialize)]
pub(crate) struct RuleRow {
    rule: &'static str,
    value: String,
    from: Option<Dated>,
    until: Option<Dated>,
    note: Option<Markdown>,
}

/// Something that breaks a rule of its time.
#[derive(Debug, Serialize)]
pub(crate) struct FindingRow {
    partner: Slug,
    name: Line,
    term_start: Option<Dated>,
    rule: &'static str,
    value: String,
    rule_from: Option<Dated>,
    finding: &'static str,
    words: String,
}

impl RuleRow {
    /// A rule.
    pub(crate) fn new(rule: &PolicyRule) -> Self {
        Self {
            rule: rule.rule.name().as_str(),
            value: rule.rule.value(),
            from: rule.from.map(Dated),
            until: rule.until.map(Dated),
            note: rule.note.clone(),
        }
    }

    /// Its rule's name.
    pub(crate) const fn name(&self) -> &'static str {
        self.rule
    }
}

impl Row for RuleRow {
    const COLUMNS: &'static [Column] =
        &[Column::whole("rule"), Column::whole("value"), Column::whole("from"), Column::whole("until")];
    const FIELDS: &'static [&'static str] = &["rule", "value", "from", "until", "note"];

    fn cells(&self) -> Vec<Cell> {
        let from =
            self.from.map_or_else(|| Cell::quiet("not on record"), |from| Cell::plain(from.0.to_string()));
        let until = self.until.map_or_else(|| Cell::quiet("open"), |until| Cell::plain(until.0.to_string()));
        vec![Cell::toned(self.rule, Tone::Strong), Cell::plain(self.value.as_str()), from, until]
    }

    fn values(&self) -> Vec<String> {
        let note = self.note.as_ref().map(ToString::to_string);
        vec![
            self.rule.to_owned(),
            self.value.clone(),
            dated(self.from),
            dated(self.until),
            note.unwrap_or_default(),
        ]
    }
}

impl FindingRow {
    /// What the checker found, for a person to read; none where the record it names is gone.
    pub(crate) fn new(register: &Register, finding: &Finding) -> Option<Self> {
        let partner = register.partner(finding.partner)?;
        let term = partner.relationship.term(finding.term)?;
        let rule = register.policy().rules.iter().find(|rule| rule.id == finding.rule)?;
        Some(Self {
            partner: partner.slug.clone(),
            name: partner.name.clone(),
            term_start: term.start.map(Dated),
            rule: rule.rule.name().as_str(),
            value: rule.rule.value(),
            rule_from: rule.from.map(Dated),
            finding: name(&finding.kind),
            words: finding_words(&finding.kind, &rule.rule.value()),
        })
    }
}

impl FindingRow {
    /// The rule, if nobody knows since when it is in force: the term may be older.
    pub(crate) fn rule_of_unknown_age(&self) -> Option<&'static str> {
        self.rule_from.is_none().then_some(self.rule)
    }
}

impl Row for FindingRow {
    const COLUMNS: &'static [Column] = &[
        Column::whole("partner"),
        Column::whole("term from"),
        Column::whole("rule"),
        Column::wrapping("finding"),
    ];
    const FIELDS: &'static [&'static str] =
        &["partner", "name", "term_start", "rule", "value", "rule_from", "finding", "words"];

    fn cells(&self) -> Vec<Cell> {
        let start =
            self.term_start.map_or_else(|| Cell::quiet("–"), |start| Cell::plain(start.0.to_string()));
        vec![
            Cell::toned(self.partner.as_str(), Tone::Strong),
            start,
            Cell::quiet(self.rule),
            Cell::plain(self.words.as_str()),
        ]
    }

    fn values(&self) -> Vec<String> {
        vec![
            self.partner.to_string(),
            self.name.to_string(),
            dated(self.term_start),
            self.rule.to_owned(),
            self.value.clone(),
            dated(self.rule_from),
            self.finding.to_owned(),
            self.words.clone(),
        ]
    }
}

const fn name(finding: &FindingKind) -> &'static str {
    match finding {
        FindingKind::TermTooLong { .. } => "term-too-long",
        FindingKind::TermWithoutEnd => "term-without-end",
        FindingKind::TooManyInCountry { .. } => "too-many-in-country",
        FindingKind::BegunInMoratorium => "begun-in-moratorium",
        FindingKind::SponsorNotOnRecord => "sponsor-not-on-record",
        FindingKind::FormLate { .. } => "form-late",
        FindingKind::FormNotOnRecord { .. } => "form-not-on-record",
    }
}

pub(crate) fn finding_words(finding: &FindingKind, value: &str) -> String {
    match finding {
        FindingKind::TermTooLong { start, end } => format!("from {start} to {end} is longer than {value}"),
        FindingKind::TermWithoutEnd => format!("has no end, where a friendship lasts {value}"),
        FindingKind::TooManyInCountry { count, allowed, country_label } => {
            format!("makes {count} in {country_label}, where {allowed} may be")
        }
        FindingKind::BegunInMoratorium => "began during a moratorium".to_owned(),
        FindingKind::SponsorNotOnRecord => "its sponsor is not on record".to_owned(),
        FindingKind::FormLate { due, made } => {
            format!("its form of {made} came after {due}, when it was due")
        }
        FindingKind::FormNotOnRecord { due } => {
            format!("its form, that was due on {due}, is not on record")
        }
    }
}

/// A rule that was not applied to a partner.
#[derive(Debug, Serialize)]
pub(crate) struct ExceptionRow {
    partner: Slug,
    rule: &'static str,
    value: String,
    decided: Dated,
    authority: Line,
    reason: Line,
    record_number: Option<Line>,
}

impl ExceptionRow {
    /// An exception; none where the rule or the partner that it names is gone.
    pub(crate) fn new(register: &Register, exception: &PolicyException) -> Option<Self> {
        let mut partners = register.partners().iter();
        let partner = partners.find(|partner| partner.relationship.id == exception.relationship)?;
        let rule = register.policy().rules.iter().find(|rule| rule.id == exception.rule)?;
        Some(Self {
            partner: partner.slug.clone(),
            rule: rule.rule.name().as_str(),
            value: rule.rule.value(),
            decided: Dated(exception.decided),
            authority: exception.authority.clone(),
            reason: exception.reason.clone(),
            record_number: exception.record_number.clone(),
        })
    }
}

impl Row for ExceptionRow {
    const COLUMNS: &'static [Column] = &[
        Column::whole("partner"),
        Column::whole("rule"),
        Column::whole("decided"),
        Column::wrapping("by"),
        Column::wrapping("reason"),
    ];
    const FIELDS: &'static [&'static str] =
        &["partner", "rule", "value", "decided", "authority", "reason", "record_number"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::toned(self.partner.as_str(), Tone::Strong),
            Cell::plain(self.rule),
            Cell::plain(self.decided.0.to_string()),
            Cell::plain(self.authority.as_str()),
            Cell::plain(self.reason.as_str()),
        ]
    }

    fn values(&self) -> Vec<String> {
        vec![
            self.partner.to_string(),
            self.rule.to_owned(),
            self.value.clone(),
            self.decided.0.to_string(),
            self.authority.to_string(),
            self.reason.to_string(),
            self.record_number.as_ref().map(ToString::to_string).unwrap_or_default(),
        ]
    }
}
