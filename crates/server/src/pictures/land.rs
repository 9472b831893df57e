//! The land of the earth, as an azimuthal equidistant map shows it from a place.
//!
//! Every point stands at its true distance and in its true direction from the middle (J. P. Snyder, "Map
//! projections: a working manual", 1987, page 191; on the sphere). The farthest point of the earth, the antipode,
//! is drawn out to the whole rim.

use std::f64::consts::PI;
use std::fmt::Write;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use signpost_core::Place;

/// The rings of the land; `land/land.py` made them, and says how they are written.
const DATA: &str = include_str!("land/land.txt");

/// A direction from the middle of the earth, of length one.
type Vector = [f64; 3];

static RINGS: LazyLock<Vec<Vec<Vector>>> = LazyLock::new(|| DATA.lines().map(ring).collect());

fn ring(line: &str) -> Vec<Vector> {
    let numbers: Vec<f64> = line.split(' ').filter_map(|number| number.parse().ok()).collect();
    let (mut longitude, mut latitude) = (0.0, 0.0);
    let steps = numbers.chunks_exact(2).filter_map(|step| step.first().zip(step.last()));
    steps
        .map(|(east, north)| {
            longitude += east;
            latitude += north;
            vector(latitude / 10.0, longitude / 10.0)
        })
        .collect()
}

/// The direction of a place in degrees.
fn vector(latitude: f64, longitude: f64) -> Vector {
    let (latitude, longitude) = (latitude.to_radians(), longitude.to_radians());
    [latitude.cos() * longitude.cos(), latitude.cos() * longitude.sin(), latitude.sin()]
}

/// A point of the map: to the right and upwards from its middle.
type Point = (f64, f64);

/// The view from a place: which ways are east, north and up there.
struct View {
    east: Vector,
    north: Vector,
    up: Vector,
    /// From the middle of the map to its rim.
    radius: f64,
}

/// No line is divided more often than this: the parts are then shorter than a metre.
const DIVISIONS: u8 = 20;
/// How far a straight line may lie from the line that it stands for.
const TOLERANCE: f64 = 0.4;
/// Lines shorter than this are straight.
const SHORT: f64 = 3.0;

/// The land that was drawn last: a site has one middle and one size.
static DRAWN: Mutex<Option<Drawn>> = Mutex::new(None);

/// The land from a place, in a size.
struct Drawn {
    from: Place,
    radius: f64,
    path: Arc<str>,
}

/// The land as the data of an SVG path, in whole units, for a map of this radius around 0, 0.
///
/// To draw it takes longer than all the rest of a page; the one that was drawn last is kept.
pub(super) fn land(from: Place, radius: f64) -> Arc<str> {
    let mut drawn = DRAWN.lock().unwrap_or_else(PoisonError::into_inner);
    let known = drawn.as_ref().filter(|drawn| drawn.from == from && drawn.radius.total_cmp(&radius).is_eq());
    if let Some(known) = known {
        return Arc::clone(&known.path);
    }
    let path: Arc<str> = draw(from, radius).into();
    *drawn = Some(Drawn { from, radius, path: Arc::clone(&path) });
    path
}

fn draw(from: Place, radius: f64) -> String {
    let view = View::new(from, radius);
    let rings: Vec<Vec<Point>> = RINGS.iter().map(|ring| view.outline(ring)).collect();
    let mut path = String::new();
    // The land lies on the left of its rings. Where their sum runs the other way, what they enclose is the sea, and
    // the land reaches out to the rim.
    if rings.iter().map(|ring| area(ring)).sum::<f64>() < 0.0 {
        // Writing to a string cannot fail.
        let _ = write!(path, "M0-{radius}a{radius} {radius} 0 1 0 .1 0z");
    }
    for ring in &rings {
        write_ring(&mut path, ring);
    }
    path
}

