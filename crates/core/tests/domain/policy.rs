//! Policy: what the checker finds, what it permits, and how rules are set.

use crate::made::{application, friendship, historic, recorded, rule, sister};
use crate::register::partner;
use signpost_core::{
    FindingKind, Id, Partner, Policy, PolicyCheck, PolicyException, PolicyExceptionId, PolicyId, PolicyRule,
    Rule, RuleSetError, Term,
};

fn city(slug: &str, terms: Vec<Term>) -> Partner {
    let mut city = partner(slug, slug, &[], terms);
    city.relationship.id = Id::derived("relationship", slug);
    city
}

#[test]
fn a_change_answers_only_for_what_it_breaks_itself() {
    let policy = Policy { rules: vec![rule("sisters-per-country", "1", None)] };
    let before = [city("toyokawa", vec![sister("one", "1978-12-19")]), city("kyoto", Vec::new())];
    let after = [before[0].clone(), city("kyoto", vec![sister("two", "2026-05-05")])];
    let check = PolicyCheck::new(&policy, &[]);
    let broken = check.broken_by(&before, &after);
    let kinds: Vec<_> = broken.iter().map(|finding| finding.kind.clone()).collect();
    assert_eq!(
        kinds,
        [FindingKind::TooManyInCountry { count: 2, allowed: 1, country_label: "Japan".into() }]
    );
    assert_eq!(check.broken_by(&after, &after), []);
    let exception = PolicyException {
        id: PolicyExceptionId::derived("", ""),
        rule: policy.rules[0].id,
        relationship: after[1].relationship.id,
        decided: historic("2026-04-01"),
        authority: "City Council".parse().unwrap(),
        reason: "a gift of trees".parse().unwrap(),
        record_number: None,
    };
    let exceptions = [exception];
    let excepted = PolicyCheck::new(&policy, &exceptions).broken_by(&before, &after);
    assert_eq!(excepted.iter().map(|finding| finding.excepted).collect::<Vec<_>>(), [Some(exceptions[0].id)]);
}

#[test]
fn the_form_for_a_renewal_comes_in_time() {
    let policy = Policy { rules: vec![rule("renewal-form-due", "P90D", Some("2025-05"))] };
    for (form, expected) in [
        (Some("2026-12-01"), None),
        (Some("2026-12-02"), Some("late")),
        (Some("2024-01-01"), Some("missing")),
        (None, Some("missing")),
    ] {
        let first = recorded(friendship("one", "2025-03-01"), "2027-03-01");
        let mut second = recorded(friendship("two", "2027-03-01"), "2029-03-01");
        second.continues = Some(first.id);
        let mut renewed = city("taichung", vec![first, second]);
        renewed.relationship.applications.extend(form.map(application));
        let findings = PolicyCheck::new(&policy, &[]).findings(&[renewed]);
        let found = findings.first().map(|finding| match finding.kind {
            FindingKind::FormLate { .. } => "late",
            FindingKind::FormNotOnRecord { .. } => "missing",
            _ => "else",
        });
        assert_eq!(found, expected, "{form:?}");
    }
}

#[test]
fn a_rule_is_set_from_a_date_and_the_former_one_stays_on_record() {
    let resumed = PolicyId::derived("", "resumed");
    let mut policy = Policy { rules: vec![rule("moratorium", "no", None)] };
    let until = |until: &str, rule: PolicyRule| PolicyRule { until: Some(historic(until)), ..rule };
    let set = until("2028-01-01", rule("moratorium", "yes", Some("2027-01-01")));
    assert_eq!(policy.set(set.clone(), resumed), Ok(()));
    let told: Vec<_> = policy
        .rules
        .iter()
        .map(|rule| {
            (rule.rule.value(), rule.from.map(|on| on.to_string()), rule.until.map(|on| on.to_string()))
        })
        .collect();
    let date = |text: &str| Some(text.to_owned());
    assert_eq!(
        told,
        [
            ("no".to_owned(), None, date("2027-01-01")),
            ("yes".to_owned(), date("2027-01-01"), date("2028-01-01")),
            ("no".to_owned(), date("2028-01-01"), None),
        ]
    );
    assert!(matches!(policy.set(set, resumed), Err(RuleSetError::Later { .. })));
    let backwards = until("2030-01-01", rule("notice-period", "P90D", Some("2031")));
    assert!(matches!(policy.set(backwards, resumed), Err(RuleSetError::Backwards { .. })));
    assert_eq!(policy.set(rule("notice-period", "P90D", None), resumed), Err(RuleSetError::NoStart));
    let same = policy.set(rule("moratorium", "no", Some("2030")), resumed);
    assert!(matches!(same, Err(RuleSetError::Same { .. })), "{same:?}");
}

#[test]
fn a_rule_is_said_in_a_sentence() {
    for (name, value, statement) in [
        ("friendship-term", "P1Y6M", "a friendship lasts 1 year and 6 months unless renewed"),
        ("renewal-form-due", "P90D", "the form for a renewal is due 90 days before the end of the term"),
        ("sisters-per-country", "1", "there is at most 1 sister city in a country"),
        ("friendship-needs-sponsor", "yes", "a friendship needs a sponsor on the Council"),
        ("moratorium", "yes", "no new relationship begins for now"),
    ] {
        assert_eq!(Rule::parse(name, value).unwrap().statement(), statement);
    }
}
