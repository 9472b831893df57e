//! The filter of the exchanges' pages, as their URLs carry it.

use std::str::FromStr;

use super::query;

/// The filter of the exchanges' pages, as their query carries it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExchangesQuery {
    /// Only exchanges with this partner, by slug.
    pub partner: Option<String>,
    /// Only exchanges of this kind.
    pub kind: Option<String>,
    /// Only exchanges in this direction.
    pub direction: Option<String>,
    /// Only exchanges that say these words.
    pub text: Option<String>,
    /// Coming or past.
    pub period: Period,
    /// Where the list goes on after a page.
    pub after: Option<String>,
}

impl ExchangesQuery {
    /// The same where the address names the time.
    pub(super) fn filter(&self) -> String {
        Self { period: Period::default(), ..self.clone() }.query()
    }

    /// The same filter for all that it lets through, whichever side of today, wherever a page of it begins.
    #[must_use]
    pub fn without_place(&self) -> Self {
        Self { period: Period::default(), after: None, ..self.clone() }
    }

    /// The query of a URL that carries the filter, with its question mark; nothing where all is let through.
    pub fn query(&self) -> String {
        let period = (self.period != Period::default()).then(|| self.period.word());
        query(&[
            ("partner", self.partner.as_deref()),
            ("kind", self.kind.as_deref()),
            ("direction", self.direction.as_deref()),
            ("q", self.text.as_deref()),
            ("period", period),
            ("after", self.after.as_deref()),
        ])
    }
}

/// Which side of today the listed exchanges lie on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Period {
    /// Not yet over, the next first.
    #[default]
    Upcoming,
    /// Over, the latest first.
    Past,
}

impl Period {
    /// The word that the query carries.
    pub fn word(self) -> &'static str {
        match self {
            Self::Upcoming => "upcoming",
            Self::Past => "past",
        }
    }
}

/// The word of a period that there is.
impl FromStr for Period {
    type Err = NoPeriod;

    fn from_str(word: &str) -> Result<Self, NoPeriod> {
        [Self::Upcoming, Self::Past].into_iter().find(|period| period.word() == word).ok_or(NoPeriod)
    }
}

/// There is no such period.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("write upcoming or past")]
pub struct NoPeriod;
