//! Translations: how they stand, shown, sent to translators and taken back, reviewed and removed.

use std::cell::RefCell;

use signpost_core::dataset::Dataset;
use signpost_core::store::{draft, programme, snapshot, translation};
use signpost_core::translation::{By, Export, Received, Taken, TextInLanguage, Which, glossary};
use signpost_core::{Language, Review, TranslationId};

use super::{bytes_of, put};
use crate::cli::{
    ExportTexts, ImportTexts, ListTranslations, RemoveTranslations, ReviewTranslations, ShowGlossary,
    ShowTranslation, StatusOfTexts, Texts, TranslationVerb,
};
use crate::desk::Desk;
use crate::draft::Draft;
use crate::failure::{Failure, Outcome};
use crate::nearest::{nearest, not_there};
use crate::phrase;
use crate::printer::Printer;
use crate::record::{EntryRow, TextRecord, TextRow};

/// How large a translator's file may be, in bytes.
const SIZE: u64 = 64_000_000;

pub(super) async fn run(verb: &TranslationVerb, desk: Desk<'_>) -> Result<Outcome, Failure> {
    match verb {
        TranslationVerb::Status(arguments) => status(arguments, desk).await,
        TranslationVerb::List(arguments) => list(arguments, desk).await,
        TranslationVerb::Show(arguments) => show(arguments, desk).await,
        TranslationVerb::Export(arguments) => export(arguments, desk).await,
        TranslationVerb::Import(arguments) => import(arguments, desk).await,
        TranslationVerb::Review(arguments) => review(arguments, desk).await,
        TranslationVerb::Remove(arguments) => remove(arguments, desk).await,
        TranslationVerb::Glossary(arguments) => show_glossary(arguments, desk.printer),
    }
}

/// The record with the texts that are meant.
async fn texts(desk: &Desk<'_>, which: Which) -> Result<Dataset, Failure> {
    let mut connection = snapshot(desk.database.pool()).await?;
    let programme = programme::get(&mut connection).await?;
    let today = programme.map(|programme| desk.clock.today(&programme.time_zone.zone()));
    let coming = today.filter(|_| which == Which::Public);
    Ok(draft::texts(&mut connection, coming).await?)
}

const fn which(all: bool) -> Which {
    if all { Which::All } else { Which::Public }
}

/// Refuses the language that the originals are in.
fn not_the_originals(dataset: &Dataset, language: &Language) -> Result<(), Failure> {
    if *language == dataset.programme.language {
        return Err(Failure::input(format!(
            "the texts are in {language} themselves: to change one, signpost page edit, partner edit, and so on"
        )));
    }
    Ok(())
}

async fn status(arguments: &StatusOfTexts, desk: Desk<'_>) -> Result<Outcome, Failure> {
    let which = which(arguments.all);
    let dataset = texts(&desk, which).await?;
    let languages = match &arguments.language {
        Some(language) => {
            not_the_originals(&dataset, language)?;
            vec![language.clone()]
        }
        None => dataset.languages_translated_to(),
    };
    let rows_in = |language: &Language| -> Vec<TextRow> {
        let texts = dataset.texts_in(language, which, desk.clock.now());
        texts.iter().map(|text| TextRow::new(text, language)).collect()
    };
    let mut rows = Vec::new();
    let mut summaries = Vec::new();
    for language in &languages {
        let of_language = rows_in(language);
        summaries.push(format!("{language}: {}.", TextRow::summary(&of_language)));
        rows.extend(of_language);
    }
    desk.printer.list(arguments.output.format, &rows)?;
    for summary in summaries {
        desk.printer.say(summary)?;
    }
    if languages.is_empty() {
        desk.printer.say("Nothing is translated yet. To begin: signpost translation export ja ja.po")?;
    }
    Ok(Outcome::Done)
}

async fn list(arguments: &ListTranslations, desk: Desk<'_>) -> Result<Outcome, Failure> {
    let dataset = texts(&desk, Which::Public).await?;
    let mut rows = Vec::new();
    for language in dataset.languages_translated_to() {
        if arguments.language.as_ref().is_none_or(|wanted| *wanted == language) {
            let texts = dataset.texts_in(&language, Which::Public, desk.clock.now());
            let translated = texts.iter().filter(|text| text.translation.is_some());
            rows.extend(translated.map(|text| TextRow::new(text, &language)));
        }
    }
    desk.printer.list(arguments.output.format, &rows)?;
    desk.printer.say(format_args!("{}.", phrase::listed(&rows, "translation")))?;
    Ok(Outcome::Done)
}

async fn show(arguments: &ShowTranslation, desk: Desk<'_>) -> Result<Outcome, Failure> {
    let dataset = texts(&desk, Which::Public).await?;
    let language = &arguments.language;
    let texts = dataset.texts_in(language, Which::All, desk.clock.now());
    let Some(text) = texts.iter().find(|text| text.name() == arguments.text) else {
        return Err(no_text(&texts, &arguments.text));
    };
    let mut connection = snapshot(desk.database.pool()).await?;
    let mut former = translation::former_words(&mut connection, language).await?;
    let followed = text.translation.filter(|_| text.is_outdated());
    let former = followed.and_then(|translation| former.remove(&translation.follows));
    desk.printer.record(arguments.output.format, &TextRecord::new(text, language, former))?;
    Ok(Outcome::Done)
}

