//! What the developer reads.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "talking to the developer is what these commands are for"
)]

/// What is being done now.
pub(crate) fn step(words: &str) {
    eprintln!("\n\u{25b8} {words}");
}

/// Something worth knowing.
pub(crate) fn note(words: &str) {
    eprintln!("  {words}");
}

/// A question, at the end of which the answer is typed.
pub(crate) fn question(words: &str) {
    eprint!("{words} [Y/n] ");
}

/// Why a command gives up.
pub(crate) fn error(words: &str) {
    eprintln!("\nerror: {words}");
}

/// A result.
pub(crate) fn result(words: &str) {
    println!("{words}");
}
