//! Content: bytes with a name for what they are, packed once, and sent again only to whom does not hold them.

use std::fmt::Write;
use std::sync::{Arc, OnceLock};

use axum::{
    body::{Body, Bytes},
    http::{
        HeaderMap, HeaderValue, StatusCode,
        header::{
            CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LANGUAGE, CONTENT_TYPE, ETAG, LINK, VARY, WARNING,
        },
    },
    response::{IntoResponse, Response},
};
use jiff::Timestamp;
use sha2::{Digest, Sha256};

use super::PageError;
use super::coding::{Coding, Effort};
use super::conditions::{Decision, decide};
use super::heads::Heads;
use super::media::{Caching, Media};
use super::protection::{Protection, share};
use crate::language::Locale;

/// Bytes below this are sent as they are: packed, they would take as many packets.
const LEAST_PACKED: usize = 1024;

/// About how many headers an answer has in the end.
const HEADERS: usize = 16;

/// About how many bytes the head of an answer takes.
const HEAD: usize = 3 * 1024;

/// Content that is ready to be sent, and packed once for all who ask for the same.
#[derive(Debug, Clone)]
pub struct Content {
    media: Media,
    caching: Caching,
    reach: Reach,
    links: Option<HeaderValue>,
    protection: Protection,
    language: Option<Locale>,
    forms: Arc<Forms>,
    /// When it is no longer right by the course of time alone, where that is sooner than the site knows.
    until: Option<Timestamp>,
    /// Whether it may have changed since, which cannot be told now.
    outdated: Outdated,
}

/// Who may load content, beside people who visit it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// The pages of this site.
    Own,
    /// Those of any other site too.
    Anywhere,
}

/// Whether content is known to be right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outdated {
    No,
    Perhaps,
}

/// What is said with content that may be outdated (RFC 9111 lets proxies do without it, and browsers show it).
const PERHAPS_OUTDATED: HeaderValue = HeaderValue::from_static("111 - \"Revalidation Failed\"");

/// The forms that the same content has on the wire.
#[derive(Debug)]
struct Forms {
    plain: Form,
    /// Packed when first asked for; nothing inside where packing does not help.
    brotli: OnceLock<Option<Form>>,
    zstd: OnceLock<Option<Form>>,
    gzip: OnceLock<Option<Form>>,
}

/// The bytes of a form, and its entity tag.
#[derive(Debug, Clone)]
struct Form {
    coding: Coding,
    bytes: Bytes,
    tag: HeaderValue,
}

impl Content {
    /// Content of a media type, which a browser asks for again each time.
    ///
    /// Its entity tags are strong and made from the bytes alone, one for each coding: the same bytes have the same
    /// tags on every server and after every restart.
    pub fn new(media: Media, bytes: impl Into<Bytes>) -> Self {
        let bytes = bytes.into();
        let tag = entity_tag(&bytes, Coding::Identity);
        let plain = Form { coding: Coding::Identity, bytes, tag };
        let forms = Forms { plain, brotli: OnceLock::new(), zstd: OnceLock::new(), gzip: OnceLock::new() };
        Self {
            media,
            caching: Caching::Revalidate,
            reach: Reach::Own,
            links: None,
            protection: Protection::Page,
            language: None,
            forms: Arc::new(forms),
            until: None,
            outdated: Outdated::No,
        }
    }

    /// A page of the site.
    pub fn html(html: String) -> Self {
        Self::new(Media::HTML, html)
    }

    /// The same content, kept by browsers in another way.
    #[must_use]
    pub fn caching(self, caching: Caching) -> Self {
        Self { caching, ..self }
    }

    /// The same content, which pages of any other site may load too: feeds, data, pictures.
    #[must_use]
    pub fn shared(self) -> Self {
        Self { reach: Reach::Anywhere, ..self }
    }

    /// The same content with links to others, as the Link header writes them (RFC 8288).
    #[must_use]
    pub fn linked(self, links: HeaderValue) -> Self {
        Self { links: Some(links), ..self }
    }

    /// The same content, with which other sites may do something else than with a page.
    #[must_use]
    pub fn protected(self, protection: Protection) -> Self {
        Self { protection, ..self }
    }

    /// The same content, right only up to a moment: it shows a clock.
    #[must_use]
    pub fn right_until(self, moment: Timestamp) -> Self {
        Self { until: Some(moment), ..self }
    }

    /// The same content, which may have changed since.
    #[must_use]
    pub(crate) fn outdated(self) -> Self {
        Self { outdated: Outdated::Perhaps, ..self }
    }

    /// The moment up to which it is right, where it says so itself.
    pub(crate) fn until(&self) -> Option<Timestamp> {
        self.until
    }

