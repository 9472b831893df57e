//! Texts in the page's language: translated by people, or as they were written.

use signpost_core::{Translation, TranslationState, TranslationSubject};

use crate::language::Locale;
use crate::pages::{Link, Prose, Written};
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

    /// A text of a record in the page's language, else as it was written; with a line that says so, or that the
    /// translation is older than the original, or that nobody who speaks the language has reviewed it.
    pub(super) fn prose_of(self, of: TranslationSubject, field: &str, original: &str) -> Prose {
        if self.is_original() {
            return Prose::from_markdown(original);
        }
        let Some(translation) = self.translated(of, field) else {
            let language = &self.register.programme().language;
            let prose = Prose::from_markdown(original).in_language(language);
            return prose.noting(&self.locale.say("translation-missing"), None);
        };
        let prose = Prose::from_markdown(translation.text.as_str());
        let prose = if translation.state(Some(original)) == TranslationState::Outdated {
            prose.noting(&self.locale.say("translation-outdated"), None)
        } else {
            prose
        };
        if translation.review.is_some() {
            return prose;
        }
        let mistake = Page::Data.url(self.locale).at("mistake");
        let mistake = Link::new(self.locale.say("translation-mistake"), mistake);
        prose.noting(&self.locale.say("translation-unreviewed"), Some(&mistake))
    }

    /// The languages that the site offers, the default one first.
    pub(crate) fn languages(self) -> Vec<Locale> {
        let offered = self.register.programme().languages.iter();
        let offered = offered.filter_map(|language| language.as_str().parse().ok());
        let offered = offered.filter(|locale| *locale != Locale::default());
        std::iter::once(Locale::default()).chain(offered).collect()
    }
}
