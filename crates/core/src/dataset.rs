//! The programme as files: a folder that a person can read and edit, and what import and export share.
//!
//! `docs/dataset.md` describes the folder.

use crate::cost::Cost;
use crate::document::{Document, Image};
use crate::exchange::{Exchange, Series};
use crate::identity::{ExchangeId, PartnerId, SlugRedirectId};
use crate::notice::Notice;
use crate::page::Page;
use crate::partner::Partner;
use crate::policy::{PolicyException, PolicyRule};
use crate::programme::Programme;
use crate::source::{Claim, Source};
use crate::text::Slug;
use crate::translation::Translation;

/// Everything that a programme is, as import reads it and export writes it.
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset {
    /// The programme.
    pub programme: Programme,
    /// Its rules.
    pub policy: Vec<PolicyRule>,
    /// Rules that were not applied.
    pub policy_exceptions: Vec<PolicyException>,
    /// Sources.
    pub sources: Vec<Source>,
    /// Partners, each with its relationship.
    pub partners: Vec<Partner>,
    /// Series of exchanges.
    pub series: Vec<Series>,
    /// Exchanges.
    pub exchanges: Vec<Exchange>,
    /// Former slugs.
    pub redirects: Vec<Redirect>,
    /// What was spent.
    pub costs: Vec<Cost>,
    /// Notices.
    pub notices: Vec<Notice>,
    /// The programme's own texts.
    pub pages: Vec<Page>,
    /// Translations.
    pub translations: Vec<Translation>,
    /// Documents.
    pub documents: Vec<Document>,
    /// Images.
    pub images: Vec<Image>,
    /// What sources say.
    pub claims: Vec<Claim>,
}

/// A former slug, and what it leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redirect {
    /// Its id.
    pub id: SlugRedirectId,
    /// The former slug.
    pub slug: Slug,
    /// What it leads to.
    pub to: RedirectTarget,
}

/// What a former slug leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RedirectTarget {
    /// A partner.
    Partner(PartnerId),
    /// An exchange.
    Exchange(ExchangeId),
}
