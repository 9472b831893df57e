//! What every page has around its own matter: head, notices, header, menu, breadcrumbs, footer.

use std::fmt;

use signpost_core::Language;

use crate::{
    assets,
    feeds::StructuredData,
    language::Locale,
    pages::{LangAttribute, Prose, Written},
    pictures,
    urls::{ExchangesQuery, Feed, Page, PublicAddress, Url},
};

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

/// An entry of the main menu.
#[derive(Clone, Debug)]
pub struct MenuItem {
    /// Its words and target.
    pub link: Link,
    /// Its `aria-current`: `page` on that very page, `true` on a page below it.
    pub current: Option<&'static str>,
}

/// How much a notice matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeLevel {
    /// Good to know.
    Information,
    /// Plans may change.
    Warning,
    /// Act now.
    Emergency,
}

impl NoticeLevel {
    /// The level in words: "Warning".
    fn words(self, locale: Locale) -> String {
        match self {
            Self::Information => locale.say("notice-information"),
            Self::Warning => locale.say("notice-warning"),
            Self::Emergency => locale.say("notice-emergency"),
        }
    }
}

/// The level as the stylesheet names it.
impl fmt::Display for NoticeLevel {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Information => "information",
            Self::Warning => "warning",
            Self::Emergency => "emergency",
        })
    }
}

/// A notice that is on now.
#[derive(Clone, Debug)]
pub struct NoticeView {
    /// How much it matters.
    pub level: NoticeLevel,
    /// The same in words: "Warning".
    pub level_words: String,
    /// Its title.
    pub title: Written,
    /// Its text.
    pub body: Prose,
    /// How that came to be in this language.
    pub note: Prose,
    /// Where there is more about it.
    pub more: Option<Link>,
}

impl NoticeView {
    /// A notice in a language.
    pub fn new(locale: Locale, level: NoticeLevel, title: impl Into<Written>, body: Prose) -> Self {
        let [body, note] = body.apart();
        Self { level, level_words: level.words(locale), title: title.into(), body, note, more: None }
    }

