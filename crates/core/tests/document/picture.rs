//! Pictures: made anew, upright, without what was written beside them.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};
use signpost_core::{Content, ContentError, LONGEST, MediaType, samples, widths};

/// A JPEG with an EXIF segment that says how to turn it (TIFF 6.0, tag 274) and who took it.
fn with_exif(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".to_vec();
    exif.extend([orientation, 0, 0, 0, 0, 0, 0, 0]);
    exif.extend(b"GPS 37.3 -122.0, Mei Lin");
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xff, 0xe1], &length, &exif, &jpeg[2..]].concat()
}

fn decoded(content: &Content) -> DynamicImage {
    image::load_from_memory(content.bytes()).unwrap()
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

#[test]
fn a_photo_is_set_upright_and_forgets_where_it_was_taken() {
    let plain = samples::jpeg(64, 48);
    for (orientation, corner, size) in
        [(1, (4, 4), (64, 48)), (3, (60, 44), (64, 48)), (6, (44, 4), (48, 64))]
    {
        let taken = with_exif(&plain, orientation);
        assert!(contains(&taken, b"Mei Lin"));
        let content = Content::picture(taken).unwrap();
        assert_eq!((content.media_type(), content.size()), (MediaType::Jpeg, Some(size)));
        assert!(!contains(content.bytes(), b"Exif") && !contains(content.bytes(), b"Mei Lin"));
        let pixel = decoded(&content).to_rgb8().get_pixel(corner.0, corner.1).0;
        assert!(pixel[0] > 200 && pixel[1] < 60, "{orientation}: {pixel:?}");
    }
}

#[test]
fn what_was_taken_in_comes_back_the_same() {
    let webp = samples::picture(64, 48, ImageFormat::WebP);
    for bytes in [with_exif(&samples::jpeg(64, 48), 6), samples::png(64, 48), webp, samples::jpeg(3000, 20)] {
        let once = Content::picture(bytes).unwrap();
        assert_eq!(Content::picture(once.bytes().to_vec()).unwrap(), once);
    }
}

#[test]
fn a_large_picture_is_scaled_down_and_served_in_some_widths() {
    let content = Content::picture(samples::jpeg(2000, 3000)).unwrap();
    let (width, height) = content.size().unwrap();
    assert_eq!((width, height), (1706, 2559));
    assert!(height <= LONGEST);
    assert_eq!(widths(width).collect::<Vec<_>>(), [320, 640, 960, 1440, 1706]);
    let renditions = content.renditions().unwrap();
    assert_eq!(renditions.iter().map(|rendition| rendition.width).collect::<Vec<_>>(), [320, 640, 960, 1440]);
    for rendition in renditions {
        assert_eq!(image::load_from_memory(&rendition.bytes).unwrap().width(), rendition.width);
        assert!(rendition.bytes.len() < content.bytes().len());
    }
}

#[test]
fn what_one_sees_through_stays_so() {
    let glass = DynamicImage::from(RgbaImage::from_pixel(400, 30, Rgba([0, 0, 255, 100])));
    let mut bytes = Cursor::new(Vec::new());
    glass.write_to(&mut bytes, ImageFormat::WebP).unwrap();
    let content = Content::picture(bytes.into_inner()).unwrap();
    assert_eq!(content.media_type(), MediaType::Png);
    assert_eq!(content.file("stone.webp".parse().unwrap()).name.as_str(), "stone.png");
    assert_eq!(decoded(&content).to_rgba8().get_pixel(1, 1).0, [0, 0, 255, 100]);
    let scaled = image::load_from_memory(&content.renditions().unwrap()[0].bytes).unwrap();
    assert_eq!(scaled.to_rgba8().get_pixel(1, 1).0[3], 100);
}

#[test]
fn a_picture_with_too_many_pixels_is_refused_before_it_is_decoded() {
    let refusal = Content::picture(samples::png_claiming(40_000, 40_000)).unwrap_err();
    assert_eq!(refusal, ContentError::TooManyPixels { width: 40_000, height: 40_000 });
    assert_eq!(
        refusal.to_string(),
        "it has 40000 × 40000 pixels, and 64 million is the most that is decoded: scale it down"
    );
    // It claims more than it has.
    assert!(
        Content::picture(samples::png_claiming(7000, 7000))
            .unwrap_err()
            .to_string()
            .contains("the PNG is broken")
    );
}

#[test]
fn what_is_cut_short_or_no_picture_is_refused() {
    for (bytes, kind) in [
        (samples::jpeg(64, 48), "JPEG"),
        (samples::png(64, 48), "PNG"),
        (samples::picture(64, 48, ImageFormat::WebP), "WebP"),
    ] {
        for length in [bytes.len() - 1, bytes.len() / 2, 20] {
            let refusal = Content::picture(bytes[..length].to_vec()).unwrap_err().to_string();
            assert!(
                refusal.contains(&format!("the {kind} is broken or cut short")),
                "{kind} {length}: {refusal}"
            );
        }
    }
    for (bytes, words) in [
        (samples::pdf(""), "it is a PDF, not a picture: attach it as a document"),
        (b"GIF89a".to_vec(), "no picture but a GIF"),
        (b"<svg onload='x'>".to_vec(), "no picture but XML, as SVG drawings are"),
        (b"\0\0\0\x18ftypheic".to_vec(), "no picture but a HEIC photo, as iPhones take them"),
    ] {
        assert!(Content::picture(bytes).unwrap_err().to_string().contains(words), "{words}");
    }
}
