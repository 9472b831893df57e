//! Texts for a translator: a PO file to be filled in with the tool they know.

use std::collections::HashMap;

use jiff::Timestamp;

use super::original::name_of_text;
use super::{TextInLanguage, Translation, TranslationState, TranslationSubject, Version, Which, glossary};
use crate::dataset::Dataset;
use crate::po::{self, Message};
use crate::text::Language;

/// How the line begins that states which wording an original in a file is.
pub(super) const VERSION: &str = "Version: ";

/// What goes to a translator.
#[derive(Clone, Copy, Debug)]
pub struct Export<'a> {
    /// The language to translate to.
    pub language: &'a Language,
    /// Which texts.
    pub which: Which,
    /// Former wordings of originals, as far as they are on record.
    pub former: &'a HashMap<Version, String>,
    /// The moment that it is.
    pub now: Timestamp,
}

impl Export<'_> {
    /// The texts of the programme as a PO file: what is translated so far, fuzzy and with the former wording where
    /// the original was changed since, and what is not.
    ///
    /// The context of each is the record by its slug, and the field: `page/home/title`.
    pub fn file(&self, dataset: &Dataset) -> String {
        let texts = dataset.texts_in(self.language, self.which, self.now);
        let messages = texts.iter().filter_map(|text| self.message(text));
        let messages: Vec<Message> = std::iter::once(self.header(dataset)).chain(messages).collect();
        po::write(&messages)
    }

    fn header(&self, dataset: &Dataset) -> Message {
        let Self { language, now, .. } = self;
        let at = now.strftime("%Y-%m-%d %H:%M+0000");
        let translations = dataset.translations.iter().filter(|one| one.language == **language);
        let last = translations.max_by_key(|one| one.translated_on).map(|one| one.translator.as_str());
        let city = &dataset.programme.city;
        let fields = [
            format!("Project-Id-Version: Signpost, {city}"),
            format!("POT-Creation-Date: {at}"),
            format!("PO-Revision-Date: {at}"),
            format!("Last-Translator: {}", last.unwrap_or_default()),
            "Language-Team: ".to_owned(),
            // With an underline, as gettext has it.
            format!("Language: {}", language.as_str().replace('-', "_")),
            "MIME-Version: 1.0".to_owned(),
            "Content-Type: text/plain; charset=UTF-8".to_owned(),
            "Content-Transfer-Encoding: 8bit".to_owned(),
            format!("X-Source-Language: {}", dataset.programme.language.as_str().replace('-', "_")),
        ];
        Message {
            comments: vec![
                format!("The texts of the programme of {city}, to be translated to {language}."),
                "Fill in what is empty, look again at what is fuzzy, and give the file back:".to_owned(),
                "signpost translation import FILE.po --translator \"A. Translator\"".to_owned(),
            ],
            translation: fields.map(|field| field + "\n").concat(),
            ..Message::default()
        }
    }

    /// A text as the translator gets it; none of what has no words any more.
    fn message(&self, text: &TextInLanguage<'_>) -> Option<Message> {
        let (original, words) = (text.original?, text.words?);
        let form = if TranslationSubject::is_prose(text.field) { "A text in Markdown" } else { "One line" };
        let mut comments =
            vec![format!("{}, its {}. {form}.", original.name(), text.field.replace('_', " "))];
        if !text.shared_by.is_empty() {
            comments.push(format!("It stands for {} partners that share it.", text.shared_by.len()));
        }
        comments.extend(text.translation.map(said));
        comments.extend(glossary::entries_in(words, self.language).map(|(word, entry)| entry.hint_on(word)));
        comments.push(format!("{VERSION}{}", Version::of(words).short()));
        let outdated = text.translation.filter(|_| text.state() == TranslationState::Outdated);
        Some(Message {
            line: 0,
            comments,
            fuzzy: outdated.is_some(),
            context: Some(name_of_text(&original.name(), text.field)),
            previous: outdated.and_then(|translation| self.former.get(&translation.follows).cloned()),
            original: words.to_owned(),
            translation: text.translation.map(|translation| translation.text.to_string()).unwrap_or_default(),
        })
    }
}

/// Who made a translation and who reviewed it.
fn said(translation: &Translation) -> String {
    let review = match &translation.review {
        Some(review) => format!("reviewed by {} on {}", review.reviewer, review.on),
        None => "not reviewed".to_owned(),
    };
    format!("Translated by {} on {}; {review}.", translation.translator, translation.translated_on)
}
