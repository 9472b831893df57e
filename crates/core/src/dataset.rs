//! The programme as files: a folder that a person can read and edit, and what import and export share.
//!
//! `docs/dataset.md` describes the folder.

mod agreement;
mod attachment;
mod block;
mod claim;
mod committee;
mod cost;
pub mod editing;
mod exchange;
mod fault;
mod field;
mod folder;
mod gift;
mod head;
mod nearest;
mod notice;
mod order;
mod page;
mod partner;
mod programme;
mod read;
mod reading;
mod record;
mod redirect;
mod relationship;
mod sheet;
mod source;
mod table;
mod term;
mod translation;
mod when;
mod write;
mod writing;

pub use fault::{Fault, Faults};
pub(crate) use fault::{FaultList, printable};
pub use read::read;
pub use write::{WriteError, write};

use crate::cost::Cost;
use crate::document::{Content, Digest, Document, Image};
use crate::exchange::{Exchange, Series};
use crate::identity::{ExchangeId, PartnerId, SlugRedirectId};
use crate::notice::Notice;
use crate::page::Page;
use crate::partner::Partner;
use crate::policy::{Policy, PolicyException, PolicyRule};
use crate::programme::Programme;
use crate::register::{Register, RegisterParts};
use crate::source::{Claim, Source, Subject};
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
    /// The bytes of documents and images, once each.
    pub files: Vec<Content>,
    /// What sources say.
    pub claims: Vec<Claim>,
}

impl Dataset {
    /// The bytes of a file, as far as the dataset has them.
    pub fn content(&self, digest: Digest) -> Option<&Content> {
        self.files.iter().find(|content| content.digest() == digest)
    }

    /// Takes bytes in, unless it has them already.
    pub fn keep(&mut self, content: Content) {
        if self.content(content.digest()).is_none() {
            self.files.push(content);
        }
    }

    /// The register that it is, at a content version: everything but exchanges and what belongs to them, published or not.
    pub fn into_register(self, version: i64) -> Register {
        let redirects = self.redirects.into_iter().filter_map(|redirect| match redirect.to {
            RedirectTarget::Partner(partner) => Some((redirect.slug, partner)),
            RedirectTarget::Exchange(_) => None,
        });
        let registered = |claim: &Claim| !matches!(claim.subject, Subject::Exchange(_));
        Register::new(RegisterParts {
            version,
            programme: self.programme,
            policy: Policy { rules: self.policy },
            partners: self.partners,
            redirects: redirects.collect(),
            notices: self.notices,
            pages: self.pages,
            sources: self.sources,
            claims: self.claims.into_iter().filter(registered).collect(),
            translations: self.translations,
            documents: self.documents.into_iter().filter(|document| !document.is_of_an_exchange()).collect(),
            images: self.images.into_iter().filter(|image| !image.is_of_an_exchange()).collect(),
        })
    }
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
