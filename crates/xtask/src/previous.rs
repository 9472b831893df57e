//! `tests/previous`: a database and the queries of this release, for the test that the next one upgrades from it
//! while its servers serve. Written when a release is made.

use std::fs;

use anyhow::Result;

use crate::checkout::{self, root, run};
use crate::{clusters, demo, queries, requirements, say};

/// Writes both anew.
pub(crate) fn write() -> Result<()> {
    requirements::ensure(&requirements::DATABASE)?;
    say::step("Building");
    demo::build(&[])?;
    let folder = root()?.join("tests/previous");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("queries.json"), queries::texts()?)?;
    say::step("Writing a backup of the demonstration");
    let cluster = clusters::throwaway()?;
    let binaries = checkout::binaries()?;
    demo::import(&binaries, &cluster, &root()?.join("demo/cupertino"))?;
    let mut backup = demo::with_data(&binaries.join("signpost"), &cluster)?;
    run(backup.args(["database", "backup", "--replace"]).arg(folder.join("backup.dump")))?;
    cluster.leave()?;
    say::note("tests/previous is of this release");
    Ok(())
}
