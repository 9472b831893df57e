//! The server as a process: what it says and how it exits when it cannot start.

use std::{
    net::TcpListener,
    process::{Command, Output},
};

use signpost_core::database::TestDatabase;

/// Runs the server to its end.
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
fn run(arguments: &[&str], variables: &[(&str, &str)]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_signpost-server"))
        .args(arguments)
        .envs(variables.iter().copied())
        .output()
        .unwrap()
}

#[track_caller]
fn assert_refused(output: &Output, code: i32, words: &[&str]) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{said}");
    for word in words {
        assert!(said.contains(word), "{word} is missing: {said}");
    }
    assert!(output.stdout.is_empty());
}

#[test]
fn a_wrong_setting_is_the_inputs_fault() {
    let wrong = run(&[], &[("SIGNPOST_LISTEN", "everywhere")]);
    assert_refused(&wrong, 1, &["SIGNPOST_LISTEN", "everywhere", "127.0.0.1:8080"]);
    let unknown = run(&["--lisen=127.0.0.1:8080"], &[]);
    assert_refused(&unknown, 1, &["--lisen", "--listen"]);
}

#[test]
fn a_taken_port_is_the_systems_fault() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let site = run(&["--listen", &address], &[]);
    assert_refused(&site, 2, &[&address, "--listen", "SIGNPOST_LISTEN"]);
    let metrics = run(&["--listen", "127.0.0.1:0"], &[("SIGNPOST_METRICS_LISTEN", &address)]);
    assert_refused(&metrics, 2, &[&address, "--metrics-listen"]);
}

#[tokio::test]
async fn a_database_is_waited_for_and_a_wrong_setting_is_not() {
    let listen = ["--listen", "127.0.0.1:0", "--metrics-listen", "off"];
    let away = run(&listen, &[("DATABASE_URL", "postgres://nobody@127.0.0.1:1/nothing")]);
    assert_refused(&away, 2, &["127.0.0.1", "start it"]);
    let secret = run(&listen, &[("DATABASE_URL_FILE", "/nowhere/url")]);
    assert_refused(&secret, 1, &["DATABASE_URL_FILE", "/nowhere/url"]);
    let database = TestDatabase::create().await.unwrap();
    let strange = database.web_url().replace("user=signpost_web", "user=stranger");
    let stranger = run(&listen, &[("DATABASE_URL", &strange)]);
    assert_refused(&stranger, 1, &["stranger", "DATABASE_URL"]);
    let later = "update _sqlx_migrations set installed_on = now() + interval '2 days' where version = 1";
    sqlx::query(later).execute(&database.owner().unwrap()).await.unwrap();
    let behind = run(&listen, &[("DATABASE_URL", &database.web_url())]);
    assert_refused(&behind, 2, &["clock", "NTP"]);
}

#[test]
fn the_reference_of_the_settings_is_current() {
    let settings = run(&["settings"], &[]);
    let settings = String::from_utf8_lossy(&settings.stdout);
    assert!(settings.contains("| `SIGNPOST_LISTEN` |"), "{settings}");
    let document = include_str!("../../../docs/configuration.md");
    assert!(document.contains(&*settings), "run `cargo xtask configuration`");
}

#[test]
fn help_is_no_fault() {
    let help = run(&["--help"], &[]);
    assert_eq!(help.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&help.stdout).contains("--listen"));
    assert!(help.stderr.is_empty());
}
