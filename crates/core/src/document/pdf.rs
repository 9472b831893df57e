//! What must hold of a PDF (ISO 32000-1) before it is kept: that it is whole, open to everybody, and only to be read.
//!
//! The bytes are searched, not parsed: whatever a reader would make of them, a name that starts an action is in them,
//! in the file itself or in a packed stream of objects (7.5.7), which is unpacked within limits. A stream of objects
//! that is packed in another way than all programs do is refused rather than passed over.

use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

use super::content::ContentError;

/// How many bytes the packed objects of a PDF may have together.
const MOST_UNPACKED: usize = 64_000_000;

/// How far from the end of a file the mark of its end may stand, as readers have it.
const TAIL: usize = 2048;

/// The names (7.3.5) that a PDF which is only to be read has no use for, and what they bring.
const ACTIVE: [(&[u8], &str); 10] = [
    (b"JavaScript", "JavaScript"),
    (b"Launch", "an action that starts a program"),
    (b"EmbeddedFile", "other files"),
    (b"EmbeddedFiles", "other files"),
    (b"RichMedia", "a player of media"),
    (b"Rendition", "a player of media"),
    (b"XFA", "a form that runs scripts (XFA)"),
    (b"SubmitForm", "a form that sends what is typed to somebody"),
    (b"ImportData", "a form that reads other files"),
    (b"GoToE", "a link into other files"),
];

/// Looks a PDF through.
pub(super) fn check(bytes: &[u8]) -> Result<(), ContentError> {
    let broken = |fault: &str| Err(ContentError::Broken { kind: "PDF", fault: fault.to_owned() });
    let version = bytes.get(5..8);
    if !version.is_some_and(|version| matches!(version, [b'1' | b'2', b'.', b'0'..=b'9'])) {
        return broken("it states no version");
    }
    let tail = bytes.get(bytes.len().saturating_sub(TAIL)..).unwrap_or(bytes);
    if !contains(tail, b"%%EOF") || !contains(tail, b"startxref") {
        return broken("its end is not there");
    }
    if !contains(bytes, b" obj") {
        return broken("it has no objects");
    }
    check_names(bytes)?;
    check_packed(bytes)
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

/// Refuses names that do something.
fn check_names(bytes: &[u8]) -> Result<(), ContentError> {
    for name in names(bytes) {
        if let Some((_, words)) = ACTIVE.iter().find(|(active, _)| name.is(active)) {
            return Err(ContentError::Active(words));
        }
        if name.is(b"Encrypt") {
            return Err(ContentError::Encrypted);
        }
    }
    Ok(())
}

/// Unpacks the streams of objects, and refuses what does something in them.
fn check_packed(bytes: &[u8]) -> Result<(), ContentError> {
    let mut left = MOST_UNPACKED;
    let (mut place, mut dictionary) = (0, 0);
    while let Some(found) = find(bytes, place, b"stream") {
        let after = found + b"stream".len();
        let before = bytes.get(dictionary..found).unwrap_or_default();
        (place, dictionary) = (after, after);
        if before.ends_with(b"end") {
            continue;
        }
        let object = before.windows(3).rposition(|window| window == b"obj").unwrap_or(0);
        let head = Head::of(before.get(object..).unwrap_or_default());
        let data = bytes.get(after..).unwrap_or_default();
        let data = data.strip_prefix(b"\r").unwrap_or(data);
        let data = data.strip_prefix(b"\n").unwrap_or(data);
        match head {
            Head { holds_objects: false, .. } | Head { packing: Packing::None, .. } => {}
            Head { packing: Packing::Other, .. } => return Err(ContentError::Opaque),
            Head { packing: Packing::Flate, .. } => {
                let unpacked =
                    decompress_to_vec_zlib_with_limit(data, left).map_err(|_| ContentError::Opaque)?;
                left -= unpacked.len().min(left);
                check_names(&unpacked)?;
            }
        }
    }
    Ok(())
}

fn find(bytes: &[u8], from: usize, wanted: &[u8]) -> Option<usize> {
    let rest = bytes.get(from..)?;
    Some(from + rest.windows(wanted.len()).position(|window| window == wanted)?)
}

/// What a stream's dictionary says of it.
struct Head {
    holds_objects: bool,
    packing: Packing,
}

enum Packing {
    None,
    Flate,
    Other,
}

impl Head {
    /// A stream holds objects where it says so, or says how many and where the first is (7.5.7, table 16).
    fn of(dictionary: &[u8]) -> Self {
        let has = |wanted: &[u8]| names(dictionary).any(|name| name.is(wanted));
        let other = names(dictionary).any(Name::is_of_other_packing);
        Self {
            holds_objects: has(b"ObjStm") || (has(b"First") && has(b"N")),
            packing: match (has(b"Filter"), has(b"FlateDecode")) {
                _ if other => Packing::Other,
                (false, _) => Packing::None,
                (true, true) => Packing::Flate,
                (true, false) => Packing::Other,
            },
        }
    }
}

/// A name as it is written: after its slash, perhaps with `#` and two digits for a letter.
#[derive(Clone, Copy)]
struct Name<'a>(&'a [u8]);

/// The names in some bytes, in whatever they stand.
fn names(bytes: &[u8]) -> impl Iterator<Item = Name<'_>> {
    let slashes = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'/');
    slashes.filter_map(|(place, _)| bytes.get(place + 1..)).map(Name)
}

impl Name<'_> {
    /// Whether it is this one, and goes on no further.
    fn is(self, wanted: &[u8]) -> bool {
        let mut letters = self.letters();
        wanted.iter().all(|byte| letters.next() == Some(*byte)) && letters.next().is_none()
    }

    fn is_of_other_packing(self) -> bool {
        let packings: [&[u8]; 9] = [
            b"LZWDecode",
            b"ASCIIHexDecode",
            b"ASCII85Decode",
            b"RunLengthDecode",
            b"CCITTFaxDecode",
            b"JBIG2Decode",
            b"DCTDecode",
            b"JPXDecode",
            b"Crypt",
        ];
        packings.iter().any(|packing| self.is(packing)) || self.is(b"Predictor")
    }

    /// Its letters, with those that are written as digits.
    fn letters(self) -> impl Iterator<Item = u8> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let (byte, after) = rest.split_first()?;
            if let (b'#', Some(digits)) = (byte, after.get(..2)) {
                let digits = std::str::from_utf8(digits).ok()?;
                rest = after.get(2..)?;
                return u8::from_str_radix(digits, 16).ok();
            }
            rest = after;
            let ends = byte.is_ascii_whitespace() || *byte == 0 || b"()<>[]{}/%".contains(byte);
            (!ends).then_some(*byte)
        })
    }
}
