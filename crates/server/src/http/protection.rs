//! The headers that tell a browser what this site never does.

use axum::http::{
    HeaderMap, HeaderName, HeaderValue,
    header::{
        ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_EXPOSE_HEADERS, CONTENT_SECURITY_POLICY, REFERRER_POLICY,
        STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
    },
};

/// What every answer carries, unless it says otherwise itself (a page to embed, a picture to show elsewhere).
///
/// Nothing comes from another site, nothing is inline, nobody frames a page.
const ALWAYS: [(HeaderName, &str); 7] = [
    (
        CONTENT_SECURITY_POLICY,
        "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; \
         script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; \
         frame-ancestors 'none'",
    ),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (X_FRAME_OPTIONS, "DENY"),
    (REFERRER_POLICY, "strict-origin-when-cross-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
];

/// What an answer carries that the pages of any site may load: data, feeds, pictures (CORS, in the Fetch standard).
///
/// Plain reading needs no question before it (a preflight), and nothing here asks who reads.
const SHARED: [(HeaderName, &str); 3] = [
    (ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
    (ACCESS_CONTROL_EXPOSE_HEADERS, "etag, link"),
    (HeaderName::from_static("cross-origin-resource-policy"), "cross-origin"),
];

/// How long a browser insists on TLS, once it has seen it: one year.
const TRANSPORT_SECURITY: &str = "max-age=31536000";

/// Whether visitors reach the site through TLS, which a server in front of this one ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Transport {
    /// Plain HTTP, as on a developer's machine.
    Plain,
    /// HTTPS, which browsers are told to insist on.
    Secure,
}

/// Lets the pages of any site load an answer.
pub(super) fn share(headers: &mut HeaderMap) {
    for (name, value) in SHARED {
        headers.insert(name, HeaderValue::from_static(value));
    }
}

/// Adds the headers that are not set yet.
pub(super) fn protect(headers: &mut HeaderMap, transport: Transport) {
    for (name, value) in ALWAYS {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    if transport == Transport::Secure {
        headers.insert(STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(TRANSPORT_SECURITY));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tls_is_insisted_on_only_where_it_is() {
        for (transport, insists) in [(Transport::Plain, false), (Transport::Secure, true)] {
            let mut headers = HeaderMap::new();
            protect(&mut headers, transport);
            assert_eq!(headers.contains_key(STRICT_TRANSPORT_SECURITY), insists, "{transport:?}");
        }
    }

    #[test]
    fn what_is_shared_stays_so() {
        let mut headers = HeaderMap::new();
        share(&mut headers);
        protect(&mut headers, Transport::Plain);
        assert_eq!(headers["cross-origin-resource-policy"], "cross-origin");
        assert_eq!(headers[ACCESS_CONTROL_ALLOW_ORIGIN], "*");
        assert_eq!(headers[X_FRAME_OPTIONS], "DENY");
    }

    #[test]
    fn an_answer_may_say_otherwise() {
        let framed = HeaderValue::from_static("default-src 'none'; frame-ancestors *");
        let mut headers = HeaderMap::from_iter([(CONTENT_SECURITY_POLICY, framed.clone())]);
        protect(&mut headers, Transport::Plain);
        assert_eq!(headers[CONTENT_SECURITY_POLICY], framed);
        assert_eq!(headers.len(), ALWAYS.len());
    }
}
