//! Who writes, and the ids of what they write.
//!
//! A change names a person, for ever.

use signpost_core::{Clock, Id, Line};

use crate::failure::Failure;
use crate::printer::Printer;

/// Accounts that are nobody's own: of machines, images and services.
const SHARED: [&str; 28] = [
    "admin",
    "administrator",
    "app",
    "centos",
    "codespace",
    "daemon",
    "debian",
    "default",
    "deploy",
    "docker",
    "ec2-user",
    "fedora",
    "jenkins",
    "nginx",
    "nobody",
    "node",
    "nonroot",
    "opc",
    "postgres",
    "root",
    "runner",
    "service",
    "signpost",
    "ubuntu",
    "user",
    "vagrant",
    "vscode",
    "www-data",
];

/// The person who writes: as given, else the system's user, if a person sits at the terminal.
pub(crate) fn actor(given: Option<&Line>) -> Result<Line, Failure> {
    match given {
        Some(actor) => Ok(actor.clone()),
        None if Printer::may_ask() => of_account(whoami::username().ok().as_deref()),
        None => Err(unnamed("nobody is at a terminal")),
    }
}

/// The person whom an account belongs to, unless several may use it.
fn of_account(account: Option<&str>) -> Result<Line, Failure> {
    let Some(account) = account else {
        return Err(unnamed("the system has no name for this user"));
    };
    if SHARED.contains(&account.to_lowercase().as_str()) {
        return Err(unnamed(&format!("{account} is nobody's own account")));
    }
    account.parse().map_err(|_| unnamed("the system's name for this user is none that a record can hold"))
}

/// The id of a new record, made now.
pub(crate) fn new_id<I: Id>(clock: Clock) -> Result<I, Failure> {
    Ok(I::new(clock.now(), random()?))
}

/// Random bytes from the system.
pub(crate) fn random<const LENGTH: usize>() -> Result<[u8; LENGTH], Failure> {
    let mut randomness = [0; LENGTH];
    getrandom::fill(&mut randomness)
        .map_err(|error| Failure::System(format!("the system gives no randomness: {error}")))?;
    Ok(randomness)
}

fn unnamed(why: &str) -> Failure {
    Failure::input(format!(
        "the change record needs your name ({why}). Give it with --actor \"Mei Lin\", or set SIGNPOST_ACTOR"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_has_an_account_of_their_own() {
        assert_eq!(of_account(Some("mei")).unwrap().as_str(), "mei");
        for account in [None, Some("root"), Some("Ubuntu"), Some("www-data"), Some("")] {
            assert!(matches!(of_account(account), Err(Failure::Input(words)) if words.contains("--actor")));
        }
    }
}
