//! The address of the site as a whole.

use std::{fmt, net::SocketAddr, str::FromStr};

use crate::http::Transport;

/// The scheme and authority that the site is known by, without a slash at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicAddress(String);

/// The text is not the address of a site.
#[derive(Debug, thiserror::Error)]
#[error("`{0}` is not the address of a site: write it as https://sister-cities.example.org, without a path")]
pub struct NotAnAddress(String);

/// `https://` or `http://`, a host, perhaps a port; no path but a single slash, which is dropped.
impl FromStr for PublicAddress {
    type Err = NotAnAddress;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let address = text.strip_suffix('/').unwrap_or(text);
        let host = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
        let allowed = |letter: char| letter.is_ascii_alphanumeric() || "-.:[]".contains(letter);
        match host {
            Some(host) if !host.is_empty() && host.chars().all(allowed) => Ok(Self(address.to_owned())),
            _ => Err(NotAnAddress(text.to_owned())),
        }
    }
}

/// Where the server listens, when nothing else is said.
impl From<SocketAddr> for PublicAddress {
    fn from(address: SocketAddr) -> Self {
        Self(format!("http://{address}"))
    }
}

impl PublicAddress {
    /// The name or address of the host, without a port.
    pub fn host(&self) -> &str {
        let authority = self.0.split_once("://").map_or(self.0.as_str(), |(_, rest)| rest);
        match authority.rsplit_once(':') {
            Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
            _ => authority,
        }
    }

    /// How visitors reach the site.
    pub fn transport(&self) -> Transport {
        if self.0.starts_with("https://") { Transport::Secure } else { Transport::Plain }
    }
}

impl fmt::Display for PublicAddress {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Locale;
    use crate::urls::Page;

    #[test]
    fn addresses_of_sites_have_no_path() {
        let site: PublicAddress = "https://cities.example.org/".parse().unwrap();
        let partners = Page::Partners { on: None }.url(Locale::default());
        assert_eq!(partners.absolute(&site), "https://cities.example.org/partners");
        assert_eq!(site.transport(), Transport::Secure);
        for text in ["", "https://", "cities.example.org", "https://a/b", "https://a?b", "ftp://a"] {
            assert!(text.parse::<PublicAddress>().is_err(), "{text}");
        }
    }
}
