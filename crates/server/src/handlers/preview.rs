//! `/social.png`, `/partners/{slug}/social.png` and `/exchanges/{slug}/social.png`

use askama::Template;
use signpost_core::store::exchange;
use signpost_core::{Called, Digest, Slug};
use tokio::task::spawn_blocking;

use super::PageVisit;
use crate::app::{App, unavailable};
use crate::http::{Answer, Caching, Content, Media, PageError, Sought};
use crate::pictures::{Preview, PreviewWords};

/// The preview of a page that is about no partner and no exchange.
pub async fn site_preview(visit: PageVisit) -> Result<Answer, PageError> {
    let register = visit.app.register()?;
    drawn(&visit.app, visit.app.presenter(&register, visit.locale).site_preview()).await
}

/// The preview of a partner's page.
pub async fn partner_preview(visit: PageVisit<String>) -> Result<Answer, PageError> {
    let register = visit.app.register()?;
    let not_found = || PageError::NotFound(Sought::Partner(visit.path.clone()));
    let Some(Called::Slug(partner)) = register.called(&visit.path) else { return Err(not_found()) };
    let words = visit.app.presenter(&register, visit.locale).partner_preview(partner);
    drawn(&visit.app, words.ok_or_else(not_found)?).await
}

/// The preview of an exchange's page.
pub async fn exchange_preview(visit: PageVisit<String>) -> Result<Answer, PageError> {
    let nothing = || PageError::NotFound(Sought::Page);
    let slug: Slug = visit.path.parse().map_err(|_| nothing())?;
    let mut reading = visit.app.read().await?;
    let found = exchange::by_slug(&mut reading.snapshot, &slug).await;
    let exchange = found.map_err(|error| unavailable(&error))?.ok_or_else(nothing)?;
    let words = visit.app.presenter(&reading.register, visit.locale).exchange_preview(&exchange);
    drop(reading.snapshot);
    drawn(&visit.app, words).await
}

/// The picture of some words, drawn once for as long as it is kept.
async fn drawn(app: &App, words: PreviewWords) -> Result<Answer, PageError> {
    let svg = Preview::new(&words).render().map_err(|fault| PageError::internal(&fault))?;
    let key = Digest::of(svg.as_bytes());
    let draw = async {
        let drawn =
            spawn_blocking(move || Preview::draw(&svg)).await.map_err(|fault| PageError::internal(&fault))?;
        drawn.map(Into::into).map_err(|fault| PageError::internal(&fault))
    };
    let picture = app.previews().get(&key, draw).await?;
    let content = Content::new(Media::named("image/png"), picture);
    Ok(content.caching(Caching::Published).shared().into())
}
