//! What the demo and the tests need from the machine, and getting it.

use std::env;
use std::io::{self, IsTerminal};
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Result, bail};
use signpost_cluster::{Binaries, Environment};

use crate::checkout::run;
use crate::say;

/// Something that must be on the machine.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Requirement {
    /// What it is, for a person.
    what: &'static str,
    /// How to see that it is there.
    is_there: fn() -> bool,
    /// Debian's and Ubuntu's package with it.
    package: &'static str,
}

/// What everything needs that has a database.
pub(crate) const DATABASE: [Requirement; 1] = [Requirement {
    what: "a PostgreSQL server, 15 or newer",
    is_there: || Binaries::find(&Environment::read()).is_ok(),
    package: "postgresql",
}];

/// What the tests need besides.
pub(crate) const BROWSER: [Requirement; 7] = [
    Requirement { what: "Chromium, a browser", is_there: || on_path("chromium"), package: "chromium" },
    Requirement {
        what: "chromedriver, which drives it",
        is_there: || on_path("chromedriver"),
        package: "chromium-driver",
    },
    Requirement { what: "Node.js, 18 or newer", is_there: || on_path("node"), package: "nodejs" },
    Requirement { what: "npm, its packages' manager", is_there: || on_path("npm"), package: "npm" },
    Requirement {
        what: "fc-list, which tells what fonts there are",
        is_there: || on_path("fc-list"),
        package: "fontconfig",
    },
    Requirement {
        what: "a font for Chinese and Japanese",
        is_there: || has_font("zh") && has_font("ja"),
        package: "fonts-noto-cjk",
    },
    Requirement {
        what: "fonts for Hindi and Odia",
        is_there: || has_font("hi") && has_font("or"),
        package: "fonts-noto-core",
    },
];

/// What the tests need of Python: an environment of their own.
pub(crate) const PYTHON: [Requirement; 1] = [Requirement {
    what: "Python 3.10 or newer, with venv and pip",
    is_there: has_python,
    package: "python3-venv",
}];

/// What a comparison under load needs.
pub(crate) const LOAD: [Requirement; 2] = [
    Requirement {
        what: "nginx, to compare with",
        is_there: || Path::new("/usr/sbin/nginx").is_file(),
        package: "nginx-light",
    },
    Requirement { what: "wrk, which asks for pages", is_there: || on_path("wrk"), package: "wrk" },
];

/// Makes sure of `requirements`: installs Debian's packages of those that are missing, after a
/// question where a person is there to answer; else says what to do.
pub(crate) fn ensure(requirements: &[Requirement]) -> Result<()> {
    let missing = missing(requirements);
    if missing.is_empty() {
        return Ok(());
    }
    let install = match plan(&missing, Means::of_this_machine()) {
        Plan::Install(commands) => commands,
        Plan::Ask(commands, question) => {
            say::question(&question);
            let mut answer = String::new();
            io::stdin().read_line(&mut answer)?;
            if !matches!(answer.trim().to_lowercase().as_str(), "" | "y" | "yes") {
                bail!("{}", by_hand(&missing));
            }
            commands
        }
        Plan::Tell(words) => bail!("{words}"),
    };
    say::step(&format!("Installing {}", packages(&missing).join(", ")));
    for mut command in install {
        run(&mut command)?;
    }
    let still = self::missing(requirements);
    if !still.is_empty() {
        bail!(
            "still missing after the installation: {}. This system's packages may be too old or lack it: \
             install it another way and put it on PATH.",
            names(&still)
        );
    }
    Ok(())
}

