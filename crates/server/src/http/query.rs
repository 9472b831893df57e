//! The arguments after the `?` of a URL, read into types.

use std::{borrow::Cow, str::FromStr};

use percent_encoding::percent_decode_str;

use super::{PageError, Wanted};

/// A set of arguments that a page understands.
///
/// ```
/// # use signpost_server::http::{FromQuery, PageError, Query, Wanted};
/// struct AsOf {
///     on: Option<jiff::civil::Date>,
/// }
///
/// impl FromQuery for AsOf {
///     fn from_query(query: &Query<'_>) -> Result<Self, PageError> {
///         Ok(Self { on: query.one("on", Wanted::Day)? })
///     }
/// }
///
/// assert!(AsOf::from_query(&Query::new("on=2017-01-01&utm_source=mail")).is_ok());
/// assert!(AsOf::from_query(&Query::new("on=2024-02-30")).is_err());
/// ```
pub trait FromQuery: Sized + Send {
    /// Reads the arguments, or says which one is wrong. Arguments it does not ask for are ignored.
    fn from_query(query: &Query<'_>) -> Result<Self, PageError>;
}

/// A page without arguments.
impl FromQuery for () {
    fn from_query(_: &Query<'_>) -> Result<Self, PageError> {
        Ok(())
    }
}

/// The query of a request, as a form or a link writes it (`application/x-www-form-urlencoded`).
#[derive(Debug, Clone, Copy)]
pub struct Query<'a>(&'a str);

impl<'a> Query<'a> {
    /// The part of a URL after the `?`, still encoded.
    pub fn new(raw: &'a str) -> Self {
        Self(raw)
    }

    /// The one value of an argument; an empty one, as an empty field of a form sends it, is none.
    pub fn one<T: FromStr>(&self, name: &'static str, wanted: Wanted) -> Result<Option<T>, PageError> {
        let mut values = self.values(name);
        match (values.next(), values.next()) {
            (Some(_), Some(second)) => Err(bad_argument(name, &readable(second), Wanted::Once)),
            (Some(value), None) if !value.is_empty() => parse(name, value, wanted).map(Some),
            _ => Ok(None),
        }
    }

    /// All values of an argument that may be repeated, in order, without empty ones.
    pub fn all<T: FromStr>(&self, name: &'static str, wanted: Wanted) -> Result<Vec<T>, PageError> {
        self.values(name)
            .filter(|value| !value.is_empty())
            .map(move |value| parse(name, value, wanted.clone()))
            .collect()
    }

    /// Refuses arguments that are none of these; what mailings and advertisements add to links is let through.
    pub fn only(&self, known: &[&str]) -> Result<(), PageError> {
        let names = self.0.split('&').map(|pair| pair.split_once('=').map_or(pair, |(name, _)| name));
        let mut names = names.map(readable).filter(|name| !name.is_empty() && !is_tracking(name));
        match names.find(|name| !known.contains(&name.as_ref())) {
            Some(name) => {
                let known = known.iter().map(ToString::to_string).collect();
                Err(PageError::UnknownArgument { name: shown(&name), known })
            }
            None => Ok(()),
        }
    }

    /// The values of an argument, still encoded.
    fn values(self, name: &'static str) -> impl Iterator<Item = &'a str> {
        self.0
            .split('&')
            .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
            .filter(move |(given, _)| readable(given) == name)
            .map(|(_, value)| value)
    }
}

/// Reads one value into its type.
fn parse<T: FromStr>(name: &'static str, encoded: &str, wanted: Wanted) -> Result<T, PageError> {
    let spaced = encoded.replace('+', " ");
    let text = percent_decode_str(&spaced)
        .decode_utf8()
        .ok()
        .filter(|text| !text.chars().any(char::is_control))
        .ok_or_else(|| bad_argument(name, &readable(encoded), Wanted::Text))?;
    text.parse().map_err(|_| bad_argument(name, &text, wanted))
}

/// The text of a name or value, with marks where it is not UTF-8.
fn readable(encoded: &str) -> Cow<'_, str> {
    percent_decode_str(encoded).decode_utf8_lossy()
}

