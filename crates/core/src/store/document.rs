//! Documents.

use serde::Serialize;
use sqlx::PgConnection;

use crate::database::Moment;
use crate::document::{Document, DocumentSubject, File};
use crate::identity::{AgreementId, DocumentId, ExchangeId, RelationshipId};
use crate::store::StoreError;
use crate::store::row::{Record, as_hex, record};
use crate::text::{Language, Line, Markdown};

#[derive(Debug, Serialize)]
pub(super) struct DocumentRow {
    id: DocumentId,
    relationship: Option<RelationshipId>,
    agreement: Option<AgreementId>,
    exchange: Option<ExchangeId>,
    title: Line,
    file_name: Line,
    media_type: Line,
    language: Language,
    #[serde(serialize_with = "as_hex")]
    bytes: Vec<u8>,
    text_alternative: Option<Markdown>,
    published_at: Option<Moment>,
    note: Option<Markdown>,
}

record!(
    DocumentRow,
    "document",
    "insert into document (
        id, relationship, agreement, exchange, title, file_name, media_type, language, bytes, sha256, length,
        text_alternative, published_at, note)
     select
        id, relationship, agreement, exchange, title, file_name, media_type, language, bytes, sha256(bytes),
        octet_length(bytes), text_alternative, published_at, note
     from jsonb_populate_recordset(null::document, $1)
     on conflict (id) do update set
        (relationship, agreement, exchange, title, file_name, media_type, language, bytes, sha256, length,
         text_alternative, published_at, note) =
        (excluded.relationship, excluded.agreement, excluded.exchange, excluded.title, excluded.file_name,
         excluded.media_type, excluded.language, excluded.bytes, excluded.sha256, excluded.length,
         excluded.text_alternative, excluded.published_at, excluded.note)
     where (document.*) is distinct from (excluded.*)",
    one at a time
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
            media_type: document.file.media_type,
            language: document.language,
            bytes: document.file.bytes,
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
            file: File { name: row.file_name, media_type: row.media_type, bytes: row.bytes },
            language: row.language,
            text_alternative: row.text_alternative,
            published_at: row.published_at.map(Into::into),
            note: row.note,
        })
    }
}

/// All documents, with their bytes.
pub(super) async fn all(connection: &mut PgConnection) -> Result<Vec<Document>, StoreError> {
    let rows = sqlx::query_as!(
        DocumentRow,
        r#"select id, relationship, agreement, exchange, title, file_name, media_type, language, bytes,
                  text_alternative, published_at, note
           from document order by title collate "C", id"#
    );
    rows.fetch_all(connection).await?.into_iter().map(TryInto::try_into).collect()
}

/// The bytes of a file with a hash, as the change record writes it and as Postgres reads them out of a text.
pub(super) async fn bytes(connection: &mut PgConnection, sha256: &str) -> Result<Option<String>, StoreError> {
    let bytes = sqlx::query_scalar!(
        r#"select bytes::text as "bytes!" from document where sha256 = $1::text::bytea limit 1"#,
        sha256
    );
    Ok(bytes.fetch_optional(connection).await?)
}