impl View {
    fn new(from: Place, radius: f64) -> Self {
        let (latitude, longitude) = (from.latitude().to_radians(), from.longitude().to_radians());
        Self {
            east: [-longitude.sin(), longitude.cos(), 0.0],
            north: [-latitude.sin() * longitude.cos(), -latitude.sin() * longitude.sin(), latitude.cos()],
            up: vector(from.latitude(), from.longitude()),
            radius,
        }
    }

    fn project(&self, vector: Vector) -> Point {
        let (east, north, up) = (dot(vector, self.east), dot(vector, self.north), dot(vector, self.up));
        let across = east.hypot(north);
        let distance = across.atan2(up) / PI * self.radius;
        if across < f64::EPSILON {
            (0.0, distance)
        } else {
            (distance * east / across, distance * north / across)
        }
    }

    /// A ring on the map, with more points where the map bends its lines.
    fn outline(&self, ring: &[Vector]) -> Vec<Point> {
        let mut points: Vec<Point> = ring.first().map(|first| self.project(*first)).into_iter().collect();
        for (from, to) in ring.iter().zip(ring.iter().skip(1)) {
            self.follow(*from, *to, DIVISIONS, &mut points);
        }
        points
    }

    /// Goes on to a point, by the way of the middle where the straight line would lie beside the true one.
    fn follow(&self, from: Vector, to: Vector, divisions: u8, points: &mut Vec<Point>) {
        let ((x, y), (end_x, end_y)) = (self.project(from), self.project(to));
        let middle = unit([0, 1, 2].map(|axis| part(from, axis) + part(to, axis)));
        let (middle_x, middle_y) = self.project(middle);
        let aside = (middle_x - f64::midpoint(x, end_x)).hypot(middle_y - f64::midpoint(y, end_y));
        let bends = aside > TOLERANCE || (end_x - x).hypot(end_y - y) > self.radius / 4.0;
        if divisions > 0 && bends && (end_x - x).hypot(end_y - y) > SHORT {
            self.follow(from, middle, divisions - 1, points);
            self.follow(middle, to, divisions - 1, points);
        } else {
            points.push((end_x, end_y));
        }
    }
}

fn part(vector: Vector, axis: usize) -> f64 {
    vector.get(axis).copied().unwrap_or_default()
}

fn dot(one: Vector, other: Vector) -> f64 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}

fn unit(vector: Vector) -> Vector {
    let length = dot(vector, vector).sqrt();
    vector.map(|part| part / length)
}

/// Twice the area inside a ring, positive where it runs against the clock.
fn area(ring: &[Point]) -> f64 {
    ring.iter().zip(ring.iter().skip(1)).map(|((x, y), (to_x, to_y))| x * to_y - to_x * y).sum()
}

/// Writes a ring in whole units, downwards as SVG counts, without the points that fall together.
fn write_ring(path: &mut String, ring: &[Point]) {
    let mut written: Vec<(i64, i64)> = Vec::new();
    for (x, y) in ring {
        let point = (whole(*x), whole(-*y));
        if written.last() != Some(&point) {
            written.push(point);
        }
    }
    if written.len() < 4 {
        return;
    }
    let mut last = (0, 0);
    for (place, (x, y)) in written.into_iter().enumerate() {
        let (letter, right, down) = match place {
            0 => ("M", x, y),
            1 => ("l", x - last.0, y - last.1),
            _ => ("", x - last.0, y - last.1),
        };
        let gap = if letter.is_empty() && right >= 0 { " " } else { letter };
        let between = if down >= 0 { " " } else { "" };
        // Writing to a string cannot fail.
        let _ = write!(path, "{gap}{right}{between}{down}");
        last = (x, y);
    }
    path.push('z');
}

