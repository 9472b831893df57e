//! What a command changes: the record as it is, to be saved as the command leaves it.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use signpost_core::database::Connection;
use signpost_core::dataset::{Dataset, RedirectTarget};
use signpost_core::store::{StoreError, document, draft, exchange, file, image};
use signpost_core::{Clock, Digest, Exchange, ExchangeId, Id, Partner, PartnerId, Slug};

use uuid::Uuid;

use crate::author::new_id;
use crate::failure::Failure;
use crate::mark::Mark;
use crate::nearest::{no_partner, not_there};

/// The record without exchanges and files, as a command changes it; it loads the exchanges that it needs.
#[derive(Debug)]
pub(crate) struct Draft<'transaction> {
    /// The record, to be changed.
    pub(crate) dataset: Dataset,
    /// The record as it was.
    before: Dataset,
    connection: &'transaction mut Connection,
    clock: Clock,
}

impl<'transaction> Draft<'transaction> {
    /// The record as it is, in a transaction that has begun a change.
    pub(crate) async fn read(
        connection: &'transaction mut Connection,
        clock: Clock,
    ) -> Result<Self, StoreError> {
        let before = draft::read(connection).await?;
        Ok(Self { dataset: before.clone(), before, connection, clock })
    }

    /// The moment that it is now.
    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Today, where the host is.
    pub(crate) fn today(&self) -> Date {
        self.clock.today(&self.zone())
    }

    /// The host's zone.
    pub(crate) fn zone(&self) -> TimeZone {
        self.dataset.programme.time_zone.zone()
    }

    /// The partner that a word calls, to be changed.
    pub(crate) fn partner(&mut self, word: &str) -> Result<&mut Partner, Failure> {
        partner_called(&mut self.dataset, word)
    }

    /// The file of a dataset that a partner is in.
    pub(crate) fn file_of(&self, partner: PartnerId) -> Result<String, Failure> {
        let partner = self.dataset.partners.iter().find(|one| one.id == partner);
        let gone = || Failure::System("a partner that was just found is not there".to_owned());
        Ok(format!("partners/{}.toml", partner.ok_or_else(gone)?.slug))
    }

    /// The id of a new record.
    pub(crate) fn id<I: Id>(&self) -> Result<I, Failure> {
        new_id(self.clock)
    }

    /// For what the dataset does not hold: the transaction itself, to read with.
    pub(crate) const fn connection(&mut self) -> &mut Connection {
        self.connection
    }

    /// Loads the exchange with a short name and what sources say of it, to be changed; once it is loaded, it is in
    /// the dataset.
    pub(crate) async fn exchange(&mut self, name: &str) -> Result<&mut Exchange, Failure> {
        let slug: Option<Slug> = name.parse().ok();
        let found = match &slug {
            Some(slug) => draft::exchange(self.connection, slug).await?,
            None => None,
        };
        let Some((exchange, claims)) = found else {
            let nearest = exchange::nearest(self.connection, name).await?;
            return Err(Failure::input(not_there("exchange", name, &nearest)));
        };
        for dataset in [&mut self.before, &mut self.dataset] {
            dataset.exchanges.push(exchange.clone());
            dataset.claims.extend(claims.iter().cloned());
        }
        let gone = || Failure::System("an exchange that was just loaded is not there".to_owned());
        self.dataset.exchanges.last_mut().ok_or_else(gone)
    }

    /// Loads the exchange with an id, to be named.
    pub(crate) async fn load_exchange(&mut self, id: ExchangeId) -> Result<(), Failure> {
        if let Some(slug) = draft::slug_of_exchange(self.connection, id).await? {
            self.exchange(slug.as_str()).await?;
        }
        Ok(())
    }

