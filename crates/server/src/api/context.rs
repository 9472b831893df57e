//! What resources are made from: the register at a moment, and where the site is.

use std::sync::Arc;

use jiff::civil::Date;
use serde::Serialize;
use signpost_core::{Called, Partner, Register, Slug, Source, Subject};
use utoipa::ToSchema;

use super::claims::Claim;
use crate::app::App;
use crate::http::{PageError, Sought, Visit, Wanted};
use crate::language::Locale;
use crate::urls::{PublicAddress, Url};

/// The register as of today, and where the site is.
#[derive(Clone, Debug)]
pub(super) struct Context {
    /// What is on record.
    pub register: Arc<Register>,
    /// Where the site is.
    pub address: PublicAddress,
    /// The day that it is now in the host city.
    pub today: Date,
}

/// A partner, as other resources name it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct PartnerReference {
    /// Its short name.
    pub slug: String,
    /// Its name, as the host city writes it.
    pub name: String,
    /// Where the API tells of it.
    #[schema(format = "uri")]
    pub url: String,
}

impl Context {
    /// A register now.
    pub(super) fn new(app: &App, register: Arc<Register>) -> Self {
        let today = app.presenter(&register, Locale::default()).today();
        Self { register, address: app.address().clone(), today }
    }

    /// The register that a visit meets, now.
    pub(super) fn of<P, Q>(visit: &Visit<App, P, Q>) -> Result<Self, PageError> {
        Ok(Self::new(&visit.app, visit.app.register()?))
    }

    /// The partners that have a page: those of whose relationship anything is on record by today.
    pub(super) fn partners(&self) -> impl Iterator<Item = &Partner> {
        self.register.partners().iter().filter(|partner| self.has_page(partner))
    }

    fn has_page(&self, partner: &Partner) -> bool {
        self.register.standing(partner, self.today).is_some()
    }

    /// The partner that a path names, by any of its names.
    pub(super) fn partner(&self, word: &str) -> Result<Called<'_>, PageError> {
        let called = self.register.called(word).filter(|called| {
            let (Called::Slug(partner) | Called::OtherName(partner)) = called;
            self.has_page(partner)
        });
        called.ok_or_else(|| PageError::NotFound(Sought::Partner(word.to_owned())))
    }

    /// The partners that a query asks for: the one that a word calls, or all.
    pub(super) fn asked(&self, word: Option<&str>) -> Result<Vec<&Partner>, PageError> {
        let Some(word) = word else {
            return Ok(self.partners().collect());
        };
        match self.partner(word) {
            Ok(Called::Slug(partner) | Called::OtherName(partner)) => Ok(vec![partner]),
            Err(_) => Err(PageError::bad_argument("partner", word, Wanted::Listed)),
        }
    }

    /// The source with a short name.
    pub(super) fn source(&self, slug: &str) -> Option<&Source> {
        self.register.sources().into_iter().find(|source| source.slug.as_str() == slug)
    }

    /// The source that a query asks for; nothing where it asks for none.
    pub(super) fn asked_source(&self, slug: Option<&str>) -> Result<Option<&Source>, PageError> {
        let found = |slug| self.source(slug).ok_or(PageError::bad_argument("source", slug, Wanted::Listed));
        slug.map(found).transpose()
    }

    /// The claims about a record of a partner, of each fact the preferred one first.
    pub(super) fn claims(&self, subject: Subject, partner: &Slug) -> Vec<Claim> {
        self.register.claims(subject).iter().map(|claim| Claim::new(self, claim, Some(partner))).collect()
    }

    /// A partner's short form.
    pub(super) fn reference(&self, partner: &Partner) -> PartnerReference {
        PartnerReference {
            slug: partner.slug.to_string(),
            name: partner.name.to_string(),
            url: self.url(&["partners", partner.slug.as_str()]),
        }
    }

    /// Where the API tells of something.
    pub(super) fn url(&self, path: &[&str]) -> String {
        Url::api(path, &[]).absolute(&self.address)
    }
}
