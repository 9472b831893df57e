//! What a translator gives back: a PO file, checked whole before any of it is taken.

use std::collections::HashMap;

use jiff::civil::Date;

use super::export::VERSION;
use super::faithful::unfaithful;
use super::{Original, Translation, TranslationSubject, Version, glossary};
use crate::dataset::{Dataset, FaultList, Faults, printable};
use crate::identity::TranslationId;
use crate::po::{self, Message};
use crate::text::{Language, Line, Markdown, TextError};

/// A file as it came from a translator.
#[derive(Debug)]
pub struct Received {
    file: String,
    faults: FaultList,
    language: Option<Language>,
    messages: Vec<Message>,
}

/// Who translated, and when.
#[derive(Clone, Debug)]
pub struct By {
    /// The translator.
    pub translator: Line,
    /// The day.
    pub on: Date,
}

/// What was taken of a file, text by text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// Texts that had no translation.
    pub added: usize,
    /// Texts whose translation is otherwise than before.
    pub changed: usize,
    /// Texts whose translation is on record as it is.
    pub unchanged: usize,
    /// Of those added or changed: the original was changed since the file was written, so they are outdated already.
    pub outdated: usize,
    /// Texts that the file leaves empty.
    pub untranslated: usize,
    /// Texts that are marked fuzzy: somebody must look at them first.
    pub fuzzy: usize,
    /// Texts left as they are, because a translation of newer words is on record.
    pub superseded: usize,
    /// Where what was taken has another word than the glossary: by file and line.
    pub warnings: Vec<String>,
}

/// The records whose texts may be in a file, by their names.
type Originals<'a> = HashMap<String, Original<'a>>;

/// A text of a file, found on record and sound.
struct Found {
    /// The records that it is of: one, unless several share it.
    of: Vec<TranslationSubject>,
    field: Line,
    follows: Version,
    present: Version,
    text: Markdown,
}

impl Received {
    /// Reads a file of that name. What is wrong with it is told when it is [taken](Self::take).
    pub fn read(file: &str, bytes: &[u8]) -> Self {
        let faults = FaultList::default();
        let text = str::from_utf8(bytes).unwrap_or_else(|error| {
            let line = 1 + bytes.iter().take(error.valid_up_to()).filter(|byte| **byte == b'\n').count();
            faults.add(file, Some(line), "this is not UTF-8: let the tool save the file in that encoding");
            ""
        });
        let mut messages = po::read(text, |line, fault| faults.add(file, Some(line), fault));
        let mut received = Self { file: file.to_owned(), faults, language: None, messages: Vec::new() };
        let header = messages.iter().position(Message::is_header).map(|index| messages.remove(index));
        if !text.is_empty() {
            received.language = received.read_language(header.as_ref());
        }
        received.messages = messages;
        received
    }

    fn read_language(&self, header: Option<&Message>) -> Option<Language> {
        let stated = header.and_then(|header| header.header_field("Language")).unwrap_or_default();
        let language = stated.replace('_', "-").parse();
        if language.is_err() {
            let line = header.map_or(1, |header| header.line);
            let fault = format!(
                "the header's Language, `{}`, is not {}: write it as \"Language: zh_Hant\\n\"",
                printable(stated),
                Language::EXPECTED
            );
            self.fault(line, fault);
        }
        language.ok()
    }

    /// How many texts it has, translated or not.
    pub const fn len(&self) -> usize {
        self.messages.len()
    }

    /// Whether it has none.
    pub const fn is_empty(&self) -> bool {
        self.messages.is_empty()
    }

    /// The slugs of the exchanges that it has texts of.
    pub fn exchanges(&self) -> Vec<String> {
        let contexts = self.messages.iter().filter_map(|message| message.context.as_deref());
        let names = contexts.filter_map(|context| context.strip_prefix("exchange/")?.rsplit_once('/'));
        names.map(|(slug, _)| slug.to_owned()).collect()
    }

