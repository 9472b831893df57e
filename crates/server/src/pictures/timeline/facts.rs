//! What there is to draw: lanes in groups, and how their stretches look.

use std::fmt;

use jiff::civil::Date;

use crate::{pages::Tone, urls::Url};

/// What a stretch of a lane stands for. Each is told by its pattern as well as by its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// A sister city.
    Sister,
    /// Perhaps a sister city: a date is not known to the day.
    SisterPossibly,
    /// A friendship city.
    Friendship,
    /// Perhaps a friendship city.
    FriendshipPossibly,
    /// Asleep.
    Dormant,
    /// Applied for or approved, not begun.
    Proposed,
    /// Named by a source that gives no dates.
    Listed,
    /// The day of a renewal.
    Renewed,
}

/// Paint for where no stylesheet reaches: the light scheme's colours. Patterns are those of a drawing, by its class.
impl Look {
    /// What a bar is filled with.
    pub fn fill(self, drawing: &str) -> String {
        match self {
            Self::Friendship => format!("url(#stripes-{drawing})"),
            Self::Dormant => format!("url(#dots-{drawing})"),
            Self::Sister => Tone::Sister.paint().to_owned(),
            Self::Proposed | Self::Renewed => Tone::Past.paint().to_owned(),
            Self::SisterPossibly | Self::FriendshipPossibly | Self::Listed => "none".to_owned(),
        }
    }

    /// What its outline is drawn with, where it has one.
    pub const fn stroke(self) -> Option<&'static str> {
        Some(match self {
            Self::SisterPossibly | Self::Dormant => Tone::Sister.paint(),
            Self::Friendship | Self::FriendshipPossibly => Tone::Friendship.paint(),
            Self::Listed => Tone::Past.paint(),
            Self::Sister | Self::Proposed | Self::Renewed => return None,
        })
    }
}

/// The look as the stylesheet names it.
impl fmt::Display for Look {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Sister => "sister",
            Self::SisterPossibly => "sister-possibly",
            Self::Friendship => "friendship",
            Self::FriendshipPossibly => "friendship-possibly",
            Self::Dormant => "dormant",
            Self::Proposed => "proposed",
            Self::Listed => "listed",
            Self::Renewed => "renewed",
        })
    }
}

/// Days in a row that look the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// How they look.
    pub look: Look,
    /// The first day; none: from before the timeline begins.
    pub first: Option<Date>,
    /// The first day after them; none: it goes on.
    pub end: Option<Date>,
}

/// A partner's lane: what there is to draw.
#[derive(Clone, Debug)]
pub struct LaneFacts {
    /// The partner's page.
    pub url: Url,
    /// The partner's name.
    pub name: String,
    /// The lane in words.
    pub label: String,
    /// What to draw, what lies on top last.
    pub stretches: Vec<Stretch>,
}

/// Lanes with a heading.
#[derive(Clone, Debug)]
pub struct LaneGroup {
    /// The heading: a country.
    pub heading: String,
    /// The lanes.
    pub lanes: Vec<LaneFacts>,
}
