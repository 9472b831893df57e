//! Terms, standing, renewal and promotion: tables of cases.

use crate::made::{application, friendship, historic, listing, recorded, relationship, sister};
use jiff::civil::date;
use signpost_core::{
    Approval, Basis, Certainty, Decision, Dormancy, DormancyId, EndCause, Ending, Id, Kind, OrderFault,
    Outcome, Period, Relationship, State, TermId,
};

fn notice() -> Period {
    Period::days(180)
}

/// A day, and what a relationship is on it: nothing, or the state, the kind and its certainty.
type Row<'a> = (&'a str, Option<(State, Kind, Certainty)>);

#[track_caller]
fn assert_standings(relationship: &Relationship, rows: &[Row<'_>]) {
    for (on, expected) in rows {
        let standing = relationship.standing(on.parse().unwrap(), notice());
        let seen = standing.map(|standing| (standing.state, standing.kind, standing.certainty));
        assert_eq!(seen, *expected, "on {on}");
    }
}

use Certainty::{Certain, Possible};
use Kind::{Friendship, Sister};
use State::{Active, Dormant, Ended, Expiring, Lapsed, Proposed, Unrecorded};

#[test]
fn a_friendship_that_became_a_sister_city_in_a_month() {
    let mut first = friendship("one", "1998");
    first.ending = Ending::Recorded { on: historic("2007-03"), cause: EndCause::Change, reason: None };
    let mut second = sister("two", "2007-03");
    second.continues = Some(first.id);
    let hsinchu = relationship([first, second]);
    assert_eq!(hsinchu.order_faults(), []);
    assert_standings(
        &hsinchu,
        &[
            ("1997-12-31", None),
            ("1998-06-01", Some((Active, Friendship, Possible))),
            ("2005-06-01", Some((Active, Friendship, Certain))),
            ("2007-02-28", Some((Active, Friendship, Certain))),
            ("2007-03-15", Some((Active, Sister, Possible))),
            ("2007-04-01", Some((Active, Sister, Certain))),
        ],
    );
}

#[test]
fn a_sister_city_that_slept_since_nobody_knows_when() {
    let term = sister("one", "1963");
    let mut copertino = relationship([term.clone()]);
    let dormancy = Dormancy {
        id: DormancyId::derived("", ""),
        term: term.id,
        start: None,
        end: Some(historic("2013")),
        note: None,
    };
    copertino.dormancies.push(dormancy);
    assert_eq!(copertino.order_faults(), []);
    assert_standings(
        &copertino,
        &[
            ("1962-12-31", None),
            ("1970-01-01", Some((Dormant, Sister, Certain))),
            ("2012-12-31", Some((Dormant, Sister, Certain))),
            ("2013-01-01", Some((Active, Sister, Certain))),
            ("2013-06-01", Some((Active, Sister, Certain))),
        ],
    );
}

#[test]
fn terms_known_to_the_year_that_continue_one_another() {
    let first = recorded(friendship("one", "2023"), "2025");
    let mut second = recorded(friendship("two", "2025"), "2027");
    second.continues = Some(first.id);
    let mut taichung = relationship([first, second.clone()]);
    taichung.listings.push(listing("2020/2021"));
    assert_eq!(taichung.order_faults(), []);
    assert_standings(
        &taichung,
        &[
            ("2017-01-01", None),
            ("2021-06-01", Some((Unrecorded, Friendship, Possible))),
            ("2022-06-01", Some((Unrecorded, Friendship, Certain))),
            ("2023-06-01", Some((Active, Friendship, Possible))),
            ("2024-06-01", Some((Active, Friendship, Certain))),
            ("2025-06-01", Some((Active, Friendship, Certain))),
            ("2026-11-23", Some((Active, Friendship, Certain))),
            ("2027-02-01", Some((Expiring, Friendship, Possible))),
            ("2028-01-01", Some((Lapsed, Friendship, Certain))),
        ],
    );
    let due = taichung.due_for_renewal(date(2026, 11, 23)).map(|(term, end)| (term.id, end.first()));
    assert_eq!(due, Some((second.id, date(2027, 1, 1))));
    assert_eq!(taichung.due_for_renewal(date(2028, 1, 1)), None);
}

#[test]
fn an_end_by_policy_is_expiring_in_the_notice_period() {
    let mut first = friendship("one", "2021-10-14");
    first.ending = Ending::ByPolicy(date(2023, 10, 14));
    let second = recorded(friendship("two", "2023"), "2025");
    let mut third = recorded(friendship("three", "2025"), "2027");
    third.continues = Some(second.id);
    let new_taipei = relationship([first, second, third]);
    assert_eq!(new_taipei.order_faults(), []);
    assert_standings(
        &new_taipei,
        &[
            ("2021-10-13", None),
            ("2021-10-14", Some((Active, Friendship, Certain))),
            ("2023-04-16", Some((Active, Friendship, Certain))),
            ("2023-04-17", Some((Expiring, Friendship, Certain))),
            ("2023-06-01", Some((Expiring, Friendship, Certain))),
            ("2023-10-14", Some((Active, Friendship, Possible))),
            ("2026-11-23", Some((Active, Friendship, Certain))),
        ],
    );
}

#[test]
fn a_lapse_that_a_later_listing_disputes() {
    let mut term = friendship("one", "2016-09-20");
    term.ending = Ending::ByPolicy(date(2018, 9, 20));
    let mut taipei = relationship([term]);
    let listed = listing("2020/2021");
    taipei.listings.push(listed.clone());
    let standing = |on| taipei.standing(on, notice()).map(|standing| (standing.state, standing.disputed_by));
    assert_eq!(standing(date(2016, 9, 19)), None);
    assert_eq!(standing(date(2017, 1, 1)), Some((Active, None)));
    assert_eq!(standing(date(2018, 9, 19)), Some((Expiring, None)));
    assert_eq!(standing(date(2018, 9, 20)), Some((Lapsed, None)));
    assert_eq!(standing(date(2019, 1, 1)), Some((Lapsed, None)));
    assert_eq!(standing(date(2026, 11, 23)), Some((Lapsed, Some(listed.id))));
}

#[test]
fn a_listing_alone_is_unrecorded() {
    let mut jiangmen = relationship([]);
    assert_eq!(jiangmen.standing(date(2026, 11, 23), notice()), None);
    jiangmen.listings.push(listing("2020/2021"));
    assert_standings(
        &jiangmen,
        &[("1950-01-01", None), ("2026-11-23", Some((Unrecorded, Friendship, Certain)))],
    );
}

#[test]
fn approved_and_not_yet_begun_is_proposed() {
    let mut term = sister("one", "2012-11-24");
    term.approval = Some(Approval { on: Some(historic("2011-08-16")), ..Approval::default() });
    let bhubaneswar = relationship([term]);
    assert_standings(
        &bhubaneswar,
        &[
            ("2011-08-15", None),
            ("2011-08-16", Some((Proposed, Sister, Certain))),
            ("2012-01-01", Some((Proposed, Sister, Certain))),
            ("2012-11-23", Some((Proposed, Sister, Certain))),
            ("2012-11-24", Some((Active, Sister, Certain))),
        ],
    );
}

#[test]
fn an_application_is_proposed_until_it_is_decided_against() {
    for decision in [Decision::Declined, Decision::Withdrawn] {
        let mut applied = application("2026-02-03");
        let approval = Approval { on: Some(historic("2026-05-05")), ..Approval::default() };
        applied.outcome = Some(Outcome { decision, approval });
        let mut city = relationship([]);
        city.applications.push(applied);
        assert_standings(
            &city,
            &[
                ("2026-02-02", None),
                ("2026-02-03", Some((Proposed, Friendship, Certain))),
                ("2026-05-04", Some((Proposed, Friendship, Certain))),
                ("2026-05-05", Some((Ended, Friendship, Certain))),
            ],
        );
    }
}

#[test]
fn an_application_after_a_lapse_is_proposed_again() {
    let mut term = friendship("one", "2016-09-20");
    term.ending = Ending::ByPolicy(date(2018, 9, 20));
    let mut city = relationship([term]);
    city.applications.push(application("2020-01-10"));
    assert_standings(
        &city,
        &[
            ("2020-01-09", Some((Lapsed, Friendship, Certain))),
            ("2020-01-10", Some((Proposed, Friendship, Certain))),
        ],
    );
}

#[test]
fn what_a_party_ended_is_ended_and_what_has_no_end_on_record_may_go_on() {
    let mut term = sister("one", "1990-05-01");
    term.ending = Ending::Recorded { on: historic("2001-02-03"), cause: EndCause::Party, reason: None };
    assert_standings(&relationship([term.clone()]), &[("2001-02-03", Some((Ended, Sister, Certain)))]);
    term.ending = Ending::Unrecorded;
    assert_standings(&relationship([term]), &[("2026-11-23", Some((Active, Sister, Possible)))]);
}

#[test]
fn a_term_without_any_date_is_unrecorded() {
    let mut term = friendship("one", "1998");
    (term.start, term.ending) = (None, Ending::Unrecorded);
    let standing = relationship([term.clone()]).standing(date(2026, 11, 23), notice()).unwrap();
    assert_eq!((standing.state, standing.basis), (Unrecorded, Basis::Term(term.id)));
}

#[test]
fn dates_that_cannot_be_true_together_are_found() {
    let overlapping = relationship([sister("one", "1963"), sister("two", "1978-12-19")]);
    assert!(matches!(overlapping.order_faults()[..], [OrderFault::Overlap { .. }]));

    let backwards = relationship([recorded(friendship("one", "2025-03-01"), "2025-02")]);
    assert!(matches!(backwards.order_faults()[..], [OrderFault::Backwards { .. }]));
    assert_eq!(relationship([recorded(friendship("one", "2025-03-01"), "2025-03")]).order_faults(), []);

    let first = recorded(friendship("one", "2023"), "2025");
    let mut second = recorded(friendship("two", "2025-06"), "2027");
    second.continues = Some(first.id);
    assert!(matches!(
        relationship([first.clone(), second.clone()]).order_faults()[..],
        [OrderFault::Gap { .. }]
    ));

    second.continues = Some(TermId::derived("no", "such"));
    assert!(matches!(relationship([second.clone()]).order_faults()[..], [OrderFault::BrokenChain { .. }]));
    second.continues = Some(second.id);
    assert!(matches!(relationship([second]).order_faults()[..], [OrderFault::BrokenChain { .. }]));

    let (first, mut second) =
        (recorded(friendship("one", "2023-05-01"), "2023-05"), sister("two", "2023-05"));
    second.continues = Some(first.id);
    let second = recorded(second, "2023-05-02");
    let squeezed = relationship([first, second]);
    assert!(
        matches!(squeezed.order_faults()[..], [OrderFault::Backwards { .. }]),
        "no day is left for the boundary"
    );
}

#[test]
fn a_dormancy_lies_inside_its_term() {
    let term = sister("one", "1963");
    let mut slept = relationship([term.clone()]);
    let dormancy = |start: &str, end: &str| Dormancy {
        id: DormancyId::derived(start, end),
        term: term.id,
        start: Some(historic(start)),
        end: Some(historic(end)),
        note: None,
    };
    slept.dormancies = vec![dormancy("1963", "2013"), dormancy("2020", "2020")];
    assert_eq!(slept.order_faults(), []);
    slept.dormancies = vec![dormancy("1962", "2013")];
    assert!(matches!(slept.order_faults()[..], [OrderFault::DormancyOutside { .. }]));
    slept.dormancies = vec![dormancy("2013", "2012")];
    assert!(matches!(slept.order_faults()[..], [OrderFault::DormancyOutside { .. }]));
}
