//! What happens to relationships, from the command line: each rule, and the way out that its refusal names.

use std::process::Command;

use crate::staff::{Desk, Ran};
use crate::terminal::at_terminal;

impl Desk {
    /// A command by Mei Lin, ready to run on a day.
    fn act_on(&self, day: &str, arguments: &[&str]) -> Command {
        let mut command = self.command(arguments);
        command.env("SIGNPOST_ACTOR", "Mei Lin").env("SIGNPOST_CLOCK", format!("{day}T20:00:00Z"));
        command
    }

    fn act(&self, arguments: &[&str]) -> Ran {
        self.act_on("2026-11-23", arguments).output().unwrap().into()
    }

    #[track_caller]
    fn acts(&self, arguments: &[&str]) -> Ran {
        let ran = self.act(arguments);
        assert_eq!(ran.code, 0, "{arguments:?}: {}", ran.words);
        ran
    }
}

#[tokio::test]
async fn a_renewal_in_the_year_of_an_end_asks_for_the_day_and_never_guesses() {
    let desk = Desk::with_demonstration().await;
    let before = desk.changes().await;
    let renew = ["relationship", "renew", "taichung", "--on", "2027-09-01", "--sponsor", "A Councilmember"];
    desk.act(&renew).refuses(1, &["ends in 2027, day not on record", "2027-09-01", "--end-day DATE"]);
    desk.act(&[&renew[..], &["--end-day", "2026-12-31"]].concat())
        .refuses(1, &["2026-12-31 cannot be the day", "2027"]);
    desk.act(&[&renew[..5], &["--end-day", "2027-10-05"]].concat())
        .refuses(1, &["needs a sponsor", "signpost policy except taichung friendship-needs-sponsor"]);
    assert_eq!(desk.changes().await, before, "nothing was written");
    let asked = at_terminal(desk.act_on("2026-11-23", &renew), 80, "2027-10-05\n");
    assert_eq!(asked.code, 0, "{}", asked.screen);
    assert!(asked.screen.contains("On which day does it end"), "{}", asked.screen);
    let shown = desk.json(&["relationship", "show", "taichung"]);
    let terms = shown["terms"].as_array().unwrap();
    let last = &terms[terms.len() - 1];
    assert_eq!(last["start"]["date"], "2027-10-05");
    assert_eq!(last["ending"]["on"]["date"], "2029-10-05");
    assert_eq!(terms[terms.len() - 2]["ending"]["on"]["date"], "2027-10-05");
}

#[tokio::test]
async fn a_second_sister_city_in_a_country_is_refused_until_an_exception_is_on_record() {
    let desk = Desk::with_demonstration().await;
    desk.acts(&[
        "agreement",
        "sign",
        "taichung",
        "--on",
        "2026-11-20",
        "--signed-by",
        "host, , Mayor",
        "--signed-by",
        "partner, Lu Shiow-yen, Mayor",
    ]);
    let promote = ["relationship", "promote", "taichung"];
    desk.act(&promote).refuses(
        1,
        &[
            "there is at most 1 sister city in a country",
            "Taiwan",
            "signpost policy except taichung sisters-per-country",
        ],
    );
    let except = ["policy", "except", "taichung", "sisters-per-country", "--on", "2026-11-21"];
    desk.act(&except).refuses(1, &["--reason"]);
    desk.acts(&[&except[..], &["--reason", "sixty years of friendship"]].concat());
    let exceptions = desk.json(&["policy", "exceptions", "list"]);
    assert_eq!(exceptions[0]["authority"], "City Council");
    let promoted = desk.acts(&promote);
    assert!(promoted.words.contains("exception on record"), "{}", promoted.words);
    let findings = desk.run(&["policy", "check", "--format", "csv"]);
    assert!(!findings.data.contains("taichung,Taichung,2026-11-20,sisters-per-country"), "{}", findings.data);
    desk.acts(&["policy", "exceptions", "remove", "taichung", "sisters-per-country", "--yes"]);
    let findings = desk.run(&["policy", "check", "--format", "csv"]);
    assert!(findings.data.contains("taichung,Taichung,2026-11-20,sisters-per-country"), "{}", findings.data);
}

