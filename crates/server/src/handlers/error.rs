//! Error pages, in the language of the address, with the nearest pages that are there.

use askama::Template;
use percent_encoding::percent_decode_str;
use signpost_core::{Register, fold};

use crate::app::App;
use crate::http::{ErrorPages, HostFault, PageError, Sought, Wanted};
use crate::language::Locale;
use crate::pages::{Chrome, ErrorPage, ErrorView, Link, Site};
use crate::present::Presenter;
use crate::urls::Page;

/// How alike two words must be for one to be meant by the other (Jaro and Winkler; 1 is equal).
const ALIKE: f64 = 0.8;
/// How many of the nearest are offered.
const OFFERED: usize = 3;

impl ErrorPages for App {
    fn error_page(&self, error: &PageError, path: &str) -> Result<String, PageError> {
        let (locale, path) = Locale::of_path(path);
        let register = self.register().ok();
        let presenter = register.as_deref().map(|register| self.presenter(register, locale));
        let view = view(error, locale, path, presenter);
        let chrome = match presenter {
            Some(presenter) => {
                let site = presenter.site(self.address());
                Chrome::without_page(&site, locale, view.heading.as_str()).noticing(presenter.notices())
            }
            None => {
                Chrome::without_page(&Site::unknown(locale, self.address()), locale, view.heading.as_str())
            }
        };
        ErrorPage { chrome, view }.render().map_err(|fault| PageError::internal(&fault))
    }
}

fn view(error: &PageError, locale: Locale, path: &str, presenter: Option<Presenter<'_>>) -> ErrorView {
    match error {
        PageError::NotFound(Sought::Preview) => ErrorView::preview_gone(locale),
        PageError::NotFound(Sought::Month { recorded }) => ErrorView::month_out_of_range(locale, *recorded),
        PageError::NotFound(sought) => {
            let nearest = presenter.map(|presenter| nearest(sought, path, presenter));
            ErrorView::not_found(locale, nearest.unwrap_or_default())
        }
        PageError::BadArgument { name, value, wanted } => {
            ErrorView::bad_request(locale, fault(locale, name, value, *wanted))
        }
        PageError::UnknownArgument { name, known } => {
            let known: Vec<String> = known.iter().map(ToString::to_string).collect();
            let known = locale.list(&known);
            let fault =
                locale.say_with("fault-unknown", [("name", name.as_str().into()), ("known", known.into())]);
            ErrorView::bad_request(locale, fault)
        }
        PageError::BadHost(fault) => {
            let words = match fault {
                HostFault::Missing => locale.say("fault-host-missing"),
                HostFault::Twice => locale.say("fault-host-twice"),
                HostFault::Absurd => locale.say("fault-host-absurd"),
            };
            ErrorView::bad_request(locale, words)
        }
        PageError::MethodNotAllowed => ErrorView::method_not_allowed(locale),
        PageError::AddressTooLong { .. } => ErrorView::address_too_long(locale),
        PageError::TimedOut | PageError::Unavailable => ErrorView::unavailable(locale),
        PageError::Internal { .. } => ErrorView::internal(locale),
    }
}

/// What is wrong with an argument, in words.
fn fault(locale: Locale, name: &str, value: &str, wanted: Wanted) -> String {
    let (name, value) = (name.to_owned(), value.to_owned());
    match wanted {
        Wanted::Once => locale.say_with("fault-once", [("name", name.into())]),
        Wanted::Text => locale.say_with("fault-text", [("name", name.into())]),
        Wanted::Day => locale.say_with("fault-day", [("name", name.into()), ("value", value.into())]),
        Wanted::Words => locale.say_with("fault-words", [("name", name.into())]),
        Wanted::Month => locale.say_with("fault-month", [("value", value.into())]),
        Wanted::Listed => locale.say_with("fault-listed", [("name", name.into()), ("value", value.into())]),
    }
}

/// The pages nearest to what was looked for.
fn nearest(sought: &Sought, path: &str, presenter: Presenter<'_>) -> Vec<Link> {
    match sought {
        Sought::Exchange { nearest } => nearest
            .iter()
            .map(|slug| Link::new(slug.as_str(), Page::Exchange { slug: slug.clone() }.url(presenter.locale)))
            .collect(),
        Sought::Preview | Sought::Month { .. } => Vec::new(),
        Sought::Partner(word) => nearest_partners(word, presenter),
        Sought::Page => {
            let last = path.rsplit('/').find(|part| !part.is_empty()).unwrap_or_default();
            nearest_partners(&percent_decode_str(last).decode_utf8_lossy(), presenter)
        }
    }
}

/// The partners whose names are most like a word.
fn nearest_partners(word: &str, presenter: Presenter<'_>) -> Vec<Link> {
    let word: String = fold(word).chars().take(80).collect();
    let mut ranked = likenesses(&word, presenter.register);
    ranked.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    let links = ranked.into_iter().take(OFFERED).filter_map(|(_, place)| {
        let partner = presenter.register.partners().get(place)?;
        let page = Page::Partner { slug: partner.slug.to_string() };
        Some(Link::new(presenter.name(partner), page.url(presenter.locale)))
    });
    links.collect()
}

/// How much each partner's names are like a word, of those that are enough like it, with its place in the register.
fn likenesses(word: &str, register: &Register) -> Vec<(f64, usize)> {
    let partners = register.partners().iter().enumerate();
    partners
        .filter_map(|(place, partner)| {
            let names = partner.names.iter().map(|name| name.text.as_str());
            let names = names.chain([partner.name.as_str(), partner.slug.as_str()]);
            let likeness = names.map(|name| strsim::jaro_winkler(&fold(name), word)).fold(0.0, f64::max);
            (likeness >= ALIKE).then_some((likeness, place))
        })
        .collect()
}