    /// The bytes that it takes at most, with all its forms and their heads: the three packed ones together are as long
    /// as the plain one, and a form that is not shorter is not kept.
    pub(crate) fn weight(&self) -> usize {
        let plain = self.forms.plain.bytes.len();
        size_of::<Forms>() + size_of::<Heads>() + 4 * HEAD + if self.packs() { 2 * plain } else { plain }
    }

    /// The same content, whose words are in a language that it cannot say itself.
    #[must_use]
    pub fn in_language(self, locale: Locale) -> Self {
        Self { language: Some(locale), ..self }
    }

    /// The bytes, as they are when nothing is packed.
    pub fn bytes(&self) -> &Bytes {
        &self.forms.plain.bytes
    }

    /// The form of it that a request can take.
    fn form(&self, asked: &HeaderMap) -> &Form {
        let Forms { plain, brotli, zstd, gzip } = &*self.forms;
        if !self.packs() {
            return plain;
        }
        let coding = Coding::accepted(asked);
        let packed = match coding {
            Coding::Identity => return plain,
            Coding::Brotli => brotli,
            Coding::Zstd => zstd,
            Coding::Gzip => gzip,
        };
        let effort = if self.caching == Caching::Immutable { Effort::ForGood } else { Effort::Once };
        let pack = || {
            let bytes = coding.pack(&plain.bytes, effort)?.into();
            Some(Form { coding, bytes, tag: entity_tag(&plain.bytes, coding) })
        };
        packed.get_or_init(pack).as_ref().unwrap_or(plain)
    }

    /// Whether packing is worth the while.
    fn packs(&self) -> bool {
        self.media.is_text() && self.forms.plain.bytes.len() >= LEAST_PACKED
    }

    /// The content, or word that the visitor has it already.
    pub(super) fn respond(&self, asked: &HeaderMap) -> Result<Response, PageError> {
        let form = self.form(asked);
        let mut response = match decide(asked, &form.tag) {
            Decision::Refused => return Err(PageError::NotAsWanted),
            Decision::Held => Response::default(),
            Decision::Send => return Ok(with_head(self.whole_head(form), form)),
        };
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        *response.headers_mut() = self.head(form);
        Ok(response)
    }

    /// The same for content that is at hand: the head of an answer is made, and finished, once.
    pub(super) fn respond_again(
        &self,
        asked: &HeaderMap,
        heads: &Heads,
        finish: impl Fn(&mut HeaderMap),
    ) -> Result<Response, PageError> {
        let form = self.form(asked);
        if decide(asked, &form.tag) != Decision::Send {
            let mut response = self.respond(asked)?;
            finish(response.headers_mut());
            return Ok(response);
        }
        let head = heads.of(form.coding).get_or_init(|| {
            let mut head = self.whole_head(form);
            finish(&mut head);
            head
        });
        Ok(with_head(head.clone(), form))
    }

    /// The head of any answer with this form.
    fn head(&self, form: &Form) -> HeaderMap {
        let mut headers = HeaderMap::with_capacity(HEADERS);
        headers.insert(ETAG, form.tag.clone());
        headers.insert(CACHE_CONTROL, self.caching.header());
        self.protection.apply(&mut headers);
        if self.outdated == Outdated::Perhaps {
            headers.insert(WARNING, PERHAPS_OUTDATED);
        }
        if self.packs() {
            headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
        }
        if let Some(links) = &self.links {
            headers.insert(LINK, links.clone());
        }
        self.admit(&mut headers);
        headers
    }

    /// The head of an answer that is all of a form.
    fn whole_head(&self, form: &Form) -> HeaderMap {
        let mut headers = self.head(form);
        headers.insert(CONTENT_TYPE, self.media.header());
        if let Some(coding) = form.coding.header() {
            headers.insert(CONTENT_ENCODING, coding);
        }
        if let Some(locale) = self.language {
            headers.insert(CONTENT_LANGUAGE, HeaderValue::from_static(locale.tag()));
        }
        headers
    }

    /// The content as word of an error: plain, whatever was asked, and not to be kept.
    pub(super) fn respond_as_error(&self, status: StatusCode) -> Response {
        let mut response = (status, self.bytes().clone()).into_response();
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, self.media.header());
        headers.insert(CACHE_CONTROL, Caching::Never.header());
        self.admit(headers);
        response
    }

    /// Lets those load it who may.
    fn admit(&self, headers: &mut HeaderMap) {
        if self.reach == Reach::Anywhere {
            share(headers);
        }
    }
}

fn with_head(head: HeaderMap, form: &Form) -> Response {
    let mut response = Response::new(Body::from(form.bytes.clone()));
    *response.headers_mut() = head;
    response
}

