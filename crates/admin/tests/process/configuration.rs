//! The settings: one reference, made from the code; and what is said of a wrong one.

use crate::staff::{Desk, Ran};

const DOCUMENT: &str = include_str!("../../../../docs/configuration.md");

#[tokio::test]
async fn the_reference_is_current() {
    let settings = Desk::empty().await.run(&["settings"]);
    assert_eq!(settings.code, 0, "{}", settings.words);
    assert!(settings.data.contains("| `SIGNPOST_SMTP_PASSWORD_FILE` |"), "{}", settings.data);
    assert!(DOCUMENT.contains(&settings.data), "run `cargo xtask configuration`");
}

#[tokio::test]
async fn a_wrong_setting_is_refused_with_its_name_its_value_and_what_is_right() {
    let desk = Desk::empty().await;
    for (variable, value, command, right) in [
        ("SIGNPOST_SMTP_PORT", "many", "remind", "from 1 to 65535"),
        ("SIGNPOST_SMTP_SECURITY", "ssl", "remind", "starttls"),
        ("SIGNPOST_SMTP_HOST", "", "remind", "--smtp-host"),
        ("SIGNPOST_REMIND_TO", "staff", "remind", "office@example.org"),
        ("SIGNPOST_KEEP_DAYS", "-1", "nightly", "from 0 to 65535"),
        ("SIGNPOST_NIGHTLY_AT", "3am", "nightly", "03:30"),
        ("SIGNPOST_PUBLIC_ADDRESS", "city.example", "doctor", "https://"),
        ("SIGNPOST_CLOCK", "noon", "check", "2026-11-23T12:00:00Z"),
    ] {
        let ran: Ran = desk.command(&[command]).env(variable, value).output().unwrap().into();
        ran.refuses(1, &[variable, value, right]);
    }
}

#[tokio::test]
async fn a_secret_that_is_not_there_is_named_and_trying_again_mends_nothing() {
    let desk = Desk::empty().await;
    let mut command = desk.command(&["partner", "list"]);
    command.env_remove("DATABASE_URL").env("DATABASE_URL_FILE", "/nowhere/url");
    let ran: Ran = command.output().unwrap().into();
    ran.refuses(1, &["/nowhere/url", "DATABASE_URL_FILE"]);
    let strange = desk.database.url().replace("user=signpost", "user=stranger");
    let ran: Ran = desk.command(&["partner", "list"]).env("DATABASE_URL", strange).output().unwrap().into();
    ran.refuses(1, &["stranger", "DATABASE_URL"]);
}
