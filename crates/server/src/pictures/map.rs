//! The map: azimuthal equidistant, the host city in the middle, north above.
//!
//! Each partner stands at its true distance in its true direction, and the shortest way to it is a straight line.

use std::sync::Arc;

use signpost_core::Place;

use super::labels::{Area, Label, Placing};
use super::land::land;
use crate::{
    language::Locale,
    pages::{BladeView, Tone},
    urls::Url,
};

/// From the middle of the map to its rim, which is the farthest point of the earth.
const RADIUS: f64 = 500.0;
/// Half the width of the picture.
const HALF: f64 = 524.0;
/// The metres that the radius stands for: half the circumference of the sphere of the earth's mean radius.
const METRES: f64 = 20_015_087.0;
const METRES_IN_A_MILE: f64 = 1609.344;
/// The rings, in miles from the host city.
const RINGS: [f64; 4] = [2500.0, 5000.0, 7500.0, 10_000.0];
/// The size of letters where the map is wide and where it is narrow; and how far from its point, in letters, the
/// name of a partner may stand that is not current.
const LETTERS: [(f64, f64); 2] = [(20.0, 3.4), (36.0, 0.0)];
/// The same of a current one.
const FARTHEST: f64 = 6.0;
/// The radius of a partner's dot.
const DOT: f64 = 6.5;

/// The map of the partners, with its labels placed twice: for wide and for narrow pictures.
#[derive(Clone, Debug)]
pub struct Map {
    /// What the picture is, in words.
    pub label: String,
    /// How to read it, in words.
    pub caption: String,
    /// The host city's name, for its own dot.
    pub host: String,
    /// Half its width and height: its middle is 0, 0.
    pub half: f64,
    /// From the middle to the rim.
    pub radius: f64,
    /// The land, as the data of an SVG path.
    pub land: Arc<str>,
    /// The rings of distance, the nearest first.
    pub rings: Vec<Ring>,
    /// The partners, those behind first.
    pub spots: Vec<Spot>,
}

/// A ring of distance.
#[derive(Clone, Debug)]
pub struct Ring {
    /// Its radius.
    pub radius: f64,
    /// From the middle of the map to the right: the middle of its words.
    pub x: f64,
    /// Downwards: the line its words stand on.
    pub y: f64,
    /// Its distance, with the unit: "2,500 mi".
    pub words: String,
}

/// A partner on the map.
#[derive(Clone, Debug)]
pub struct Spot {
    /// The partner's page.
    pub url: Url,
    /// The partner in words: name, country, distance and direction.
    pub label: String,
    /// How it looks.
    pub tone: Tone,
    /// From the middle to the right.
    pub x: f64,
    /// From the middle downwards.
    pub y: f64,
    /// Its name on a wide map, where there is room.
    pub wide: Option<Label>,
    /// Its name on a narrow map, where there is room.
    pub narrow: Option<Label>,
}

impl Map {
    /// Draws the partners whose place is on record, as seen from the host city.
    ///
    /// Labels are placed in the order of the partners: who comes first finds room first.
    pub fn draw(locale: Locale, host: &str, from: Place, blades: &[BladeView]) -> Self {
        let mut spots: Vec<Spot> = blades.iter().filter_map(|blade| Spot::of(locale, blade)).collect();
        let rings = rings(locale, &spots);
        for ((letters, nearby), label) in LETTERS.into_iter().zip([Spot::set_wide, Spot::set_narrow]) {
            let dots = spots.iter().map(|spot| Area::around(spot.x, spot.y, DOT + 1.0));
            let middle = Area::around(0.0, 0.0, 2.0 * DOT);
            let words = rings.iter().map(|ring| Area::around(ring.x, ring.y - 6.0, 1.7 * letters));
            let mut placing = Placing::new(letters, HALF, dots.chain([middle]).chain(words).collect());
            for (spot, blade) in spots.iter_mut().zip(blades.iter().filter(|blade| blade.reach.is_some())) {
                let farthest = if spot.tone == Tone::Past { nearby } else { FARTHEST };
                label(spot, placing.place((spot.x, spot.y), &blade.name, farthest));
            }
        }
        // Who comes first lies on top.
        spots.reverse();
        Self {
            label: locale.say_with("map-label", [("host", host.into())]),
            caption: locale.say_with("map-caption", [("host", host.into())]),
            host: host.to_owned(),
            half: HALF,
            radius: RADIUS,
            land: land(from, RADIUS),
            rings,
            spots,
        }
    }
}

