//! What the database refuses, in the domain's words.

/// Why something was not read or written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// A rule that the database holds was broken.
    #[error("{}", .0.words())]
    Rule(BrokenRule),
    /// A row cannot be read as what it should be.
    #[error(
        "the database holds a {noun} ({id}) whose {what} this program cannot read: a newer one may have written it"
    )]
    Unreadable {
        /// The table.
        noun: &'static str,
        /// The row.
        id: uuid::Uuid,
        /// The column.
        what: &'static str,
    },
    /// There is no programme yet.
    #[error("the database holds no programme yet: bring one in with `signpost import FOLDER`")]
    NoProgramme,
    /// A time cannot be brought to the host's calendar.
    #[error("{slug}: {source}")]
    When {
        /// The exchange.
        slug: crate::Slug,
        /// Why.
        source: crate::WhenError,
    },
    /// A picture that is kept cannot be scaled.
    #[error("{digest}: {source}")]
    Content {
        /// Its bytes.
        digest: crate::Digest,
        /// Why.
        source: crate::ContentError,
    },
    /// The server follows another, or takes no changes for another reason.
    #[error(
        "this database is only to be read: name the one that takes changes, with --database-url or DATABASE_URL"
    )]
    ReadOnly,
    /// The system failed.
    #[error("{}", crate::database::failure_words(.0))]
    Failed(sqlx::Error),
}

/// What Postgres calls a write where none may be (`read_only_sql_transaction` among its error codes).
const READ_ONLY: &str = "25006";

/// A constraint of the database that a write broke, by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrokenRule {
    /// The constraint's name, as `terms_overlap`.
    pub constraint: String,
    /// What the server says of the row, which names values.
    pub detail: Option<String>,
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        let postgres = error
            .as_database_error()
            .and_then(|error| error.try_downcast_ref::<sqlx::postgres::PgDatabaseError>());
        if postgres.is_some_and(|error| error.code() == READ_ONLY) {
            return Self::ReadOnly;
        }
        let rule = postgres.and_then(|error| {
            let constraint = error.constraint()?.to_owned();
            Some(BrokenRule { constraint, detail: error.detail().map(str::to_owned) })
        });
        rule.map_or(Self::Failed(error), Self::Rule)
    }
}

impl StoreError {
    /// Whether the system is at fault, not what was asked of it.
    pub const fn is_failure(&self) -> bool {
        matches!(self, Self::Failed(_) | Self::Unreadable { .. })
    }
}

impl BrokenRule {
    /// What the rule says, in a person's words.
    fn words(&self) -> String {
        let words = match self.constraint.as_str() {
            "terms_overlap" => {
                "two terms of the relationship would hold on the same day: terms never overlap"
            }
            "term_start_is_the_end_before" => {
                "a term that continues another starts when that one ends: the two are one date"
            }
            "term_continued_once" => "the term is already continued by another",
            "term_continues_from_a_date" => "a term that continues another needs a start",
            "term_in_order" => "a term would end before it starts",
            "change_record_first" => "nothing is written without a change record: who, when and why",
            "append_only" => "the change record is append-only: it is neither changed, removed nor emptied",
            "partner_slug_taken" => "another partner has this slug",
            "partner_wikidata_taken" => "another partner has this item of Wikidata",
            "partner_wikidata_item" | "programme_wikidata_item" => "an item of Wikidata is written as `Q62`",
            "exchange_slug_taken" => "another exchange has this slug",
            "exchange_calendar_uid_taken" => "another exchange has this calendar identifier (UID)",
            "series_starts_a_rule" => "the first day of a series needs the rule that counts from it",
            "series_slug_taken" => "another series has this slug",
            "source_slug_taken" => "another source has this slug",
            "notice_slug_taken" => "another notice has this slug",
            "page_slug_taken" => "another page has this slug",
            "slug_redirect_once" => "this former slug already leads elsewhere",
            "partner_name_preferred_once" => {
                "a partner has one preferred name in a language: make the other an alias"
            }
            "programme_is_one" => {
                "the database already holds the programme of another city: each has its own"
            }
            "relationship_one_per_partner" => "a partner has one relationship: what changes are its terms",
            "completeness_once" => "the year is already stated to be complete",
            "translation_once" => "there is already a translation of this field into this language",
            "image_of_minors_needs_consent" => {
                "a photo that shows minors needs its consent on record to be public"
            }
            "document_public_needs_text" => "a public document needs a text alternative",
            "document_file" | "image_is_a_picture" => "its file is not kept here: add it again from the file",
            "file_is_what_it_says" => "the bytes of the file are not of the type that is said of them",
            "image_says_what_it_shows" => "an image needs words that say what it shows",
            "claim_needs_source" => "a claim needs a source, unless it is inferred",
            "notice_in_order" => "a notice would end before it starts",
            "exchange_in_order" => "an exchange would end before it starts",
            other => return self.other_words(other),
        };
        self.with_detail(words)
    }

    fn other_words(&self, constraint: &str) -> String {
        self.with_detail(&format!("the database's rule {constraint} refuses it"))
    }

    fn with_detail(&self, words: &str) -> String {
        match &self.detail {
            Some(detail) => format!("{words} ({})", detail.trim_end_matches('.')),
            None => words.to_owned(),
        }
    }
}
