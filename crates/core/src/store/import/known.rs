//! Records that the database has under other ids than the dataset.

mod named;
mod parts;

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::Hash;

use sqlx::PgConnection;

use crate::dataset::Dataset;
use crate::identity::Id;
use crate::store::StoreError;
use named::Named;
use parts::Parts;

/// The dataset, with the ids that the database has for its records.
pub(super) async fn settled<'a>(
    connection: &mut PgConnection,
    dataset: &'a Dataset,
) -> Result<Cow<'a, Dataset>, StoreError> {
    let mut dataset = Cow::Borrowed(dataset);
    let named = Named::find(connection, &dataset).await?;
    if !named.is_empty() {
        named.settle(dataset.to_mut());
    }
    let parts = Parts::find(connection, &dataset).await?;
    if !parts.is_empty() {
        parts.settle(dataset.to_mut());
    }
    Ok(dataset)
}

/// For ids of a dataset, those that the database has in their stead.
struct Ids<I>(HashMap<I, I>);

impl<I: Id + Eq + Hash> Ids<I> {
    fn of(pairs: Vec<(I, I)>) -> Self {
        Self(pairs.into_iter().collect())
    }

    fn settle(&self, id: &mut I) {
        if let Some(known) = self.0.get(id) {
            *id = *known;
        }
    }
}
