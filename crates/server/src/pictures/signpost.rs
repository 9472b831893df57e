//! The signpost: a board for each partner, pointing to the side where the partner lies.
//!
//! It is seen facing north, so bearings from 0° to 180° point right. The boards hang in the order
//! of their bearings. There are two drawings, for wide and for narrow screens; the style shows one.

use std::cmp::Ordering;

use super::lettering::{Lettering, length};
use super::outline::Outline;
use crate::{
    language::Locale,
    pages::{BladeView, ForeignName, Side, Tone},
    urls::Url,
};

/// The measures of a drawing, in its own units: about a pixel where it is shown.
struct Layout {
    class: &'static str,
    width: f64,
    /// How far a board's blunt end reaches beyond the middle of the post.
    overlap: f64,
    board_height: f64,
    gap: f64,
    /// The length of the pointed end.
    point: f64,
    name_size: f64,
    /// Where the lines of writing stand, from the board's top.
    name_line: f64,
    below_line: f64,
    distance_line: f64,
    /// Whether the distance stands beside the name, or at the lower line's end.
    distance_beside_name: bool,
}

const WIDE: Layout = Layout {
    class: "wide",
    width: 640.0,
    overlap: 62.0,
    board_height: 72.0,
    gap: 17.0,
    point: 40.0,
    name_size: 28.0,
    name_line: 34.0,
    below_line: 56.0,
    distance_line: 43.0,
    distance_beside_name: true,
};

const NARROW: Layout = Layout {
    class: "narrow",
    width: 360.0,
    overlap: 116.0,
    board_height: 76.0,
    gap: 13.0,
    point: 32.0,
    name_size: 28.0,
    name_line: 34.0,
    below_line: 60.0,
    distance_line: 60.0,
    distance_beside_name: false,
};

/// The size of the distance's letters.
const DISTANCE_SIZE: f64 = 17.0;
const TOP: f64 = 54.0;
const BELOW_BOARDS: f64 = 54.0;
const POST_WIDTH: f64 = 18.0;
const MARGIN: f64 = 3.0;
/// How far the engraved line runs inside a board's edge.
pub(super) const ENGRAVED: f64 = 5.0;

/// The signpost, drawn twice.
#[derive(Clone, Debug)]
pub struct Signpost {
    /// What the picture is, in words.
    pub label: String,
    /// How to read it, in words.
    pub caption: String,
    /// The drawings for wide and narrow screens.
    pub drawings: [Drawing; 2],
}

/// One drawing: positions in its own units, ready to be written as SVG.
#[derive(Clone, Debug)]
pub struct Drawing {
    /// `wide` or `narrow`.
    pub class: &'static str,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// The middle of the post.
    pub middle: f64,
    /// The left edge of the post.
    pub post: f64,
    /// Where the ground is.
    pub ground: f64,
    /// The boards, from the top.
    pub boards: Vec<Board>,
    /// The outline of the board that is still free.
    pub free_points: String,
    /// Where its words are.
    pub free_words: Lettering,
}

/// A board with its writing.
#[derive(Clone, Debug)]
pub struct Board {
    /// The partner's page.
    pub url: Url,
    /// The board in words: what it says, the direction and the country.
    pub label: String,
    /// How it looks.
    pub tone: Tone,
    /// Its outline.
    pub points: String,
    /// The line engraved inside the outline.
    pub engraved: String,
    /// The partner's name.
    pub name: Lettering,
    /// The name in the partner's script.
    pub foreign: Option<ForeignName>,
    /// Where the lower line stands; its words are the name in the partner's script and the country.
    pub below: Lettering,
    /// The distance.
    pub distance: Option<Lettering>,
}

impl Signpost {
    /// Draws the partners whose place is on record, in the order of their bearings.
    pub fn draw(locale: Locale, host: &str, blades: &[BladeView]) -> Self {
        let mut placed: Vec<&BladeView> = blades.iter().filter(|blade| blade.reach.is_some()).collect();
        placed.sort_by(|one, other| by_bearing(one, other));
        Self {
            label: locale.say_with("signpost-label", [("host", host.into())]),
            caption: locale.say_with("signpost-caption", [("host", host.into())]),
            drawings: [&WIDE, &NARROW].map(|layout| layout.draw(locale, &placed)),
        }
    }

    /// The drawing for wide screens.
    pub fn wide(&self) -> &Drawing {
        let [wide, _] = &self.drawings;
        wide
    }
}

pub(super) fn by_bearing(one: &BladeView, other: &BladeView) -> Ordering {
    let bearing = |blade: &BladeView| blade.reach.as_ref().map_or(0.0, |reach| reach.bearing);
    bearing(one).total_cmp(&bearing(other)).then_with(|| one.name.text.cmp(&other.name.text))
}

