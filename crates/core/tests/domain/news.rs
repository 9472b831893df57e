//! News of relationships: what is told, and from which day on.

use crate::made::{application, friendship, historic, recorded, relationship, sister};
use jiff::civil::Date;
use signpost_core::{EndCause, Ending, NewsEvent, Period, Relationship};

/// What was news by a day, in the order of the days.
fn told(relationship: &Relationship, today: &str) -> Vec<(NewsEvent, String)> {
    let today: Date = today.parse().unwrap();
    let mut news = relationship.news(today, |_| Period::days(180));
    news.sort_by_key(|news| (news.on, news.event));
    news.into_iter().map(|news| (news.event, news.on.to_string())).collect()
}

fn expected(news: &[(NewsEvent, &str)]) -> Vec<(NewsEvent, String)> {
    news.iter().map(|(event, on)| (*event, (*on).to_owned())).collect()
}

use NewsEvent::{Applied, Begun, Changed, Ended, Expiring, Lapsed, Renewed};

#[test]
fn what_comes_by_itself_is_news_from_its_day_on() {
    let mut term = friendship("one", "2021-10-14");
    term.ending = Ending::ByPolicy("2023-10-14".parse().unwrap());
    let mut lapsing = relationship([term.clone()]);
    lapsing.applications.push(application("2021-05"));
    let begun = [(Applied, "2021-05"), (Begun, "2021-10-14")];
    assert_eq!(told(&lapsing, "2021-04-30"), []);
    assert_eq!(told(&lapsing, "2023-04-16"), expected(&begun));
    let expiring = [begun.as_slice(), &[(Expiring, "2023-04-17")]].concat();
    assert_eq!(told(&lapsing, "2023-10-13"), expected(&expiring));
    let lapsed = [expiring.as_slice(), &[(Lapsed, "2023-10-14")]].concat();
    assert_eq!(told(&lapsing, "2023-10-14"), expected(&lapsed));

    let mut next = friendship("two", "2023-10-14");
    (next.continues, next.ending) = (Some(term.id), Ending::Open);
    let renewed = relationship([term, next]);
    assert_eq!(told(&renewed, "2024-01-01"), expected(&[(Begun, "2021-10-14"), (Renewed, "2023-10-14")]));
}

#[test]
fn an_end_whose_day_is_not_known_is_told_when_it_is_certain() {
    let term = recorded(friendship("one", "2025"), "2027");
    let told = |today| told(&relationship([term.clone()]), today);
    assert_eq!(told("2026-12-31"), expected(&[(Begun, "2025")]));
    assert_eq!(told("2027-06-01"), expected(&[(Begun, "2025"), (Expiring, "2027-01-01")]));
    assert_eq!(told("2028-01-01").last(), expected(&[(Lapsed, "2028-01-01")]).last());
}

#[test]
fn a_promotion_and_an_end_by_a_party_are_told() {
    let mut first = friendship("one", "1998");
    first.ending = Ending::Recorded { on: historic("2007-03"), cause: EndCause::Change, reason: None };
    let mut second = sister("two", "2007-03");
    second.continues = Some(first.id);
    second.ending = Ending::Recorded { on: historic("2020-06-01"), cause: EndCause::Party, reason: None };
    let told = told(&relationship([first, second]), "2026-01-01");
    assert_eq!(told, expected(&[(Begun, "1998"), (Changed, "2007-03"), (Ended, "2020-06-01")]));
}
