//! Parts that their whole has only one of.

use sqlx::PgConnection;
use uuid::Uuid;

use super::Ids;
use crate::cost::CostSubject;
use crate::dataset::{Dataset, Redirect, RedirectTarget};
use crate::document::DocumentSubject;
use crate::identity::{CompletenessId, Id, PartnerNameId, RelationshipId, SlugRedirectId, TranslationId};
use crate::partner::{NamePurpose, Partner};
use crate::source::Subject;
use crate::store::StoreError;
use crate::translation::{Translation, TranslationSubject};

/// Parts that their whole has only one of.
pub(super) struct Parts {
    relationships: Ids<RelationshipId>,
    names: Ids<PartnerNameId>,
    complete_years: Ids<CompletenessId>,
    redirects: Ids<SlugRedirectId>,
    translations: Ids<TranslationId>,
}

/// Finds the ids that a table has, where it has no part of the dataset's id and the dataset none of the recorded
/// one's: `wanted` are the dataset's parts, joined with what is `known`.
macro_rules! known {
    ($connection:expr, $table:literal, $wanted:literal, $on:literal, $($argument:expr),+) => {{
        let pairs = sqlx::query!(
            r#"select wanted.id as "wanted!", known.id as "known" from unnest($1::uuid[], "# + $wanted + " join "
                + $table + " as known on " + $on + " where not exists (select from " + $table
                + " as own where own.id = wanted.id)
                 and not exists (select from unnest($1) as other (id) where other.id = known.id)",
            $($argument),+
        );
        let pairs = pairs.fetch_all(&mut *$connection).await?.into_iter();
        Ids::of(pairs.map(|pair| (Id::from_uuid(pair.wanted), pair.known)).collect())
    }};
}

impl Parts {
    pub(super) async fn find(connection: &mut PgConnection, dataset: &Dataset) -> Result<Self, StoreError> {
        Ok(Self {
            relationships: relationships(connection, &dataset.partners).await?,
            names: names(connection, &dataset.partners).await?,
            complete_years: complete_years(connection, &dataset.partners).await?,
            redirects: redirects(connection, &dataset.redirects).await?,
            translations: translations(connection, &dataset.translations).await?,
        })
    }

    pub(super) fn is_empty(&self) -> bool {
        self.relationships.0.is_empty()
            && self.names.0.is_empty()
            && self.complete_years.0.is_empty()
            && self.redirects.0.is_empty()
            && self.translations.0.is_empty()
    }

    pub(super) fn settle(&self, dataset: &mut Dataset) {
        for partner in &mut dataset.partners {
            partner.names.iter_mut().for_each(|name| self.names.settle(&mut name.id));
            self.relationships.settle(&mut partner.relationship.id);
            for complete in &mut partner.relationship.complete_years {
                self.complete_years.settle(&mut complete.id);
            }
        }
        dataset.redirects.iter_mut().for_each(|redirect| self.redirects.settle(&mut redirect.id));
        dataset.translations.iter_mut().for_each(|translation| self.translations.settle(&mut translation.id));
        for exception in &mut dataset.policy_exceptions {
            self.relationships.settle(&mut exception.relationship);
        }
        for cost in &mut dataset.costs {
            if let CostSubject::Relationship(id) = &mut cost.spent_on {
                self.relationships.settle(id);
            }
        }
        for document in &mut dataset.documents {
            if let DocumentSubject::Relationship(id) = &mut document.attached_to {
                self.relationships.settle(id);
            }
        }
        for claim in &mut dataset.claims {
            if let Subject::Relationship(id) = &mut claim.subject {
                self.relationships.settle(id);
            }
        }
    }
}

async fn relationships(
    connection: &mut PgConnection,
    partners: &[Partner],
) -> Result<Ids<RelationshipId>, StoreError> {
    let ids: Vec<Uuid> = partners.iter().map(|partner| partner.relationship.id.uuid()).collect();
    let of: Vec<Uuid> = partners.iter().map(|partner| partner.id.uuid()).collect();
    Ok(known!(
        connection,
        "relationship",
        "$2::uuid[]) as wanted (id, partner)",
        "known.partner = wanted.partner",
        &ids,
        &of
    ))
}

