//! Files: the bytes of documents and images, kept once each by their hash, and the widths that pictures are served in.

use serde::Serializer;
use sqlx::PgConnection;

use crate::document::{Content, Digest, MediaType};
use crate::store::StoreError;
use crate::store::row::as_hex;
use crate::text::Line;

/// What a visitor gets of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Served {
    /// What the bytes are.
    pub media_type: MediaType,
    /// The bytes.
    pub bytes: Vec<u8>,
}

struct FileRow {
    sha256: Digest,
    media_type: MediaType,
    bytes: Vec<u8>,
    width: Option<i32>,
    height: Option<i32>,
}

impl From<FileRow> for Content {
    fn from(row: FileRow) -> Self {
        let pixels = |side: Option<i32>| side.and_then(|side| u32::try_from(side).ok());
        Self::on_record(row.bytes, row.sha256, row.media_type, pixels(row.width).zip(pixels(row.height)))
    }
}

/// Keeps bytes that are not kept yet, and pictures in the widths that they are served in.
pub(super) async fn keep(connection: &mut PgConnection, contents: &[Content]) -> Result<(), StoreError> {
    for content in contents {
        let (width, height) = content.size().unzip();
        let pixels = |side: Option<u32>| side.map(|side| i32::try_from(side).unwrap_or(i32::MAX));
        let kept = sqlx::query!(
            "insert into file (sha256, media_type, bytes, length, width, height)
             values ($1, $2, $3::bytea, octet_length($3::bytea), $4, $5)
             on conflict (sha256) do nothing",
            content.digest() as _,
            content.media_type() as _,
            content.bytes(),
            pixels(width),
            pixels(height),
        );
        if kept.execute(&mut *connection).await?.rows_affected() > 0 {
            keep_renditions(connection, content).await?;
        }
    }
    Ok(())
}

async fn keep_renditions(connection: &mut PgConnection, content: &Content) -> Result<(), StoreError> {
    let digest = content.digest();
    let renditions = content.renditions().map_err(|source| StoreError::Content { digest, source })?;
    for rendition in renditions {
        sqlx::query!(
            "insert into rendition (sha256, width, bytes) values ($1, $2, $3)",
            digest as _,
            i32::try_from(rendition.width).unwrap_or(i32::MAX),
            rendition.bytes
        )
        .execute(&mut *connection)
        .await?;
    }
    Ok(())
}

/// The bytes that documents and images have.
pub(super) async fn all(connection: &mut PgConnection) -> Result<Vec<Content>, StoreError> {
    let rows = sqlx::query_as!(
        FileRow,
        "select sha256, media_type, bytes, width, height from file
         where exists (select from document where document.sha256 = file.sha256)
            or exists (select from image where image.sha256 = file.sha256)
         order by sha256"
    );
    Ok(rows.fetch_all(connection).await?.into_iter().map(Into::into).collect())
}

/// The bytes of a hash.
pub async fn content(connection: &mut PgConnection, digest: Digest) -> Result<Option<Content>, StoreError> {
    let row = sqlx::query_as!(
        FileRow,
        "select sha256, media_type, bytes, width, height from file where sha256 = $1",
        digest as _
    );
    Ok(row.fetch_optional(connection).await?.map(Into::into))
}

/// What a document is that is offered under a name, by its hash: without its bytes.
pub async fn offered(
    connection: &mut PgConnection,
    digest: Digest,
    name: &Line,
) -> Result<Option<MediaType>, StoreError> {
    let media_type = sqlx::query_scalar!(
        r#"select media_type as "media_type: MediaType" from file
           where sha256 = $1 and exists (select from document where document.sha256 = $1 and file_name = $2)"#,
        digest as _,
        name as _
    );
    Ok(media_type.fetch_optional(connection).await?)
}

/// What an image is, by its hash: without its bytes.
pub async fn shown(connection: &mut PgConnection, digest: Digest) -> Result<Option<MediaType>, StoreError> {
    let media_type = sqlx::query_scalar!(
        r#"select media_type as "media_type: MediaType" from file
           where sha256 = $1 and exists (select from image where image.sha256 = $1)"#,
        digest as _
    );
    Ok(media_type.fetch_optional(connection).await?)
}

/// The bytes of a document, by their hash and the name that it is offered under.
pub async fn document(
    connection: &mut PgConnection,
    digest: Digest,
    name: &Line,
) -> Result<Option<Served>, StoreError> {
    let served = sqlx::query_as!(
        Served,
        "select media_type, bytes from file
         where sha256 = $1 and exists (select from document where document.sha256 = $1 and file_name = $2)",
        digest as _,
        name as _
    );
    Ok(served.fetch_optional(connection).await?)
}

/// An image's picture in a width that it is served in: one of those that were made of it, or its own.
pub async fn picture(
    connection: &mut PgConnection,
    digest: Digest,
    width: u32,
) -> Result<Option<Served>, StoreError> {
    let Ok(width) = i32::try_from(width) else { return Ok(None) };
    let served = sqlx::query_as!(
        Served,
        r#"select media_type, coalesce(rendition.bytes, file.bytes) as "bytes!"
           from file left join rendition on rendition.sha256 = file.sha256 and rendition.width = $2
           where file.sha256 = $1 and (rendition.width is not null or file.width = $2)
               and exists (select from image where image.sha256 = $1)"#,
        digest as _,
        width
    );
    Ok(served.fetch_optional(connection).await?)
}

/// A hash as Postgres reads it out of a text.
pub(super) fn as_column<S: Serializer>(digest: &Digest, serializer: S) -> Result<S::Ok, S::Error> {
    as_hex(&digest.0, serializer)
}

/// How many bytes a file has, as a column has it.
pub(super) fn length(column: i64) -> u64 {
    u64::try_from(column).unwrap_or(0)
}
