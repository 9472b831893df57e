//! From the register to the views: what is on record, in the words of a language, at a moment.

mod about;
mod api;
mod as_of;
mod blade;
mod data;
mod day;
mod directions;
mod exchange;
mod exchanges;
mod facts;
mod file;
mod home;
mod month;
mod partner;
mod partners;
mod preview;
mod search;
mod standing;
mod story;
mod take_part;
mod text;
mod timeline;
mod years;

pub use exchange::ExchangeRecord;
pub(crate) use exchange::machine;
pub use exchanges::{Listing, Selection};
pub use facts::Footnotes;
pub use month::MonthListing;
pub use partner::PartnerExchanges;
pub use search::{Searched, YearRecorded};
pub(crate) use search::{place_of_text, said_by};
pub(crate) use standing::kind_word;

use jiff::Timestamp;
use jiff::civil::Date;
use signpost_core::{Register, Severity, TranslationSubject};

use crate::language::Locale;
use crate::pages::{Chrome, Link, NoticeLevel, NoticeView, Prose, Site, Written};
use crate::urls::{Page, PublicAddress, Url};

/// Tells what is on record: of which register, in which language, at which moment.
#[derive(Clone, Copy)]
pub struct Presenter<'a> {
    /// What is on record.
    pub register: &'a Register,
    /// The language.
    pub locale: Locale,
    /// The moment that counts as now.
    pub now: Timestamp,
}

impl<'a> Presenter<'a> {
    /// The day that it is now in the host city.
    pub fn today(self) -> Date {
        self.now.to_zoned_datetime(self.register.programme().time_zone.zone()).date()
    }

    /// The host city's name, in the page's language where that has one.
    pub fn host(self) -> &'a str {
        let programme = self.register.programme();
        let translated = self.translated(TranslationSubject::Programme(programme.id), "city");
        translated.map_or(programme.city.as_str(), |name| name.text.as_str())
    }

    /// What every page says about the programme and its site.
    pub fn site(self, address: &PublicAddress) -> Site {
        let programme = self.register.programme();
        let publisher = self.locale.say_with("site-publisher", [("host", self.host().into())]);
        let city_site = programme.website.as_ref().and_then(|website| Url::outside(website.as_str()));
        Site {
            host: self.host().to_owned(),
            city_site: city_site.map(|url| Link::new(self.locale.say("site-of-the-city"), url)),
            publisher,
            address: address.clone(),
            contact: self.contact(),
            language: programme.language.clone(),
            languages: self.languages(),
        }
    }

    /// Whom to write to at the city, as far as that is public.
    pub fn contact(self) -> Option<Link> {
        self.register.programme().contacts.iter().find_map(|contact| {
            let mail = contact.email.as_ref().map(|email| Url::mail(email.as_str()));
            let page = || contact.website.as_ref().and_then(|website| Url::outside(website.as_str()));
            mail.or_else(page).map(|url| Link::new(self.original(contact.name.as_str()), url))
        })
    }

    /// What surrounds a page: with the notices that are on now.
    pub fn chrome(
        self,
        address: &PublicAddress,
        page: &Page,
        title: impl Into<Written>,
        description: &str,
    ) -> Chrome {
        Chrome::new(&self.site(address), self.locale, page, title)
            .described(description)
            .noticing(self.notices())
    }

    /// What surrounds a preview: with a notice that it is one, and no address to be found by.
    pub fn chrome_of_preview(
        self,
        address: &PublicAddress,
        title: impl Into<Written>,
        expires_at: Timestamp,
    ) -> Chrome {
        let zone = self.register.programme().time_zone.zone();
        let last = expires_at.to_zoned_datetime(zone).date().yesterday();
        let last = self.locale.date(last.unwrap_or_else(|_| self.today()));
        let text = self.locale.say_with("preview-text", [("until", last.into())]);
        let (heading, text) = (self.locale.say("preview-title"), Prose::from_markdown(&text));
        let notice = NoticeView::new(self.locale, NoticeLevel::Warning, heading, &text);
        let notices = [notice].into_iter().chain(self.notices()).collect();
        Chrome::without_page(&self.site(address), self.locale, title).noticing(notices)
    }

    /// The notices that are on now, the gravest first.
    pub fn notices(self) -> Vec<NoticeView> {
        let shown = self.register.notices_at(self.now);
        let shown = shown.map(|notice| {
            let level = match notice.severity {
                Severity::Information => NoticeLevel::Information,
                Severity::Warning => NoticeLevel::Warning,
                Severity::Emergency => NoticeLevel::Emergency,
            };
            let of = TranslationSubject::Notice(notice.id);
            let title = self.line(of, "title", notice.title.as_str());
            let body = notice.body.as_ref().map(|body| self.prose_of(of, "body", body.as_str()));
            let more = notice.link.as_ref().and_then(|link| {
                let words = partner::without_scheme(link.as_str());
                Some(Link::new(words, Url::outside(link.as_str())?))
            });
            NoticeView::new(self.locale, level, title, &body.unwrap_or_default()).leading_to(more)
        });
        self.notice_of_language().into_iter().chain(shown).collect()
    }

    /// That the page is in a language that the site does not offer yet; nothing where it does.
    fn notice_of_language(self) -> Option<NoticeView> {
        (!self.languages().contains(&self.locale)).then(|| {
            let text = Prose::from_markdown(&self.locale.say("language-not-offered-words"));
            let heading = self.locale.say("language-not-offered");
            NoticeView::new(self.locale, NoticeLevel::Warning, heading, &text)
        })
    }

    /// One of the programme's own texts: its title and what it says; nothing where it is not written yet.
    fn text(self, slug: &str) -> Option<(Written, Prose)> {
        let page = self.register.page(slug)?;
        let of = TranslationSubject::Page(page.id);
        let title = self.line(of, "title", page.title.as_str());
        Some((title, self.prose_of(of, "body", page.body.as_str())))
    }

    /// What one of the programme's own texts says.
    fn prose(self, slug: &str) -> Prose {
        self.text(slug).map(|(_, prose)| prose).unwrap_or_default()
    }
}
