//! The front page's view.

use signpost_core::{Exchange, ImageSubject, Kind, Standing, State, Status};

use crate::pages::{BladeView, HomeView};
use crate::pictures::Signpost;
use crate::present::Presenter;
use crate::present::directions::nearest;
use crate::urls::{ExchangesQuery, Page};

/// How many boards of the signpost the front page has room for.
const MOST_BOARDS: usize = 8;

impl Presenter<'_> {
    /// The front page: with the first few of the exchanges to come, and the next one of each sister city.
    pub fn home(self, upcoming: &[Exchange], shown: usize) -> HomeView {
        let today = self.today();
        let mut sisters = Vec::new();
        let mut friendships: Vec<(Standing, BladeView)> = Vec::new();
        for partner in self.partners_by_name() {
            let Some(standing) = self.register.standing(partner, today) else { continue };
            let blade = self.blade_with(partner, standing, today);
            let next = upcoming.iter().find(|exchange| {
                exchange.status != Status::Cancelled && exchange.partners.contains(&partner.id)
            });
            match standing.kind {
                Kind::Sister => sisters.push(self.blade_with_next(blade, next)),
                Kind::Friendship => friendships.push((standing, blade)),
            }
        }
        friendships.sort_by_key(|(standing, _)| standing.state);
        let holds = |standing: &Standing| matches!(standing.state, State::Active | State::Expiring);
        let (current, past): (Vec<_>, Vec<_>) =
            friendships.into_iter().partition(|(standing, _)| holds(standing));
        let blades =
            |group: Vec<(Standing, BladeView)>| group.into_iter().map(|(_, blade)| blade).collect::<Vec<_>>();
        let host = self.host();
        let (current, past) = (blades(current), blades(past));
        let mapped = [sisters.as_slice(), &current].concat();
        let heading = self.text("home").map(|(title, _)| title);
        HomeView {
            heading: heading
                .unwrap_or_else(|| self.locale.say_with("site-name", [("host", host.into())]).into()),
            introduction: self.prose("home"),
            signpost: Signpost::draw(self.locale, host, &nearest(&sisters, MOST_BOARDS)),
            courtyard: self.prose("courtyard"),
            photos: self.photos(self.register.images(ImageSubject::Home(self.register.programme().id))),
            upcoming: upcoming.iter().take(shown).map(|exchange| self.card(exchange)).collect(),
            all_exchanges: Page::Exchanges(ExchangesQuery::default()).url(self.locale),
            sister_definition: self.prose("sister"),
            sisters,
            friendship_definition: self.prose("friendship"),
            past_summary: self.locale.say_with("home-past-friendships", [("count", past.len().into())]),
            friendships: current,
            past_friendships: past,
            map_words: self.locale.say_with("home-map-words", [("host", host.into())]),
            map: self.map_of(&mapped),
            map_page: Page::Map { on: None }.url(self.locale),
            signpost_page: Page::Signpost { on: None }.url(self.locale),
            all_partners: Page::Partners { on: None }.url(self.locale),
            contact: self.contact(),
        }
    }
}
