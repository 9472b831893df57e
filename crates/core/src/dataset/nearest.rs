//! The known word that is nearest to one that is not known.

use std::cell::Cell;

/// How many words are compared while one folder is read: a folder full of faults must not take for ever.
const COMPARISONS: usize = 2_000_000;

/// Finds nearest words, until it has compared enough.
#[derive(Debug)]
pub(super) struct Nearest {
    left: Cell<usize>,
}

impl Default for Nearest {
    fn default() -> Self {
        Self { left: Cell::new(COMPARISONS) }
    }
}

impl Nearest {
    /// The known word nearest to another, ready to end a sentence. Empty where none is near.
    pub(super) fn hint(&self, word: &str, known: impl Iterator<Item: AsRef<str> + Ord>) -> String {
        let word: String = word.chars().take(80).collect();
        let far = word.chars().count() / 2;
        let compared = known.take(self.left.get()).map(|known| {
            self.left.set(self.left.get().saturating_sub(1));
            (strsim::osa_distance(&word, known.as_ref()), known)
        });
        let nearest = compared.min().filter(|(distance, _)| *distance <= far.max(1));
        nearest.map(|(_, known)| format!("; the nearest is `{}`", known.as_ref())).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_near_is_named() {
        let nearest = Nearest::default();
        let known = ["toyokawa", "copertino"];
        assert_eq!(nearest.hint("toyakawa", known.into_iter()), "; the nearest is `toyokawa`");
        assert_eq!(nearest.hint("zzz", known.into_iter()), "");
    }

    #[test]
    fn comparing_comes_to_an_end() {
        let nearest = Nearest { left: Cell::new(1) };
        assert_eq!(nearest.hint("copertina", ["toyokawa", "copertino"].into_iter()), "");
        assert_eq!(nearest.hint("toyokawo", ["toyokawa"].into_iter()), "");
    }
}