/// The first 16 bytes of the SHA-256 with the coding, quoted (RFC 9110, section 8.8.3).
fn entity_tag(bytes: &[u8], coding: Coding) -> HeaderValue {
    let digest = Sha256::digest(bytes);
    let mut tag = String::from("\"");
    for byte in digest.iter().take(16) {
        // Writing to a string cannot fail.
        let _ = write!(tag, "{byte:02x}");
    }
    if coding != Coding::Identity {
        tag.push('-');
        tag.push_str(coding.name());
    }
    tag.push('"');
    HeaderValue::try_from(tag).unwrap_or_else(|_| HeaderValue::from_static("\"\""))
}

#[cfg(test)]
mod tests {
    use axum::http::{
        HeaderName,
        header::{ACCEPT_ENCODING, IF_NONE_MATCH},
    };

    use super::*;

    fn asking(name: HeaderName, value: &str) -> HeaderMap {
        HeaderMap::from_iter([(name, value.parse().unwrap())])
    }

    #[test]
    fn a_tag_comes_from_the_bytes_and_the_coding() {
        let tag = |text: &str, coding| entity_tag(text.as_bytes(), coding);
        assert_eq!(tag("Toyokawa", Coding::Identity), tag("Toyokawa", Coding::Identity));
        assert_ne!(tag("Toyokawa", Coding::Identity), tag("Hsinchu", Coding::Identity));
        assert_ne!(tag("Toyokawa", Coding::Gzip), tag("Toyokawa", Coding::Brotli));
        assert_eq!(tag("Toyokawa", Coding::Identity).len(), 34);
    }

    #[test]
    fn a_visitor_who_holds_the_content_gets_none() {
        let page = Content::html("<p>Copertino".to_owned());
        let tag = page.forms.plain.tag.to_str().unwrap().to_owned();
        let table = [
            (tag.clone(), true),
            (format!("W/{tag}"), true),
            (format!("\"other\", {tag}"), true),
            ("*".to_owned(), true),
            ("\"other\"".to_owned(), false),
            (tag.replace('"', ""), false),
            (String::new(), false),
        ];
        for (held, known) in table {
            let response = page.respond(&asking(IF_NONE_MATCH, &held)).unwrap();
            assert_eq!(response.status() == StatusCode::NOT_MODIFIED, known, "{held}");
            assert_eq!(response.headers()[ETAG], tag);
            assert_eq!(response.headers()[CACHE_CONTROL], "no-cache");
        }
    }

    #[test]
    fn text_is_packed_for_whom_can_unpack_it() {
        let page = Content::html("<p>Copertino, Toyokawa".repeat(100));
        for (accepts, coding) in [
            ("gzip", Some("gzip")),
            ("br, gzip", Some("br")),
            ("gzip, zstd", Some("zstd")),
            ("identity", None),
        ] {
            let response = page.respond(&asking(ACCEPT_ENCODING, accepts)).unwrap();
            let header = |name| response.headers().get(name).map(|value| value.to_str().unwrap());
            assert_eq!(
                (header(CONTENT_ENCODING), header(VARY)),
                (coding, Some("accept-encoding")),
                "{accepts}"
            );
            let mut again = asking(ACCEPT_ENCODING, accepts);
            again.insert(IF_NONE_MATCH, response.headers()[ETAG].clone());
            let again = page.respond(&again).unwrap();
            assert_eq!(
                (again.status(), again.headers().get(VARY).is_some()),
                (StatusCode::NOT_MODIFIED, true)
            );
        }
        let packed =
            [Content::html("<p>short".to_owned()), Content::new(Media::named("image/png"), vec![0_u8; 4096])];
        for content in packed {
            let response = content.respond(&asking(ACCEPT_ENCODING, "br")).unwrap();
            assert_eq!(
                (response.headers().get(CONTENT_ENCODING), response.headers().get(VARY)),
                (None, None)
            );
        }
    }

    #[test]
    fn shared_content_says_so_each_time() {
        let data = Content::new(Media::named("text/csv; charset=utf-8"), "city\n")
            .shared()
            .linked(HeaderValue::from_static("</next>; rel=\"next\""));
        let tag = data.forms.plain.tag.clone();
        for asked in [HeaderMap::new(), HeaderMap::from_iter([(IF_NONE_MATCH, tag)])] {
            let headers = data.respond(&asked).unwrap().headers().clone();
            assert_eq!(headers["access-control-allow-origin"], "*");
            assert_eq!(headers[LINK], "</next>; rel=\"next\"");
        }
        let private = Content::html(String::new()).respond(&HeaderMap::new()).unwrap();
        assert!(!private.headers().contains_key("access-control-allow-origin"));
    }
}
