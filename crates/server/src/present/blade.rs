//! A partner as a blade.

use jiff::civil::Date;
use signpost_core::{Committee, Exchange, Partner, Side, Standing};

use crate::pages::{BladeView, ForeignName, Link, Reach};
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
            name: self.name(partner).to_owned(),
            foreign: self.foreign_names(partner).into_iter().next(),
            country: self.country(partner),
            standing: self.standing(partner, standing, on),
            reach: self.register.way_to(partner).map(|way| Reach::new(self.locale, way.metres, way.bearing)),
            committee: host_committee(partner).map(|committee| committee.name.to_string()),
            next_exchange: None,
        }
    }

    /// A blade that names the partner's next exchange.
    pub(super) fn blade_with_next(self, blade: BladeView, next: Option<&Exchange>) -> BladeView {
        let link = next.map(|exchange| {
            let words = self.locale.say_with(
                "blade-next-exchange",
                [("title", exchange.title.as_str().into()), ("when", self.when_words(&exchange.when).into())],
            );
            Link::new(words, exchange_page(exchange).url(self.locale))
        });
        BladeView { next_exchange: link, ..blade }
    }

    /// A partner's name in the page's language, else as the host city writes it.
    pub(super) fn name(self, partner: &Partner) -> &str {
        let translated = self.language().and_then(|language| partner.name_in(&language));
        translated.map_or(partner.name.as_str(), |name| name.text.as_str())
    }

    /// A partner's names in other languages than the page's, its own first.
    pub(super) fn foreign_names(self, partner: &Partner) -> Vec<ForeignName> {
        let shown = self.name(partner);
        let others = partner.preferred_names().filter(|name| name.text.as_str() != shown);
        others
            .filter_map(|name| {
                let language = name.language.as_ref()?;
                Some(ForeignName::new(self.locale, language.as_str(), name.text.as_str()))
            })
            .collect()
    }

    /// Region and country, as the host labels it: "Puglia, Italy".
    pub(super) fn country(self, partner: &Partner) -> String {
        match &partner.region {
            None => partner.country_label.to_string(),
            Some(region) => self.locale.say_with(
                "region-and-country",
                [("region", region.as_str().into()), ("country", partner.country_label.as_str().into())],
            ),
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
