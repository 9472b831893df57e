//! What it takes to make pages of the demonstration, their pictures and their packed forms: `cargo xtask bench made`.

use std::hint::black_box;
use std::path::Path;

use anyhow::{Context, Result};
use askama::Template;
use axum::http::{HeaderMap, HeaderValue, header::ACCEPT_ENCODING};
use criterion::{BatchSize, Criterion};
use jiff::Timestamp;
use signpost_core::{Exchange, Register, dataset};
use signpost_server::http::{Answer, Content};
use signpost_server::language::Locale;
use signpost_server::pages::{HomePage, MapPage, PartnersPage, SignpostPage, TimelinePage};
use signpost_server::present::Presenter;
use signpost_server::urls::{Page, PublicAddress};

/// The moment that counts as now: what the demonstration says of a day does not change with the calendar.
const NOW: &str = "2026-11-26T20:00:00Z";

fn main() -> Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/cupertino");
    let dataset = dataset::read(&folder).map_err(|faults| anyhow::anyhow!("{faults:?}"))?;
    let upcoming = dataset.exchanges.clone();
    let register = dataset.into_register(1);
    let made = Made { register: &register, now: NOW.parse()?, upcoming: &upcoming };
    let mut criterion = Criterion::default().configure_from_args();
    made.standing(&mut criterion);
    made.pages(&mut criterion)?;
    made.pictures(&mut criterion);
    made.packing(&mut criterion)?;
    criterion.final_summary();
    Ok(())
}

/// What pages are made from.
struct Made<'a> {
    register: &'a Register,
    now: Timestamp,
    upcoming: &'a [Exchange],
}

impl Made<'_> {
    fn presenter(&self, locale: Locale) -> Presenter<'_> {
        Presenter { register: self.register, locale, now: self.now }
    }

    fn standing(&self, criterion: &mut Criterion) {
        let today = self.presenter(Locale::default()).today();
        criterion.bench_function("standing of all partners on a day", |bencher| {
            bencher.iter(|| {
                for partner in self.register.partners() {
                    black_box(self.register.standing(partner, today));
                }
            });
        });
    }

    fn pages(&self, criterion: &mut Criterion) -> Result<()> {
        let address: PublicAddress = "https://cities.example.org".parse()?;
        let mut group = criterion.benchmark_group("page");
        for locale in Locale::all() {
            let presenter = self.presenter(locale);
            group.bench_function(format!("home, {}", locale.tag()), |bencher| {
                bencher.iter(|| self.home(presenter, &address).map(|html| html.len()));
            });
        }
        let presenter = self.presenter(Locale::default());
        let chrome = |page| presenter.chrome(&address, &page, "", "");
        group.bench_function("partners", |bencher| {
            let page = || PartnersPage {
                chrome: chrome(Page::Partners { on: None }),
                view: presenter.partners(None),
            };
            bencher.iter(|| page().render());
        });
        group.bench_function("map", |bencher| {
            let page = || MapPage { chrome: chrome(Page::Map { on: None }), view: presenter.map(None) };
            bencher.iter(|| page().render());
        });
        group.bench_function("signpost", |bencher| {
            let page = || SignpostPage {
                chrome: chrome(Page::Signpost { on: None }),
                view: presenter.signpost(None),
            };
            bencher.iter(|| page().render());
        });
        group.bench_function("timeline", |bencher| {
            let page = || TimelinePage {
                chrome: chrome(Page::Timeline { on: None }),
                view: presenter.timeline(None),
            };
            bencher.iter(|| page().render());
        });
        group.finish();
        Ok(())
    }

    /// The home page in a language, whole.
    fn home(&self, presenter: Presenter<'_>, address: &PublicAddress) -> Result<String, askama::Error> {
        let view = presenter.home(self.upcoming, 3);
        HomePage { chrome: presenter.chrome(address, &Page::Home, "", ""), view }.render()
    }

    fn pictures(&self, criterion: &mut Criterion) {
        let presenter = self.presenter(Locale::default());
        let mut group = criterion.benchmark_group("picture");
        group.bench_function("map", |bencher| bencher.iter(|| presenter.map_picture(presenter.today())));
        group.bench_function("signpost", |bencher| bencher.iter(|| presenter.signpost(None).signpost));
        group.finish();
    }

    /// The home page, named by its content and packed, as for the first visitor after a change.
    fn packing(&self, criterion: &mut Criterion) -> Result<()> {
        let address: PublicAddress = "https://cities.example.org".parse()?;
        let html = self.home(self.presenter(Locale::default()), &address).context("home is not rendered")?;
        let mut group = criterion.benchmark_group("packed");
        for coding in ["identity", "gzip", "br", "zstd"] {
            let asked = HeaderMap::from_iter([(ACCEPT_ENCODING, HeaderValue::from_static(coding))]);
            group.bench_function(coding, |bencher| {
                let content = || Content::html(html.clone());
                let respond = |content| Answer::Content(content).respond(&asked);
                bencher.iter_batched(content, respond, BatchSize::SmallInput);
            });
        }
        group.finish();
        Ok(())
    }
}
