//! The view of how to take part.

use signpost_core::{Kind, Partner, Rule, Side, Standing, Subject};

use crate::pages::{CityCommittees, FeedLink, Labelled, Link, Prose, SectionView, TakePartView};
use crate::present::blade::partner_page;
use crate::present::{Footnotes, Presenter};
use crate::urls::{ExchangesQuery, Feed, Page, PublicAddress};

impl Presenter<'_> {
    /// Whom to write to for each partner of today, what to subscribe to on the site at an address, and how a friendship
    /// begins.
    pub fn take_part(self, address: &PublicAddress) -> TakePartView {
        let mut footnotes = Footnotes::default();
        let current = self.current_partners();
        let has_committee = |partner: &Partner| !partner.relationship.committees.is_empty();
        let cities = current.iter().filter(|(partner, _)| has_committee(partner));
        let cities = cities.map(|(partner, standing)| self.committees(partner, *standing, &mut footnotes));
        let cities = cities.collect();
        let without = current.iter().filter(|(partner, _)| !has_committee(partner));
        let link = |partner: &Partner| Link::new(self.named(partner), partner_page(partner).url(self.locale));
        let rules =
            self.register.policy().in_force(self.today()).filter(|rule| is_of_friendships(&rule.rule));
        let rules = rules.map(|rule| {
            let (label, value) = self.rule(&rule.rule);
            Labelled {
                label: label.into(),
                value: value.into(),
                sources: footnotes.marks(self, Subject::Policy(rule.id)),
            }
        });
        let rules = rules.collect();
        let (heading, text) = self
            .text("take-part")
            .unwrap_or_else(|| (self.locale.say("menu-take-part").into(), Prose::default()));
        TakePartView {
            heading,
            text,
            host: self.host().to_owned(),
            cities,
            without: without.map(|(partner, _)| link(partner)).collect(),
            calendars: self.calendars(address, &current),
            beginning: self.text("how-it-begins").map(|(title, text)| SectionView {
                id: "how-it-begins",
                title,
                text,
            }),
            rules,
            policy: Page::About.url(self.locale),
            contact: self.contact(),
            sources: footnotes.sources(self),
        }
    }

    /// The partners that are so today, sister cities first.
    fn current_partners(&self) -> Vec<(&Partner, Standing)> {
        let today = self.today();
        let partners = self.partners_by_name().into_iter();
        let standings =
            partners.filter_map(|partner| Some((partner, self.register.standing(partner, today)?)));
        let mut current: Vec<_> = standings.filter(|(_, standing)| standing.state.is_current()).collect();
        current.sort_by_key(|(_, standing)| standing.kind != Kind::Sister);
        current
    }

    /// The calendar of everything, and one of each partner.
    fn calendars(self, address: &PublicAddress, partners: &[(&Partner, Standing)]) -> Vec<FeedLink> {
        let link = |title: String, feed: Feed| FeedLink::new(address, self.locale, title, &feed);
        let everything =
            link(self.locale.say("home-all-exchanges"), Feed::Calendar(ExchangesQuery::default()));
        let of_partner = |(partner, _): &(&Partner, Standing)| {
            let title = self.locale.say_with("exchanges-heading-with", [("city", self.name(partner).into())]);
            link(title, Feed::PartnerCalendar { slug: partner.slug.to_string() })
        };
        [everything].into_iter().chain(partners.iter().map(of_partner)).collect()
    }

    fn committees(self, partner: &Partner, standing: Standing, footnotes: &mut Footnotes) -> CityCommittees {
        let blade = self.blade_with(partner, standing, self.today());
        let mut of = |side: Side| {
            let committees =
                partner.relationship.committees.iter().filter(|committee| committee.side == side);
            committees.map(|committee| self.committee(committee, footnotes)).collect()
        };
        CityCommittees {
            here: of(Side::Host),
            there: of(Side::Partner),
            standing: blade.standing.words,
            foreign: blade.foreign.filter(|foreign| foreign.text != blade.name.text),
            partner: Link::new(blade.name, blade.url),
        }
    }
}

/// Whether a rule matters to whom wants a friendship.
const fn is_of_friendships(rule: &Rule) -> bool {
    matches!(
        rule,
        Rule::FriendshipTerm(_)
            | Rule::FriendshipNeedsSponsor(_)
            | Rule::FriendshipFunding(_)
            | Rule::FriendshipsPerCountry(_)
            | Rule::Moratorium(_)
    )
}