/// Whether a name is what programs add to links to count who follows them.
fn is_tracking(name: &str) -> bool {
    name.starts_with("utm_") || matches!(name, "fbclid" | "gclid" | "mc_cid" | "mc_eid" | "msclkid")
}

/// The most characters of what is wrong that are shown again.
const SHOWN: usize = 60;

/// The beginning of what is wrong, as far as it is text.
fn shown(text: &str) -> String {
    let readable = |character: char| if character.is_control() { '\u{fffd}' } else { character };
    let mut shown: String = text.chars().take(SHOWN).map(readable).collect();
    if text.chars().nth(SHOWN).is_some() {
        shown.push('…');
    }
    shown
}

pub(super) fn bad_argument(name: &'static str, value: &str, wanted: Wanted) -> PageError {
    PageError::BadArgument { name, value: shown(value), wanted }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use super::*;

    fn on(raw: &str) -> Result<Option<Date>, PageError> {
        Query::new(raw).one("on", Wanted::Day)
    }

    fn refused(value: &str, wanted: Wanted) -> Result<Option<Date>, PageError> {
        Err(bad_argument("on", value, wanted))
    }

    #[test]
    fn one_value() {
        let day = Ok(Some(date(2017, 1, 1)));
        let table = [
            ("", Ok(None)),
            ("on", Ok(None)),
            ("on=", Ok(None)),
            ("utm_source=%ff%00&on", Ok(None)),
            ("on=2017-01-01", day.clone()),
            ("a=b&on=2017%2D01-01&c", day.clone()),
            ("%6Fn=2017-01-01", day),
            ("On=nonsense", Ok(None)),
            ("on=2024-02-30", refused("2024-02-30", Wanted::Day)),
            ("on=2017-01-01&on=2017-01-01", refused("2017-01-01", Wanted::Once)),
            ("on=&on=", refused("", Wanted::Once)),
            ("on=%ff", refused("\u{fffd}", Wanted::Text)),
            ("on=2017%00", refused("2017\u{fffd}", Wanted::Text)),
            ("on=to+day", refused("to day", Wanted::Day)),
            ("on=%zz", refused("%zz", Wanted::Day)),
            ("on=新竹", refused("新竹", Wanted::Day)),
        ];
        for (raw, expected) in table {
            assert_eq!(on(raw), expected, "{raw}");
        }
    }

    #[test]
    fn a_long_value_is_cut() {
        let PageError::BadArgument { value, .. } = on(&format!("on={}", "9".repeat(8192))).unwrap_err()
        else {
            panic!("another error");
        };
        assert_eq!(value.chars().count(), SHOWN + 1);
    }

    #[test]
    fn unknown_arguments_are_refused_with_those_that_there_are() {
        let known = ["partner", "kind"];
        for raw in ["", "&", "partner=a", "kind&partner=", "utm_source=%ff&fbclid=x", "p%61rtner=a"] {
            assert_eq!(Query::new(raw).only(&known), Ok(()), "{raw}");
        }
        let long = "x".repeat(9000);
        for (raw, name) in [
            ("knd=a", "knd".to_owned()),
            ("kind=a&Partner=b", "Partner".to_owned()),
            ("%00%3Cb%3E", "\u{fffd}<b>".to_owned()),
            (long.as_str(), format!("{}…", "x".repeat(SHOWN))),
        ] {
            let refused = PageError::UnknownArgument { name, known: known.map(str::to_owned).to_vec() };
            assert_eq!(Query::new(raw).only(&known), Err(refused), "{raw}");
        }
    }

    #[test]
    fn values_in_order() {
        let partners: Vec<String> = Query::new("partner=hsinchu&on=&partner=&partner=copertino")
            .all("partner", Wanted::Text)
            .unwrap();
        assert_eq!(partners, ["hsinchu", "copertino"]);
    }
}
