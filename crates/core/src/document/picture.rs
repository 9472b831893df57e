//! Pictures: decoded within limits, set upright, made anew, and scaled for screens.

use std::io::Cursor;

use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::codecs::png::{CompressionType, FilterType, PngDecoder, PngEncoder};
use image::codecs::webp::WebPDecoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageResult, Limits, imageops};

use super::content::{Content, ContentError, LONGEST, MOST_PIXELS, Size};
use super::jpeg::{self, Segments};
use super::kind::{Kind, MediaType};
use super::png;

/// The widths in pixels that pictures are served in, beside their own.
pub const WIDTHS: [u32; 5] = [320, 640, 960, 1440, 1920];

/// How faithful a JPEG is that is kept, of 100.
const KEPT: u8 = 88;
/// How faithful a JPEG is that is scaled down, of 100.
const SCALED: u8 = 80;
/// How many bytes a decoder may take beside the pixels.
const DECODER_BYTES: u64 = 512_000_000;

/// The widths in pixels that a picture of some width is served in: the narrower ones of [`WIDTHS`], and its own.
pub fn widths(own: u32) -> impl Iterator<Item = u32> {
    WIDTHS.into_iter().filter(move |width| *width < own).chain([own])
}

/// A picture scaled down to one of [`WIDTHS`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendition {
    /// Its width in pixels.
    pub width: u32,
    /// Its bytes, of the same media type as the picture.
    pub bytes: Vec<u8>,
}

impl Content {
    /// A picture at each of the narrower widths that it is served in; none of a document.
    ///
    /// # Errors
    /// It cannot be decoded.
    pub fn renditions(&self) -> Result<Vec<Rendition>, ContentError> {
        let (kind, own) = match (self.media_type(), self.size()) {
            (MediaType::Jpeg, Some((width, _))) => (Kind::Jpeg, width),
            (MediaType::Png, Some((width, _))) => (Kind::Png, width),
            _ => return Ok(Vec::new()),
        };
        let narrower: Vec<u32> = widths(own).filter(|width| *width < own).collect();
        if narrower.is_empty() {
            return Ok(Vec::new());
        }
        let picture = decode(self.bytes(), kind)?.pixels;
        let rendition = |width| {
            let scaled = scaled(&picture, width);
            Ok(Rendition { width, bytes: encode(&scaled, self.media_type(), SCALED)? })
        };
        narrower.into_iter().map(rendition).collect()
    }
}

/// Takes a picture in: one that is whole, upright, small enough and says nothing beside its pixels stays as it is,
/// so that what was exported comes back the same; every other is made anew.
pub(super) fn take_in(bytes: Vec<u8>, kind: Kind) -> Result<Content, ContentError> {
    let segments = match kind {
        Kind::Jpeg => jpeg::segments(&bytes).ok_or_else(|| broken(kind, "its end is not there"))?,
        Kind::Png => png::chunks(&bytes).ok_or_else(|| broken(kind, "its end is not there"))?,
        Kind::WebP | Kind::Pdf => Segments::Laden,
    };
    let Decoded { mut pixels, orientation } = decode(&bytes, kind)?;
    let is_small = pixels.width().max(pixels.height()) <= LONGEST;
    let size = |pixels: &DynamicImage| Size { width: pixels.width(), height: pixels.height() };
    if segments == Segments::Bare && is_small && orientation == Orientation::NoTransforms {
        let media_type = if kind == Kind::Png { MediaType::Png } else { MediaType::Jpeg };
        return Ok(Content::made(bytes, media_type, size(&pixels)));
    }
    pixels.apply_orientation(orientation);
    if !is_small {
        let longer = pixels.width().max(pixels.height());
        let width = u64::from(pixels.width()) * u64::from(LONGEST) / u64::from(longer);
        pixels = scaled(&pixels, u32::try_from(width).unwrap_or(LONGEST).max(1));
    }
    let (bytes, media_type) = made_anew(&pixels, kind)?;
    Ok(Content::made(bytes, media_type, size(&pixels)))
}

