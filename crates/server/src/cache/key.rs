//! What tells one kept page from another.

/// A page among finitely many: its route, which has the language in it, and what was asked of it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Key(String);

impl Key {
    /// The page at a route for a path and a query; nothing where visitors may ask for any number of them.
    pub(super) fn of(route: &str, path: &impl Finite, query: &impl Finite) -> Option<Self> {
        let mut key = String::with_capacity(2 * route.len());
        key.push_str(route);
        // No route and nothing asked has this, so that neither runs into the other.
        key.push('\n');
        let finite = path.write_key(&mut key) && query.write_key(&mut key);
        finite.then_some(Self(key))
    }

    /// The bytes that it takes.
    pub(super) fn weight(&self) -> usize {
        size_of::<Self>() + self.0.len()
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
