//! Samples of the front page, the list of partners, the programme and an error.

use jiff::civil::date;

use super::pictures::map_picture;
use super::{disputes, festival, friendships, notice, past_friendships, sisters, site, sources};
use crate::{
    language::Locale,
    pages::*,
    pictures::Signpost,
    urls::{ExchangesQuery, Page},
};

pub(crate) fn home(locale: Locale) -> HomePage {
    let signpost = Signpost::draw(locale, "Cupertino", &sisters(locale));
    HomePage {
        chrome: Chrome::new(&site(), locale, &Page::Home, "Home")
            .described("Cupertino’s sister and friendship cities.")
            .noticing(vec![notice(locale)]),
        view: HomeView {
            heading: "Connecting with communities around the world".into(),
            introduction: Prose::from_markdown(
                "Many of Cupertino’s residents were born abroad, and what is designed here travels the world. Sister and friendship cities turn that into visits, classrooms and friends.",
            ),
            signpost,
            courtyard: Prose::from_markdown(
                "In the Civic Center courtyard, a set of directional signs points toward each of Cupertino’s sister cities.",
            ),
            photos: vec![super::photo()],
            upcoming: vec![festival(locale)],
            all_exchanges: Page::Exchanges(ExchangesQuery::default()).url(locale),
            sister_definition: Prose::from_markdown(
                "A long-term, formal agreement. Both mayors sign a memorandum of understanding; an association of volunteers keeps it alive with delegations, student exchanges and festivals.",
            ),
            sisters: sisters(locale),
            friendship_definition: Prose::from_markdown(
                "Less formal. The City Council approves it for two years, and it ends unless it is renewed.",
            ),
            friendships: friendships(locale),
            past_friendships: past_friendships(locale),
            past_summary: "6 more that are not current".into(),
            map_words: "Every line leaves Cupertino in the true direction.".into(),
            map: map_picture(locale),
            map_page: Page::Map { on: None }.url(locale),
            signpost_page: Page::Signpost { on: None }.url(locale),
            all_partners: Page::Partners { on: None }.url(locale),
            contact: site().contact,
        },
    }
}

/// The form on January 1, 2017.
pub(crate) fn as_of(locale: Locale, page: fn(Option<jiff::civil::Date>) -> Page) -> AsOfView {
    AsOfView {
        action: page(None).url(locale),
        on: "2017-01-01".into(),
        statement: Some("This is what is known today about that day.".into()),
        today: Some(page(None).url(locale)),
    }
}

pub(crate) fn partners(locale: Locale) -> PartnersPage {
    let page = Page::Partners { on: Some(date(2017, 1, 1)) };
    let group = |id, heading: &str, blades| PartnerGroup { id, heading: heading.into(), blades };
    PartnersPage {
        chrome: Chrome::new(&site(), locale, &page, "Cities on January 1, 2017"),
        view: PartnersView {
            heading: "Cities on January 1, 2017".into(),
            as_of: as_of(locale, |on| Page::Partners { on }),
            groups: vec![
                group("sister", "Sister cities", sisters(locale)),
                group("friendship", "Friendship cities", friendships(locale)),
                group("past", "Not current", past_friendships(locale)),
            ],
        },
    }
}

pub(crate) fn about(locale: Locale) -> AboutPage {
    AboutPage {
        chrome: Chrome::new(&site(), locale, &Page::About, "About the programme"),
        view: AboutView {
            heading: "About the programme".into(),
            text: Prose::from_markdown(
                "Partnering with communities in other countries celebrates the international nature of our community.",
            ),
            sections: vec![SectionView {
                id: "how-it-begins",
                title: "How a relationship begins".into(),
                text: Prose::from_markdown("1. A sponsor on the Council\n2. An application\n3. A memorandum"),
            }],
            rules: vec![
                Labelled::new("A friendship lasts", "two years, unless renewed"),
                Labelled::new("Sister cities in one country", "at most one"),
            ],
            disputes: disputes(),
            sources: sources(),
            reference_point: Some("Distances are measured from Cupertino, as GeoNames places it.".into()),
            contact: site().contact,
        },
    }
}

pub(crate) fn error(locale: Locale) -> ErrorPage {
    let nearest = vec![Link::new("Shenzhen", Page::Partner { slug: "shenzhen".into() }.url(locale))];
    let view = ErrorView::not_found(locale, nearest);
    ErrorPage { chrome: Chrome::without_page(&site(), locale, view.heading.clone()), view }
}
