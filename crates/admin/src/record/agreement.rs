//! Agreements, committees, gifts and milestones.

use jiff::Timestamp;
use serde::Serialize;
use signpost_core::{
    Agreement, Committee, CommitteeForm, Contact, EmailAddress, Gift, Line, Markdown, Milestone,
    Relationship, Side, Signatory, SigningMethod, WebAddress,
};

use super::Dated;
use super::term::label;
use crate::printer::Section;

/// An agreement.
#[derive(Debug, Serialize)]
pub(super) struct AgreementRecord {
    title: Line,
    signed: Option<Dated>,
    place: Option<Line>,
    method: Option<SigningMethod>,
    signatories: Vec<SignatoryRecord>,
    published_at: Option<Timestamp>,
    note: Option<Markdown>,
}

/// Somebody who signed.
#[derive(Debug, Serialize)]
struct SignatoryRecord {
    side: Side,
    name: Option<Line>,
    office: Option<Line>,
    on_behalf_of: Option<Line>,
}

/// A committee.
#[derive(Debug, Serialize)]
pub(super) struct CommitteeRecord {
    name: Line,
    side: Side,
    form: Option<CommitteeForm>,
    founded: Option<Dated>,
    websites: Vec<WebAddress>,
    offers: Option<Markdown>,
    contacts: Vec<ContactRecord>,
    published_at: Option<Timestamp>,
    note: Option<Markdown>,
}

/// Somebody to write to.
#[derive(Debug, Serialize)]
struct ContactRecord {
    name: Line,
    role: Option<Line>,
    email: Option<EmailAddress>,
    telephone: Option<Line>,
    website: Option<WebAddress>,
    published_at: Option<Timestamp>,
}

/// A gift.
#[derive(Debug, Serialize)]
pub(super) struct GiftRecord {
    what: Line,
    given: Option<Dated>,
    giver: Option<Side>,
    place: Option<Line>,
    note: Option<Markdown>,
}

/// What else happened.
#[derive(Debug, Serialize)]
pub(super) struct MilestoneRecord {
    on: Option<Dated>,
    what: Line,
}

impl AgreementRecord {
    /// The agreements of a relationship.
    pub(super) fn all(relationship: &Relationship) -> Vec<Self> {
        relationship.agreements.iter().map(Self::new).collect()
    }

    /// An agreement, whole.
    pub(super) fn new(agreement: &Agreement) -> Self {
        let signatory = |one: &Signatory| SignatoryRecord {
            side: one.side,
            name: one.name.clone(),
            office: one.office.clone(),
            on_behalf_of: one.on_behalf_of.clone(),
        };
        Self {
            title: agreement.title.clone(),
            signed: agreement.signed.map(Dated),
            place: agreement.place.clone(),
            method: agreement.method,
            signatories: agreement.signatories.iter().map(signatory).collect(),
            published_at: agreement.published_at,
            note: agreement.note.clone(),
        }
    }

    fn words(&self) -> String {
        let method = self.method.map(|method| match method {
            SigningMethod::InPerson => "signed in person",
            SigningMethod::Video => "signed by video",
            SigningMethod::Post => "signed by post",
        });
        let place = self.place.as_ref().map(|place| format!("in {place}"));
        let how: Vec<String> = method.map(str::to_owned).into_iter().chain(place).collect();
        let mut lines = vec![self.title.to_string()];
        if !how.is_empty() {
            lines.push(how.join(", "));
        }
        lines.extend(self.signatories.iter().map(SignatoryRecord::words));
        lines.extend(private(self.published_at));
        lines.extend(self.note.as_ref().map(ToString::to_string));
        lines.join("\n")
    }
}

impl SignatoryRecord {
    fn words(&self) -> String {
        let side = side(self.side);
        let who: Vec<&str> = [&self.name, &self.office].into_iter().flatten().map(Line::as_str).collect();
        let behalf = self.on_behalf_of.as_ref().map(|behalf| format!(", for {behalf}")).unwrap_or_default();
        format!("{side}: {}{behalf}", who.join(", "))
    }
}

impl CommitteeRecord {
    /// The committees of a relationship.
    pub(super) fn all(relationship: &Relationship) -> Vec<Self> {
        relationship.committees.iter().map(Self::new).collect()
    }