#[expect(clippy::cast_possible_truncation, reason = "no point of the map is farther out than its rim")]
fn whole(number: f64) -> i64 {
    number.round() as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(latitude: f64, longitude: f64) -> Place {
        Place::new(latitude, longitude).unwrap()
    }

    #[test]
    fn every_point_is_at_its_distance_in_its_direction() {
        let from = place(37.323, -122.0322);
        let view = View::new(from, 500.0);
        for (latitude, longitude) in [(34.8167, 137.4), (40.2682, 18.0543), (-23.0, -46.0), (90.0, 0.0)] {
            let (x, y) = view.project(vector(latitude, longitude));
            let way = from.way_to(place(latitude, longitude));
            let bearing = x.atan2(y).to_degrees().rem_euclid(360.0);
            assert!((bearing - way.bearing).abs() < 0.3, "{latitude}, {longitude}: {bearing}");
            assert!(
                (x.hypot(y) / 500.0 * 20_015.1 - way.metres / 1000.0).abs() < 40.0,
                "{latitude}, {longitude}"
            );
        }
        assert!(view.project(vector(37.323, -122.0322)).1.abs() < 0.001);
    }

    /// Whether a point of the map is painted, by the rule that counts crossings.
    fn painted(path: &str, (x, y): Point) -> bool {
        let mut inside = false;
        for ring in path.split('z').filter(|ring| !ring.is_empty()) {
            if ring.contains('a') {
                inside = !inside;
                continue;
            }
            let spaced = ring.replace('M', "").replace('l', " ").replace('-', " -");
            let numbers: Vec<f64> = spaced.split_whitespace().map(|number| number.parse().unwrap()).collect();
            let mut points = vec![(numbers[0], numbers[1])];
            for step in numbers[2..].chunks(2) {
                let (x, y) = *points.last().unwrap();
                points.push((x + step[0], y + step[1]));
            }
            for (place, (x1, y1)) in points.iter().enumerate() {
                let (x2, y2) = points[(place + 1) % points.len()];
                if (*y1 > y) != (y2 > y) && x < (x2 - x1) * (y - y1) / (y2 - y1) + x1 {
                    inside = !inside;
                }
            }
        }
        inside
    }

    /// Middles on all sides of the earth: the antipode in the sea, on land, at a pole, within an inland sea.
    #[test]
    fn land_is_land_from_wherever_one_looks() {
        let known = [
            ("Nebraska", 41.5, -100.0, true),
            ("Mongolia", 46.0, 104.0, true),
            ("Congo", -1.0, 22.0, true),
            ("Queensland", -24.0, 145.0, true),
            ("Brazil", -10.0, -52.0, true),
            ("Antarctica", -82.0, 60.0, true),
            ("the Pacific", 5.0, -150.0, false),
            ("the Atlantic", 30.0, -45.0, false),
            ("the Indian Ocean", -25.0, 80.0, false),
            ("the Caspian Sea", 42.0, 50.5, false),
            ("the Arctic Ocean", 86.0, 0.0, false),
        ];
        for (latitude, longitude) in [
            (37.323, -122.0322),
            (-35.0, -60.0),
            (-30.0, 118.0),
            (40.0, 116.0),
            (0.0, 0.0),
            (90.0, 0.0),
            (-90.0, 0.0),
            (-42.0, -129.5),
            (51.5, 180.0),
        ] {
            let from = place(latitude, longitude);
            let (path, view) = (land(from, 500.0), View::new(from, 500.0));
            for (name, latitude, longitude, land) in known {
                let (x, y) = view.project(vector(latitude, longitude));
                assert_eq!(painted(&path, (x, -y)), land, "{name} from {from:?}");
            }
        }
    }

    #[test]
    fn the_land_stays_on_the_map_and_small() {
        let path = land(place(37.323, -122.0322), 500.0);
        assert_eq!(path, land(place(37.323, -122.0322), 500.0), "what is kept is what was drawn");
        assert_ne!(path, land(place(34.0, 137.0), 500.0), "and only for its own middle");
        assert!(path.len() < 30_000, "{} bytes", path.len());
        for ring in &*RINGS {
            let view = View::new(place(37.323, -122.0322), 500.0);
            assert!(view.outline(ring).iter().all(|(x, y)| x.hypot(*y) < 500.1));
        }
    }
}
