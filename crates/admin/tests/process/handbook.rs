//! The staff handbook's commands, as it prints them: each section by a new member of staff over the demonstration.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use signpost_core::samples;
use tempfile::TempDir;

use crate::staff::{Desk, Ran};
use crate::translations::untranslated;

const HANDBOOK: &str = include_str!("../../../../docs/staff.md");

/// The commands of each section, by its heading.
fn sections() -> Vec<(&'static str, Vec<&'static str>)> {
    let sections = HANDBOOK.split("\n## ").skip(1);
    let commands =
        |section: &'static str| section.lines().filter_map(|line| line.strip_prefix("$ ")).collect();
    sections.map(|section| (section.lines().next().unwrap_or_default(), commands(section))).collect()
}

/// Runs a line of the handbook in a shell, as Mei Lin, whose editor changes nothing.
fn run(desk: &Desk, folder: &Path, line: &str) -> Ran {
    let signpost = Path::new(env!("CARGO_BIN_EXE_signpost")).parent().unwrap();
    let path = env::join_paths([signpost, Path::new("/usr/bin"), Path::new("/bin")]).unwrap();
    let mut command = Command::new("sh");
    command.args(["-c", line]).current_dir(folder).env_clear().env("PATH", path).env("EDITOR", "true");
    command.env("DATABASE_URL", desk.database.url()).env("SIGNPOST_CLOCK", "2026-11-23T20:00:00Z");
    command.env("SIGNPOST_ACTOR", "Mei Lin").env("HOME", folder).output().unwrap().into()
}

/// A folder with the files that somebody at City Hall has at hand.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).unwrap();
    put("students.jpg", &samples::jpeg(400, 300));
    put("memorandum.pdf", &samples::pdf(""));
    put("query.json", include_bytes!("../../../core/tests/domain/wikidata.json"));
    put("memorandum.md", b"The two cities agree to be friends.\n");
    folder
}

#[tokio::test]
async fn every_command_of_the_handbook_works() {
    let sections = sections();
    assert!(sections.len() >= 10, "{}", sections.len());
    for (heading, commands) in sections {
        let desk = untranslated().await;
        let folder = folder();
        for line in commands {
            let ran = run(&desk, folder.path(), line);
            let expected = if line.contains("# exits with 3") { 3 } else { 0 };
            assert_eq!(ran.code, expected, "{heading}: {line}\n{}", ran.words);
        }
    }
}
