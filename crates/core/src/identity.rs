//! Ids: one type per noun, so that a partner's id can never stand where an exchange's is meant.

use sha2::{Digest, Sha256};
use uuid::Uuid;

/// Defines an id: a UUID under a name of its own, transparent to serde and Postgres.
macro_rules! id {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[derive(serde::Serialize, serde::Deserialize, sqlx::Type)]
        #[serde(transparent)]
        #[sqlx(transparent)]
        pub struct $name(pub Uuid);

        impl Id for $name {
            fn from_uuid(uuid: Uuid) -> Self {
                Self(uuid)
            }

            fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(formatter)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )+};
}

/// What all ids share: they are UUIDs (RFC 9562).
///
/// A command makes version 7 ids, which sort by time. A file that names no ids gets version 8 ids that
/// are derived from what a record is called, so that the same file read twice means the same records.
pub trait Id: Copy {
    /// The id that is this UUID.
    fn from_uuid(uuid: Uuid) -> Self;

    /// The UUID that this id is.
    fn uuid(self) -> Uuid;

    /// The id of a record made at a moment (version 7): ids sort by it, and the randomness keeps them apart.
    fn new(moment: jiff::Timestamp, randomness: [u8; 10]) -> Self {
        let millisecond = u64::try_from(moment.as_millisecond()).unwrap_or(0);
        Self::from_uuid(uuid::Builder::from_unix_timestamp_millis(millisecond, &randomness).into_uuid())
    }

    /// The id that a name has within a scope: the same for the same words, for ever.
    fn derived(scope: &str, name: &str) -> Self {
        let digest = Sha256::new().chain_update(scope).chain_update([0]).chain_update(name).finalize();
        let mut bytes = [0; 16];
        for (byte, hashed) in bytes.iter_mut().zip(digest.iter()) {
            *byte = *hashed;
        }
        Self::from_uuid(uuid::Builder::from_custom_bytes(bytes).into_uuid())
    }
}

id! {
    /// The programme's id.
    ProgrammeId,
    /// A policy rule's id.
    PolicyId,
    /// A policy exception's id.
    PolicyExceptionId,
    /// A partner's id.
    PartnerId,
    /// The id of one name of a partner.
    PartnerNameId,
    /// A relationship's id.
    RelationshipId,
    /// A term's id.
    TermId,
    /// A dormancy's id.
    DormancyId,
    /// A listing's id.
    ListingId,
    /// An application's id.
    ApplicationId,
    /// A milestone's id.
    MilestoneId,
    /// An agreement's id.
    AgreementId,
    /// A signatory's id.
    SignatoryId,
    /// A committee's id.
    CommitteeId,
    /// A contact's id.
    ContactId,
    /// An exchange's id.
    ExchangeId,
    /// A series' id.
    SeriesId,
    /// A preview's id.
    PreviewId,
    /// The id of a statement that a year is completely recorded.
    CompletenessId,
    /// A gift's id.
    GiftId,
    /// A notice's id.
    NoticeId,
    /// A page's id.
    PageId,
    /// A source's id.
    SourceId,
    /// A claim's id.
    ClaimId,
    /// A document's id.
    DocumentId,
    /// An image's id.
    ImageId,
    /// A translation's id.
    TranslationId,
    /// A cost's id.
    CostId,
    /// The id of a former slug's redirect.
    SlugRedirectId,
    /// The id of a mail that reminds.
    LetterId,
    /// A change's id.
    ChangeId,
    /// The id of a redaction of the change record.
    RedactionId,
}

/// The beginning of an id, as people type it: at least four of its 32 hexadecimal digits; hyphens do not matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdPrefix(String);

/// The text is no beginning of an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("write at least the first 4 letters and digits of an id, as `signpost audit log` prints them")]
pub struct NoIdPrefix;

impl IdPrefix {
    /// The lowest and the highest id that begins so.
    pub fn range(&self) -> (Uuid, Uuid) {
        let filled = |with: char| format!("{}{}", self.0, String::from(with).repeat(32 - self.0.len()));
        let id = |with| Uuid::try_parse(&filled(with)).unwrap_or_default();
        (id('0'), id('f'))
    }
}

impl std::str::FromStr for IdPrefix {
    type Err = NoIdPrefix;

    fn from_str(text: &str) -> Result<Self, NoIdPrefix> {
        let digits: String = text.trim().to_lowercase().replace('-', "");
        let is_prefix = (4..=32).contains(&digits.len()) && digits.chars().all(|c| c.is_ascii_hexdigit());
        if is_prefix { Ok(Self(digits)) } else { Err(NoIdPrefix) }
    }
}

impl std::fmt::Display for IdPrefix {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(formatter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefix_stands_for_every_id_that_begins_so() {
        let prefix: IdPrefix = "0193F2A1-77c0".parse().unwrap();
        let (first, last) = prefix.range();
        assert_eq!(first.to_string(), "0193f2a1-77c0-0000-0000-000000000000");
        assert_eq!(last.to_string(), "0193f2a1-77c0-ffff-ffff-ffffffffffff");
        let whole: IdPrefix = first.to_string().parse().unwrap();
        assert_eq!(whole.range(), (first, first));
        for text in ["", "019", "latest", "0193f2a1-77c0-0000-0000-0000000000000"] {
            assert_eq!(text.parse::<IdPrefix>(), Err(NoIdPrefix), "{text}");
        }
    }

    #[test]
    fn new_ids_sort_by_their_moments() {
        let id = |moment: &str, randomness| ChangeId::new(moment.parse().unwrap(), randomness);
        let (earlier, later) = ("2026-11-23T12:00:00Z", "2026-11-23T12:00:01Z");
        assert!(id(earlier, [255; 10]) < id(later, [0; 10]));
        assert_ne!(id(earlier, [0; 10]), id(earlier, [1; 10]));
        assert_eq!(id(earlier, [0; 10]).0.get_version_num(), 7);
    }

    #[test]
    fn a_derived_id_depends_on_scope_and_name_alone() {
        let first = PartnerId::derived("partner", "taichung");
        assert_eq!(first, PartnerId::derived("partner", "taichung"));
        assert_ne!(first, PartnerId::derived("partner", "tongxiang"));
        assert_ne!(first, PartnerId::derived("partnert", "aichung"));
        assert_eq!(first.0.get_version_num(), 8);
    }
}
