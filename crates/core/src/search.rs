//! Search: the words of texts, folded so that what looks alike compares alike, and where they stand in a text.
//!
//! Scripts that put spaces between words are searched by words and their beginnings; Chinese, Japanese and others that
//! put none, by single characters and pairs of neighbours, which find any part of a name.

mod document;
mod letters;
mod terms;
mod token;

pub use document::{Indexed, Weight, plain};
pub use letters::{fold_letters, is_misspellable};
pub use terms::{Term, Terms, mark_of_partner, mark_of_word};

use token::{Token, tokens};
