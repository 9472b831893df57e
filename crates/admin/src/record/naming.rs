//! What rows of the change record are called.

use std::collections::HashMap;

use serde_json::{Map, Value};
use signpost_core::HistoricDate;
use signpost_core::database::Connection;
use signpost_core::store::StoreError;
use signpost_core::store::audit::{self, Recorded};
use signpost_core::store::change::Entry;
use uuid::Uuid;

/// The fields of a row.
pub(crate) type Fields = Map<String, Value>;

/// Rows, and what they belong to: enough to say what each is called.
#[derive(Debug, Default)]
pub(crate) struct Names {
    rows: HashMap<Uuid, Recorded>,
}

impl Names {
    /// The names of the rows that a change touched, and of those that they refer to.
    pub(crate) async fn of_entries(
        connection: &mut Connection,
        entries: &[Entry],
    ) -> Result<Self, StoreError> {
        let own = entries.iter().map(|entry| entry.row);
        let contents = entries.iter().flat_map(|entry| [&entry.before, &entry.after]).flatten();
        let others = contents.filter_map(Value::as_object).flat_map(Fields::values).filter_map(id);
        let ids: Vec<Uuid> = own.chain(others).collect();
        Ok(Self { rows: audit::rows(connection, &ids).await? })
    }

    /// The names of some rows.
    pub(crate) async fn of_rows(
        connection: &mut Connection,
        ids: impl Iterator<Item = Uuid>,
    ) -> Result<Self, StoreError> {
        Ok(Self { rows: audit::rows(connection, &ids.collect::<Vec<_>>()).await? })
    }

    /// What a row is called, or its table and id where it has no entry.
    pub(crate) fn of(&self, id: Uuid, noun: &str) -> String {
        self.rows
            .get(&id)
            .map_or_else(|| format!("{} {id}", noun.replace('_', " ")), |row| self.of_recorded(row))
    }

    /// What a row is called: `friendship term of taichung from 2025`.
    pub(crate) fn of_row(&self, noun: &str, fields: &Fields) -> String {
        let text = |field| text(fields, field);
        let of = |field| self.of_field(fields, field);
        let dated = |field| date(fields, field).map(|date| format!(" {date}")).unwrap_or_default();
        match noun {
            "programme" => format!("programme of {}", text("city")),
            "policy" => format!("rule {}", text("rule")),
            "policy_exception" => format!("exception of {} to {}", of("relationship"), of("policy")),
            "partner_name" => format!("name {} of {}", text("text"), of("partner")),
            "slug_redirect" => format!("former slug {}", text("slug")),
            "relationship" => format!("relationship with {}", of("partner")),
            "term" => {
                let start = date(fields, "start").unwrap_or_else(|| "a day not on record".to_owned());
                format!("{} term of {} from {start}", text("kind"), of("relationship"))
            }
            "application" => format!("application of {}{}", of("relationship"), dated("applied")),
            "listing" => format!("listing of {}{}", of("relationship"), dated("seen")),
            "dormancy" => format!("dormancy of {}{}", of("relationship"), dated("start")),
            "completeness" => format!("complete year {} of {}", number(fields, "year"), of("relationship")),
            "milestone" | "gift" => format!("{noun} of {}: {}", of("relationship"), text("what")),
            "agreement" => format!("agreement of {}: {}", of("relationship"), text("title")),
            "signatory" => match (text("name"), text("office")) {
                ("", somebody) | (somebody, _) => format!("signatory {somebody} of {}", of("agreement")),
            },
            "committee" | "contact" => format!("{noun} {}", text("name")),
            "exchange_partner" => format!("{} at {}", of("partner"), of("exchange")),
            "preview" => format!("preview of {}", of("exchange")),
            "cost" => format!("cost: {}", text("what")),
            "translation" => format!("{} of {} in {}", text("field"), self.whole(fields), text("language")),
            "document" => format!("document {}", text("title")),
            "image" => format!("photo {}", text("file_name")),
            "claim" => match text("fact") {
                "" => format!("claim about {}", self.whole(fields)),
                fact => format!("claim about {}: {fact}", self.whole(fields)),
            },
            _ => format!("{} {}", noun.replace('_', " "), text("slug")),
        }
    }

    /// What a value is in words: a reference is what it leads to.
    pub(crate) fn of_value(&self, value: &Value) -> Value {
        if audit::is_redacted(value) {
            return "(redacted)".into();
        }
        match id(value).and_then(|id| self.rows.get(&id)) {
            Some(row) => self.of_recorded(row).into(),
            None => value.clone(),
        }
    }

    /// What a row of the record is called.
    pub(crate) fn of_recorded(&self, row: &Recorded) -> String {
        row.content.as_object().map(|fields| self.of_row(&row.noun, fields)).unwrap_or_default()
    }

    /// What a field refers to, as briefly as may be: a partner or its relationship by the slug.
    fn of_field(&self, fields: &Fields, field: &str) -> String {
        let row = fields.get(field).and_then(id).and_then(|id| self.rows.get(&id));
        let Some((row, content)) = row.and_then(|row| Some((row, row.content.as_object()?))) else {
            return "one not on record".to_owned();
        };
        match row.noun.as_str() {
            "relationship" => self.of_field(content, "partner"),
            "partner" | "exchange" => text(content, "slug").to_owned(),
            "policy" => text(content, "rule").to_owned(),
            _ => self.of_recorded(row),
        }
    }

    /// What a claim or a translation is about.
    fn whole(&self, fields: &Fields) -> String {
        const WHOLES: [&str; 14] = [
            "programme",
            "policy",
            "partner",
            "relationship",
            "term",
            "listing",
            "application",
            "milestone",
            "agreement",
            "committee",
            "gift",
            "exchange",
            "notice",
            "page",
        ];
        let whole = WHOLES.into_iter().find(|field| fields.get(*field).is_some_and(Value::is_string));
        whole.map(|field| self.of_field(fields, field)).unwrap_or_default()
    }
}

/// The historic date in two fields of a row: `2007-03`.
pub(crate) fn date(fields: &Fields, name: &str) -> Option<String> {
    let day = |end| fields.get(&format!("{name}_{end}"))?.as_str();
    let (first, last) = (day("first")?, day("last")?);
    let date = first.parse().ok().zip(last.parse().ok());
    let date = date.and_then(|(first, last)| HistoricDate::between(first, last));
    Some(date.map_or_else(|| format!("{first}/{last}"), |date| date.to_string()))
}

fn text<'a>(fields: &'a Fields, field: &str) -> &'a str {
    let value = fields.get(field);
    if value.is_some_and(audit::is_redacted) {
        return "(redacted)";
    }
    value.and_then(Value::as_str).unwrap_or_default()
}

fn number(fields: &Fields, field: &str) -> String {
    fields.get(field).map(Value::to_string).unwrap_or_default()
}

fn id(value: &Value) -> Option<Uuid> {
    value.as_str()?.parse().ok()
}