/// A picture that one sees through stays a PNG; a photograph becomes a JPEG, also where a program saved it as PNG.
fn made_anew(pixels: &DynamicImage, kind: Kind) -> Result<(Vec<u8>, MediaType), ContentError> {
    if is_seen_through(pixels) {
        return Ok((encode(pixels, MediaType::Png, KEPT)?, MediaType::Png));
    }
    let jpeg = encode(pixels, MediaType::Jpeg, KEPT)?;
    if kind == Kind::Png {
        let png = encode(pixels, MediaType::Png, KEPT)?;
        if png.len() <= jpeg.len() {
            return Ok((png, MediaType::Png));
        }
    }
    Ok((jpeg, MediaType::Jpeg))
}

fn is_seen_through(pixels: &DynamicImage) -> bool {
    pixels.color().has_alpha() && pixels.to_rgba8().pixels().any(|pixel| pixel.0[3] != u8::MAX)
}

fn scaled(pixels: &DynamicImage, width: u32) -> DynamicImage {
    let height = u64::from(pixels.height()) * u64::from(width) / u64::from(pixels.width().max(1));
    let height = u32::try_from(height).unwrap_or(u32::MAX).max(1);
    pixels.resize_exact(width, height, imageops::FilterType::CatmullRom)
}

fn encode(pixels: &DynamicImage, media_type: MediaType, faithful: u8) -> Result<Vec<u8>, ContentError> {
    let mut bytes = Vec::new();
    let encoded = match media_type {
        MediaType::Png => {
            let pixels = eight_bits(pixels);
            let encoder =
                PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, FilterType::Adaptive);
            pixels.write_with_encoder(encoder)
        }
        MediaType::Jpeg | MediaType::Pdf => DynamicImage::from(pixels.to_rgb8())
            .write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, faithful)),
    };
    encoded.map_err(|error| ContentError::Broken { kind: media_type.called(), fault: error.to_string() })?;
    Ok(bytes)
}

/// The same pixels with eight bits a channel, and an alpha channel only where one sees through.
fn eight_bits(pixels: &DynamicImage) -> DynamicImage {
    match (pixels.color().has_color(), is_seen_through(pixels)) {
        (_, true) => pixels.to_rgba8().into(),
        (true, false) => pixels.to_rgb8().into(),
        (false, false) => pixels.to_luma8().into(),
    }
}

/// A picture as it is in memory, and how it must be turned to be upright.
struct Decoded {
    pixels: DynamicImage,
    orientation: Orientation,
}

fn decode(bytes: &[u8], kind: Kind) -> Result<Decoded, ContentError> {
    let source = Cursor::new(bytes);
    match kind {
        Kind::Jpeg => decode_with(JpegDecoder::new(source), kind),
        Kind::Png => decode_with(PngDecoder::with_limits(source, limits()), kind),
        Kind::WebP => decode_with(WebPDecoder::new(source), kind),
        Kind::Pdf => Err(ContentError::PdfForPicture),
    }
}

/// Decodes, if the header states no more pixels than are decoded.
fn decode_with<D: ImageDecoder>(decoder: ImageResult<D>, kind: Kind) -> Result<Decoded, ContentError> {
    let faulty = |error: ImageError| broken(kind, &error.to_string());
    let mut decoder = decoder.map_err(faulty)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(ContentError::TooManyPixels { width, height });
    }
    decoder.set_limits(limits()).map_err(faulty)?;
    let orientation = decoder.orientation().map_err(faulty)?;
    let pixels = DynamicImage::from_decoder(decoder).map_err(faulty)?;
    Ok(Decoded { pixels, orientation })
}

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_alloc = Some(DECODER_BYTES);
    limits
}

fn broken(kind: Kind, fault: &str) -> ContentError {
    let fault = fault.chars().take(120).flat_map(char::escape_debug).collect();
    ContentError::Broken { kind: kind.called(), fault }
}
