//! A record of a file, whether a table of TOML or a row of CSV: values by key, and faults that do not end the reading.

use super::fault::FaultList;
use super::field::Field;
use super::nearest::Nearest;
use crate::geo::Place;

/// A record of a file.
pub(super) trait Record {
    /// The file that it is in.
    fn file(&self) -> &str;

    /// The line that it begins on.
    fn line(&self) -> usize;

    /// The line that a key is on, or that the record begins on where it is left out.
    fn line_of(&self, key: &str) -> usize;

    /// Whether a key has a value.
    fn has(&self, key: &'static str) -> bool;

    /// The text of a key, if it has a value. None, with a fault noted, where it is not a single one.
    fn text(&self, key: &'static str) -> Option<String>;

    /// Where faults go.
    fn faults(&self) -> &FaultList;

    /// Who knows nearest words.
    fn nearest(&self) -> &Nearest;

    /// Notes a fault of a key.
    fn fault(&self, key: &str, text: impl AsRef<str>) {
        self.faults().add(self.file(), Some(self.line_of(key)), format!("{key}: {}", text.as_ref()));
    }

    /// Notes a fault of the record as a whole.
    fn fault_here(&self, text: impl AsRef<str>) {
        self.faults().add(self.file(), Some(self.line()), text);
    }

    /// The value of a key, if it has one.
    fn optional<T: Field>(&self, key: &'static str) -> Option<T> {
        T::parse(&self.text(key)?).map_err(|refusal| self.fault(key, refusal)).ok()
    }

    /// The value of a key that must have one.
    fn required<T: Field>(&self, key: &'static str) -> Option<T> {
        if !self.has(key) {
            self.fault_here(format!("`{key}` is missing here"));
        }
        self.optional(key)
    }

    /// The values of a key that has several in one text, parted by `;` or spaces.
    fn several<T: Field>(&self, key: &'static str) -> Vec<T> {
        let text = self.text(key).unwrap_or_default();
        let parts = text.split([';', ' ']).filter(|part| !part.is_empty());
        parts.filter_map(|part| T::parse(part).map_err(|refusal| self.fault(key, refusal)).ok()).collect()
    }

    /// Where it is, from its latitude and longitude: both or neither.
    fn place(&self) -> Option<Place> {
        let (latitude, longitude) = (self.optional("latitude"), self.optional("longitude"));
        match (self.has("latitude"), self.has("longitude")) {
            (true, false) => self.fault("latitude", "it needs its longitude: add it, or leave out both"),
            (false, true) => self.fault("longitude", "it needs its latitude: add it, or leave out both"),
            _ => {}
        }
        let place = Place::new(latitude?, longitude?);
        place.map_err(|refusal| self.fault("latitude", refusal.to_string())).ok()
    }
}
