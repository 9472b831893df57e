//! Previews: links by which people see an exchange before it is public.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};

/// What the link of a preview holds: 128 random bits, as 32 letters. Who has it, sees the exchange.
///
/// The record keeps its hash alone, so that nobody who reads the record can open the page.
#[derive(Clone, PartialEq, Eq)]
pub struct PreviewToken([u8; 16]);

/// Why a text is no token of a preview.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the link of a preview ends in 32 of the letters 0 to 9 and a to f")]
pub struct PreviewTokenError;

impl PreviewToken {
    /// A token of 16 random bytes.
    pub const fn new(randomness: [u8; 16]) -> Self {
        Self(randomness)
    }

    /// The SHA-256 of the token as it is written, in hexadecimal.
    pub fn hash(&self) -> String {
        base16(&Sha256::digest(self.to_string()))
    }
}

/// Bytes in hexadecimal.
fn base16(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

/// The token as the link has it.
impl fmt::Display for PreviewToken {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&base16(&self.0))
    }
}

/// The token is a secret.
impl fmt::Debug for PreviewToken {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("PreviewToken(…)")
    }
}

impl FromStr for PreviewToken {
    type Err = PreviewTokenError;

    fn from_str(text: &str) -> Result<Self, PreviewTokenError> {
        let is_hexadecimal = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        if text.len() != 32 || !text.bytes().all(is_hexadecimal) {
            return Err(PreviewTokenError);
        }
        u128::from_str_radix(text, 16).map(|bits| Self(bits.to_be_bytes())).map_err(|_| PreviewTokenError)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_written_and_read_and_never_shown() {
        let token = PreviewToken::new([7; 16]);
        assert_eq!(token.to_string().parse(), Ok(token.clone()));
        assert!(!format!("{token:?}").contains("07"));
        assert_eq!(token.hash().len(), 64);
        assert_ne!(token.hash(), PreviewToken::new([8; 16]).hash());
        for text in ["", "07", "+0070707070707070707070707070707", &"G".repeat(32), &"A".repeat(32)] {
            assert!(text.parse::<PreviewToken>().is_err(), "{text}");
        }
    }
}
