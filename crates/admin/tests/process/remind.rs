//! Reminders, by a real mail server.

use std::process::Command;

use crate::mailbox::{MailServer, Secrecy, Temper};
use crate::staff::{Desk, Ran};

impl MailServer {
    fn command(&self, desk: &Desk, arguments: &[&str]) -> Command {
        let mut command = desk.command(&[&["remind"], arguments].concat());
        self.serves(&mut command);
        command
    }

    fn send(&self, desk: &Desk, arguments: &[&str]) -> Ran {
        self.command(desk, &[&["--send"], arguments].concat()).output().unwrap().into()
    }
}

#[tokio::test]
async fn everybody_is_reminded_once() {
    let desk = Desk::with_demonstration().await;
    let server = MailServer::start(Temper::Takes);
    let listed: Ran = server.command(&desk, &[]).output().unwrap().into();
    assert_eq!(listed.code, 0, "{}", listed.words);
    assert!(listed.data.contains("Taichung: the friendship ends"), "{}", listed.data);
    assert!(server.taken.try_recv().is_err(), "listing sends nothing");
    let sent = server.send(&desk, &[]);
    assert_eq!(sent.code, 0, "{}", sent.words);
    let mail = server.taken.try_recv().unwrap();
    assert!(mail.contains("To: staff@city.example") && mail.contains("Taichung"), "{mail}");
    assert!(server.taken.try_recv().is_err(), "one mail for one person");
    let again = server.send(&desk, &[]);
    assert!(again.code == 0 && server.taken.try_recv().is_err(), "{}", again.words);
}

#[tokio::test]
async fn what_was_not_taken_is_sent_by_the_next_run_once() {
    for temper in [Temper::Refuses, Temper::Defers, Temper::HangsUpEarly] {
        let desk = Desk::with_demonstration().await;
        let failed = MailServer::start(temper).send(&desk, &[]);
        assert_eq!(failed.code, 2, "{}", failed.words);
        assert!(failed.words.contains("The next run tries again"), "{}", failed.words);
        let server = MailServer::start(Temper::Takes);
        assert_eq!(server.send(&desk, &[]).code, 0);
        assert!(server.taken.try_recv().is_ok() && server.taken.try_recv().is_err());
    }
}

/// Asserts that what may have arrived is not sent again, but when a person says so.
#[track_caller]
fn assert_not_doubled(desk: &Desk) {
    let server = MailServer::start(Temper::Takes);
    let next = server.send(desk, &[]);
    assert!(next.code == 0 && next.data.contains("unsure"), "{}{}", next.data, next.words);
    assert!(server.taken.try_recv().is_err(), "it may have arrived");
    assert_eq!(server.send(desk, &["--again"]).code, 0);
    assert!(server.taken.try_recv().is_ok());
}

#[tokio::test]
async fn what_may_have_arrived_is_not_doubled() {
    let desk = Desk::with_demonstration().await;
    let server = MailServer::start(Temper::HangsUpLate);
    let unsure = server.send(&desk, &[]);
    assert!(unsure.code == 2 && unsure.words.contains("may have arrived"), "{}", unsure.words);
    assert_not_doubled(&desk);
}

#[tokio::test]
async fn a_run_that_is_killed_before_the_answer_doubles_nothing() {
    let desk = Desk::with_demonstration().await;
    let server = MailServer::start(Temper::HoldsStill);
    let mut run = server.command(&desk, &["--send"]).spawn().unwrap();
    server.taken.recv().unwrap();
    run.kill().unwrap();
    run.wait().unwrap();
    assert_not_doubled(&desk);
}

#[tokio::test]
async fn mail_needs_a_server_and_a_secret_stays_one() {
    let desk = Desk::with_demonstration().await;
    desk.run(&["remind", "--send"]).refuses(1, &["--smtp-host", "SIGNPOST_SMTP_HOST"]);
    let mut open = MailServer::start(Temper::Takes).command(&desk, &["--send"]);
    open.env("SIGNPOST_SMTP_HOST", "mail.city.example")
        .env("SIGNPOST_SMTP_USER", "signpost")
        .env("SIGNPOST_SMTP_PASSWORD", "hunter2");
    let open: Ran = open.output().unwrap().into();
    open.refuses(1, &["mail.city.example", "--smtp-security"]);
    assert!(!open.words.contains("hunter2"));
}

/// Asserts that what is due was listed, and not mailed, for these reasons.
#[track_caller]
fn assert_failed(ran: &Ran, phrases: &[&str]) {
    assert!(ran.code == 2 && ran.data.contains("Taichung"), "{}{}", ran.data, ran.words);
    for phrase in phrases {
        assert!(ran.words.contains(phrase), "no {phrase:?} in: {}", ran.words);
    }
}

#[tokio::test]
async fn mail_goes_by_tls_to_who_knows_the_password() {
    for secrecy in [Secrecy::AtOnce, Secrecy::AfterGreeting] {
        let desk = Desk::with_demonstration().await;
        let server = MailServer::start_secret(secrecy);
        let mut wrong = server.command(&desk, &["--send"]);
        let wrong: Ran = wrong.env("SIGNPOST_SMTP_PASSWORD", "letmein").output().unwrap().into();
        assert_failed(&wrong, &["535", "The next run tries again"]);
        let mut stranger = server.command(&desk, &["--send"]);
        let stranger: Ran = stranger.env_remove("SIGNPOST_SMTP_CA_FILE").output().unwrap().into();
        assert_failed(&stranger, &["certificate", "--smtp-ca-file"]);
        assert!(server.taken.try_recv().is_err(), "nothing is said to a stranger");
        let sent = server.send(&desk, &[]);
        assert_eq!(sent.code, 0, "{}", sent.words);
        let mail = server.taken.try_recv().unwrap();
        assert!(mail.contains("To: staff@city.example") && !sent.words.contains("hunter2"), "{mail}");
    }
}

#[tokio::test]
async fn a_server_without_tls_gets_no_password() {
    let desk = Desk::with_demonstration().await;
    let server = MailServer::start(Temper::Takes);
    let mut plain = server.command(&desk, &["--send"]);
    plain.env("SIGNPOST_SMTP_SECURITY", "starttls").env("SIGNPOST_SMTP_USER", "signpost");
    let plain: Ran = plain.env("SIGNPOST_SMTP_PASSWORD", "hunter2").output().unwrap().into();
    assert_failed(&plain, &["STARTTLS", "The next run tries again"]);
    assert!(server.taken.try_recv().is_err());
}

#[tokio::test]
async fn an_authority_without_a_certificate_is_refused() {
    let desk = Desk::with_demonstration().await;
    let server = MailServer::start(Temper::Takes);
    for (file, why) in [("/nowhere/city.pem", "cannot be read"), ("/dev/null", "no certificate")] {
        server.send(&desk, &["--smtp-ca-file", file]).refuses(1, &["--smtp-ca-file", file, why]);
    }
}