    /// A committee, whole.
    pub(super) fn new(committee: &Committee) -> Self {
        let contact = |one: &Contact| ContactRecord {
            name: one.name.clone(),
            role: one.role.clone(),
            email: one.email.clone(),
            telephone: one.telephone.clone(),
            website: one.website.clone(),
            published_at: one.published_at,
        };
        Self {
            name: committee.name.clone(),
            side: committee.side,
            form: committee.form,
            founded: committee.founded.map(Dated),
            websites: committee.websites.clone(),
            offers: committee.offers.clone(),
            contacts: committee.contacts.iter().map(contact).collect(),
            published_at: committee.published_at,
            note: committee.note.clone(),
        }
    }

    fn words(&self) -> String {
        let form = self.form.map(|form| match form {
            CommitteeForm::Nonprofit => "non-profit".to_owned(),
            CommitteeForm::Informal => "informal".to_owned(),
            CommitteeForm::CityOffice => "an office of the city".to_owned(),
        });
        let founded = self.founded.map(|founded| format!("founded {}", founded.0));
        let what: Vec<String> = form.into_iter().chain(founded).collect();
        let mut lines = vec![self.name.to_string()];
        if !what.is_empty() {
            lines.push(what.join(", "));
        }
        lines.extend(self.websites.iter().map(ToString::to_string));
        lines.extend(self.offers.as_ref().map(ToString::to_string));
        lines.extend(self.contacts.iter().map(ContactRecord::words));
        lines.extend(private(self.published_at));
        lines.extend(self.note.as_ref().map(ToString::to_string));
        lines.join("\n")
    }
}

impl ContactRecord {
    fn words(&self) -> String {
        let parts = [
            Some(self.name.to_string()),
            self.role.as_ref().map(ToString::to_string),
            self.email.as_ref().map(ToString::to_string),
            self.telephone.as_ref().map(ToString::to_string),
            self.website.as_ref().map(ToString::to_string),
            private(self.published_at),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

impl GiftRecord {
    /// The gifts of a relationship.
    pub(super) fn all(relationship: &Relationship) -> Vec<Self> {
        let record = |gift: &Gift| Self {
            what: gift.what.clone(),
            given: gift.given.map(Dated),
            giver: gift.giver,
            place: gift.place.clone(),
            note: gift.note.clone(),
        };
        relationship.gifts.iter().map(record).collect()
    }

    fn words(&self) -> String {
        let giver = self.giver.map(|giver| format!(", given by the {giver}")).unwrap_or_default();
        let place = self.place.as_ref().map(|place| format!("\nto be seen: {place}")).unwrap_or_default();
        let note = self.note.as_ref().map(|note| format!("\n{note}")).unwrap_or_default();
        format!("{}{giver}{place}{note}", self.what)
    }
}

impl MilestoneRecord {
    /// The milestones of a relationship.
    pub(super) fn all(relationship: &Relationship) -> Vec<Self> {
        let record =
            |milestone: &Milestone| Self { on: milestone.on.map(Dated), what: milestone.what.clone() };
        relationship.milestones.iter().map(record).collect()
    }
}

/// The part of a sheet with agreements.
pub(super) fn agreements(agreements: &[AgreementRecord]) -> Section {
    agreements
        .iter()
        .fold(Section::new("Agreements"), |section, one| section.entry(label(one.signed), one.words()))
}

/// The part of a sheet with committees.
pub(super) fn committees(committees: &[CommitteeRecord]) -> Section {
    committees
        .iter()
        .fold(Section::new("Committees"), |section, one| section.entry(side(one.side), one.words()))
}

/// The part of a sheet with gifts.
pub(super) fn gifts(gifts: &[GiftRecord]) -> Section {
    gifts.iter().fold(Section::new("Gifts"), |section, one| section.entry(label(one.given), one.words()))
}

/// The part of a sheet with milestones.
pub(super) fn milestones(milestones: &[MilestoneRecord]) -> Section {
    milestones.iter().fold(Section::new("What else happened"), |section, one| {
        section.entry(label(one.on), one.what.as_str())
    })
}

const fn side(side: Side) -> &'static str {
    match side {
        Side::Host => "host",
        Side::Partner => "partner",
    }
}

/// What is said of something that the public does not see.
pub(super) fn private(published_at: Option<Timestamp>) -> Option<String> {
    published_at.is_none().then(|| "not public".to_owned())
}
