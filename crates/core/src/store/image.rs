//! Images.

use std::collections::HashMap;

use serde::Serialize;
use sqlx::PgConnection;

use crate::database::Moment;
use crate::document::{Digest, File, Image, ImageSubject, MediaType, Minors};
use crate::identity::{AgreementId, ExchangeId, GiftId, ImageId, PartnerId, ProgrammeId};
use crate::store::StoreError;
use crate::store::file::{as_column, length};
use crate::store::row::{Record, position, record};
use crate::text::Line;

#[derive(Debug, Serialize)]
pub(super) struct ImageRow {
    id: ImageId,
    programme: Option<ProgrammeId>,
    partner: Option<PartnerId>,
    exchange: Option<ExchangeId>,
    gift: Option<GiftId>,
    agreement: Option<AgreementId>,
    position: i32,
    file_name: Line,
    #[serde(serialize_with = "as_column")]
    sha256: Digest,
    #[serde(skip)]
    media_type: MediaType,
    #[serde(skip)]
    length: i64,
    width: i32,
    height: i32,
    alternative: Line,
    caption: Option<Line>,
    credit: Line,
    minors: String,
    consent: Option<Line>,
    published_at: Option<Moment>,
}

record!(
    ImageRow,
    "image",
    "insert into image select * from jsonb_populate_recordset(null::image, $1)
     on conflict (id) do update set
        (programme, partner, exchange, gift, agreement, position, file_name, sha256, width, height, alternative,
         caption, credit, minors, consent, published_at) =
        (excluded.programme, excluded.partner, excluded.exchange, excluded.gift, excluded.agreement,
         excluded.position, excluded.file_name, excluded.sha256, excluded.width, excluded.height,
         excluded.alternative, excluded.caption, excluded.credit, excluded.minors, excluded.consent,
         excluded.published_at)
     where (image.*) is distinct from (excluded.*)"
);

impl ImageRow {
    /// The rows of images, each at its position among those that are shown at the same place.
    pub(super) fn all_of(images: &[Image]) -> impl Iterator<Item = Self> {
        let mut counts: HashMap<ImageSubject, usize> = HashMap::new();
        images.iter().map(move |image| {
            let count = counts.entry(image.shown_at).or_default();
            let row = Self::of(image, position(*count));
            *count += 1;
            row
        })
    }

    fn of(image: &Image, position: i32) -> Self {
        let image = image.clone();
        let (minors, consent) = match image.minors {
            Minors::None => ("none", None),
            Minors::Shown { consent } => ("shown", consent),
        };
        let mut row = Self {
            id: image.id,
            programme: None,
            partner: None,
            exchange: None,
            gift: None,
            agreement: None,
            position,
            file_name: image.file.name,
            sha256: image.file.digest,
            media_type: image.file.media_type,
            length: i64::try_from(image.file.length).unwrap_or(i64::MAX),
            width: i32::try_from(image.width).unwrap_or(i32::MAX),
            height: i32::try_from(image.height).unwrap_or(i32::MAX),
            alternative: image.alternative,
            caption: image.caption,
            credit: image.credit,
            minors: minors.to_owned(),
            consent,
            published_at: image.published_at.map(Moment),
        };
        match image.shown_at {
            ImageSubject::Home(id) => row.programme = Some(id),
            ImageSubject::Partner(id) => row.partner = Some(id),
            ImageSubject::Exchange(id) => row.exchange = Some(id),
            ImageSubject::Gift(id) => row.gift = Some(id),
            ImageSubject::Agreement(id) => row.agreement = Some(id),
        }
        row
    }

    fn subject(&self) -> Option<ImageSubject> {
        None.or(self.programme.map(ImageSubject::Home))
            .or(self.partner.map(ImageSubject::Partner))
            .or(self.exchange.map(ImageSubject::Exchange))
            .or(self.gift.map(ImageSubject::Gift))
            .or(self.agreement.map(ImageSubject::Agreement))
    }
}

impl TryFrom<ImageRow> for Image {
    type Error = StoreError;

    fn try_from(row: ImageRow) -> Result<Self, StoreError> {
        let minors = match row.minors.as_str() {
            "none" => Minors::None,
            _ => Minors::Shown { consent: row.consent.clone() },
        };
        Ok(Self {
            shown_at: row.subject().ok_or_else(|| row.unreadable("subject"))?,
            width: row.width.try_into().map_err(|_| row.unreadable("width"))?,
            height: row.height.try_into().map_err(|_| row.unreadable("height"))?,
            id: row.id,
            file: File {
                name: row.file_name,
                media_type: row.media_type,
                digest: row.sha256,
                length: length(row.length),
            },
            alternative: row.alternative,
            caption: row.caption,
            credit: row.credit,
            minors,
            published_at: row.published_at.map(Into::into),
        })
    }
}

/// The images of everything but exchanges, in the order in which they are shown.
pub(super) async fn of_the_register(connection: &mut PgConnection) -> Result<Vec<Image>, StoreError> {
    let rows = sqlx::query_as!(
        ImageRow,
        "select id, programme, partner, exchange, gift, agreement, position, file_name, sha256, media_type, length,
                image.width, image.height, alternative, caption, credit, minors, consent, published_at
         from image join file using (sha256)
         where exchange is null
         order by position, id"
    );
    rows.fetch_all(connection).await?.into_iter().map(TryInto::try_into).collect()
}

/// The images of an exchange, in the order in which they are shown.
pub async fn of_exchange(
    connection: &mut PgConnection,
    exchange: ExchangeId,
) -> Result<Vec<Image>, StoreError> {
    let rows = sqlx::query_as!(
        ImageRow,
        "select id, programme, partner, exchange, gift, agreement, position, file_name, sha256, media_type, length,
                image.width, image.height, alternative, caption, credit, minors, consent, published_at
         from image join file using (sha256)
         where exchange = $1
         order by position, id",
        exchange as _
    );
    rows.fetch_all(connection).await?.into_iter().map(TryInto::try_into).collect()
}

/// All images, in the order in which they are shown; their bytes are [files](crate::store::file).
pub async fn all(connection: &mut PgConnection) -> Result<Vec<Image>, StoreError> {
    let rows = sqlx::query_as!(
        ImageRow,
        "select id, programme, partner, exchange, gift, agreement, position, file_name, sha256, media_type, length,
                image.width, image.height, alternative, caption, credit, minors, consent, published_at
         from image join file using (sha256)
         order by position, id"
    );
    rows.fetch_all(connection).await?.into_iter().map(TryInto::try_into).collect()
}
