//! What Wikidata states, as its query service gives it out.

use serde_json::{Map, Value};

use crate::dataset::{FaultList, Faults, printable};
use crate::historic::HistoricDate;
use crate::text::WikidataId;

/// What Wikidata states of the host city's twinned bodies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extract {
    /// The statements, without those that are marked as wrong there.
    pub statements: Vec<Stated>,
}

/// One statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// The item of the city that is twinned.
    pub item: WikidataId,
    /// What it is called there.
    pub label: Option<String>,
    /// When it began.
    pub start: Option<HistoricDate>,
    /// When it ended.
    pub end: Option<HistoricDate>,
}

/// The query that asks the query service for what [`Extract::read`] reads.
pub fn query(city: &WikidataId) -> String {
    format!(
        "\
SELECT DISTINCT ?city ?partner ?partnerLabel ?rank ?start ?startPrecision ?end ?endPrecision WHERE {{
  VALUES ?city {{ wd:{city} }}
  ?city p:P190 ?statement .
  ?statement ps:P190 ?partner ; wikibase:rank ?rank .
  FILTER(STRSTARTS(STR(?partner), \"http://www.wikidata.org/entity/Q\"))
  OPTIONAL {{ ?statement pqv:P580 [ wikibase:timeValue ?start ; wikibase:timePrecision ?startPrecision ] }}
  OPTIONAL {{ ?statement pqv:P582 [ wikibase:timeValue ?end ; wikibase:timePrecision ?endPrecision ] }}
  SERVICE wikibase:label {{ bd:serviceParam wikibase:language \"en,mul\" }}
}}
"
    )
}

impl Extract {
    /// Reads a file of that name: the results of the [`query`] about the host city as JSON (SPARQL 1.1 Query Results),
    /// or as the shorter JSON that the page of the query service offers too.
    ///
    /// # Errors
    /// Everything that is wrong in it, each with its place.
    pub fn read(file: &str, bytes: &[u8], city: &WikidataId) -> Result<Self, Faults> {
        let faults = FaultList::default();
        let parsed: Result<Value, _> = serde_json::from_slice(bytes);
        let value = parsed.map_err(|error| {
            let text = format!("this is no JSON: {error}. Download the results of the query once more");
            faults.add(file, Some(error.line()), text);
        });
        let statements = value.ok().and_then(|value| rows(&value, &Reading { file, faults: &faults, city }));
        faults.or(statements.map(|statements| Self { statements }))
    }
}

/// A file that is being read.
struct Reading<'a> {
    file: &'a str,
    faults: &'a FaultList,
    city: &'a WikidataId,
}

/// The statements of all rows. None where there are no rows at all.
fn rows(value: &Value, reading: &Reading<'_>) -> Option<Vec<Stated>> {
    let (list, place) = match value {
        Value::Array(list) => (Some(list), ""),
        value => (value.pointer("/results/bindings").and_then(Value::as_array), "results.bindings"),
    };
    let Some(list) = list else {
        let text = "`results.bindings` is missing: these are no results of a query";
        reading.faults.add(reading.file, None, text);
        return None;
    };
    let mut statements: Vec<Stated> = Vec::new();
    for (number, row) in list.iter().enumerate() {
        let place = format!("{place}[{number}]");
        let Some(cells) = row.as_object() else {
            reading.faults.add(reading.file, None, format!("{place} is no row of results"));
            continue;
        };
        let stated = Row { reading, place, cells }.read();
        statements.extend(stated.filter(|stated| !statements.contains(stated)));
    }
    Some(statements)
}

/// One row of the results.
struct Row<'a> {
    reading: &'a Reading<'a>,
    place: String,
    cells: &'a Map<String, Value>,
}

impl Row<'_> {
    /// Its statement. None where it is marked as wrong, or has faults.
    fn read(&self) -> Option<Stated> {
        let city = self.item("city");
        if let Some(other) = city.filter(|city| city != self.reading.city) {
            let ours = self.reading.city;
            self.fault("city", format!("it is about `{other}`, and the host city is `{ours}`"));
        }
        let item = self.item("partner");
        let label = self.text("partnerLabel").map(ToOwned::to_owned);
        let (start, end) = (self.date("start", "startPrecision"), self.date("end", "endPrecision"));
        let is_wrong = self.text("rank").is_some_and(|rank| rank.ends_with("#DeprecatedRank"));
        let item = item.filter(|_| !is_wrong)?;
        Some(Stated { label: label.filter(|label| label != item.as_str()), item, start, end })
    }

    /// The text of a cell: bare, or with its type.
    fn text(&self, name: &str) -> Option<&str> {
        let cell = self.cells.get(name)?;
        let text = cell.get("value").unwrap_or(cell).as_str();
        if text.is_none() {
            self.fault(name, "it has no `value` that is a text");
        }
        text
    }

    /// The item that a cell names by its address.
    fn item(&self, name: &str) -> Option<WikidataId> {
        let Some(text) = self.text(name) else {
            if !self.cells.contains_key(name) {
                self.fault(name, "it is missing: use the whole query that `signpost wikidata query` prints");
            }
            return None;
        };
        let item = text.rsplit_once("/entity/").map_or(text, |(_, item)| item).parse();
        item.map_err(|error: crate::TextError| self.fault(name, error.to_string())).ok()
    }

    /// A date, as precisely as another cell says that it is known. One that is known to the decade at best is none.
    fn date(&self, name: &str, precision: &str) -> Option<HistoricDate> {
        let text = self.text(name)?;
        let Some(known) = self.text(precision) else {
            self.fault(precision, "it is missing: without it nobody knows how precise the date is");
            return None;
        };
        let length = match known.parse::<u8>() {
            Ok(0..=8) => return None,
            Ok(9) => 4,
            Ok(10) => 7,
            Ok(11..=14) => 10,
            _ => {
                let text = format!("`{}` is no precision: 9 is the year, 10 the month", printable(known));
                self.fault(precision, format!("{text}, 11 the day"));
                return None;
            }
        };
        let day = text.strip_prefix('+').unwrap_or(text).split('T').next().unwrap_or_default();
        let date = day.get(..length).filter(|_| day.len() == 10).and_then(|date| date.parse().ok());
        if date.is_none() {
            self.fault(name, format!("`{}` is no date of the years 1 to 9999", printable(text)));
        }
        date
    }

    fn fault(&self, name: &str, text: impl AsRef<str>) {
        let text = format!("{}.{name}: {}", self.place, text.as_ref());
        self.reading.faults.add(self.reading.file, None, text);
    }
}
