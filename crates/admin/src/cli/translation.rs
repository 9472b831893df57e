//! Translations: what can be done with them.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use signpost_core::{Language, Line};

use super::reading::Output;
use super::writing::{Asking, Writing};

/// What to do with translations.
#[derive(Debug, Subcommand)]
pub(crate) enum TranslationVerb {
    /// Show how the texts stand: missing, older than the original, not reviewed
    #[command(after_help = "\
Examples:
  signpost translation status
  signpost translation status ja --all

Meant to be translated is what the public sees; of exchanges those that are not over.")]
    Status(StatusOfTexts),

    /// List what is translated
    List(ListTranslations),

    /// Show one, beside its original
    #[command(after_help = "\
Example:
  signpost translation show ja page/home/title")]
    Show(ShowTranslation),

    /// Write a file (gettext PO) for the tool of a translator
    #[command(after_help = "\
Example:
  signpost translation export ja ja.po

What is translated already is in the file; where the original was changed since, it is marked \
fuzzy, with the former wording beside it.")]
    Export(ExportTexts),

    /// Read the file that a translator gives back
    #[command(after_help = "\
Example:
  signpost translation import ja.po --translator \"Yuki Tanaka\" --dry-run

What the file leaves empty or fuzzy stays as it is. Where anything in the file is at fault, every \
fault is told with its line, and nothing is read.")]
    Import(ImportTexts),

    /// Record that a second person has reviewed translations
    #[command(override_usage = "\
signpost translation review [OPTIONS] <LANGUAGE> <TEXT>...
         --reviewer <PERSON>")]
    #[command(after_help = "\
Examples:
  signpost translation review ja page/home --reviewer \"Kenji Sato\"
  signpost translation review ja page/home/title page/about/title \\
    --reviewer \"Kenji Sato\"

page/home stands for all that is translated of it.")]
    Review(ReviewTranslations),

    /// Remove translations; the change record keeps them
    Remove(RemoveTranslations),

    /// Show which words mislead in a language, and what serves instead
    Glossary(ShowGlossary),
}

/// How the texts stand.
#[derive(Debug, Args)]
pub(crate) struct StatusOfTexts {
    /// In this language, as `zh-Hant`; else in every one that anything is translated to
    #[arg(value_name = "LANGUAGE")]
    pub(crate) language: Option<Language>,

    /// What is private too, and exchanges that are over
    #[arg(long)]
    pub(crate) all: bool,

    #[command(flatten)]
    pub(crate) output: Output,
}

/// Which translations to list.
#[derive(Debug, Args)]
pub(crate) struct ListTranslations {
    /// In this language, as `zh-Hant`
    #[arg(value_name = "LANGUAGE")]
    pub(crate) language: Option<Language>,

    #[command(flatten)]
    pub(crate) output: Output,
}

/// The translation to show.
#[derive(Debug, Args)]
pub(crate) struct ShowTranslation {
    /// The language, as `zh-Hant`
    #[arg(value_name = "LANGUAGE")]
    pub(crate) language: Language,

    /// The text, as the list has it: `page/home/title`
    #[arg(value_name = "TEXT")]
    pub(crate) text: String,

    #[command(flatten)]
    pub(crate) output: Output,
}

/// The file for a translator.
#[derive(Debug, Args)]
pub(crate) struct ExportTexts {
    /// The language to translate to, as `zh-Hant`
    #[arg(value_name = "LANGUAGE")]
    pub(crate) language: Language,

    /// The file to write; else it is printed
    #[arg(value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,

    /// What is private too, and exchanges that are over
    #[arg(long)]
    pub(crate) all: bool,
}

/// The file of a translator.
#[derive(Debug, Args)]
pub(crate) struct ImportTexts {
    /// The file (gettext PO)
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,

    /// Who translated
    #[arg(long, value_name = "PERSON")]
    pub(crate) translator: Line,

    #[command(flatten)]
    pub(crate) writing: Writing,
}

/// What was reviewed, and by whom.
#[derive(Debug, Args)]
pub(crate) struct ReviewTranslations {
    #[command(flatten)]
    pub(crate) texts: Texts,

    /// Who reviewed, another person than the translator
    #[arg(long, value_name = "PERSON")]
    pub(crate) reviewer: Line,

    #[command(flatten)]
    pub(crate) writing: Writing,
}

/// Which translations to remove.
#[derive(Debug, Args)]
pub(crate) struct RemoveTranslations {
    #[command(flatten)]
    pub(crate) texts: Texts,

    #[command(flatten)]
    pub(crate) asking: Asking,
}

/// Translations in a language.
#[derive(Debug, Args)]
pub(crate) struct Texts {
    /// The language, as `zh-Hant`
    #[arg(value_name = "LANGUAGE")]
    pub(crate) language: Language,

    /// The texts, as the list has them: `page/home/title`, or `page/home` for all of it
    #[arg(value_name = "TEXT", required = true)]
    pub(crate) texts: Vec<String>,
}

/// The language of the glossary.
#[derive(Debug, Args)]
pub(crate) struct ShowGlossary {
    /// The language, as `zh-Hant`
    #[arg(value_name = "LANGUAGE")]
    pub(crate) language: Language,

    #[command(flatten)]
    pub(crate) output: Output,
}
