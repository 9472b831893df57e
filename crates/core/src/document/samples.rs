//! Files for tests, made when they are needed.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

/// A whole PDF of one empty page, with more lines in it.
pub fn pdf(lines: &str) -> Vec<u8> {
    format!(
        "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n\
         2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n\
         3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>\nendobj\n{lines}\n\
         trailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n"
    )
    .into_bytes()
}

/// A picture with a red top left corner, in a format.
pub fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let shade = |place: u32| u8::try_from(place % 256).unwrap_or(0);
    let mut pixels = RgbImage::from_fn(width, height, |x, y| Rgb([shade(x), shade(y), shade(x / 7 + y / 3)]));
    for (x, y, pixel) in pixels.enumerate_pixels_mut() {
        if x < width / 4 && y < height / 4 {
            *pixel = Rgb([255, 0, 0]);
        }
    }
    let mut bytes = Cursor::new(Vec::new());
    // Writing into memory cannot fail; an empty file would fail the test that asked for it.
    let _ = DynamicImage::from(pixels).write_to(&mut bytes, format);
    bytes.into_inner()
}

/// A photograph.
pub fn jpeg(width: u32, height: u32) -> Vec<u8> {
    picture(width, height, ImageFormat::Jpeg)
}

/// A drawing.
pub fn png(width: u32, height: u32) -> Vec<u8> {
    picture(width, height, ImageFormat::Png)
}