    /// Takes its translations into a dataset, which has the exchanges that it has texts of; new ones get these ids, of which
    /// there are as many as texts and partners.
    ///
    /// A translation whose original was changed since the file was written follows the wording that the translator
    /// saw. A review is of the text that was reviewed: a changed one has none.
    ///
    /// # Errors
    /// Everything that is wrong in the file, at once: then nothing is taken.
    pub fn take(
        self,
        dataset: &mut Dataset,
        by: &By,
        ids: impl IntoIterator<Item = TranslationId>,
    ) -> Result<Taken, Faults> {
        let mut taken = Taken::default();
        let found = self.check(dataset, &mut taken);
        let language = self.language.clone();
        let language = self.faults.or(language)?;
        let mut ids = ids.into_iter();
        for found in found {
            let steps = found.of.iter().map(|of| found.take(*of, &language, by, &mut ids, dataset));
            match steps.max().unwrap_or(Step::Unchanged) {
                Step::Unchanged => taken.unchanged += 1,
                Step::Superseded => taken.superseded += 1,
                step @ (Step::Added | Step::Changed) => {
                    taken.added += usize::from(step == Step::Added);
                    taken.changed += usize::from(step == Step::Changed);
                    taken.outdated += usize::from(found.is_outdated());
                }
            }
        }
        Ok(taken)
    }

    /// The texts that are translated; counts those that are not.
    fn check(&self, dataset: &Dataset, taken: &mut Taken) -> Vec<Found> {
        if self.language.as_ref() == Some(&dataset.programme.language) {
            let fault = format!("the originals are in {} themselves", dataset.programme.language);
            self.faults.add(&self.file, None, fault);
        }
        let originals: Originals<'_> =
            dataset.originals().map(|original| (original.name(), original)).collect();
        let elsewhere = self.words_in_other_languages(dataset);
        let mut lines: HashMap<&str, usize> = HashMap::new();
        let mut found = Vec::new();
        for message in &self.messages {
            let context = message.context.as_deref().unwrap_or_default();
            if let Some(line) = lines.insert(context, message.line) {
                self.fault(
                    message.line,
                    format!("the context `{}` is that of line {line}", printable(context)),
                );
                continue;
            }
            let Some((original, field, words)) = self.find(&originals, message, context) else { continue };
            if message.translation.trim().is_empty() {
                taken.untranslated += 1;
            } else if message.fuzzy {
                taken.fuzzy += 1;
            } else if let Some(sound) = self.check_one(message, field, words) {
                if let Some(other) = elsewhere.get(&(original.subject(), field, sound.text.as_str())) {
                    let fault =
                        format!("{context}: this is the text in `{other}`: is the header's Language right?");
                    self.fault(message.line, fault);
                }
                taken.warnings.extend(self.warnings(message));
                let mut of = vec![original.subject()];
                of.extend(dataset.sharing(original, field));
                found.push(Found { of, ..sound });
            }
        }
        found
    }

