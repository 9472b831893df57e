//! Files that people gave: sent whole or in parts (RFC 9110, section 14), offered under their names.

use std::ops::{Bound, RangeInclusive};

use axum::{
    body::{Body, Bytes},
    http::{
        HeaderMap, HeaderValue, StatusCode,
        header::{
            ACCEPT_RANGES, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_RANGE, CONTENT_TYPE, ETAG, IF_RANGE,
        },
    },
    response::{IntoResponse, Response},
};
use headers::{HeaderMapExt, Range};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::{
    PageError,
    conditions::{Decision, decide},
    media::{Caching, Media},
    protection::Protection,
};

/// A file that is ready to be sent.
#[derive(Debug, Clone)]
pub struct FileContent {
    media: Media,
    bytes: Bytes,
    tag: HeaderValue,
    disposition: Option<HeaderValue>,
}

/// What is asked for of a file.
enum Part {
    Whole,
    Bytes(RangeInclusive<u64>),
    /// Nothing that it has.
    Beyond,
}

impl FileContent {
    /// A file of a media type, which is shown where it stands; `hash` tells its bytes from all others.
    pub fn shown(media: Media, bytes: Bytes, hash: &str) -> Self {
        let tag = HeaderValue::try_from(format!("\"{hash}\"")).unwrap_or(HeaderValue::from_static("\"\""));
        Self { media, bytes, tag, disposition: None }
    }

    /// The same, to be kept under a name (RFC 6266) and never opened in the site's own name.
    #[must_use]
    pub fn kept_as(self, name: &str) -> Self {
        let encoded = utf8_percent_encode(name, NON_ALPHANUMERIC);
        let disposition = HeaderValue::try_from(format!("attachment; filename*=UTF-8''{encoded}")).ok();
        Self { disposition, ..self }
    }

    /// The file, the part of it that is asked for, or word that the visitor has it already.
    pub(super) fn respond(&self, asked: &HeaderMap) -> Result<Response, PageError> {
        let mut response = match decide(asked, &self.tag) {
            Decision::Refused => return Err(PageError::NotAsWanted),
            Decision::Held => StatusCode::NOT_MODIFIED.into_response(),
            Decision::Send => self.part_asked(asked),
        };
        let headers = response.headers_mut();
        headers.insert(ETAG, self.tag.clone());
        headers.insert(CACHE_CONTROL, Caching::Published.header());
        headers.insert(ACCEPT_RANGES, HeaderValue::from_static("bytes"));
        Protection::Inert.apply(headers);
        Ok(response)
    }

    fn part_asked(&self, asked: &HeaderMap) -> Response {
        let length = self.length();
        let (status, bytes, range) = match self.part(asked) {
            Part::Whole => (StatusCode::OK, self.bytes.clone(), None),
            Part::Bytes(range) => {
                let place = |at: u64| usize::try_from(at).unwrap_or(usize::MAX);
                let bytes = self.bytes.slice(place(*range.start())..=place(*range.end()));
                let words = format!("bytes {}-{}/{length}", range.start(), range.end());
                (StatusCode::PARTIAL_CONTENT, bytes, Some(words))
            }
            Part::Beyond => {
                (StatusCode::RANGE_NOT_SATISFIABLE, Bytes::new(), Some(format!("bytes */{length}")))
            }
        };
        let mut response = (status, Body::from(bytes)).into_response();
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, self.media.header());
        if let Some(range) = range.and_then(|range| HeaderValue::try_from(range).ok()) {
            headers.insert(CONTENT_RANGE, range);
        }
        if let Some(disposition) = &self.disposition {
            headers.insert(CONTENT_DISPOSITION, disposition.clone());
        }
        response
    }

    /// One range of bytes, if the visitor asks for one and still means this file; whoever asks for several gets all.
    fn part(&self, asked: &HeaderMap) -> Part {
        let Some(range) = asked.typed_get::<Range>() else { return Part::Whole };
        if asked.get(IF_RANGE).is_some_and(|meant| meant != self.tag) {
            return Part::Whole;
        }
        let length = self.length();
        let mut ranges = range.satisfiable_ranges(length);
        match (ranges.next(), ranges.next()) {
            (None, _) => Part::Beyond,
            (Some((Bound::Included(first), last)), None) => {
                let last = match last {
                    Bound::Included(last) => last,
                    Bound::Excluded(end) => end.saturating_sub(1),
                    Bound::Unbounded => length,
                };
                let last = last.min(length.saturating_sub(1));
                if first >= length {
                    Part::Beyond
                } else if first > last {
                    Part::Whole
                } else {
                    Part::Bytes(first..=last)
                }
            }
            (Some(_), _) => Part::Whole,
        }
    }

    fn length(&self) -> u64 {
        u64::try_from(self.bytes.len()).unwrap_or(u64::MAX)
    }
}

#[cfg(test)]
mod tests {
    use axum::http::{
        HeaderName,
        header::{IF_NONE_MATCH, RANGE},
    };

    use super::*;

    fn file() -> FileContent {
        FileContent::shown(Media::named("application/pdf"), Bytes::from_static(b"0123456789"), "aa")
            .kept_as("agreement \"1978\" 豊川.pdf")
    }

    fn asking(headers: &[(HeaderName, &str)]) -> Response {
        let asked = headers.iter().map(|(name, value)| (name.clone(), value.parse().unwrap())).collect();
        file().respond(&asked).unwrap()
    }

    #[test]
    fn a_part_is_sent_to_whom_asks_for_one() {
        for (range, status, length, said) in [
            ("bytes=0-3", 206, 4, Some("bytes 0-3/10")),
            ("bytes=7-", 206, 3, Some("bytes 7-9/10")),
            ("bytes=-2", 206, 2, Some("bytes 8-9/10")),
            ("bytes=5-500", 206, 5, Some("bytes 5-9/10")),
            ("bytes=10-", 416, 0, Some("bytes */10")),
            ("bytes=0-1,4-5", 200, 10, None),
            ("bytes=4-2", 200, 10, None),
            ("pages=1", 200, 10, None),
            ("nonsense", 200, 10, None),
        ] {
            let response = asking(&[(RANGE, range)]);
            let sent = axum::body::HttpBody::size_hint(response.body()).exact();
            let header = response.headers().get(CONTENT_RANGE).map(|value| value.to_str().unwrap());
            assert_eq!((response.status().as_u16(), sent, header), (status, Some(length), said), "{range}");
        }
    }

    #[test]
    fn a_part_of_another_file_is_not_mixed_in() {
        let status = |tag| asking(&[(RANGE, "bytes=0-3"), (IF_RANGE, tag)]).status().as_u16();
        assert_eq!((status("\"aa\""), status("\"bb\"")), (206, 200));
        assert_eq!(asking(&[(IF_NONE_MATCH, "\"aa\"")]).status(), StatusCode::NOT_MODIFIED);
    }

    #[test]
    fn a_name_cannot_break_out_of_its_header() {
        let response = asking(&[]);
        let disposition = response.headers()[CONTENT_DISPOSITION].to_str().unwrap();
        let expected = "attachment; filename*=UTF-8''agreement%20%221978%22%20%E8%B1%8A%E5%B7%9D%2Epdf";
        assert_eq!(disposition, expected);
    }
}
