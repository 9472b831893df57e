//! What a person sees while long work goes on: that it does, and since when.

use std::io::{self, IsTerminal, Write};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// How often it is said.
const SECOND: Duration = Duration::from_secs(1);

/// Shows on a terminal that work goes on, second by second, until it is dropped; elsewhere nothing.
#[derive(Debug)]
pub(crate) struct Working {
    going_on: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Working {
    /// Begins, as `Importing`.
    pub(super) fn begin(what: &'static str) -> Self {
        let going_on = io::stderr().is_terminal().then(|| {
            let (sender, receiver) = channel();
            (sender, thread::spawn(move || show(what, &receiver)))
        });
        Self { going_on }
    }
}

impl Drop for Working {
    fn drop(&mut self) {
        if let Some((sender, shown)) = self.going_on.take() {
            drop(sender);
            // The line is gone before anything else is said.
            let _ = shown.join();
        }
    }
}

fn show(what: &str, end: &Receiver<()>) {
    let mut seconds = 0_u64;
    while end.recv_timeout(SECOND) == Err(RecvTimeoutError::Timeout) {
        seconds += 1;
        // A terminal that is gone is nobody's loss.
        let _ = write!(io::stderr(), "\r{what}: {seconds} s");
    }
    if seconds > 0 {
        let _ = write!(io::stderr(), "\r\x1b[K");
    }
}