    /// Loads the exchanges that have any of these short names or ids, and what sources say of them, to be changed.
    pub(crate) async fn exchanges(&mut self, names: &[String], ids: &[Uuid]) -> Result<(), Failure> {
        let (exchanges, claims) = draft::exchanges(self.connection, names, ids).await?;
        for dataset in [&mut self.before, &mut self.dataset] {
            dataset.exchanges.extend(exchanges.iter().cloned());
            dataset.claims.extend(claims.iter().cloned());
        }
        Ok(())
    }

    /// Loads the documents, without their bytes, to be changed; once they are loaded, they are in the dataset.
    pub(crate) async fn load_documents(&mut self) -> Result<(), Failure> {
        let documents = document::all(self.connection).await?;
        self.dataset.documents.clone_from(&documents);
        self.before.documents = documents;
        Ok(())
    }

    /// Loads the images, without their bytes, to be changed; once they are loaded, they are in the dataset.
    pub(crate) async fn load_images(&mut self) -> Result<(), Failure> {
        let images = image::all(self.connection).await?;
        self.dataset.images.clone_from(&images);
        self.before.images = images;
        Ok(())
    }

    /// Loads the bytes of a file.
    pub(crate) async fn load_content(&mut self, digest: Digest) -> Result<(), Failure> {
        if let Some(content) = file::content(self.connection, digest).await? {
            self.dataset.keep(content);
        }
        Ok(())
    }

    /// Loads the exchanges that have any of these short names, with the translations of all, to be changed.
    pub(crate) async fn texts_of_exchanges(&mut self, names: &[String]) -> Result<(), Failure> {
        if names.is_empty() {
            return Ok(());
        }
        self.exchanges(names, &[]).await?;
        let translations = draft::translations_of_exchanges(self.connection).await?;
        for dataset in [&mut self.before, &mut self.dataset] {
            dataset.translations.extend(translations.iter().cloned());
        }
        Ok(())
    }

    /// Loads what was spent on exchanges, to be changed.
    pub(crate) async fn costs_of_exchanges(&mut self) -> Result<(), Failure> {
        let costs = draft::costs_of_exchanges(self.connection).await?;
        for dataset in [&mut self.before, &mut self.dataset] {
            dataset.costs.extend(costs.iter().cloned());
        }
        Ok(())
    }

    /// Loads the claims about the exchange of which one has a mark, to be changed.
    pub(crate) async fn claims_about_exchange_of(&mut self, mark: &Mark) -> Result<(), Failure> {
        let claims = draft::claims_about_exchange_of(self.connection, &mark.to_string()).await?;
        for dataset in [&mut self.before, &mut self.dataset] {
            dataset.claims.extend(claims.iter().cloned());
        }
        Ok(())
    }

    /// Puts a dataset and what was made of it in the place of the record: what is in neither stays as it is.
    pub(crate) fn replace(&mut self, before: &Dataset, after: &Dataset) {
        self.before = before.clone();
        self.dataset = after.clone();
    }

    /// Writes what was changed.
    pub(crate) async fn save(self) -> Result<(), StoreError> {
        draft::save(self.connection, &self.before, &self.dataset).await
    }
}

/// The partner that a word calls: its short name, a former one, or any of its names.
pub(crate) fn partner_called<'d>(dataset: &'d mut Dataset, word: &str) -> Result<&'d mut Partner, Failure> {
    let partners = &dataset.partners;
    let former = dataset.redirects.iter().find_map(|redirect| match redirect.to {
        RedirectTarget::Partner(id) if redirect.slug.as_str() == word => Some(id),
        _ => None,
    });
    let found = partners
        .iter()
        .position(|partner| partner.slug.as_str() == word)
        .or_else(|| partners.iter().position(|partner| Some(partner.id) == former))
        .or_else(|| partners.iter().position(|partner| partner.is_called(word)));
    let refusal = found.is_none().then(|| no_partner(partners, word));
    let gone = || Failure::System("a partner that was just found is not there".to_owned());
    let partner = found.and_then(|index| dataset.partners.get_mut(index));
    partner.ok_or_else(|| refusal.unwrap_or_else(gone))
}