#[tokio::test]
async fn what_the_rules_forbid_is_refused_with_the_command_that_would_be_right() {
    let desk = Desk::with_demonstration().await;
    let before = desk.changes().await;
    for (arguments, phrases) in [
        ("relationship renew taichun --on 2027-01-01", &["no partner `taichun`", "taichung"][..]),
        (
            "relationship renew toyokawa --on 2027-01-01",
            &["until a party ends it", "relationship end toyokawa"],
        ),
        (
            "relationship establish jiangmen --kind friendship",
            &["none is on record", "relationship apply jiangmen"],
        ),
        (
            "relationship establish jiangmen --kind sister",
            &["signed by both mayors", "agreement sign jiangmen"],
        ),
        (
            "relationship establish taichung --kind friendship --approved 2026-11-01",
            &["a friendship since 2025", "relationship renew taichung"],
        ),
        ("relationship approve jiangmen --on 2026-11-17", &["no application of jiangmen is open"]),
        ("relationship apply toyokawa --kind sister --on 2026-11-17", &["a sister city already"]),
        ("relationship promote toyokawa", &["only a friendship"]),
        ("relationship resume toyokawa --on 2026-11-17", &["not dormant"]),
        ("relationship suspend toyokawa --on 1970", &["1970 is in no term"]),
        ("relationship end toyokawa --on 2026-12-31 --yes", &["--reason"]),
        ("relationship renew taichung --on 2026-02-29", &["2026-02-29", "a day that exists"]),
        ("relationship correct taichung --term 2025 --end 2024 --reason wrong", &["cannot end 2024"]),
        ("relationship correct taichung --end 2026-10-05", &["several terms", "2023, 2025"]),
        ("relationship correct taichung --term 2025 --end 2026-10-05", &["--reason"]),
        ("policy set moratoriums yes --from 2027", &["`moratoriums` is not a rule"]),
        ("policy set sisters-per-country few --from 2027", &["`few`", "a whole number"]),
        ("policy except taichung moratorium --on 2026-11-17 --reason why", &["moratorium is not in force"]),
        ("agreement publish new-taipei 2020", &["no agreement is called `2020`", "2021-10-14"]),
        ("agreement sign taichung --on 2026-11-20 --signed-by Mei", &["side, the name and the office"]),
    ] {
        let arguments: Vec<&str> = arguments.split(' ').collect();
        desk.act(&arguments).refuses(1, phrases);
    }
    assert_eq!(desk.changes().await, before);
}

#[tokio::test]
async fn a_rule_that_is_set_keeps_its_history_and_holds() {
    let desk = Desk::with_demonstration().await;
    desk.acts(&["policy", "set", "moratorium", "yes", "--from", "2026-10-01", "--until", "2027-10-01"]);
    let applied =
        desk.acts(&["relationship", "apply", "jiangmen", "--kind", "friendship", "--on", "2026-11-02"]);
    assert!(applied.words.contains("no new relationship begins for now"), "{}", applied.words);
    desk.act(&["relationship", "approve", "jiangmen", "--on", "2026-11-17"])
        .refuses(1, &["no new relationship begins for now", "signpost policy except jiangmen moratorium"]);
    desk.acts(&["relationship", "decline", "jiangmen", "--on", "2026-11-17", "--vote", "2-3"]);
    desk.acts(&["policy", "set", "sisters-per-country", "2", "--from", "2027-01-01"]);
    for (on, value) in [("2026-12-31", "1"), ("2027-01-01", "2")] {
        let rules = desk.json(&["policy", "show", "--on", on]);
        let rule = rules.as_array().unwrap().iter().find(|rule| rule["rule"] == "sisters-per-country");
        assert_eq!(rule.unwrap()["value"], value, "{on}");
    }
}

#[tokio::test]
async fn a_rehearsal_writes_nothing_and_an_application_is_shown_only_when_published() {
    let desk = Desk::with_demonstration().await;
    let before = desk.changes().await;
    let apply = ["relationship", "apply", "jiangmen", "--kind", "friendship", "--on", "2026-11-02"];
    let rehearsed = desk.acts(&[&apply[..], &["--missing", "the letter", "--dry-run"]].concat());
    assert!(rehearsed.data.contains("the letter") && rehearsed.words.contains("Nothing was written"));
    assert_eq!(desk.changes().await, before);
    desk.acts(&[&apply[..], &["--missing", "the letter"]].concat());
    desk.act(&["relationship", "approve", "jiangmen", "--on", "2026-11-17"])
        .refuses(1, &["incomplete (the letter)", "signpost application complete jiangmen"]);
    desk.acts(&["application", "complete", "jiangmen"]);
    let published = |desk: &Desk| {
        desk.json(&["relationship", "show", "jiangmen"])["applications"][0]["published_at"].is_string()
    };
    assert!(!published(&desk));
    desk.acts(&["application", "publish", "jiangmen"]);
    assert!(published(&desk));
    desk.acts(&["application", "unpublish", "jiangmen"]);
    assert!(!published(&desk));
}
