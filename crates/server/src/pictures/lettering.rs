//! Words in a picture, and about how much room they take.

/// Words at a place.
#[derive(Clone, Debug)]
pub struct Lettering {
    /// From the left; the start, the middle or the end of the words.
    pub x: f64,
    /// From the top, to the line the letters stand on.
    pub y: f64,
    /// The words.
    pub words: String,
    /// The length that long words are drawn together to.
    pub length: Option<f64>,
}

/// The mean width of a Latin letter, in the size of its font.
const LETTER_WIDTH: f64 = 0.54;

/// About how long words are in a font size; ideographs are as wide as they are high.
pub(super) fn length(words: &str, size: f64) -> f64 {
    words.chars().map(|letter| if letter >= '\u{2e80}' { size } else { size * LETTER_WIDTH }).sum()
}
