//! A partner as a blade of the signpost: the shape that lists, headers and the picture share.

use std::fmt;

use crate::{
    language::Locale,
    pages::{Link, Written},
    urls::Url,
};

/// A name in another language than the page's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForeignName {
    /// The name.
    pub text: String,
    /// The BCP 47 tag of its language and script.
    pub language: String,
    /// The language's name in the page's language, where it has one.
    pub language_name: Option<String>,
    /// How it is read, where its script does not say.
    pub reading: Option<String>,
}

impl ForeignName {
    /// A name in the language of a BCP 47 tag.
    pub fn new(locale: Locale, language: &str, text: &str) -> Self {
        Self {
            text: text.to_owned(),
            language: language.to_owned(),
            language_name: locale.name_of_language(language),
            reading: None,
        }
    }

    /// The same with how it is read.
    #[must_use]
    pub fn read(self, reading: Option<&str>) -> Self {
        Self { reading: reading.map(str::to_owned), ..self }
    }
}

/// The side that a blade's end points to, seen facing north.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// To the right.
    East,
    /// To the left.
    West,
}

/// The side as the stylesheet names it.
impl fmt::Display for Side {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::East => "east",
            Self::West => "west",
        })
    }
}

/// How far a partner is, and in which direction the shortest way to it begins.
#[derive(Clone, Debug, PartialEq)]
pub struct Reach {
    /// Degrees clockwise from true north, from 0 to below 360.
    pub bearing: f64,
    /// The distance in metres.
    pub metres: f64,
    /// The distance in miles, with the unit: "5,314 mi".
    pub miles: String,
    /// The distance in kilometres, with the unit: "8,552 km".
    pub kilometres: String,
    /// The direction in words and degrees: "north-west, 305°".
    pub direction: String,
    /// The direction in words.
    pub compass: String,
    /// The bearing in whole degrees: "305°".
    pub degrees: String,
}

/// Metres in an international mile.
const METRES_IN_A_MILE: f64 = 1609.344;

impl Reach {
    /// The words for a distance in metres and a bearing in degrees clockwise from true north.
    pub fn new(locale: Locale, metres: f64, bearing: f64) -> Self {
        let bearing = bearing.rem_euclid(360.0);
        let compass = locale.compass(bearing);
        let degrees = locale.whole(bearing.round().rem_euclid(360.0));
        Self {
            bearing,
            metres,
            miles: locale.miles(metres / METRES_IN_A_MILE),
            kilometres: locale.kilometres(metres / 1000.0),
            direction: locale.say_with(
                "direction-degrees",
                [("compass", compass.clone().into()), ("degrees", degrees.as_str().into())],
            ),
            compass,
            degrees: locale.say_with("degrees-alone", [("degrees", degrees.into())]),
        }
    }

    /// Right for bearings from north over east to south, left for the others.
    pub fn side(&self) -> Side {
        if self.bearing < 180.0 { Side::East } else { Side::West }
    }

    /// The arrow that points there on a sheet with north above, the nearest of the eight that there are.
    pub fn arrow(&self) -> &'static str {
        match (self.bearing / 45.0).round() {
            1.0 => "↗",
            2.0 => "→",
            3.0 => "↘",
            4.0 => "↓",
            5.0 => "↙",
            6.0 => "←",
            7.0 => "↖",
            _ => "↑",
        }
    }
}

/// How a relationship looks: by its kind while it holds, muted when it does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// A sister city.
    Sister,
    /// A friendship city.
    Friendship,
    /// Not current: lapsed, ended, dormant, proposed, or without dates.
    Past,
}

impl Tone {
    /// What a picture is painted with where no stylesheet reaches it: the light scheme's colour.
    pub const fn paint(self) -> &'static str {
        match self {
            Self::Sister => "#1f5a4a",
            Self::Friendship => "#a8461b",
            Self::Past => "#7c857f",
        }
    }
}

/// The tone as the stylesheet names it.
impl fmt::Display for Tone {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Sister => "sister",
            Self::Friendship => "friendship",
            Self::Past => "past",
        })
    }
}

/// A relationship's standing, in words; the tone only repeats them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandingView {
    /// The standing with its kind: "Sister city", "Friendship city, expiring".
    pub words: String,
    /// Its date words: "since December 19, 1978", "ends in 2027, day not on record".
    pub dates: String,
    /// How it looks.
    pub tone: Tone,
}

/// A partner on a board.
#[derive(Clone, Debug)]
pub struct BladeView {
    /// The partner's page.
    pub url: Url,
    /// The name in the page's language, else as the host city writes it.
    pub name: Written,
    /// How that is read, where its script does not say.
    pub reading: Option<String>,
    /// The name in the partner's own script.
    pub foreign: Option<ForeignName>,
    /// Region and country, as the host labels it: "Puglia, Italy".
    pub country: Written,
    /// What the relationship is.
    pub standing: StandingView,
    /// How far, and which way; nothing where the partner's place is not on record.
    pub reach: Option<Reach>,
    /// The committee that nurtures it.
    pub committee: Option<String>,
    /// The next exchange.
    pub next_exchange: Option<NextExchange>,
}

/// The next exchange with a partner.
#[derive(Clone, Debug)]
pub struct NextExchange {
    /// Its title, which leads to its page.
    pub link: Link,
    /// When it is, in words.
    pub when: String,
}

impl BladeView {
    /// The side the board points to; east where the place is not on record.
    pub fn side(&self) -> Side {
        self.reach.as_ref().map_or(Side::East, Reach::side)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reach_in_words() {
        let reach = Reach::new(Locale::default(), 10_547_600.0, 306.4);
        assert_eq!(reach.miles, "6,554 mi");
        assert_eq!(reach.kilometres, "10,548 km");
        assert_eq!(reach.direction, "north-west, 306°");
        assert_eq!(reach.side(), Side::West);
        for (bearing, side, direction) in [
            (0.0, Side::East, "north, 0°"),
            (179.9, Side::East, "south, 180°"),
            (180.0, Side::West, "south, 180°"),
            (359.8, Side::West, "north, 0°"),
            (-90.0, Side::West, "west, 270°"),
        ] {
            let reach = Reach::new(Locale::default(), 0.0, bearing);
            assert_eq!((reach.side(), reach.direction.as_str()), (side, direction), "{bearing}");
        }
    }
}
