//! Texts in the page's language: translated by people, or as they were written.

use jiff::civil::Date;
use signpost_core::{Line, Translation, TranslationState, TranslationSubject};

use crate::language::Locale;
use crate::pages::{Link, NotePart, Prose, Written};
use crate::present::Presenter;
use crate::urls::Page;

impl<'a> Presenter<'a> {
    /// Whether the programme's records are written in the page's language.
    pub(super) fn is_original(self) -> bool {
        self.register.programme().language == *self.locale.language()
    }

    /// A field of a record in the page's language, as far as somebody translated it.
    pub(super) fn translated(self, of: TranslationSubject, field: &str) -> Option<&'a Translation> {
        if self.is_original() {
            return None;
        }
        self.register.translation(of, field, self.locale.language())
    }

    /// A line of a record in the page's language, else as it was written.
    pub(super) fn line(self, of: TranslationSubject, field: &str, original: &str) -> Written {
        match self.translated(of, field) {
            Some(translation) => translation.text.to_string().into(),
            None => self.original(original),
        }
    }

    /// Words that are on record in the programme's own language only.
    pub(super) fn original(self, words: &str) -> Written {
        if self.is_original() {
            words.into()
        } else {
            Written::foreign(words, &self.register.programme().language)
        }
    }

    /// A text that is on record in the programme's own language only.
    pub(super) fn original_prose(self, prose: Prose) -> Prose {
        if self.is_original() { prose } else { prose.in_language(&self.register.programme().language) }
    }

    /// A text of a record in the page's language, else as it was written; with a line that says so, or who translated
    /// it and when, whether the original has changed since, and that nobody who speaks the language has reviewed it.
    pub(super) fn prose_of(self, of: TranslationSubject, field: &str, original: &str) -> Prose {
        if self.is_original() {
            return Prose::from_markdown(original);
        }
        let Some(translation) = self.translated(of, field) else {
            let missing = NotePart::Words(self.locale.say("translation-missing"));
            return self.original_prose(Prose::from_markdown(original)).noting(&[missing]);
        };
        Prose::from_markdown(translation.text.as_str()).noting(&self.notes_on(translation, original))
    }

    /// How a translation came to be, and what is to be known of it.
    fn notes_on(self, translation: &Translation, original: &str) -> Vec<NotePart> {
        let by = |label: String, name: &Line, on: Date| NotePart::By {
            before: label + &self.locale.say("label-separator"),
            name: self.original(name.as_str()),
            after: self.locale.say("phrase-separator"),
            on: self.locale.date(on),
        };
        let outdated = translation.state(Some(original)) == TranslationState::Outdated;
        let outdated = outdated.then(|| NotePart::Words(self.locale.say("translation-outdated")));
        let translator =
            by(self.locale.say("translation-translator"), &translation.translator, translation.translated_on);
        let reviewed = if let Some(review) = &translation.review {
            vec![translator, by(self.locale.say("translation-reviewer"), &review.reviewer, review.on)]
        } else {
            let mistake = Page::Data.url(self.locale).at("mistake");
            vec![
                NotePart::Words(self.locale.say("translation-unreviewed")),
                NotePart::Link(Link::new(self.locale.say("translation-mistake"), mistake)),
                translator,
            ]
        };
        outdated.into_iter().chain(reviewed).collect()
    }

    /// The languages that the site offers, the default one first.
    pub(crate) fn languages(self) -> Vec<Locale> {
        let offered = self.register.programme().languages.iter();
        let offered = offered.filter_map(|language| language.as_str().parse().ok());
        let offered = offered.filter(|locale| *locale != Locale::default());
        std::iter::once(Locale::default()).chain(offered).collect()
    }
}
