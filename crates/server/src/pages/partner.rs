//! One partner: the relationship over time, and all that belongs to it.

use askama::Template;

use crate::{
    pages::{
        BladeView, Chrome, DisputeView, DocumentView, ExchangeCard, ForeignName, Labelled, Link, PhotoView,
        Prose, SourceMark, SourceView, Tone, Written, YearsView,
    },
    urls::Url,
};

/// What the clocks say in the partner's city.
#[derive(Clone, Debug)]
pub struct ClockView {
    /// The time there: "9:00 AM in Toyokawa".
    pub time: String,
    /// The same with a place for another time: "{time} in Toyokawa".
    pub words: String,
    /// The day there: "Tuesday, November 24, 2026".
    pub date: String,
    /// The difference: "17 hours ahead of Cupertino".
    pub difference: String,
    /// The moment for machines, with its offset.
    pub machine: String,
    /// The IANA time zone there.
    pub zone: String,
}

/// A term, a dormancy or a milestone in the relationship's list.
#[derive(Clone, Debug)]
pub struct TermView {
    /// The dates: "March 2007 – today", "1998 – March 2007".
    pub dates: String,
    /// What began, held or happened: "Sister city".
    pub what: Written,
    /// How it looks.
    pub tone: Tone,
    /// What else is on record: how it ended, that the start day is not known, the resolution.
    pub notes: Vec<Written>,
    /// Where it comes from.
    pub sources: Vec<SourceMark>,
}

/// Who signed an agreement.
#[derive(Clone, Debug)]
pub struct SignatoryView {
    /// The name, or the office of one whose name is not on record.
    pub name: Written,
    /// The office.
    pub office: Option<Written>,
    /// For which city.
    pub side: String,
    /// On whose behalf, where it is another's.
    pub behalf: Option<Written>,
}

/// An agreement.
#[derive(Clone, Debug)]
pub struct AgreementView {
    /// What it is called: "Memorandum of understanding".
    pub title: String,
    /// Date, place and way of signing.
    pub facts: Vec<Labelled>,
    /// Who signed.
    pub signatories: Vec<SignatoryView>,
    /// What was signed.
    pub documents: Vec<DocumentView>,
    /// Photographs of it.
    pub photos: Vec<PhotoView>,
}

/// The volunteers who nurture a relationship.
#[derive(Clone, Debug)]
pub struct CommitteeView {
    /// What they are called.
    pub name: String,
    /// What is on record about them: "Non-profit association, founded in 2016".
    pub notes: Vec<String>,
    /// What they offer.
    pub offers: Prose,
    /// Their pages on the web.
    pub links: Vec<Link>,
    /// Whom to write to.
    pub contacts: Vec<ContactView>,
    /// Where it comes from.
    pub sources: Vec<SourceMark>,
}

/// Somebody, or an office, to write to.
#[derive(Clone, Debug)]
pub struct ContactView {
    /// The name.
    pub name: Written,
    /// What they do.
    pub role: Option<Written>,
    /// Address, telephone and page, as far as they are public.
    pub links: Vec<Link>,
}

/// A gift.
#[derive(Clone, Debug)]
pub struct GiftView {
    /// When it was given.
    pub date: String,
    /// What it is.
    pub what: String,
    /// Where it can be seen.
    pub place: Option<String>,
    /// Who gave it to whom: "From Toyokawa to Cupertino".
    pub giving: Option<String>,
    /// Photographs of it.
    pub photos: Vec<PhotoView>,
    /// Where it comes from.
    pub sources: Vec<SourceMark>,
}

/// What a partner's page shows.
#[derive(Clone, Debug)]
pub struct PartnerView {
    /// The partner's blade.
    pub blade: BladeView,
    /// What the kind of relationship is, in words.
    pub kind_explained: String,
    /// What the standing rests on, and how certain it is.
    pub rests_on: String,
    /// What the programme says of it.
    pub introduction: Prose,
    /// Names in other languages and scripts.
    pub names: Vec<ForeignName>,
    /// Other spellings that it was listed under, in words.
    pub spellings: Option<String>,
    /// What the clocks say there.
    pub clock: Option<ClockView>,
    /// The next round anniversary: "50th anniversary on December 19, 2028".
    pub anniversary: Option<String>,
    /// Photographs.
    pub photos: Vec<PhotoView>,
    /// Documents about the relationship as a whole.
    pub documents: Vec<DocumentView>,
    /// The relationship's terms and milestones, the latest first.
    pub terms: Vec<TermView>,
    /// The agreements.
    pub agreements: Vec<AgreementView>,
    /// The committees.
    pub committees: Vec<CommitteeView>,
    /// Exchanges to come.
    pub upcoming: Vec<ExchangeCard>,
    /// Exchanges held, the latest first.
    pub past: Vec<ExchangeCard>,
    /// The exchanges and the people counted in each year.
    pub years: YearsView,
    /// People counted in all the exchanges on record, in words.
    pub people: Option<String>,
    /// That the record of exchanges is incomplete, and where.
    pub exchanges_record: Option<String>,
    /// All exchanges with this partner; nothing where the page shows them all.
    pub all_exchanges: Option<Url>,
    /// Gifts given and received.
    pub gifts: Vec<GiftView>,
    /// Facts that sources dispute.
    pub disputes: Vec<DisputeView>,
    /// The sources of this page's facts.
    pub sources: Vec<SourceView>,
    /// What is not on record, in sentences.
    pub missing: Vec<String>,
}

/// One partner's page.
#[derive(Template)]
#[template(path = "partners/partner.html")]
pub struct PartnerPage {
    /// What surrounds it.
    pub chrome: Chrome,
    /// What it shows.
    pub view: PartnerView,
}
