//! The preview of a page, as chats and networks show it beside a link: 1200 × 630 pixels.
//!
//! It is one board of the signpost. The server draws it with the headings' own font, so only what that font has letters
//! for is written; names in other scripts are on the page.

use std::sync::{Arc, LazyLock};

use askama::Template;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, Options, Tree, fontdb::Database};

use crate::assets;
use crate::pages::{Side, Tone};

/// The picture's width in pixels.
pub const WIDTH: u32 = 1200;
/// The picture's height in pixels.
pub const HEIGHT: u32 = 630;

/// The board: where it hangs, and how it is cut.
const TOP: f64 = 92.0;
const BOARD_HEIGHT: f64 = 238.0;
const BLUNT: f64 = 80.0;
const TIP: f64 = 1140.0;
const POINT: f64 = 104.0;
const ENGRAVED: f64 = 12.0;
/// The post, from the board's blunt end.
const POST_FROM: f64 = 96.0;
const POST_WIDTH: f64 = 44.0;
/// Where the words below the board begin, from its blunt end.
const WORDS_FROM: f64 = 190.0;
/// How much room words have on the board,
const ROOM: f64 = 860.0;
/// and below it, beside the post.
const ROOM_BELOW: f64 = 800.0;
/// The mean width of a letter in the font's size; a little more than it is, so that nothing is cut.
const LETTER_WIDTH: f64 = 0.54;
/// The heading's sizes from the largest, each with the lines that the board has room for.
const SIZES: [(f64, usize); 4] = [(108.0, 1), (84.0, 2), (56.0, 3), (42.0, 4)];
/// The sizes and places of the lines below the board.
const BELOW: [(f64, f64); 2] = [(46.0, 408.0), (36.0, 466.0)];

/// What a preview says.
#[derive(Clone, Debug)]
pub struct PreviewWords {
    /// What the page is about.
    pub heading: String,
    /// Up to two lines below it.
    pub below: Vec<String>,
    /// The site's name.
    pub site: String,
    /// How the board looks.
    pub tone: Tone,
    /// The side that the board points to.
    pub side: Side,
}

/// A line of writing.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its start, from the left.
    pub x: f64,
    /// The line that its letters stand on, from the top.
    pub y: f64,
    /// The size of its letters.
    pub size: f64,
    /// The words.
    pub words: String,
}

/// A preview, ready to be written as SVG.
#[derive(Clone, Debug, Template)]
#[template(path = "pictures/preview.svg")]
pub struct Preview {
    /// The board's colour.
    pub colour: &'static str,
    /// The board's outline.
    pub points: String,
    /// The line engraved in it.
    pub engraved: String,
    /// The left edge of the post.
    pub post: f64,
    /// The heading's lines.
    pub heading: Vec<Line>,
    /// The lines below the board.
    pub below: Vec<Line>,
    /// The site's name.
    pub site: Line,
}

/// The preview cannot be drawn.
#[derive(Debug, thiserror::Error)]
pub enum PreviewError {
    /// What was written is no SVG: a fault of ours.
    #[error("the preview is no SVG")]
    Unreadable(#[from] usvg::Error),
    /// There is no memory for it.
    #[error("there is no memory for the preview")]
    NoMemory,
    /// It cannot be packed.
    #[error("the preview cannot be packed: {0}")]
    Unpackable(String),
}

impl Preview {
    /// Lays the words out.
    pub fn new(words: &PreviewWords) -> Self {
        let east = words.side == Side::East;
        let at =
            |from_blunt: f64| if east { BLUNT + from_blunt } else { f64::from(WIDTH) - BLUNT - from_blunt };
        let left = if east { at(WORDS_FROM) } else { f64::from(WIDTH) - TIP + POINT };
        let small = |words: String, size: f64, y: f64| {
            let size = size * (ROOM_BELOW / length(&words, size)).min(1.0);
            Line { x: left, y, size, words }
        };
        let heading = Some(drawable(&words.heading)).filter(|heading| !heading.is_empty());
        let (size, lines) = fitted(&heading.unwrap_or_else(|| words.site.clone()));
        let leading = size * 1.16;
        let count = f64::from(u32::try_from(lines.len()).unwrap_or(1));
        let first = TOP + BOARD_HEIGHT / 2.0 - leading * (count - 1.0) / 2.0 + size * 0.34;
        let on_board = if east { at(56.0) } else { left };
        let heading = lines.into_iter().scan(first, |y, words| {
            let line = Line { x: on_board, y: *y, size, words };
            *y += leading;
            Some(line)
        });
        let below = words.below.iter().map(|words| drawable(words)).filter(|words| !words.is_empty());
        Self {
            colour: match words.tone {
                Tone::Sister => "#1f5a4a",
                Tone::Friendship => "#a8461b",
                Tone::Past => "#55605c",
            },
            points: outline(&at, 0.0),
            engraved: outline(&at, ENGRAVED),
            post: if east { at(POST_FROM) } else { at(POST_FROM + POST_WIDTH) },
            heading: heading.collect(),
            below: below.zip(BELOW).map(|(words, (size, y))| small(words, size, y)).collect(),
            site: small(drawable(&words.site), 32.0, 566.0),
        }
    }

