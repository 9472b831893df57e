//! Samples of the pictures' pages.

use jiff::civil::{Date, date};
use signpost_core::Place;

use super::page::as_of;
use super::{friendships, past_friendships, sisters, site};
use crate::{
    language::Locale,
    pages::*,
    pictures::{LaneFacts, LaneGroup, Look, Map, SignBoard, Signpost, Stretch, Timeline},
    urls::{Page, Picture},
};

pub(crate) fn map_picture(locale: Locale) -> Map {
    let blades = [sisters(locale), friendships(locale), past_friendships(locale)].concat();
    Map::draw(locale, "Cupertino", Place::new(37.323, -122.0322).unwrap(), &blades)
}

fn groups(locale: Locale) -> Vec<DirectionGroup> {
    vec![
        DirectionGroup { heading: "Sister cities".into(), blades: sisters(locale) },
        DirectionGroup { heading: "Friendship cities".into(), blades: friendships(locale) },
    ]
}

fn without_place(locale: Locale) -> Vec<Link> {
    vec![Link::new("Taizhou", Page::Partner { slug: "taizhou".into() }.url(locale))]
}

pub(crate) fn signpost(locale: Locale) -> SignpostPage {
    let page = Page::Signpost { on: None };
    SignpostPage {
        chrome: Chrome::new(&site(), locale, &page, "The signpost"),
        view: SignpostView {
            heading: "The signpost".into(),
            lede: "Where our partner cities are.".into(),
            caption: "Directions and distances from Cupertino".into(),
            as_of: as_of(locale, |on| Page::Signpost { on }),
            signpost: Signpost::draw(locale, "Cupertino", &sisters(locale)),
            selection: Some("The picture has room for 4 boards.".into()),
            groups: groups(locale),
            without_place: without_place(locale),
            reference_point: "Distances are counted from one point: City Hall.".into(),
            boards: Page::SignpostBoards { on: None }.url(locale),
            file: Page::Picture { picture: Picture::Signpost, on: None }.url(locale),
            map: Page::Map { on: None }.url(locale),
        },
    }
}

pub(crate) fn boards(locale: Locale) -> SignpostBoardsPage {
    let page = Page::SignpostBoards { on: None };
    SignpostBoardsPage {
        chrome: Chrome::new(&site(), locale, &page, "Boards for a sign maker"),
        view: SignpostBoardsView {
            heading: "Boards for a sign maker".into(),
            statement: Some("This is what is known today about that day.".into()),
            reference_point: "Distances are counted from one point: City Hall.".into(),
            boards: SignBoard::of(locale, &sisters(locale)),
            signpost: Page::Signpost { on: None }.url(locale),
        },
    }
}

pub(crate) fn map(locale: Locale) -> MapPage {
    let page = Page::Map { on: None };
    MapPage {
        chrome: Chrome::new(&site(), locale, &page, "The map"),
        view: MapView {
            heading: "The map".into(),
            lede: "Every line leaves Cupertino in the true direction.".into(),
            caption: "Directions and distances from Cupertino".into(),
            as_of: as_of(locale, |on| Page::Map { on }),
            map: map_picture(locale),
            groups: groups(locale),
            without_place: without_place(locale),
            reference_point: "Distances are counted from one point: City Hall.".into(),
            file: Page::Picture { picture: Picture::Map, on: None }.url(locale),
            signpost: Page::Signpost { on: None }.url(locale),
        },
    }
}

pub(crate) fn signpost_file(locale: Locale) -> SignpostFile {
    SignpostFile { site: site().address, signpost: Signpost::draw(locale, "Cupertino", &sisters(locale)) }
}

pub(crate) fn map_file(locale: Locale) -> MapFile {
    MapFile { site: site().address, map: map_picture(locale) }
}

pub(crate) fn lane_groups(locale: Locale) -> Vec<LaneGroup> {
    let day = |year: i16| Some(date(year, 1, 1));
    let stretch = |look, first: Option<Date>, end: Option<Date>| Stretch { look, first, end };
    let lane = |slug: &str, name: &str, stretches: Vec<Stretch>| LaneFacts {
        url: Page::Partner { slug: slug.into() }.url(locale),
        name: name.into(),
        label: format!("{name}: Sister city, 1963 – today"),
        stretches,
    };
    let copertino = vec![
        stretch(Look::SisterPossibly, day(1963), day(1964)),
        stretch(Look::Sister, day(1964), None),
        stretch(Look::Dormant, day(1963), day(2013)),
    ];
    let hsinchu = vec![
        stretch(Look::Friendship, day(1998), day(2007)),
        stretch(Look::Renewed, day(2002), day(2002)),
        stretch(Look::Sister, day(2007), None),
    ];
    let taipei = vec![
        stretch(Look::Proposed, day(2015), day(2016)),
        stretch(Look::FriendshipPossibly, None, day(2018)),
        stretch(Look::Listed, day(2020), day(2022)),
    ];
    vec![
        LaneGroup {
            heading: "Taiwan".into(),
            lanes: vec![lane("taipei", "Taipei", taipei), lane("hsinchu", "Hsinchu", hsinchu)],
        },
        LaneGroup { heading: "Italy".into(), lanes: vec![lane("copertino", "Copertino", copertino)] },
    ]
}

fn timeline_picture(locale: Locale) -> Timeline {
    let today = date(2026, 11, 23);
    Timeline::draw(locale, "Timeline".into(), &lane_groups(locale), today, (today, "Today"))
}

pub(crate) fn timeline(locale: Locale) -> TimelinePage {
    let page = Page::Timeline { on: None };
    let entry = TimelineEntry {
        partner: Link::new("Copertino", Page::Partner { slug: "copertino".into() }.url(locale)),
        standing: Some("Sister city".into()),
        rows: vec![TimelineRow { what: "Sister city".into(), dates: "1963 – today".into() }],
    };
    TimelinePage {
        chrome: Chrome::new(&site(), locale, &page, "Timeline"),
        view: TimelineView {
            heading: "Timeline".into(),
            as_of: as_of(locale, |on| Page::Timeline { on }),
            timeline: timeline_picture(locale),
            day: "Today".into(),
            groups: vec![TimelineGroup {
                heading: "Italy".into(),
                entries: vec![TimelineEntry { standing: None, ..entry.clone() }, entry],
            }],
            file: Page::Picture { picture: Picture::Timeline, on: None }.url(locale),
        },
    }
}

pub(crate) fn timeline_file(locale: Locale) -> TimelineFile {
    TimelineFile { site: site().address, timeline: timeline_picture(locale) }
}
