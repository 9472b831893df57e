//! The database: made, reported on, stopped.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use crate::staff::{Desk, Ran};

/// Runs a command that is to use the private database in a folder.
fn in_folder(folder: &Path, arguments: &[&str]) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_signpost"));
    command.args(arguments).env("SIGNPOST_DATA_DIR", folder);
    command.env_remove("DATABASE_URL").env_remove("DATABASE_URL_FILE");
    command.output().unwrap().into()
}

#[test]
fn a_private_database_is_made_once_and_says_where_it_is() {
    let parent = tempfile::tempdir().unwrap();
    // The user that Postgres runs as must be able to enter it.
    fs::set_permissions(parent.path(), Permissions::from_mode(0o755)).unwrap();
    let folder = parent.path().join("data");
    in_folder(&folder, &["database", "status"]).refuses(2, &["signpost database init"]);
    assert!(!folder.exists(), "only init makes one");
    for time in ["first", "second"] {
        let made = in_folder(&folder, &["database", "init"]);
        assert_eq!((made.code, made.data.as_str()), (0, ""), "{time}: {}", made.words);
        assert!(made.words.contains(folder.to_str().unwrap()), "{time}: {}", made.words);
    }
    let status = in_folder(&folder, &["database", "status", "--format", "json"]);
    let status: serde_json::Value = serde_json::from_str(&status.data).unwrap();
    assert_eq!((&status["state"], &status["pending"]), (&"current".into(), &0.into()));
    in_folder(&folder, &["partner", "list"]).refuses(1, &["signpost import"]);
    let stopped = in_folder(&folder, &["database", "stop"]);
    assert_eq!((stopped.code, stopped.data.as_str()), (0, ""), "{}", stopped.words);
}

#[tokio::test]
async fn a_named_database_is_migrated_again_to_no_effect_and_not_stopped() {
    let desk = Desk::with_demonstration().await;
    let before = desk.json(&["database", "status"]);
    for verb in ["init", "migrate", "grant"] {
        let ran = desk.run(&["database", verb]);
        assert_eq!((ran.code, ran.data.as_str()), (0, ""), "{verb}: {}", ran.words);
    }
    let after = desk.json(&["database", "status"]);
    for field in ["applied", "pending", "content_version"] {
        assert_eq!(before[field], after[field], "{field}");
    }
    desk.run(&["database", "stop"]).refuses(2, &["not a private one"]);
}
