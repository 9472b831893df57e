//! The register: the programme, its policy, partners, relationships and texts, whole and unchanging.

use std::collections::HashMap;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::document::{Document, DocumentSubject, Image, ImageSubject};
use crate::geo::Way;
use crate::identity::{PartnerId, SourceId};
use crate::notice::Notice;
use crate::page::Page;
use crate::partner::Partner;
use crate::policy::Policy;
use crate::programme::Programme;
use crate::relationship::Standing;
use crate::source::{Claim, Source, Subject};
use crate::text::{Language, Slug};
use crate::translation::{Translation, TranslationSubject};

/// All of the programme but its exchanges and what belongs to them (what is translated of them is here), as of one
/// content version.
///
/// A city has at most some hundreds of partners, so the register is loaded whole and shared; lists, pictures and any
/// `?on=` need no query.
#[derive(Clone, Debug)]
pub struct Register {
    parts: RegisterParts,
    redirects: HashMap<Slug, PartnerId>,
    claims: HashMap<Subject, Vec<Claim>>,
    translations: HashMap<TranslationSubject, Vec<Translation>>,
    sources: HashMap<SourceId, Source>,
    /// From the reference point to the partners whose place is on record.
    ways: HashMap<PartnerId, Way>,
}

/// What a register is made of.
#[derive(Clone, Debug)]
pub struct RegisterParts {
    /// The content version that it was read at.
    pub version: i64,
    /// The programme.
    pub programme: Programme,
    /// Its rules.
    pub policy: Policy,
    /// Its partners, each with its relationship.
    pub partners: Vec<Partner>,
    /// Former slugs.
    pub redirects: Vec<(Slug, PartnerId)>,
    /// Its notices.
    pub notices: Vec<Notice>,
    /// Its pages.
    pub pages: Vec<Page>,
    /// Sources.
    pub sources: Vec<Source>,
    /// Claims about everything in the register.
    pub claims: Vec<Claim>,
    /// Texts in other languages, of exchanges too.
    pub translations: Vec<Translation>,
    /// Documents of relationships and agreements; their bytes are files.
    pub documents: Vec<Document>,
    /// Images of everything in the register, in the order in which they are shown; their bytes are files.
    pub images: Vec<Image>,
}

