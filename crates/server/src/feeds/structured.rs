//! Structured data in pages: what they say, for programs, in the words of schema.org (JSON-LD).
//!
//! It is made from the same views as the pages, so that both say the same.

use std::fmt;

use askama::filters::HtmlSafe;
use serde_json::{Value, json};
use signpost_core::{Direction, Exchange, Partner, Side, Status, When, WikidataId};

use super::records::span;
use crate::pages::{ExchangeView, Link, PartnerView};
use crate::present::Presenter;
use crate::urls::{Page, PublicAddress};

/// A block of data in a page, which no browser runs.
#[derive(Clone, Debug, PartialEq)]
pub struct StructuredData(Value);

/// JSON that cannot end the element it stands in, nor begin another.
impl fmt::Display for StructuredData {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let json = self.0.to_string();
        for character in json.chars() {
            match character {
                '<' | '>' | '&' => write!(formatter, "\\u{:04x}", u32::from(character))?,
                other => fmt::Write::write_char(formatter, other)?,
            }
        }
        Ok(())
    }
}

impl HtmlSafe for StructuredData {}

impl StructuredData {
    /// An object of schema.org, without the properties that have no value.
    pub(super) fn new(object: Value) -> Self {
        let mut object = without_nothing(object);
        if let Some(fields) = object.as_object_mut() {
            fields.insert("@context".to_owned(), "https://schema.org".into());
        }
        Self(object)
    }

    /// The way down to a page.
    pub fn breadcrumbs(address: &PublicAddress, crumbs: &[Link], here: (&str, &str)) -> Self {
        let above = crumbs.iter().map(|crumb| (crumb.words.text.clone(), crumb.url.absolute(address)));
        let all = above.chain([(here.0.to_owned(), here.1.to_owned())]).enumerate();
        let items: Vec<Value> = all
            .map(|(place, (name, item))| {
                json!({ "@type": "ListItem", "position": place + 1, "name": name, "item": item })
            })
            .collect();
        Self::new(json!({ "@type": "BreadcrumbList", "itemListElement": items }))
    }

    /// The object, for tests.
    #[cfg(test)]
    pub(crate) fn value(&self) -> &Value {
        &self.0
    }
}

/// A value without the properties whose value is null or an empty list.
fn without_nothing(value: Value) -> Value {
    match value {
        Value::Object(fields) => Value::Object(
            fields
                .into_iter()
                .map(|(name, value)| (name, without_nothing(value)))
                .filter(|(_, value)| !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty()))
                .collect(),
        ),
        Value::Array(values) => Value::Array(values.into_iter().map(without_nothing).collect()),
        other => other,
    }
}

