//! Folders of every kind, and what a new cluster is like.

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};

use rustix::process::geteuid;
use signpost_cluster::{Cluster, ClusterError, Durability, Environment, check_directory};

use crate::support::{ask, open_folder, start};

/// A setting of the running server.
#[track_caller]
fn setting(cluster: &Cluster, name: &str) -> String {
    ask(cluster, &format!("show {name}"))
}

#[test]
fn peoples_data_is_durable_and_reached_by_its_owner_only() {
    let folder = open_folder();
    let cluster = start(folder.path(), Durability::Durable);
    let expected = [
        ("fsync", "on"),
        ("synchronous_commit", "on"),
        ("full_page_writes", "on"),
        ("data_checksums", "on"),
        ("listen_addresses", ""),
        ("server_encoding", "UTF8"),
        ("unix_socket_permissions", "0700"),
        ("TimeZone", "UTC"),
    ];
    for (name, value) in expected {
        assert_eq!(setting(&cluster, name), value, "{name}");
    }
    let socket = fs::metadata(cluster.socket()).unwrap();
    assert_eq!(socket.mode() & 0o777, 0o700);
}

#[test]
fn a_cluster_for_tests_is_quick_and_takes_many_connections() {
    let folder = open_folder();
    let cluster = start(folder.path(), Durability::Throwaway);
    let expected = [
        ("fsync", "off"),
        ("synchronous_commit", "off"),
        ("full_page_writes", "off"),
        ("max_connections", "200"),
    ];
    for (name, value) in expected {
        assert_eq!(setting(&cluster, name), value, "{name}");
    }
}

#[test]
fn words_in_every_script_are_letters_to_the_database() {
    let folder = open_folder();
    let cluster = start(folder.path(), Durability::Throwaway);
    let trigrams = "create extension pg_trgm; select array_length(show_trgm('新竹市'), 1) > 0";
    assert!(ask(&cluster, trigrams).ends_with('t'));
    assert_eq!(ask(&cluster, "select lower('ÉCOLE') = 'école'"), "t");
}

#[test]
fn any_name_of_a_folder_will_do() {
    let folder = open_folder();
    for name in ["it's \"here\" $HOME `ls`", "50% & 豊川?", "Copertino, Lecce"] {
        let cluster = start(&folder.path().join(name), Durability::Throwaway);
        assert_eq!(ask(&cluster, "select current_user"), "signpost", "{name}");
    }
}

#[test]
fn a_path_too_long_for_a_socket_gets_a_short_one() {
    let folder = open_folder();
    let directory = folder.path().join("d".repeat(120));
    let cluster = start(&directory, Durability::Throwaway);
    assert_eq!(ask(&cluster, "select 1"), "1");
    let short = cluster.socket().to_owned();
    assert!(short.starts_with("/tmp"), "{}", short.display());
    assert_eq!(fs::metadata(&short).unwrap().mode() & 0o777, 0o700);

    let attached = Cluster::attach(&directory, &Environment::read()).unwrap();
    assert_eq!(attached.socket(), short);
    drop((cluster, attached));

    // Somebody else's folder in that place is not used.
    assert!(!short.exists(), "it goes with the last to leave");
    std::os::unix::fs::symlink(folder.path(), &short).unwrap();
    let error = Cluster::attach(&directory, &Environment::read()).unwrap_err();
    fs::remove_file(&short).unwrap();
    assert!(matches!(error, ClusterError::ForeignSocketFolder { .. }), "{error}");
}

#[test]
fn data_of_another_version_names_the_version_to_install() {
    let folder = open_folder();
    drop(start(folder.path(), Durability::Throwaway));
    let version = folder.path().join("postgres/data/PG_VERSION");
    let attach = |written: &str| {
        fs::write(&version, written).unwrap();
        Cluster::attach(folder.path(), &Environment::read()).unwrap_err().to_string()
    };
    let words = attach("9\n");
    assert!(words.contains("made by PostgreSQL 9,"), "{words}");
    let words = attach("zwölf");
    assert!(words.contains("does not hold a PostgreSQL version"), "{words}");
}

#[test]
fn root_hands_postgres_to_another_user_who_must_get_in() {
    if !geteuid().is_root() {
        // Anybody else runs it as themselves, wherever they can write.
        let folder = tempfile::tempdir().unwrap();
        check_directory(folder.path()).unwrap();
        return;
    }
    let folder = open_folder();
    let closed = folder.path().join("closed");
    let directory = closed.join("data");
    fs::create_dir_all(&directory).unwrap();
    fs::set_permissions(&closed, Permissions::from_mode(0o700)).unwrap();
    let error = check_directory(&directory).unwrap_err();
    let ClusterError::ClosedFolder { folder: named, .. } = &error else {
        panic!("{error}");
    };
    assert_eq!(named, &fs::canonicalize(&closed).unwrap());

    // Whoever owns the data directory runs its server.
    fs::set_permissions(&closed, Permissions::from_mode(0o755)).unwrap();
    chown(&directory, Some(65534), Some(65534)).unwrap();
    let cluster = start(&directory, Durability::Throwaway);
    assert_eq!(ask(&cluster, "select 1"), "1");
    let data = fs::metadata(directory.join("postgres/data")).unwrap();
    assert_eq!(data.uid(), 65534);
}
