//! What is looked for, and where a text says it.

use std::fmt::Write as _;
use std::ops::Range;

use jiff::civil::Date;

use super::{Token, is_misspellable, tokens};
use crate::identity::{Id, PartnerId};
use crate::text::SearchWords;

/// The most terms that count: more than that nobody reads a result by.
const MOST: usize = 16;

/// All that is looked for at once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms(pub Vec<Term>);

/// One thing that is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// It, folded: a word, or a run of characters of a script without spaces.
    pub folded: String,
    /// Whether it is such a run.
    pub unspaced: bool,
    /// Words that may have been meant by it.
    pub similar: Vec<String>,
    /// Partners that are called so.
    pub partners: Vec<PartnerId>,
}

impl From<&SearchWords> for Terms {
    fn from(words: &SearchWords) -> Self {
        let terms = tokens(words.as_str()).into_iter().map(|token| {
            let (folded, unspaced) = match token {
                Token::Word(word, _) => (word, false),
                Token::Run(run) => (run.into_iter().map(|(letter, _)| letter).collect(), true),
            };
            Term { folded, unspaced, similar: Vec::new(), partners: Vec::new() }
        });
        Self(terms.take(MOST).collect())
    }
}

impl Term {
    /// A query that finds it (`tsquery` of Postgres).
    pub fn query(&self) -> String {
        let mut query = self.parts(":*", "");
        for partner in &self.partners {
            // Writing to a string cannot fail.
            let _ = write!(query, "|'{}'", mark_of_partner(*partner));
        }
        format!("({query})")
    }

    /// A query that finds it in names alone.
    pub fn name_query(&self) -> String {
        self.parts(":*AB", ":AB")
    }

    /// The query of its words: of what begins with it, and of what is exactly so.
    fn parts(&self, beginning: &str, whole: &str) -> String {
        let mut query = if self.unspaced {
            let letters: Vec<char> = self.folded.chars().collect();
            let pairs: Vec<String> =
                letters.windows(letters.len().clamp(1, 2)).map(String::from_iter).collect();
            pairs.iter().map(|part| format!("'{part}'{whole}")).collect::<Vec<_>>().join("&")
        } else {
            format!("'{}'{}", self.folded, if self.is_beginning() { beginning } else { whole })
        };
        for similar in &self.similar {
            let _ = write!(query, "|'{similar}'{whole}");
        }
        query
    }

    /// Whether longer words that begin with it are meant too: not by numbers, nor by a letter or two.
    fn is_beginning(&self) -> bool {
        !self.folded.bytes().all(|byte| byte.is_ascii_digit()) && self.folded.chars().nth(2).is_some()
    }

    /// Whether it may be misspelt.
    pub fn is_misspellable(&self) -> bool {
        !self.unspaced && is_misspellable(&self.folded)
    }

    fn is_said_by(&self, word: &str) -> bool {
        let begins = self.is_beginning() && word.starts_with(&self.folded);
        word == self.folded || begins || self.similar.iter().any(|similar| similar == word)
    }

    /// Where a run of characters says it.
    fn places_in(&self, run: &[(char, Range<usize>)]) -> Vec<Range<usize>> {
        let wanted: Vec<char> = self.folded.chars().collect();
        if !self.unspaced || wanted.is_empty() {
            return Vec::new();
        }
        let said = run
            .windows(wanted.len())
            .filter(|part| part.iter().map(|(letter, _)| *letter).eq(wanted.iter().copied()));
        said.filter_map(|part| Some(part.first()?.1.start..part.last()?.1.end)).collect()
    }
}

/// The mark of a partner on the records that are with it, which finds them whatever it is called.
pub fn mark_of_partner(partner: PartnerId) -> String {
    mark_of_word(&partner.uuid().simple().to_string())
}

/// The mark of what stands in a field of a record by a word of a few: no text has it.
pub fn mark_of_word(word: &str) -> String {
    format!("={word}")
}

impl Terms {
    /// Whether any of them is a name of a partner.
    pub fn mean(&self, partner: PartnerId) -> bool {
        self.0.iter().any(|term| term.partners.contains(&partner))
    }

    /// The first of them that texts say only nearly: not itself, but a word that may have been meant.
    pub fn nearly_said_by(&self, texts: &[&str]) -> Option<&str> {
        let is_said = |term: &Term| {
            let alone = Self(vec![term.clone()]);
            texts.iter().any(|text| !alone.places_in(text).is_empty())
        };
        let mut terms = self.0.iter().filter(|term| !term.similar.is_empty());
        let nearly = terms.find(|term| {
            let exactly = Term { similar: Vec::new(), ..(*term).clone() };
            is_said(term) && !is_said(&exactly)
        });
        nearly.map(|term| term.folded.as_str())
    }

