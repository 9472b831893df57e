//! What needs a person, and the command that mends it.

use serde::Serialize;
use signpost_core::{About, Attention, Concern};

use super::value;
use crate::mark::Mark;
use crate::phrase;
use crate::printer::{Cell, Column, Row, Tone};

/// Something on record that needs a person.
#[derive(Debug, Serialize)]
pub(crate) struct AttentionRow {
    noun: &'static str,
    name: Option<String>,
    finding: &'static str,
    words: String,
    command: String,
}

impl AttentionRow {
    /// What was found, for a person to read.
    pub(crate) fn new(attention: &Attention) -> Self {
        let (noun, name) = match &attention.about {
            About::Programme => ("programme", None),
            About::Partner(slug) => ("partner", Some(slug.to_string())),
            About::Exchange(slug) => ("exchange", Some(slug.to_string())),
            About::Translated(of) => ("translation", Some(of.clone())),
            About::Source(slug) => ("source", Some(slug.to_string())),
        };
        Self {
            noun,
            finding: finding(&attention.concern),
            words: words(&attention.concern),
            command: command(&attention.concern, name.as_deref().unwrap_or_default()),
            name,
        }
    }

    /// What was found, in words.
    pub(crate) fn words(&self) -> &str {
        &self.words
    }
}

impl Row for AttentionRow {
    const COLUMNS: &'static [Column] = &[Column::whole("about"), Column::wrapping("finding")];
    const FIELDS: &'static [&'static str] = &["noun", "name", "finding", "words", "command"];

    fn cells(&self) -> Vec<Cell> {
        let about = self.name.as_deref().unwrap_or(self.noun);
        vec![
            Cell::toned(phrase::shortened(about, 34), Tone::Strong),
            Cell::plain(format!("{}\n$ {}", self.words, self.command)),
        ]
    }

    fn values(&self) -> Vec<String> {
        vec![
            self.noun.to_owned(),
            value(self.name.as_ref()),
            self.finding.to_owned(),
            self.words.clone(),
            self.command.clone(),
        ]
    }
}

const fn finding(concern: &Concern) -> &'static str {
    match concern {
        Concern::NoDates => "no-dates",
        Concern::NoEndDay(_) => "no-end-day",
        Concern::ListedLater(_) => "listed-later",
        Concern::NoCommittee => "no-committee",
        Concern::NoContact(_) => "no-contact",
        Concern::NoSponsor => "no-sponsor",
        Concern::NoAgreement => "no-agreement",
        Concern::TermWithoutSource(_) => "no-source",
        Concern::AgreementWithoutFile { .. } => "no-file",
        Concern::NoPlace => "no-place",
        Concern::Disputed { .. } => "disputed",
        Concern::NotCounted(_) => "not-counted",
        Concern::NotConfirmed(..) => "not-confirmed",
        Concern::NoPartner => "no-partner",
        Concern::OrganizerElsewhere => "organizer-elsewhere",
        Concern::Outdated(..) => "translation-outdated",
        Concern::Orphaned(..) => "translation-of-nothing",
        Concern::NothingRests => "nothing-rests",
    }
}

fn words(concern: &Concern) -> String {
    match concern {
        Concern::NoDates => "listed by a source, and no dates are on record".to_owned(),
        Concern::NoEndDay(end) => format!("its term ends {}", phrase::date(*end)),
        Concern::ListedLater(seen) => {
            format!("listed {} by a source, after its term was over", phrase::span(*seen))
        }
        Concern::NoCommittee => "no committee of the host is on record".to_owned(),
        Concern::NoContact(committee) => format!("nobody to write to at {committee} is on record"),
        Concern::NoSponsor => "its sponsor is not on record, and the policy asks for one".to_owned(),
        Concern::NoAgreement => "no agreement is on record".to_owned(),
        Concern::TermWithoutSource(start) => match start {
            Some(start) => format!("no source is named for its term that starts {}", phrase::date(*start)),
            None => "no source is named for its term".to_owned(),
        },
        Concern::AgreementWithoutFile { title, signed } => match signed {
            Some(signed) => format!("no file of its {title} of {signed} is on record"),
            None => format!("no file of its {title} is on record"),
        },
        Concern::NoPlace => "where it is on the earth is not on record".to_owned(),
        Concern::Disputed { fact, .. } => match fact {
            Some(fact) => format!("sources disagree: {fact}"),
            None => "sources disagree on it".to_owned(),
        },
        Concern::NotCounted(day) => format!("over since {day}, and no number of people is on record"),
        Concern::NotConfirmed(status, day) => {
            format!("still {status}, and its last day was {day}: was it held?")
        }
        Concern::NoPartner => "it is with no partner".to_owned(),
        Concern::OrganizerElsewhere => "its organizer is no committee of any of its partners".to_owned(),
        Concern::Outdated(field, language) => {
            format!("the original of its {field} was changed since it was translated ({language})")
        }
        Concern::Orphaned(field, language) => {
            format!("it has no {field} any more, and still a translation of it ({language})")
        }
        Concern::NothingRests => "nothing on record rests on it".to_owned(),
    }
}

fn command(concern: &Concern, name: &str) -> String {
    match concern {
        Concern::Disputed { claim, .. } => format!("signpost claim settle {}", Mark::of(*claim)),
        Concern::NoPlace => format!("signpost partner edit {name}"),
        Concern::AgreementWithoutFile { title, signed } => {
            let called = signed.map_or_else(|| format!("\"{title}\""), |signed| signed.to_string());
            format!("signpost agreement attach {name} {called} FILE --title \"{title}\" --language LANGUAGE")
        }
        Concern::NoDates
        | Concern::NoEndDay(_)
        | Concern::ListedLater(_)
        | Concern::NoCommittee
        | Concern::NoContact(_)
        | Concern::NoSponsor
        | Concern::TermWithoutSource(_)
        | Concern::NoAgreement => format!("signpost relationship edit {name}"),
        Concern::NotCounted(_) | Concern::NotConfirmed(..) => format!("signpost exchange record {name}"),
        Concern::NoPartner | Concern::OrganizerElsewhere => format!("signpost exchange edit {name}"),
        Concern::Outdated(_, language) => format!("signpost translation export {language} {language}.po"),
        Concern::Orphaned(field, language) => {
            format!("signpost translation remove {language} {name}/{field}")
        }
        Concern::NothingRests => format!("signpost source remove {name}"),
    }
}
