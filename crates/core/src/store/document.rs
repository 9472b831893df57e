//! Documents.

use serde::Serialize;
use sqlx::PgConnection;

use crate::database::Moment;
use crate::document::{Digest, Document, DocumentSubject, File, MediaType};
use crate::identity::{AgreementId, DocumentId, ExchangeId, RelationshipId};
use crate::store::StoreError;
use crate::store::file::{as_column, length};
use crate::store::row::{Record, record};
use crate::text::{Language, Line, Markdown};

#[derive(Debug, Serialize)]
pub(super) struct DocumentRow {
    id: DocumentId,
    relationship: Option<RelationshipId>,
    agreement: Option<AgreementId>,
    exchange: Option<ExchangeId>,
    title: Line,
    file_name: Line,
    #[serde(serialize_with = "as_column")]
    sha256: Digest,
    #[serde(skip)]
    media_type: MediaType,
    #[serde(skip)]
    length: i64,
    language: Language,
    text_alternative: Option<Markdown>,
    published_at: Option<Moment>,
    note: Option<Markdown>,
}

record!(
    DocumentRow,
    "document",
    "insert into document select * from jsonb_populate_recordset(null::document, $1)
     on conflict (id) do update set
        (relationship, agreement, exchange, title, file_name, sha256, language, text_alternative, published_at,
         note) =
        (excluded.relationship, excluded.agreement, excluded.exchange, excluded.title, excluded.file_name,
         excluded.sha256, excluded.language, excluded.text_alternative, excluded.published_at, excluded.note)
     where (document.*) is distinct from (excluded.*)"
);

impl From<&Document> for DocumentRow {
    fn from(document: &Document) -> Self {
        let document = document.clone();
        let (relationship, agreement, exchange) = match document.attached_to {
            DocumentSubject::Relationship(id) => (Some(id), None, None),
            DocumentSubject::Agreement(id) => (None, Some(id), None),
            DocumentSubject::Exchange(id) => (None, None, Some(id)),
        };
        Self {
            id: document.id,
            relationship,
            agreement,
            exchange,
            title: document.title,
            file_name: document.file.name,
            sha256: document.file.digest,
            media_type: document.file.media_type,
            length: i64::try_from(document.file.length).unwrap_or(i64::MAX),
            language: document.language,
            text_alternative: document.text_alternative,
            published_at: document.published_at.map(Moment),
            note: document.note,
        }
    }
}

impl TryFrom<DocumentRow> for Document {
    type Error = StoreError;

    fn try_from(row: DocumentRow) -> Result<Self, StoreError> {
        let subject = None
            .or(row.relationship.map(DocumentSubject::Relationship))
            .or(row.agreement.map(DocumentSubject::Agreement))
            .or(row.exchange.map(DocumentSubject::Exchange));
        Ok(Self {
            attached_to: subject.ok_or_else(|| row.unreadable("subject"))?,
            id: row.id,
            title: row.title,
            file: File {
                name: row.file_name,
                media_type: row.media_type,
                digest: row.sha256,
                length: length(row.length),
            },
            language: row.language,
            text_alternative: row.text_alternative,
            published_at: row.published_at.map(Into::into),
            note: row.note,
        })
    }
}

/// The documents of relationships and agreements.
pub(super) async fn of_the_register(connection: &mut PgConnection) -> Result<Vec<Document>, StoreError> {
    let rows = sqlx::query_as!(
        DocumentRow,
        r#"select id, relationship, agreement, exchange, title, file_name, sha256, media_type, length, language,
                  text_alternative, published_at, note
           from document join file using (sha256)
           where exchange is null
           order by title collate "C", id"#
    );
    rows.fetch_all(connection).await?.into_iter().map(TryInto::try_into).collect()
}

/// The documents of an exchange.
pub async fn of_exchange(
    connection: &mut PgConnection,
    exchange: ExchangeId,
) -> Result<Vec<Document>, StoreError> {
    let rows = sqlx::query_as!(
        DocumentRow,
        r#"select id, relationship, agreement, exchange, title, file_name, sha256, media_type, length, language,
                  text_alternative, published_at, note
           from document join file using (sha256)
           where exchange = $1
           order by title collate "C", id"#,
        exchange as _
    );
    rows.fetch_all(connection).await?.into_iter().map(TryInto::try_into).collect()
}

/// All documents; their bytes are [files](crate::store::file).
pub async fn all(connection: &mut PgConnection) -> Result<Vec<Document>, StoreError> {
    let rows = sqlx::query_as!(
        DocumentRow,
        r#"select id, relationship, agreement, exchange, title, file_name, sha256, media_type, length, language,
                  text_alternative, published_at, note
           from document join file using (sha256)
           order by title collate "C", id"#
    );
    rows.fetch_all(connection).await?.into_iter().map(TryInto::try_into).collect()
}

/// The documents with any of these ids.
pub async fn named(connection: &mut PgConnection, ids: &[DocumentId]) -> Result<Vec<Document>, StoreError> {
    let ids: Vec<uuid::Uuid> = ids.iter().map(|id| id.0).collect();
    let rows = sqlx::query_as!(
        DocumentRow,
        r#"select id, relationship, agreement, exchange, title, file_name, sha256, media_type, length, language,
                  text_alternative, published_at, note
           from document join file using (sha256)
           where id = any($1)"#,
        &ids
    );
    rows.fetch_all(connection).await?.into_iter().map(TryInto::try_into).collect()
}
