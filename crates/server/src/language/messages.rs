//! The interface's words, from `locales/`, compiled in.
//!
//! A message is named by a literal where it is said, so that the test below can tell a name that
//! is missing, unused, or given other variables than its text wants. Names have two words or more.

use std::collections::HashMap;

use fluent_templates::{fluent_bundle::FluentValue, static_loader};

use super::Locale;

static_loader! {
    pub(super) static MESSAGES = {
        locales: "../../locales",
        fallback_language: "en",
        // Names from outside are isolated by the templates, with `bdi`; marks inside the text
        // would end up in titles, calendars and what people copy.
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

/// A value that a message takes: its variable's name, and the text, or the number that picks a plural.
pub type Argument<'a> = (&'static str, FluentValue<'a>);

impl Locale {
    /// The words of a message without variables.
    pub fn say(self, message: &str) -> String {
        self.words(message, None)
    }

    /// The words of a message with its variables filled.
    pub fn say_with<const COUNT: usize>(self, message: &str, arguments: [Argument<'_>; COUNT]) -> String {
        self.words(message, Some(&HashMap::from(arguments)))
    }

    /// The words in this language, else in the default one.
    fn words(self, message: &str, arguments: Option<&HashMap<&str, FluentValue<'_>>>) -> String {
        let messages = self.0.messages;
        let found = [&self.0.identifier, messages.fallback()]
            .into_iter()
            .find_map(|language| messages.lookup_single_language(language, message, arguments).ok());
        found.unwrap_or_else(|| format!("Unknown localization {message}"))
    }
}

#[cfg(test)]
mod tests {
    use std::{
        collections::{BTreeMap, BTreeSet},
        fs,
        path::{Path, PathBuf},
    };

    use signpost_core::translation::entries_in;

    use super::*;

    type Variables = BTreeSet<String>;

    /// Every file below a folder that ends so.
    fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
        let mut found = Vec::new();
        let mut folders = vec![Path::new(folder).to_path_buf()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.to_string_lossy().ends_with(ending) {
                    found.push(path);
                }
            }
        }
        found
    }

    /// The messages of a language with the variables each one names.
    fn written(language: &Path) -> BTreeMap<String, Variables> {
        let mut messages = BTreeMap::new();
        for file in files(&language.to_string_lossy(), ".ftl") {
            let mut name = String::new();
            for line in fs::read_to_string(file).unwrap().lines().filter(|line| !line.starts_with('#')) {
                if !line.starts_with([' ', '\t', '}'])
                    && let Some((new, _)) = line.split_once('=')
                {
                    new.trim().clone_into(&mut name);
                    assert!(
                        messages.insert(name.clone(), Variables::new()).is_none(),
                        "{name} is written twice"
                    );
                }
                for after in line.split('$').skip(1) {
                    let variable = after.split(|next: char| !next.is_ascii_alphanumeric()).next().unwrap();
                    messages.get_mut(&name).unwrap().insert(variable.to_owned());
                }
            }
        }
        messages
    }

    /// The messages that code and templates say, with the variables they give.
    fn said() -> BTreeMap<String, Variables> {
        let mut messages = BTreeMap::new();
        for file in files("src", ".rs").into_iter().chain(files("../../templates", "")) {
            let text = fs::read_to_string(&file).unwrap();
            for (call, end) in [("say(\"", ')'), ("lookup(identifier, \"", ')'), ("say_with(", ']')] {
                for after in text.split(call).skip(1) {
                    let call = after.split(end).next().unwrap();
                    let mut literals = call.trim_start().trim_start_matches('"').split('"').step_by(2);
                    let Some(name) = literals.next().filter(|name| {
                        name.split('-').count() > 1
                            && !name.contains(|other: char| !other.is_ascii_alphanumeric() && other != '-')
                    }) else {
                        continue;
                    };
                    let variables: Variables = call
                        .split("(\"")
                        .skip(1)
                        .filter_map(|at| at.split('"').next())
                        .map(str::to_owned)
                        .collect();
                    let before = messages.insert(name.to_owned(), variables.clone());
                    assert!(before.is_none_or(|before| before == variables), "{name} in {}", file.display());
                }
            }
        }
        messages
    }

    #[test]
    fn every_message_is_written_and_said_with_the_same_variables() {
        let said = said();
        assert!(said.len() > 50, "the search for messages finds too few: {}", said.len());
        assert_eq!(written(Path::new("../../locales/en")), said);
    }

    #[test]
    fn every_language_has_every_message_of_the_default_and_no_other() {
        let default = written(Path::new("../../locales/en"));
        for locale in Locale::all() {
            let written = written(&folder(locale));
            let missing: Vec<_> = default.keys().filter(|name| !written.contains_key(*name)).collect();
            assert!(missing.is_empty(), "{locale:?} lacks {missing:?}");
            for (name, variables) in written {
                let expected = default.get(&name).unwrap_or_else(|| panic!("{name} is in no template"));
                assert!(variables.is_subset(expected), "{name} in {locale:?} names {variables:?}");
            }
        }
    }

    #[test]
    fn every_message_keeps_to_the_glossary() {
        for locale in Locale::all().filter(|locale| *locale != Locale::default()) {
            for (name, variables) in written(&folder(locale)) {
                let original = forms(Locale::default(), &name, &variables);
                let translation = forms(locale, &name, &variables);
                for (original, translation) in original.iter().zip(&translation) {
                    for (word, entry) in entries_in(original, locale.language()) {
                        assert!(
                            entry.is_kept_by(translation),
                            "{name} in {locale:?}: {word} is {translation}"
                        );
                    }
                }
            }
        }
    }

    /// What a message says of both kinds of relationship.
    fn forms(locale: Locale, name: &str, variables: &Variables) -> [String; 2] {
        ["sister", "friendship"].map(|kind| {
            let value = |variable: &str| if variable == "kind" { kind.into() } else { "…".into() };
            let arguments = variables.iter().map(|variable| (variable.as_str(), value(variable)));
            locale.words(name, Some(&arguments.collect()))
        })
    }

    fn folder(locale: Locale) -> PathBuf {
        Path::new("../../locales").join(locale.tag())
    }
}
