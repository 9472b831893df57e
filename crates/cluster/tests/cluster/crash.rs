//! Processes killed at the worst moment.

use std::fs::{self, Permissions};
use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

use rustix::process::geteuid;
use signpost_cluster::{Binaries, Cluster, ClusterError, Durability, Environment};

use crate::support::{Holder, ask, kill_postmaster, open_folder, pid_file, postmaster, psql, start};

/// Programs of Postgres whose `initdb` goes on with lines of shell after its work.
fn programs_with_initdb_then(folder: &Path, lines: &str) -> PathBuf {
    let real = Binaries::find(&Environment::read()).unwrap();
    let programs = folder.join("programs");
    fs::create_dir(&programs).unwrap();
    for name in ["postgres", "pg_ctl"] {
        symlink(real.folder().join(name), programs.join(name)).unwrap();
    }
    let initdb = real.folder().join("initdb");
    let script = format!("#!/bin/sh\n'{}' \"$@\"\n{lines}\n", initdb.display());
    fs::write(programs.join("initdb"), script).unwrap();
    fs::set_permissions(programs.join("initdb"), Permissions::from_mode(0o755)).unwrap();
    programs
}

/// A pipe in the file system, at both ends of which one waits for the other.
fn gate(folder: &Path, name: &str) -> PathBuf {
    let gate = folder.join(name);
    assert!(Command::new("mkfifo").arg(&gate).status().unwrap().success());
    fs::set_permissions(&gate, Permissions::from_mode(0o666)).unwrap();
    gate
}

#[test]
fn a_process_killed_while_it_makes_a_cluster_leaves_nothing_half_made() {
    let folder = open_folder();
    let directory = folder.path().join("data");
    let (made, go) = (gate(folder.path(), "made"), gate(folder.path(), "go"));
    let lines = format!("echo > '{}'; cat '{}'", made.display(), go.display());
    let programs = programs_with_initdb_then(folder.path(), &lines);

    let holder = Holder::start("create", &directory, &[("SIGNPOST_POSTGRES_BIN", &programs)]);
    fs::read(made).unwrap();
    holder.kill();
    fs::write(go, "").unwrap();

    assert!(directory.join("postgres/data.unfinished/PG_VERSION").exists());
    let error = Cluster::attach(&directory, &Environment::read()).unwrap_err();
    assert!(matches!(error, ClusterError::NoCluster { .. }), "{error}");

    let cluster = start(&directory, Durability::Durable);
    assert_eq!(ask(&cluster, "select current_database()"), "signpost");
    assert!(!directory.join("postgres/data.unfinished").exists());
}

#[test]
fn an_initdb_that_fails_is_quoted_and_leaves_nothing_half_made() {
    let folder = open_folder();
    let directory = folder.path().join("data");
    let lines = "echo 'the disk is full' >&2; exit 1";
    let environment = Environment {
        postgres_bin: Some(programs_with_initdb_then(folder.path(), lines)),
        ..Environment::read()
    };
    let error = Cluster::create_or_start(&directory, &environment, Durability::Durable).unwrap_err();
    let words = error.to_string();
    assert!(words.starts_with("initdb failed") && words.contains("the disk is full"), "{words}");

    let cluster = start(&directory, Durability::Durable);
    assert_eq!(ask(&cluster, "select current_database()"), "signpost");
}

#[test]
fn every_acknowledged_row_survives_a_killed_server() {
    let folder = open_folder();
    let directory = folder.path().join("data");
    let mut holder = Holder::start("create", &directory, &[]);
    holder.url();
    let environment = Environment::read();
    let cluster = Cluster::attach(&directory, &environment).unwrap();
    ask(&cluster, "create table visit (number int primary key)");

    let mut writer = psql(&cluster);
    writer.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut writer = writer.spawn().unwrap();
    let mut input = writer.stdin.take().unwrap();
    let feeding = thread::spawn(move || {
        // Until the server is gone and `psql` with it.
        for number in 1.. {
            let line = format!("insert into visit values ({number}) returning number;\n");
            if input.write_all(line.as_bytes()).is_err() {
                return;
            }
        }
    });
    let mut acknowledged = Vec::new();
    for line in BufReader::new(writer.stdout.take().unwrap()).lines() {
        // Beside the rows, `psql` prints what it did: INSERT 0 1.
        let Ok(number) = line.unwrap().parse::<u32>() else {
            continue;
        };
        acknowledged.push(number);
        if acknowledged.len() == 200 {
            kill_postmaster(&cluster);
            holder.kill();
            break;
        }
    }
    writer.kill().unwrap();
    writer.wait().unwrap();
    feeding.join().unwrap();

    let attached = Cluster::attach(&directory, &environment).unwrap();
    let kept = ask(&attached, "select count(*) from visit where number <= 200");
    assert_eq!(kept, "200");
    assert!(acknowledged.into_iter().eq(1..=200));
}

#[test]
fn a_server_that_was_killed_runs_again_for_those_who_hold_it() {
    let folder = open_folder();
    let cluster = start(folder.path(), Durability::Throwaway);
    let first = postmaster(folder.path());
    kill_postmaster(&cluster);
    cluster.ensure_running().unwrap();
    assert_eq!(ask(&cluster, "select 1"), "1");
    assert_ne!(postmaster(folder.path()), first);
}

#[test]
fn a_pid_file_whose_number_belongs_to_another_program_is_removed() {
    let folder = open_folder();
    let directory = folder.path();
    drop(start(directory, Durability::Throwaway));

    // The program runs as the user that Postgres runs as: about others it does not care.
    let data = fs::metadata(directory.join("postgres/data")).unwrap();
    let mut stranger = Command::new("cat");
    stranger.stdin(Stdio::piped()).current_dir("/");
    if geteuid().is_root() {
        stranger.uid(data.uid()).gid(data.gid());
    }
    let mut stranger = stranger.spawn().unwrap();
    let pid_lines = format!("{}\n/nowhere\n1\n5432\n\n\n\n", stranger.id());
    fs::write(pid_file(directory), pid_lines).unwrap();

    let cluster = Cluster::attach(directory, &Environment::read()).unwrap();
    assert_eq!(ask(&cluster, "select 1"), "1");
    assert!(stranger.try_wait().unwrap().is_none(), "the other program was left alone");
    drop(stranger.stdin.take());
    assert!(stranger.wait().unwrap().success());
}
