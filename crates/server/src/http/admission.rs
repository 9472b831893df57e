//! What a request must be before any page is asked: for reading, for a host, and at a possible address.

use std::net::Ipv6Addr;

use axum::{
    extract::Request,
    http::{HeaderMap, HeaderValue, Method, Uri, header::HOST, uri::Authority},
};
use percent_encoding::percent_decode_str;

use super::{HostFault, PageError, Sought};

/// The most bytes that a path and query may have together; the longest links of the site, searches,
/// stay far below.
const ADDRESS_LIMIT: usize = 8 * 1024;

/// The most bytes of a Host header: a domain name has at most 253, a port and its colon six.
const HOST_LIMIT: usize = 259;

/// What to do with a request that is in order.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Admission {
    /// Ask the page for it.
    Enter,
    /// It is the same without the slash at its end.
    Moved(String),
}

/// Checks a request, or says what is wrong with it.
pub(super) fn admit<B>(request: &Request<B>) -> Result<Admission, PageError> {
    admit_method(request.method())?;
    admit_host(request.headers())?;
    admit_address(request.uri())
}

fn admit_method(method: &Method) -> Result<(), PageError> {
    match *method {
        Method::GET | Method::HEAD => Ok(()),
        _ => Err(PageError::MethodNotAllowed),
    }
}

/// Demands one Host header, which hyper does not. What it names is not used for anything: links are
/// made from the configured public address.
fn admit_host(headers: &HeaderMap) -> Result<(), PageError> {
    let mut hosts = headers.get_all(HOST).iter();
    let fault = match (hosts.next(), hosts.next()) {
        (Some(host), None) if names_a_host(host) => return Ok(()),
        (Some(_), None) => HostFault::Absurd,
        (Some(_), Some(_)) => HostFault::Twice,
        (None, _) => HostFault::Missing,
    };
    Err(PageError::BadHost(fault))
}

/// Whether this is a name, an IPv4 address or an IPv6 address in brackets, with an optional port.
fn names_a_host(value: &HeaderValue) -> bool {
    let Ok(text) = value.to_str() else {
        return false;
    };
    let Ok(authority) = text.parse::<Authority>() else {
        return false;
    };
    let host = authority.host();
    let whole = match authority.port_u16() {
        Some(_) => text.rsplit_once(':').is_some_and(|(name, _)| name == host),
        None => text == host,
    };
    whole && text.len() <= HOST_LIMIT && (is_name(host) || is_bracketed_address(host))
}

fn is_name(host: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    host.bytes().all(is_part) && host.bytes().any(|byte| byte.is_ascii_alphanumeric())
}

fn is_bracketed_address(host: &str) -> bool {
    host.strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
        .is_some_and(|address| address.parse::<Ipv6Addr>().is_ok())
}

/// Refuses addresses that no page can have, so that no route meets them.
fn admit_address(uri: &Uri) -> Result<Admission, PageError> {
    let path = uri.path();
    let length = uri.path_and_query().map_or(0, |whole| whole.as_str().len());
    if length > ADDRESS_LIMIT {
        return Err(PageError::AddressTooLong { limit: ADDRESS_LIMIT });
    }
    let trimmed = match path {
        "/" => return Ok(Admission::Enter),
        _ => path.strip_suffix('/'),
    };
    if !is_possible(trimmed.unwrap_or(path)) {
        return Err(PageError::NotFound(Sought::Page));
    }
    Ok(match (trimmed, uri.query()) {
        (None, _) => Admission::Enter,
        (Some(path), None) => Admission::Moved(path.to_owned()),
        (Some(path), Some(query)) => Admission::Moved(format!("{path}?{query}")),
    })
}

/// Whether a path is segments of text, none empty, none climbing, none hiding a separator.
fn is_possible(path: &str) -> bool {
    let Some(segments) = path.strip_prefix('/') else {
        return false;
    };
    segments.split('/').all(|segment| {
        percent_decode_str(segment).decode_utf8().is_ok_and(|text| {
            !matches!(text.as_ref(), "" | "." | "..")
                && !text.contains(|c: char| matches!(c, '/' | '\\') || c.is_control())
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn host(values: &[&[u8]]) -> Result<(), PageError> {
        let headers = values.iter().map(|value| (HOST, HeaderValue::from_bytes(value).unwrap()));
        admit_host(&headers.collect())
    }

    #[test]
    fn hosts() {
        for good in [
            "localhost",
            "localhost:8080",
            "sister-cities.example.org",
            "xn--fiqs8s.example:443",
            "sister_cities",
            "127.0.0.1:8080",
            "[::1]",
            "[::1]:8080",
        ] {
            assert_eq!(host(&[good.as_bytes()]), Ok(()), "{good}");
        }
        let long = format!("{}.example", "a".repeat(300));
        for absurd in [
            "",
            " ",
            ".",
            "a b",
            "a/b",
            "a,b",
            "a?b",
            "user@host",
            "host:",
            "host:port",
            "host:65536",
            "host:80:80",
            "::1",
            "[::1",
            "[::1]x",
            "[nonsense]",
            "<script>",
            "%2e",
            "新竹",
            &long,
        ] {
            let fault = Err(PageError::BadHost(HostFault::Absurd));
            assert_eq!(host(&[absurd.as_bytes()]), fault, "{absurd}");
        }
        assert_eq!(host(&[]), Err(PageError::BadHost(HostFault::Missing)));
        let twice = Err(PageError::BadHost(HostFault::Twice));
        assert_eq!(host(&[b"localhost", b"localhost"]), twice);
    }

    #[test]
    fn addresses() {
        let moved = |to: &str| Ok(Admission::Moved(to.to_owned()));
        let missing = || Err(PageError::NotFound(Sought::Page));
        let table = [
            ("/", Ok(Admission::Enter)),
            ("/?on=2017-01-01", Ok(Admission::Enter)),
            ("/partners", Ok(Admission::Enter)),
            ("/partners/%E6%96%B0%E7%AB%B9", Ok(Admission::Enter)),
            ("/partners/100%zz", Ok(Admission::Enter)),
            ("/a..b/...", Ok(Admission::Enter)),
            ("/partners/", moved("/partners")),
            ("/partners/?on=%zz&x=/", moved("/partners?on=%zz&x=/")),
            ("//", missing()),
            ("//evil.example", missing()),
            ("//evil.example/", missing()),
            ("/partners//hsinchu", missing()),
            ("/partners//", missing()),
            ("/..", missing()),
            ("/assets/../secret", missing()),
            ("/assets/./style.css", missing()),
            ("/assets/%2e%2E/secret", missing()),
            ("/assets/a%2Fb", missing()),
            ("/assets/a%5cb", missing()),
            ("/partners/%00", missing()),
            ("/partners/%0d%0aSet-Cookie", missing()),
            ("/partners/%c2%85", missing()),
            ("/partners/%ff", missing()),
            ("*", missing()),
            ("localhost:80", missing()),
        ];
        for (address, expected) in table {
            assert_eq!(admit_address(&address.parse().unwrap()), expected, "{address}");
        }
    }

    #[test]
    fn the_longest_address() {
        let fits = format!("/?q={}", "a".repeat(ADDRESS_LIMIT - 4));
        assert_eq!(admit_address(&fits.parse().unwrap()), Ok(Admission::Enter));
        let longer = Err(PageError::AddressTooLong { limit: ADDRESS_LIMIT });
        assert_eq!(admit_address(&format!("{fits}a").parse().unwrap()), longer);
    }
}
