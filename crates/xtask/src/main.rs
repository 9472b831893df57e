//! Developer commands: `cargo xtask --help`.
//!
//! Each command is a file; what they share is the machine's `requirements`, the `checkout` and the
//! private `clusters` in it, and `say`, through which they talk.

mod bench;
mod checkout;
mod checks;
mod clusters;
mod configuration;
mod dataset;
mod demo;
mod previous;
mod queries;
mod requirements;
mod say;
mod test;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Developer commands
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Serve the demo programme, with a private database in this checkout
    Demo {
        /// Where to listen
        #[arg(long, default_value = "127.0.0.1:8080")]
        listen: SocketAddr,
    },
    /// Run every test, with a throw-away database and a real browser
    Test {
        /// What else to say to `cargo test`, after `--`
        #[arg(last = true)]
        arguments: Vec<String>,
    },
    /// Write `.sqlx`: what the database says about every query
    Queries {
        /// Write nothing; fail when `.sqlx` is out of date
        #[arg(long)]
        check: bool,
    },
    /// Write docs/configuration.md: what the programs say of their settings
    Configuration,
    /// Keep this release's database and queries in tests/previous, for the next one to upgrade from
    Previous,
    /// Check everything that can be checked without running the tests
    Ci,
    /// Write a made-up programme of any size as a dataset folder
    Dataset {
        /// The folder
        folder: PathBuf,
        #[command(flatten)]
        size: dataset::Size,
    },
    /// Measure
    #[command(subcommand)]
    Bench(Benchmark),
}

#[derive(Debug, Subcommand)]
enum Benchmark {
    /// From the start of the server's process to its first page
    Start,
    /// Images, start, memory and renewal of the deployment, where a Docker engine runs
    Docker,
    /// What a first visit to each page weighs on the wire
    Weight,
    /// What it takes to send all exchanges of a large programme as a table
    Export {
        #[command(flatten)]
        size: dataset::Size,
    },
    /// What another language costs, beside English
    Languages,
    /// The home page under load, beside nginx and a bare handler with the same bytes
    Load,
    /// What it takes to make pages, pictures and packed forms, one by one
    Made,
    /// How long pages take that are not in memory, over a programme of any size
    Cold {
        #[command(flatten)]
        size: dataset::Size,
    },
    /// Visitors who come all at once or ask for something else each time: how long they wait, and what memory it takes
    Crowd,
    /// How soon visitors see a change by staff, and how long the slowest waits, under load
    Change,
    /// How long staff wait for every list and report of a large programme
    Cli {
        #[command(flatten)]
        size: dataset::Size,
    },
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say::error(&format!("{error:#}"));
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> anyhow::Result<()> {
    match task {
        Task::Demo { listen } => demo::run(listen),
        Task::Test { arguments } => test::run(&arguments),
        Task::Queries { check: false } => queries::write(),
        Task::Queries { check: true } => queries::check(),
        Task::Configuration => configuration::write(),
        Task::Previous => previous::write(),
        Task::Ci => checks::run(),
        Task::Dataset { folder, size } => dataset::write(&folder, size),
        Task::Bench(Benchmark::Start) => bench::start::run(),
        Task::Bench(Benchmark::Docker) => bench::docker::run(),
        Task::Bench(Benchmark::Weight) => bench::weight::run(),
        Task::Bench(Benchmark::Export { size }) => bench::export::run(size),
        Task::Bench(Benchmark::Languages) => bench::languages::run(),
        Task::Bench(Benchmark::Load) => bench::load::run(),
        Task::Bench(Benchmark::Made) => bench::made::run(),
        Task::Bench(Benchmark::Cold { size }) => bench::cold::run(size),
        Task::Bench(Benchmark::Crowd) => bench::crowd::run(),
        Task::Bench(Benchmark::Change) => bench::change::run(),
        Task::Bench(Benchmark::Cli { size }) => bench::cli::run(size),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_arguments_are_consistent() {
        super::Arguments::command().debug_assert();
    }
}