/// What a word in a URL or a command calls.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Called<'a> {
    /// A partner, by its slug.
    Slug(&'a Partner),
    /// A partner, by a former slug, a name or an alias: its slug is the better word.
    OtherName(&'a Partner),
}

impl Register {
    /// A register of these parts: partners by name, terms by start, claims by rank.
    pub fn new(mut parts: RegisterParts) -> Self {
        parts.partners.sort_by(|one, other| one.name.cmp(&other.name));
        for partner in &mut parts.partners {
            partner.relationship.terms.sort_by_key(|term| (term.start, term.id));
        }
        parts.notices.sort_by_key(|notice| (std::cmp::Reverse(notice.severity), notice.starts_at));
        let redirects = parts.redirects.drain(..).collect();
        let sources = parts.sources.drain(..).map(|source| (source.id, source)).collect();
        let mut claims: HashMap<Subject, Vec<Claim>> = HashMap::new();
        for claim in parts.claims.drain(..) {
            claims.entry(claim.subject).or_default().push(claim);
        }
        for claims in claims.values_mut() {
            claims.sort_by(|one, other| {
                (&one.fact, one.rank, one.confidence, one.id).cmp(&(
                    &other.fact,
                    other.rank,
                    other.confidence,
                    other.id,
                ))
            });
        }
        let mut translations: HashMap<TranslationSubject, Vec<Translation>> = HashMap::new();
        for translation in parts.translations.drain(..) {
            translations.entry(translation.of).or_default().push(translation);
        }
        let from = parts.programme.place;
        let way = |partner: &Partner| Some((partner.id, from.way_to(partner.place?)));
        let ways = parts.partners.iter().filter_map(way).collect();
        Self { parts, redirects, claims, translations, sources, ways }
    }

    /// The content version that it was read at.
    pub const fn version(&self) -> i64 {
        self.parts.version
    }

    /// The programme.
    pub const fn programme(&self) -> &Programme {
        &self.parts.programme
    }

    /// The programme's rules, of all times.
    pub const fn policy(&self) -> &Policy {
        &self.parts.policy
    }

    /// The partners, by name.
    pub fn partners(&self) -> &[Partner] {
        &self.parts.partners
    }

    /// The partner with an id.
    pub fn partner(&self, id: PartnerId) -> Option<&Partner> {
        self.parts.partners.iter().find(|partner| partner.id == id)
    }

    /// The partner that a word calls: its slug, a former slug, or one of its names or aliases.
    pub fn called(&self, word: &str) -> Option<Called<'_>> {
        let by_slug = self.parts.partners.iter().find(|partner| partner.slug.as_str() == word);
        let formerly = || word.parse().ok().and_then(|slug: Slug| self.partner(*self.redirects.get(&slug)?));
        let by_name = || self.parts.partners.iter().find(|partner| partner.is_called(word));
        by_slug.map(Called::Slug).or_else(|| formerly().or_else(by_name).map(Called::OtherName))
    }

    /// The notices that are shown at a moment, the gravest first.
    pub fn notices_at(&self, moment: Timestamp) -> impl Iterator<Item = &Notice> {
        self.parts.notices.iter().filter(move |notice| notice.is_shown_at(moment))
    }

    /// All notices, the gravest first.
    pub fn notices(&self) -> &[Notice] {
        &self.parts.notices
    }

    /// The page that is shown at a place.
    pub fn page(&self, slug: &str) -> Option<&Page> {
        self.parts.pages.iter().find(|page| page.slug.as_str() == slug)
    }

    /// The pages.
    pub fn pages(&self) -> &[Page] {
        &self.parts.pages
    }

    /// The claims about a record: of each fact the preferred one first.
    pub fn claims(&self, subject: Subject) -> &[Claim] {
        self.claims.get(&subject).map_or(&[], Vec::as_slice)
    }

    /// All claims, in no order.
    pub fn all_claims(&self) -> impl Iterator<Item = &Claim> {
        self.claims.values().flatten()
    }

    /// A field of a record in a language, where somebody translated it.
    pub fn translation(
        &self,
        of: TranslationSubject,
        field: &str,
        language: &Language,
    ) -> Option<&Translation> {
        let translations = self.translations.get(&of)?.iter();
        let mut translations = translations.filter(|translation| translation.language == *language);
        translations.find(|translation| translation.field.as_str() == field)
    }

    /// The documents that belong to a record.
    pub fn documents(&self, attached_to: DocumentSubject) -> impl Iterator<Item = &Document> {
        self.parts.documents.iter().filter(move |document| document.attached_to == attached_to)
    }

    /// The images that are shown at a place, in their order.
    pub fn images(&self, shown_at: ImageSubject) -> impl Iterator<Item = &Image> {
        self.parts.images.iter().filter(move |image| image.shown_at == shown_at)
    }

    /// The source with an id.
    pub fn source(&self, id: SourceId) -> Option<&Source> {
        self.sources.get(&id)
    }

    /// The sources, by slug.
    pub fn sources(&self) -> Vec<&Source> {
        let mut sources: Vec<_> = self.sources.values().collect();
        sources.sort_by_key(|source| &source.slug);
        sources
    }

    /// The next moment at which time alone changes what is told of it: the host's midnight, when days and standings
    /// turn; the start or end of a notice; a change of clocks here or there.
    pub fn next_moment(&self, now: Timestamp) -> Timestamp {
        let host = self.programme().time_zone.zone();
        let today = now.to_zoned_datetime(host.clone()).date();
        let midnight = today.tomorrow().and_then(|tomorrow| tomorrow.to_zoned_datetime(host.clone()));
        let midnight = midnight.map_or(Timestamp::MAX, |midnight| midnight.timestamp());
        let notices =
            self.notices().iter().flat_map(|notice| [Some(notice.starts_at), notice.ends_at]).flatten();
        let zones = self.partners().iter().map(|partner| partner.time_zone.zone()).chain([host]);
        let clocks = zones.filter_map(|zone| zone.following(now).next().map(|change| change.timestamp()));
        notices.chain(clocks).filter(|moment| *moment > now).fold(midnight, Timestamp::min)
    }

    /// What a partner's relationship is on a date, by the policy of that date, as far as is known today.
    pub fn standing(&self, partner: &Partner, on: Date) -> Option<Standing> {
        partner.relationship.standing(on, self.policy().notice_period(on))
    }

    /// The way from the programme's reference point to a partner, where its place is on record.
    pub fn way_to(&self, partner: &Partner) -> Option<Way> {
        self.ways.get(&partner.id).copied()
    }
}
