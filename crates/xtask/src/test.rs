//! Every test, with a throw-away database and a real browser.

use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::checkout::{cargo, program, root, run as run_program};
use crate::{clusters, requirements, say};

/// Runs the tests; `arguments` go to `cargo test`.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    requirements::ensure(
        &[&requirements::DATABASE[..], &requirements::BROWSER, &requirements::PYTHON].concat(),
    )?;
    install_tools()?;
    install_python_tools()?;
    build_programs()?;
    let cluster = clusters::throwaway()?;
    say::step("Testing");
    let mut test = cargo(&["test"])?;
    if !names_packages(arguments) {
        test.arg("--workspace");
    }
    test.args(arguments).env("SIGNPOST_TEST_CLUSTER", cluster.directory());
    let outcome = run_program(&mut test);
    cluster.leave()?;
    outcome
}

/// Builds the programs that tests start.
///
/// The example makes cargo count in what tests need of dependencies, so that these are not built once more for the
/// tests themselves.
fn build_programs() -> Result<()> {
    say::step("Building the programs that the tests start");
    run_program(&mut cargo(&["build", "--workspace", "--bins", "--example", "bare"])?)
}

/// Installs what the tests know of others' rules, unless just that is there.
fn install_tools() -> Result<()> {
    let folder = root()?.join("tests/tools");
    let wanted = fs::read_to_string(folder.join("package-lock.json"))?;
    let mark = folder.join("node_modules/.installed");
    if fs::read_to_string(&mark).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    say::step("Installing validators, and readers of what programs read");
    let mut install = program(Path::new("npm"))?;
    install.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(&folder);
    run_program(&mut install)?;
    Ok(fs::write(mark, wanted)?)
}

/// Installs what asks the API everything, into a Python environment of its own, unless just that is there.
fn install_python_tools() -> Result<()> {
    let root = root()?;
    let (environment, list) = (root.join("target/python"), root.join("tests/tools/requirements.txt"));
    let wanted = fs::read_to_string(&list)?;
    let mark = environment.join(".installed");
    if fs::read_to_string(&mark).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    say::step("Installing schemathesis");
    run_program(program(Path::new("python3"))?.args(["-m", "venv"]).arg(&environment))?;
    let mut install = program(environment.join("bin/pip"))?;
    install.args(["install", "--quiet", "--disable-pip-version-check", "--requirement"]).arg(&list);
    run_program(&mut install)?;
    Ok(fs::write(mark, wanted)?)
}

/// Whether the arguments say which packages to test, so that the others need not be.
fn names_packages(arguments: &[String]) -> bool {
    let for_cargo = arguments.iter().take_while(|argument| *argument != "--");
    for_cargo.into_iter().any(|argument| argument.starts_with("-p") || argument.starts_with("--package"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_packages_are_tested_unless_some_are_named() {
        let cases = [
            (&[][..], false),
            (&["standing"], false),
            (&["-p", "signpost-core"], true),
            (&["--package=xtask", "--", "--nocapture"], true),
            (&["--", "-p"], false),
        ];
        for (arguments, expected) in cases {
            let owned: Vec<String> = arguments.iter().copied().map(String::from).collect();
            assert_eq!(names_packages(&owned), expected, "{arguments:?}");
        }
    }
}
