//! The names nearest to one that is not there.

use signpost_core::{Partner, fold};

use crate::failure::Failure;

/// How alike two words must be, from 0 to 1, to be offered.
const ALIKE: f64 = 0.75;

/// At most so many names are offered.
const OFFERED: usize = 3;

/// The slugs whose own or other names are most like a word, the likeliest first.
pub(crate) fn nearest<'a>(word: &str, names: impl IntoIterator<Item = (&'a str, &'a str)>) -> Vec<&'a str> {
    let word = fold(word);
    let mut best: Vec<(f64, &str)> = Vec::new();
    for (slug, name) in names {
        let likeness = strsim::jaro_winkler(&word, &fold(name));
        match best.iter_mut().find(|(_, known)| *known == slug) {
            Some(known) => known.0 = known.0.max(likeness),
            None => best.push((likeness, slug)),
        }
    }
    best.retain(|(likeness, _)| *likeness >= ALIKE);
    best.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(other.1)));
    best.into_iter().take(OFFERED).map(|(_, slug)| slug).collect()
}

/// What is said of a name that is not there: the nearest ones, and where all are.
pub(crate) fn not_there(noun: &str, word: &str, nearest: &[impl AsRef<str>]) -> String {
    let word: String = word.chars().take(60).flat_map(char::escape_debug).collect();
    let names: Vec<&str> = nearest.iter().map(AsRef::as_ref).collect();
    let offer = match names.as_slice() {
        [] => String::new(),
        [one] => format!("Did you mean {one}? "),
        _ => format!("The nearest are: {}. ", names.join(", ")),
    };
    format!("there is no {noun} `{word}`. {offer}See them all with: signpost {noun} list")
}

/// What is said of a partner that is not there.
pub(crate) fn no_partner(partners: &[Partner], word: &str) -> Failure {
    let names = partners.iter().flat_map(|partner| {
        let names = partner.names.iter().map(|name| name.text.as_str());
        let names = names.chain([partner.slug.as_str(), partner.name.as_str()]);
        names.map(|name| (partner.slug.as_str(), name))
    });
    Failure::input(not_there("partner", word, &nearest(word, names)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [(&str, &str); 4] = [
        ("taichung", "taichung"),
        ("taichung", "臺中市"),
        ("taipei", "taipei"),
        ("new-taipei", "new-taipei"),
    ];

    #[test]
    fn what_is_like_it_is_offered_once_the_likeliest_first() {
        assert_eq!(nearest("tapei", NAMES), ["taipei"]);
        assert_eq!(nearest("Taichun", NAMES), ["taichung"]);
        assert_eq!(nearest("臺中", NAMES), ["taichung"]);
        assert!(nearest("zzz", NAMES).is_empty());
    }

    #[test]
    fn the_way_out_is_said() {
        let words = not_there("partner", "tapei\n", &["taipei"]);
        assert_eq!(
            words,
            "there is no partner `tapei\\n`. Did you mean taipei? See them all with: signpost partner list"
        );
    }
}
