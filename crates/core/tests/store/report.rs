//! Reports, summed by the database.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use signpost_core::store::report;
use signpost_core::{
    Cost, CostSubject, Counted, Counts, Direction, Exchange, ExchangeKind, PartnerId, People, Report, Scope,
    Spent, Status, When,
};
use sqlx::PgPool;

use crate::sample::sample;
use crate::support::{database_of, id, of};

const TODAY: Date = date(2026, 6, 1);

/// A delegation that came on one day, and of which nobody was counted.
fn visit(slug: &str, day: Date) -> Exchange {
    Exchange {
        id: id(slug),
        slug: of(slug),
        when: When::Days { first: day, last: day },
        partners: vec![id("toyokawa")],
        kind: ExchangeKind::Delegation,
        direction: Direction::Inbound,
        status: Status::Confirmed,
        people: People::default(),
        ..sample(1).exchanges.pop().unwrap()
    }
}

/// What was spent on a day.
fn cost(name: &str, spent_on: CostSubject, day: Date, money: Option<&str>) -> Cost {
    Cost {
        id: id(name),
        spent_on,
        on: of(&day.to_string()),
        what: of(name),
        money: money.map(of),
        staff_minutes: money.is_none().then_some(90),
        room_uses: money.is_none().then_some(2),
    }
}

/// Two partners, and exchanges of all sorts with them.
fn exchanges() -> Vec<Exchange> {
    let students = |sum| People { students: Some(16), chaperones: Some(3), sum, ..People::default() };
    let spring = date(2025, 4, 1);
    vec![
        Exchange { people: students(None), ..visit("by-kinds", spring) },
        Exchange { people: students(Some(40)), ..visit("by-sum", spring) },
        visit("uncounted", spring),
        Exchange { partners: vec![id("toyokawa"), id("shenzhen")], ..visit("joint", spring) },
        Exchange { direction: Direction::Local, people: students(None), ..visit("festival", spring) },
        Exchange { status: Status::Cancelled, people: students(None), ..visit("cancelled", spring) },
        Exchange { status: Status::Tentative, people: students(None), ..visit("unconfirmed", spring) },
        Exchange {
            when: When::Days { first: date(2024, 12, 30), last: date(2025, 1, 3) },
            ..visit("over-new-year", spring)
        },
        Exchange { when: When::Historic(of("2025")), ..visit("some-time", spring) },
        Exchange { when: When::Historic(of("2026")), ..visit("not-over-yet", spring) },
        Exchange { partners: vec![id("shenzhen")], ..visit("today", TODAY) },
    ]
}

fn costs() -> Vec<Cost> {
    let (visit, festival) = (CostSubject::Exchange(id("joint")), CostSubject::Exchange(id("festival")));
    let relationship = CostSubject::Relationship(id("toyokawa relationship"));
    let spring = date(2025, 4, 2);
    vec![
        cost("flowers", visit, spring, Some("USD 20.50")),
        cost("gifts", visit, spring, Some("USD 5")),
        cost("dinner", visit, spring, Some("JPY 3000")),
        cost("hours", visit, spring, None),
        cost("stage", festival, spring, Some("USD 100")),
        cost("postage", relationship, date(2024, 12, 31), Some("USD 1")),
        cost("letters", relationship, spring, None),
    ]
}

async fn read(pool: &PgPool, scope: Scope) -> Report {
    report::read(&mut pool.acquire().await.unwrap(), scope, TODAY).await.unwrap()
}

fn spent(money: &[(&str, i64)], staff_minutes: Option<i64>, room_uses: Option<i64>) -> Spent {
    let money = money.iter().map(|(currency, minor)| (of(currency), *minor)).collect::<BTreeMap<_, _>>();
    Spent { money, staff_minutes, room_uses }
}

