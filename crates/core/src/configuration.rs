//! The settings of a program: the same definition reads them, explains them, and says what is wrong with one.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use clap::error::{ContextKind, ContextValue};
use clap::{Arg, Command};

/// How many commands are named beside a setting that only they know; of more, it speaks for itself.
const MOST_NAMED: usize = 4;

/// A setting, and the commands that know it.
struct Setting<'a> {
    argument: &'a Arg,
    commands: Vec<String>,
}

/// Every setting of a program that can be given by a variable, as a table of Markdown.
///
/// The commands that know a setting are named where they are few.
pub fn reference(command: &Command) -> String {
    let mut command = command.clone();
    command.build();
    let mut settings = BTreeMap::new();
    collect(&command, "", &mut settings);
    let mut text = String::from("| variable | flag | default | what it says |\n|---|---|---|---|\n");
    for (variable, Setting { argument, commands }) in &settings {
        // Writing to a text cannot fail.
        let _ = writeln!(
            text,
            "| `{variable}` | {} | {} | {} |",
            flag(argument),
            default(argument),
            meaning(argument, commands)
        );
    }
    text
}

fn collect<'a>(command: &'a Command, path: &str, settings: &mut BTreeMap<String, Setting<'a>>) {
    for argument in command.get_arguments() {
        let Some(variable) = argument.get_env() else { continue };
        let setting = settings
            .entry(variable.display().to_string())
            .or_insert_with(|| Setting { argument, commands: Vec::new() });
        setting.commands.push(path.to_owned());
    }
    for verb in command.get_subcommands() {
        collect(verb, format!("{path} {}", verb.get_name()).trim(), settings);
    }
}

fn flag(argument: &Arg) -> String {
    let value = argument.get_value_names().and_then(|names| names.first());
    match (argument.get_long(), value) {
        (Some(long), Some(value)) => format!("`--{long} {value}`"),
        (Some(long), None) => format!("`--{long}`"),
        (None, _) => String::new(),
    }
}

fn default(argument: &Arg) -> String {
    let values: Vec<_> =
        argument.get_default_values().iter().map(|value| value.display().to_string()).collect();
    if values.is_empty() { String::new() } else { format!("`{}`", values.join(",")) }
}

fn meaning(argument: &Arg, commands: &[String]) -> String {
    let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
    let mut words = help.replace('|', "\\|");
    let possible: Vec<_> =
        argument.get_possible_values().iter().map(|value| format!("`{}`", value.get_name())).collect();
    if argument.get_action().takes_values() && !possible.is_empty() {
        let _ = write!(words, ": {}", possible.join(", "));
    }
    // A setting of the whole program is known to the program itself, whose path is empty.
    let is_of_some = commands.len() <= MOST_NAMED && commands.iter().all(|path| !path.is_empty());
    if is_of_some {
        let _ = write!(words, " (`{}`)", commands.join("`, `"));
    }
    words
}

/// Adds the variable to an error about a setting, which may have come from there.
pub fn name_variable(mut error: clap::Error, command: &Command) -> clap::Error {
    let Some(ContextValue::String(argument)) = error.get(ContextKind::InvalidArg) else {
        return error;
    };
    let mut command = command.clone();
    command.build();
    if let Some(variable) = variable_of(&command, argument) {
        let both = format!("{argument} or {variable}");
        error.insert(ContextKind::InvalidArg, ContextValue::String(both));
    }
    error
}

fn variable_of(command: &Command, argument: &str) -> Option<String> {
    let own = command.get_arguments().find(|known| known.to_string() == argument);
    match own.and_then(Arg::get_env) {
        Some(variable) => Some(variable.display().to_string()),
        None => command.get_subcommands().find_map(|verb| variable_of(verb, argument)),
    }
}

#[cfg(test)]
mod tests {
    use clap::builder::PossibleValuesParser;

    use super::*;

    fn program() -> Command {
        let log = Arg::new("log").long("log").env("LOG").default_value("info").help("What | is logged");
        let way = Arg::new("way").long("way").env("WAY").value_name("WAY").help("Which way");
        let way = way.value_parser(PossibleValuesParser::new(["up", "down"]));
        let go = Command::new("go").arg(way).arg(Arg::new("fast").long("fast"));
        Command::new("program").arg(log.global(true)).subcommand(go)
    }

    #[test]
    fn the_reference_has_every_setting_once() {
        let text = reference(&program());
        let lines: Vec<_> = text.lines().skip(2).collect();
        assert_eq!(
            lines,
            [
                "| `LOG` | `--log` | `info` | What \\| is logged |",
                "| `WAY` | `--way WAY` |  | Which way: `up`, `down` (`go`) |",
            ]
        );
    }

    #[test]
    fn an_error_names_the_variable_wherever_the_setting_is() {
        let error = program().try_get_matches_from(["program", "go", "--way", "left"]).unwrap_err();
        let words = name_variable(error, &program()).to_string();
        for part in ["'--way <WAY> or WAY'", "'left'", "up, down"] {
            assert!(words.contains(part), "{words}");
        }
    }
}
