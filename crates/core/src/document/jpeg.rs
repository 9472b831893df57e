//! The segments of a JPEG (ITU-T T.81, annex B): whether it is whole, and whether it says more than its pixels.

/// What a JPEG is made of, beside its pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Segments {
    /// Nothing but what the pixels need.
    Bare,
    /// What a camera or a program wrote: EXIF, XMP, profiles, comments, another picture behind it.
    Laden,
}

const START_OF_SCAN: u8 = 0xda;
const END: u8 = 0xd9;
const FIRST_APPLICATION: u8 = 0xe0;
const LAST_APPLICATION: u8 = 0xef;
const COMMENT: u8 = 0xfe;

/// The segments of a JPEG; none where it is cut short.
pub(super) fn segments(bytes: &[u8]) -> Option<Segments> {
    let mut rest = bytes.strip_prefix(&[0xff, 0xd8])?;
    let mut segments = Segments::Bare;
    loop {
        let (marker, after) = next_marker(rest)?;
        if marker == END {
            return Some(if after.is_empty() { segments } else { Segments::Laden });
        }
        let length = usize::from(u16::from_be_bytes([*after.first()?, *after.get(1)?]));
        let body = after.get(2..length)?;
        if is_laden(marker, body) {
            segments = Segments::Laden;
        }
        rest = after.get(length..)?;
        if marker == START_OF_SCAN {
            rest = skip_scan(rest)?;
        }
    }
}

/// Whether a segment says more than the pixels need: all but JFIF's own, without a thumbnail.
fn is_laden(marker: u8, body: &[u8]) -> bool {
    let is_jfif = marker == FIRST_APPLICATION && body.starts_with(b"JFIF\0") && body.len() == 14;
    marker == COMMENT || ((FIRST_APPLICATION..=LAST_APPLICATION).contains(&marker) && !is_jfif)
}

/// The marker that bytes begin with, perhaps after fill bytes, and what follows it.
fn next_marker(bytes: &[u8]) -> Option<(u8, &[u8])> {
    let mut rest = bytes.strip_prefix(&[0xff])?;
    loop {
        let (byte, after) = rest.split_first()?;
        rest = after;
        match byte {
            0xff => {}
            0 => return None,
            marker => return Some((*marker, after)),
        }
    }
}

/// What follows the entropy-coded data: the next marker that is no restart.
fn skip_scan(bytes: &[u8]) -> Option<&[u8]> {
    let mut place = 0;
    loop {
        place += bytes.get(place..)?.iter().position(|byte| *byte == 0xff)?;
        match bytes.get(place + 1)? {
            0 | 0xd0..=0xd7 => place += 2,
            0xff => place += 1,
            _ => return bytes.get(place..),
        }
    }
}
