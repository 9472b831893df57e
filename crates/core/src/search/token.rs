//! Texts, taken apart into words.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use super::letters::{fold_letters, is_invisible};

/// The longest word that is told from others, in characters: what is longer counts by its beginning.
const LONGEST: usize = 60;

/// A part of a text that search tells apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A word, folded, and where it stands in the text, in bytes.
    Word(String, Range<usize>),
    /// A run of characters of scripts without spaces, each folded, and where it stands.
    Run(Vec<(char, Range<usize>)>),
}

/// The words and runs of a text, in their order.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut building: Option<Token> = None;
    for (start, letter) in text.char_indices() {
        let place = start..start + letter.len_utf8();
        if is_invisible(letter) {
            continue;
        }
        let folded = fold_letters(letter.encode_utf8(&mut [0; 4]));
        let unspaced = folded.chars().next().is_some_and(is_unspaced);
        let belongs = is_of_words(letter);
        match (&mut building, unspaced, belongs) {
            (Some(Token::Run(run)), true, _) => {
                run.extend(folded.chars().map(|folded| (folded, place.clone())));
            }
            (Some(Token::Word(_, word)), false, true) => word.end = place.end,
            (_, true, _) => {
                let run = folded.chars().map(|folded| (folded, place.clone())).collect();
                tokens.extend(building.replace(Token::Run(run)));
            }
            (_, false, true) => tokens.extend(building.replace(Token::Word(String::new(), place))),
            (_, false, false) => tokens.extend(building.take()),
        }
    }
    tokens.extend(building);
    for token in &mut tokens {
        if let Token::Word(word, place) = token {
            let folded = fold_letters(text.get(place.clone()).unwrap_or_default());
            *word = folded.chars().filter(|letter| is_of_words(*letter)).take(LONGEST).collect();
        }
    }
    tokens.retain(|token| !matches!(token, Token::Word(word, _) if word.is_empty()));
    tokens
}

fn is_of_words(letter: char) -> bool {
    letter.is_alphanumeric() || is_combining_mark(letter)
}

/// Whether a character is of a script that puts no spaces between words: Chinese, Japanese, Thai, Lao, Khmer, Burmese.
fn is_unspaced(letter: char) -> bool {
    matches!(letter,
        '々' | '〇' | 'ー' | '\u{3041}'..='\u{30fa}' | '\u{31f0}'..='\u{31ff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}'
        | '\u{e01}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17d3}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_taken_apart() {
        let text = "Xi'an–豊川市、toyo\u{ad}kawa 第3回 きゅうり々 e\u{301}t\u{e9}!";
        let parts: Vec<String> = tokens(text)
            .into_iter()
            .map(|token| match token {
                Token::Word(word, _) => word,
                Token::Run(run) => run.into_iter().map(|(letter, _)| letter).collect(),
            })
            .collect();
        assert_eq!(parts, ["xi", "an", "豊川市", "toyokawa", "第", "3", "回", "きゅうり々", "ete"]);
    }

    #[test]
    fn places_are_those_of_the_text() {
        let text = "«Ｄüsseldorf» 新竹";
        for token in tokens(text) {
            match token {
                Token::Word(word, place) => {
                    assert_eq!((word.as_str(), &text[place]), ("dusseldorf", "Ｄüsseldorf"));
                }
                Token::Run(run) => {
                    let places: Vec<&str> = run.iter().map(|(_, place)| &text[place.clone()]).collect();
                    assert_eq!(places, ["新", "竹"]);
                }
            }
        }
    }

    #[test]
    fn what_is_no_word_is_none() {
        for text in ["", " ", "!?%'\\&|():*", "\u{202e}\u{2066}", "🎏"] {
            assert_eq!(tokens(text), [], "{text:?}");
        }
    }
}
