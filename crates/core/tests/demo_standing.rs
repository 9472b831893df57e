//! The demo programme says what `docs/semantics.md` says of it: every row of its table of partners and dates.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::Date;
use signpost_core::Certainty::{Certain, Possible};
use signpost_core::Kind::{Friendship, Sister};
use signpost_core::State::{Active, Dormant, Expiring, Lapsed, Proposed, Unrecorded};
use signpost_core::{
    Basis, Called, Certainty, ClaimRank, FindingKind, Kind, Partner, Register, Standing, State, dataset,
};

const TODAY: &str = "2026-11-23";

fn demo() -> Register {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/cupertino");
    dataset::read(&folder).unwrap().into_register(1)
}

fn partner<'a>(register: &'a Register, slug: &str) -> &'a Partner {
    register.partners().iter().find(|partner| partner.slug.as_str() == slug).unwrap()
}

fn standing(register: &Register, slug: &str, on: &str) -> Option<Standing> {
    register.standing(partner(register, slug), on.parse().unwrap())
}

/// Asserts what a partner is on a day: nothing, or its state, kind and certainty.
#[track_caller]
fn assert_standing(register: &Register, slug: &str, on: &str, expected: Option<(State, Kind, Certainty)>) {
    let standing = standing(register, slug, on);
    let found = standing.map(|standing| (standing.state, standing.kind, standing.certainty));
    assert_eq!(found, expected, "{slug} on {on}");
}

#[test]
fn every_row_of_the_table_holds() {
    let register = demo();
    for (slug, on, expected) in [
        ("hsinchu", "2005-06-01", Some((Active, Friendship, Certain))),
        ("hsinchu", "2007-02-28", Some((Active, Friendship, Certain))),
        ("hsinchu", "2007-03-15", Some((Active, Sister, Possible))),
        ("hsinchu", "2007-04-01", Some((Active, Sister, Certain))),
        ("copertino", "1970-01-01", Some((Dormant, Sister, Certain))),
        ("copertino", "2005-06-01", Some((Dormant, Sister, Certain))),
        ("copertino", "2013-06-01", Some((Active, Sister, Certain))),
        ("taichung", "2017-01-01", None),
        ("taichung", "2021-06-01", Some((Unrecorded, Friendship, Possible))),
        ("taichung", "2023-06-01", Some((Active, Friendship, Possible))),
        ("taichung", "2025-06-01", Some((Active, Friendship, Certain))),
        ("taichung", TODAY, Some((Active, Friendship, Certain))),
        ("taichung", "2027-02-01", Some((Expiring, Friendship, Possible))),
        ("taichung", "2028-01-01", Some((Lapsed, Friendship, Certain))),
        ("new-taipei", "2021-10-14", Some((Active, Friendship, Certain))),
        ("new-taipei", "2023-06-01", Some((Expiring, Friendship, Certain))),
        ("new-taipei", TODAY, Some((Active, Friendship, Certain))),
        ("taipei", "2016-09-19", None),
        ("taipei", "2017-01-01", Some((Active, Friendship, Certain))),
        ("taipei", "2019-01-01", Some((Lapsed, Friendship, Certain))),
        ("taipei", TODAY, Some((Lapsed, Friendship, Certain))),
        ("bhubaneswar", "2011-08-15", None),
        ("bhubaneswar", "2011-08-16", Some((Proposed, Sister, Certain))),
        ("bhubaneswar", "2012-01-01", Some((Proposed, Sister, Certain))),
        ("bhubaneswar", "2012-11-23", Some((Proposed, Sister, Certain))),
        ("bhubaneswar", "2012-11-24", Some((Active, Sister, Certain))),
        ("toyokawa", "1978-12-18", None),
        ("toyokawa", "1978-12-19", Some((Active, Sister, Certain))),
    ] {
        assert_standing(&register, slug, on, expected);
    }
    for slug in ["jiangmen", "jilin", "luoyang", "shenzhen", "yilan", "zhaoqing"] {
        assert_standing(&register, slug, "1950-01-01", None);
        assert_standing(&register, slug, TODAY, Some((Unrecorded, Friendship, Certain)));
        assert!(matches!(standing(&register, slug, TODAY).unwrap().basis, Basis::Listing(_)));
    }
    for slug in ["nanjing", "changzhou", "chengdu", "hefei", "taizhou"] {
        assert_standing(&register, slug, "2017-01-01", Some((Active, Friendship, Certain)));
        assert_standing(&register, slug, TODAY, Some((Lapsed, Friendship, Certain)));
    }
    for slug in ["beijing", "guangzhou", "guiyang", "huizhou", "xuzhou"] {
        assert_standing(&register, slug, "2017-01-01", None);
        assert_standing(&register, slug, "2018-01-01", Some((Active, Friendship, Certain)));
        assert_standing(&register, slug, TODAY, Some((Lapsed, Friendship, Certain)));
    }
}

