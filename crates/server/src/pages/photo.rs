//! Photographs.

use crate::urls::Url;

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
    pub alternative: String,
    /// What is printed below it.
    pub caption: Option<String>,
    /// Whose it is, in words: "Photo: City of Toyokawa".
    pub credit: String,
}
