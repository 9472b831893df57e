//! The register: whom a word calls, which notices are shown, and what the policy checker finds.

use crate::made::{friendship, historic, recorded, relationship, rule, sister};
use jiff::civil::date;
use signpost_core::{
    Called, Ending, FindingKind, Id, NamePurpose, Notice, NoticeId, Partner, PartnerId, PartnerName,
    PartnerNameId, Place, Policy, PolicyRule, Programme, ProgrammeId, Register, RegisterParts, Rule,
    Severity, Slug, Term,
};

fn programme() -> Programme {
    Programme {
        id: ProgrammeId::derived("", ""),
        city: "Cupertino".parse().unwrap(),
        region: None,
        country: "US".parse().unwrap(),
        country_label: "United States".parse().unwrap(),
        place: Place::new(37.323, -122.0322).unwrap(),
        reference_point: "the middle of the city".parse().unwrap(),
        time_zone: "America/Los_Angeles".parse().unwrap(),
        geonames: None,
        wikidata: None,
        language: "en".parse().unwrap(),
        languages: Vec::new(),
        council: "City Council".parse().unwrap(),
        registered_with: None,
        website: None,
        licence: None,
        contacts: Vec::new(),
        note: None,
    }
}

pub(crate) fn partner(slug: &str, name: &str, aliases: &[&str], terms: Vec<Term>) -> Partner {
    let alias = |(position, text): (usize, &&str)| PartnerName {
        id: PartnerNameId::derived(slug, &position.to_string()),
        text: text.parse().unwrap(),
        language: None,
        purpose: NamePurpose::Alias,
        reading: None,
        note: None,
    };
    Partner {
        id: PartnerId::derived("partner", slug),
        slug: slug.parse().unwrap(),
        name: name.parse().unwrap(),
        names: aliases.iter().enumerate().map(alias).collect(),
        country: "JP".parse().unwrap(),
        country_label: "Japan".parse().unwrap(),
        region: None,
        place: None,
        time_zone: "Asia/Tokyo".parse().unwrap(),
        geonames: None,
        wikidata: None,
        introduction: None,
        published_at: None,
        note: None,
        relationship: relationship(terms),
    }
}

fn register(partners: Vec<Partner>, rules: Vec<PolicyRule>) -> Register {
    Register::new(RegisterParts {
        version: 1,
        programme: programme(),
        policy: Policy { rules },
        partners,
        redirects: vec![("old-name".parse::<Slug>().unwrap(), PartnerId::derived("partner", "shenzhen"))],
        notices: Vec::new(),
        pages: Vec::new(),
        sources: Vec::new(),
        claims: Vec::new(),
        translations: Vec::new(),
        documents: Vec::new(),
        images: Vec::new(),
    })
}

#[test]
fn a_partner_is_called_by_slug_former_slug_name_and_alias() {
    let register = register(
        vec![
            partner("shenzhen", "Shenzhen", &["Shenzen", "深圳市"], Vec::new()),
            partner("new-taipei", "New Taipei City", &[], Vec::new()),
        ],
        Vec::new(),
    );
    let slug_of = |called| match called {
        Called::Slug(partner) => (partner.slug.as_str(), "by slug"),
        Called::OtherName(partner) => (partner.slug.as_str(), "by another name"),
    };
    for (word, expected) in [
        ("shenzhen", Some(("shenzhen", "by slug"))),
        ("shenzen", Some(("shenzhen", "by another name"))),
        ("SHENZHEN", Some(("shenzhen", "by another name"))),
        ("深圳市", Some(("shenzhen", "by another name"))),
        ("old-name", Some(("shenzhen", "by another name"))),
        ("New Taipei City", Some(("new-taipei", "by another name"))),
        ("new-taipei-city", Some(("new-taipei", "by another name"))),
        ("nowhere", None),
        ("", None),
    ] {
        assert_eq!(register.called(word).map(slug_of), expected, "{word}");
    }
}