    /// The same with a place where there is more about it.
    #[must_use]
    pub fn leading_to(self, more: Option<Link>) -> Self {
        Self { more, ..self }
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

/// A feed beside a page.
#[derive(Clone, Debug)]
pub struct FeedLink {
    /// Its media type.
    pub media: &'static str,
    /// What it is, in words.
    pub title: String,
    /// Where it is.
    pub url: Url,
    /// The same as a whole address, to be copied.
    pub address: String,
    /// The same for programs of calendars, which subscribe when it is followed; nothing where it is no calendar.
    pub subscription: Option<Url>,
}

impl FeedLink {
    fn new(site: &Site, locale: Locale, title: String, feed: &Feed) -> Self {
        let (media, url) = (feed.media(), feed.url(locale));
        let is_calendar = Feed::CALENDAR.starts_with(media);
        Self {
            media,
            title,
            address: url.absolute(&site.address),
            subscription: is_calendar.then(|| url.subscription(&site.address)),
            url,
        }
    }

    /// The feeds of a page: exactly what it shows, where there is such a feed, else those of the whole site.
    fn all(site: &Site, locale: Locale, page: &Page) -> Vec<Self> {
        let link = |title, feed: Feed| Self::new(site, locale, title, &feed);
        let (calendar, exchanges) = match page {
            Page::Partner { slug } => {
                let filter = ExchangesQuery { partner: Some(slug.clone()), ..ExchangesQuery::default() };
                (Feed::PartnerCalendar { slug: slug.clone() }, Some(filter))
            }
            Page::Exchange { slug } => (Feed::ExchangeCalendar { slug: slug.clone() }, None),
            Page::Exchanges(filter) => (Feed::Calendar(filter.clone()), Some(filter.clone())),
            _ => (Feed::Calendar(ExchangesQuery::default()), Some(ExchangesQuery::default())),
        };
        let exchanges = exchanges.map(|filter| {
            let feed = Feed::Exchanges(ExchangesQuery { after: None, ..filter });
            link(locale.say("feed-exchanges"), feed)
        });
        let news = matches!(page, Page::Home | Page::Partners { .. } | Page::Partner { .. } | Page::Data)
            .then(|| link(locale.say("feed-news"), Feed::News { after: None }));
        std::iter::once(link(locale.say("feed-calendar"), calendar)).chain(exchanges).chain(news).collect()
    }
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
            feeds: FeedLink::all(site, locale, page),
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

/// The sections of the site, in the menu's order. A new section is a line here and one below.
fn sections(locale: Locale) -> Vec<(String, Page)> {
    vec![
        (locale.say("menu-partners"), Page::Partners { on: None }),
        (locale.say("menu-exchanges"), Page::Exchanges(ExchangesQuery::default())),
        (locale.say("menu-timeline"), Page::Timeline { on: None }),
        (locale.say("menu-map"), Page::Map { on: None }),
        (locale.say("menu-about"), Page::About),
        (locale.say("menu-take-part"), Page::TakePart),
    ]
}

/// The first page of the section that a page belongs to, where it belongs to one.
fn section_of(page: &Page) -> Option<Page> {
    Some(match page {
        Page::Home
        | Page::Search { .. }
        | Page::Data
        | Page::Api
        | Page::Accessibility
        | Page::Picture { .. } => return None,
        Page::Partners { .. } | Page::Partner { .. } => Page::Partners { on: None },
        Page::Exchanges(_)
        | Page::EmbeddedExchanges(_)
        | Page::Month { .. }
        | Page::Day { .. }
        | Page::Exchange { .. } => Page::Exchanges(ExchangesQuery::default()),
        Page::Map { .. } | Page::Signpost { .. } | Page::SignpostBoards { .. } => Page::Map { on: None },
        Page::Timeline { .. } => Page::Timeline { on: None },
        Page::About => Page::About,
        Page::TakePart => Page::TakePart,
    })
}

fn menu(locale: Locale, page: Option<&Page>) -> Vec<MenuItem> {
    let here = page.and_then(section_of);
    let item = |(words, target): (String, Page)| MenuItem {
        current: (here.as_ref() == Some(&target))
            .then(|| if page == Some(&target) { "page" } else { "true" }),
        link: Link::new(words, target.url(locale)),
    };
    sections(locale).into_iter().map(item).collect()
}

fn breadcrumbs(locale: Locale, page: &Page) -> Vec<Link> {
    let home = Link::new(locale.say("breadcrumb-home"), Page::Home.url(locale));
    let section = || {
        let here = section_of(page)?;
        let (words, target) = sections(locale).into_iter().find(|(_, target)| *target == here)?;
        Some(Link::new(words, target.url(locale)))
    };
    match page {
        Page::Home | Page::EmbeddedExchanges(_) | Page::Picture { .. } => Vec::new(),
        Page::Partners { .. }
        | Page::Exchanges(_)
        | Page::Map { .. }
        | Page::Signpost { .. }
        | Page::Timeline { .. }
        | Page::Search { .. }
        | Page::About
        | Page::TakePart
        | Page::Data
        | Page::Accessibility => vec![home],
        Page::SignpostBoards { .. } => {
            let signpost = Page::Signpost { on: None }.url(locale);
            vec![home, Link::new(locale.say("signpost-heading"), signpost)]
        }
        Page::Api => vec![home, Link::new(locale.say("footer-data"), Page::Data.url(locale))],
        Page::Day { day, query } => {
            let month = Page::Month { month: day.first_of_month(), query: query.clone() };
            let link = Link::new(locale.month_and_year(*day), month.url(locale));
            [Some(home), section(), Some(link)].into_iter().flatten().collect()
        }
        Page::Partner { .. } | Page::Exchange { .. } | Page::Month { .. } => {
            [Some(home), section()].into_iter().flatten().collect()
        }
    }
}
