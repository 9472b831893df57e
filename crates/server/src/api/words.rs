//! Words that stand for one of a few things: the domain's own, with a schema that lists them.

use std::borrow::Cow;
use std::str::FromStr;

use serde::Serialize;
use utoipa::openapi::schema::{Object, ObjectBuilder, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

/// The schema of a text that is one of some words.
fn one_of(description: &str, words: impl Iterator<Item = &'static str>) -> Object {
    let text = ObjectBuilder::new().schema_type(Type::String).description(Some(description));
    text.enum_values(Some(words)).build()
}

/// Defines the words of the API: for each the domain's enum and what its schema says of it.
macro_rules! words {
    ($($name:ident, $description:literal;)+) => {$(
        #[doc = $description]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
        #[serde(transparent)]
        pub(super) struct $name(pub signpost_core::$name);

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                let words = signpost_core::$name::ALL.iter().map(|word| word.as_str());
                RefOr::T(Schema::Object(one_of($description, words)))
            }
        }

        impl ToSchema for $name {
            fn name() -> Cow<'static, str> {
                stringify!($name).into()
            }
        }

        impl From<signpost_core::$name> for $name {
            fn from(word: signpost_core::$name) -> Self {
                Self(word)
            }
        }

        impl FromStr for $name {
            type Err = NoWord;

            fn from_str(text: &str) -> Result<Self, NoWord> {
                let mut words = signpost_core::$name::ALL.iter().copied();
                words.find(|word| word.as_str() == text).map(Self).ok_or(NoWord)
            }
        }
    )+};
}

words! {
    Kind, "What a relationship is: a sister relationship is signed by both mayors, a friendship approved by the Council.";
    State, "What a relationship is on a day: in a term (`active`, `expiring`, `dormant`), before one (`proposed`), without dates (`unrecorded`), or after one (`lapsed`, `ended`).";
    NamePurpose, "Whether a name is shown, or only finds the partner.";
    EndCause, "In which way a term ended: it ran out, a party ended it, or it became something else.";
    Decision, "How an application was decided.";
    Side, "The host city's side or the partner's.";
    SigningMethod, "How an agreement was signed.";
    MediaType, "What the bytes of a file are (RFC 6838).";
    CommitteeForm, "What a committee is in law.";
    ExchangeKind, "What kind an exchange is.";
    Direction, "Who goes where: the partner's people come, the host's go, nobody travels, or all meet on line.";
    Status, "Whether an exchange is on.";
    Confidence, "How sure a claim is: two sides or an official record say so, one source does, or it follows from other facts.";
    ClaimRank, "How a claim stands among the values that sources give.";
}

/// The text is none of the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it is none of the words")]
pub(super) struct NoWord;
