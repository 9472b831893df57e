//! How a command comes out, and what it says when it does not.

use std::io;
use std::process::ExitCode;

use signpost_core::database::DatabaseError;
use signpost_core::store::StoreError;

/// How a command came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It is done.
    Done,
    /// A check found something.
    Found,
}

/// Why a command was not done: what was wrong, where, and what to do next.
#[derive(Debug)]
pub(crate) enum Failure {
    /// What was typed or read is at fault.
    Input(String),
    /// The system is.
    System(String),
    /// Nobody reads on: the other end of the pipe is closed.
    Unread,
}

impl Failure {
    /// What was typed or read is at fault.
    pub(crate) fn input(words: impl Into<String>) -> Self {
        Self::Input(words.into())
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Done => Self::SUCCESS,
            Outcome::Found => Self::from(3),
        }
    }
}

impl From<&Failure> for ExitCode {
    fn from(failure: &Failure) -> Self {
        match failure {
            Failure::Input(_) => Self::from(1),
            Failure::System(_) => Self::from(2),
            Failure::Unread => Self::SUCCESS,
        }
    }
}

/// Printing failed.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::Unread,
            _ => Self::System(format!("cannot print: {error}")),
        }
    }
}

impl From<DatabaseError> for Failure {
    fn from(error: DatabaseError) -> Self {
        let words = error.to_string();
        if error.is_of_settings() { Self::Input(words) } else { Self::System(words) }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        let words = error.to_string();
        if error.is_failure() { Self::System(words) } else { Self::Input(words) }
    }
}
