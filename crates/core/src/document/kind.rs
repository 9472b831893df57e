//! What bytes are: told from themselves, never from a file's name.

use std::fmt;

use crate::text::Line;
use crate::word::words;

/// What is kept, and served: its media type (RFC 6838).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, sqlx::Type)]
#[sqlx(type_name = "text")]
pub enum MediaType {
    /// A document (ISO 32000).
    #[serde(rename = "application/pdf")]
    #[sqlx(rename = "application/pdf")]
    Pdf,
    /// A photograph (ITU-T T.81).
    #[serde(rename = "image/jpeg")]
    #[sqlx(rename = "image/jpeg")]
    Jpeg,
    /// A drawing, or a picture that one sees through (RFC 2083).
    #[serde(rename = "image/png")]
    #[sqlx(rename = "image/png")]
    Png,
}

words!(MediaType { Pdf = "application/pdf", Jpeg = "image/jpeg", Png = "image/png" });

impl MediaType {
    /// What it is called in a sentence.
    pub const fn called(self) -> &'static str {
        match self {
            Self::Pdf => "PDF",
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
        }
    }

    /// The ends that the names of such files have, the usual one first.
    const fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Pdf => &["pdf"],
            Self::Jpeg => &["jpg", "jpeg"],
            Self::Png => &["png"],
        }
    }

    /// A name that ends as such files do.
    pub(super) fn named(self, name: Line) -> Line {
        let is = |ending: &str, one: &&str| ending.eq_ignore_ascii_case(one);
        let (stem, ending) = name.as_str().rsplit_once('.').unwrap_or((name.as_str(), ""));
        if self.endings().iter().any(|one| is(ending, one)) {
            return name;
        }
        let known = ["pdf", "jpg", "jpeg", "png", "webp"].iter().any(|one| is(ending, one));
        let stem = if known { stem } else { name.as_str() };
        let usual = self.endings().first().copied().unwrap_or_default();
        format!("{stem}.{usual}").parse().unwrap_or(name)
    }
}

/// What is taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Pdf,
    Jpeg,
    Png,
    WebP,
}

impl Kind {
    /// What bytes are by their first ones.
    pub(super) fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [b'%', b'P', b'D', b'F', b'-', ..] => Some(Self::Pdf),
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some(Self::Png),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Self::WebP),
            _ => None,
        }
    }

    pub(super) const fn called(self) -> &'static str {
        match self {
            Self::Pdf => "PDF",
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::WebP => "WebP",
        }
    }
}

/// What bytes look like that are not taken in, for a person who wonders why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Looks(&'static str);

/// First bytes, and what they begin.
const BEGINNINGS: [(&[u8], &str); 12] = [
    (b"#!", "a script"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"PK\x03\x04", "a ZIP archive, as Word and OpenDocument files are"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "an RTF text"),
    (b"GIF8", "a GIF"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"BM", "a bitmap (BMP)"),
    (b"%!PS", "PostScript"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
];

impl Looks {
    /// What bytes look like.
    pub(super) fn of(bytes: &[u8]) -> Self {
        let known = BEGINNINGS.iter().find(|(beginning, _)| bytes.starts_with(beginning));
        Self(known.map_or_else(|| of_other(bytes), |(_, words)| words))
    }
}

fn of_other(bytes: &[u8]) -> &'static str {
    let box_type = bytes.get(4..12);
    let iphone = [&b"ftypheic"[..], b"ftypheix", b"ftypmif1", b"ftypmsf1", b"ftyphevc"];
    if box_type.is_some_and(|found| iphone.contains(&found)) {
        return "a HEIC photo, as iPhones take them";
    }
    if box_type == Some(b"ftypavif") {
        return "an AVIF picture";
    }
    let head: Vec<u8> = bytes.iter().take(1000).map(u8::to_ascii_lowercase).collect();
    let text = head.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&head).trim_ascii_start();
    if [&b"<!doctype html"[..], b"<html", b"<script", b"<head", b"<body"]
        .iter()
        .any(|tag| text.starts_with(tag))
    {
        "a web page (HTML)"
    } else if text.starts_with(b"<svg") || text.starts_with(b"<?xml") {
        "XML, as SVG drawings are"
    } else if std::str::from_utf8(text).is_ok_and(|text| !text.contains('\0')) {
        "plain text"
    } else {
        "of an unknown kind"
    }
}

impl fmt::Display for Looks {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_say_what_they_are() {
        for (bytes, kind) in [
            (&b"%PDF-1.7\n"[..], Kind::Pdf),
            (b"\xff\xd8\xff\xe0", Kind::Jpeg),
            (b"\x89PNG\r\n\x1a\n", Kind::Png),
            (b"RIFF\x10\x00\x00\x00WEBPVP8 ", Kind::WebP),
        ] {
            assert_eq!(Kind::of(bytes), Some(kind));
        }
        for (bytes, looks) in [
            (&b"RIFF\x10\x00\x00\x00WAVE"[..], "of an unknown kind"),
            (b" %PDF-1.7", "plain text"),
            (b"#!/bin/sh\nrm -rf /", "a script"),
            (b"\xef\xbb\xbf \n<!DOCTYPE html>", "a web page (HTML)"),
            (b"<ScRiPt>alert(1)</script>", "a web page (HTML)"),
            (b"<?xml version='1.0'?><svg>", "XML, as SVG drawings are"),
            (b"\x00\x00\x00\x18ftypheic", "a HEIC photo, as iPhones take them"),
            (b"PK\x03\x04", "a ZIP archive, as Word and OpenDocument files are"),
            (b"\xff\xfe\x00", "of an unknown kind"),
        ] {
            assert_eq!((Kind::of(bytes), Looks::of(bytes).to_string().as_str()), (None, looks));
        }
    }
}
