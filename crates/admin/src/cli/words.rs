//! Arguments that are one of a few words of the domain.

use clap::builder::{PossibleValuesParser, TypedValueParser};

/// A parser that takes the words of an enum and lists them in the help.
pub(super) fn one_of<T>(all: &'static [T], word: fn(T) -> &'static str) -> impl TypedValueParser<Value = T>
where
    T: Copy + Send + Sync + 'static,
{
    PossibleValuesParser::new(all.iter().map(move |one| word(*one))).try_map(move |typed| {
        all.iter().copied().find(|one| word(*one) == typed).ok_or("not one of the words")
    })
}