#[test]
fn what_the_table_says_in_words_holds() {
    let register = demo();
    let listed = standing(&register, "taichung", "2021-06-01").unwrap();
    assert!(matches!(listed.basis, Basis::Listing(_)));
    let lapsed = |slug| {
        let standing = standing(&register, slug, TODAY).unwrap();
        let terms = &partner(&register, slug).relationship.terms;
        let term = terms.iter().find(|term| standing.basis == Basis::Term(term.id)).unwrap();
        (term.end().unwrap().to_string(), standing.disputed_by.is_some())
    };
    assert_eq!(lapsed("taipei"), ("2018-09-20".to_owned(), true), "disputed by the listing of 2020/21");
    assert_eq!(lapsed("nanjing"), ("2018-09-20".to_owned(), false));
    assert_eq!(lapsed("beijing"), ("2019-05-16".to_owned(), false));
    let copertino = &partner(&register, "copertino").relationship;
    assert!(
        copertino.dormancies.iter().all(|dormancy| dormancy.start.is_none()),
        "since when is not on record"
    );
}

#[test]
fn the_lists_of_some_days_are_as_they_should_be() {
    let register = demo();
    let on = |day: &str| -> BTreeMap<&str, State> {
        let day: Date = day.parse().unwrap();
        let standings = register.partners().iter().filter_map(|partner| {
            register.standing(partner, day).map(|standing| (partner.slug.as_str(), standing.state))
        });
        standings.collect()
    };
    assert!(on("1950-01-01").is_empty());
    let in_2017 = on("2017-01-01");
    assert_eq!((in_2017.get("taipei"), in_2017.get("taichung")), (Some(&Active), None));
    let in_2005 = on("2005-06-01");
    assert_eq!((in_2005.get("hsinchu"), in_2005.get("copertino")), (Some(&Active), Some(&Dormant)));
    let today = on(TODAY);
    let count = |state| today.values().filter(|other| **other == state).count();
    assert_eq!((today.len(), count(Active), count(Unrecorded), count(Lapsed)), (25, 8, 6, 11));
}

#[test]
fn a_misspelt_name_calls_its_partner() {
    let register = demo();
    for (word, slug) in [("shenzen", "shenzhen"), ("Zhoaqing", "zhaoqing"), ("豊川市", "toyokawa")] {
        let called = register.called(word).unwrap();
        assert!(matches!(called, Called::OtherName(partner) if partner.slug.as_str() == slug), "{word}");
    }
}

#[test]
fn disputed_facts_stand_side_by_side_with_their_sources() {
    let register = demo();
    let mut values: BTreeMap<(String, String), usize> = BTreeMap::new();
    for claim in register.all_claims().filter(|claim| claim.rank == ClaimRank::Disputed) {
        assert!(claim.source.is_some_and(|source| register.source(source).is_some()), "{claim:?}");
        let fact = claim.fact.as_ref().unwrap().to_string();
        *values.entry((format!("{:?}", claim.subject), fact)).or_default() += 1;
    }
    let mut counts: Vec<(&str, usize)> =
        values.iter().map(|((_, fact), count)| (fact.as_str(), *count)).collect();
    counts.sort_unstable();
    assert_eq!(
        counts,
        [
            ("beginning of the friendship city programme", 3),
            ("first student visit from Cupertino to Toyokawa", 2),
            ("mayor of Cupertino who signed", 2),
            ("resolutions of the two councils", 2),
            ("standing after September 2018", 3),
            ("who signed the memorandum", 2),
        ]
    );
}

#[test]
fn what_breaks_the_policy_of_its_time_is_found() {
    let register = demo();
    let findings = register.policy_findings(&[]);
    let too_long: Vec<&str> = findings
        .iter()
        .filter(|finding| matches!(finding.kind, FindingKind::TermTooLong { .. }))
        .map(|finding| register.partner(finding.partner).unwrap().slug.as_str())
        .collect();
    assert_eq!(too_long, ["hsinchu"], "a friendship of nine years is older than the rule of two");
}

#[test]
fn everything_public_is_published_at_one_moment() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/cupertino");
    let read = dataset::read(&folder).unwrap();
    let moment = Some("2026-11-01T00:00:00Z".parse().unwrap());
    assert!(read.partners.iter().all(|partner| partner.published_at == moment));
    assert!(read.exchanges.iter().all(|exchange| exchange.published_at == moment));
    assert!(read.pages.iter().all(|page| page.published_at == moment));
    let relationships = || read.partners.iter().map(|partner| &partner.relationship);
    assert!(
        relationships().flat_map(|one| &one.agreements).all(|agreement| agreement.published_at == moment)
    );
    assert!(
        relationships().flat_map(|one| &one.committees).all(|committee| committee.published_at == moment)
    );
}
