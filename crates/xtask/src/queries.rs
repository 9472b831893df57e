//! `.sqlx`: what the database says about every query, so that building needs no database.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use signpost_cluster::{Cluster, DATABASE, OWNER};

use crate::checkout::{cargo, root, run};
use crate::{clusters, requirements, say};

/// Files by name, with their content.
type Files = BTreeMap<PathBuf, String>;

/// Writes `.sqlx` anew.
pub(crate) fn write() -> Result<()> {
    let fresh = describe()?;
    let folder = folder()?;
    fs::create_dir_all(&folder)?;
    for stale in read(&folder)?.keys().filter(|name| !fresh.contains_key(*name)) {
        fs::remove_file(folder.join(stale))?;
    }
    for (name, text) in &fresh {
        fs::write(folder.join(name), text)?;
    }
    say::note(&format!("{} queries are described in .sqlx", fresh.len()));
    Ok(())
}

/// Fails when `.sqlx` is not what [`write()`] would write.
pub(crate) fn check() -> Result<()> {
    let differences = differences(&read(&folder()?)?, &describe()?);
    if !differences.is_empty() {
        bail!(
            ".sqlx is out of date; run `cargo xtask queries` and commit it:\n  {}",
            differences.join("\n  ")
        );
    }
    Ok(())
}

/// The text of every query, as a list in JSON.
pub(crate) fn texts() -> Result<String> {
    let files = read(&folder()?)?;
    let texts = files.values().filter_map(|file| text_of(file)).collect::<Vec<_>>();
    Ok(format!("[\n{}\n]\n", texts.join(",\n")))
}

/// The query that a description is of, as it stands there: a string of JSON on a line of its own.
fn text_of(description: &str) -> Option<&str> {
    let line = description.lines().find_map(|line| line.trim_start().strip_prefix("\"query\": "))?;
    Some(line.trim_end_matches(','))
}

fn folder() -> Result<PathBuf> {
    Ok(root()?.join(".sqlx"))
}

/// Has the compiler ask a fresh, migrated database about every query of `core`.
fn describe() -> Result<Files> {
    requirements::ensure(&requirements::DATABASE)?;
    let cluster = clusters::throwaway()?;
    say::step("Applying the migrations to a fresh database");
    let database = format!("queries_{}", std::process::id());
    run_sql(&cluster, DATABASE, &["--command", &format!("create database {database}")])?;
    for migration in migrations()? {
        let file = migration.display().to_string();
        run_sql(&cluster, &database, &["--single-transaction", "--file", &file])?;
    }
    say::step("Asking it about every query");
    let answers = root()?.join("target/queries");
    if answers.exists() {
        fs::remove_dir_all(&answers)?;
    }
    fs::create_dir_all(&answers)?;
    // The compiler asks only about what it compiles.
    run(&mut cargo(&["clean", "--quiet", "--package", "signpost-core"])?)?;
    let mut check = cargo(&["check", "--package", "signpost-core", "--all-targets"])?;
    check
        .env("SQLX_OFFLINE", "false")
        .env("SQLX_OFFLINE_DIR", &answers)
        .env("DATABASE_URL", cluster.url(&database, OWNER));
    run(&mut check)?;
    run_sql(&cluster, DATABASE, &["--command", &format!("drop database {database}")])?;
    cluster.leave()?;
    read(&answers)
}

/// Runs `psql` against a database of the cluster.
fn run_sql(cluster: &Cluster, database: &str, arguments: &[&str]) -> Result<()> {
    let mut psql = cluster.binaries()?.program("psql")?;
    psql.args(["--no-psqlrc", "--quiet", "--set", "ON_ERROR_STOP=1"])
        .arg("--dbname")
        .arg(cluster.url(database, OWNER))
        .args(arguments);
    run(&mut psql)
}

/// The migrations, in their order.
fn migrations() -> Result<Vec<PathBuf>> {
    let folder = root()?.join("migrations");
    let mut files = Vec::new();
    for entry in fs::read_dir(&folder)? {
        files.push(entry?.path());
    }
    files.retain(|file| file.extension().is_some_and(|extension| extension == "sql"));
    files.sort();
    Ok(files)
}

/// The descriptions in a folder; none where there is no folder.
fn read(folder: &Path) -> Result<Files> {
    let mut files = Files::new();
    if !folder.exists() {
        return Ok(files);
    }
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        if path.extension().is_some_and(|extension| extension == "json") {
            let text =
                fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
            files.insert(entry.file_name().into(), text);
        }
    }
    Ok(files)
}

/// What must change in `committed` so that it equals `fresh`, a line per file.
fn differences(committed: &Files, fresh: &Files) -> Vec<String> {
    let mut lines = Vec::new();
    for (name, text) in fresh {
        match committed.get(name) {
            None => lines.push(format!("{} is missing", name.display())),
            Some(old) if old != text => lines.push(format!("{} is old", name.display())),
            Some(_) => {}
        }
    }
    for name in committed.keys().filter(|name| !fresh.contains_key(*name)) {
        lines.push(format!("{} belongs to no query", name.display()));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_that_differs_is_named() {
        let files = |pairs: &[(&str, &str)]| -> Files {
            let owned = pairs.iter().map(|(name, text)| (name.into(), (*text).to_owned()));
            owned.collect()
        };
        let committed = files(&[("gone", "1"), ("old", "1"), ("same", "1")]);
        let fresh = files(&[("new", "1"), ("old", "2"), ("same", "1")]);
        assert_eq!(
            differences(&committed, &fresh),
            ["new is missing", "old is old", "gone belongs to no query"]
        );
        assert!(differences(&fresh, &fresh).is_empty());
    }

    #[test]
    fn every_query_has_its_text() {
        let files = read(&folder().unwrap()).unwrap();
        assert!(!files.is_empty());
        for (name, file) in &files {
            let text = text_of(file).unwrap();
            assert!(text.starts_with('"') && text.ends_with('"'), "{}: {text}", name.display());
        }
    }

    #[test]
    fn only_descriptions_are_read() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("query-1.json"), "{}").unwrap();
        fs::write(folder.path().join("README"), "").unwrap();
        assert_eq!(read(folder.path()).unwrap().len(), 1);
        assert!(read(&folder.path().join("missing")).unwrap().is_empty());
    }

    #[test]
    fn the_migrations_come_in_their_order() {
        let files = migrations().unwrap();
        assert!(!files.is_empty());
        assert!(files.is_sorted());
    }
}
