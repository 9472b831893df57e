//! What happens to a relationship from its application to its end: tables of cases.

use crate::made::{
    BOTH, application, approved, friendship, historic, memorandum, recorded, relationship, renewal, sister,
    two_years,
};
use jiff::civil::date;
use signpost_core::{
    ApplicationError, ApplicationId, Beginning, BeginningError, CorrectionError, Decision, DormancyId,
    EndCause, Ending, EndingError, Id, Kind, MemorandumError, OrderFault, Outcome, Policy, Promotion,
    Relationship, RenewalError, Renewed, Side, State, Term, TermCorrection, TermId,
};

fn outcome(decision: Decision, on: &str) -> Outcome {
    Outcome { decision, approval: approved(on) }
}

fn beginning(kind: Kind) -> Beginning {
    Beginning { kind, start: None, ends: None, approval: None, sponsor: None }
}

fn new() -> TermId {
    TermId::derived("", "new")
}

fn state(city: &Relationship, on: &str) -> Option<State> {
    city.standing(on.parse().unwrap(), signpost_core::Period::days(180)).map(|standing| standing.state)
}

#[test]
fn an_application_is_made_once_completed_and_decided_once() {
    let mut city = relationship([]);
    let applied = signpost_core::Application {
        missing: Some("letter of the mayor".parse().unwrap()),
        ..application("2026-02-03")
    };
    let id = applied.id;
    assert_eq!(city.apply(applied), Ok(()));
    assert!(matches!(city.apply(application("2026-03-01")), Err(ApplicationError::OpenAlready { .. })));
    let approve = |on| outcome(Decision::Approved, on);
    assert!(matches!(city.decide(id, approve("2026-05-05")), Err(ApplicationError::Incomplete { .. })));
    assert_eq!(city.complete_application(id), Ok(()));
    assert!(matches!(city.complete_application(id), Err(ApplicationError::CompleteAlready { .. })));
    assert!(matches!(
        city.decide(id, approve("2026-02-02")),
        Err(ApplicationError::DecidedBeforeMade { .. })
    ));
    assert_eq!(city.decide(id, approve("2026-05-05")), Ok(()));
    assert!(matches!(
        city.decide(id, outcome(Decision::Declined, "2026-06-01")),
        Err(ApplicationError::DecidedAlready { .. })
    ));
    let nobody = ApplicationId::derived("", "nobody");
    assert_eq!(city.decide(nobody, approve("2026-05-05")), Err(ApplicationError::Unknown));
    let mut toyokawa = relationship([sister("one", "1978-12-19")]);
    assert_eq!(toyokawa.apply(application("2026-02-03")), Err(ApplicationError::SisterAlready));
}

#[test]
fn a_friendship_begins_with_its_approval_and_lasts_as_the_policy_says() {
    for (approval, start, policy, expected) in [
        ("2026-05-05", None, two_years(), Ok(("2026-05-05", "2028-05-05"))),
        ("2024-02-29", None, two_years(), Ok(("2024-02-29", "2026-02-28"))),
        ("2026-05-05", Some("2026-06-01"), two_years(), Ok(("2026-06-01", "2028-06-01"))),
        ("2026-05", None, two_years(), Ok(("2026-05", "2028-05"))),
        ("2026-05-05", Some("2026-05-04"), two_years(), Err("not before it")),
        ("2026-05-05", None, Policy::default(), Err("no rule of 2026-05-05")),
    ] {
        let mut city = relationship([]);
        let begins = Beginning {
            start: start.map(historic),
            approval: Some(approved(approval)),
            ..beginning(Kind::Friendship)
        };
        match (city.establish(new(), begins, &policy), expected) {
            (Ok(()), Ok((start, end))) => {
                let term = city.term(new()).unwrap();
                assert_eq!((term.start, term.end()), (Some(historic(start)), Some(historic(end))));
            }
            (Err(refused), Err(words)) => assert!(refused.to_string().contains(words), "{refused}"),
            (came, _) => panic!("{approval} {start:?}: {came:?}"),
        }
    }
}

