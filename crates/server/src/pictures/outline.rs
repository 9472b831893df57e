//! The shape of a board.

/// The room between a board's blunt end and its writing.
const PADDING: f64 = 18.0;

/// A board's shape: a blunt end, a pointed end on either side of it.
pub(super) struct Outline {
    /// From the left: the blunt end.
    pub(super) blunt: f64,
    /// From the left: the pointed end.
    pub(super) tip: f64,
    /// From the top: the upper edge.
    pub(super) top: f64,
    /// From the upper edge to the lower one.
    pub(super) height: f64,
    /// The length of the pointed end.
    pub(super) point: f64,
}

impl Outline {
    /// The corners, moved inwards, as SVG's `points`.
    pub(super) fn points(&self, inwards: f64) -> String {
        let towards = if self.tip > self.blunt { 1.0 } else { -1.0 };
        let (blunt, tip) = (self.blunt + towards * inwards, self.tip - towards * inwards * 1.6);
        let shoulder = self.tip - towards * (self.point + inwards * 0.6);
        let (top, bottom) = (self.top + inwards, self.top + self.height - inwards);
        let middle = self.top + self.height / 2.0;
        format!(
            "{tip:.1},{middle:.1} {shoulder:.1},{top:.1} {blunt:.1},{top:.1} {blunt:.1},{bottom:.1} {shoulder:.1},{bottom:.1}"
        )
    }

    /// Where writing may start and end, from the left.
    pub(super) fn writing(&self) -> (f64, f64) {
        let room = self.point + PADDING / 3.0;
        if self.tip > self.blunt {
            (self.blunt + PADDING, self.tip - room)
        } else {
            (self.tip + room, self.blunt - PADDING)
        }
    }
}
