//! The chunks of a PNG (RFC 2083, section 3): whether it is whole, and whether it says more than its pixels.

use super::jpeg::Segments;

/// What is needed to show the pixels.
const NEEDED: [&[u8]; 5] = [b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"];

/// The chunks of a PNG; none where it is cut short.
pub(super) fn chunks(bytes: &[u8]) -> Option<Segments> {
    let mut rest = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    let mut chunks = Segments::Bare;
    loop {
        let length = usize::try_from(u32::from_be_bytes(rest.get(..4)?.try_into().ok()?)).ok()?;
        let name = rest.get(4..8)?;
        rest = rest.get(length.checked_add(12)?..)?;
        if !NEEDED.contains(&name) {
            chunks = Segments::Laden;
        }
        if name == b"IEND" {
            return Some(if rest.is_empty() { chunks } else { Segments::Laden });
        }
    }
}