impl Layout {
    fn draw(&self, locale: Locale, blades: &[&BladeView]) -> Drawing {
        let middle = self.width / 2.0;
        let mut top = TOP;
        let mut boards = Vec::new();
        for blade in blades {
            boards.push(self.board(locale, blade, top));
            top += self.board_height + self.gap;
        }
        let free_outline =
            Outline { blunt: middle - 46.0, tip: middle + 134.0, top, height: 48.0, point: 24.0 };
        let ground = top + free_outline.height + BELOW_BOARDS;
        Drawing {
            class: self.class,
            width: self.width,
            height: ground + 14.0,
            middle,
            post: middle - POST_WIDTH / 2.0,
            ground,
            boards,
            free_points: free_outline.points(0.0),
            free_words: Lettering {
                x: middle + 36.0,
                y: top + 29.0,
                words: locale.say("signpost-free"),
                length: None,
            },
        }
    }

    fn board(&self, locale: Locale, blade: &BladeView, top: f64) -> Board {
        let middle = self.width / 2.0;
        let outline = match blade.side() {
            Side::East => Outline {
                blunt: middle - self.overlap,
                tip: self.width - MARGIN,
                top,
                height: self.board_height,
                point: self.point,
            },
            Side::West => Outline {
                blunt: middle + self.overlap,
                tip: MARGIN,
                top,
                height: self.board_height,
                point: self.point,
            },
        };
        let (start, end) = outline.writing();
        let foreign = blade.foreign.clone().filter(|foreign| foreign.text != blade.name.text);
        let beside = blade.reach.as_ref().filter(|_| self.distance_beside_name);
        let beside = beside.map_or(0.0, |reach| length(&reach.miles, DISTANCE_SIZE) + DISTANCE_SIZE);
        let room = end - start - beside;
        Board {
            url: blade.url.clone(),
            label: label(locale, blade, foreign.as_ref()),
            tone: blade.standing.tone,
            points: outline.points(0.0),
            engraved: outline.points(ENGRAVED),
            name: Lettering {
                x: start,
                y: top + self.name_line,
                length: (length(&blade.name, self.name_size) > room).then_some(room),
                words: blade.name.to_string(),
            },
            foreign,
            below: Lettering {
                x: start,
                y: top + self.below_line,
                words: blade.country.to_string(),
                length: None,
            },
            distance: blade.reach.as_ref().map(|reach| Lettering {
                x: end,
                y: top + self.distance_line,
                words: reach.miles.clone(),
                length: None,
            }),
        }
    }
}

/// What the board says, in its order, then what it has no room to spell out: the direction, and the country where the
/// name in the partner's script stands in its place.
fn label(locale: Locale, blade: &BladeView, foreign: Option<&ForeignName>) -> String {
    let below = foreign.map_or(&blade.country.text, |foreign| &foreign.text);
    let mut parts = vec![blade.name.to_string(), below.clone()];
    if let Some(reach) = &blade.reach {
        parts.extend([reach.miles.clone(), reach.compass.clone()]);
    }
    parts.extend(foreign.map(|_| blade.country.to_string()));
    locale.phrase(&parts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::samples;

    #[test]
    fn boards_hang_in_the_order_of_their_bearings() {
        let signpost = Signpost::draw(Locale::default(), "Cupertino", &samples::sisters(Locale::default()));
        for drawing in &signpost.drawings {
            let names: Vec<_> = drawing.boards.iter().map(|board| board.name.words.as_str()).collect();
            assert_eq!(names, ["Copertino", "Toyokawa", "Hsinchu", "Bhubaneswar"]);
        }
    }

    #[test]
    fn boards_point_to_their_side() {
        let signpost = Signpost::draw(Locale::default(), "Cupertino", &samples::sisters(Locale::default()));
        for drawing in &signpost.drawings {
            for board in &drawing.boards {
                let tip: f64 = board.points.split(',').next().unwrap().parse().unwrap();
                let east = board.name.words == "Copertino";
                assert_eq!(tip > drawing.middle, east, "{} in {}", board.name.words, drawing.class);
                assert!((0.0..=drawing.width).contains(&tip));
            }
        }
    }

    #[test]
    fn long_names_are_drawn_together() {
        let mut blades = samples::sisters(Locale::default());
        blades[0].name = "Llanfairpwllgwyngyllgogerychwyrndrobwll".into();
        let signpost = Signpost::draw(Locale::default(), "Cupertino", &blades);
        for drawing in &signpost.drawings {
            let long = drawing.boards.iter().find(|board| board.name.words.starts_with("Llan")).unwrap();
            assert!(long.name.length.unwrap() < drawing.width);
        }
    }

    #[test]
    fn partners_without_a_place_are_left_out() {
        let mut blades = samples::sisters(Locale::default());
        blades[0].reach = None;
        let signpost = Signpost::draw(Locale::default(), "Cupertino", &blades);
        assert_eq!(signpost.drawings[0].boards.len(), 3);
    }
}
