//! The programme and its policy as files hold them: `programme.toml`.

use super::block::Block;
use super::committee::{read_contacts, write_contacts};
use super::field::text;
use super::reading::Reading;
use super::record::Record;
use super::table::Table;
use super::writing::Writing;
use super::{claim, fault};
use crate::historic::HistoricDate;
use crate::identity::{Id, PolicyId};
use crate::policy::{Policy, PolicyRule, Rule, RuleName};
use crate::programme::Programme;
use crate::source::Subject;

/// The file.
pub(super) const FILE: &str = "programme.toml";

/// The programme and its rules. There must be one.
pub(super) fn read(reading: &Reading<'_>) -> (Option<Programme>, Policy) {
    if !reading.folder.has(FILE) {
        reading.faults.add(FILE, None, "the file is missing: a dataset begins with its programme");
    }
    let read = reading.toml(FILE, |file| {
        let programme = read_programme(reading, file);
        (programme, Policy { rules: file.rows("policy", |row| read_rule(reading, row)) })
    });
    read.unwrap_or_default()
}

fn read_programme(reading: &Reading<'_>, file: &Table<'_>) -> Option<Programme> {
    let id = reading.ids.of(file, "programme", "programme");
    let city = file.required("city");
    let region = file.optional("region");
    let country = file.required("country");
    let country_label = file.required("country_label");
    let place = file.place();
    if !file.has("latitude") && !file.has("longitude") {
        file.fault_here(
            "`latitude` and `longitude` are missing here: distances are counted from a point of the city",
        );
    }
    let reference_point = file.required("reference_point");
    let time_zone = file.required("time_zone");
    let geonames = file.optional("geonames");
    let wikidata = file.optional("wikidata");
    let language = file.required("language");
    let languages = file.list("languages");
    let council = file.required("council");
    let registered_with = file.optional("registered_with");
    let website = file.optional("website");
    let licence = file.optional("licence");
    let note = file.optional("note");
    let contacts = read_contacts(reading, file, "programme");
    claim::read(reading, file, Subject::Programme(id), "programme");
    Some(Programme {
        id,
        city: city?,
        region,
        country: country?,
        country_label: country_label?,
        place: place?,
        reference_point: reference_point?,
        time_zone: time_zone?,
        geonames,
        wikidata,
        language: language?,
        languages,
        council: council?,
        registered_with,
        website,
        licence,
        contacts,
        note,
    })
}

fn read_rule(reading: &Reading<'_>, row: &Table<'_>) -> Option<PolicyRule> {
    let name: Option<RuleName> = row.required("rule");
    let value: Option<String> = row.required("value");
    let from: Option<HistoricDate> = row.optional("from");
    let until: Option<HistoricDate> = row.optional("until");
    let note = row.optional("note");
    if let (Some(from), Some(until)) = (from, until)
        && until.last() <= from.first()
    {
        row.fault("until", format!("`{until}` is not after `{from}`, from which the rule is in force"));
    }
    let key = format!("{}/{}", text(name.as_ref()), text(from.as_ref()));
    let id: PolicyId = reading.ids.of(row, "policy", &key);
    claim::read(reading, row, Subject::Policy(id), &key);
    let rule = Rule::parse(name?.as_str(), &value?);
    let rule = rule.map_err(|refusal| row.fault("value", refusal.to_string())).ok()?;
    Some(PolicyRule { id, rule, from, until, note })
}

/// The file of the programme.
pub(super) fn write(writing: &Writing<'_>) -> (String, String) {
    let programme = &writing.dataset.programme;
    let head = Block::new()
        .with("city", &programme.city)
        .maybe("region", programme.region.as_ref())
        .with("country", &programme.country)
        .with("country_label", &programme.country_label)
        .place(Some(programme.place))
        .with("reference_point", &programme.reference_point)
        .with("time_zone", &programme.time_zone)
        .maybe("geonames", programme.geonames.as_ref())
        .maybe("wikidata", programme.wikidata.as_ref())
        .with("language", &programme.language)
        .list("languages", &programme.languages)
        .with("council", &programme.council)
        .maybe("registered_with", programme.registered_with.as_ref())
        .maybe("website", programme.website.as_ref())
        .maybe("licence", programme.licence.as_ref())
        .maybe("note", programme.note.as_ref())
        .id(programme.id)
        .rows("contacts", write_contacts(&programme.contacts))
        .rows("claims", claim::write(writing, Subject::Programme(programme.id)));
    let rules = writing.dataset.policy.iter().map(|rule| {
        Block::new()
            .with("rule", &rule.rule.name())
            .with("value", &rule.rule.value())
            .maybe("from", rule.from.as_ref())
            .maybe("until", rule.until.as_ref())
            .maybe("note", rule.note.as_ref())
            .id(rule.id)
            .rows("claims", claim::write(writing, Subject::Policy(rule.id)))
            .under("[[policy]]")
    });
    (FILE.to_owned(), head.lines() + &rules.collect::<String>())
}

/// The rule that a record names: by the rule's name where there is one of that name, else by its id.
pub(super) fn find_rule(policy: &Policy, row: &impl Record, key: &'static str) -> Option<PolicyId> {
    let name: String = row.required(key)?;
    let named = |rule: &&PolicyRule| rule.rule.name().as_str() == name || rule.id.to_string() == name;
    let mut rules = policy.rules.iter().filter(named);
    match (rules.next(), rules.next()) {
        (Some(rule), None) => Some(rule.id),
        (Some(_), Some(_)) => {
            row.fault(
                key,
                format!("`{name}` is the name of several rules: write the id of the one that is meant"),
            );
            None
        }
        _ => {
            let hint = row.nearest().hint(&name, policy.rules.iter().map(|rule| rule.rule.name().as_str()));
            row.fault(key, format!("`{}` is no rule of the programme{hint}", fault::printable(&name)));
            None
        }
    }
}

/// What a rule is called in files: its name, or its id where another has that name too.
pub(super) fn rule_name(writing: &Writing<'_>, id: PolicyId) -> String {
    let name = |rule: &&PolicyRule| rule.id == id;
    let rules = &writing.dataset.policy;
    let namesakes = |name| rules.iter().filter(|rule| rule.rule.name() == name).count();
    match rules.iter().find(name).map(|rule| rule.rule.name()) {
        Some(name) if namesakes(name) == 1 => name.to_string(),
        _ => id.uuid().to_string(),
    }
}
