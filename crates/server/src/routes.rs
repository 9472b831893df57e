//! Every URL, in one list.

use std::{sync::Arc, time::Duration};

use axum::Router;

use crate::{
    api,
    app::App,
    cache::{Shortcut, kept_page},
    handlers,
    http::{Guard, guard, page},
    language::Locale,
    operator,
    urls::{API_DOCUMENT, Download},
};

/// The whole site behind its guard; `patience` is how long a page may take.
pub fn site(app: Arc<App>, patience: Duration) -> Shortcut<App> {
    let pages = Locale::all().fold(Router::new(), |router, locale| router.merge(pages(locale)));
    let english = Locale::default();
    let routes = pages
        .route("/assets/{hash}/{*name}", page(english, handlers::asset))
        .route("/favicon.svg", page(english, handlers::favicon))
        .route(API_DOCUMENT, page(english, handlers::document))
        .merge(api::routes())
        .route("/documents/{sha}/{name}", page(english, handlers::document_file))
        .route("/media/{sha}/{width}", page(english, handlers::picture_file))
        .route("/preview/{token}/{sha}/{width}", page(english, handlers::previewed_picture))
        .route("/social.png", page(english, handlers::site_preview))
        .route("/partners/{slug}/social.png", page(english, handlers::partner_preview))
        .route("/exchanges/{slug}/social.png", page(english, handlers::exchange_preview))
        .merge(data(english))
        .merge(discovery(english))
        .merge(operator::health::<App>())
        .with_state(Arc::clone(&app));
    let transport = app.address().transport();
    let guarding = Arc::new(Guard::new(app, patience, transport));
    Shortcut::past(guard(routes, &guarding), guarding)
}

/// The files of data, which have no words of the interface.
fn data(english: Locale) -> Router<Arc<App>> {
    Router::new()
        .route(Download::PartnersCsv.path(), page(english, handlers::partners_csv))
        .route(Download::PartnersJson.path(), page(english, handlers::partners_json))
        .route(Download::PartnersGeoJson.path(), page(english, handlers::partners_geojson))
        .route(Download::TermsCsv.path(), page(english, handlers::terms_csv))
        .route(Download::ExchangesCsv.path(), page(english, handlers::exchanges_csv))
        .route(Download::ExchangesJson.path(), page(english, handlers::exchanges_json))
        .route(Download::Wikidata.path(), page(english, handlers::wikidata))
        .route(Download::Catalogue.path(), page(english, handlers::catalogue))
}

/// What programs ask for by themselves.
fn discovery(english: Locale) -> Router<Arc<App>> {
    Router::new()
        .route("/sitemap.xml", page(english, handlers::sitemap))
        .route("/sitemap/pages.xml", page(english, handlers::sitemap_of_pages))
        .route("/sitemap/exchanges/{year}", page(english, handlers::sitemap_of_year))
        .route("/robots.txt", page(english, handlers::robots))
        .route("/.well-known/security.txt", page(english, handlers::security))
}

/// The pages in a language: the default one without a prefix.
fn pages(locale: Locale) -> Router<Arc<App>> {
    let prefix = if locale == Locale::default() { String::new() } else { format!("/{}", locale.tag()) };
    let at = |path: &str| format!("{prefix}{path}");
    let home = if prefix.is_empty() { "/".to_owned() } else { prefix.clone() };
    Router::new()
        .route(&home, kept_page(locale, handlers::home))
        .route(&at("/partners"), kept_page(locale, handlers::partners))
        .route(&at("/partners/{slug}"), kept_page(locale, handlers::partner))
        .route(&at("/exchanges"), kept_page(locale, handlers::exchanges))
        .route(&at("/exchanges/month/{month}"), kept_page(locale, handlers::month))
        .route(&at("/exchanges/month/{month}/{day}"), page(locale, handlers::day))
        .route(&at("/exchanges/{slug}"), kept_page(locale, handlers::exchange))
        .route(&at("/embed/exchanges"), page(locale, handlers::embedded_exchanges))
        .route(&at("/preview/{token}"), page(locale, handlers::preview))
        .route(&at("/signpost"), kept_page(locale, handlers::signpost))
        .route(&at("/signpost/print"), kept_page(locale, handlers::signpost_boards))
        .route(&at("/signpost.svg"), kept_page(locale, handlers::signpost_file))
        .route(&at("/timeline"), kept_page(locale, handlers::timeline))
        .route(&at("/timeline.svg"), kept_page(locale, handlers::timeline_file))
        .route(&at("/map"), kept_page(locale, handlers::map))
        .route(&at("/map.svg"), kept_page(locale, handlers::map_file))
        .route(&at("/search"), page(locale, handlers::search))
        .route(&at("/about"), kept_page(locale, handlers::about))
        .route(&at("/take-part"), kept_page(locale, handlers::take_part))
        .route(&at("/data"), kept_page(locale, handlers::data))
        .route(&at("/api"), kept_page(locale, handlers::api))
        .route(&at("/accessibility"), kept_page(locale, handlers::accessibility))
        .route(&at("/calendar.ics"), page(locale, handlers::calendar))
        .route(&at("/partners/{slug}/calendar.ics"), page(locale, handlers::partner_calendar))
        .route(&at("/exchanges/{slug}/calendar.ics"), page(locale, handlers::exchange_calendar))
        .route(&at("/exchanges.atom"), page(locale, handlers::exchanges_feed))
        .route(&at("/news.atom"), page(locale, handlers::news_feed))
}
