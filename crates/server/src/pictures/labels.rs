//! Labels on a map: each beside its point, none on another, those that find no room left out.

use std::f64::consts::TAU;

use super::lettering::length;

/// A label in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// From the middle of the map to the right: the start, the middle or the end of the words.
    pub x: f64,
    /// From the middle of the map downwards, to the line the letters stand on.
    pub y: f64,
    /// Which of them: `start`, `middle` or `end`.
    pub anchor: &'static str,
    /// The words.
    pub words: String,
    /// Where a line leads to them from the point, when they are not right beside it: its two ends.
    pub leader: Option<[f64; 4]>,
}

/// Places labels on a map of which some is taken already.
pub(super) struct Placing {
    /// The size of the letters.
    size: f64,
    /// How far from the middle words may reach, to each side.
    reach: f64,
    /// The sine and the cosine of each direction.
    directions: [(f64, f64); 16],
    taken: Vec<Area>,
}

/// A part of the map.
#[derive(Clone, Copy)]
pub(super) struct Area {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Area {
    /// The part around a point.
    pub(super) fn around(x: f64, y: f64, radius: f64) -> Self {
        Self { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }
    }

    fn meets(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// How far from its point a label is tried, in letters; from the third on a line leads to it.
const DISTANCES: [f64; 7] = [0.75, 1.0, 1.6, 2.4, 3.4, 4.6, 6.0];
/// In which directions, in sixteenths of a turn against the clock from the right, the best first.
const DIRECTIONS: [f64; 16] =
    [0.0, 8.0, 1.0, 7.0, 15.0, 9.0, 2.0, 6.0, 14.0, 10.0, 4.0, 12.0, 3.0, 5.0, 13.0, 11.0];

impl Placing {
    /// With letters of a size, words up to so far from the middle, and nothing on what is taken.
    pub(super) fn new(size: f64, reach: f64, taken: Vec<Area>) -> Self {
        let directions = DIRECTIONS.map(|direction| (direction * TAU / 16.0).sin_cos());
        Self { size, reach, directions, taken }
    }

    /// The label of a point, where there is room for it within so many letters.
    pub(super) fn place(&mut self, (x, y): (f64, f64), words: &str, farthest: f64) -> Option<Label> {
        let width = length(words, self.size);
        let distances = DISTANCES.iter().filter(|distance| **distance <= farthest);
        let directions = self.directions;
        let mut tries = distances.flat_map(|distance| directions.map(|direction| (*distance, direction)));
        tries.find_map(|(distance, (sine, cosine))| {
            let reach = distance * self.size;
            let at = (x + cosine * reach, y - sine * reach);
            let (anchor, area) = self.area(at, cosine, width);
            if !self.is_free(&area) {
                return None;
            }
            self.taken.push(area);
            let leader =
                (distance > 1.0).then_some([x, y, x + cosine * reach * 0.92, y - sine * reach * 0.92]);
            Some(Label { x: at.0, y: self.line(at.1), anchor, words: words.to_owned(), leader })
        })
    }

    /// How words of a width are anchored at a place, on the side of it that they are on, and what they take.
    fn area(&self, (x, y): (f64, f64), side: f64, width: f64) -> (&'static str, Area) {
        let (anchor, left) = match side {
            side if side > 0.3 => ("start", x),
            side if side < -0.3 => ("end", x - width),
            _ => ("middle", x - width / 2.0),
        };
        let line = self.line(y);
        let area =
            Area { left, right: left + width, top: line - self.size * 0.9, bottom: line + self.size * 0.3 };
        (anchor, area)
    }

    /// The line that letters stand on whose middle is at a height.
    fn line(&self, y: f64) -> f64 {
        y + self.size * 0.36
    }

    fn is_free(&self, area: &Area) -> bool {
        let inside = area.left > -self.reach
            && area.right < self.reach
            && area.top > -self.reach
            && area.bottom < self.reach;
        inside && self.taken.iter().all(|taken| !taken.meets(area))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_label_lies_on_another_and_what_finds_no_room_is_left_out() {
        let mut placing = Placing::new(20.0, 500.0, vec![Area::around(0.0, 0.0, 10.0)]);
        let mut placed = 0;
        for number in 0..200 {
            let point = (f64::from(number % 7) * 3.0, f64::from(number % 5) * 3.0);
            placed += usize::from(placing.place(point, "Toyokawa", 6.0).is_some());
        }
        assert!((8..100).contains(&placed), "{placed} labels");
        for (place, area) in placing.taken.iter().enumerate() {
            assert!(placing.taken.iter().skip(place + 1).all(|other| !other.meets(area)));
        }
    }

    #[test]
    fn a_label_that_is_far_from_its_point_has_a_line() {
        let mut placing = Placing::new(20.0, 500.0, Vec::new());
        assert_eq!(placing.place((0.0, 0.0), "Hsinchu", 6.0).unwrap().leader, None);
        let crowded = (0..20).filter_map(|_| placing.place((0.0, 0.0), "Hsinchu", 6.0));
        assert!(crowded.filter(|label| label.leader.is_some()).count() > 4);
        assert_eq!(placing.place((0.0, 0.0), "Hsinchu", 1.0), None);
    }
}
