//! Error pages, in the language of the address, with the nearest pages that are there.

use percent_encoding::percent_decode_str;
use signpost_core::{Partner, Register, fold};

use super::page_text;
use crate::api;
use crate::app::App;
use crate::http::{Content, ErrorPages, HostFault, PageError, Sought, Wanted};
use crate::language::Locale;
use crate::pages::{Chrome, ErrorPage, ErrorView, Link, Site};
use crate::present::Presenter;
use crate::urls::Page;

/// How alike two words must be for one to be meant by the other (Jaro and Winkler; 1 is equal).
const ALIKE: f64 = 0.8;
/// How many of the nearest are offered.
const OFFERED: usize = 3;

impl ErrorPages for App {
    fn error_page(&self, error: &PageError, path: &str) -> Result<Content, PageError> {
        if api::is_asked(path) {
            return api::problem(self, error);
        }
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
        page_text(&ErrorPage { chrome, view }).map(Content::html)
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
        PageError::BadArgument { .. } | PageError::UnknownArgument { .. } | PageError::BadHost(_) => {
            ErrorView::bad_request(locale, fault(locale, error).unwrap_or_default())
        }
        PageError::NotAsWanted => ErrorView::not_as_wanted(locale),
        PageError::MethodNotAllowed => ErrorView::method_not_allowed(locale),
        PageError::AddressTooLong { .. } => ErrorView::address_too_long(locale),
        PageError::TimedOut | PageError::Unavailable => ErrorView::unavailable(locale),
        PageError::Internal { .. } => ErrorView::internal(locale),
    }
}

/// What is wrong with a request, in words, where it is the request.
pub(crate) fn fault(locale: Locale, error: &PageError) -> Option<String> {
    match error {
        PageError::BadArgument { name, value, wanted } => {
            Some(fault_of_argument(locale, name, value, wanted))
        }
        PageError::UnknownArgument { name, known } => {
            let known = if known.is_empty() { locale.say("fault-nothing") } else { locale.list(known) };
            let name = name.as_str().into();
            Some(locale.say_with("fault-unknown", [("name", name), ("known", known.into())]))
        }
        PageError::BadHost(HostFault::Missing) => Some(locale.say("fault-host-missing")),
        PageError::BadHost(HostFault::Twice) => Some(locale.say("fault-host-twice")),
        PageError::BadHost(HostFault::Absurd) => Some(locale.say("fault-host-absurd")),
        _ => None,
    }
}

/// What is wrong with an argument, in words.
fn fault_of_argument(locale: Locale, name: &str, value: &str, wanted: &Wanted) -> String {
    let (name, value) = (name.to_owned(), value.to_owned());
    match wanted {
        Wanted::Once => locale.say_with("fault-once", [("name", name.into())]),
        Wanted::Text => locale.say_with("fault-text", [("name", name.into())]),
        Wanted::Day => locale.say_with("fault-day", [("name", name.into()), ("value", value.into())]),
        Wanted::Some => locale.say_with("fault-missing", [("name", name.into())]),
        Wanted::Words => locale.say_with("fault-words", [("name", name.into())]),
        Wanted::Month => locale.say_with("fault-month", [("value", value.into())]),
        Wanted::Listed => locale.say_with("fault-listed", [("name", name.into()), ("value", value.into())]),
        Wanted::OneOf(words) => locale.say_with(
            "fault-one-of",
            [("name", name.into()), ("value", value.into()), ("words", locale.list(words).into())],
        ),
        Wanted::Number { least, most } => locale.say_with(
            "fault-number",
            [
                ("name", name.into()),
                ("value", value.into()),
                ("least", u32::from(*least).into()),
                ("most", u32::from(*most).into()),
            ],
        ),
        Wanted::Cursor => locale.say_with("fault-cursor", [("value", value.into())]),
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
        Sought::Partner(word) => links(word, presenter),
        Sought::Page => {
            let last = path.rsplit('/').find(|part| !part.is_empty()).unwrap_or_default();
            links(&percent_decode_str(last).decode_utf8_lossy(), presenter)
        }
    }
}

/// Links to the partners whose names are most like a word.
pub(super) fn links(word: &str, presenter: Presenter<'_>) -> Vec<Link> {
    let link = |partner: &Partner| {
        let page = Page::Partner { slug: partner.slug.to_string() };
        Link::new(presenter.named(partner), page.url(presenter.locale))
    };
    nearest_partners(word, presenter.register).into_iter().map(link).collect()
}

/// The partners whose names are most like a word.
pub(crate) fn nearest_partners<'a>(word: &str, register: &'a Register) -> Vec<&'a Partner> {
    let word: String = fold(word).chars().take(80).collect();
    let mut ranked = likenesses(&word, register);
    ranked.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    ranked.into_iter().take(OFFERED).filter_map(|(_, place)| register.partners().get(place)).collect()
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