#[test]
fn what_a_beginning_needs_is_asked_for() {
    let mut city = relationship([]);
    let friend = || beginning(Kind::Friendship);
    assert_eq!(city.establish(new(), friend(), &two_years()), Err(BeginningError::NotApproved));
    let applied = application("2026-02-03");
    let id = applied.id;
    city.apply(applied).unwrap();
    assert!(matches!(city.establish(new(), friend(), &two_years()), Err(BeginningError::Undecided { .. })));
    city.decide(id, outcome(Decision::Approved, "2026-05-05")).unwrap();
    assert_eq!(city.establish(new(), friend(), &two_years()), Ok(()));
    assert_eq!(city.term(new()).unwrap().approval, Some(approved("2026-05-05")));
    let again = Beginning { approval: Some(approved("2027-01-01")), ..friend() };
    let again = city.establish(TermId::derived("", "again"), again, &two_years());
    assert!(matches!(again, Err(BeginningError::AlreadyCurrent { .. })), "{again:?}");
    let used = city.establish(TermId::derived("", "again"), friend(), &two_years());
    assert_eq!(used, Err(BeginningError::NotApproved), "an approval begins one term");
}

#[test]
fn a_sister_relationship_begins_with_a_memorandum_that_both_sides_signed() {
    let sides: [(&[Side], _); 3] =
        [(&[], Err(Side::Host)), (&[Side::Host], Err(Side::Partner)), (BOTH, Ok(()))];
    for (sides, expected) in sides {
        let mut city = relationship([]);
        city.agreements.push(memorandum("2026-05-05", sides));
        let began = city.establish(new(), beginning(Kind::Sister), &two_years());
        match expected {
            Ok(()) => {
                assert_eq!(began, Ok(()));
                let term = city.term(new()).unwrap();
                assert_eq!((term.start, &term.ending), (Some(historic("2026-05-05")), &Ending::Open));
                assert_eq!(city.agreements[0].term, Some(new()));
            }
            Err(side) => {
                let signed = historic("2026-05-05");
                assert_eq!(began, Err(MemorandumError::Unsigned { signed, side }.into()));
            }
        }
    }
    let began = relationship([]).establish(new(), beginning(Kind::Sister), &two_years());
    assert_eq!(began, Err(MemorandumError::NotOnRecord.into()));
}

#[test]
fn a_renewal_is_in_time_after_a_lapse_or_asks_for_the_day() {
    for (end, approval, expected) in [
        ("2026-02-28", "2026-01-10", Ok((Renewed::InTime, "2026-02-28", "2028-02-28"))),
        ("2026-02-28", "2026-02-28", Ok((Renewed::InTime, "2026-02-28", "2028-02-28"))),
        ("2026-02-28", "2026-03-01", Ok((Renewed::AfterLapse, "2026-03-01", "2028-03-01"))),
        ("2027", "2026-12-31", Ok((Renewed::InTime, "2027", "2029"))),
        ("2027", "2028-01-01", Ok((Renewed::AfterLapse, "2028-01-01", "2030-01-01"))),
        ("2027", "2027-09-01", Err(())),
    ] {
        let term = recorded(friendship("one", "2024-02-29"), end);
        let old = term.id;
        let mut city = relationship([term]);
        let renewed = city.renew(old, new(), renewal(approval), &two_years());
        match expected {
            Ok((how, start, ends)) => {
                assert_eq!(renewed, Ok(how), "{end} {approval}");
                let term = city.term(new()).unwrap();
                assert_eq!((term.start, term.end()), (Some(historic(start)), Some(historic(ends))));
                assert_eq!(term.continues.is_some(), how == Renewed::InTime);
            }
            Err(()) => assert!(matches!(renewed, Err(RenewalError::EndDayNeeded { .. })), "{renewed:?}"),
        }
    }
}

