//! What tells one kept page from another.

use std::sync::Arc;

/// A page among finitely many: its route, which has the language in it, and what was asked of it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Key {
    route: Arc<str>,
    asked: String,
}

impl Key {
    /// The page at a route for a path and a query; nothing where visitors may ask for any number of them.
    pub(super) fn of(route: Arc<str>, path: &impl Finite, query: &impl Finite) -> Option<Self> {
        let mut asked = String::new();
        let finite = path.write_key(&mut asked) && query.write_key(&mut asked);
        finite.then_some(Self { route, asked })
    }

    /// The bytes that it takes.
    pub(super) fn weight(&self) -> usize {
        size_of::<Self>() + self.asked.len()
    }
}

/// What a URL says, as far as a kept page may depend on it.
pub trait Finite {
    /// Writes what tells this page from the route's others, always in the same way. False: it is one of any number
    /// (for a text, a day, a place in a list), and not kept.
    fn write_key(&self, key: &mut String) -> bool;
}

/// A page of its own.
impl Finite for () {
    fn write_key(&self, _: &mut String) -> bool {
        true
    }
}

/// The name of a record. Only pages that are there are kept, so there are as many as records.
impl Finite for String {
    fn write_key(&self, key: &mut String) -> bool {
        key.push('/');
        key.push_str(self);
        true
    }
}