#[test]
fn notices_appear_and_expire_by_themselves_the_gravest_first() {
    let notice = |slug: &str, severity, starts: &str, ends: Option<&str>| Notice {
        id: NoticeId::derived("notice", slug),
        slug: slug.parse().unwrap(),
        title: slug.parse().unwrap(),
        body: None,
        severity,
        link: None,
        starts_at: starts.parse().unwrap(),
        ends_at: ends.map(|ends| ends.parse().unwrap()),
        note: None,
    };
    let register = Register::new(RegisterParts {
        version: 1,
        programme: programme(),
        policy: Policy::default(),
        partners: Vec::new(),
        redirects: Vec::new(),
        notices: vec![
            notice("demo", Severity::Information, "2026-01-01T00:00:00Z", None),
            notice("storm", Severity::Emergency, "2026-02-01T00:00:00Z", Some("2026-02-03T00:00:00Z")),
        ],
        pages: Vec::new(),
        sources: Vec::new(),
        claims: Vec::new(),
        translations: Vec::new(),
        documents: Vec::new(),
        images: Vec::new(),
    });
    let shown = |moment: &str| {
        let shown = register.notices_at(moment.parse().unwrap());
        shown.map(|notice| notice.slug.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(shown("2025-12-31T23:59:59Z"), Vec::<String>::new());
    assert_eq!(shown("2026-02-01T00:00:00Z"), ["storm", "demo"]);
    assert_eq!(shown("2026-02-03T00:00:00Z"), ["demo"]);
}

/// What the checker finds of one partner with these terms, beside a sister city in the same country since 1978.
fn findings(terms: Vec<Term>, rules: Vec<PolicyRule>) -> Vec<FindingKind> {
    let beside = partner("toyokawa", "Toyokawa", &[], vec![sister("beside", "1978-12-19")]);
    let register = register(vec![beside, partner("other", "Other", &[], terms)], rules);
    register.policy_findings(&[]).into_iter().map(|finding| finding.kind).collect()
}

#[test]
fn what_breaks_the_policy_of_its_time_is_found() {
    let two_years = || vec![rule("friendship-term", "P2Y", None)];
    let long = recorded(friendship("one", "1998"), "2007-03");
    let too_long = FindingKind::TermTooLong { start: historic("1998"), end: historic("2007-03") };
    assert_eq!(findings(vec![long.clone()], two_years()), [too_long]);
    assert_eq!(findings(vec![long], vec![rule("friendship-term", "P2Y", Some("2016-09"))]), []);
    assert_eq!(findings(vec![recorded(friendship("one", "2023"), "2025")], two_years()), []);
    assert_eq!(findings(vec![recorded(friendship("one", "2023"), "2025-12-31")], two_years()), []);
    let endless = Term { ending: Ending::Open, ..friendship("one", "2023") };
    assert_eq!(findings(vec![endless], two_years()), [FindingKind::TermWithoutEnd]);

    let one_sister = || vec![rule("sisters-per-country", "1", None)];
    let too_many = FindingKind::TooManyInCountry { count: 2, allowed: 1, country_label: "Japan".into() };
    assert_eq!(findings(vec![sister("one", "1990-01-01")], one_sister()), [too_many]);
    assert_eq!(findings(vec![recorded(sister("one", "1960-01-01"), "1970-01-01")], one_sister()), []);
    assert_eq!(
        findings(vec![sister("one", "1990-01-01")], vec![rule("sisters-per-country", "unlimited", None)]),
        []
    );

    let sponsor = || vec![rule("friendship-needs-sponsor", "yes", Some("2025"))];
    let mut renewed = recorded(friendship("one", "2025-03-01"), "2027-03-01");
    assert_eq!(findings(vec![renewed.clone()], sponsor()), [FindingKind::SponsorNotOnRecord]);
    renewed.sponsor = Some("A Councilmember".parse().unwrap());
    assert_eq!(findings(vec![renewed.clone()], sponsor()), []);
    let moratorium = vec![rule("moratorium", "yes", Some("2025"))];
    assert_eq!(findings(vec![renewed], moratorium), [FindingKind::BegunInMoratorium]);
}

#[test]
fn a_later_rule_of_the_same_name_wins() {
    let mut policy = Policy { rules: vec![rule("notice-period", "P90D", Some("2025"))] };
    assert_eq!(policy.notice_period(date(2024, 1, 1)).to_string(), "P180D");
    policy.rules.push(rule("notice-period", "P30D", Some("2026-02-01")));
    assert_eq!(policy.notice_period(date(2026, 1, 1)).to_string(), "P90D");
    assert_eq!(policy.notice_period(date(2026, 2, 1)).to_string(), "P30D");
}

#[test]
fn rules_are_written_as_they_are_read() {
    for (name, value) in [
        ("friendship-term", "P2Y"),
        ("sister-term", "open"),
        ("notice-period", "P180D"),
        ("renewal-form-due", "P6M"),
        ("sisters-per-country", "1"),
        ("friendships-per-country", "unlimited"),
        ("friendship-needs-sponsor", "yes"),
        ("friendship-funding", "no"),
        ("moratorium", "yes"),
        ("free-room-uses-per-year", "4"),
        ("student-exchange-minimum", "10"),
    ] {
        let rule = Rule::parse(name, value).unwrap();
        assert_eq!((rule.name().as_str(), rule.value().as_str()), (name, value));
        assert!(Rule::parse(name, "perhaps").is_err(), "{name}");
    }
    let refusal = Rule::parse("friendship-terms", "P2Y").unwrap_err().to_string();
    assert!(refusal.contains("friendship-term,"), "{refusal}");
}
