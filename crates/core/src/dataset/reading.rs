//! What is shared while a folder is read: its files, where faults go, and which ids and names are taken.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

use uuid::Uuid;

use super::fault::FaultList;
use super::field::IdText;
use super::folder::Folder;
use super::nearest::Nearest;
use super::record::Record;
use super::sheet::Cells;
use super::table::{Table, Toml};
use crate::document::{Content, Digest};
use crate::identity::{Id, SourceId};
use crate::policy::PolicyException;
use crate::source::Claim;
use crate::text::{Markdown, Slug, WikidataId};

/// A folder that is being read.
#[derive(Debug)]
pub(super) struct Reading<'a> {
    /// Its files.
    pub(super) folder: &'a Folder<'a>,
    /// Where faults go.
    pub(super) faults: &'a FaultList,
    /// Who knows nearest words.
    pub(super) nearest: &'a Nearest,
    /// The ids that are taken.
    pub(super) ids: Ids,
    /// The items of Wikidata that are partners, each with its file.
    pub(super) items: RefCell<HashMap<WikidataId, String>>,
    /// The sources, by slug.
    pub(super) sources: Names<SourceId>,
    /// The claims found so far, wherever they stand.
    pub(super) claims: RefCell<Vec<Claim>>,
    /// The policy exceptions found so far.
    pub(super) exceptions: RefCell<Vec<PolicyException>>,
    /// The cells that rows of exchanges have where their sheet has no such column, by slug.
    pub(super) kept: HashMap<String, Cells>,
    /// The bytes of files found so far, once each.
    pub(super) files: RefCell<BTreeMap<Digest, Content>>,
}

impl<'a> Reading<'a> {
    /// A folder of which nothing has been read yet.
    pub(super) fn new(folder: &'a Folder<'a>, faults: &'a FaultList, nearest: &'a Nearest) -> Self {
        Self {
            folder,
            faults,
            nearest,
            ids: Ids::default(),
            items: RefCell::default(),
            sources: Names::default(),
            claims: RefCell::default(),
            exceptions: RefCell::default(),
            kept: HashMap::new(),
            files: RefCell::default(),
        }
    }

    /// Takes in the bytes of a file.
    pub(super) fn keep(&self, content: Content) {
        self.files.borrow_mut().insert(content.digest(), content);
    }

    /// What the outermost table of a file of TOML reads as. None where there is no such file, or it is no TOML.
    pub(super) fn toml<R>(&self, file: &str, read: impl FnOnce(&Table<'_>) -> R) -> Option<R> {
        let text = self.folder.text(file)?;
        Some(Toml::parse(file, &text, 0, self.faults, self.nearest)?.read(read))
    }

    /// The text of a file of Markdown, if there is one: without the line feed that ends the file.
    pub(super) fn markdown(&self, file: &str) -> Option<Markdown> {
        self.part(file, &self.folder.text(file)?, 1)
    }

    /// A text of Markdown that a file has from some line on.
    pub(super) fn part(&self, file: &str, text: &str, line: usize) -> Option<Markdown> {
        use super::field::Field;
        let text = text.strip_suffix('\n').unwrap_or(text);
        let text = text.strip_suffix('\r').unwrap_or(text);
        Markdown::parse(text).map_err(|refusal| self.faults.add(file, Some(line), refusal)).ok()
    }

    /// What a part of the reading gives, and whether it found no fault.
    pub(super) fn whole<R>(&self, read: impl FnOnce() -> R) -> (R, bool) {
        let before = self.faults.count();
        let read = read();
        (read, self.faults.count() == before)
    }
}

/// The ids that are taken, each with where: no two records have one.
#[derive(Debug, Default)]
pub(super) struct Ids {
    taken: RefCell<HashMap<(&'static str, Uuid), Spot>>,
    namesakes: RefCell<HashMap<Uuid, u32>>,
    files: RefCell<Vec<String>>,
}

/// A file, by its number, and a line.
#[derive(Clone, Copy, Debug)]
struct Spot {
    file: usize,
    line: usize,
}

impl Ids {
    /// The id that a record names, else the one that derives from what it is called among the records of its noun.
    pub(super) fn of<T: Id>(&self, record: &impl Record, noun: &'static str, name: &str) -> T {
        self.under(record, "id", noun, name)
    }

