//! Datasets in real folders: what is written is what is read, and whatever is wrong is told at once.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

mod faults;
mod hostile;
mod support;
mod whole;

use support::{Folder, demo};

#[test]
fn the_demo_is_in_the_written_form() {
    let read = signpost_core::dataset::read(&demo());
    let written = Folder::new();
    signpost_core::dataset::write(&read.unwrap(), written.path()).unwrap();
    assert_eq!(support::files(&demo()), written.files());
}
