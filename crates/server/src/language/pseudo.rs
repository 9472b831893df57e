//! Languages that nobody speaks, for tests: one whose words are long, and one that runs from right to left.
//!
//! They are made of the default language's messages; what messages take in (names, numbers) stays as it is.

use std::{borrow::Cow, collections::HashMap, fs, sync::LazyLock};

use fluent_templates::{
    FluentBundle, LanguageIdentifier, StaticLoader, fluent_bundle::FluentResource, langid,
};

use super::{DEFAULT_TAG, Formats, Language, Locale};

/// English as long as German: CLDR's name for it.
const LONG: LanguageIdentifier = langid!("en-XA");
/// English in Arabic letters: CLDR's name for it.
const ARABIC: LanguageIdentifier = langid!("ar-XB");

impl Locale {
    /// The languages that only tests speak.
    pub(crate) fn pseudo() -> impl Iterator<Item = Self> {
        PSEUDO.iter().map(Self)
    }
}

static PSEUDO: LazyLock<[Language; 2]> = LazyLock::new(|| {
    [language(&LONG, "ltr", "de-DE", lengthened), language(&ARABIC, "rtl", "ar-EG", in_arabic_letters)]
});

fn language(
    identifier: &LanguageIdentifier,
    direction: &str,
    customs: &str,
    transform: fn(&str) -> Cow<'_, str>,
) -> Language {
    let mut bundle: FluentBundle<&'static FluentResource> =
        FluentBundle::new_concurrent(vec![identifier.clone()]);
    for file in fs::read_dir(format!("../../locales/{DEFAULT_TAG}")).unwrap() {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        bundle.add_resource(Box::leak(Box::new(FluentResource::try_new(text).unwrap()))).unwrap();
    }
    bundle.set_use_isolating(false);
    bundle.set_transform(Some(transform));
    let bundles = HashMap::from([(identifier.clone(), bundle)]);
    let messages =
        StaticLoader::new(Box::leak(Box::new(bundles)), Box::leak(Box::default()), identifier.clone());
    Language {
        tag: identifier.to_string().parse().unwrap(),
        identifier: identifier.clone(),
        messages: Box::leak(Box::new(messages)),
        direction: direction.to_owned(),
        formats: Formats::load(&customs.parse().unwrap()).unwrap(),
    }
}

/// Every vowel three times.
fn lengthened(text: &str) -> Cow<'_, str> {
    text.chars()
        .flat_map(|letter| std::iter::repeat_n(letter, if "aeiou".contains(letter) { 3 } else { 1 }))
        .collect()
}

/// Every Latin letter as an Arabic one.
fn in_arabic_letters(text: &str) -> Cow<'_, str> {
    const LETTERS: [char; 13] = ['ا', 'ب', 'ت', 'ج', 'د', 'ر', 'س', 'ع', 'ف', 'ق', 'ل', 'م', 'ن'];
    let arabic = |letter: char| match letter {
        'a'..='z' | 'A'..='Z' => LETTERS[usize::try_from(u32::from(letter)).unwrap() % LETTERS.len()],
        other => other,
    };
    text.chars().map(arabic).collect()
}
