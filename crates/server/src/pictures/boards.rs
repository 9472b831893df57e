//! The boards of the signpost one by one, at the size of a sheet, for a sign maker.

use super::lettering::{Lettering, length};
use super::outline::Outline;
use super::signpost::by_bearing;
use crate::{
    language::Locale,
    pages::{BladeView, ForeignName, Side, Tone},
};

const WIDTH: f64 = 960.0;
const HEIGHT: f64 = 176.0;
const MARGIN: f64 = 4.0;
const POINT: f64 = 96.0;
const NAME_SIZE: f64 = 64.0;
/// The room that distance and degrees take from the name's line.
const BESIDE_NAME: f64 = 210.0;

/// A board by itself: what is on it, and how it hangs.
#[derive(Clone, Debug)]
pub struct SignBoard {
    /// The board in words.
    pub label: String,
    /// How it looks.
    pub tone: Tone,
    /// Its outline, in a picture of 960 by 176.
    pub points: String,
    /// The partner's name.
    pub name: Lettering,
    /// The line below: the name in the partner's script, where it is another.
    pub foreign: Option<ForeignName>,
    /// The line below where there is no other name: the country.
    pub below: Lettering,
    /// The arrow and the bearing: "304° →".
    pub bearing: Lettering,
    /// The distance in miles.
    pub miles: Lettering,
    /// How it hangs, in a sentence.
    pub hanging: String,
    /// Distance and bearing, exactly: "8,571.4 km, 304.1° clockwise from true north".
    pub measure: String,
}

impl SignBoard {
    /// The boards of the partners whose place is on record, in the order of their bearings.
    pub fn of(locale: Locale, blades: &[BladeView]) -> Vec<Self> {
        let mut placed: Vec<&BladeView> = blades.iter().filter(|blade| blade.reach.is_some()).collect();
        placed.sort_by(|one, other| by_bearing(one, other));
        placed.into_iter().filter_map(|blade| Self::draw(locale, blade)).collect()
    }

    fn draw(locale: Locale, blade: &BladeView) -> Option<Self> {
        let reach = blade.reach.as_ref()?;
        let (blunt, tip) = match reach.side() {
            Side::East => (MARGIN, WIDTH - MARGIN),
            Side::West => (WIDTH - MARGIN, MARGIN),
        };
        let outline = Outline { blunt, tip, top: MARGIN, height: HEIGHT - 2.0 * MARGIN, point: POINT };
        let (start, end) = outline.writing();
        let room = end - start - BESIDE_NAME;
        let at = |x: f64, y: f64, words: String| Lettering { x, y, words, length: None };
        let bearing = match reach.side() {
            Side::East => format!("{} →", reach.degrees),
            Side::West => format!("← {}", reach.degrees),
        };
        let hanging = match reach.side() {
            Side::East => locale.say("boards-hangs-right"),
            Side::West => locale.say("boards-hangs-left"),
        };
        Some(Self {
            label: locale.phrase(&[blade.name.as_str(), &reach.miles, &reach.direction]),
            tone: blade.standing.tone,
            points: outline.points(0.0),
            name: Lettering {
                length: (length(&blade.name, NAME_SIZE) > room).then_some(room),
                ..at(start, 88.0, blade.name.to_string())
            },
            foreign: blade.foreign.clone().filter(|foreign| foreign.text != blade.name.text),
            below: at(start, 140.0, blade.country.to_string()),
            bearing: at(end, 140.0, bearing),
            miles: at(end, 84.0, reach.miles.clone()),
            hanging,
            measure: locale.say_with(
                "boards-measure",
                [
                    ("miles", reach.miles.as_str().into()),
                    ("kilometres", reach.kilometres.as_str().into()),
                    ("degrees", locale.decimal(reach.bearing).into()),
                ],
            ),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::samples;

    #[test]
    fn a_board_says_where_it_points_and_how_far() {
        let boards = SignBoard::of(Locale::default(), &samples::sisters(Locale::default()));
        let words: Vec<_> = boards
            .iter()
            .map(|board| {
                (board.name.words.as_str(), board.bearing.words.as_str(), board.miles.words.as_str())
            })
            .collect();
        assert_eq!(
            words,
            [
                ("Copertino", "27° →", "6,510 mi"),
                ("Toyokawa", "← 305°", "5,314 mi"),
                ("Hsinchu", "← 306°", "6,509 mi"),
                ("Bhubaneswar", "← 336°", "8,064 mi"),
            ]
        );
        assert_eq!(boards[1].measure, "5,314 mi (8,552 km), 304.6° clockwise from true north");
    }

    #[test]
    fn partners_without_a_place_have_no_board() {
        let mut blades = samples::sisters(Locale::default());
        blades[0].reach = None;
        assert_eq!(SignBoard::of(Locale::default(), &blades).len(), 3);
    }
}