    /// What prose is on record in other languages than the file's, by whose and what it is. A line may well be the same
    /// in two languages, prose is not.
    fn words_in_other_languages<'a>(
        &self,
        dataset: &'a Dataset,
    ) -> HashMap<(TranslationSubject, &'a str, &'a str), &'a Language> {
        let others = dataset.translations.iter().filter(|translation| {
            Some(&translation.language) != self.language.as_ref()
                && TranslationSubject::is_prose(translation.field.as_str())
        });
        let key = |translation: &'a Translation| {
            (translation.of, translation.field.as_str(), translation.text.as_str())
        };
        others.map(|translation| (key(translation), &translation.language)).collect()
    }

    /// The text that a message is of, and its words as they are now.
    fn find<'a, 'name>(
        &self,
        originals: &Originals<'a>,
        message: &Message,
        context: &'name str,
    ) -> Option<(Original<'a>, &'name str, &'a str)> {
        let shown = printable(context);
        let Some((name, field)) = context.rsplit_once('/') else {
            self.fault(
                message.line,
                format!("the context `{shown}` is of no text: page/home/title would be"),
            );
            return None;
        };
        let Some(original) = originals.get(name) else {
            let fault = format!("the context `{shown}`: there is no {}; take it out", printable(name));
            self.fault(message.line, fault);
            return None;
        };
        let words = original.words(field);
        if words.is_none() {
            let fields = original.texts().map(|(field, _)| field).collect::<Vec<_>>().join(", ");
            let fault = format!("the context `{shown}`: {name} has no such text, only {fields}; take it out");
            self.fault(message.line, fault);
        }
        Some((*original, field, words?))
    }

    fn check_one(&self, message: &Message, field: &str, words: &str) -> Option<Found> {
        let follows = Version::of(&message.original);
        let stated = message.comments.iter().find_map(|comment| comment.strip_prefix(VERSION));
        if stated.is_some_and(|stated| stated != follows.short()) {
            let fault =
                "the original was changed in the file: only the translation is for the translator to change";
            self.fault(message.line, fault.to_owned());
        }
        let context = message.context.as_deref().unwrap_or_default();
        for fault in unfaithful(&message.original, &message.translation) {
            self.fault(message.line, format!("{}: {fault}", printable(context)));
        }
        match text(field, &message.translation) {
            Ok(text) => {
                let present = Version::of(words);
                Some(Found { of: Vec::new(), field: field.parse().ok()?, follows, present, text })
            }
            Err(error) => {
                self.fault(message.line, error.to_string());
                None
            }
        }
    }

    /// Where the translation has another word than the glossary.
    fn warnings(&self, message: &Message) -> Vec<String> {
        let Some(language) = &self.language else { return Vec::new() };
        let entries = glossary::entries_in(&message.original, language);
        let strays = entries.filter(|(_, entry)| !entry.is_kept_by(&message.translation));
        let warnings = strays.map(|(word, entry)| {
            let (file, line) = (&self.file, message.line);
            format!("{file}:{line}: {word} is {} in the glossary", entry.translations.join(" or "))
        });
        warnings.collect()
    }

    fn fault(&self, line: usize, fault: String) {
        self.faults.add(&self.file, Some(line), fault);
    }
}

/// What became of the translation of one record, the least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Unchanged,
    Superseded,
    Added,
    Changed,
}

impl Found {
    /// Whether the original was changed since the file was written.
    fn is_outdated(&self) -> bool {
        self.follows != self.present
    }

    /// Takes it as the translation of one record.
    fn take(
        &self,
        of: TranslationSubject,
        language: &Language,
        by: &By,
        ids: &mut impl Iterator<Item = TranslationId>,
        dataset: &mut Dataset,
    ) -> Step {
        let known = dataset.translations.iter_mut().find(|translation| {
            (translation.of, &translation.field, &translation.language) == (of, &self.field, language)
        });
        match known {
            None => {
                let new = ids.next().map(|id| self.translation(id, of, language, by));
                dataset.translations.extend(new);
                Step::Added
            }
            Some(known) if (&known.text, known.follows) == (&self.text, self.follows) => Step::Unchanged,
            Some(known) if self.is_outdated() && known.follows == self.present => Step::Superseded,
            Some(known) => {
                *known = self.translation(known.id, of, language, by);
                Step::Changed
            }
        }
    }

    fn translation(
        &self,
        id: TranslationId,
        of: TranslationSubject,
        language: &Language,
        by: &By,
    ) -> Translation {
        Translation {
            id,
            of,
            field: self.field.clone(),
            language: language.clone(),
            text: self.text.clone(),
            follows: self.follows,
            translator: by.translator.clone(),
            translated_on: by.on,
            review: None,
        }
    }
}

/// A translation as its field holds it: one line where the original is one.
fn text(field: &str, translation: &str) -> Result<Markdown, TextError> {
    let text = Markdown::normalized(translation)?;
    if !TranslationSubject::is_prose(field) {
        text.as_str().parse::<Line>()?;
    }
    Ok(text)
}