impl Presenter<'_> {
    /// The city, as who publishes the site.
    pub fn organization_data(self, address: &PublicAddress) -> StructuredData {
        StructuredData::new(self.publisher(address))
    }

    pub(super) fn publisher(self, address: &PublicAddress) -> Value {
        let programme = self.register.programme();
        json!({
            "@type": "GovernmentOrganization",
            "@id": format!("{address}/#publisher"),
            "name": self.locale.say_with("site-publisher", [("host", self.host().into())]),
            "url": programme.website.as_ref().map_or_else(|| format!("{address}/"), ToString::to_string),
            "areaServed": self.host_city(),
            "memberOf": programme.registered_with.as_ref().map(|network| json!({
                "@type": "Organization",
                "name": network.as_str(),
            })),
        })
    }

    fn host_city(self) -> Value {
        let programme = self.register.programme();
        json!({
            "@type": "City",
            "name": programme.city.as_str(),
            "containedInPlace": containing(programme.region.as_ref(), programme.country_label.as_str()),
            "sameAs": elsewhere(programme.geonames, programme.wikidata.as_ref()),
        })
    }

    /// A partner's city, as its page shows it.
    pub fn city_data(self, address: &PublicAddress, partner: &Partner, view: &PartnerView) -> StructuredData {
        let page = Page::Partner { slug: partner.slug.to_string() }.url(self.locale).absolute(address);
        let names: Vec<&str> = view.names.iter().map(|name| name.text.as_str()).collect();
        StructuredData::new(json!({
            "@type": "City",
            "@id": format!("{page}#city"),
            "url": page,
            "name": view.blade.name.as_str(),
            "alternateName": names,
            "description": format!("{} {}", view.blade.standing.words, view.blade.standing.dates),
            "containedInPlace": containing(partner.region.as_ref(), partner.country_label.as_str()),
            "geo": partner.place.map(coordinates),
            "sameAs": elsewhere(partner.geonames, partner.wikidata.as_ref()),
        }))
    }

    /// An exchange, as its page shows it.
    pub fn event_data(
        self,
        address: &PublicAddress,
        exchange: &Exchange,
        view: &ExchangeView,
    ) -> StructuredData {
        let page = Page::Exchange { slug: exchange.slug.to_string() }.url(self.locale).absolute(address);
        let online = exchange.direction == Direction::Online;
        let mode = if online { "OnlineEventAttendanceMode" } else { "OfflineEventAttendanceMode" };
        let (status, when, before) = status_and_times(exchange);
        let (starts, ends) = span(when);
        StructuredData::new(json!({
            "@type": "Event",
            "@id": format!("{page}#event"),
            "url": page,
            "name": view.title.as_str(),
            "description": view.kind,
            "eventStatus": format!("https://schema.org/{status}"),
            "startDate": starts,
            "endDate": ends,
            "previousStartDate": before.map(|before| span(before).0),
            "eventAttendanceMode": format!("https://schema.org/{mode}"),
            "location": self.location(exchange, &page),
            "organizer": self.organizer_data(address, exchange),
        }))
    }

    /// Where it is: its venue, else the city that it happens in; of one on line, the page that tells more.
    fn location(self, exchange: &Exchange, page: &str) -> Value {
        let partner = || exchange.partners.first().and_then(|id| self.register.partner(*id));
        let city = match exchange.direction {
            Direction::Online => {
                let url = exchange.website.as_ref().map_or(page, |website| website.as_str());
                return json!({ "@type": "VirtualLocation", "url": url });
            }
            Direction::Outbound => partner().map(|partner| self.name(partner).to_owned()),
            Direction::Inbound | Direction::Local => Some(self.host().to_owned()),
        };
        let venue = exchange.venue.as_ref().map(ToString::to_string);
        json!({
            "@type": "Place",
            "name": venue.clone().or_else(|| city.clone()),
            "address": if venue.is_none() { city } else { None },
            "geo": exchange.place.map(coordinates),
        })
    }

    /// Who organises it: the committee that is on record, else the city.
    fn organizer_data(self, address: &PublicAddress, exchange: &Exchange) -> Value {
        let mut committees = self.register.partners().iter().flat_map(|p| &p.relationship.committees);
        match committees.find(|committee| Some(committee.id) == exchange.organizer) {
            None => self.publisher(address),
            Some(committee) => json!({
                "@type": "Organization",
                "name": committee.name.as_str(),
                "url": committee.websites.first().map(ToString::to_string),
                "areaServed": (committee.side == Side::Host).then(|| self.host_city()),
            }),
        }
    }
}

/// What schema.org calls the status of an exchange, when it starts and ends, and when it was to be before. One that
/// waits for a new day keeps the one that people know.
fn status_and_times(exchange: &Exchange) -> (&'static str, &When, Option<&When>) {
    let before = exchange.previously.as_ref();
    match (exchange.status, before) {
        (Status::Cancelled, _) => ("EventCancelled", &exchange.when, before),
        (Status::Postponed, Some(before)) if matches!(exchange.when, When::Historic(_)) => {
            ("EventPostponed", before, None)
        }
        (Status::Postponed, None) => ("EventPostponed", &exchange.when, None),
        (_, Some(_)) => ("EventRescheduled", &exchange.when, before),
        (_, None) => ("EventScheduled", &exchange.when, None),
    }
}

fn containing(region: Option<&signpost_core::Line>, country: &str) -> Value {
    let country = json!({ "@type": "Country", "name": country });
    match region {
        None => country,
        Some(region) => json!({
            "@type": "AdministrativeArea",
            "name": region.as_str(),
            "containedInPlace": country,
        }),
    }
}

fn coordinates(place: signpost_core::Place) -> Value {
    json!({ "@type": "GeoCoordinates", "latitude": place.latitude(), "longitude": place.longitude() })
}

/// What a city is elsewhere: its addresses in GeoNames and in Wikidata.
fn elsewhere(geonames: Option<i64>, wikidata: Option<&WikidataId>) -> Vec<String> {
    let geonames = geonames.map(|number| format!("https://sws.geonames.org/{number}/"));
    let wikidata = wikidata.map(|item| format!("http://www.wikidata.org/entity/{item}"));
    geonames.into_iter().chain(wikidata).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_cannot_end_its_element() {
        let data =
            StructuredData::new(json!({ "name": "</script><!-- & \u{2028}", "none": null, "list": [] }));
        let written = data.to_string();
        assert!(!written.contains(['<', '>', '&']), "{written}");
        let read: Value = serde_json::from_str(&written).unwrap();
        assert_eq!(&read, data.value());
        assert_eq!(read["name"], "</script><!-- & \u{2028}");
        assert_eq!(read.as_object().unwrap().len(), 2);
    }
}
