//! Properties that hold for any dates: one standing on each, renewal without gap or overlap, a boundary that is one fact.

use jiff::civil::{Date, date};
use jiff::{Span, ToSpan};
use proptest::prelude::*;
use signpost_core::{
    Approval, Beginning, Certainty, Decision, DormancyId, EndCause, Ending, HistoricDate, Id, Kind, Outcome,
    Period, Policy, PolicyId, PolicyRule, Promotion, Relationship, RenewalError, Renewed, Standing, Term,
    TermCorrection, TermId,
};

use crate::made::{
    application, friendship, historic, listing, recorded, relationship, renewal, rule, two_years,
};

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
        let mut term = friendship("one", &start.to_string());
        let end = "P2Y".parse::<Period>().unwrap().after(start);
        term.ending = Ending::ByPolicy(end);
        let (old, new) = (term.id, TermId::derived("", "new"));
        let mut city = relationship([term]);
        let approved = end.checked_sub(early.days()).unwrap();
        prop_assert_eq!(city.renew(old, new, renewal(&approved.to_string()), &two_years()), Ok(Renewed::InTime));
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

    #[test]
    fn a_corrected_start_moves_every_boundary_after_it(start in any_day(), days in -300i64..300, renewals in 0usize..4) {
        let two_years: Policy = two_years();
        let length: Period = "P2Y".parse().unwrap();
        let mut first = friendship("0", &start.to_string());
        first.ending = Ending::ByPolicy(length.after(start));
        let id = first.id;
        let mut city = relationship([first]);
        for number in 0..renewals {
            let old = city.renewable().unwrap();
            let (old, end) = (old.id, old.end().unwrap());
            let new = TermId::derived("", &number.to_string());
            city.renew(old, new, renewal(&end.to_string()), &two_years).unwrap();
        }
        let start = start.checked_add(days.days()).unwrap();
        let correction = TermCorrection { start: Some(historic(&start.to_string())), ..TermCorrection::default() };
        prop_assert_eq!(city.correct(id, correction, &two_years), Ok(()));
        let mut boundary = start;
        for term in &city.terms {
            prop_assert_eq!(term.start.and_then(HistoricDate::day), Some(boundary));
            boundary = length.after(boundary);
            prop_assert_eq!(&term.ending, &Ending::ByPolicy(boundary));
        }
        prop_assert_eq!(city.order_faults(), vec![]);
    }

    #[test]
    fn what_is_refused_changes_nothing(made in any_relationship(), on in any_historic(), which in 0..6) {
        let (mut city, policy) = (made.clone(), two_years());
        let old = made.terms.first().map_or(TermId::derived("", ""), |term| term.id);
        let new = TermId::derived("", "new");
        let refused = match which {
            0 => city.end(historic(&on), "why".parse().unwrap()).is_err(),
            1 => city.suspend(DormancyId::derived("", ""), historic(&on), None).is_err(),
            2 => city.renew(old, new, renewal(&on), &policy).is_err(),
            3 => city.promote(old, new, Promotion::default()).is_err(),
            4 => {
                let correction = TermCorrection { end: Some(historic(&on)), ..TermCorrection::default() };
                city.correct(old, correction, &policy).is_err()
            }
            _ => {
                let approval = Some(renewal(&on).approval);
                let (kind, start, ends, sponsor) = (Kind::Friendship, None, None, None);
                city.establish(new, Beginning { kind, start, ends, approval, sponsor }, &policy).is_err()
            }
        };
        if refused {
            prop_assert_eq!(city, made);
        } else if made.order_faults().is_empty() {
            prop_assert_eq!(city.order_faults(), vec![]);
        }
    }

    #[test]
    fn a_rule_set_for_a_time_holds_in_it_and_nowhere_else(
        former in proptest::option::of(any_day()), from in any_day(), lasts in proptest::option::of(1i64..4_000), probe in any_day(),
    ) {
        let historic_day = |day: Date| historic(&day.to_string());
        let mut policy = Policy { rules: vec![rule("notice-period", "P90D", former.map(|day| day.to_string()).as_deref())] };
        let before = policy.notice_period(probe);
        let until = lasts.map(|days| from.checked_add(days.days()).unwrap());
        let new = PolicyRule { until: until.map(historic_day), ..rule("notice-period", "P60D", Some(&from.to_string())) };
        match policy.set(new, PolicyId::derived("", "resumed")) {
            Ok(()) => {
                let within = from <= probe && until.is_none_or(|until| probe < until);
                let expected = if within { Period::days(60) } else { before };
                prop_assert_eq!(policy.notice_period(probe), expected);
                let holding = policy.rules.iter().filter(|rule| rule.is_in_force(probe)).count();
                prop_assert!(holding <= 1);
            }
            Err(refused) => {
                let later = former.is_some_and(|former| from <= former && until.is_none_or(|until| former < until));
                prop_assert!(later, "{}", refused);
            }
        }
    }
}
