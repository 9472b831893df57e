//! Words that stand for one of a few things: what files, commands and URLs write for an enum.

/// Why a text is none of the words.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{}` is not one of {}", .text.escape_debug(), .words.join(", "))]
pub struct WordError {
    text: String,
    words: &'static [&'static str],
}

impl WordError {
    /// The refusal of a text that is none of these words.
    pub(crate) fn new(text: &str, words: &'static [&'static str]) -> Self {
        Self { text: text.chars().take(60).collect(), words }
    }
}

/// Gives an enum its words: `ALL`, `as_str`, `Display` and `FromStr`.
macro_rules! words {
    ($name:ident { $($variant:ident = $word:literal),+ $(,)? }) => {
        impl $name {
            /// Every one of them.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The word for it, as files, commands and URLs write it.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word),+
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::word::WordError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($word => Ok(Self::$variant),)+
                    _ => Err(crate::word::WordError::new(text, &[$($word),+])),
                }
            }
        }
    };
}

pub(crate) use words;

#[cfg(test)]
mod tests {
    use crate::{
        ClaimRank, CommitteeForm, Confidence, Decision, Direction, EndCause, ExchangeKind, Fold, Kind,
        NamePurpose, Severity, Side, SigningMethod, Status,
    };

    /// Asserts that the words are those that JSON and the database write.
    macro_rules! assert_words {
        ($($name:ident),+) => {$(
            for one in $name::ALL {
                assert_eq!(one.as_str().parse::<$name>().as_ref(), Ok(one));
                assert_eq!(serde_json::to_value(one).unwrap(), one.as_str());
            }
        )+};
    }

    #[test]
    fn every_enum_has_one_word_for_each() {
        assert_words!(
            ClaimRank,
            CommitteeForm,
            Confidence,
            Decision,
            Direction,
            EndCause,
            ExchangeKind,
            Fold,
            Kind,
            NamePurpose,
            Severity,
            Side,
            SigningMethod,
            Status
        );
    }

    #[test]
    fn a_refusal_names_the_words() {
        let refusal = "sistr".parse::<Kind>().unwrap_err().to_string();
        assert_eq!(refusal, "`sistr` is not one of sister, friendship");
    }
}
