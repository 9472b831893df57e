//! Files for tests, made when they are needed.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use jiff::Timestamp;

use super::{Content, Document, DocumentSubject, Image, ImageSubject, Minors};
use crate::dataset::Dataset;
use crate::identity::{DocumentId, Id, ImageId};
use crate::partner::Partner;
use crate::text::{Language, Line, Markdown};

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

/// A small file that says to be a drawing of a size, however large.
pub fn png_claiming(width: u32, height: u32) -> Vec<u8> {
    let header = [&b"IHDR"[..], &width.to_be_bytes(), &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
    let pixels = [b"IDAT".to_vec(), miniz_oxide::deflate::compress_to_vec_zlib(&[0; 9], 6)].concat();
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    for chunk in [header, pixels, b"IEND".to_vec()] {
        let length = u32::try_from(chunk.len().saturating_sub(4)).unwrap_or(0);
        bytes.extend(length.to_be_bytes());
        bytes.extend(&chunk);
        bytes.extend(checksum(&chunk).to_be_bytes());
    }
    bytes
}

/// CRC-32 (RFC 2083, section 15).
fn checksum(bytes: &[u8]) -> u32 {
    let step = |sum: u32| if sum & 1 == 1 { 0xedb8_8320 ^ (sum >> 1) } else { sum >> 1 };
    !bytes.iter().fold(u32::MAX, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), |sum, _| step(sum)))
}

/// Puts photographs at every place of a dataset that has them, and a document on the first agreement: of the partner and
/// of the exchange with these slugs. Nothing where they are not there.
pub fn attach(dataset: &mut Dataset, partner: &str, exchange: &str) -> Option<()> {
    let exchange = dataset.exchanges.iter().find(|known| known.slug.as_str() == exchange)?.id;
    let partner = dataset.partners.iter().find(|known| known.slug.as_str() == partner)?.clone();
    let relationship = &partner.relationship;
    let places = [
        ImageSubject::Home(dataset.programme.id),
        ImageSubject::Partner(partner.id),
        ImageSubject::Agreement(relationship.agreements.first()?.id),
        ImageSubject::Gift(relationship.gifts.first()?.id),
        ImageSubject::Exchange(exchange),
    ];
    let picture = Content::picture(jpeg(1200, 800)).ok()?;
    let scan = Content::document(pdf("")).ok()?;
    for place in places {
        dataset.images.push(shown(&picture, place)?);
    }
    dataset.documents.push(agreed(&scan, &partner)?);
    dataset.keep(picture);
    dataset.keep(scan);
    Some(())
}

fn shown(picture: &Content, shown_at: ImageSubject) -> Option<Image> {
    let (width, height) = picture.size()?;
    Some(Image {
        id: ImageId::derived("image", &format!("{shown_at:?}")),
        shown_at,
        file: picture.file("a photograph.jpg".parse().ok()?),
        width,
        height,
        alternative: "A red square on a field of many colours".parse().ok()?,
        caption: "A sample, not a photograph".parse().ok(),
        credit: "Nobody".parse().ok()?,
        minors: Minors::None,
        published_at: Some(Timestamp::UNIX_EPOCH),
    })
}

fn agreed(scan: &Content, partner: &Partner) -> Option<Document> {
    let language: Language = "en".parse().ok()?;
    let title: Line = "A sample of an agreement".parse().ok()?;
    let text: Markdown = "# Agreement\n\nThe two cities agree.".parse().ok()?;
    Some(Document {
        id: DocumentId::derived("document", partner.slug.as_str()),
        attached_to: DocumentSubject::Agreement(partner.relationship.agreements.first()?.id),
        title,
        file: scan.file("agreement of 1978.pdf".parse().ok()?),
        language,
        text_alternative: Some(text),
        published_at: Some(Timestamp::UNIX_EPOCH),
        note: None,
    })
}
