//! Content codings: what a visitor's browser can unpack, and packing it (RFC 9110, sections 8.4 and 12.5.3).

use std::io::Write;

use axum::http::{HeaderMap, HeaderValue, header::ACCEPT_ENCODING};
use flate2::{Compression, write::GzEncoder};

/// How bytes are packed on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Coding {
    /// Brotli (RFC 7932).
    Brotli,
    /// Zstandard (RFC 8878).
    Zstd,
    /// Gzip (RFC 1952).
    Gzip,
    /// As they are.
    Identity,
}

/// How much time packing may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Effort {
    /// For one visitor: a millisecond for a page.
    Once,
    /// For all visitors until the next release.
    ForGood,
}

/// What Brotli looks back on, as a power of two: 4 MiB, more than any page has.
const BROTLI_WINDOW: u32 = 22;

impl Coding {
    /// The packed ones, the smallest first.
    const PACKED: [Self; 3] = [Self::Brotli, Self::Zstd, Self::Gzip];

    /// The smallest coding that a request accepts. A coding that it gives no weight of its own has the one of `*`;
    /// an answer that is not packed is never refused, as a visitor can always read it.
    pub(super) fn accepted(asked: &HeaderMap) -> Self {
        let lines = || asked.get_all(ACCEPT_ENCODING).iter().filter_map(|line| line.to_str().ok());
        let weight =
            |name: &str| lines().flat_map(|line| line.split(',')).find_map(|part| weight_of(part, name));
        let accepts = |coding: &Self| weight(coding.name()).or_else(|| weight("*")).unwrap_or(0.0) > 0.0;
        Self::PACKED.into_iter().find(accepts).unwrap_or(Self::Identity)
    }

    /// Its name in headers.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Zstd => "zstd",
            Self::Gzip => "gzip",
            Self::Identity => "identity",
        }
    }

    /// What the Content-Encoding header says; nothing of bytes as they are.
    pub(super) fn header(self) -> Option<HeaderValue> {
        (self != Self::Identity).then(|| HeaderValue::from_static(self.name()))
    }

    /// The bytes, packed; nothing where that would not make them smaller.
    pub(super) fn pack(self, bytes: &[u8], effort: Effort) -> Option<Vec<u8>> {
        let packed = match self {
            Self::Identity => return None,
            Self::Gzip => gzip(bytes, effort),
            Self::Brotli => brotli(bytes, effort),
            Self::Zstd => zstd(bytes, effort),
        };
        packed.filter(|packed| packed.len() < bytes.len())
    }
}

/// The weight that a part of an Accept-Encoding header gives to a coding: `br;q=0.5` gives `br` a half.
fn weight_of(part: &str, name: &str) -> Option<f32> {
    let mut parts = part.split(';').map(str::trim);
    if !parts.next()?.eq_ignore_ascii_case(name) {
        return None;
    }
    let weight =
        parts.find_map(|parameter| parameter.strip_prefix("q=").or_else(|| parameter.strip_prefix("Q=")));
    weight.map_or(Some(1.0), |weight| weight.parse().ok())
}

fn gzip(bytes: &[u8], effort: Effort) -> Option<Vec<u8>> {
    let level = match effort {
        Effort::Once => Compression::new(6),
        Effort::ForGood => Compression::best(),
    };
    let mut encoder = GzEncoder::new(Vec::with_capacity(bytes.len() / 3), level);
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok()
}

fn brotli(bytes: &[u8], effort: Effort) -> Option<Vec<u8>> {
    let quality = match effort {
        Effort::Once => 5,
        Effort::ForGood => 11,
    };
    let mut packed = Vec::with_capacity(bytes.len() / 3);
    let mut encoder = brotli::CompressorWriter::new(&mut packed, 16 * 1024, quality, BROTLI_WINDOW);
    encoder.write_all(bytes).ok()?;
    drop(encoder);
    Some(packed)
}

fn zstd(bytes: &[u8], effort: Effort) -> Option<Vec<u8>> {
    let level = match effort {
        Effort::Once => 9,
        Effort::ForGood => 19,
    };
    zstd::bulk::compress(bytes, level).ok()
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn the_smallest_coding_that_is_accepted() {
        for (header, coding) in [
            ("gzip, deflate, br, zstd", Coding::Brotli),
            ("gzip", Coding::Gzip),
            ("GZIP;Q=0.5", Coding::Gzip),
            ("br;q=0, gzip;q=0.1", Coding::Gzip),
            ("*", Coding::Brotli),
            ("*;q=0", Coding::Identity),
            ("br;q=0, *", Coding::Zstd),
            ("zstd, gzip", Coding::Zstd),
            ("br;q=many", Coding::Identity),
            ("identity", Coding::Identity),
            ("", Coding::Identity),
            (",;,=;q", Coding::Identity),
        ] {
            let asked = HeaderMap::from_iter([(ACCEPT_ENCODING, header.parse().unwrap())]);
            assert_eq!(Coding::accepted(&asked), coding, "{header:?}");
        }
        assert_eq!(Coding::accepted(&HeaderMap::new()), Coding::Identity);
    }

    #[test]
    fn what_is_packed_is_unpacked_again() {
        let text = "Toyokawa, Copertino, Hsinchu, Bhubaneswar. ".repeat(100).into_bytes();
        for effort in [Effort::Once, Effort::ForGood] {
            let (mut brotli, mut gzip) = (Vec::new(), Vec::new());
            let packed = Coding::Brotli.pack(&text, effort).unwrap();
            brotli::Decompressor::new(packed.as_slice(), 4096).read_to_end(&mut brotli).unwrap();
            let packed = Coding::Gzip.pack(&text, effort).unwrap();
            flate2::read::GzDecoder::new(packed.as_slice()).read_to_end(&mut gzip).unwrap();
            let packed = Coding::Zstd.pack(&text, effort).unwrap();
            let zstd = zstd::bulk::decompress(&packed, text.len()).unwrap();
            assert!(brotli == text && gzip == text && zstd == text);
        }
        assert_eq!(Coding::Gzip.pack(b"x", Effort::Once), None);
        assert_eq!(Coding::Identity.pack(&text, Effort::Once), None);
    }
}
