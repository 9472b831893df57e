//! The headers that tell a browser what this site never does.

use axum::http::{
    HeaderMap, HeaderName, HeaderValue,
    header::{
        ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_EXPOSE_HEADERS, CONTENT_SECURITY_POLICY, REFERRER_POLICY,
        STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
    },
};

/// Which sites may take an answer in among their own.
const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

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
    (RESOURCE_POLICY, "same-origin"),
    (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
];

/// What an answer carries that the pages of any site may load: data, feeds, pictures (CORS, in the Fetch standard).
///
/// Plain reading needs no question before it (a preflight), and nothing here asks who reads.
const SHARED: [(HeaderName, &str); 3] = [
    (ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
    (ACCESS_CONTROL_EXPOSE_HEADERS, "etag, link"),
    (RESOURCE_POLICY, "cross-origin"),
];
/// What a page says that any site may frame: as strict, and without a script or a form.
const FRAMED: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'none'; base-uri 'none'; \
     frame-ancestors *",
);

/// What a file says that people gave: whatever is in it does nothing.
const INERT: HeaderValue = HeaderValue::from_static("default-src 'none'; sandbox; frame-ancestors 'none'");

/// What other sites and browsers may do with an answer.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Protection {
    /// Nothing but show it to who asked: pages.
    #[default]
    Page,
    /// Any site may show it in a frame.
    Framed,
    /// Nothing in it may do anything: files.
    Inert,
}

impl Protection {
    /// Sets what differs from a page's.
    pub(super) fn apply(self, headers: &mut HeaderMap) {
        match self {
            Self::Page => {}
            Self::Framed => {
                headers.insert(CONTENT_SECURITY_POLICY, FRAMED);
                headers.insert(RESOURCE_POLICY, HeaderValue::from_static("cross-origin"));
            }
            Self::Inert => {
                headers.insert(CONTENT_SECURITY_POLICY, INERT);
            }
        }
    }
}

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
    // The older header knows no "anywhere": it would forbid what the newer allows.
    if headers.get(CONTENT_SECURITY_POLICY) == Some(&FRAMED) {
        headers.remove(X_FRAME_OPTIONS);
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
        for (protection, framed, inert) in [
            (Protection::Page, false, false),
            (Protection::Framed, true, false),
            (Protection::Inert, false, true),
        ] {
            let mut headers = HeaderMap::new();
            protection.apply(&mut headers);
            protect(&mut headers, Transport::Plain);
            let policy = headers[CONTENT_SECURITY_POLICY].to_str().unwrap();
            assert_eq!(policy.contains("frame-ancestors *"), framed, "{protection:?}");
            assert_eq!(headers.contains_key(X_FRAME_OPTIONS), !framed, "{protection:?}");
            assert_eq!(headers[RESOURCE_POLICY] == "cross-origin", framed, "{protection:?}");
            assert_eq!(policy.contains("sandbox"), inert, "{protection:?}");
        }
    }
}