impl Spot {
    fn of(locale: Locale, blade: &BladeView) -> Option<Self> {
        let reach = blade.reach.as_ref()?;
        let (sine, cosine) = reach.bearing.to_radians().sin_cos();
        let distance = (reach.metres / METRES).min(1.0) * RADIUS;
        Some(Self {
            url: blade.url.clone(),
            label: locale.phrase(&[blade.name.as_str(), &blade.country, &reach.miles, &reach.direction]),
            tone: blade.standing.tone,
            x: rounded(sine * distance),
            y: rounded(-cosine * distance),
            wide: None,
            narrow: None,
        })
    }

    fn set_wide(&mut self, label: Option<Label>) {
        self.wide = label;
    }

    fn set_narrow(&mut self, label: Option<Label>) {
        self.narrow = label;
    }
}

/// To a tenth of a unit: more cannot be seen.
fn rounded(number: f64) -> f64 {
    (number * 10.0).round() / 10.0
}

/// The rings, with their words on the side where the fewest ways pass.
fn rings(locale: Locale, spots: &[Spot]) -> Vec<Ring> {
    let ways: Vec<f64> = spots.iter().map(|spot| spot.x.atan2(-spot.y).to_degrees()).collect();
    let clear = |degrees: &f64| {
        let angles = ways.iter().map(|way| {
            let turn = (way - degrees).rem_euclid(360.0);
            turn.min(360.0 - turn)
        });
        angles.fold(180.0, f64::min)
    };
    let angles = (0..16).map(|sixteenth| f64::from(sixteenth) * 22.5);
    let angle = angles.max_by(|one, other| clear(one).total_cmp(&clear(other))).unwrap_or(180.0);
    let (sine, cosine) = angle.to_radians().sin_cos();
    RINGS
        .into_iter()
        .map(|miles| {
            let radius = rounded(miles * METRES_IN_A_MILE / METRES * RADIUS);
            Ring {
                radius,
                x: rounded(sine * radius),
                y: rounded(-cosine * radius),
                words: locale.miles(miles),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::samples;

    fn drawn(blades: &[BladeView]) -> Map {
        let host = Place::new(37.323, -122.0322).unwrap();
        Map::draw(Locale::default(), "Cupertino", host, blades)
    }

    #[test]
    fn a_partner_stands_at_its_distance_in_its_direction() {
        let map = drawn(&samples::sisters(Locale::default()));
        assert_eq!(map.spots.len(), 4);
        for (spot, blade) in map.spots.iter().rev().zip(samples::sisters(Locale::default())) {
            let reach = blade.reach.unwrap();
            let bearing = spot.x.atan2(-spot.y).to_degrees().rem_euclid(360.0);
            assert!((bearing - reach.bearing).abs() < 0.1, "{}", spot.label);
            assert!(
                (spot.x.hypot(spot.y) / RADIUS * METRES - reach.metres).abs() < 10_000.0,
                "{}",
                spot.label
            );
        }
    }

    #[test]
    fn sister_cities_have_their_names_on_every_map() {
        let all = [
            samples::sisters(Locale::default()),
            samples::friendships(Locale::default()),
            samples::past_friendships(Locale::default()),
        ]
        .concat();
        let map = drawn(&all);
        for spot in map.spots.iter().filter(|spot| spot.tone == Tone::Sister) {
            assert!(spot.wide.is_some() && spot.narrow.is_some(), "{}", spot.label);
        }
    }

    #[test]
    fn three_hundred_partners_leave_some_names_out() {
        let all = [samples::sisters(Locale::default()), samples::friendships(Locale::default())].concat();
        let many: Vec<BladeView> = all.into_iter().cycle().take(300).collect();
        let map = drawn(&many);
        let named = map.spots.iter().filter(|spot| spot.wide.is_some()).count();
        assert_eq!(map.spots.len(), 300);
        assert!((8..200).contains(&named), "{named}");
    }
}