async fn names(
    connection: &mut PgConnection,
    partners: &[Partner],
) -> Result<Ids<PartnerNameId>, StoreError> {
    let names: Vec<(Uuid, Uuid, String)> = partners
        .iter()
        .flat_map(|partner| partner.names.iter().map(move |name| (partner, name)))
        .filter(|(_, name)| name.purpose == NamePurpose::Preferred)
        .filter_map(|(partner, name)| {
            Some((name.id.uuid(), partner.id.uuid(), name.language.as_ref()?.to_string()))
        })
        .collect();
    let (ids, of, languages) = columns(names);
    Ok(known!(
        connection,
        "partner_name",
        "$2::uuid[], $3::text[]) as wanted (id, partner, language)",
        "known.partner = wanted.partner and known.language = wanted.language and known.purpose = 'preferred'",
        &ids,
        &of,
        &languages
    ))
}

/// The complete years, looked for under the relationship that is on record for their partner.
async fn complete_years(
    connection: &mut PgConnection,
    partners: &[Partner],
) -> Result<Ids<CompletenessId>, StoreError> {
    let rows = partners
        .iter()
        .flat_map(|partner| partner.relationship.complete_years.iter().map(move |year| (partner, year)))
        .map(|(partner, complete)| (complete.id.uuid(), partner.id.uuid(), complete.year));
    let (ids, of, years) = columns(rows.collect());
    Ok(known!(
        connection,
        "completeness",
        "$2::uuid[], $3::smallint[]) as wanted (id, partner, year)",
        "known.year = wanted.year
            and known.relationship = (select id from relationship where relationship.partner = wanted.partner)",
        &ids,
        &of,
        &years
    ))
}

async fn redirects(
    connection: &mut PgConnection,
    redirects: &[Redirect],
) -> Result<Ids<SlugRedirectId>, StoreError> {
    let noun = |redirect: &Redirect| match redirect.to {
        RedirectTarget::Partner(_) => "partner".to_owned(),
        RedirectTarget::Exchange(_) => "exchange".to_owned(),
    };
    let rows =
        redirects.iter().map(|redirect| (redirect.id.uuid(), noun(redirect), redirect.slug.to_string()));
    let (ids, nouns, slugs) = columns(rows.collect());
    Ok(known!(
        connection,
        "slug_redirect",
        "$2::text[], $3::text[]) as wanted (id, noun, slug)",
        "known.noun = wanted.noun and known.slug = wanted.slug",
        &ids,
        &nouns,
        &slugs
    ))
}

async fn translations(
    connection: &mut PgConnection,
    translations: &[Translation],
) -> Result<Ids<TranslationId>, StoreError> {
    let rows =
        translations.iter().map(|translation| (translation.id.uuid(), subject(translation.of), translation));
    let (ids, of, translations) = columns(rows.collect());
    let fields: Vec<String> = translations.iter().map(|translation| translation.field.to_string()).collect();
    let languages: Vec<String> =
        translations.iter().map(|translation| translation.language.to_string()).collect();
    Ok(known!(
        connection,
        "translation",
        "$2::uuid[], $3::text[], $4::text[]) as wanted (id, subject, field, language)",
        "coalesce(known.programme, known.page, known.partner, known.exchange, known.notice) = wanted.subject
            and known.field = wanted.field and known.language = wanted.language",
        &ids,
        &of,
        &fields,
        &languages
    ))
}

fn subject(of: TranslationSubject) -> Uuid {
    match of {
        TranslationSubject::Programme(id) => id.uuid(),
        TranslationSubject::Page(id) => id.uuid(),
        TranslationSubject::Partner(id) => id.uuid(),
        TranslationSubject::Exchange(id) => id.uuid(),
        TranslationSubject::Notice(id) => id.uuid(),
    }
}

/// Rows as columns.
fn columns<A, B, C>(rows: Vec<(A, B, C)>) -> (Vec<A>, Vec<B>, Vec<C>) {
    let mut columns = (Vec::new(), Vec::new(), Vec::new());
    for (a, b, c) in rows {
        columns.0.push(a);
        columns.1.push(b);
        columns.2.push(c);
    }
    columns
}
