//! Translations.

use std::collections::HashMap;

use serde::Serialize;
use sqlx::PgConnection;

use crate::database::Day;
use crate::identity::{ExchangeId, NoticeId, PageId, PartnerId, ProgrammeId, TranslationId};
use crate::store::StoreError;
use crate::store::row::{Record, as_hex, record};
use crate::text::{Language, Line, Markdown};
use crate::translation::{Review, Translation, TranslationSubject, Version};

#[derive(Debug, Serialize)]
pub(super) struct TranslationRow {
    id: TranslationId,
    page: Option<PageId>,
    partner: Option<PartnerId>,
    exchange: Option<ExchangeId>,
    notice: Option<NoticeId>,
    programme: Option<ProgrammeId>,
    field: Line,
    language: Language,
    text: Markdown,
    #[serde(serialize_with = "as_hex")]
    follows: Vec<u8>,
    translator: Line,
    translated_on: Day,
    reviewer: Option<Line>,
    reviewed_on: Option<Day>,
}

record!(
    TranslationRow,
    "translation",
    "insert into translation select * from jsonb_populate_recordset(null::translation, $1)
     on conflict (id) do update set
        (page, partner, exchange, notice, programme, field, language, text, follows, translator, translated_on,
         reviewer, reviewed_on) =
        (excluded.page, excluded.partner, excluded.exchange, excluded.notice, excluded.programme,
         excluded.field, excluded.language, excluded.text, excluded.follows, excluded.translator,
         excluded.translated_on, excluded.reviewer, excluded.reviewed_on)
     where (translation.*) is distinct from (excluded.*)"
);

impl From<&Translation> for TranslationRow {
    fn from(translation: &Translation) -> Self {
        let translation = translation.clone();
        let mut row = Self {
            id: translation.id,
            page: None,
            partner: None,
            exchange: None,
            notice: None,
            programme: None,
            field: translation.field,
            language: translation.language,
            text: translation.text,
            follows: translation.follows.0.to_vec(),
            translator: translation.translator,
            translated_on: Day(translation.translated_on),
            reviewed_on: translation.review.as_ref().map(|review| Day(review.on)),
            reviewer: translation.review.map(|review| review.reviewer),
        };
        match translation.of {
            TranslationSubject::Page(id) => row.page = Some(id),
            TranslationSubject::Partner(id) => row.partner = Some(id),
            TranslationSubject::Exchange(id) => row.exchange = Some(id),
            TranslationSubject::Notice(id) => row.notice = Some(id),
            TranslationSubject::Programme(id) => row.programme = Some(id),
        }
        row
    }
}

impl TranslationRow {
    fn subject(&self) -> Option<TranslationSubject> {
        None.or(self.page.map(TranslationSubject::Page))
            .or(self.partner.map(TranslationSubject::Partner))
            .or(self.exchange.map(TranslationSubject::Exchange))
            .or(self.notice.map(TranslationSubject::Notice))
            .or(self.programme.map(TranslationSubject::Programme))
    }
}

impl TryFrom<TranslationRow> for Translation {
    type Error = StoreError;

    fn try_from(row: TranslationRow) -> Result<Self, StoreError> {
        let follows = row.follows.as_slice().try_into().map_err(|_| row.unreadable("version"))?;
        let review = row.reviewer.clone().zip(row.reviewed_on);
        Ok(Self {
            of: row.subject().ok_or_else(|| row.unreadable("subject"))?,
            id: row.id,
            field: row.field,
            language: row.language,
            text: row.text,
            follows: Version(follows),
            translator: row.translator,
            translated_on: row.translated_on.into(),
            review: review.map(|(reviewer, on)| Review { reviewer, on: on.into() }),
        })
    }
}

/// All translations.
pub(super) async fn all(connection: &mut PgConnection) -> Result<Vec<Translation>, StoreError> {
    let rows = sqlx::query_as!(
        TranslationRow,
        r#"select * from translation order by language collate "C", field collate "C", id"#
    );
    rows.fetch_all(connection).await?.into_iter().map(TryInto::try_into).collect()
}

/// The wordings of originals that translations to a language follow and that were changed since, as far as the change
/// record has them.
pub async fn former_words(
    connection: &mut PgConnection,
    language: &Language,
) -> Result<HashMap<Version, String>, StoreError> {
    let rows = sqlx::query!(
        r#"select distinct follows, former.words as "words!"
           from translation
               join audit_entry on row_id = coalesce(page, partner, exchange, notice, programme)
               cross join lateral (values (before ->> field), (after ->> field)) as former (words)
           where language = $1 and former.words is not null"#,
        language.as_str()
    );
    let rows = rows.fetch_all(connection).await?.into_iter();
    let versions = rows.map(|row| (row.follows, Version::of(&row.words), row.words));
    let followed = versions.filter(|(follows, version, _)| *follows == version.0);
    Ok(followed.map(|(_, version, words)| (version, words)).collect())
}
