//! Translations: how they stand, go to translators and come back.

use std::collections::HashMap;
use std::path::Path;

use jiff::Timestamp;
use jiff::civil::Date;
use signpost_core::dataset::{self, Dataset};
use signpost_core::translation::{By, Export, Received, ReviewError, Taken, Which};
use signpost_core::{Id, Language, Review, Translation, TranslationId, TranslationState, Version};

/// The demonstration, nothing of it translated.
fn demonstration() -> Dataset {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/cupertino");
    Dataset { translations: Vec::new(), ..dataset::read(&folder).unwrap() }
}

fn now() -> Timestamp {
    "2026-11-23T20:00:00Z".parse().unwrap()
}

fn day(day: i8) -> Date {
    Date::constant(2026, 11, day)
}

fn chinese() -> Language {
    "zh-Hans".parse().unwrap()
}

fn export(dataset: &Dataset, language: &Language, which: Which, now: Timestamp) -> String {
    let words = "Friendship cities";
    let former = HashMap::from([(Version::of(words), words.to_owned())]);
    Export { language, which, former: &former, now }.file(dataset)
}

/// What the tool of a translator makes of a file: the translation of the text that has an original.
#[track_caller]
fn translated(file: &str, original: &str, translation: &str) -> String {
    let empty = format!("msgid \"{original}\"\nmsgstr \"\"\n");
    assert!(file.contains(&empty), "no {original} in {file}");
    file.replacen(&empty, &format!("msgid \"{original}\"\nmsgstr \"{translation}\"\n"), 1)
}

fn take(file: &str, dataset: &mut Dataset) -> Result<Taken, Vec<String>> {
    let by = By { translator: "Li Wei".parse().unwrap(), on: day(23) };
    let ids = (0..).map(|count: u32| TranslationId::derived("translation", &count.to_string()));
    let taken = Received::read("zh.po", file.as_bytes()).take(dataset, &by, ids);
    taken.map_err(|faults| faults.first().iter().map(ToString::to_string).collect())
}

/// The demonstration with the title of the page on friendship cities in Chinese, and the file that went out before.
fn with_a_title() -> (Dataset, String) {
    let mut dataset = demonstration();
    let file = export(&dataset, &chinese(), Which::Public, now());
    let file = translated(&file, "Friendship cities", "友好交流城市");
    let taken = take(&file, &mut dataset).unwrap();
    assert_eq!((taken.added, taken.changed, taken.outdated), (1, 0, 0));
    assert!(taken.warnings.concat().contains("friendship cities is 友好城市 in the glossary"), "{taken:?}");
    (dataset, file)
}

fn title(dataset: &mut Dataset) -> &mut Translation {
    dataset.translations.first_mut().unwrap()
}

fn reword(dataset: &mut Dataset, from: &str, to: &str) {
    let page = dataset.pages.iter_mut().find(|page| page.title.as_str() == from).unwrap();
    page.title = to.parse().unwrap();
}

#[test]
fn a_file_for_a_translator() {
    let dataset = demonstration();
    let file = export(&dataset, &chinese(), Which::Public, now());
    for words in [
        "\"Language: zh_Hans\\n\"",
        "\"Content-Type: text/plain; charset=UTF-8\\n\"",
        "#. page/friendship, its title. One line.\n#. friendship cities = 友好城市. In mainland usage",
        "msgctxt \"page/friendship/title\"\nmsgid \"Friendship cities\"\nmsgstr \"\"\n",
    ] {
        assert!(file.contains(words), "no {words} in {file}");
    }
    assert_eq!(
        file.lines().filter(|line| line.starts_with("#. Version: ")).count() + 1,
        file.matches("msgid ").count()
    );
}

#[test]
fn what_is_private_goes_to_no_translator_unasked() {
    let mut dataset = demonstration();
    for page in &mut dataset.pages {
        page.published_at = page.published_at.filter(|_| page.slug.as_str() != "friendship");
    }
    let has_it = |which| export(&dataset, &chinese(), which, now()).contains("msgid \"Friendship cities\"");
    assert_eq!((has_it(Which::Public), has_it(Which::All)), (false, true));
    assert!(!export(&dataset, &chinese(), Which::Public, now()).contains("COVID"), "a notice of the past");
}