    /// The id that a record names under a key of its own.
    pub(super) fn under<T: Id>(
        &self,
        record: &impl Record,
        key: &'static str,
        noun: &'static str,
        name: &str,
    ) -> T {
        let named = record.optional::<IdText>(key).map(|id| id.0);
        let id = named.unwrap_or_else(|| self.derived(noun, name));
        if let Some(spot) = self.taken.borrow().get(&(noun, id)) {
            let files = self.files.borrow();
            let file = files.get(spot.file).map_or("", String::as_str);
            let text =
                format!("`{id}` is the id of another {noun}, at {file}:{}: leave it out here", spot.line);
            record.fault(key, text);
        }
        let spot = self.spot(record);
        self.taken.borrow_mut().insert((noun, id), spot);
        T::from_uuid(id)
    }

    /// The id that derives from a name; of several records of one name each gets its own.
    fn derived(&self, noun: &'static str, name: &str) -> Uuid {
        let first = DerivedId::derived(noun, name).0;
        let mut namesakes = self.namesakes.borrow_mut();
        let count = namesakes.entry(first).or_default();
        *count += 1;
        if *count == 1 { first } else { DerivedId::derived(noun, &format!("{name}#{count}")).0 }
    }

    fn spot(&self, record: &impl Record) -> Spot {
        let mut files = self.files.borrow_mut();
        if files.last().is_none_or(|last| last != record.file()) {
            files.push(record.file().to_owned());
        }
        Spot { file: files.len().saturating_sub(1), line: record.line() }
    }
}

/// An id of no noun in particular.
#[derive(Clone, Copy)]
struct DerivedId(Uuid);

impl Id for DerivedId {
    fn from_uuid(uuid: Uuid) -> Self {
        Self(uuid)
    }

    fn uuid(self) -> Uuid {
        self.0
    }
}

/// What records of one noun are called, and where that is not all of them: then a name that is not among them may be
/// one that could not be read.
#[derive(Debug)]
pub(super) struct Names<T> {
    noun: &'static str,
    known: HashMap<String, (T, usize)>,
    whole: bool,
}

impl<T> Default for Names<T> {
    fn default() -> Self {
        Self::new("record")
    }
}

impl<T> Names<T> {
    /// No names of records of a noun yet.
    pub(super) fn new(noun: &'static str) -> Self {
        Self { noun, known: HashMap::new(), whole: true }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.known.len()
    }

    /// Whether they are all that there are.
    pub(super) const fn is_whole(&self) -> bool {
        self.whole
    }

    /// With whether they are all that there are.
    pub(super) fn or_more(mut self, whole: bool) -> Self {
        self.whole = whole;
        self
    }
}

impl<T: Copy> Names<T> {
    /// Takes a record's name, unless another has it.
    pub(super) fn add(&mut self, record: &impl Record, key: &'static str, name: &str, called: T) {
        if let Some((_, line)) = self.known.get(name) {
            let noun = self.noun;
            record.fault(
                key,
                format!("`{name}` is the name of another {noun}, on line {line}: choose another"),
            );
        } else {
            self.known.insert(name.to_owned(), (called, record.line_of(key)));
        }
    }

    /// Takes a name that can be no other's.
    pub(super) fn insert(&mut self, name: &str, called: T) {
        self.known.insert(name.to_owned(), (called, 1));
    }

    /// What a name calls.
    pub(super) fn get(&self, name: &str) -> Option<T> {
        self.known.get(name).map(|(called, _)| *called)
    }

    /// What a name calls, that a record names under a key; a fault where it calls nothing.
    pub(super) fn find(&self, record: &impl Record, key: &'static str, name: &str) -> Option<T> {
        let found = self.get(name);
        if found.is_none() && self.whole {
            let hint = record.nearest().hint(name, self.known.keys().map(String::as_str));
            let (noun, name) = (self.noun, super::fault::printable(name));
            record.fault(key, format!("`{name}` is the name of no {noun}{hint}"));
        }
        found
    }

    /// What the slug of a key calls, if the key has one.
    pub(super) fn optional(&self, record: &impl Record, key: &'static str) -> Option<T> {
        let slug: Slug = record.optional(key)?;
        self.find(record, key, slug.as_str())
    }

    /// What the slug of a key calls, that must have one.
    pub(super) fn required(&self, record: &impl Record, key: &'static str) -> Option<T> {
        let slug: Slug = record.required(key)?;
        self.find(record, key, slug.as_str())
    }
}
