//! A small model of a calendar program: it keeps what it was sent by identity, and takes only what is newer.

use std::collections::BTreeMap;

use serde_json::Value;

/// A calendar that somebody subscribed to.
#[derive(Default)]
pub(crate) struct Client {
    events: BTreeMap<(String, String), Value>,
}

impl Client {
    /// Takes over what a new edition says: an event that it knows only where its SEQUENCE has grown (RFC 5546, 2.1.4),
    /// one that it does not know always; what is no longer there goes.
    ///
    /// An event that is otherwise than before under the same SEQUENCE is a fault of the edition.
    pub(crate) fn poll(&mut self, edition: &Value) {
        let identity = |event: &Value| {
            let replaces = event["replaces"].as_str().unwrap_or_default();
            (event["uid"].as_str().unwrap().to_owned(), replaces.to_owned())
        };
        let sequence = |event: &Value| event["sequence"].as_i64().unwrap();
        let new: BTreeMap<_, Value> = edition["events"]
            .as_array()
            .unwrap()
            .iter()
            .map(|event| (identity(event), event.clone()))
            .collect();
        self.events.retain(|identity, _| new.contains_key(identity));
        for (identity, event) in new {
            match self.events.get(&identity) {
                Some(known) if sequence(&event) <= sequence(known) => {
                    assert_eq!(&event, known, "changed without a new SEQUENCE, or with an older one");
                }
                _ => {
                    self.events.insert(identity, event);
                }
            }
        }
    }

    /// What it shows, by the time: start, whether it is on, what it is called.
    pub(crate) fn shows(&self) -> Vec<[String; 3]> {
        let word = |event: &Value, name: &str| event[name].as_str().unwrap_or_default().to_owned();
        let mut shown: Vec<_> = self
            .events
            .values()
            .map(|event| [word(event, "starts"), word(event, "status"), word(event, "summary")])
            .collect();
        shown.sort();
        shown
    }
}
