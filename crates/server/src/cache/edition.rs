//! What a kept page is held against.

use std::time::Duration;

use jiff::Timestamp;

/// What the site tells: a version of the programme, up to the moment at which time itself changes the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edition {
    /// The content version.
    pub version: i64,
    /// Since when this process knows of it.
    pub since: Timestamp,
    /// When pages next change by themselves: at midnight, with a notice, an exchange or a clock.
    pub until: Timestamp,
}

impl Edition {
    /// How long a page of this edition has been outdated, as seen from the edition that is `current` at `now`;
    /// nothing while it is right.
    pub(super) fn outdated_for(self, current: Self, now: Timestamp) -> Option<Duration> {
        let by_change = (self.version != current.version).then_some(current.since);
        let by_time = (self.until <= now).then_some(self.until);
        let outdated = match (by_change, by_time) {
            (Some(change), Some(time)) => change.min(time),
            (change, time) => change.or(time)?,
        };
        Some(now.duration_since(outdated).try_into().unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn changes_and_time_outdate_a_page() {
        let page = Edition { version: 7, since: at(10), until: at(100) };
        let changed = Edition { version: 8, since: at(50), until: at(100) };
        let renewed = Edition { version: 7, since: at(10), until: at(200) };
        for (current, now, outdated) in [
            (page, 99, None),
            (page, 100, Some(0)),
            (renewed, 130, Some(30)),
            (changed, 53, Some(3)),
            (changed, 130, Some(80)),
            (changed, 40, Some(0)),
        ] {
            let expected = outdated.map(Duration::from_secs);
            assert_eq!(page.outdated_for(current, at(now)), expected, "{current:?} at {now}");
        }
    }
}