/// How packages can be installed here.
#[derive(Debug, Clone, Copy)]
struct Means {
    /// Debian's package manager is there.
    apt: bool,
    power: Power,
    /// A person is there to answer.
    terminal: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Power {
    Root,
    /// `sudo`, without a password.
    FreeSudo,
    /// `sudo`, which may ask for a password.
    Sudo,
    None,
}

impl Means {
    fn of_this_machine() -> Self {
        let free = || {
            let mut sudo = Command::new("sudo");
            sudo.args(["-n", "true"]);
            sudo.stdout(Stdio::null()).stderr(Stdio::null());
            sudo.status().is_ok_and(|status| status.success())
        };
        let power = if Environment::read().is_root {
            Power::Root
        } else if !on_path("sudo") {
            Power::None
        } else if free() {
            Power::FreeSudo
        } else {
            Power::Sudo
        };
        Self { apt: on_path("apt-get"), power, terminal: io::stdin().is_terminal() }
    }
}

/// What to do about missing things.
#[derive(Debug)]
enum Plan {
    /// Run these.
    Install(Vec<Command>),
    /// Ask this, then run these.
    Ask(Vec<Command>, String),
    /// Say this, and give up.
    Tell(String),
}

fn plan(missing: &[Requirement], means: Means) -> Plan {
    if !means.apt {
        return Plan::Tell(format!(
            "missing: {}. Install it with this system's package manager (Debian's packages are {}).",
            names(missing),
            packages(missing).join(", ")
        ));
    }
    let commands = || apt_get(&packages(missing), means.power != Power::Root);
    match (means.terminal, means.power) {
        (_, Power::None) | (false, Power::Sudo) => Plan::Tell(by_hand(missing)),
        (false, Power::Root | Power::FreeSudo) => Plan::Install(commands()),
        (true, _) => Plan::Ask(
            commands(),
            format!("Missing: {}. Install the packages {}?", names(missing), packages(missing).join(", ")),
        ),
    }
}

/// The commands that install packages without a question, also while another installation runs.
fn apt_get(packages: &[&str], with_sudo: bool) -> Vec<Command> {
    let wait = "DPkg::Lock::Timeout=300"; // seconds
    let install = ["install", "--yes", "--no-install-recommends", "-o", wait];
    [vec!["update", "--quiet", "-o", wait], install.into_iter().chain(packages.iter().copied()).collect()]
        .into_iter()
        .map(|arguments| {
            let mut command = Command::new(if with_sudo { "sudo" } else { "env" });
            command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
            command.args(arguments);
            command
        })
        .collect()
}

fn by_hand(missing: &[Requirement]) -> String {
    format!(
        "missing: {}. Run this, then try again:\n  sudo apt-get update && sudo apt-get install {}",
        names(missing),
        packages(missing).join(" ")
    )
}

fn missing(requirements: &[Requirement]) -> Vec<Requirement> {
    let mut missing = requirements.to_vec();
    missing.retain(|requirement| !(requirement.is_there)());
    missing
}

fn names(requirements: &[Requirement]) -> String {
    let names: Vec<_> = requirements.iter().map(|it| it.what).collect();
    names.join("; ")
}

fn packages(requirements: &[Requirement]) -> Vec<&'static str> {
    requirements.iter().map(|it| it.package).collect()
}

/// Whether a program is on `PATH`.
fn on_path(program: &str) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).any(|folder: std::path::PathBuf| Path::new(&folder).join(program).is_file())
}

/// Whether Python can make an environment and install into it.
fn has_python() -> bool {
    let mut python = Command::new("python3");
    let asked = python.args(["-c", "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))"]);
    asked.output().is_ok_and(|output| output.status.success())
}

/// Whether there is a font for a language, by its code.
fn has_font(language: &str) -> bool {
    Command::new("fc-list")
        .arg(format!(":lang={language}"))
        .output()
        .is_ok_and(|output| !output.stdout.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    const GONE: Requirement = Requirement { what: "a thing", is_there: || false, package: "thing" };
    const HERE: Requirement = Requirement { what: "another", is_there: || true, package: "another" };

    fn lines(commands: &[Command]) -> Vec<String> {
        let word = |word: &std::ffi::OsStr| word.to_str().unwrap().to_owned();
        let line = |command: &Command| {
            let words = std::iter::once(command.get_program()).chain(command.get_args());
            words.map(word).collect::<Vec<_>>().join(" ")
        };
        commands.iter().map(line).collect()
    }

    #[test]
    fn only_what_is_missing_counts() {
        assert_eq!(packages(&missing(&[HERE, GONE])), ["thing"]);
        ensure(&[HERE]).unwrap();
    }

    #[test]
    fn root_installs_at_once_where_nobody_can_be_asked() {
        let means = Means { apt: true, power: Power::Root, terminal: false };
        let Plan::Install(commands) = plan(&[GONE], means) else {
            panic!("asks or tells");
        };
        let env = "env DEBIAN_FRONTEND=noninteractive apt-get";
        assert_eq!(
            lines(&commands),
            [
                format!("{env} update --quiet -o DPkg::Lock::Timeout=300"),
                format!("{env} install --yes --no-install-recommends -o DPkg::Lock::Timeout=300 thing"),
            ]
        );
    }

    #[test]
    fn a_person_is_asked_first() {
        for power in [Power::Root, Power::FreeSudo, Power::Sudo] {
            let means = Means { apt: true, power, terminal: true };
            let Plan::Ask(commands, question) = plan(&[GONE], means) else {
                panic!("{power:?} does not ask");
            };
            assert!(question.contains("a thing"), "{question}");
            let starts = if power == Power::Root { "env " } else { "sudo " };
            assert!(lines(&commands).iter().all(|line| line.starts_with(starts)));
        }
    }

    #[test]
    fn who_may_not_install_is_told_the_command() {
        let cases = [(Power::Sudo, false), (Power::None, false), (Power::None, true)];
        for (power, terminal) in cases {
            let means = Means { apt: true, power, terminal };
            let Plan::Tell(words) = plan(&[GONE], means) else {
                panic!("{power:?} {terminal} does not tell");
            };
            assert!(words.contains("sudo apt-get install thing"), "{words}");
        }
        let elsewhere = Means { apt: false, power: Power::Root, terminal: true };
        let Plan::Tell(words) = plan(&[GONE], elsewhere) else {
            panic!("installs without a package manager");
        };
        assert!(words.contains("a thing") && !words.contains("apt-get"), "{words}");
    }
}