#[test]
fn a_renewal_is_refused_where_there_is_nothing_to_renew() {
    let ended = |cause| Term {
        ending: Ending::Recorded { on: historic("2026-01-01"), cause, reason: None },
        ..friendship("one", "2024-02-29")
    };
    let unrecorded = friendship("one", "2024-02-29");
    let lasting = recorded(unrecorded.clone(), "2026-02-28");
    for (term, approval, words) in [
        (sister("one", "1963"), "2026-01-01", "nothing to renew"),
        (ended(EndCause::Party), "2026-01-01", "a party ended"),
        (unrecorded, "2026-01-01", "not on record"),
        (lasting.clone(), "2026-01", "which day the Council approved"),
        (lasting, "2023-01-01", "before that"),
    ] {
        let old = term.id;
        let mut city = relationship([term]);
        let refused = city.renew(old, new(), renewal(approval), &two_years()).unwrap_err();
        assert!(refused.to_string().contains(words), "{refused}");
    }
    let nothing = relationship([]).renew(new(), new(), renewal("2026-01-01"), &two_years());
    assert_eq!(nothing, Err(RenewalError::UnknownTerm));
}

#[test]
fn a_refused_renewal_is_on_record_and_the_term_runs_out() {
    let term = recorded(friendship("one", "2024-03-01"), "2026-03-01");
    let old = term.id;
    let today = date(2025, 12, 1);
    for applied in [None, Some("2025-10-01")] {
        let mut city = relationship([term.clone()]);
        if let Some(on) = applied {
            city.apply(application(on)).unwrap();
        }
        assert!(city.due_for_renewal(today).is_some());
        let id = ApplicationId::derived("", "refused");
        city.refuse_renewal(old, id, historic("2025-11-18"), approved("2025-11-18")).unwrap();
        assert_eq!(city.applications.len(), 1);
        assert_eq!(city.applications[0].outcome, Some(outcome(Decision::Declined, "2025-11-18")));
        assert_eq!(city.applications[0].on, historic(applied.unwrap_or("2025-11-18")));
        assert_eq!(city.due_for_renewal(today), None);
        assert_eq!(state(&city, "2026-02-28"), Some(State::Expiring));
        assert_eq!(state(&city, "2026-03-01"), Some(State::Lapsed));
        assert_eq!(
            city.renew(old, new(), renewal("2026-01-20"), &two_years()),
            Ok(Renewed::InTime),
            "the Council may think again"
        );
    }
}

#[test]
fn a_term_that_is_let_lapse_keeps_its_end_and_says_why() {
    let term = Term { ending: Ending::ByPolicy(date(2026, 3, 1)), ..friendship("one", "2024-03-01") };
    let old = term.id;
    let mut city = relationship([term]);
    city.let_lapse(old, "nobody sponsors it".parse().unwrap()).unwrap();
    assert_eq!(city.term(old).unwrap().end(), Some(historic("2026-03-01")));
    assert_eq!(city.due_for_renewal(date(2025, 12, 1)), None);
    assert_eq!(city.renew(old, new(), renewal("2026-01-20"), &two_years()), Ok(Renewed::InTime));
    assert!(matches!(&city.term(old).unwrap().ending, Ending::Recorded { reason: None, .. }));
    let endless = sister("one", "1963");
    let refused = relationship([endless.clone()]).let_lapse(endless.id, "why".parse().unwrap());
    assert_eq!(refused, Err(RenewalError::DoesNotEnd));
}

#[test]
fn a_friendship_is_promoted_once_and_keeps_its_history() {
    let term = recorded(friendship("one", "2024-02-29"), "2026-02-28");
    let old = term.id;
    let mut city = relationship([term]);
    let promotion = |on: &str| Promotion { on: Some(historic(on)), ..Promotion::default() };
    let none = city.promote(old, new(), promotion("2025-05-05"));
    assert_eq!(none, Err(MemorandumError::NotOn { on: historic("2025-05-05") }.into()));
    city.agreements.push(memorandum("2026-06-01", BOTH));
    let late = city.promote(old, new(), promotion("2026-06-01"));
    assert!(matches!(late, Err(RenewalError::OverBefore { .. })), "{late:?}");
    city.agreements.push(memorandum("2025-05-05", BOTH));
    assert_eq!(city.promote(old, new(), promotion("2025-05-05")), Ok(()));
    assert_eq!(city.term(old).unwrap().end(), Some(historic("2025-05-05")));
    for (on, kind) in
        [("2025-05-04", Kind::Friendship), ("2025-05-05", Kind::Sister), ("2040-01-01", Kind::Sister)]
    {
        let standing = city.standing(on.parse().unwrap(), signpost_core::Period::days(180)).unwrap();
        assert_eq!((standing.state, standing.kind), (State::Active, kind), "{on}");
    }
    let again = city.promote(old, new(), promotion("2025-05-05"));
    assert!(matches!(again, Err(RenewalError::AlreadyContinued { .. })));
    assert_eq!(city.promote(new(), old, promotion("2026-06-01")), Err(RenewalError::NotAFriendship));
}

