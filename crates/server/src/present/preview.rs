//! What the previews of pages say.

use signpost_core::{Exchange, Partner};

use crate::pages::{BladeView, Side, Tone};
use crate::pictures::PreviewWords;
use crate::present::Presenter;

impl Presenter<'_> {
    /// The preview of a page that is about no partner and no exchange.
    pub fn site_preview(self) -> PreviewWords {
        let heading = self.text("home").map(|(title, _)| title.to_string());
        PreviewWords {
            heading: heading.unwrap_or_else(|| self.site_name()),
            below: Vec::new(),
            site: self.site_name(),
            tone: Tone::Sister,
            side: Side::East,
        }
    }

    /// The preview of a partner's page; nothing where nothing is on record of a relationship.
    pub fn partner_preview(self, partner: &Partner) -> Option<PreviewWords> {
        let blade = self.blade(partner, self.today())?;
        let (standing, side) = (&blade.standing, blade.side());
        let reach = blade.reach.as_ref().map(|reach| format!("{} · {}", reach.miles, reach.direction));
        let place = [Some(blade.country.to_string()), reach].into_iter().flatten().collect::<Vec<_>>();
        Some(PreviewWords {
            below: vec![self.locale.phrase(&[standing.words.as_str(), &standing.dates]), place.join(" · ")],
            site: self.site_name(),
            tone: standing.tone,
            side,
            heading: blade.name.text,
        })
    }

    /// The preview of an exchange's page.
    pub fn exchange_preview(self, exchange: &Exchange) -> PreviewWords {
        let card = self.card(exchange);
        let first = exchange.partners.first().and_then(|id| self.register.partner(*id));
        let blade = first.and_then(|partner| self.blade(partner, self.today()));
        let status = card.status.map(|status| status.words);
        PreviewWords {
            heading: card.title.to_string(),
            below: vec![
                [status, Some(card.when.words)].into_iter().flatten().collect::<Vec<_>>().join(" · "),
                card.kind,
            ],
            site: self.site_name(),
            tone: blade.as_ref().map_or(Tone::Sister, |blade| blade.standing.tone),
            side: blade.as_ref().map_or(Side::East, BladeView::side),
        }
    }

    fn site_name(self) -> String {
        self.locale.say_with("site-name", [("host", self.host().into())])
    }
}
