//! Conditional requests: whether the visitor has the content already, or wants only that one (RFC 9110, section 13).
//!
//! Nothing here has a date of modification, so that conditions on dates are passed over, good or bad, as section 13.1
//! demands; entity tags say more.

use axum::http::{
    HeaderMap, HeaderName, HeaderValue,
    header::{IF_MATCH, IF_NONE_MATCH},
};

/// What a request's conditions come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Decision {
    /// The content is sent.
    Send,
    /// The visitor has it (304).
    Held,
    /// The visitor wants another one than there is (412).
    Refused,
}

/// Weighs the conditions of a request against the entity tag of the content.
pub(super) fn decide(asked: &HeaderMap, tag: &HeaderValue) -> Decision {
    let strong = |held: &str| held == "*" || (held == tag && !held.starts_with("W/"));
    let weak = |held: &str| held == "*" || weakened(held) == weakened(tag.to_str().unwrap_or_default());
    if asked.contains_key(IF_MATCH) && !tags(asked, &IF_MATCH).any(strong) {
        Decision::Refused
    } else if tags(asked, &IF_NONE_MATCH).any(weak) {
        Decision::Held
    } else {
        Decision::Send
    }
}

/// The entity tags of a header's lines. None of ours has a comma, so that splitting there finds them.
fn tags<'a>(asked: &'a HeaderMap, name: &HeaderName) -> impl Iterator<Item = &'a str> {
    let lines = asked.get_all(name).into_iter().filter_map(|value| value.to_str().ok());
    lines.flat_map(|line| line.split(',')).map(str::trim)
}

fn weakened(tag: &str) -> &str {
    tag.strip_prefix("W/").unwrap_or(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_compared_strongly_or_weakly() {
        let many = format!("{}, \"a\"", vec!["\"other\""; 1000].join(","));
        for (name, held, tag, decision) in [
            (IF_NONE_MATCH, "\"a\"", "\"a\"", Decision::Held),
            (IF_NONE_MATCH, "W/\"a\"", "\"a\"", Decision::Held),
            (IF_NONE_MATCH, "\"a\"", "W/\"a\"", Decision::Held),
            (IF_NONE_MATCH, "\"b\" , \"a\"", "\"a\"", Decision::Held),
            (IF_NONE_MATCH, &many, "\"a\"", Decision::Held),
            (IF_NONE_MATCH, "*", "\"a\"", Decision::Held),
            (IF_NONE_MATCH, "a", "\"a\"", Decision::Send),
            (IF_NONE_MATCH, "", "\"a\"", Decision::Send),
            (IF_MATCH, "\"a\"", "\"a\"", Decision::Send),
            (IF_MATCH, "*", "\"a\"", Decision::Send),
            (IF_MATCH, "W/\"a\"", "W/\"a\"", Decision::Refused),
            (IF_MATCH, "\"b\"", "\"a\"", Decision::Refused),
            (IF_MATCH, "nonsense", "\"a\"", Decision::Refused),
        ] {
            let asked = HeaderMap::from_iter([(name.clone(), held.parse().unwrap())]);
            assert_eq!(decide(&asked, &tag.parse().unwrap()), decision, "{name}: {held:.40}");
        }
    }
}
