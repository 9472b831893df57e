//! The timeline: a lane for each partner, in groups, over the years since the first.
//!
//! There are two drawings, for wide and for narrow screens; the style shows one.

mod facts;

pub use facts::{LaneFacts, LaneGroup, Look, Stretch};

use jiff::civil::Date;

use super::lettering::{Lettering, length};
use crate::{language::Locale, urls::Url};

/// The timeline, drawn twice.
#[derive(Clone, Debug)]
pub struct Timeline {
    /// What the picture is, in words.
    pub label: String,
    /// The drawings for wide and narrow screens.
    pub drawings: [TimelineDrawing; 2],
}

/// One drawing, in its own units.
#[derive(Clone, Debug)]
pub struct TimelineDrawing {
    /// `wide` or `narrow`.
    pub class: &'static str,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// Where a line stands for a year.
    pub years: Vec<f64>,
    /// Where those lines begin.
    pub top: f64,
    /// The years' numbers: over the first group, and again after many lanes.
    pub numbers: Vec<Lettering>,
    /// The groups' headings.
    pub headings: Vec<Lettering>,
    /// The lanes.
    pub lanes: Vec<Lane>,
    /// The day that the page is about; nothing where the timeline does not reach it.
    pub marker: Option<Lettering>,
    /// Where the marker's words are written from: `start`, `middle` or `end`.
    pub marker_anchor: &'static str,
}

/// A lane of a drawing.
#[derive(Clone, Debug)]
pub struct Lane {
    /// The partner's page.
    pub url: Url,
    /// The lane in words.
    pub label: String,
    /// The partner's name.
    pub name: Lettering,
    /// The left end of the line under the bars.
    pub left: f64,
    /// Its right end.
    pub right: f64,
    /// The middle of the bars.
    pub middle: f64,
    /// The bars, what lies on top last.
    pub bars: Vec<Bar>,
}

/// A bar of a lane.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// How it looks.
    pub look: Look,
    /// Its left edge.
    pub x: f64,
    /// Its upper edge.
    pub y: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// Whether it goes on: its end is then a point, as that of a board.
    pub goes_on: bool,
}

impl Bar {
    /// The outline of a bar that goes on.
    pub fn points(&self) -> String {
        let (right, bottom, half) = (self.x + self.width, self.y + self.height, self.height / 2.0);
        let middle = self.y + half;
        format!(
            "{:.1},{:.1} {:.1},{:.1} {right:.1},{middle:.1} {:.1},{bottom:.1} {:.1},{bottom:.1}",
            self.x,
            self.y,
            right - half,
            self.y,
            right - half,
            self.x
        )
    }
}

/// The measures of a drawing.
struct Layout {
    class: &'static str,
    width: f64,
    /// Where the years begin and end, from the left.
    years: (f64, f64),
    /// From one lane to the next.
    lane: f64,
    /// From a lane's top to the middle of its bars.
    middle: f64,
    /// From a lane's top to the line its name stands on.
    name_line: f64,
    name_size: f64,
    bar: f64,
    /// From a group's top to its first lane.
    heading: f64,
    /// What the years' numbers need between them.
    numbers: f64,
    /// At most so many numbers of years.
    most_numbers: i16,
}

const WIDE: Layout = Layout {
    class: "wide",
    width: 1120.0,
    years: (216.0, 1108.0),
    lane: 30.0,
    middle: 15.0,
    name_line: 20.0,
    name_size: 16.0,
    bar: 14.0,
    heading: 36.0,
    numbers: 18.0,
    most_numbers: 9,
};

const NARROW: Layout = Layout {
    class: "narrow",
    width: 360.0,
    years: (2.0, 358.0),
    lane: 46.0,
    middle: 31.0,
    name_line: 17.0,
    name_size: 15.0,
    bar: 12.0,
    heading: 34.0,
    numbers: 22.0,
    most_numbers: 5,
};

/// Over the first group: the marker's words.
const TOP: f64 = 26.0;
/// After so many lanes the years' numbers stand again above the next group.
const MANY_LANES: usize = 12;
/// No bar is narrower: it could not be seen.
const LEAST_WIDTH: f64 = 3.0;
/// The years of which a timeline shows at least this many.
const LEAST_YEARS: i16 = 5;
/// No further than so many years from what is on record does it reach for the day asked for.
const REACH: i16 = 15;