#[test]
fn a_party_ends_the_term_that_it_is_in() {
    let why = || "the council there withdrew".parse().unwrap();
    let mut city = relationship([sister("one", "1990-05-01")]);
    let early = city.end(historic("1980"), why());
    assert_eq!(early, Err(EndingError::NotInTerm { on: historic("1980") }));
    assert_eq!(city.end(historic("2027-03"), why()), Ok(()));
    assert_eq!(state(&city, "2027-04-01"), Some(State::Ended));
    let first = recorded(friendship("one", "2023-01-01"), "2025-01-01");
    let mut second = recorded(friendship("two", "2025-01-01"), "2027-01-01");
    second.continues = Some(first.id);
    let mut city = relationship([first, second]);
    let early = city.end(historic("2024-06-01"), why());
    assert!(matches!(early, Err(EndingError::Continued { .. })), "{early:?}");
    assert_eq!(city.end(historic("2026-06-01"), why()), Ok(()));
}

#[test]
fn a_relationship_sleeps_once_at_a_time() {
    let mut city = relationship([sister("one", "1990-05-01")]);
    let id = DormancyId::derived("", "");
    assert_eq!(city.resume(historic("2001")), Err(EndingError::NotDormant));
    assert_eq!(
        city.suspend(id, historic("1980"), None),
        Err(EndingError::NotInTerm { on: historic("1980") })
    );
    assert_eq!(city.suspend(id, historic("2001"), None), Ok(()));
    assert_eq!(state(&city, "2010-01-01"), Some(State::Dormant));
    assert!(matches!(city.suspend(id, historic("2003"), None), Err(EndingError::AlreadyDormant { .. })));
    assert!(matches!(city.resume(historic("2000")), Err(EndingError::ResumedBefore { .. })));
    assert_eq!(city.resume(historic("2013")), Ok(()));
    assert_eq!(state(&city, "2013-01-01"), Some(State::Active));
    assert_eq!(city.suspend(DormancyId::derived("", "two"), historic("2020-05"), None), Ok(()));
}

#[test]
fn a_correction_moves_the_boundary_of_both_terms() {
    let first = recorded(friendship("one", "2023"), "2025");
    let mut second = recorded(friendship("two", "2025"), "2027");
    second.continues = Some(first.id);
    let (one, two) = (first.id, second.id);
    let city = relationship([first, second]);
    let starts = |on| TermCorrection { start: Some(historic(on)), ..TermCorrection::default() };
    let ends = |on| TermCorrection { end: Some(historic(on)), ..TermCorrection::default() };
    for (id, correction, learned) in
        [(two, starts("2025-03-04"), true), (one, ends("2025-03-04"), true), (one, ends("2026-01-05"), false)]
    {
        let mut city = city.clone();
        let expected = correction.start.or(correction.end);
        assert_eq!(city.is_only_learned(id, &correction), learned);
        assert_eq!(city.correct(id, correction, &two_years()), Ok(()));
        assert_eq!((city.term(one).unwrap().end(), city.term(two).unwrap().start), (expected, expected));
    }
    let mut city = city;
    for on in ["2022-01-01", "2028"] {
        let refused = city.correct(one, ends(on), &two_years());
        assert!(matches!(refused, Err(CorrectionError::Order(OrderFault::Backwards { .. }))), "{refused:?}");
    }
    let mut open = relationship([sister("one", "1963")]);
    let id = open.terms[0].id;
    assert_eq!(open.correct(id, ends("1970"), &two_years()), Err(CorrectionError::DoesNotEnd));
}
