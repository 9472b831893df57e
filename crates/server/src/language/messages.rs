//! The interface's words, from `locales/`, compiled in.
//!
//! A message is named by a literal where it is said, so that the test below can tell a name that
//! is missing, unused, or given other variables than its text wants. Names have two words or more.

use std::{borrow::Cow, collections::HashMap};

use fluent_templates::{Loader, fluent_bundle::FluentValue, static_loader};

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
        MESSAGES.lookup(&self.0.identifier, message)
    }

    /// The words of a message with its variables filled.
    pub fn say_with<const COUNT: usize>(self, message: &str, arguments: [Argument<'_>; COUNT]) -> String {
        let arguments: HashMap<_, _> =
            arguments.into_iter().map(|(name, value)| (Cow::Borrowed(name), value)).collect();
        MESSAGES.lookup_with_args(&self.0.identifier, message, &arguments)
    }
}

#[cfg(test)]
mod tests {
    use std::{
        collections::{BTreeMap, BTreeSet},
        fs,
        path::{Path, PathBuf},
    };

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
    fn every_language_has_only_messages_of_the_default() {
        let default = written(Path::new("../../locales/en"));
        for language in fs::read_dir("../../locales").unwrap() {
            for (name, variables) in written(&language.unwrap().path()) {
                let expected = default.get(&name).unwrap_or_else(|| panic!("{name} is in no template"));
                assert!(variables.is_subset(expected), "{name} names {variables:?}");
            }
        }
    }
}