/// The years that a timeline shows, both whole.
#[derive(Clone, Copy)]
struct Years {
    first: i16,
    last: i16,
}

impl Timeline {
    /// Draws the lanes, with a line on the day that the page is about and its words.
    pub fn draw(locale: Locale, label: String, groups: &[LaneGroup], today: Date, day: (Date, &str)) -> Self {
        let years = Years::of(groups, today, day.0);
        Self { label, drawings: [&WIDE, &NARROW].map(|layout| layout.draw(locale, groups, years, day)) }
    }

    /// The drawing for wide screens.
    pub fn wide(&self) -> &TimelineDrawing {
        let [wide, _] = &self.drawings;
        wide
    }
}

impl Years {
    fn of(groups: &[LaneGroup], today: Date, day: Date) -> Self {
        let stretches = || groups.iter().flat_map(|group| &group.lanes).flat_map(|lane| &lane.stretches);
        let this_year = today.year();
        let first = stretches().filter_map(|stretch| stretch.first).map(Date::year).min();
        let first = first.unwrap_or(this_year).min(this_year - LEAST_YEARS);
        let last = stretches().filter_map(|stretch| stretch.end).map(Date::year).max();
        let last = last.unwrap_or(this_year).clamp(this_year, this_year + REACH) + 1;
        let asked = day.year();
        Self {
            first: if (first - REACH..first).contains(&asked) { asked } else { first },
            last: if (last..last + REACH).contains(&asked) { asked + 1 } else { last },
        }
    }

    /// The years that have a line: every one, or every second, fifth, tenth and so on.
    fn numbered(self, most: i16) -> Vec<i16> {
        let span = self.last - self.first;
        let step =
            [1, 2, 5, 10, 20, 50, 100, 200, 500].into_iter().find(|step| span / step < most).unwrap_or(1000);
        (self.first..=self.last).filter(|year| year.rem_euclid(step) == 0).collect()
    }

    /// How far a day is on the way from the first to the last, from 0 to 1.
    fn part(self, day: Date) -> f64 {
        let length = if day.in_leap_year() { 366.0 } else { 365.0 };
        let year = f64::from(day.year()) + f64::from(day.day_of_year() - 1) / length;
        ((year - f64::from(self.first)) / f64::from(self.last - self.first)).clamp(0.0, 1.0)
    }
}

impl Layout {
    fn x(&self, part: f64) -> f64 {
        let (left, right) = self.years;
        ((left + part * (right - left)) * 10.0).round() / 10.0
    }

    fn draw(&self, locale: Locale, groups: &[LaneGroup], years: Years, day: (Date, &str)) -> TimelineDrawing {
        let start = |year: i16| Date::new(year, 1, 1).unwrap_or(Date::MAX);
        let numbered: Vec<(f64, String)> = years
            .numbered(self.most_numbers)
            .into_iter()
            .map(|year| (self.x(years.part(start(year))), locale.year(start(year))))
            .collect();
        let (mut numbers, mut headings, mut lanes) = (Vec::new(), Vec::new(), Vec::new());
        let (mut top, mut since_numbers) = (TOP, MANY_LANES);
        for group in groups {
            let at = |x: f64, y: f64, words: &str| Lettering { x, y, words: words.to_owned(), length: None };
            headings.push(at(0.0, top + 24.0, &group.heading));
            if since_numbers >= MANY_LANES {
                top += self.numbers;
                numbers.extend(numbered.iter().map(|(x, words)| at(*x, top + self.heading - 8.0, words)));
                since_numbers = 0;
            }
            since_numbers += group.lanes.len();
            top += self.heading;
            for lane in &group.lanes {
                lanes.push(self.lane(lane, years, top));
                top += self.lane;
            }
            top += 8.0;
        }
        let shown = (years.first..=years.last).contains(&day.0.year());
        let x = self.x(years.part(day.0));
        let half = length(day.1, 15.0) / 2.0;
        TimelineDrawing {
            class: self.class,
            width: self.width,
            height: top,
            years: numbered.iter().map(|(x, _)| *x).collect(),
            top: TOP + self.numbers + self.heading - 4.0,
            numbers,
            headings,
            lanes,
            marker: shown.then(|| Lettering { x, y: 16.0, words: day.1.to_owned(), length: None }),
            marker_anchor: match x {
                x if x + half > self.width => "end",
                x if x < half => "start",
                _ => "middle",
            },
        }
    }