#[tokio::test]
async fn what_was_held_is_counted_with_its_people_and_the_rest_beside_it() {
    let (_database, pool) = database_of(exchanges(), costs()).await;
    let total = read(&pool, Scope::years(2025, 2025)).await.total();
    let expected = Counts {
        held: 6,
        counted: 3,
        students: Some(48),
        chaperones: Some(9),
        adults: None,
        host_families: None,
        people: Some(19 + 40 + 19),
        coming: 0,
        unconfirmed: 1,
        cancelled: 1,
    };
    assert_eq!(total.counts, expected);
    assert_eq!(total.spent, spent(&[("JPY", 3000), ("USD", 12550)], Some(180), Some(4)));
}

#[tokio::test]
async fn the_people_of_all_exchanges_are_those_of_the_report_on_them() {
    let (_database, pool) = database_of(exchanges(), costs()).await;
    let mut connection = pool.acquire().await.unwrap();
    for today in [TODAY, date(2025, 6, 1), date(2000, 1, 1)] {
        let whole = report::read(&mut connection, Scope::years(1, today.year()), today).await.unwrap();
        let people = report::people_held(&mut connection, today).await.unwrap();
        assert_eq!(people, whole.total().counts.people, "{today}");
    }
}

#[tokio::test]
async fn a_year_is_that_of_the_first_day() {
    let (_database, pool) = database_of(exchanges(), costs()).await;
    for (year, held, coming) in [(2023, 0, 0), (2024, 1, 0), (2025, 6, 0), (2026, 0, 2)] {
        let counts = read(&pool, Scope::years(year, year)).await.total().counts;
        assert_eq!((counts.held, counts.coming), (held, coming), "{year}");
    }
    let all = read(&pool, Scope::years(2024, 2026)).await;
    let years: Vec<i16> = all.exchanges.iter().map(|cell| cell.year).collect();
    assert!(years.is_sorted_by(|one, next| one >= next), "{years:?}");
    assert_eq!(all.in_year(2024).total().spent, spent(&[("USD", 100)], None, None));
}

#[tokio::test]
async fn a_joint_exchange_counts_once_and_for_each_of_its_partners() {
    let (_database, pool) = database_of(exchanges(), costs()).await;
    let whole = Scope::years(2025, 2025);
    let of_partner = async |partner: PartnerId| read(&pool, Scope { partner: Some(partner), ..whole }).await;
    let (toyokawa, shenzhen) = (of_partner(id("toyokawa")).await, of_partner(id("shenzhen")).await);
    assert_eq!((toyokawa.total().counts.held, toyokawa.joint()), (6, 1));
    assert_eq!((shenzhen.total().counts.held, shenzhen.joint()), (1, 1));
    assert_eq!(shenzhen.total().spent, spent(&[("JPY", 3000), ("USD", 2550)], Some(90), Some(2)));
    assert_eq!(read(&pool, whole).await.joint(), 1);
    assert_eq!(of_partner(id("nobody")).await.total().counts, Counts::default());
}

#[tokio::test]
async fn visits_are_journeys_and_what_they_cost() {
    let (_database, pool) = database_of(exchanges(), costs()).await;
    let visits = read(&pool, Scope { exchanges: Counted::Visits, ..Scope::years(2024, 2026) }).await;
    let by_direction = visits.by_direction();
    assert_eq!(by_direction.len(), 1);
    assert_eq!((by_direction[0].0, by_direction[0].1.counts.held), (Direction::Inbound, 6));
    assert_eq!(visits.total().spent, spent(&[("JPY", 3000), ("USD", 2550)], Some(90), Some(2)));
}

#[tokio::test]
async fn the_first_year_is_that_of_anything_with_a_partner() {
    let (_database, pool) = database_of(exchanges(), costs()).await;
    let mut connection = pool.acquire().await.unwrap();
    for (partner, year) in [("toyokawa", Some(2024)), ("shenzhen", Some(2025)), ("nobody", None)] {
        assert_eq!(report::first_year(&mut connection, id(partner)).await.unwrap(), year, "{partner}");
    }
}
