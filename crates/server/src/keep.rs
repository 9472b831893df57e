//! What is dear to make or to read: kept in memory while there is room, and made once for all who wait for it.

use std::hash::Hash;

use axum::body::Bytes;
use quick_cache::{Weighter, sync::Cache};

/// Bytes under keys, of which the ones that are asked for least go when there are too many.
#[derive(Debug)]
pub struct Kept<K: Eq + Hash>(Cache<K, Bytes, ByLength>);

#[derive(Debug, Clone)]
struct ByLength;

impl<K> Weighter<K, Bytes> for ByLength {
    fn weight(&self, _: &K, bytes: &Bytes) -> u64 {
        u64::try_from(bytes.len()).unwrap_or(u64::MAX).max(1)
    }
}

/// How many things are expected; more only cost some time.
const EXPECTED: usize = 256;

impl<K: Eq + Hash + Clone> Kept<K> {
    /// Room for so many bytes.
    pub fn with_room(bytes: u64) -> Self {
        Self(Cache::with_weighter(EXPECTED, bytes, ByLength))
    }

    /// What is kept under a key, or what is made now and kept. Whoever asks meanwhile waits for the same.
    pub async fn get<E>(
        &self,
        key: &K,
        make: impl Future<Output = Result<Bytes, E>> + Send,
    ) -> Result<Bytes, E> {
        self.0.get_or_insert_async(key, make).await
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::*;

    #[tokio::test]
    async fn things_are_made_once_and_go_when_there_are_too_many() {
        let kept = Kept::with_room(1_000_000);
        let of = |key: u8, shade: u8| {
            let kept = &kept;
            async move {
                let make = async { Ok::<_, Infallible>(Bytes::from(vec![shade; 9_000])) };
                kept.get(&key, make).await.unwrap().first().copied()
            }
        };
        assert_eq!((of(1, 10).await, of(1, 11).await), (Some(10), Some(10)));
        for key in 2..200 {
            of(key, key).await;
        }
        assert!(kept.0.weight() <= 1_000_000);
    }
}