async fn export(arguments: &ExportTexts, desk: Desk<'_>) -> Result<Outcome, Failure> {
    let which = which(arguments.all);
    let dataset = texts(&desk, which).await?;
    let language = &arguments.language;
    not_the_originals(&dataset, language)?;
    let mut connection = snapshot(desk.database.pool()).await?;
    let former = translation::former_words(&mut connection, language).await?;
    let export = Export { language, which, former: &former, now: desk.clock.now() };
    put(&export.file(&dataset), arguments.file.as_ref(), desk.printer)?;
    let texts = dataset.texts_in(language, which, desk.clock.now());
    let rows: Vec<TextRow> = texts.iter().map(|text| TextRow::new(text, language)).collect();
    desk.printer.say(format_args!("{language}: {}.", TextRow::summary(&rows)))?;
    Ok(Outcome::Done)
}

async fn import(arguments: &ImportTexts, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let file = arguments.file.display().to_string();
    let bytes = bytes_of(&arguments.file, SIZE)?;
    let taken = RefCell::new(Taken::default());
    let body = async |draft: &mut Draft<'_>| {
        let received = Received::read(&file, &bytes);
        draft.texts_of_exchanges(&received.exchanges()).await?;
        let by = By { translator: arguments.translator.clone(), on: draft.today() };
        let ids: Vec<TranslationId> = (0..received.len() + draft.dataset.partners.len())
            .map(|_| draft.id())
            .collect::<Result<_, Failure>>()?;
        let now_taken = received.take(&mut draft.dataset, &by, ids);
        taken.replace(now_taken.map_err(|faults| Failure::input(faults.to_string()))?);
        Ok(())
    };
    let outcome = desk.change("translation import", &arguments.writing, body).await?;
    let taken = taken.into_inner();
    for warning in &taken.warnings {
        desk.printer.say(warning)?;
    }
    desk.printer.say(said(&taken))?;
    Ok(outcome)
}

/// What was taken of a file, in words.
fn said(taken: &Taken) -> String {
    let counts = [
        (taken.added, "new"),
        (taken.changed, "changed"),
        (taken.unchanged, "as they were"),
        (taken.untranslated, "left empty"),
        (taken.fuzzy, "fuzzy and not taken"),
        (taken.outdated, "of an original that was changed meanwhile"),
        (taken.superseded, "not taken, as a translation of newer words is on record"),
    ];
    let counts = counts.into_iter().filter(|(count, _)| *count > 0);
    let words: Vec<String> = counts.map(|(count, what)| format!("{count} {what}")).collect();
    if words.is_empty() {
        "The file has no texts.".to_owned()
    } else {
        format!("Texts: {}.", words.join("; "))
    }
}

async fn review(arguments: &ReviewTranslations, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let body = async |draft: &mut Draft<'_>| {
        let review = Review { reviewer: arguments.reviewer.clone(), on: draft.today() };
        let chosen = chosen(draft, &arguments.texts).await?;
        for (id, name, words) in chosen {
            let known = draft.dataset.translations.iter_mut().find(|translation| translation.id == id);
            let reviewed =
                known.map_or(Ok(()), |known| known.record_review(words.as_deref(), review.clone()));
            reviewed.map_err(|error| {
                Failure::input(format!("{name} in {}: {error}", arguments.texts.language))
            })?;
        }
        Ok(())
    };
    desk.change("translation review", &arguments.writing, body).await
}

async fn remove(arguments: &RemoveTranslations, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let body = async |draft: &mut Draft<'_>| {
        let chosen = chosen(draft, &arguments.texts).await?;
        let gone = |id: TranslationId| chosen.iter().any(|(chosen, ..)| *chosen == id);
        draft.dataset.translations.retain(|translation| !gone(translation.id));
        Ok(())
    };
    let Texts { language, texts } = &arguments.texts;
    let question = format!("Remove {} in {language}?", texts.join(", "));
    desk.ask_and_change("translation remove", &arguments.asking, &question, body).await
}

/// The translations that are meant, each with its name and the words of its original.
async fn chosen(
    draft: &mut Draft<'_>,
    meant: &Texts,
) -> Result<Vec<(TranslationId, String, Option<String>)>, Failure> {
    let slugs = meant.texts.iter().filter_map(|text| text.strip_prefix("exchange/")?.split('/').next());
    let slugs: Vec<String> = slugs.map(str::to_owned).collect();
    draft.texts_of_exchanges(&slugs).await?;
    let now = draft.now();
    let texts = draft.dataset.texts_in(&meant.language, Which::All, now);
    let mut chosen = Vec::new();
    for word in &meant.texts {
        let named = texts.iter().filter(|text| {
            let name = text.name();
            name == *word || name.strip_prefix(word.as_str()).is_some_and(|rest| rest.starts_with('/'))
        });
        let named: Vec<_> = named.collect();
        if named.is_empty() {
            return Err(no_text(&texts, word));
        }
        let before = chosen.len();
        chosen.extend(named.into_iter().flat_map(|text| {
            text.translations()
                .map(|translation| (translation.id, text.name(), text.words.map(str::to_owned)))
        }));
        if chosen.len() == before {
            let language = &meant.language;
            return Err(Failure::input(format!(
                "{word} is not translated to {language}: signpost translation list {language} has what is"
            )));
        }
    }
    Ok(chosen)
}

/// What is said of a text that is not there.
fn no_text(texts: &[TextInLanguage<'_>], word: &str) -> Failure {
    let names: Vec<String> = texts.iter().map(TextInLanguage::name).collect();
    let nearest = nearest(word, names.iter().map(|name| (name.as_str(), name.as_str())));
    Failure::input(not_there("translation", word, &nearest))
}

fn show_glossary(arguments: &ShowGlossary, printer: &mut Printer) -> Result<Outcome, Failure> {
    let rows: Vec<EntryRow> = glossary(&arguments.language).map(EntryRow::new).collect();
    printer.list(arguments.output.format, &rows)?;
    if rows.is_empty() {
        let language = &arguments.language;
        printer.say(format_args!("The glossary has nothing on {language}."))?;
    }
    Ok(Outcome::Done)
}
