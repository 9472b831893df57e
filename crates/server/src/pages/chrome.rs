//! What every page has around its own matter: head, notices, header, menu, breadcrumbs, footer.

mod feed;
mod menu;
mod notice;

pub use feed::FeedLink;
pub use menu::MenuItem;
pub use notice::{NoticeLevel, NoticeView};

use signpost_core::Language;

use crate::{
    assets,
    feeds::StructuredData,
    language::Locale,
    pages::{LangAttribute, Written},
    pictures,
    urls::{Page, PublicAddress, Url},
};
use menu::{breadcrumbs, menu};

/// What the pages say about the programme and its site, the same on each.
#[derive(Clone, Debug)]
pub struct Site {
    /// The host city's name.
    pub host: String,
    /// Who publishes the site, in full: "City of Cupertino".
    pub publisher: String,
    /// Where visitors find the site.
    pub address: PublicAddress,
    /// The way back to the city's own site.
    pub city_site: Option<Link>,
    /// Where to write to.
    pub contact: Option<Link>,
    /// The language that the programme's records are written in.
    pub language: Language,
    /// The languages that the site offers, the default one first.
    pub languages: Vec<Locale>,
}

impl Site {
    /// The site while nothing of the programme could be read.
    pub fn unknown(locale: Locale, address: &PublicAddress) -> Self {
        let words = locale.say("site-unknown");
        Self {
            host: String::new(),
            publisher: words,
            address: address.clone(),
            city_site: None,
            contact: None,
            language: locale.language().clone(),
            languages: Vec::new(),
        }
    }
}

/// Words that lead somewhere.
#[derive(Clone, Debug)]
pub struct Link {
    /// The words.
    pub words: Written,
    /// Where they lead.
    pub url: Url,
}

impl Link {
    /// Words that lead to a place.
    pub fn new(words: impl Into<Written>, url: Url) -> Self {
        Self { words: words.into(), url }
    }
}

/// The page in a language that it can be read in.
#[derive(Clone, Debug)]
pub struct LanguageLink {
    /// The language.
    pub locale: Locale,
    /// The page in it.
    pub url: Url,
    /// The same as a whole address.
    pub address: String,
    /// Its `aria-current`: `true` for the language that the page is in.
    pub current: Option<&'static str>,
}

impl LanguageLink {
    /// The page in each language of the site.
    fn all(site: &Site, page: &Page, here: Locale) -> Vec<Self> {
        let link = |locale: &Locale| {
            let url = page.url(*locale);
            let current = (*locale == here).then_some("true");
            Self { locale: *locale, address: url.absolute(&site.address), url, current }
        };
        site.languages.iter().map(link).collect()
    }
}

/// What surrounds a page's own matter.
#[derive(Clone, Debug)]
pub struct Chrome {
    /// The language of the page.
    pub locale: Locale,
    /// The programme and its site.
    pub site: Site,
    /// The page's title, without the site's name.
    pub title: Written,
    /// One sentence for search engines and previews.
    pub description: String,
    /// The page's address, where it has one that should be found.
    pub canonical: Option<String>,
    /// The page in each language that the site offers.
    pub languages: Vec<LanguageLink>,
    /// The picture that chats and networks show beside a link to the page, by its whole address.
    pub preview: Option<String>,
    /// The main menu.
    pub menu: Vec<MenuItem>,
    /// The way down to this page, without the page itself.
    pub breadcrumbs: Vec<Link>,
    /// The notices that are on.
    pub notices: Vec<NoticeView>,
    /// What programs can subscribe to instead of this page.
    pub feeds: Vec<FeedLink>,
    /// What the page says, for programs.
    pub data: Vec<StructuredData>,
}

impl Chrome {
    /// The surroundings of a page.
    pub fn new(site: &Site, locale: Locale, page: &Page, title: impl Into<Written>) -> Self {
        let (title, address) = (title.into(), page.url(locale).absolute(&site.address));
        let breadcrumbs = breadcrumbs(locale, page);
        let way = (!breadcrumbs.is_empty())
            .then(|| StructuredData::breadcrumbs(&site.address, &breadcrumbs, (title.as_str(), &address)));
        let offered = site.languages.contains(&locale);
        Self {
            canonical: offered.then_some(address),
            languages: LanguageLink::all(site, page, locale),
            preview: offered.then(|| preview_of(page).absolute(&site.address)),
            menu: menu(locale, Some(page)),
            breadcrumbs,
            feeds: FeedLink::all(&site.address, locale, page),
            data: way.into_iter().collect(),
            ..Self::without_page(site, locale, title)
        }
    }