#[test]
fn what_comes_back_is_taken_once() {
    let (mut dataset, file) = with_a_title();
    let known = title(&mut dataset).clone();
    assert_eq!((known.text.as_str(), known.translator.as_str()), ("友好交流城市", "Li Wei"));
    assert_eq!(known.state(dataset.words_translated(&known)), TranslationState::Unreviewed);
    let again = take(&file, &mut dataset).unwrap();
    assert_eq!((again.unchanged, again.added, again.changed), (1, 0, 0));
    assert_eq!(dataset.translations, [known]);
    // And from the file as it is now.
    let renewed = export(&dataset, &chinese(), Which::Public, now());
    let renewed = take(&renewed, &mut dataset).unwrap();
    assert_eq!((renewed.unchanged, renewed.untranslated), (1, again.untranslated));
}

#[test]
fn a_translation_is_outdated_when_its_original_changes() {
    let (mut dataset, old_file) = with_a_title();
    title(&mut dataset).review = Some(Review { reviewer: "Chen".parse().unwrap(), on: day(23) });
    reword(&mut dataset, "Friendship cities", "Our friendship cities");
    let known = title(&mut dataset).clone();
    assert_eq!(known.state(dataset.words_translated(&known)), TranslationState::Outdated);

    let file = export(&dataset, &chinese(), Which::Public, now());
    let (_, message) = file.split_once("page/friendship, its title").unwrap();
    let (message, _) = message.split_once("\n\n").unwrap();
    assert!(
        message.contains("#, fuzzy\n#| msgid \"Friendship cities\"\n")
            && message.contains("msgstr \"友好交流城市\""),
        "{message}"
    );
    assert_eq!(take(&file, &mut dataset).unwrap().fuzzy, 1);
    assert_eq!(dataset.translations.as_slice(), std::slice::from_ref(&known), "a fuzzy one is not taken");

    // The translator says that it holds, by taking the mark off: the review was of another original.
    assert_eq!(take(&file.replace("#, fuzzy\n", ""), &mut dataset).unwrap().changed, 1);
    let renewed = title(&mut dataset).clone();
    assert_eq!((&renewed.text, &renewed.review, renewed.id), (&known.text, &None, known.id));
    assert_eq!(renewed.state(dataset.words_translated(&renewed)), TranslationState::Unreviewed);

    // What another translator made of the former words does not replace it.
    let late = old_file.replace("友好交流城市", "友谊城市");
    assert_eq!(take(&late, &mut dataset).unwrap().superseded, 1);
    assert_eq!(dataset.translations, [renewed]);
}

#[test]
fn an_original_that_changed_since_the_file_was_written_is_followed_as_it_was() {
    let mut dataset = demonstration();
    let file = export(&dataset, &chinese(), Which::Public, now());
    let file = translated(&file, "Friendship cities", "友好交流城市");
    reword(&mut dataset, "Friendship cities", "Our friendship cities");
    let taken = take(&file, &mut dataset).unwrap();
    assert_eq!((taken.added, taken.outdated), (1, 1));
    let known = title(&mut dataset).clone();
    assert_eq!(known.follows, Version::of("Friendship cities"));
    assert_eq!(known.state(dataset.words_translated(&known)), TranslationState::Outdated);
    assert_eq!(known.state(None), TranslationState::Orphaned);
}

#[test]
fn every_fault_of_a_file_is_told_with_its_line_and_nothing_is_taken() {
    let dataset = demonstration();
    let file = export(&dataset, &chinese(), Which::Public, now());
    let sound = translated(&file, "Friendship cities", "友好交流城市");
    let context = "page/friendship/title";
    for (from, to, fault) in [
        (context, "page/friendship/slug", "page/friendship has no such text, only title, body"),
        (context, "page/friend/title", "there is no page/friend"),
        (context, "friendship", "`friendship` is of no text"),
        ("友好交流城市", "# 友好", "the original has none, the translation #"),
        ("msgid \"Friendship cities\"", "msgid \"Friendly cities\"", "the original was changed in the file"),
        ("友好交流城市", "友好{city}", "page/friendship/title: take out `{city}`"),
        ("友好交流城市", "<b>友好</b>", "take out `<b>`"),
        ("友好交流城市", "[友好](javascript:alert(1))", "the original has none"),
        ("友好交流城市", "友好\\n交流", "one line"),
        ("友好交流城市", "友好\\u0001", "means nothing"),
        ("友好交流城市\"", "友好交流城市", "the quote at the end"),
        ("Language: zh_Hans", "Language: Chinese", "language tag"),
        ("Language: zh_Hans", "Language: en", "the originals are in en"),
        ("msgctxt \"page/home/title\"", &format!("msgctxt \"{context}\""), "is that of line"),
    ] {
        let mut dataset = dataset.clone();
        let spoilt = sound.replacen(from, to, 1);
        assert_ne!(spoilt, sound, "{from}");
        let Err(faults) = take(&spoilt, &mut dataset) else { panic!("{to} was taken") };
        let told = faults.iter().find(|told| told.contains(fault));
        let told = told.unwrap_or_else(|| panic!("no {fault:?} in {faults:?}"));
        assert!(told.starts_with("zh.po:"), "{told}");
        assert_eq!(dataset.translations, []);
    }
    let both = sound.replacen("友好交流城市", "<b>", 1) + "\nhello\n";
    assert_eq!(take(&both, &mut dataset.clone()).unwrap_err().len(), 2);
}

