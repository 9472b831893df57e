//! Photographs.

use crate::{pages::Written, urls::Url};

/// A photograph that staff put up.
#[derive(Clone, Debug)]
pub struct PhotoView {
    /// Where the picture is in a middling width, for browsers that choose none.
    pub url: Url,
    /// Where it is in each width, as the `srcset` attribute writes it.
    pub widths: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// What it shows, for those who do not see it.
    pub alternative: Written,
    /// What is printed below it.
    pub caption: Option<Written>,
    /// The label of whose it is: "Photo: ".
    pub credited: String,
    /// Whose it is: "City of Toyokawa".
    pub credit: Written,
}
