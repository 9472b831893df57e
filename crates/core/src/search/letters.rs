//! Letters, folded.

use unicode_normalization::UnicodeNormalization;

/// Letters without case, accents, width and look-alikes: what a reader would take for the same is the same.
///
/// Compatibility forms are resolved (Unicode NFKD), accents of Latin, Greek and Cyrillic dropped, Cyrillic and Greek
/// letters that look like Latin ones made these, and katakana made hiragana. Vowel signs of Indic scripts and voicing
/// marks of Japanese, which make other words, stay. What cannot be seen is dropped.
///
/// ```
/// use signpost_core::search::fold_letters;
///
/// assert_eq!(fold_letters("Düsseldorf"), "dusseldorf");
/// assert_eq!(fold_letters("Ｃopertinо"), "copertino"); // a wide C, a Cyrillic о
/// assert_eq!(fold_letters("トヨカワ"), "とよかわ");
/// ```
pub fn fold_letters(text: &str) -> String {
    let plain = text.nfkd().filter(|letter| !is_accent(*letter) && !is_invisible(*letter));
    let lower: String = plain.flat_map(char::to_lowercase).collect();
    // Lower case can bring accents of its own, as of the Turkish İ.
    let lower = lower.nfkd().filter(|letter| !is_accent(*letter));
    let mut folded = String::with_capacity(text.len());
    for letter in lower {
        match look_alike(letter) {
            Some(other) => folded.push_str(other),
            None => folded.push(hiragana(letter)),
        }
    }
    folded.nfc().collect()
}

/// The marks above and below letters (Combining Diacritical Marks, and their supplements).
fn is_accent(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// What is in a text and not seen: soft hyphens, joiners, marks of direction, selectors of a form.
pub(super) fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e01ef}')
}

/// The Latin letters that a letter looks like, or is written for: after confusables.txt of Unicode (UTS 39), as far as
/// people mix these scripts up when they type or copy a name.
fn look_alike(letter: char) -> Option<&'static str> {
    Some(match letter {
        'а' | 'α' => "a",
        'с' | 'ϲ' => "c",
        'ԁ' | 'đ' | 'ð' => "d",
        'е' | 'є' => "e",
        'һ' | 'ħ' => "h",
        'і' | 'ι' | 'ı' => "i",
        'ј' => "j",
        'к' | 'κ' => "k",
        'ł' => "l",
        'ŋ' => "n",
        'о' | 'ο' | 'ø' => "o",
        'р' | 'ρ' => "p",
        'ԛ' => "q",
        'ѕ' => "s",
        'т' | 'τ' => "t",
        'υ' => "u",
        'ν' => "v",
        'ԝ' => "w",
        'х' | 'χ' => "x",
        'у' => "y",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        _ => return None,
    })
}

/// The hiragana of a katakana; any other letter itself. The two blocks stand 96 apart.
fn hiragana(letter: char) -> char {
    match letter {
        'ァ'..='ヶ' => char::from_u32(u32::from(letter) - 0x60).unwrap_or(letter),
        _ => letter,
    }
}

/// Whether a folded word is one that people misspell and that spelling can mend: Latin letters, and enough of them.
pub fn is_misspellable(word: &str) -> bool {
    (4..=40).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_looks_alike_is_alike() {
        for (one, other) in [
            ("Copertino", "copertinо"),
            ("COPERTINO", "Сореrtіnо"),
            ("Shenzhen", "ＳＨＥＮＺＨＥＮ"),
            ("Łódź", "lodz"),
            ("Straße", "STRASSE"),
            ("İstanbul", "istanbul"),
            ("Ærø", "aero"),
            ("Bhubaneśwar", "bhubaneswar"),
            ("e\u{301}t\u{e9}", "ete"),
            ("Toyo\u{ad}ka\u{200b}wa", "toyokawa"),
            ("\u{202e}evil\u{2066}", "evil"),
            ("ﾄﾖｶﾜ", "とよかわ"),
            ("㍿", "株式会社"),
            ("２０１９", "2019"),
        ] {
            assert_eq!(fold_letters(one), fold_letters(other), "{one} and {other}");
        }
    }

    #[test]
    fn marks_that_make_another_word_stay() {
        for (one, other) in [("か", "が"), ("भुवन", "भवन"), ("ଭୁବନ", "ଭବନ"), ("가", "거"), ("豊川", "豊田")]
        {
            assert_ne!(fold_letters(one), fold_letters(other), "{one} and {other}");
        }
    }

    #[test]
    fn latin_words_of_some_length_can_be_misspelt() {
        for (word, can) in [("zhaoqing", true), ("new", false), ("2019", false), ("新竹市民", false)] {
            assert_eq!(is_misspellable(word), can, "{word}");
        }
        assert!(!is_misspellable(&"a".repeat(41)));
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in "\\PC{0,40}") {
            let once = fold_letters(&text);
            prop_assert_eq!(fold_letters(&once), once);
        }
    }
}
