//! Where places are, and how far and in which direction from one another.

use std::sync::LazyLock;

use geographiclib_rs::{Geodesic, InverseGeodesic};

/// The earth as the World Geodetic System of 1984 has it.
static EARTH: LazyLock<Geodesic> = LazyLock::new(Geodesic::wgs84);

/// A point on the earth, in degrees on the WGS 84 ellipsoid: latitude −90 to 90, longitude −180 to 180.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    latitude: f64,
    longitude: f64,
}

/// Why two numbers are no place.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[error(
    "latitude {latitude}, longitude {longitude} is not a place: latitudes run from -90 to 90, longitudes from -180 to 180"
)]
pub struct PlaceError {
    latitude: f64,
    longitude: f64,
}

/// The shortest way from one place to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Way {
    /// Its length in metres.
    pub metres: f64,
    /// The direction in which it sets out: degrees clockwise from true north, 0 up to 360.
    pub bearing: f64,
}

impl Place {
    /// The place at these degrees.
    pub fn new(latitude: f64, longitude: f64) -> Result<Self, PlaceError> {
        let known = (-90.0..=90.0).contains(&latitude) && (-180.0..=180.0).contains(&longitude);
        if known { Ok(Self { latitude, longitude }) } else { Err(PlaceError { latitude, longitude }) }
    }

    /// Degrees north of the equator.
    pub const fn latitude(self) -> f64 {
        self.latitude
    }

    /// Degrees east of Greenwich.
    pub const fn longitude(self) -> f64 {
        self.longitude
    }

    /// The geodesic to another place (C. F. F. Karney, "Algorithms for geodesics", J. Geodesy 87, 2013).
    ///
    /// ```
    /// use signpost_core::Place;
    ///
    /// let way = Place::new(37.323, -122.0322)?.way_to(Place::new(34.8167, 137.4)?);
    /// assert_eq!((way.kilometres(), way.miles(), way.bearing.round()), (8571.0, 5326.0, 304.0));
    /// # Ok::<(), signpost_core::PlaceError>(())
    /// ```
    pub fn way_to(self, other: Self) -> Way {
        let (metres, azimuth, _, _): (f64, f64, f64, f64) =
            EARTH.inverse(self.latitude, self.longitude, other.latitude, other.longitude);
        Way { metres, bearing: azimuth.rem_euclid(360.0) }
    }
}

impl Way {
    /// Its length in whole kilometres.
    pub fn kilometres(self) -> f64 {
        (self.metres / 1000.0).round()
    }

    /// Its length in whole statute miles of 1,609.344 metres.
    pub fn miles(self) -> f64 {
        (self.metres / 1609.344).round()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first is the example of the GeographicLib manual; the others were computed with its Python edition.
    #[test]
    fn ways_are_those_of_the_reference_implementation() {
        for (from, to, metres, bearing) in [
            ((-41.32, 174.81), (40.96, -5.5), 19_959_679.267, 161.067_67),
            ((37.3230, -122.0322), (40.2682, 18.0543), 10_500_217.866, 29.371_22),
            ((37.3230, -122.0322), (34.8167, 137.4), 8_571_374.686, 304.076_08),
        ] {
            let place = |(latitude, longitude)| Place::new(latitude, longitude).unwrap();
            let way = place(from).way_to(place(to));
            assert!((way.metres - metres).abs() < 0.01, "{way:?}");
            assert!((way.bearing - bearing).abs() < 0.000_01, "{way:?}");
        }
    }

    #[test]
    fn what_is_no_place_is_refused() {
        for (latitude, longitude) in [(90.1, 0.0), (0.0, 180.1), (f64::NAN, 0.0), (0.0, f64::INFINITY)] {
            assert!(Place::new(latitude, longitude).is_err());
        }
    }
}