    fn lane(&self, lane: &LaneFacts, years: Years, top: f64) -> Lane {
        let (left, right) = self.years;
        let room = if self.class == WIDE.class { left - 12.0 } else { self.width };
        Lane {
            url: lane.url.clone(),
            label: lane.label.clone(),
            name: Lettering {
                x: 0.0,
                y: top + self.name_line,
                length: (length(&lane.name, self.name_size) > room).then_some(room),
                words: lane.name.clone(),
            },
            left,
            right,
            middle: top + self.middle,
            bars: lane.stretches.iter().map(|stretch| self.bar(*stretch, years, top)).collect(),
        }
    }

    fn bar(&self, stretch: Stretch, years: Years, top: f64) -> Bar {
        let from = stretch.first.map_or(0.0, |first| years.part(first));
        let to = stretch.end.map_or(1.0, |end| years.part(end));
        let (x, end) = (self.x(from), self.x(to));
        let height = match stretch.look {
            Look::Proposed => 3.0,
            Look::Renewed => self.bar + 4.0,
            _ => self.bar,
        };
        Bar {
            look: stretch.look,
            x,
            y: top + self.middle - height / 2.0,
            width: (end - x).max(LEAST_WIDTH),
            height,
            goes_on: stretch.end.is_none() && matches!(stretch.look, Look::Sister | Look::Friendship),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::pages::samples;

    fn drawn(day: Date) -> Timeline {
        let (today, groups) = (date(2026, 11, 23), samples::lane_groups(Locale::default()));
        Timeline::draw(Locale::default(), "Timeline".into(), &groups, today, (day, "that day"))
    }

    #[test]
    fn lanes_lie_below_one_another_and_bars_in_their_years() {
        for drawing in &drawn(date(2026, 11, 23)).drawings {
            let middles: Vec<f64> = drawing.lanes.iter().map(|lane| lane.middle).collect();
            assert!(middles.is_sorted(), "{middles:?}");
            for lane in &drawing.lanes {
                for bar in &lane.bars {
                    assert!(bar.x >= lane.left && bar.x + bar.width <= lane.right + LEAST_WIDTH, "{bar:?}");
                }
            }
            let marker = drawing.marker.as_ref().unwrap();
            assert!(marker.x < drawing.lanes[0].right);
        }
    }

    #[test]
    fn what_goes_on_reaches_the_end_and_is_pointed() {
        let timeline = drawn(date(2026, 11, 23));
        let lane = &timeline.wide().lanes[1];
        let open = lane.bars.iter().find(|bar| bar.goes_on).unwrap();
        assert!((open.x + open.width - lane.right).abs() < 0.2);
        assert_eq!(open.points().split(' ').count(), 5);
    }

    #[test]
    fn a_day_that_is_near_is_reached_and_one_that_is_far_is_not() {
        for (day, shown) in [
            (date(2017, 1, 1), true),
            (date(1950, 6, 1), true),
            (date(2033, 1, 1), true),
            (date(1700, 1, 1), false),
            (date(9999, 12, 31), false),
            (Date::MIN, false),
        ] {
            for drawing in &drawn(day).drawings {
                assert_eq!(drawing.marker.is_some(), shown, "{day}");
                assert!(drawing.numbers.len() < 12, "{day}");
            }
        }
    }

    #[test]
    fn a_long_timeline_repeats_its_years() {
        let mut groups = samples::lane_groups(Locale::default());
        let lanes: Vec<LaneFacts> = groups[0].lanes.iter().cycle().take(60).cloned().collect();
        groups[0].lanes = lanes;
        let today = date(2026, 11, 23);
        let timeline = Timeline::draw(Locale::default(), "Timeline".into(), &groups, today, (today, "Today"));
        let wide = timeline.wide();
        assert_eq!(wide.numbers.len(), wide.years.len() * 2);
    }
}
