//! Marks: how records are named that have no short name of their own.

use std::fmt;
use std::str::FromStr;

use signpost_core::Id;

use crate::failure::Failure;

/// How many characters of an id a mark has; they are random, so that few records share them.
const LENGTH: usize = 8;

/// The last characters of an id, as lists print them: `c89d0a95`; more of them, where two records share these.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(transparent)]
pub(crate) struct Mark(String);

impl Mark {
    /// The mark of a record.
    pub(crate) fn of(id: impl Id) -> Self {
        let text = id.uuid().to_string();
        Self(text.get(text.len().saturating_sub(LENGTH)..).unwrap_or_default().to_owned())
    }

    /// The one of these records that has the mark. `noun` and `list` say what they are and which command lists them.
    pub(crate) fn find<T>(
        &self,
        records: impl IntoIterator<Item = T>,
        id: impl Fn(&T) -> uuid::Uuid,
        (noun, list): (&str, &str),
    ) -> Result<T, Failure> {
        let mut found = records.into_iter().filter(|record| id(record).to_string().ends_with(&self.0));
        match (found.next(), found.next()) {
            (Some(record), None) => Ok(record),
            (Some(_), Some(_)) => Err(Failure::input(format!(
                "several {noun}s end in `{self}`: give the whole id, which `--format json` prints"
            ))),
            _ => Err(Failure::input(format!(
                "there is no {noun} `{self}`. See them all with: signpost {list}"
            ))),
        }
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl FromStr for Mark {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let text = text.to_lowercase();
        let is_mark = (LENGTH..=36).contains(&text.len())
            && text.chars().all(|character| character.is_ascii_hexdigit() || character == '-');
        if is_mark {
            Ok(Self(text))
        } else {
            Err("write the mark that its list prints, as c89d0a95".to_owned())
        }
    }
}

#[cfg(test)]
mod tests {
    use signpost_core::GiftId;

    use super::*;

    #[test]
    fn a_mark_finds_its_record_and_no_other() {
        let ids = ["peace", "stone"].map(|name| GiftId::derived("gift", name));
        let find = |mark: &Mark| mark.find(ids, |id| id.uuid(), ("gift", "gift list"));
        for id in ids {
            assert_eq!(find(&Mark::of(id)).unwrap(), id);
            assert_eq!(find(&id.to_string().to_uppercase().parse().unwrap()).unwrap(), id);
        }
        assert!(
            matches!(find(&"00000000".parse().unwrap()), Err(Failure::Input(words)) if words.contains("gift list"))
        );
        for text in ["", "abc", "nothex00", "1234567"] {
            assert!(text.parse::<Mark>().is_err(), "{text}");
        }
    }
}
