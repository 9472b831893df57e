//! A partner as a blade.

use std::collections::HashSet;

use jiff::civil::Date;
use signpost_core::{Committee, Exchange, Partner, PartnerName, Side, Standing, TranslationSubject};

use crate::pages::{BladeView, ForeignName, Link, NextExchange, Reach, Written};
use crate::present::Presenter;
use crate::present::exchange::exchange_page;
use crate::urls::Page;

impl Presenter<'_> {
    /// A partner with its standing on a day; nothing where there was none yet.
    pub fn blade(self, partner: &Partner, on: Date) -> Option<BladeView> {
        let standing = self.register.standing(partner, on)?;
        Some(self.blade_with(partner, standing, on))
    }

    /// A partner with a standing on a day.
    pub(super) fn blade_with(self, partner: &Partner, standing: Standing, on: Date) -> BladeView {
        BladeView {
            url: partner_page(partner).url(self.locale),
            name: self.named(partner),
            reading: self.reading(partner).map(str::to_owned),
            foreign: self.name_beside(partner),
            country: self.country(partner),
            standing: self.standing(partner, standing, on),
            reach: self.register.way_to(partner).map(|way| Reach::new(self.locale, way.metres, way.bearing)),
            committee: host_committee(partner).map(|committee| committee.name.to_string()),
            next_exchange: None,
        }
    }

    /// A blade that names the partner's next exchange.
    pub(super) fn blade_with_next(self, blade: BladeView, next: Option<&Exchange>) -> BladeView {
        let next = next.map(|exchange| NextExchange {
            link: Link::new(self.title(exchange), exchange_page(exchange).url(self.locale)),
            when: self.when_words(&exchange.when),
        });
        BladeView { next_exchange: next, ..blade }
    }

    /// A partner's name in the page's language, else as the host city writes it.
    pub fn name(self, partner: &Partner) -> &str {
        self.own_name(partner).map_or(partner.name.as_str(), |name| name.text.as_str())
    }

    /// The same with its language.
    pub(crate) fn named(self, partner: &Partner) -> Written {
        match self.own_name(partner) {
            Some(name) => name.text.to_string().into(),
            None => self.original(partner.name.as_str()),
        }
    }

    /// How that is read, where its script does not say and the record does.
    fn reading(self, partner: &Partner) -> Option<&str> {
        self.own_name(partner)?.reading.as_ref().map(signpost_core::Line::as_str)
    }

    fn own_name(self, partner: &Partner) -> Option<&PartnerName> {
        partner.name_in(self.locale.language())
    }

    /// The name that stands beside the one shown: the partner's own, else as the host city writes it.
    fn name_beside(self, partner: &Partner) -> Option<ForeignName> {
        let own = partner.preferred_names().find_map(|name| self.foreign(name));
        let names = own.into_iter().chain([self.as_host_writes(partner)]);
        names.into_iter().find(|name| name.text != self.name(partner))
    }

    /// A partner's names in other languages than the page's, its own first, then as the host city writes it.
    pub(super) fn foreign_names(self, partner: &Partner) -> Vec<ForeignName> {
        let mut names: Vec<ForeignName> =
            partner.preferred_names().filter_map(|name| self.foreign(name)).collect();
        names.insert(names.len().min(1), self.as_host_writes(partner));
        let mut seen = HashSet::from([self.name(partner).to_owned()]);
        names.retain(|name| seen.insert(name.text.clone()));
        names
    }

    fn foreign(self, name: &PartnerName) -> Option<ForeignName> {
        let foreign = ForeignName::new(self.locale, name.language.as_ref()?.as_str(), name.text.as_str());
        Some(foreign.read(name.reading.as_ref().map(signpost_core::Line::as_str)))
    }

    fn as_host_writes(self, partner: &Partner) -> ForeignName {
        ForeignName::new(self.locale, self.register.programme().language.as_str(), partner.name.as_str())
    }

    /// The partners in the order of the page's language: by how their names are read, where that is on record.
    pub(super) fn partners_by_name(&self) -> Vec<&Partner> {
        let key = |partner| self.reading(partner).unwrap_or_else(|| self.name(partner));
        let mut partners: Vec<&Partner> = self.register.partners().iter().collect();
        partners.sort_by_cached_key(|partner| self.locale.sort_key(key(partner)));
        partners
    }

    /// What the host calls a partner's country.
    pub(super) fn country_label(self, partner: &Partner) -> Written {
        let of = TranslationSubject::Partner(partner.id);
        self.line(of, "country_label", partner.country_label.as_str())
    }

    /// Region and country, as the host labels it: "Puglia, Italy"; in one language, never in two.
    pub(super) fn country(self, partner: &Partner) -> Written {
        let of = TranslationSubject::Partner(partner.id);
        let country = self.country_label(partner);
        let region = partner.region.as_ref().map(|region| self.line(of, "region", region.as_str()));
        match region {
            Some(region) if region.language.is_none() && country.language.is_none() => {
                let (region, country) = (region.text, country.text);
                let words = self
                    .locale
                    .say_with("region-and-country", [("region", region.into()), ("country", country.into())]);
                words.into()
            }
            Some(region) if region.language == country.language => {
                Written { text: format!("{region}, {country}"), ..country }
            }
            _ => country,
        }
    }
}

/// A partner's page.
pub(super) fn partner_page(partner: &Partner) -> Page {
    Page::Partner { slug: partner.slug.to_string() }
}

fn host_committee(partner: &Partner) -> Option<&Committee> {
    partner.relationship.committees.iter().find(|committee| committee.side == Side::Host)
}
