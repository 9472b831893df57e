//! What is new about relationships, in words.

use std::cmp::Reverse;
use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::Date;
use signpost_core::{Agreement, HistoricDate, News, NewsBasis, NewsEvent, Partner, Term};
use uuid::Uuid;

use crate::present::{Presenter, kind_word};

/// Something new about a relationship.
#[derive(Clone, Copy)]
pub struct NewsItem<'a> {
    /// The partner.
    pub partner: &'a Partner,
    /// What happened.
    pub news: News,
}

/// The place of news in their list, the latest first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NewsPlace {
    day: Reverse<Date>,
    event: String,
    basis: Uuid,
}

/// As links to more write it: `2023-10-14.lapsed.0191…`.
impl fmt::Display for NewsPlace {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}.{}.{}", self.day.0, self.event, self.basis)
    }
}

/// The text is no place in the list.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("this is no place in the news: take it from the link to more")]
pub struct NotANewsPlace;

/// Exactly as it is written.
impl FromStr for NewsPlace {
    type Err = NotANewsPlace;

    fn from_str(text: &str) -> Result<Self, NotANewsPlace> {
        let mut parts = text.splitn(3, '.');
        let mut part = || parts.next().ok_or(NotANewsPlace);
        let day: HistoricDate = part()?.parse().map_err(|_| NotANewsPlace)?;
        let event = part()?.to_owned();
        let basis = part()?.parse().map_err(|_| NotANewsPlace)?;
        let place = Self { day: Reverse(day.day().ok_or(NotANewsPlace)?), event, basis };
        if place.to_string() == text { Ok(place) } else { Err(NotANewsPlace) }
    }
}

impl NewsItem<'_> {
    /// Its place in the list.
    pub fn place(&self) -> NewsPlace {
        NewsPlace {
            day: Reverse(self.news.on.first()),
            event: self.news.event.as_str().to_owned(),
            basis: self.news.basis.id(),
        }
    }

    /// What it is known by, for ever.
    pub fn name(&self) -> String {
        format!("news/{}/{}", self.news.event.as_str(), self.news.basis.id())
    }

    fn term(&self) -> Option<&Term> {
        match self.news.basis {
            NewsBasis::Term(id) => self.partner.relationship.term(id),
            _ => None,
        }
    }

    fn agreement(&self) -> Option<&Agreement> {
        let NewsBasis::Agreement(id) = self.news.basis else { return None };
        self.partner.relationship.agreements.iter().find(|agreement| agreement.id == id)
    }

    /// The kind of relationship that it is about, as messages name it.
    fn kind(&self) -> &'static str {
        let application = match self.news.basis {
            NewsBasis::Application(id) => {
                self.partner.relationship.applications.iter().find(|application| application.id == id)
            }
            _ => None,
        };
        let kind = self.term().map(|term| term.kind).or(application.map(|application| application.kind));
        kind.map_or("sister", kind_word)
    }
}

impl Presenter<'_> {
    /// What happened to relationships by today, the latest first.
    pub fn news(&self) -> Vec<NewsItem<'_>> {
        let policy = self.register.policy();
        let of = |partner| {
            let partner: &Partner = partner;
            let news = partner.relationship.news(self.today(), |day| policy.notice_period(day));
            news.into_iter().map(move |news| NewsItem { partner, news })
        };
        let mut news: Vec<NewsItem<'_>> = self.register.partners().iter().flat_map(of).collect();
        news.sort_by_cached_key(NewsItem::place);
        news
    }

    /// The moment from which something is news: when its first possible day begins where the host is.
    pub fn moment_of_news(self, item: &NewsItem<'_>) -> Timestamp {
        let zone = self.register.programme().time_zone.zone();
        let start = item.news.on.first().to_zoned_datetime(zone);
        start.map_or(Timestamp::UNIX_EPOCH, |start| start.timestamp())
    }

    /// News in a line: "Taipei: the friendship has lapsed".
    pub fn news_title(self, item: &NewsItem<'_>) -> String {
        let (city, kind) = (self.name(item.partner).to_owned(), item.kind());
        let title = item.agreement().map(|agreement| agreement.title.to_string()).unwrap_or_default();
        let end = item.term().and_then(Term::end).map(|end| self.brief(end)).unwrap_or_default();
        match item.news.event {
            NewsEvent::Applied => {
                self.locale.say_with("news-applied", [("city", city.into()), ("kind", kind.into())])
            }
            NewsEvent::Signed => {
                self.locale.say_with("news-signed", [("city", city.into()), ("title", title.into())])
            }
            NewsEvent::Begun => {
                self.locale.say_with("news-begun", [("city", city.into()), ("kind", kind.into())])
            }
            NewsEvent::Renewed => {
                self.locale.say_with("news-renewed", [("city", city.into()), ("kind", kind.into())])
            }
            NewsEvent::Changed => {
                self.locale.say_with("news-changed", [("city", city.into()), ("kind", kind.into())])
            }
            NewsEvent::Expiring => self.locale.say_with(
                "news-expiring",
                [("city", city.into()), ("kind", kind.into()), ("end", end.into())],
            ),
            NewsEvent::Lapsed => {
                self.locale.say_with("news-lapsed", [("city", city.into()), ("kind", kind.into())])
            }
            NewsEvent::Ended => {
                self.locale.say_with("news-ended", [("city", city.into()), ("kind", kind.into())])
            }
        }
    }

    /// What else is on record of it: its date as precisely as it is known, and the Council's approval where a term
    /// began.
    pub fn news_text(self, item: &NewsItem<'_>) -> String {
        let begun = matches!(item.news.event, NewsEvent::Begun | NewsEvent::Renewed | NewsEvent::Changed);
        let approval = item.term().filter(|_| begun).and_then(|term| term.approval.as_ref());
        let date = format!("{}.", self.known(Some(item.news.on)));
        std::iter::once(date)
            .chain(
                approval
                    .map(|approval| self.approval(approval))
                    .unwrap_or_default()
                    .into_iter()
                    .map(|words| words.text),
            )
            .collect::<Vec<_>>()
            .join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_exactly_as_it_is_written() {
        let place = "2023-10-14.lapsed.0191c0de-0000-8000-8000-000000000000";
        assert_eq!(place.parse::<NewsPlace>().unwrap().to_string(), place);
        for text in
            ["", "2023-10-14", "2023-10.lapsed.0191c0de-0000-8000-8000-000000000000", "2023-10-14.lapsed.x"]
        {
            assert!(text.parse::<NewsPlace>().is_err(), "{text}");
        }
        assert!(place.replace("c0de", "C0DE").parse::<NewsPlace>().is_err());
    }
}