    /// The surroundings of an answer that is no page of the site: an error.
    pub fn without_page(site: &Site, locale: Locale, title: impl Into<Written>) -> Self {
        Self {
            locale,
            site: site.clone(),
            title: title.into(),
            description: String::new(),
            canonical: None,
            languages: LanguageLink::all(site, &Page::Home, locale),
            preview: None,
            menu: menu(locale, None),
            breadcrumbs: Vec::new(),
            notices: Vec::new(),
            feeds: Vec::new(),
            data: Vec::new(),
        }
    }

    /// With a sentence for search engines and previews.
    #[must_use]
    pub fn described(self, description: impl Into<String>) -> Self {
        Self { description: description.into(), ..self }
    }

    /// With the notices that are on.
    #[must_use]
    pub fn noticing(self, notices: Vec<NoticeView>) -> Self {
        Self { notices, ..self }
    }

    /// As a page that search engines should not keep: what it shows depends on what somebody typed.
    #[must_use]
    pub fn unlisted(self) -> Self {
        Self { canonical: None, ..self }
    }

    /// With more of what it says for programs.
    #[must_use]
    pub fn structured(mut self, data: impl IntoIterator<Item = StructuredData>) -> Self {
        self.data.extend(data);
        self
    }

    /// The calendar of what the page shows.
    pub fn calendar(&self) -> Option<&FeedLink> {
        self.feeds.iter().find(|feed| feed.subscription.is_some())
    }

    /// The feed of exchanges beside it.
    pub fn exchanges_feed(&self) -> Option<&FeedLink> {
        self.feeds.iter().find(|feed| feed.subscription.is_none())
    }

    /// The words of a message, in the page's language.
    pub fn say(&self, message: &str) -> String {
        self.locale.say(message)
    }

    /// The site's name: "Cupertino Sister & Friendship Cities".
    pub fn site_name(&self) -> String {
        self.locale.say_with("site-name", [("host", self.site.host.as_str().into())])
    }

    /// The attribute that says the language of words that are on record in the programme's own language only.
    pub fn lang_of_record(&self) -> LangAttribute<'_> {
        LangAttribute::of(Some(&self.site.language).filter(|language| *language != self.locale.language()))
    }

    /// The whole address of a place on the site.
    pub fn absolute(&self, url: &Url) -> String {
        url.absolute(&self.site.address)
    }

    /// The title in a preview, which names the site beside it.
    pub fn preview_title(&self) -> String {
        if self.title.is_empty() { self.site_name() } else { self.title.to_string() }
    }

    /// The width of previews in pixels.
    pub const fn preview_width(&self) -> u32 {
        pictures::WIDTH
    }

    /// The height of previews in pixels.
    pub const fn preview_height(&self) -> u32 {
        pictures::HEIGHT
    }

    /// Where the front page is.
    pub fn home(&self) -> Url {
        Page::Home.url(self.locale)
    }

    /// Where the programme is described.
    pub fn about(&self) -> Url {
        Page::About.url(self.locale)
    }

    /// Where one reads how to take part.
    pub fn take_part(&self) -> Url {
        Page::TakePart.url(self.locale)
    }

    /// Where one searches.
    pub fn search(&self) -> Url {
        Page::Search { words: None }.url(self.locale)
    }

    /// Where the data is described.
    pub fn data(&self) -> Url {
        Page::Data.url(self.locale)
    }

    /// Where the accessibility statement is.
    pub fn accessibility(&self) -> Url {
        Page::Accessibility.url(self.locale)
    }

    /// Where the stylesheet is.
    pub fn stylesheet(&self) -> Url {
        assets::stylesheet()
    }

    /// Where the script is.
    pub fn script(&self) -> Url {
        assets::script()
    }

    /// Where the headings' font is.
    pub fn heading_font(&self) -> Url {
        assets::heading_font()
    }

    /// Where the icon for phones' home screens is.
    pub fn touch_icon(&self) -> Url {
        assets::touch_icon()
    }

    /// Where the icon is.
    pub fn favicon(&self) -> Url {
        Url::favicon()
    }
}

/// The picture that stands for a page.
fn preview_of(page: &Page) -> Url {
    match page {
        Page::Partner { slug } => Url::partner_preview(slug),
        Page::Exchange { slug } => Url::exchange_preview(slug),
        _ => Url::site_preview(),
    }
}
