//! The deployment, as far as it needs no engine of containers: its scripts, its settings, and what its guide says to type.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::staff::{Desk, Ran, copy_of_demonstration, demonstration};

const DOCKERFILE: &str = include_str!("../../../../Dockerfile");
const COMPOSE: &str = include_str!("../../../../compose.yaml");
const EXAMPLE: &str = include_str!("../../../../.env.example");
const GUIDE: &str = include_str!("../../../../docs/deploy.md");

/// The variables that `compose.yaml` reads, with their defaults.
fn read_by_compose() -> BTreeMap<&'static str, Option<&'static str>> {
    let given = COMPOSE.split("${").skip(1).map(|rest| {
        let (inside, _) = rest.split_once('}').unwrap();
        let (name, default) = inside.split_once('-').unwrap_or((inside, ""));
        (name.trim_end_matches(':'), Some(default))
    });
    // A name without a value passes on what is set.
    let passed = COMPOSE.lines().filter_map(|line| Some((line.trim().strip_suffix(':')?, None)));
    let passed = passed.filter(|(name, _)| name.starts_with("SIGNPOST_"));
    passed.chain(given).filter(|(name, _)| !matches!(*name, "TERM" | "COMPOSE_PROJECT_NAME")).collect()
}

/// The variables of the example, with their defaults; those that are commented out have none.
fn of_the_example() -> BTreeMap<&'static str, Option<&'static str>> {
    let lines = EXAMPLE.lines().filter_map(|line| {
        let (name, value) = line.trim_start_matches('#').split_once('=')?;
        let is_name = name.starts_with("SIGNPOST_") && !name.contains(' ');
        is_name.then_some((name, (!line.starts_with('#')).then_some(value)))
    });
    lines.collect()
}

#[test]
fn the_example_has_every_variable_with_its_default() {
    let (compose, example) = (read_by_compose(), of_the_example());
    assert!(compose.len() > 20, "{compose:?}");
    assert_eq!(compose, example);
}

