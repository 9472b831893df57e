//! Records that are known by their slugs, and the programme.

use sqlx::PgConnection;
use uuid::Uuid;

use super::Ids;
use crate::cost::CostSubject;
use crate::dataset::{Dataset, RedirectTarget};
use crate::document::{DocumentSubject, ImageSubject};
use crate::identity::{ExchangeId, Id, NoticeId, PageId, PartnerId, ProgrammeId, SeriesId, SourceId};
use crate::source::Subject;
use crate::store::StoreError;
use crate::translation::TranslationSubject;

/// Finds the ids that a table has for slugs, where it has no record of the dataset's id and the dataset none of the
/// record's.
macro_rules! by_slug {
    ($connection:expr, $table:literal, $records:expr) => {{
        let ids: Vec<Uuid> = $records.iter().map(|record| record.id.uuid()).collect();
        let slugs: Vec<String> = $records.iter().map(|record| record.slug.to_string()).collect();
        let pairs = sqlx::query!(
            r#"select wanted.id as "wanted!", known.id as "known"
               from unnest($1::uuid[], $2::text[]) as wanted (id, slug) join "#
                + $table
                + " as known using (slug)
               where not exists (select from "
                + $table
                + " as own where own.id = wanted.id)
                 and not exists (select from unnest($1) as other (id) where other.id = known.id)",
            &ids,
            &slugs
        );
        let pairs = pairs.fetch_all(&mut *$connection).await?.into_iter();
        Ids::of(pairs.map(|pair| (Id::from_uuid(pair.wanted), pair.known)).collect())
    }};
}

/// Records that are known by their slugs, and the programme.
pub(super) struct Named {
    programmes: Ids<ProgrammeId>,
    sources: Ids<SourceId>,
    partners: Ids<PartnerId>,
    series: Ids<SeriesId>,
    exchanges: Ids<ExchangeId>,
    notices: Ids<NoticeId>,
    pages: Ids<PageId>,
}

impl Named {
    pub(super) async fn find(connection: &mut PgConnection, dataset: &Dataset) -> Result<Self, StoreError> {
        let programme = &dataset.programme;
        let known_programme = sqlx::query_scalar!(
            "select id from programme where city = $1 and country = $2 and id <> $3",
            programme.city.as_str(),
            programme.country.as_str(),
            programme.id as _
        );
        let known_programme = known_programme.fetch_optional(&mut *connection).await?;
        Ok(Self {
            programmes: Ids::of(known_programme.map(|known| (programme.id, known)).into_iter().collect()),
            sources: by_slug!(connection, "source", dataset.sources),
            partners: by_slug!(connection, "partner", dataset.partners),
            series: by_slug!(connection, "series", dataset.series),
            exchanges: by_slug!(connection, "exchange", dataset.exchanges),
            notices: by_slug!(connection, "notice", dataset.notices),
            pages: by_slug!(connection, "page", dataset.pages),
        })
    }

    pub(super) fn is_empty(&self) -> bool {
        self.programmes.0.is_empty()
            && self.sources.0.is_empty()
            && self.partners.0.is_empty()
            && self.series.0.is_empty()
            && self.exchanges.0.is_empty()
            && self.notices.0.is_empty()
            && self.pages.0.is_empty()
    }

    pub(super) fn settle(&self, dataset: &mut Dataset) {
        self.programmes.settle(&mut dataset.programme.id);
        dataset.sources.iter_mut().for_each(|source| self.sources.settle(&mut source.id));
        dataset.partners.iter_mut().for_each(|partner| self.partners.settle(&mut partner.id));
        dataset.series.iter_mut().for_each(|series| self.series.settle(&mut series.id));
        dataset.notices.iter_mut().for_each(|notice| self.notices.settle(&mut notice.id));
        dataset.pages.iter_mut().for_each(|page| self.pages.settle(&mut page.id));
        for exchange in &mut dataset.exchanges {
            self.exchanges.settle(&mut exchange.id);
            exchange.partners.iter_mut().for_each(|partner| self.partners.settle(partner));
            exchange.series.iter_mut().for_each(|series| self.series.settle(series));
        }
        self.settle_subjects(dataset);
    }

    fn settle_subjects(&self, dataset: &mut Dataset) {
        for redirect in &mut dataset.redirects {
            match &mut redirect.to {
                RedirectTarget::Partner(id) => self.partners.settle(id),
                RedirectTarget::Exchange(id) => self.exchanges.settle(id),
            }
        }
        for cost in &mut dataset.costs {
            if let CostSubject::Exchange(id) = &mut cost.spent_on {
                self.exchanges.settle(id);
            }
        }
        for translation in &mut dataset.translations {
            match &mut translation.of {
                TranslationSubject::Programme(id) => self.programmes.settle(id),
                TranslationSubject::Page(id) => self.pages.settle(id),
                TranslationSubject::Partner(id) => self.partners.settle(id),
                TranslationSubject::Exchange(id) => self.exchanges.settle(id),
                TranslationSubject::Notice(id) => self.notices.settle(id),
            }
        }
        for document in &mut dataset.documents {
            if let DocumentSubject::Exchange(id) = &mut document.attached_to {
                self.exchanges.settle(id);
            }
        }
        for image in &mut dataset.images {
            match &mut image.shown_at {
                ImageSubject::Home(id) => self.programmes.settle(id),
                ImageSubject::Partner(id) => self.partners.settle(id),
                ImageSubject::Exchange(id) => self.exchanges.settle(id),
                ImageSubject::Gift(_) | ImageSubject::Agreement(_) => {}
            }
        }
        for claim in &mut dataset.claims {
            claim.source.iter_mut().for_each(|source| self.sources.settle(source));
            match &mut claim.subject {
                Subject::Programme(id) => self.programmes.settle(id),
                Subject::Partner(id) => self.partners.settle(id),
                Subject::Exchange(id) => self.exchanges.settle(id),
                _ => {}
            }
        }
    }
}