    /// An SVG as a PNG.
    ///
    /// # Errors
    /// A fault of ours, or no memory.
    pub fn draw(svg: &str) -> Result<Vec<u8>, PreviewError> {
        let options =
            Options { fontdb: Arc::clone(&FONTS), font_family: FAMILY.to_owned(), ..Options::default() };
        let tree = Tree::from_str(svg, &options)?;
        let mut pixels = Pixmap::new(WIDTH, HEIGHT).ok_or(PreviewError::NoMemory)?;
        resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
        pixels.encode_png().map_err(|error| PreviewError::Unpackable(error.to_string()))
    }
}

/// The family of the only font that there is.
const FAMILY: &str = "Literata";

static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    if let Some(font) = assets::still_font() {
        fonts.load_font_data(font.into_owned());
    }
    Arc::new(fonts)
});

/// The corners of the board, moved inwards, as SVG's `points`; `at` tells how far from the left a place is that lies so
/// far from the blunt end.
fn outline(at: &impl Fn(f64) -> f64, inwards: f64) -> String {
    let (top, bottom) = (TOP + inwards, TOP + BOARD_HEIGHT - inwards);
    let (blunt, shoulder) = (at(inwards), at(TIP - BLUNT - POINT - inwards * 0.6));
    let (tip, middle) = (at(TIP - BLUNT - inwards * 1.4), TOP + BOARD_HEIGHT / 2.0);
    format!(
        "{tip:.1},{middle:.1} {shoulder:.1},{top:.1} {blunt:.1},{top:.1} {blunt:.1},{bottom:.1} {shoulder:.1},{bottom:.1}"
    )
}

/// The letters of a text that the font has.
fn drawable(text: &str) -> String {
    let has = |letter: &char| matches!(letter, ' '..='~' | '\u{a0}'..='\u{17f}' | '\u{2010}'..='\u{2026}');
    let spaced = text.replace(['\u{202f}', '\u{2009}'], " ");
    spaced.chars().filter(has).collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The largest size in which a heading fits on the board, and its lines; what fits in none is cut.
fn fitted(heading: &str) -> (f64, Vec<String>) {
    let mut fits = SIZES.iter().map(|(size, most)| (*size, *most, wrapped(heading, *size)));
    let whole = fits.clone().find(|(size, most, lines)| {
        lines.len() <= *most && lines.iter().all(|line| length(line, *size) <= ROOM)
    });
    let (size, most, mut lines) = whole.or_else(|| fits.next_back()).unwrap_or_default();
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    (size, lines)
}

/// Words in lines that are no longer than there is room.
fn wrapped(words: &str, size: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split(' ') {
        match lines.last_mut() {
            Some(line) if length(line, size) + length(word, size) + length(" ", size) <= ROOM => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// About how long words are in a size.
fn length(words: &str, size: f64) -> f64 {
    f64::from(u32::try_from(words.chars().count()).unwrap_or(u32::MAX)) * size * LETTER_WIDTH
}

#[cfg(test)]
mod tests {
    use super::*;

    fn preview(heading: &str, side: Side) -> Preview {
        Preview::new(&PreviewWords {
            heading: heading.to_owned(),
            below: vec!["Sister city, since December 19, 1978".to_owned(), "5,314 mi · 豊川市".to_owned()],
            site: "Cupertino Sister & Friendship Cities".to_owned(),
            tone: Tone::Sister,
            side,
        })
    }

    #[test]
    fn headings_take_the_room_that_they_need() {
        for (heading, size, lines) in [
            ("Toyokawa", 108.0, 1),
            ("New Taipei City", 84.0, 1),
            ("Cherry Blossom Festival 2027", 84.0, 2),
            ("New Taipei City friendship memorandum signed by video", 56.0, 2),
        ] {
            let (found, fitted) = fitted(heading);
            assert_eq!((found, fitted.len()), (size, lines), "{heading}: {fitted:?}");
        }
        let long = "A visit of many words ".repeat(20);
        let (size, lines) = fitted(&long);
        assert_eq!((size, lines.len(), lines[3].ends_with('…')), (42.0, 4, true));
    }

    #[test]
    fn only_letters_of_the_font_are_written() {
        assert_eq!(drawable("Žilina, 4:00\u{202f}PM 豊川市"), "Žilina, 4:00 PM");
        let svg = preview("豊川市", Side::West).render().unwrap();
        assert!(svg.contains("Friendship"), "a heading without any letter is the site's name");
        assert!(!svg.contains('豊'));
    }

    #[test]
    fn a_preview_is_a_picture_of_its_words() {
        let draw = |heading| Preview::draw(&preview(heading, Side::East).render().unwrap()).unwrap();
        let (one, other) = (draw("<Toyokawa> & \"friends\""), draw("Hsinchu"));
        assert_eq!(&one[..8], b"\x89PNG\r\n\x1a\n");
        assert_eq!((one[16..20].to_vec(), one[20..24].to_vec()), (vec![0, 0, 4, 176], vec![0, 0, 2, 118]));
        assert_ne!(one, other, "the words are drawn");
        assert!(one.len() < 200_000, "{} bytes", one.len());
    }
}