/// The variables of the guide and of the compose file are ones that something knows.
#[tokio::test]
async fn what_compose_sets_the_programs_know() {
    let known = [include_str!("../../../../docs/configuration.md"), EXAMPLE].concat();
    let names = COMPOSE.split(|letter: char| !letter.is_ascii_uppercase() && letter != '_');
    let names: BTreeSet<&str> = names.filter(|name| name.starts_with("SIGNPOST_")).collect();
    let unknown: Vec<_> = names.iter().filter(|name| !known.contains(**name)).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

fn checkout() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Whatever targets the manifests name: the layer of the dependencies has the manifests alone.
#[test]
fn cargo_understands_the_manifests_without_the_sources() {
    let (_, stage) = DOCKERFILE.split_once(" AS dependencies\n").unwrap();
    let (stage, _) = stage.split_once("\n\n").unwrap();
    let folder = tempfile::tempdir().unwrap();
    for line in stage.lines().filter_map(|line| line.strip_prefix("COPY ")) {
        let (files, place) = line.rsplit_once(' ').unwrap();
        let place = folder.path().join(place);
        fs::create_dir_all(&place).unwrap();
        for file in files.split(' ').map(|file| checkout().join(file)) {
            fs::copy(&file, place.join(file.file_name().unwrap())).unwrap();
        }
    }
    let (_, run) = stage.split_once("\nRUN ").unwrap();
    let (prepare, _) = run.split_once(" && cargo build").unwrap();
    let script = format!("{prepare} && \"$CARGO\" metadata --offline --locked --format-version 1 > metadata");
    let ran: Ran =
        Command::new("sh").args(["-c", &script]).current_dir(folder.path()).output().unwrap().into();
    assert_eq!(ran.code, 0, "{}", ran.words);
}

/// A shell that knows `signpost`, over a desk's database.
fn shell(desk: &Desk, script: &str) -> Command {
    let signpost = Path::new(env!("CARGO_BIN_EXE_signpost")).parent().unwrap();
    let path = env::join_paths([signpost, Path::new("/usr/bin"), Path::new("/bin")]).unwrap();
    let mut command = Command::new("sh");
    command.args(["-c", script]).env_clear().env("PATH", path).current_dir(checkout());
    command.env("DATABASE_URL", desk.database.url()).env("SIGNPOST_CLOCK", "2026-11-23T20:00:00Z");
    command
}

#[tokio::test]
async fn the_database_is_made_ready_and_filled_once() {
    let desk = Desk::empty().await;
    for _ in 0..2 {
        let mut prepare = shell(&desk, "exec docker/prepare.sh");
        let ran: Ran = prepare.env("SIGNPOST_FIRST_PROGRAMME", demonstration()).output().unwrap().into();
        assert_eq!(ran.code, 0, "{}", ran.words);
        assert_eq!(desk.changes().await, 1);
    }
}

#[tokio::test]
async fn what_trying_again_may_mend_is_tried_again() {
    let desk = Desk::empty().await;
    let strange = desk.database.url().replace("user=signpost", "user=stranger");
    for (url, code) in [(strange.as_str(), 1), ("postgres://nobody@127.0.0.1:1/nothing", 2)] {
        let mut prepare = shell(&desk, "exec docker/prepare.sh");
        prepare.env("DATABASE_URL", url).env("SIGNPOST_PREPARE_TRIES", "1");
        let ran: Ran = prepare.output().unwrap().into();
        assert_eq!(ran.code, code, "{url}: {}", ran.words);
    }
}

#[tokio::test]
async fn secrets_are_made_once_and_kept() {
    let (desk, folder) = (Desk::empty().await, tempfile::tempdir().unwrap());
    let run = |script: &str| {
        let script = format!(
            "group=$(id -g); export SIGNPOST_DATABASE_GROUP=$group SIGNPOST_SERVER_GROUP=$group; {script}"
        );
        let ran: Ran = shell(&desk, &script).env("SIGNPOST_SECRETS", folder.path()).output().unwrap().into();
        assert_eq!(ran.code, 0, "{}", ran.words);
    };
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
    run("docker/secrets.sh");
    let (owner, web) = (read("owner-password"), read("web-password"));
    assert!(owner != web && owner.trim().len() >= 32, "{owner} {web}");
    assert_eq!(read("web-url"), format!("postgres://signpost_web:{}@database/signpost\n", web.trim()));
    run("printf 'my own' | docker/secrets.sh web-password; docker/secrets.sh");
    assert_eq!((read("owner-password"), read("web-password").as_str()), (owner, "my own"));
    assert_eq!(read("web-url"), "postgres://signpost_web:my own@database/signpost\n");
}

/// What the guide says to type to the staff's command, each section over the demonstration.
#[tokio::test]
async fn the_guides_commands_work() {
    let sections = GUIDE.split("\n## ").skip(1);
    let mut count = 0;
    for section in sections {
        let is_of_staff =
            |line: &&str| line.starts_with("docker compose run --rm") && line.contains(" signpost ");
        let lines: Vec<_> =
            section.lines().filter(is_of_staff).filter(|line| !line.contains("--entrypoint")).collect();
        if lines.is_empty() {
            continue;
        }
        let (desk, backups) = (Desk::with_demonstration().await, tempfile::tempdir().unwrap());
        let work = tempfile::tempdir().unwrap();
        let city = copy_of_demonstration();
        std::os::unix::fs::symlink(city.path(), work.path().join("our-city")).unwrap();
        let dump = backups.path().join("signpost-2026-11-23.dump");
        assert_eq!(desk.run(&["database", "backup", dump.to_str().unwrap()]).code, 0);
        fs::copy(&dump, work.path().join("signpost.dump")).unwrap();
        for line in lines {
            // The engine's part is left out: what stands before the service, but for variables.
            let script = format!(
                "docker() {{ while [ \"$1\" != signpost ]; do [ \"$1\" = --env ] && export \"$2\"; shift; done; \
                 shift; command signpost \"$@\"; }}\n{}",
                line.replace("/backups", backups.path().to_str().unwrap())
            );
            let mut command = shell(&desk, &script);
            command
                .current_dir(work.path())
                .env("SIGNPOST_BACKUPS", backups.path())
                .env("SIGNPOST_ACTOR", "Mei Lin");
            let ran: Ran = command.output().unwrap().into();
            // A machine that is not a deployment has something to mend.
            let is_done = ran.code == 0 || (ran.code == 3 && line.contains("signpost doctor"));
            assert!(is_done, "{line}\n{}", ran.words);
            count += 1;
        }
    }
    assert!(count >= 10, "{count}");
}