#[test]
fn a_file_that_is_said_to_be_in_another_language_is_refused() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/cupertino");
    let mut dataset = dataset::read(&folder).unwrap();
    let file = export(&dataset, &"it".parse().unwrap(), Which::Public, now());
    assert_eq!(take(&file, &mut dataset).unwrap().changed, 0);
    let faults = take(&file.replacen("Language: it", "Language: hi", 1), &mut dataset).unwrap_err();
    let fault = "page/about/body: this is the text in `it`: is the header's Language right?";
    assert!(faults.iter().any(|told| told.ends_with(fault)), "{faults:?}");
    assert!(!faults.iter().any(|told| told.contains("/title")), "{faults:?}");
}

#[test]
fn a_file_in_another_encoding_is_refused_by_its_line() {
    let file = export(&demonstration(), &chinese(), Which::Public, now());
    let line = file.lines().count() + 1;
    let mut bytes = file.into_bytes();
    bytes.extend([0xb0, 0xa1]);
    let by = By { translator: "Li Wei".parse().unwrap(), on: day(23) };
    let taken =
        Received::read("zh.po", &bytes).take(&mut demonstration(), &by, [TranslationId::derived("", "")]);
    assert!(taken.unwrap_err().to_string().starts_with(&format!("zh.po:{line}: this is not UTF-8")));
}

#[test]
fn a_review_is_a_second_persons_of_what_fits_the_original() {
    let (mut dataset, _) = with_a_title();
    let words = "Friendship cities";
    let review = |reviewer: &str, on| Review { reviewer: reviewer.parse().unwrap(), on };
    for (original, review, expected) in [
        (Some(words), review("LI WEI", day(23)), Err(ReviewError::OwnWork("Li Wei".parse().unwrap()))),
        (Some("Cities"), review("Chen", day(23)), Err(ReviewError::Outdated)),
        (None, review("Chen", day(23)), Err(ReviewError::Orphaned)),
        (
            Some(words),
            review("Chen", day(22)),
            Err(ReviewError::TooEarly { translated_on: day(23), reviewed_on: day(22) }),
        ),
        (Some(words), review("Chen", day(23)), Ok(())),
    ] {
        assert_eq!(title(&mut dataset).record_review(original, review), expected);
    }
    let reviewed = title(&mut dataset).clone();
    assert_eq!(reviewed.state(Some(words)), TranslationState::Reviewed);
}

#[test]
fn what_a_country_is_called_is_one_text_for_all_partners_there() {
    let mut dataset = demonstration();
    let label = dataset.partners.first().unwrap().country_label.clone();
    let there = dataset.partners.iter().filter(|partner| partner.country_label == label).count();
    assert!(there > 1);
    let file = export(&dataset, &chinese(), Which::Public, now());
    let original = format!("msgid \"{label}\"\n");
    assert_eq!(file.matches(&original).count(), 1);
    let file = translated(&file, label.as_str(), "国名");
    let taken = take(&file, &mut dataset).unwrap();
    assert_eq!((taken.added, dataset.translations.len()), (1, there));
    let shared = |dataset: &Dataset| {
        let texts = dataset.texts_in(&chinese(), Which::Public, now());
        let text = texts.iter().find(|text| text.words == Some(label.as_str())).unwrap();
        (text.state(), text.translations().count())
    };
    assert_eq!(shared(&dataset), (TranslationState::Unreviewed, there));
    assert_eq!(take(&file, &mut dataset).unwrap().unchanged, 1);

    // Another partner there lacks it, until the same file comes again.
    dataset.translations.pop();
    assert_eq!(shared(&dataset), (TranslationState::Missing, there - 1));
    assert_eq!(take(&file, &mut dataset).unwrap().added, 1);
    assert_eq!(shared(&dataset), (TranslationState::Unreviewed, there));
}
