//! Where the partners are: the signpost, the map, and the table that both share.

use jiff::civil::Date;
use signpost_core::{Kind, Standing, State};

use crate::pages::{BladeView, DirectionGroup, Link, MapView, SignpostBoardsView, SignpostView};
use crate::pictures::{Map, SignBoard, Signpost};
use crate::present::Presenter;
use crate::urls::{Page, Picture};

/// How many boards the picture of the signpost has room for.
const MOST_BOARDS: usize = 16;

/// The partners of a day: with what each relationship was, and where each is.
struct Placed {
    sisters: Vec<BladeView>,
    friendships: Vec<BladeView>,
    others: Vec<BladeView>,
}

impl Placed {
    /// Those whose relationship is current, sister cities first.
    fn current(&self) -> Vec<BladeView> {
        [self.sisters.as_slice(), &self.friendships].concat()
    }

    /// All of them, sister cities first, then friendship cities.
    fn all(&self) -> Vec<BladeView> {
        [self.sisters.as_slice(), &self.friendships, &self.others].concat()
    }

    /// Those whose place is not on record.
    fn without_place(&self) -> Vec<Link> {
        let blades = self.all().into_iter().filter(|blade| blade.reach.is_none());
        blades.map(|blade| Link::new(blade.name, blade.url)).collect()
    }
}

impl Presenter<'_> {
    /// The signpost's page, today or as of a day.
    pub fn signpost(self, on: Option<Date>) -> SignpostView {
        let placed = self.placed(on.unwrap_or_else(|| self.today()));
        let (boards, all) = (boards(&placed), placed.current().len());
        SignpostView {
            heading: self.heading_on(self.locale.say("signpost-heading"), on),
            lede: self.locale.say_with("signpost-lede", [("host", self.host().into())]),
            caption: self.directions_caption(),
            as_of: self.as_of(|on| Page::Signpost { on }, on),
            selection: (boards.len() < all).then(|| {
                let shown = self.locale.number(count(boards.len()));
                self.locale.say_with("signpost-selection", [("shown", shown.into())])
            }),
            signpost: Signpost::draw(self.locale, self.host(), &boards),
            groups: self.direction_groups(&placed),
            without_place: placed.without_place(),
            reference_point: self.reference_point(),
            boards: Page::SignpostBoards { on }.url(self.locale),
            file: Page::Picture { picture: Picture::Signpost, on }.url(self.locale),
            map: Page::Map { on }.url(self.locale),
        }
    }

    /// The boards for a sign maker: of all partners whose relationship is current on the day.
    pub fn signpost_boards(self, on: Option<Date>) -> SignpostBoardsView {
        let placed = self.placed(on.unwrap_or_else(|| self.today()));
        SignpostBoardsView {
            heading: self.heading_on(self.locale.say("boards-heading"), on),
            statement: self.as_of(|on| Page::SignpostBoards { on }, on).statement,
            reference_point: self.reference_point(),
            boards: SignBoard::of(self.locale, &placed.current()),
            signpost: Page::Signpost { on }.url(self.locale),
        }
    }

    /// The map's page, today or as of a day.
    pub fn map(self, on: Option<Date>) -> MapView {
        let placed = self.placed(on.unwrap_or_else(|| self.today()));
        MapView {
            heading: self.heading_on(self.locale.say("map-heading"), on),
            lede: self.locale.say_with("map-lede", [("host", self.host().into())]),
            caption: self.directions_caption(),
            as_of: self.as_of(|on| Page::Map { on }, on),
            map: self.map_of(&placed.all()),
            groups: self.direction_groups(&placed),
            without_place: placed.without_place(),
            reference_point: self.reference_point(),
            file: Page::Picture { picture: Picture::Map, on }.url(self.locale),
            signpost: Page::Signpost { on }.url(self.locale),
        }
    }

    /// The map by itself, as of a day.
    pub fn map_picture(self, day: Date) -> Map {
        self.map_of(&self.placed(day).all())
    }

    /// The map of some partners, the first ones labelled first.
    pub(super) fn map_of(self, blades: &[BladeView]) -> Map {
        Map::draw(self.locale, self.host(), self.register.programme().place, blades)
    }

    fn placed(self, day: Date) -> Placed {
        let (mut sisters, mut friendships, mut others) = (Vec::new(), Vec::new(), Vec::new());
        for partner in self.register.partners() {
            let Some(standing) = self.register.standing(partner, day) else { continue };
            let blade = self.blade_with(partner, standing, day);
            match standing {
                Standing { kind: Kind::Sister, state, .. } if state.is_current() => sisters.push(blade),
                Standing { state: State::Active | State::Expiring, .. } => friendships.push(blade),
                _ => others.push(blade),
            }
        }
        Placed { sisters, friendships, others }
    }

    fn direction_groups(self, placed: &Placed) -> Vec<DirectionGroup> {
        let group = |heading: String, blades: &[BladeView]| {
            let mut blades: Vec<BladeView> =
                blades.iter().filter(|blade| blade.reach.is_some()).cloned().collect();
            blades.sort_by(|one, other| bearing(one).total_cmp(&bearing(other)));
            (!blades.is_empty()).then_some(DirectionGroup { heading, blades })
        };
        let groups = [
            group(self.locale.say("sister-cities"), &placed.sisters),
            group(self.locale.say("friendship-cities"), &placed.friendships),
            group(self.locale.say("directions-others"), &placed.others),
        ];
        groups.into_iter().flatten().collect()
    }

    fn directions_caption(self) -> String {
        self.locale.say_with("signpost-table-caption", [("host", self.host().into())])
    }

    fn reference_point(self) -> String {
        let point = self.register.programme().reference_point.as_str();
        self.locale.say_with("about-reference-point", [("point", point.into())])
    }
}

/// The boards that the picture shows: all, else the sister cities, else the nearest of them.
fn boards(placed: &Placed) -> Vec<BladeView> {
    let current = placed.current();
    if current.len() <= MOST_BOARDS {
        return current;
    }
    nearest(&placed.sisters, MOST_BOARDS)
}

/// The nearest of some partners.
pub(super) fn nearest(blades: &[BladeView], most: usize) -> Vec<BladeView> {
    let metres = |blade: &BladeView| blade.reach.as_ref().map_or(f64::MAX, |reach| reach.metres);
    let mut nearest = blades.to_vec();
    nearest.sort_by(|one, other| metres(one).total_cmp(&metres(other)));
    nearest.truncate(most);
    nearest
}

fn bearing(blade: &BladeView) -> f64 {
    blade.reach.as_ref().map_or(0.0, |reach| reach.bearing)
}

/// A count as numbers are told.
fn count(things: usize) -> i64 {
    i64::try_from(things).unwrap_or(i64::MAX)
}