    /// A query that finds what has all of them (`tsquery` of Postgres); `None`: nothing is looked for.
    pub fn query(&self) -> Option<String> {
        let queries: Vec<String> = self.0.iter().map(Term::query).collect();
        (!queries.is_empty()).then(|| queries.join("&"))
    }

    /// The parts of a text that say any of them, in bytes, in their order, none within another.
    pub fn places_in(&self, text: &str) -> Vec<Range<usize>> {
        let mut places: Vec<Range<usize>> = Vec::new();
        for token in tokens(text) {
            match token {
                Token::Word(word, place)
                    if self.0.iter().any(|term| !term.unspaced && term.is_said_by(&word)) =>
                {
                    places.push(place);
                }
                Token::Word(..) => {}
                Token::Run(run) => places.extend(self.0.iter().flat_map(|term| term.places_in(&run))),
            }
        }
        places.sort_by_key(|place| (place.start, std::cmp::Reverse(place.end)));
        places.dedup_by(|next, place| {
            let within = next.start < place.end;
            if within {
                place.end = place.end.max(next.end);
            }
            within
        });
        places
    }

    /// The last day of the last year among them: what says them is not later, but for few that tell of the past.
    pub fn last_day(&self) -> Option<Date> {
        self.years().max().and_then(|year| Date::new(year, 12, 31).ok())
    }

    /// The first day of the first year among them.
    pub fn first_day(&self) -> Option<Date> {
        self.years().min().and_then(|year| Date::new(year, 1, 1).ok())
    }

    /// The years among them, in their order: four digits, as people write years that programmes have.
    pub fn years(&self) -> impl Iterator<Item = i16> {
        let digits = self.0.iter().filter(|term| term.folded.len() == 4);
        digits.filter_map(|term| term.folded.parse().ok()).filter(|year| (1900..2200).contains(year))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn terms(words: &str) -> Terms {
        Terms::from(&words.parse::<SearchWords>().unwrap())
    }

    #[test]
    fn queries_are_of_words_beginnings_and_pairs() {
        for (words, query) in [
            ("Cherry Blossom", Some("('cherry':*)&('blossom':*)")),
            ("2019", Some("('2019')")),
            ("to", Some("('to')")),
            ("新竹市", Some("('新竹'&'竹市')")),
            ("豊", Some("('豊')")),
            ("copertinо", Some("('copertino':*)")),
            ("'; drop | a:* & !b <-> (c\\", Some("('drop':*)&('a')&('b')&('c')")),
            ("  %%%", None),
        ] {
            assert_eq!(terms(words).query().as_deref(), query, "{words}");
        }
        let mut named = terms("shenzen");
        named.0[0].similar.push("shenzhen".into());
        named.0[0].partners.push(PartnerId(uuid::Uuid::nil()));
        assert_eq!(named.query().unwrap(), "('shenzen':*|'shenzhen'|'=00000000000000000000000000000000')");
        assert_eq!(terms(&"a ".repeat(100)).0.len(), MOST);
        assert_eq!(named.nearly_said_by(&["To Shenzhen", ""]), Some("shenzen"));
        assert_eq!(named.nearly_said_by(&["To Shenzen"]), None);
        assert_eq!(named.nearly_said_by(&["To Toyokawa"]), None);
    }

    #[test]
    fn places_are_those_that_match() {
        for (words, text, said) in [
            ("festiv", "The Festival of festivals", vec!["Festival", "festivals"]),
            ("新竹", "新竹市と新竹縣", vec!["新竹", "新竹"]),
            ("竹市", "新竹市", vec!["竹市"]),
            ("新竹 竹市", "新竹市", vec!["新竹市"]),
            ("dusseldorf", "nach Düsseldorf!", vec!["Düsseldorf"]),
            ("2019", "20190 in 2019", vec!["2019"]),
            ("wa", "Toyokawa", vec![]),
        ] {
            let places = terms(words).places_in(text);
            let found: Vec<&str> = places.into_iter().map(|place| &text[place]).collect();
            assert_eq!(found, said, "{words} in {text}");
        }
    }

    #[test]
    fn years_are_four_digits() {
        assert_eq!(terms("Toyokawa 2019 43 12345 ２００５ 0007").years().collect::<Vec<_>>(), [2019, 2005]);
    }

    proptest! {
        #[test]
        fn places_lie_in_the_text_and_apart(words in "\\PC{0,30}", text in "\\PC{0,60}") {
            let places = terms(&words).places_in(&text);
            for place in &places {
                prop_assert!(text.get(place.clone()).is_some_and(|said| !said.is_empty()));
            }
            prop_assert!(places.windows(2).all(|pair| pair[0].end <= pair[1].start));
        }

        #[test]
        fn every_text_is_found_by_itself(text in "\\PC{1,30}") {
            let terms = terms(&text);
            prop_assert_eq!(terms.places_in(&text).is_empty(), terms.0.is_empty());
        }
    }
}
