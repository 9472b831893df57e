//! Properties that hold for any dates: one standing on each, renewal without gap or overlap, a boundary that is one fact.

use jiff::civil::{Date, date};
use jiff::{Span, ToSpan};
use proptest::prelude::*;
use signpost_core::{
    Approval, Certainty, Decision, EndCause, Ending, Id, Kind, Outcome, Period, Relationship, RenewalError,
    Renewed, Standing, Term, TermId,
};

use crate::made::{application, friendship, historic, listing, recorded, relationship};

fn notice() -> Period {
    Period::days(180)
}

prop_compose! {
    fn any_day()(days in 0i32..30_000) -> Date {
        date(1950, 1, 1).checked_add(Span::new().days(days)).unwrap()
    }
}

prop_compose! {
    fn any_historic()(day in any_day(), precision in 0..3) -> String {
        let text = day.to_string();
        match precision { 0 => text[..4].to_owned(), 1 => text[..7].to_owned(), _ => text }
    }
}

fn any_ending() -> impl Strategy<Value = Ending> {
    prop_oneof![
        Just(Ending::Open),
        Just(Ending::Unrecorded),
        any_historic().prop_map(|on| Ending::Recorded {
            on: historic(&on),
            cause: EndCause::Expiry,
            reason: None
        }),
    ]
}

prop_compose! {
    fn any_term()(
        start in any_historic(), known in 0..5, ending in any_ending(), sister in any::<bool>(),
        approved in proptest::option::of(any_historic()), number in any::<u32>(),
    ) -> Term {
        Term {
            kind: if sister { Kind::Sister } else { Kind::Friendship },
            start: (known > 0).then(|| historic(&start)),
            ending,
            approval: approved.map(|on| Approval { on: Some(historic(&on)), ..Approval::default() }),
            ..friendship(&number.to_string(), "2000")
        }
    }
}

prop_compose! {
    fn any_relationship()(
        terms in proptest::collection::vec(any_term(), 0..4),
        listed in proptest::option::of(any_historic()),
        applied in proptest::option::of(any_historic()),
        declined in proptest::option::of(any_historic()),
    ) -> Relationship {
        let mut made = relationship(terms);
        made.listings.extend(listed.map(|seen| listing(&seen)));
        made.applications.extend(applied.map(|on| {
            let mut applied = application(&on);
            applied.outcome = declined.map(|on| Outcome {
                decision: Decision::Declined,
                approval: Approval { on: Some(historic(&on)), ..Approval::default() },
            });
            applied
        }));
        made
    }
}

proptest! {
    #[test]
    fn exactly_one_standing_from_the_first_trace_on(made in any_relationship(), day in any_day()) {
        let traces = made.terms.len() + made.listings.len() + made.applications.len();
        let standing: Option<Standing> = made.standing(day, notice());
        prop_assert_eq!(standing.is_some(), traces > 0 && made.earliest_trace() <= day, "{:?}", standing);
    }

    #[test]
    fn a_certain_term_decides(made in any_relationship(), day in any_day()) {
        prop_assume!(made.order_faults().is_empty());
        let certain: Vec<_> = made.terms.iter().filter(|term| term.certain().is_some_and(|span| span.contains(day))).collect();
        prop_assert!(certain.len() <= 1);
        if let [term] = certain[..] {
            let standing = made.standing(day, notice()).unwrap();
            prop_assert_eq!((standing.kind, standing.certainty), (term.kind, Certainty::Certain));
            prop_assert!(standing.state.is_current());
        }
    }

    #[test]
    fn renewing_in_time_leaves_no_gap_and_no_overlap(start in any_day(), early in 0i64..400, probe in 0i64..1_500) {
        let two_years: Period = "P2Y".parse().unwrap();
        let mut term = friendship("one", &start.to_string());
        let end = two_years.after(start);
        term.ending = Ending::ByPolicy(end);
        let (old, new) = (term.id, TermId::derived("", "new"));
        let mut city = relationship([term]);
        let approved = end.checked_sub(early.days()).unwrap();
        prop_assert_eq!(city.renew(old, new, approved, two_years), Ok(Renewed::InTime));
        let day = start.checked_add(probe.days()).unwrap();
        let holding = city.terms.iter().filter(|term| term.certain().is_some_and(|span| span.contains(day))).count();
        let over = city.term(new).and_then(Term::certainly_over).unwrap();
        prop_assert_eq!(holding, usize::from(day < over));
        prop_assert_eq!(city.order_faults(), vec![]);
    }

    #[test]
    fn learning_the_day_of_a_boundary_changes_both_its_terms(day in 0i64..365, later in any::<bool>()) {
        let first = recorded(friendship("one", "2023"), "2025");
        let mut second = recorded(friendship("two", "2025"), "2027");
        second.continues = Some(first.id);
        let (one, two) = (first.id, second.id);
        let mut city = relationship([first, second]);
        let day = date(2025, 1, 1).checked_add(day.days()).unwrap();
        prop_assert_eq!(city.learn_end(one, day), Ok(()));
        prop_assert_eq!(city.term(one).unwrap().end(), Some(historic(&day.to_string())));
        prop_assert_eq!(city.term(two).unwrap().start, Some(historic(&day.to_string())));
        let elsewhere = if later { day.tomorrow().unwrap() } else { day.yesterday().unwrap() };
        let refused = city.learn_end(one, elsewhere);
        prop_assert!(matches!(refused, Err(RenewalError::OutsideRecorded { .. })), "{refused:?}");
    }
}
